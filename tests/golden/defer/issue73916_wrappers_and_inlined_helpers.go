// What recovers through wrappers and what inlining must not make recover (go.dev/issue/73916, 73917, 73920).
package main

func helper() any { return recover() }

func viaHelper(int) any { return helper() }

type T struct{ name string }

func (t T) Rec()         { println(t.name, recover() != nil) }
func (t *T) Ptr()        { println(t.name, "ptr", recover() != nil) }
func (t T) Helped(n int) { println(t.name, "helped", helper() != nil, n) }

type Embeds struct{ *T }

type I interface {
	Rec()
	Helped(int)
}

func try(name string, f func()) {
	defer func() { println(name, "left:", recover() != nil) }()
	f()
}

func main() {
	t := T{"t"}
	var i I = &Embeds{&T{"embedded"}}
	try("argument", func() { defer viaHelper(1); panic(1) })
	try("value", func() { defer t.Rec(); panic(1) })
	try("pointer to value method", func() { defer (&t).Rec(); panic(1) })
	try("promoted", func() { defer Embeds{&t}.Rec(); panic(1) })
	try("interface", func() { defer i.Rec(); panic(1) })
	try("interface, helper", func() { defer i.Helped(2); panic(1) })
	try("method value", func() { f := t.Rec; defer f(); panic(1) })
	try("interface method value", func() { f := i.Rec; defer f(); panic(1) })
	try("method expression", func() { defer (*T).Ptr(&t); panic(1) })
	try("interface method expression", func() { defer I.Rec(i); panic(1) })
	try("in a loop", func() {
		for range 1 {
			defer I.Helped(i, 3)
			defer t.Helped(4)
		}
		panic(1)
	})
	try("literal in literal", func() {
		defer func() { func() { println("inner", recover() != nil) }() }()
		panic(1)
	})
}
