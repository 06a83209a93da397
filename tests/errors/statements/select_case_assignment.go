// Only a receive may be assigned in a select case.
package main

func main() {
	ch, n := make(chan int), 1
	select {
	case n = 1: // ERROR `^select case must be send or receive \(possibly with assignment\)$`
	case n = <-ch:
	}
	_ = n
}
