// Value receivers work on copies, pointer receivers on the variable; calls take addresses and dereference.
package main

import "fmt"

type T struct{ n int }

func (t T) Val() int  { t.n++; return t.n }
func (t *T) Ptr() int { t.n++; return t.n }

type Num int

func (n Num) Double() Num { return n * 2 }
func (n *Num) Inc()       { *n++ }

func make1() *T { return &T{50} }

func main() {
	t, p := T{1}, &T{10}
	fmt.Println(t.Val(), t.n, t.Ptr(), t.n, p.Val(), p.n, p.Ptr(), p.n)
	arr, sl := [2]T{{1}, {2}}, []T{{3}}
	arr[1].Ptr()
	sl[0].Ptr()
	m := map[string]*T{"a": {5}}
	m["a"].Ptr()
	fmt.Println(arr, sl, m["a"].n, make1().Ptr(), make1().Val(), (*p).Ptr(), (&t).Val(), T{7}.Val())
	n := Num(4)
	n.Inc()
	q := &n
	q.Inc()
	fmt.Println(n, q.Double(), n.Double().Double(), Num(3).Double())
	s := struct{ T }{T{1}}
	s.Ptr()
	fmt.Println(s.n, s.Val(), s)
}
