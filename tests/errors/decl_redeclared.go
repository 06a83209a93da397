// A name is declared once in a block; a parameter shares the block of the body.
package main

var a int
const a = 1 // ERROR `^a redeclared in this block`
func a() {} // ERROR `^a redeclared in this block`
type b int
var b string // ERROR `^b redeclared in this block`

func f(p int, p string) (r int) { // ERROR `^p redeclared in this block`
	var p int // ERROR `^p redeclared in this block`
	r := 2 // ERROR `^no new variables on left side of :=`
	{
		var p string
		_ = p
	}
	return r
}

func main() {
	x := 1
	var x int // ERROR `^x redeclared in this block`
	_ = x
}
