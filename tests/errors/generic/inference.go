// Inference of type arguments.
package main

func apply[T, U any](x T, f func(T) U) U { return f(x) }
func mk[T any]() T                       { var z T; return z }
func same[T any](a, b T)                 {}
func ptr[T any, P interface {
	*T
	Set(string)
}](s string) T {
	var t T
	P(&t).Set(s)
	return t
}
func id[T any](x T) T                  { return x }
func scale[S ~[]E, E ~int](s S, e E) S { return s }

type Points []int

func (p Points) Len() int { return len(p) }

type setter struct{ s string }

func (s *setter) Set(v string) { s.s = v }

type fn func(int) int

func takes(f func(string) string) {}

type box struct{ f func(int) int }

func main() {
	_ = apply(1, func(i int) string { return "" })
	_ = apply(1, func(s string) string { return "" }) // ERROR `^cannot use 1 \(untyped int constant\) as string value in argument to apply`
	_ = apply(1, id)
	mk() // ERROR `^in call to mk, cannot infer T \(declared at \./inference\.go:5:9\)`
	_ = mk[int]()
	same(1, 2.5)
	same(1, "a") // ERROR `^in call to same, mismatched types untyped int and untyped string \(cannot infer T\)`
	same([]int{}, Points{})
	same[any](1, "a")
	_ = ptr[setter]("x")
	_ = ptr[int]("x") // ERROR `^\*int does not satisfy interface\{Set\(string\); \*int\} \(missing method Set\)`
	_ = scale(Points{}, 2).Len()
	_ = scale([]string{}, 2) // ERROR `^in call to scale, E \(type string\) does not satisfy ~int`
	var f func(int) int = id
	f = id
	var g func(int) string = id // ERROR `^declared and not used: g` `^inferred type func\(x int\) int for func\(x T\) T does not match type func\(int\) string of g`
	takes(id)
	_ = box{id}
	_ = box{f: id}
	_ = []fn{id}
	_ = fn(id)
	_ = map[string]fn{"a": id}
	ch := make(chan fn, 1)
	ch <- id
	_ = f
	same(nil, 1) // ERROR `^cannot use nil as int value in argument to same`
	h := id[int]
	_ = h("a") // ERROR `^cannot use "a" \(untyped string constant\) as int value in argument to h`
}
