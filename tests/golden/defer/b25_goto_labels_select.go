// goto, labels, switch and select bodies register what is executed.
package main

import "fmt"

func f() {
	i := 0
again:
	defer fmt.Println("after the label", i)
	i++
	if i < 3 {
		goto again
	}
	goto end
	defer fmt.Println("jumped over")
end:
	ch := make(chan int, 1)
	ch <- 1
	select {
	case v := <-ch:
		defer fmt.Println("received", v)
	default:
		defer fmt.Println("default")
	}
outer:
	for a := 0; ; a++ {
		for b := 0; b < 3; b++ {
			switch {
			case b == 1 && a < 2:
				continue outer
			case a == 2:
				break outer
			}
			defer fmt.Println("nested", a, b)
		}
	}
}

func main() { f() }
