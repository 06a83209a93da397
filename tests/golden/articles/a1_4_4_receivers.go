// Article 1, 4.4: deferred methods with value and pointer receivers.
package main

import "fmt"

type Counter struct{ n int }

func (c Counter) Inc()     { c.n++ }
func (c *Counter) IncPtr() { c.n++ }

func demo() {
	x := Counter{10}
	defer x.Inc()
	defer x.IncPtr()
	fmt.Println(x.n)
}

func main() {
	demo()
}
