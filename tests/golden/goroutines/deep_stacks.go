package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

type big struct{ words [512]int }

type list struct {
	next *list
	v    int
}

//go:noinline
func down(n int) int {
	if n == 0 {
		return 0
	}
	return down(n-1) + 1
}

// Frames of 4 KB cross every border, with pointers that only the frames hold.
//
//go:noinline
func wide(n int, l *list) int {
	var b big
	b.words[n%512] = n
	if n == 0 {
		runtime.GC()
		return l.v
	}
	mine := &list{l, l.v + 1}
	return wide(n-1, mine) + b.words[n%512] - n + mine.v - l.v - 1
}

// Panics and recovers at every depth; the recovering frame is the one below.
//
//go:noinline
func recovering(n int) (r int) {
	var b big
	defer func() {
		if e := recover(); e != nil {
			r = e.(int) + 1 + b.words[7]
		}
	}()
	b.words[7] = 0
	if n == 0 {
		panic(0)
	}
	panic(recovering(n - 1))
}

// A deferred call in a loop, so with records, and conditional ones.
//
//go:noinline
func deferring(n int, sum *int) {
	var b big
	b.words[n%512] = n
	for i := range 2 {
		defer func() { *sum += i + b.words[n%512] }()
	}
	if n%2 == 0 {
		defer func() { *sum -= b.words[n%512] }()
	}
	if n > 0 {
		deferring(n-1, sum)
	}
}

// The border is crossed again and again from the same frame.
//
//go:noinline
func hot(depth, rounds int) int {
	var b big
	b.words[depth%512] = depth
	if depth > 0 {
		return hot(depth-1, rounds) + b.words[depth%512] - depth
	}
	sum := 0
	for i := range rounds {
		sum += leafy(i)
	}
	return sum
}

//go:noinline
func leafy(i int) int {
	var b big
	b.words[i%512] = 1
	return b.words[i%512] + down(20) - 20
}

//go:noinline
func manyArguments(n int, a, b, c, d, e, f, g, h, i, j string, x, y, z float64) (string, float64) {
	var w big
	w.words[n%512] = n
	if n == 0 {
		return a + b + c + d + e + f + g + h + i + j, x + y + z
	}
	s, v := manyArguments(n-1, a, b, c, d, e, f, g, h, i, j, x, y, z)
	if w.words[n%512] != n {
		panic("a frame was overwritten")
	}
	return s, v + 1
}

//go:noinline
func trace(n int) string {
	var b big
	if n == 0 {
		buf := make([]byte, 1<<20)
		return string(buf[:runtime.Stack(buf, false)])
	}
	b.words[n%512] = n
	return trace(n-1) + strings.Repeat(" ", b.words[n%512]-n)
}

func all() {
	fmt.Println(down(100), down(2_000_000))
	fmt.Println(wide(10, &list{}), wide(5000, &list{}))
	fmt.Println(recovering(3), recovering(300), recovering(3000))
	sum := 0
	deferring(3000, &sum)
	fmt.Println(sum)
	fmt.Println(hot(11, 1000), hot(12, 1000), hot(13, 1000), hot(14, 1000), hot(15, 1000), hot(16, 1000))
	s, v := manyArguments(4000, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", 1, 2, 3)
	fmt.Println(s, v)
	t := trace(60)
	fmt.Println(strings.Count(t, "main.trace("), strings.Contains(t, "main.all("))
}

func main() {
	all()
	done := make(chan bool)
	go func() {
		all()
		done <- true
	}()
	<-done
	var wg sync.WaitGroup
	total := 0
	var mu sync.Mutex
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n := down(1000*i) + wide(10*i, &list{})
			runtime.Gosched()
			n += recovering(i) + hot(i, 10)
			mu.Lock()
			total += n
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(total)
}
