// Compiler directives belong to functions, each alone on its line.
package main

//go:noinline
func f() {}

//go:nosplit
//go:norace
func g() {}

//go:unknown
type T int

//go:nowritebarrier // ERROR `^//go:nowritebarrier only allowed in runtime$`
func h() {}

//go:uintptrkeepalive // ERROR `^//go:uintptrkeepalive is only allowed in the standard library$`
func i() {}

var x int //go:noinline // ERROR `^misplaced compiler directive$`

var y int

//go:noinline // ERROR `^misplaced compiler directive$`

var (
	z int
)

func main() {
	//go:noinline // ERROR `^misplaced compiler directive$`
	f()
}
