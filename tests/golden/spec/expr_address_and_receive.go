package main

import "fmt"

type T struct {
	a [3]int
	s []int
	p *T
}

func get() *T { return &T{s: []int{7}} }

func main() {
	x := 1
	px := &x
	ppx := &px
	**ppx = 5
	t := T{s: []int{1, 2, 3}}
	pa, ps, pt := &t.a[1], &t.s[2], &t.p
	*pa, *ps, *pt = 10, 20, &t
	fmt.Println(x, t.a, t.s, t.p.p.a[1], &t.a == &t.p.a, &x == px, px == *ppx)
	lit := &T{a: [3]int{1}}
	lit2 := &(T{})
	comp := &[]int{1, 2}
	(*comp)[0] = 9
	*&x = 6
	fmt.Println(lit.a, lit2.p == nil, *comp, *&x, &get().s[0] != nil, *(&(*px)))
	slice := t.s
	q := &slice[0]
	slice = append(slice, 4)
	*q = 100
	fmt.Println(t.s[0], slice[0])
	var nilp *int
	func() {
		defer func() { fmt.Println(recover()) }()
		*nilp = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n *T
		_ = &n.a[1]
		fmt.Println("not reached")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n **T
		fmt.Println(&*n == nil)
		_ = **n
	}()

	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	v1 := <-ch
	v, ok := <-ch
	fmt.Println(v1, v, ok)
	close(ch)
	v, ok = <-ch
	var z, zok = <-ch
	fmt.Println(v, ok, z, zok, <-ch)
	cc := make(chan chan string, 1)
	c := make(chan string, 1)
	c <- "nested"
	cc <- c
	fmt.Println(<-<-cc)
	done := make(chan struct{})
	go func() { defer close(done) }()
	<-done
	var ro <-chan int = ch
	m := map[string]bool{}
	_, m["ok"] = <-ro
	fmt.Println(m, len(ro), cap(ro))
}
