// A value where a type is expected.
package main

import "os"

var v int
const c = 1

func fn() {}

var a v // ERROR `^v \(package-level variable\) is not a type`
var b []c // ERROR `^c \(constant\) is not a type`
var d map[fn]int // ERROR `^fn \(function\) is not a type`
var e *os.Args // ERROR `^os\.Args \(variable of type \[\]string\) is not a type`
var g os // ERROR `^os \(package name\) is not a type`
var h len // ERROR `^len \(built-in function\) is not a type`
var i nil // ERROR `^nil \(untyped nil\) is not a type`
var k chan true // ERROR `^true \(constant\) is not a type`

func main() {}
