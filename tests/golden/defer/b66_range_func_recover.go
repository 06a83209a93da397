// What a body of a range over a function defers recovers a panic in the body, after the loop, and in the iterator.
package main

import "fmt"

func numbers(yield func(int) bool) {
	for i := 0; i < 3 && yield(i); i++ {
	}
}

func fails(yield func(int) bool) {
	yield(1)
	panic("iterator")
}

func inBody() (err any) {
	for i := range numbers {
		defer func() {
			if e := recover(); e != nil {
				err = fmt.Sprint(e, " recovered by ", i)
			}
		}()
		if i == 1 {
			panic("body")
		}
	}
	return "not reached"
}

func afterLoop() (err any) {
	for range numbers {
		defer func() {
			if e := recover(); e != nil {
				err = e
			}
		}()
	}
	panic("after the loop")
}

func inIterator() (err any) {
	for range fails {
		defer func() { err = recover() }()
	}
	return
}

func direct() (n int) {
	defer func() { recover() }()
	for range numbers {
		n++
		defer recover()
	}
	panic(1)
}

func main() {
	fmt.Println(inBody())
	fmt.Println(afterLoop())
	fmt.Println(inIterator())
	fmt.Println(direct())
}
