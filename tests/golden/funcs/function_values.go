// Functions as values: in variables, parameters, results, comparison with nil, types with methods, composition.
package main

import "fmt"

type Op func(int, int) int

func (o Op) apply(a, b int) int { return o(a, b) }
func (o Op) flip() Op           { return func(a, b int) int { return o(b, a) } }

func add(a, b int) int { return a + b }
func sub(a, b int) int { return a - b }

func compose(fs ...func(int) int) func(int) int {
	return func(n int) int {
		for _, f := range fs {
			n = f(n)
		}
		return n
	}
}

func pick(neg bool) (f func(int, int) int, name string) {
	if neg {
		return sub, "sub"
	}
	return add, "add"
}

func main() {
	var f Op
	fmt.Println(f == nil, Op(add).apply(1, 2), Op(sub).flip().apply(1, 5))
	f = sub
	g, name := pick(f != nil)
	fmt.Println(g(10, 3), name, f.apply(3, 1), func() int { return 5 }())
	inc := func(n int) int { return n + 1 }
	fmt.Println(compose(inc, inc, func(n int) int { return n * n })(3), compose()(7))
	fmt.Printf("%T %T %T\n", f, compose, pick)
}
