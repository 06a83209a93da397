// Types beyond the limits of the compiler.
package main

type V [1 << 50]byte // ERROR `^type \[1125899906842624\]byte larger than address space$`

var c chan [1 << 16]byte // ERROR `^channel element type too large \(>64kB\)$`

var ok chan [1<<16 - 1]byte

func main() {
	d := make(chan struct{ v [65536]byte }) // ERROR `^channel element type too large \(>64kB\)$`
	close(d)
}
