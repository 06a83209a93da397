// Methods are not declared with a dot.
package main

type T struct{}

func T.e() {} // ERROR `^syntax error: unexpected \., expected \($`

func main() {}
