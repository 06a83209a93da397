// A receiver is not variadic.
package main

type T struct{}

func (t ...T) c() {} // ERROR `^invalid use of \.\.\.$`

func main() {}
