package main

func Chan[T any, C ~chan T](c C, list ...T) (n int) {
	go func() {
		for _, x := range list {
			c <- x
		}
		close(c)
	}()
	for range c {
		n++
	}
	return n
}

func Array[A ~[3]E, E any](a A) (A, int, []E) {
	b := a
	b[0], b[2] = a[2], a[0]
	return b, len(a), b[:2]
}

func Eq[T comparable](a, b T) bool { return a == b }

func Zero[T any]() (z T) { return *new(T) }

func Shift[T ~int8 | ~uint8](x T) (T, T, T) { return x >> 1, x << 1, ^x / 3 }

func Const[T ~int | ~float64 | ~uint8]() T {
	const k = 7
	var x T = k
	return x/2 + 1
}

func Bytes[T ~string | ~[]byte](x T) (string, []byte, int) {
	n := 0
	for i := 0; i < len(x); i++ {
		n += int(x[i])
	}
	return string(x), []byte(x), n + len(x[1:])
}

type S struct {
	a int
	b any
}

type Fn func(int) int

func Call[F ~func(int) int](f F, n int) int {
	if f == nil {
		return -1
	}
	return f(n)
}

func Deref[P ~*T, T any](p P) T { return *p }

func Grow[S ~[]E, E any](s S, n int) S { return append(s, make(S, n)...) }

func MinMax[T int | string | float64](a, b, c T) (T, T) { return min(a, b, c), max(a, b, c) }

func main() {
	println(Chan(make(chan string), "a", "b"))
	b, n, s := Array([3]string{"x", "y", "z"})
	println(b[0], b[2], n, len(s), s[0])
	println(Eq(S{1, "x"}, S{1, "x"}), Eq[any](1, 1.0), Eq([2]string{"a"}, [2]string{"a", "b"}), Eq(&n, &n))
	println(Zero[int](), Zero[string]() == "", Zero[*int]() == nil, Zero[S]().b == nil, Zero[error]() == nil)
	println(Shift(int8(-128)))
	println(Shift(uint8(200)))
	println(Const[int](), Const[float64](), Const[uint8]())
	str, bytes, k := Bytes("ab")
	println(str, len(bytes), k)
	println(Call(Fn(func(i int) int { return i + 1 }), 1), Call(Fn(nil), 1))
	println(Deref(&n), len(Grow([]int{1}, 3)))
	println(MinMax("b", "a", "c"))
	println(MinMax(2.5, -1, 2))
	defer func() {
		println(recover() != nil)
	}()
	Eq[any]([]int{}, []int{})
}
