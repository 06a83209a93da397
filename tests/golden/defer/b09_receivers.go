// Value receivers are copied at the statement, pointer receivers keep the pointer.
package main

import "fmt"

type T struct{ n, m int }

func (t T) Val(s string)  { fmt.Println(s, "value", t.n, t.m) }
func (t *T) Ptr(s string) { fmt.Println(s, "pointer", t.n, t.m) }

func main() {
	t := T{1, 2}
	p := &t
	defer t.Val("t")
	defer t.Ptr("t")
	defer p.Val("p")
	defer p.Ptr("p")
	t = T{3, 4}
	defer p.Val("p late")
	p = &T{5, 6}
	defer p.Ptr("new p")
}
