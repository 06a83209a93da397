package main

type Box[T any] struct{ v T }

func (b *Box[T]) Set(v T) { b.v = v }
func (b Box[T]) Get() T   { return b.v }

type Outer struct {
	*Box[string]
	n int
}

type Setter[T any] interface{ Set(T) }

type Getter[T any] interface{ Get() T }

func main() {
	b := Box[int]{1}
	set, get := b.Set, b.Get
	set(5)
	println(b.v, get(), b.Get())

	f := (*Box[int]).Set
	f(&b, 9)
	println(Box[int].Get(b), (*Box[int]).Get(&b))

	o := Outer{&Box[string]{"in"}, 1}
	o.Set("out")
	println(o.Get(), Outer.Get(o))
	var s Setter[string] = o
	s.Set("iface")
	var g Getter[string] = s.(Getter[string])
	println(g.Get())
	var bg Getter[int] = b
	println(bg.Get())
	h := bg.Get
	println(h(), Getter[int].Get(&b))
	_, ok := any(b).(Getter[string])
	println(ok)
}
