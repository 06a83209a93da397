// Constants: groups, iota, types, overflow, values that are none.
package main

const (
	a = iota
	b
	c, d = iota, "x"
	e // ERROR `^extra init expr at \./decl_const\.go:7:15`
	f // ERROR `^extra init expr at \./decl_const\.go:7:15`
	g, h
)

const i int = "a" // ERROR `^cannot use "a" \(untyped string constant\) as int value in constant declaration`
const j = fn() // ERROR `^fn\(\) \(value of type int\) is not constant`
const k []int = nil // ERROR `^invalid constant type \[\]int`
const l uint8 = 256 // ERROR `^cannot use 256 \(untyped int constant\) as uint8 value in constant declaration \(overflows\)`
const m = 1 / 0 // ERROR `^invalid operation: division by zero`
const n int8 = 1 << 7 // ERROR `^cannot use 1 << 7 \(untyped int constant 128\) as int8 value in constant declaration \(overflows\)`
const o // ERROR `^missing init expr for o`
const p, q = 1 // ERROR `^missing init expr for q`
const r, s = 1, 2, 3 // ERROR `^extra init expr 3`
const t = iota + x // ERROR `^iota \+ x \(value of type int\) is not constant`

var x = 1
var y = iota // ERROR `^cannot use iota outside constant declaration`

func fn() int { return 1 }

func main() {
	const u = 1 << 600 // ERROR `^constant shift overflow`
	const v uint = -1 // ERROR `^cannot use -1 \(untyped int constant\) as uint value in constant declaration \(overflows\)`
	const w = len([]int{1}) // ERROR `^len\(\[\]int\{…\}\) \(value of type int\) is not constant`
}
