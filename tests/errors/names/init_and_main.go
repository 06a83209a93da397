// init and main have no parameters or results, init cannot be called, main must exist once.
package main

var x = init // ERROR `^undefined: init$`

func init() int { return 1 } // ERROR `^func init must have no arguments and no return values$`
func init(n int) {} // ERROR `^func init must have no arguments and no return values$`
func init() {}

func main(args []string) int { // ERROR `^func main must have no arguments and no return values$`
	init() // ERROR `^undefined: init$`
	return 0
}
