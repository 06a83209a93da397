package main

import (
	"fmt"
	"unsafe"
)

type Embedded struct{ A, B int16 }

type S[K any] struct {
	key K
	n   int32
	Embedded
}

func layout[T any](x T, s *S[T]) {
	fmt.Println(unsafe.Sizeof(x), unsafe.Alignof(x), unsafe.Sizeof(*s), unsafe.Alignof(s.key),
		unsafe.Offsetof(s.n), unsafe.Offsetof(s.Embedded), unsafe.Offsetof(s.B))
}

func (s S[K]) offset() uintptr { return unsafe.Offsetof(s.n) }

func integer[T ~int8 | ~uint8 | ~int | ~float32 | ~complex64 | ~complex128]() (T, T, T) {
	const c = 7
	const f float64 = 2
	return T(c), T(f), T('a' / 4.0 * 4.0)
}

func float[T ~float32 | ~float64 | ~complex64 | ~complex128]() (T, T) { return T(3.14), T(-1.5e3) }

func complex_[T ~complex64 | ~complex128]() (T, T) { return T(-1i), T(1 + 2i) }

func text[T ~string | ~[]byte | ~[]rune]() T { return T("a\xffé") }

type myInt int
type myFloat float32

func main() {
	layout(int8(1), &S[int8]{})
	layout("abc", &S[string]{})
	layout([3]int16{}, &S[[3]int16]{})
	layout[any](nil, &S[any]{})
	fmt.Println(S[string]{}.offset(), S[bool]{}.offset())
	fmt.Println(integer[int8]())
	fmt.Println(integer[uint8]())
	fmt.Println(integer[myInt]())
	fmt.Println(integer[myFloat]())
	fmt.Println(integer[complex64]())
	fmt.Println(float[myFloat]())
	fmt.Println(float[float64]())
	fmt.Println(float[complex128]())
	fmt.Println(complex_[complex64]())
	fmt.Printf("%q %q %q\n", text[string](), text[[]byte](), text[[]rune]())
}
