// Elements of a nil array pointer: a variable index, and a range over it.
package main

var a *[100]int
var n = 50

func main() {
	defer func() {
		recover()
		for i, v := range a {
			println(i, v)
		}
	}()
	a[n] = 1
}
