package main

import (
	"fmt"
	"unsafe"
)

type S struct {
	a bool
	b int64
	c bool
	d int16
	e [3]byte
	f string
	g any
	h struct{}
}

type Rec struct {
	n    int32
	next *Rec
}

const size = unsafe.Sizeof(S{}) + unsafe.Alignof(int16(0))

var arr [unsafe.Sizeof(uint32(0))]int

func main() {
	var s S
	fmt.Println(unsafe.Sizeof(s), unsafe.Alignof(s), size, len(arr))
	fmt.Println(unsafe.Offsetof(s.b), unsafe.Offsetof(s.c), unsafe.Offsetof(s.d), unsafe.Offsetof(s.e), unsafe.Offsetof(s.f), unsafe.Offsetof(s.g), unsafe.Offsetof(s.h))
	fmt.Println(unsafe.Sizeof(byte(0)), unsafe.Sizeof(uint16(0)), unsafe.Sizeof(float32(0)), unsafe.Sizeof(complex64(0)), unsafe.Sizeof(complex128(0)), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([0]int{}), unsafe.Sizeof(struct{}{}), unsafe.Sizeof(func() {}))
	fmt.Println(unsafe.Alignof(s.d), unsafe.Alignof(struct{ a byte }{}), unsafe.Alignof([2]int32{}), unsafe.Sizeof(Rec{}))
	x := [4]int32{1, 2, 3, 4}
	p := unsafe.Pointer(&x)
	q := (*int32)(unsafe.Add(p, 8))
	*q = 30
	r := unsafe.Slice(&x[0], 3)
	r[1] = 20
	fmt.Println(x, r, len(r), cap(r), *(*int64)(p) == 20<<32|1)
	b := []byte("bytes")
	str := unsafe.String(&b[0], 3)
	b[0] = 'B'
	fmt.Println(str, *unsafe.StringData("hello"), unsafe.SliceData(b) == &b[0], unsafe.Slice((*int)(nil), 0) == nil)
	f := 1.5
	bits := *(*uint64)(unsafe.Pointer(&f))
	fmt.Printf("%#x %v\n", bits, uintptr(p)%4)
	s.d = 7
	pd := (*int16)(unsafe.Pointer(uintptr(unsafe.Pointer(&s)) + unsafe.Offsetof(s.d)))
	*pd++
	fmt.Println(s.d)
	for _, n := range []int{-1, 3} {
		func() {
			defer func() { fmt.Println(recover()) }()
			var np *int
			_ = unsafe.Slice(np, n)
		}()
	}
	type I interface{ M() }
	var e1, e2 struct{}
	_, _ = &e1, &e2
	var i I
	fmt.Println(unsafe.Sizeof(i), unsafe.Sizeof(uintptr(0)) == unsafe.Sizeof(p))
}
