// Arithmetic, comparison and parts of complex numbers of both widths.
package main

import "fmt"

func main() {
	a, b := 1+2i, complex(3, -4)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, a == complex(1, 2))
	fmt.Println(real(a), imag(b), real(a*b), imag(a/b))
	c := complex64(a)
	var d complex64 = complex(float32(0.5), 2)
	fmt.Println(c*d, c/d, real(c), imag(d))
	fmt.Printf("%T %T %T %T\n", a, c, real(a), real(c))
	a += 1
	a *= 2i
	b -= 1i
	b /= 2
	fmt.Println(a, b, complex128(d))
	z := 0i
	fmt.Println((1+2i)/z, z/z, z*(1/z))
}
