package main

type Tree[T any] struct {
	left, right *Tree[T]
	v           T
}

func (t *Tree[T]) Insert(v T, less func(a, b T) bool) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if less(v, t.v) {
		t.left = t.left.Insert(v, less)
	} else {
		t.right = t.right.Insert(v, less)
	}
	return t
}

func (t *Tree[T]) Walk(f func(T) bool) bool {
	return t == nil || t.left.Walk(f) && f(t.v) && t.right.Walk(f)
}

func Even[T int | uint8](n T) bool {
	if n == 0 {
		return true
	}
	return Odd(n - 1)
}

func Odd[T int | uint8](n T) bool {
	if n == 0 {
		return false
	}
	return Even(n - 1)
}

func main() {
	var t *Tree[string]
	for _, s := range []string{"m", "c", "x", "a"} {
		t = t.Insert(s, func(a, b string) bool { return a < b })
	}
	t.Walk(func(s string) bool {
		println(s)
		return s != "m"
	})
	println(Even(10), Odd[uint8](7))
}
