// A literal that is the last argument of a method of an interface, which keeps it.
package main

type keeper interface{ keep(f func(int) int) }

type one struct{ f func(int) int }

func (o *one) keep(f func(int) int) { o.f = f }

type two struct{ n int }

func (t *two) keep(f func(int) int) {}

var all = []keeper{&one{}, &two{}}

//go:noinline
func give(i, n int) {
	x := n
	all[i].keep(func(k int) int { x += k; return x })
}

//go:noinline
func clobber(n int) int {
	var a [200]int
	for i := range a {
		a[i] = -n - i
	}
	return a[n%200]
}

func main() {
	give(0, 7)
	give(1, 8)
	clobber(3)
	println(all[0].(*one).f(1))
}
