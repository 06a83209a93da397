// Parameters and results with the same name, and redeclared in the body.
package main

func f(a int, a string)           {} // ERROR `^a redeclared in this block\n\t\./parameters\.go:4:8: other declaration of a$`
func g(a int) (a string)          { return } // ERROR `^a redeclared in this block\n\t\./parameters\.go:5:8: other declaration of a$` `^result parameter a not in scope at return\n\t\./parameters\.go:5:8: inner declaration of var a string$`
func (t T) h(t int)               {} // ERROR `^t redeclared in this block\n\t\./parameters\.go:6:7: other declaration of t$`
func i() (x, x int)               { return } // ERROR `^x redeclared in this block\n\t\./parameters\.go:7:11: other declaration of x$` `^result parameter x not in scope at return\n\t\./parameters\.go:7:11: inner declaration of var x int$`
func j(_ int, _ string) (_, _ int) { return }

type T int

func k(a int) {
	var a string // ERROR `^a redeclared in this block\n\t\./parameters\.go:12:8: other declaration of a$`
	_ = a
	{
		var a string
		_ = a
	}
}

func main() {}
