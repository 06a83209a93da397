// A value method through a nil pointer panics at the statement, a pointer method does not.
package main

import "fmt"

type T struct{ n int }

func (t T) Val()  { fmt.Println("value", t.n) }
func (t *T) Ptr() { fmt.Println("pointer is nil:", t == nil) }

func ptr() {
	var p *T
	defer func() { fmt.Println("recovered:", recover()) }()
	defer p.Ptr()
	fmt.Println("after the statement")
}

func val() {
	var p *T
	defer func() { fmt.Println("recovered:", recover()) }()
	defer p.Val()
	fmt.Println("not reached")
}

func main() {
	ptr()
	val()
}
