// A method has one receiver.
package main

type T struct{}

func (t T, u T) a() {} // ERROR `^method has multiple receivers$`
func () b()         {} // ERROR `^method has no receiver$`

func main() {}
