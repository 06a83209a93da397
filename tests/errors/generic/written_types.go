// Messages spell types as they were written.
package main

type Bytes interface{ []byte | []int }

func f[T Bytes](x T) {
	_ = x[:] // ERROR `^cannot slice x \(variable of type T constrained by Bytes\): \[\]byte and \[\]int have different underlying types$`
}

func g[A []byte | [10]byte, C interface{ ~chan byte | ~chan int }]() {
	_ = make(A) // ERROR `^invalid argument: cannot make A: type must be slice, map, or channel$`
	_ = make(C) // ERROR `^invalid argument: cannot make C: channels chan byte and chan int have different element types$`
}

func h[int any](x int) {
	x = 0 // ERROR `^cannot use 0 \(untyped int constant\) as int /\* with int declared at \./written_types\.go:15:8 \*/ value in assignment$`
}

func i[T byte | string]() {
	_ = T(256) // ERROR `^cannot convert 256 \(untyped int value\) to type T: constant 256 overflows byte \(in T\)$`
}

type S struct{}
type A0 = S
type A1[P any] = A0
type A2 = *A1[int]

func (A2) m() {} // ERROR `^cannot define new methods on instantiated type A1\[int\]$`

func main() {}
