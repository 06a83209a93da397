// A negative number that would become a length only behind a check of it.
package main

import "fmt"

type decoder struct {
	buf  []byte
	name string
}

//go:noinline
func size(n int) int {
	if n > 3 {
		return -1
	}
	return n
}

//go:noinline
func fill(d *decoder, b []byte) int { return len(b) + len(d.buf) }

//go:noinline
func read(k, n int) (int, error) {
	s := -1
	switch k {
	case 1:
		s = size(n)
	case 2:
		s = size(n + 1)
	}
	if s < 0 {
		return 0, fmt.Errorf("invalid %d", k)
	}
	d := &decoder{buf: make([]byte, s)}
	return fill(d, d.buf), nil
}

func main() {
	fmt.Println(read(0, 1))
	fmt.Println(read(1, 5))
	fmt.Println(read(2, 2))
	fmt.Println(read(1, 2))
}
