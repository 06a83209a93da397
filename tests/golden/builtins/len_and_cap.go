// len and cap of every kind; constant ones do not evaluate their operand.
package main

import "fmt"

func f() [3]int { fmt.Print("called "); return [3]int{} }

var p *[7]string

const a = len(p)
const b = cap([4]int{})

func main() {
	s := make([]int, 2, 9)
	ch := make(chan int, 5)
	ch <- 1
	m := map[int]int{1: 1}
	arr := [...]string{5: ""}
	fmt.Println(a, b, len(s), cap(s), len(ch), cap(ch), len(m), len(arr), cap(&arr), len("héé"), len(arr[0]))
	fmt.Println(len(f()), len([10]chan int{}), cap(s[3:5]), len(s[:0]))
	var ns []int
	var nm map[string]int
	var nc chan int
	fmt.Println(len(ns), cap(ns), len(nm), len(nc), cap(nc), len(string(ns2())))
	type S struct{ in struct{ a [6]byte } }
	var q *S
	fmt.Println(len(q.in.a))
	const k = len("const") * 2
	var x [k]int
	fmt.Println(len(x))
}

func ns2() []byte { return []byte{'a', 'b'} }
