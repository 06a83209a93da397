// Names must be declared somewhere.
package main

import "os"

var x = y // ERROR `^undefined: y`
var z nosuch // ERROR `^undefined: nosuch`
var w []os.Nosuch // ERROR `^undefined: os\.Nosuch`

func f(p T) (q *U) { return nil } // ERROR `^undefined: T` `^undefined: U`

func main() {
	undefined() // ERROR `^undefined: undefined`
	_ = os.args // ERROR `^undefined: os\.args \(but have Args\)`
	_ = os.Nosuch // ERROR `^undefined: os\.Nosuch`
	_ = os.exit // ERROR `^undefined: os\.exit \(but have Exit\)`
	nosuch.x = 1 // ERROR `^undefined: nosuch`
	_ = _ // ERROR `^cannot use _ as value or type`
}
