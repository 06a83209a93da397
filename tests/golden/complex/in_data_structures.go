// Complex numbers as map keys, array elements, fields, interface values and results.
package main

import "fmt"

type Signal struct {
	name string
	v    complex64
}

func roots(n int) (out []complex128) {
	z := complex(1, 0)
	for range n {
		out = append(out, z)
		z *= 1i
	}
	return
}

func swap(c complex128) complex128 { return complex(imag(c), real(c)) }

func main() {
	m := map[complex128]string{1 + 1i: "a", 2: "b", -1i: "c"}
	fmt.Println(m[complex(1, 1)], m[2+0i], m[complex(0, -1)], len(m[5]))
	fmt.Println(roots(5))
	fmt.Println([2]complex64{1i, 2}, Signal{"s", 3 - 1i}, swap(3+4i))
	var e any = 2 + 3i
	c, ok := e.(complex128)
	_, ok64 := e.(complex64)
	fmt.Println(c, ok, ok64, e == any(complex(2, 3)))
	fmt.Printf("%v %.2f %8.1f %+v %g\n", e, 1.234+5.678i, 1-2i, 1+1i, complex64(0.1+0.2i))
}
