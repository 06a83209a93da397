// ... belongs to the last parameter, without a name for several.
package main

func a(x ...int, y int) {} // ERROR `^can only use \.\.\. with final parameter$`
func b(x, y ...int)     {} // ERROR `^can only use \.\.\. with final parameter$`
func c() ...int         { return nil } // ERROR `^syntax error: unexpected \.\.\. after top level declaration$`
func d(...)             {} // ERROR `^syntax error: \.\.\. is missing type$`
func e(x ...int) (y ...int) { return } // ERROR `^invalid use of \.\.\.$`

var f []...int // ERROR `^syntax error: unexpected \.\.\., expected type$`

func main() {}
