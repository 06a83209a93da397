// Allocates, starts goroutines and timers, and forgets all of them, for as many seconds as it is told. Nothing is kept, so
// its memory must not grow.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

type tree struct {
	left, right *tree
	label       string
}

func grow(depth int) *tree {
	if depth == 0 {
		return &tree{label: "leaf"}
	}
	return &tree{grow(depth - 1), grow(depth - 1), strings.Repeat("x", depth)}
}

func (t *tree) size() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.size() + t.right.size()
}

func memory(round int) int {
	sum := grow(10).size()
	m := map[string][]int{}
	for i := range 500 {
		m[strconv.Itoa(i*round)] = make([]int, i%50)
	}
	for k := range m {
		if len(k)%2 == 0 {
			delete(m, k)
		}
	}
	big := make([]byte, 100_000+round%7*50_000)
	big[len(big)-1] = 1
	return sum + len(m) + len(big)
}

func deep(n int) int {
	var room [16]int
	if n == 0 {
		return room[0]
	}
	return deep(n-1) + room[n%16] + 1
}

func goroutines() int {
	results := make(chan int)
	var wg sync.WaitGroup
	for i := range 200 {
		wg.Go(func() {
			if i%40 == 0 {
				deep(5000)
			}
			results <- i
		})
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	sum := 0
	for v := range results {
		sum += v
	}
	return sum
}

func timers() int {
	var wg sync.WaitGroup
	fired := 0
	var mu sync.Mutex
	for i := range 100 {
		switch i % 4 {
		case 0:
			wg.Add(1)
			time.AfterFunc(time.Duration(i)*10*time.Microsecond, func() {
				mu.Lock()
				fired++
				mu.Unlock()
				wg.Done()
			})
		case 1:
			time.NewTimer(time.Hour).Stop()
		case 2:
			time.After(time.Hour)
		case 3:
			ticker := time.NewTicker(50 * time.Microsecond)
			if i == 3 {
				<-ticker.C
			}
			ticker.Stop()
		}
	}
	wg.Wait()
	return fired
}

func main() {
	seconds, _ := strconv.Atoi(os.Args[1])
	end := time.Now().Add(time.Duration(seconds) * time.Second)
	rounds := 0
	for time.Now().Before(end) {
		rounds++
		if memory(rounds) == 0 || goroutines() != 199*100 || timers() != 25 {
			panic("wrong result")
		}
	}
	for i := 0; runtime.NumGoroutine() != 1 && i < 1000; i++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(rounds > 0, runtime.NumGoroutine())
}
