package main

import "fmt"

type S struct {
	a int
	_ string
	b any
}

type E struct{}

func try(f func() bool) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	return f()
}

type I interface{ M() }
type M1 int

func (M1) M() {}

func generic[T comparable](a, b T) bool { return a == b }

func main() {
	const c = 3 < 4
	type MyBool bool
	var x, y int = 1, 2
	var mb MyBool = x != y
	var b3 bool = c == (x < y)
	fmt.Println(c, mb, b3, "a" < "b", "a\x00" > "a", 1.5 <= 1.5, 'a' >= 'b')
	p, q := &x, &x
	fmt.Println(p == q, p == &y, p != nil, [2]int{1, 2} == [2]int{1, 2}, [2]string{"a"} == [2]string{"a", "b"})
	fmt.Println(S{1, "x", "y"} == S{1, "z", "y"}, S{1, "", 2} == S{1, "", 2.0}, E{} == E{}, struct{ x int }{1} == struct{ x int }{1})
	var i1, i2 any = 1, 1.0
	var j I = M1(3)
	fmt.Println(i1 == i2, i1 == 1, 1 == i1, i2 == 1.0, j == M1(3), j == I(nil), any(j) == any(M1(3)), any(j) == any(3))
	ch1, ch2 := make(chan int), make(chan int)
	var ch3 <-chan int = ch1
	fmt.Println(ch1 == ch2, ch1 == ch3, ch1 != nil)
	var f func()
	var m map[int]int
	var s []int
	fmt.Println(f == nil, m == nil, s == nil, nil != s, []int{} == nil)
	fmt.Println(try(func() bool { return any([]int{}) == any([]int{}) }))
	fmt.Println(try(func() bool { return any(S{1, "", f}) == any(S{1, "", f}) }))
	fmt.Println(try(func() bool { return any(S{1, "", f}) == any(S{2, "", f}) }))
	fmt.Println(try(func() bool { return [2]any{1, f} == [2]any{2, f} }))
	fmt.Println(try(func() bool { return [2]any{f, 1} == [2]any{f, 2} }))
	fmt.Println(try(func() bool { return generic[any](map[int]int{}, 1) }))
	fmt.Println(generic("a", "a"), generic[any](1, int8(1)), generic([1]S{{a: 1}}, [1]S{{a: 1}}))
	nan := func() float64 { z := 0.0; return z / z }()
	fmt.Println(nan == nan, nan != nan, nan < 1, !(nan >= 1), any(nan) == any(nan), [1]float64{nan} == [1]float64{nan})
	var neg = -1 / func() float64 { h := 1e308; return h * 10 }()
	fmt.Println(neg == 0, complex(1, 2) == 1+2i, complex(nan, 0) == complex(nan, 0))
}
