package main

import "fmt"

type T struct {
	a  int
	s  string
	p  *T
	f  func(int) int
	i  interface{ M() int }
	e  any
	sl []int
	ar [3]uint8
}
type N int
type P struct{ x *int }

func (n N) M() int  { return int(n) }
func (p *P) M() int { return *p.x }
func g(x int) int   { return x }

var n = 5
var v1 = T{a: 1, s: "x", f: g, i: N(3), e: "str", sl: []int{1, 2}, ar: [...]uint8{2: 9}}
var v2 = &T{a: 2, p: &v1, e: &n, i: &P{&n}}
var v3 = []any{1, "a", 2.5, nil, &v1, g, N(1), []int{1, 2}, [2]string{"p", "q"}, struct{ a, b int8 }{1, 2}, P{&n}, 'x', true, map[int]int(nil), struct{}{}}
var ops = map[string]func(int, int) int{"+": func(a, b int) int { return a + b }}
var table = [...]struct {
	name string
	f    func(int) int
}{
	{"double", func(x int) int { return x * 2 }},
	{"nested", func(x int) int { return func(y int) int { n++; return x*y + n }(10) }},
	{"g", g},
}
var lit = func() string { return "literal" }
var dyn = table[0].f(21)
var iface interface{ M() int } = N(7)
var errs = []error{nil, e{"first"}, &e{"second"}}
var after = func() int { return dyn + 1 }()
var rec = func(k int) int {
	if k == 0 {
		return 0
	}
	return k + recurse(k-1)
}

func recurse(k int) int { return table2[0](k) }

var table2 []func(int) int

func init() { table2 = append(table2, func(k int) int { return k * 100 }) }

type e struct{ s string }

func (x e) Error() string { return x.s }

func main() {
	fmt.Println(v1.a, v1.s, v1.f(4), v1.i.M(), v1.e, v1.sl, v1.ar, v2.p == &v1, v2.e == any(&n), v2.i.M())
	for i, x := range v3 {
		switch x := x.(type) {
		case func(int) int:
			fmt.Println(i, x(8))
		case *T:
			fmt.Println(i, x == &v1)
		case P:
			fmt.Println(i, *x.x)
		default:
			fmt.Printf("%d %T %v\n", i, x, x)
		}
	}
	v3[7].([]int)[0] = 50
	fmt.Println(v3[7], ops["+"](1, 2), lit(), dyn, iface.M(), after, rec(3))
	for _, t := range table {
		fmt.Println(t.name, t.f(3))
	}
	for _, err := range errs {
		fmt.Println(err)
	}
	fmt.Println(errs[1] == error(e{"first"}), errs[2] == error(e{"second"}), n)
	table[2].f = func(int) int { return -1 }
	fmt.Println(table[2].f(0))
}
