// Pointers made of the integers that other pointers are keep their objects, as gc's escape analysis sees it.
package main

import "unsafe"

type quad [4]int

//go:noinline
func second() *int {
	x := quad{1, 2, 3, 4}
	return (*int)(unsafe.Pointer(uintptr(unsafe.Pointer(&x)) + 8))
}

//go:noinline
func aligned() *int {
	x := quad{5, 6, 7, 8}
	return (*int)(unsafe.Pointer((uintptr(unsafe.Pointer(&x)) + 20) &^ 7))
}

type address uintptr

//go:noinline
func element(i int) *int {
	x := quad{9, 10, 11, 12}
	return (*int)(unsafe.Pointer(-(^uintptr(address(uintptr(unsafe.Pointer(&x)))|0) - uintptr(i)*8 + 1)))
}

//go:noinline
func either(first bool, p, q *quad) *int {
	x, y := *p, *q
	base := unsafe.Pointer(&x)
	if !first {
		base = unsafe.Pointer(&y)
	}
	return (*int)(unsafe.Pointer(uintptr(base) + 24))
}

var kept unsafe.Pointer

//go:noinline
func keep() {
	x := quad{13, 14, 15, 16}
	kept = unsafe.Pointer(uintptr(unsafe.Pointer(&x)) ^ 0)
}

//go:noinline
func clobber(n int) int {
	var a [200]int
	for i := range a {
		a[i] = -n - i
	}
	return a[n%200]
}

func main() {
	a, b, c := second(), aligned(), element(2)
	d := either(true, &quad{3: 20}, &quad{3: 21})
	e := either(false, &quad{3: 20}, &quad{3: 21})
	keep()
	clobber(77)
	println(*a, *b, *d, *e, (*quad)(kept)[3])
	_ = c
}
