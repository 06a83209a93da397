// Rules about directives that gc checks in programs without other errors.
package main

import _ "unsafe"

//go:noinline // ERROR `^misplaced compiler directive$`
var x int

//go:nosplit // ERROR `^misplaced compiler directive$`
type T int

//go:linkname x other

//go:linkname elsewhere runtime.elsewhere
func elsewhere()

func _()

//go:noescape
func body() {} // ERROR `^can only use //go:noescape with external func implementations$`

func missing() // ERROR `^missing function body$`

//go:embed x.txt // ERROR `^go:embed requires import "embed" \(or import _ "embed", if package is not used\)$`
var text string

func main() {}
