package main

import "fmt"

type (
	Ints  []int
	Fn    func(int) int
	Named struct{ X, Y int }
	Ch    chan int
	P     *Named
	I     interface{ M() string }
	J     interface {
		I
		N()
	}
	Str string
)

func (n Named) M() string  { return fmt.Sprint("M of ", n.X) }
func (n *Named) N()        { n.Y++ }
func (f Fn) twice(x int) int { return f(f(x)) }

func take(xs []int, f func(int) int, c <-chan int, p *Named, i I, s Str) {
	fmt.Println(len(xs), f(2), <-c, p.X, i.M(), s)
}

func generic[T ~[]int, U any](t T, u U) (any, []int) { return u, t }

func main() {
	var xs Ints = []int{1, 2}
	var plain []int = xs
	var f Fn = func(x int) int { return x * 3 }
	var g func(int) int = f
	ch := make(Ch, 2)
	ch <- 7
	ch <- 8
	var recv <-chan int = ch
	var send chan<- int = ch
	n := Named{1, 2}
	var anon struct{ X, Y int } = n
	n = anon
	var p P = &n
	var q *Named = p
	var i I = n
	var j J = &n
	i = j
	j.N()
	var e any = j
	var err error = nil
	var nils = []any{(*int)(nil), nil}
	take(xs, f, ch, p, i, "const")
	take(plain, g, recv, q, j, Str("x"))
	send <- 9
	a, b := generic(xs, 'x')
	var k float64 = 'a'
	var c complex128 = 2
	var u8 uint8 = 255.0
	var bits uint = 1 << 3.0
	fmt.Println(f.twice(2), anon, n, e == any(q), err == nil, nils[0] == nil, nils[1] == nil, a, b, k, c, u8, bits, <-ch)
}
