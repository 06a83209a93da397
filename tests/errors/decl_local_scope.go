// A variable's scope begins after its declaration, a type's at its name; function literals see both.
package main

func main() {
	x := x // ERROR `^declared and not used: x` `^undefined: x`
	var y = y // ERROR `^declared and not used: y` `^undefined: y`
	const c = c // ERROR `^undefined: c`
	type T struct{ next *T }
	f := func() { f() } // ERROR `^declared and not used: f` `^undefined: f`
	var g func()
	g = func() { g() }
	type U []U
	var u U
	{
		u := u
		_ = u
	}
	if z := 1; z > 0 {
	} else {
		_ = z
	}
	_ = z // ERROR `^undefined: z`
	for i := 0; i < 1; i++ {
	}
	_ = i // ERROR `^undefined: i`
	switch a := 1; a {
	}
	_ = a // ERROR `^undefined: a`
}
