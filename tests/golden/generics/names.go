package main

import "fmt"

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

type Num int

func (p Pair[K, V]) Fail() { panic(p.Key) }

type Opt[T any] struct{ v *T }

func (o Opt[T]) Get() T { return *o.v }

func show[T any](x T) { fmt.Printf("%T %v\n", x, x) }

func main() {
	show(Pair[int, string]{1, "a"})
	show(Pair[Num, []Num]{1, nil})
	show(Pair[string, Pair[Num, bool]]{})
	show(map[string]Opt[int]{})
	show([]func(Opt[error]) Num{})
	fmt.Println(Pair[string, float64]{"k", 1.5}, &Opt[int]{})
	defer func() {
		fmt.Println(recover())
		var o *Opt[Num]
		var g interface{ Get() Num } = o
		g.Get()
	}()
	Pair[string, int]{"failed", 1}.Fail()
}
