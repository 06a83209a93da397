// go.dev/issue/73917, 73920: recover counts the frames of the source, whatever is inlined into what.
package main

func helper() bool { return recover() != nil }

func deferred(n int) { println("helper", n, helper()) }

func direct(n int) { println("direct", n, recover() != nil) }

type base struct{ n int }

func (b *base) Method(n int) { println("method", n, recover() != nil) }
func (b *base) Calls(n int)  { println("calls", n, helper()) }
func (b base) Value(n int)   { println("value", n, recover() != nil) }

type embeds struct{ *base }

type methods interface {
	Method(int)
	Calls(int)
	Value(int)
}

func try(f func()) {
	defer func() { println("left", recover() != nil) }()
	f()
}

func main() {
	e := embeds{&base{1}}
	var i methods = e
	try(func() { defer deferred(1); panic(1) })
	try(func() { defer direct(2); panic(2) })
	try(func() { defer e.Method(3); panic(3) })
	try(func() { defer e.Calls(4); panic(4) })
	try(func() { defer i.Method(5); panic(5) })
	try(func() { defer i.Calls(6); panic(6) })
	try(func() { defer i.Value(7); panic(7) })
	try(func() { defer embeds.Method(e, 8); panic(8) })
	try(func() { f := i.Value; defer f(9); panic(9) })
	try(func() { defer methods.Value(i, 10); panic(10) })
	try(func() { defer func() { direct(11) }(); panic(11) })
	try(func() { defer func() { func() { recover() }() }(); panic(12) })
	try(func() { defer func(n int) { _ = helper() }(13); panic(13) })
}
