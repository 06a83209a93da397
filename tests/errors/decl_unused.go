// Local variables must be used; assigning is no use. Parameters, results and package-level variables need not be.
package main

var global int

func f(p int) (r int) {
	var a int // ERROR `^declared and not used: a`
	b := 1 // ERROR `^declared and not used: b`
	b = 2
	var c, d = 1, 2 // ERROR `^declared and not used: d`
	_ = c
	const unusedConst = 1
	type unusedType int
	func() {
		e := 1 // ERROR `^declared and not used: e`
		var g int
		g++
	}()
	return
}

func main() { f(1) }
