// What was missing or broken in TinyGo: defers in loops (745, 5082), recover (2331), of run-time errors (2759, 3510), and
// `defer panic` (4571).
package main

import "fmt"

type node struct{ next *node }

func loop(n int) (order []int) {
	func() {
		for i := range n {
			if i%3 == 0 {
				continue
			}
			defer func() { order = append(order, i) }()
		}
	}()
	return
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, "-", recover()) }()
	f()
}

func main() {
	fmt.Println(loop(10))
	var list *node
	var array [4]int
	var slice []int
	var table map[string]int
	var err error
	n := len(array)
	try("explicit", func() { panic("text") })
	try("nil pointer", func() { list = list.next })
	try("index", func() { array[n%5]++ })
	try("slice", func() { slice = slice[1:n] })
	try("division", func() { n /= len(slice) })
	try("nil map", func() { table["x"]++ })
	try("assertion", func() { _ = any(n).(string) })
	try("nil interface", func() { _ = err.Error() })
	try("closed channel", func() { c := make(chan int); close(c); close(c) })
	try("deferred panic", func() { defer panic("deferred"); fmt.Println("body") })
}
