// Methods of interfaces have no type parameters; the rest of the interface is understood.
package main

type I interface {
	m[P any]() // ERROR `^interface method must have no type parameters$`
	n[P interface{ ~int }](int) string // ERROR `^interface method must have no type parameters$`
	E[int]
}

type E[T any] interface{ e(T) }

var _ I = 1 // ERROR `^cannot use 1 \(constant of type int\) as I value in variable declaration: int does not implement I \(missing method e\)$`

func main() {}
