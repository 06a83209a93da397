// Names declared twice in one scope.
package main

import "fmt" // ERROR `^"fmt" imported and not used$`

var a int
var a string // ERROR `^a redeclared in this block\n\t\./redeclared_in_scope\.go:6:5: other declaration of a$`

func a() {} // ERROR `^a redeclared in this block\n\t\./redeclared_in_scope\.go:6:5: other declaration of a$`

type b int
type b string // ERROR `^b redeclared in this block\n\t\./redeclared_in_scope\.go:11:6: other declaration of b$`

const c, c = 1, 2 // ERROR `^c redeclared in this block\n\t\./redeclared_in_scope\.go:14:7: other declaration of c$`

func fmt() {} // ERROR `^fmt already declared through import of package fmt \("fmt"\)\n\t\./redeclared_in_scope\.go:4:8: other declaration of fmt$`

func main() {
	x := 1
	var x string // ERROR `^x redeclared in this block\n\t\./redeclared_in_scope\.go:19:2: other declaration of x$`
	y, y := 1, 2 // ERROR `^y repeated on left side of :=$`
	_, _ = x, y
	{
		x := 2
		_ = x
	}
	const k = 1
	type k int // ERROR `^k redeclared in this block\n\t\./redeclared_in_scope\.go:27:8: other declaration of k$`
}

func main() {} // ERROR `^main redeclared in this block\n\t\./redeclared_in_scope\.go:18:6: other declaration of main$`
