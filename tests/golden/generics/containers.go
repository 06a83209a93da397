package main

func Keys[M ~map[K]V, K comparable, V any](m M) (n int, has func(K) bool) {
	for range m {
		n++
	}
	return n, func(k K) bool { _, ok := m[k]; return ok }
}

func Reverse[S ~[]E, E any](s S) S {
	r := make(S, 0, len(s))
	for i := len(s) - 1; i >= 0; i-- {
		r = append(r, s[i])
	}
	return r
}

func Index[S ~[]E, E comparable](s S, x E) int {
	for i := range s {
		if s[i] == x {
			return i
		}
	}
	return -1
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(x ...T) Set[T] {
	for _, x := range x {
		s[x] = struct{}{}
	}
	return s
}

func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }

type Stack[T any] []T

func (s *Stack[T]) Push(x T) { *s = append(*s, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(*s) == 0 {
		return
	}
	x = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return x, true
}

type key struct {
	a int
	b string
}

func main() {
	n, has := Keys(map[string]int{"a": 1, "b": 2})
	println(n, has("a"), has("c"))
	var s Stack[string]
	for _, x := range Reverse(Stack[string]{"p", "q"}) {
		s.Push(x)
	}
	x, ok := s.Pop()
	println(x, ok)
	s.Pop()
	x, ok = s.Pop()
	println(x == "", ok)
	println(Index([]float64{1, 2, 3}, 2), Index([]any{1, "x", key{1, "k"}}, any(key{1, "k"})), Index([]string{}, ""))
	set := Set[key]{}.Add(key{1, "a"}, key{2, "b"})
	println(set.Has(key{2, "b"}), set.Has(key{2, "c"}), len(set))
}
