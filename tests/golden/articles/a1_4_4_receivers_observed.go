// Article 1, 4.4, with methods that print what they see and a change between the statements and the end.
package main

import "fmt"

type Counter struct{ n int }

func (c Counter) Inc() {
	c.n++
	fmt.Println("Inc: copy is", c.n)
}

func (c *Counter) IncPtr() {
	c.n++
	fmt.Println("IncPtr: x is", c.n)
}

func demo() {
	x := Counter{10}
	defer x.Inc()
	defer x.IncPtr()
	fmt.Println(x.n)
	x.n = 100
}

func main() {
	demo()
}
