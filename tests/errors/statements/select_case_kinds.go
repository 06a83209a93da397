// Select cases must be sends or receives.
package main

func main() {
	var ch chan int
	select {
	case f(): // ERROR `^select case must be send or receive \(possibly with assignment\)$`
	case <-ch + 1: // ERROR `^select case must be send or receive \(possibly with assignment\)$`
	case (<-ch):
	case v := (<-ch):
		_ = v
	}
}

func f() {}
