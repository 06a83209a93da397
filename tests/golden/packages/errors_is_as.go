// errors.New, Is, As, Unwrap and Join with own types, Is methods and trees.
package main

import (
	"errors"
	"fmt"
)

type NotFound struct{ name string }

func (e *NotFound) Error() string { return e.name + " not found" }

type Temp struct{ error }

func (t Temp) Unwrap() error   { return t.error }
func (t Temp) Temporary() bool { return true }

type Kind int

func (k Kind) Error() string        { return fmt.Sprint("kind ", int(k)) }
func (k Kind) Is(target error) bool { return target == errAny }

var errAny = errors.New("any kind")

func main() {
	a, b := errors.New("same"), errors.New("same")
	fmt.Println(a == b, errors.Is(a, a), errors.Is(a, b), errors.Is(nil, a), errors.Is(nil, nil))
	nf := &NotFound{"file"}
	wrapped := Temp{fmt.Errorf("open: %w", nf)}
	var target *NotFound
	fmt.Println(errors.As(wrapped, &target), target == nf, wrapped)
	var temp interface{ Temporary() bool }
	fmt.Println(errors.As(wrapped, &temp), temp.Temporary(), errors.As(nf, &temp))
	fmt.Println(errors.Is(fmt.Errorf("x: %w", Kind(3)), errAny), errors.Is(Kind(3), Kind(3)), errors.Is(Kind(3), Kind(4)))
	j := errors.Join(a, nil, wrapped, Kind(1))
	fmt.Println(errors.Is(j, a), errors.Is(j, nf), errors.Is(j, errAny), errors.Is(j, b))
	fmt.Printf("%q\n", j.Error())
	var k Kind
	fmt.Println(errors.As(j, &k), k, errors.Unwrap(j), errors.Unwrap(wrapped) != nil, errors.Unwrap(a))
	defer func() { fmt.Println(recover()) }()
	errors.As(a, nil)
}
