// new(T) and new(expr): each call makes a variable of its own.
package main

import "fmt"

type T struct {
	n int
	s []int
}

func three() int { return 3 }

func main() {
	a, b := new(int), new(int)
	*a = 1
	fmt.Println(*a, *b, a == b)
	t := new(T)
	t.s = append(t.s, 1)
	u := new(T{n: 5})
	v := new(*t)
	v.s[0] = 9
	v.n = 7
	fmt.Println(*t, *u, *v)
	x := 10
	p, q := new(x), new(x+1)
	x = 20
	fmt.Println(*p, *q, *new("text"), *new(three()), *new(2.5), *new('a'), *new(true))
	fmt.Printf("%T %T %T %T %T\n", new(1), new('a'), new(T{}), new([]int{1}), new(int8(3)))
	ptrs := []*int{new(1), new(2)}
	for _, p := range ptrs {
		*p *= 10
	}
	fmt.Println(*ptrs[0], *ptrs[1], **new(new(4)))
	type opt struct{ limit *int }
	o := opt{limit: new(100)}
	fmt.Println(*o.limit, new([2]int)[1], len(new([3]string)))
}
