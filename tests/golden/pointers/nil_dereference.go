// A nil dereference panics where it happens: fields at any offset, elements, embedded pointers, methods.
package main

import "fmt"

type Big struct {
	pad [5000]byte
	x   int
}

type In struct{ v int }

func (i In) Val() int  { return i.v }
func (i *In) Ptr() int { return i.v }

type Out struct{ *In }

func try(f func() int) {
	defer func() { fmt.Println(recover()) }()
	fmt.Println(f())
}

func main() {
	var b *Big
	var o Out
	var a *[10000]int
	var ps []*Big
	steps := 0
	try(func() int { steps++; return b.x })
	try(func() int { steps++; b.x = 5; steps += 100; return 0 })
	try(func() int { return a[9999] })
	try(func() int { return o.v })
	try(func() int { return o.Val() })
	try(func() int { return o.Ptr() })
	try(func() int { ps = append(ps, nil); return ps[0].x })
	try(func() int { return len(b.pad) })
	fmt.Println(steps)
}
