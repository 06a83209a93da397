// In a().b(x).c(y) everything but the last call happens at the statement.
package main

import "fmt"

type T struct{ name string }

func a() *T {
	fmt.Println("a")
	return &T{"t"}
}

func (t *T) b(x int) *T {
	fmt.Println("b", x)
	return &T{t.name + "b"}
}

func (t *T) c(y int) { fmt.Println("c", t.name, y) }

func val(n int) int {
	fmt.Println("val", n)
	return n
}

func main() {
	defer a().b(val(1)).c(val(2))
	fmt.Println("body")
}
