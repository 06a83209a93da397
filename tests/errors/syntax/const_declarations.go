// Constants need a value, and a value for each name.
package main

const a // ERROR `^missing init expr for a$`
const b int // ERROR `^missing init expr for b$`
const c, d = 1 // ERROR `^missing init expr for d$`
const e = 1, 2 // ERROR `^extra init expr 2$`
const (
	f // ERROR `^missing init expr for f$`
	g = 1
	h
	i, j // ERROR `^missing init expr for j$`
)
const k, l = 1, 2

func main() {}
