// Pointers, functions and channels: nil ones print as text, others as an address.
package main

import "fmt"

func addr(s string) string {
	if len(s) > 4 && s[:4] == "0xc0" || len(s) > 3 && s[:2] == "0x" {
		return "address"
	}
	return s
}

func main() {
	x := 1
	var np *int
	var nf func()
	var nc chan int
	var nm map[int]int
	var ns []int
	fmt.Println(np, nf == nil, nc, nm, ns)
	fmt.Printf("%v %+v %#v %p %d %x\n", np, np, np, np, np, np)
	fmt.Printf("%p %p %p %p %v %#v %#v\n", nc, nm, ns, nf, nf, nc, nf)
	for _, s := range []string{fmt.Sprint(&x), fmt.Sprintf("%p", &x), fmt.Sprintf("%v", make(chan int)), fmt.Sprintf("%p", main), fmt.Sprint([]*int{&x})[1:]} {
		fmt.Print(addr(s), " ")
	}
	pp := &np
	fmt.Println(addr(fmt.Sprint(pp)), fmt.Sprintf("%p", &x) == fmt.Sprint(&x), fmt.Sprintf("%#p", &x) == fmt.Sprintf("%p", &x)[2:])
	type node struct {
		n    int
		next *node
	}
	n := &node{1, &node{2, nil}}
	fmt.Println(*n.next, n.next, (*node)(nil))
	fmt.Printf("%+v %v\n", node{3, nil}, []*node{nil})
}
