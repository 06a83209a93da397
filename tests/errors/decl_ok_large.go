// A bit of everything that is right.
package main

import (
	"errors"
	"fmt"
	"io"
	. "strings"
)

type Kind uint8

const (
	KA Kind = 1 << iota
	KB
	KC
	mask = KA | KB | KC
)

type Base struct {
	name string
	kind Kind
}

func (b *Base) Name() string { return b.name }
func (b Base) Kind() Kind    { return b.kind }

type Named interface{ Name() string }
type Kinded interface {
	Named
	Kind() Kind
}

type Derived struct {
	*Base
	extra map[string][]func(int) (int, error)
	ch    <-chan struct{}
	arr   [mask]struct{ x, y float64 }
}

var (
	_ Kinded    = Derived{}
	_ Named     = (*Base)(nil)
	_ io.Writer = (*Builder)(nil)
)

var table = map[Kind]func(...string) string{
	KA: func(s ...string) string { return Join(s, ",") },
	KB: nil,
}

func apply(d *Derived, fs ...func(int) (int, error)) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
outer:
	for i, f := range fs {
		switch v, e := f(i); {
		case e != nil && errors.Is(e, io.EOF):
			break outer
		case v < 0:
			continue outer
		default:
			n += v
		}
	}
	return
}

func main() {
	d := &Derived{Base: &Base{"x", KC}}
	fmt.Println(d.Name(), d.Kind(), len(d.arr), table[KA]("a", "b"))
	fmt.Println(apply(d, func(i int) (int, error) { return i, nil }))
}
