// Malformed channel types and select cases.
package main

func main() {
	var a chan
	var b <-int // ERROR `^syntax error: missing channel element type$`
	select {
	case 1:
	case x:
	case x := 1:
	}
}
