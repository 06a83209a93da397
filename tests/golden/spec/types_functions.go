package main

import "fmt"

type (
	Op       func(a, b int) int
	Visitor  func(n int) Visitor
	Variadic func(prefix string, xs ...int) (n int, err error)
	HOF      func(func(int) int) func(int) int
	Method   interface{ Call(Op) int }
	Handler  func(string) (string, bool)
)

func (o Op) Apply(xs ...int) int {
	r := xs[0]
	for _, x := range xs[1:] {
		r = o(r, x)
	}
	return r
}
func (h Handler) Handle(s string) string {
	if r, ok := h(s); ok {
		return r
	}
	return "unhandled"
}
func (o Op) Call(p Op) int { return o(1, 2) * p(3, 4) }

func variadic(prefix string, xs ...int) (n int, err error) {
	for _, x := range xs {
		n += x
	}
	if xs == nil {
		err = fmt.Errorf("%s: none", prefix)
	}
	return
}

func modify(xs ...int) { xs[0] = 100 }
func anys(xs ...any) int { return len(xs) }
func fns(fs ...func() string) (s string) {
	for _, f := range fs {
		s += f()
	}
	return
}

func main() {
	add := Op(func(a, b int) int { return a + b })
	var mul Op = func(a, b int) int { return a * b }
	fmt.Println(add.Apply(1, 2, 3), mul.Apply(2, 3, 4), add.Call(mul), Method(mul).Call(add))
	depth := 0
	var v Visitor
	v = func(n int) Visitor {
		depth += n
		if n == 0 {
			return nil
		}
		return v
	}
	for w, i := v, 3; w != nil; i-- {
		w = w(i)
	}
	fmt.Println(depth)
	var f Variadic = variadic
	fmt.Println(f("p"))
	fmt.Println(f("p", 1, 2, 3))
	fmt.Println(f("p", []int{4, 5}...))
	fmt.Println(f("p", []int{}...))
	s := []int{1, 2}
	modify(s...)
	fmt.Println(s, anys(), anys(nil), anys(nil, nil), anys([]any{1, 2, 3}...), anys([]any{1, 2}), anys(s))
	var twice HOF = func(g func(int) int) func(int) int { return func(x int) int { return g(g(x)) } }
	fmt.Println(twice(func(x int) int { return x * x })(3), twice(twice(func(x int) int { return x + 1 }))(0))
	h := Handler(func(s string) (string, bool) { return s + s, s != "" })
	fmt.Println(h.Handle("x"), h.Handle(""))
	fmt.Println(fns(func() string { return "a" }, func() string { return "b" }))
	ops := map[string]Op{"+": add, "*": mul, "-": func(a, b int) int { return a - b }}
	fmt.Println(ops["-"](5, 3), ops["/"] == nil)
	fact := func() func(int) int {
		var self func(int) int
		self = func(n int) int {
			if n < 2 {
				return 1
			}
			return n * self(n-1)
		}
		return self
	}()
	fmt.Println(fact(10))
	func(a ...int) { fmt.Println(len(a)) }(1, 2)
	func() {
		defer func() { fmt.Println(recover()) }()
		ops["/"](1, 2)
	}()
}
