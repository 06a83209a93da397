// Calls, method calls and channel operations happen in lexical left-to-right order.
package main

import "fmt"

var log string

func f(s string, n int) int { log += s; return n }

type T struct{ n int }

func (t T) m(n int) T { log += fmt.Sprint("m", n); return T{t.n + n} }

func g(s string) func(...int) int {
	log += s
	return func(xs ...int) int {
		log += "!"
		return len(xs)
	}
}

func show(v ...any) {
	fmt.Println(append(v, log)...)
	log = ""
}

func main() {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	show(f("a", 1) + f("b", 2)*f("c", 3))
	show((f("a", 8) - (f("b", 2) - f("c", 1))) % f("d", 5))
	a := []int{0, 0, 0, 0}
	a[f("i", 1)], a[f("j", 2)] = f("v", 5), f("w", 6)
	show(a)
	show(g("p")(f("q", 1), f("r", 2)) + g("s")())
	show(T{}.m(f("a", 1)).m(f("b", 2)).m(3).n)
	x := []int{f("1", 1), f("2", 2), 5: f("3", 3)}
	show(x)
	show(struct{ a, b int }{b: f("b", 1), a: f("a", 2)}, [2]int{f("x", 1), f("y", 2)})
	show(<-ch + f("z", 10)*<-ch)
	show(f("a", 1) > f("b", 2) && f("c", 1) > 0 || f("d", 1) > 0)
	m := map[string]int{}
	m[fmt.Sprint("k", f("k", 1))] += f("v", 3)
	show(m)
	p := &T{1}
	p.n, *p = f("x", 7), T{f("y", 8)}
	show(*p)
	var i any = f("conv", 3)
	show(i.(int)+f("after", 1), fmt.Sprint(f("in", 1), f("out", 2)))
}
