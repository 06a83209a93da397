// main and init take and return nothing; init is not a name.
package main

import init "os" // ERROR `^cannot import package as init - init must be a func`

func init() {}
func init() {}
func init(x int) {} // ERROR `^func init must have no arguments and no return values`
func init() int { return 1 } // ERROR `^func init must have no arguments and no return values`
func main(args []string) {} // ERROR `^func main must have no arguments and no return values`

var x = init // ERROR `^undefined: init`

func f() { init() } // ERROR `^undefined: init`
