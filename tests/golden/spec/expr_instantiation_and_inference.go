package main

import "fmt"

type Number interface {
	~int | ~int8 | ~float64
}

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Apply[S ~[]E, E any](s S, f func(E) E) S {
	out := make(S, len(s))
	for i, e := range s {
		out[i] = f(e)
	}
	return out
}
func DotProduct[F ~float32 | ~float64](x, y []F) (s F) {
	for i, x := range x {
		s += x * y[i]
	}
	return
}
func Double[T Number](x T) T                   { return x * 2 }
func Map[K comparable, V, W any](m map[K]V, f func(K, V) W) []W {
	var out []W
	for k, v := range m {
		out = append(out, f(k, v))
	}
	return out
}
func Ptr[T any](x T) *T { return &x }
func Scale[P interface{ *T; Set(string) }, T any](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}
func Chan[T any](c <-chan T) T { return <-c }
func Func[A, B any](f func(A) B, a A) B { return f(a) }
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

type Settable int

func (s *Settable) Set(x string) { *s = Settable(len(x)) }

type MySlice []int
type MyFloat float64
type Tree[T interface{ Less(T) bool }] struct{ v T }
type Int int

func (i Int) Less(j Int) bool { return i < j }
func Max[T interface{ Less(T) bool }](a, b T) T {
	if a.Less(b) {
		return b
	}
	return a
}

type Fn func(float64) float64

func main() {
	fmt.Println(Sum[int](), Sum(1, 2), Sum(1, 2.5), Sum[float64](1, 2), Sum[int8](100, 100))
	fmt.Printf("%T %T\n", Apply(MySlice{1, 2}, Double), Apply([]float64{1}, Double[float64]))
	fmt.Println(Apply(MySlice{1, 2}, func(x int) int { return x + 1 }))
	fmt.Println(DotProduct([]MyFloat{1, 2}, []MyFloat{3, 4}))
	fmt.Println(Map(map[string]int{"a": 1}, func(k string, v int) string { return fmt.Sprint(k, v) }))
	fmt.Println(*Ptr("p"), *Ptr[any](3), **Ptr(Ptr('x')))
	fmt.Println(Scale[*Settable]([]string{"a", "bcd"}))
	c := make(chan string, 1)
	c <- "from"
	fmt.Println(Chan(c))
	fmt.Println(Func(Double[int], 4), Func(func(s string) int { return len(s) }, "four"))
	fmt.Println(Compose(func(x int) string { return fmt.Sprint(x) }, func(s string) []byte { return []byte(s) })(12))
	fmt.Println(Max(Int(3), 4), Tree[Int]{5})
	var f func(float64) float64 = Double
	var g Fn = Double
	fs := []func(int) int{Double, Double[int]}
	m := map[string]func(int8) int8{"d": Double}
	cf := make(chan func(int) int, 1)
	cf <- Double
	h := Fn(Double)
	fmt.Println(f(1.5), g(2.5), fs[0](3), fs[1](4), m["d"](5), (<-cf)(6), h(3.5))
	ret := func() func(int) int { return Double }
	fmt.Println(ret()(8))
}
