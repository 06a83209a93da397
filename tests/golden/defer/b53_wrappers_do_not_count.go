// Calls through arguments, methods, embedding, interfaces and method values may recover directly.
package main

import "fmt"

type Base struct{ n int }

func (b Base) Val()         { fmt.Println("value method", b.n, recover()) }
func (b *Base) Ptr()        { fmt.Println("pointer method", b.n, recover()) }
func (b Base) Arg(x, y int) { fmt.Println("with arguments", b.n, x, y, recover()) }

type Outer struct{ Base }
type OuterPtr struct{ *Base }
type Rec interface{ Val() }

func args(a int, b string) { fmt.Println("function with arguments", a, b, recover()) }

func try(register func()) { register() }

func main() {
	o := Outer{Base{1}}
	p := OuterPtr{&Base{2}}
	var r Rec = &o
	func() { defer args(1, "x"); panic("p1") }()
	func() { defer o.Val(); panic("p2") }()
	func() { defer o.Ptr(); panic("p3") }()
	func() { defer p.Val(); panic("p4") }()
	func() { defer p.Ptr(); panic("p5") }()
	func() { defer r.Val(); panic("p6") }()
	func() { f := o.Val; defer f(); panic("p7") }()
	func() { f := r.Val; defer f(); panic("p8") }()
	func() { defer Outer.Val(o); panic("p9") }()
	func() { f := (*Outer).Ptr; defer f(&o); panic("p10") }()
	func() { defer o.Arg(3, 4); panic("p11") }()
	func() { var i interface{ Arg(x, y int) } = p; defer i.Arg(5, 6); panic("p12") }()
	fmt.Println("done")
}
