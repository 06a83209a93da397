// Operands of return, defer, go, send and range are evaluated in order, before what they do.
package main

import "fmt"

var log string

func v(s string, n int) int { log += s; return n }

func three() (a, b, c int) {
	defer func() { log += "|" }()
	return v("x", 1), v("y", 2), v("z", 3)
}

func ch(s string, c chan int) chan int { log += s; return c }

func main() {
	c := make(chan int, 2)
	fmt.Println(three())
	fmt.Println(log)
	log = ""
	ch("c", c) <- v("v", 5)
	func() {
		defer fmt.Sprint(v("d1", 1), v("d2", 2))
		defer func(a, b int) { log += fmt.Sprint(a, b) }(v("d3", 3), v("d4", 4))
		log += "body"
	}()
	for i := range v("range", 2) {
		log += fmt.Sprint("it", i)
	}
	switch v("tag", 1) {
	case v("case1", 2), v("case2", 1), v("case3", 1):
	}
	if x := v("if", 1); x > v("cmp", 0) {
		log += "then"
	}
	fmt.Println(log, <-ch("r", c))
}
