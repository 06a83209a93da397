// A field far from a nil pointer is checked before it is touched.
package main

type T struct {
	pad [5000]int
	n   int
}

var p *T

func main() {
	println(p.n)
}
