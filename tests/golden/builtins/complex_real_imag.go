// complex, real and imag on constants and variables of both widths.
package main

import "fmt"

type C complex64

func main() {
	const c = complex(1, 2)
	const r, i = real(c), imag(3i)
	x, y := 1.5, -2.5
	f, g := float32(0.5), float32(4)
	z, w := complex(x, y), complex(f, 1)
	fmt.Println(c, r, i, z, w, real(z), imag(w), complex(g, f), complex(x, 0))
	fmt.Printf("%T %T %T %T %T %T\n", c, r, z, w, real(w), real(C(w)))
	fmt.Println(real(z*w128(w)), imag(z)/real(z), real(2.0), imag('a'))
}

func w128(c complex64) complex128 { return complex128(c) }
