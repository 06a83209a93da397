// One error a mistake: what depends on something wrong is not reported again.
package main

var a undefined1 // ERROR `^undefined: undefined1`
var b = a.x + a.y
var c int = undefined2 // ERROR `^undefined: undefined2`

type T struct{ f undefined3 } // ERROR `^undefined: undefined3`

func (t T) m() undefined4 { return t.f } // ERROR `^undefined: undefined4`

func main() {
	x := b + c
	var t T
	t.f.g()
	t.m().x()
	y := undefined5(x) // ERROR `^undefined: undefined5`
	for i := range y {
		_ = i
	}
	z := T{f: 1}.f // ERROR `^declared and not used: z`
}
