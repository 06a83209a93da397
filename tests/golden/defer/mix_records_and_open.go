package main

import "runtime"

func d(n int) { println("d", n) }

func mixed(n int, a, b bool) (r int) {
	for i := 0; i < n; i++ {
		defer d(100 + i)
	}
	defer d(1)
	if a {
		defer d(2)
	}
	for i := 0; i < n; i++ {
		defer d(200 + i)
	}
	if b {
		defer func() {
			println("rec", recover() != nil)
			r += 1000
		}()
	} else {
		defer d(4)
	}
	for i := 0; i < n; i++ {
		if i == 1 && b {
			panic("x")
		}
		defer d(300 + i)
	}
	return n
}

func many(k int) (s string) {
	defer func() { s += "1" }()
	if k == 0 {
		return "a"
	}
	defer func() { s += "2" }()
	if k == 1 {
		return "b"
	}
	defer func() { s += "3" }()
	if k == 2 {
		return "c"
	}
	defer func() { s += "4" }()
	if k == 3 {
		return "d"
	}
	defer func() { s += "5" }()
	if k == 4 {
		return "e"
	}
	defer func() { s += "6" }()
	if k == 5 {
		panic("f")
	}
	defer func() { s += "7" }()
	defer func() { s += "8" }()
	defer func() { recover(); s += "9" }()
	defer func() { s += "A" }()
	if k == 6 {
		panic("g")
	}
	return "h"
}

func catch(f func()) {
	defer func() {
		if r := recover(); r != nil {
			println("caught", r.(string))
		}
	}()
	f()
}

func nested() (r [20]int) {
	defer func() { r[0] += 1 }()
	defer func() {
		defer func() { recover(); r[1]++ }()
		panic("second")
	}()
	defer func() { recover(); r[2]++ }()
	defer func() { panic("third") }()
	for i := range r {
		r[i] = i * 10
	}
	panic("first")
}

func main() {
	for n := 0; n < 3; n++ {
		for m := 0; m < 4; m++ {
			catch(func() { println(mixed(n, m&1 != 0, m&2 != 0)) })
		}
	}
	for k := 0; k < 8; k++ {
		catch(func() { println(many(k)) })
	}
	r := nested()
	println(r[0], r[1], r[2], r[19])
	done := make(chan int)
	go func() {
		defer close(done)
		defer println("exit", recover() == nil)
		for i := 0; i < 2; i++ {
			defer d(i)
		}
		func() {
			defer d(7)
			defer func() { recover(); println("inner") }()
			defer func() { panic("over goexit") }()
			runtime.Goexit()
		}()
	}()
	<-done
	var f func()
	catch(func() {
		defer func() { println("nil", recover() != nil) }()
		defer f()
		println("body")
	})
}
