// A map type needs a key type.
package main

var e map[]int // ERROR `^syntax error: unexpected \], expected type$`

func main() {}
