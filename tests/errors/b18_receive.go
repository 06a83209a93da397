// A receive operation is no operand of defer.
package main

func main() {
	c := make(chan func())
	defer <-c // ERROR "unexpected <-, expected expression"
}
