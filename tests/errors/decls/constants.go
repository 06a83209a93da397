// Things that are not constant, and types that constants cannot have.
package main

func f() int { return 1 }

var v = 1

const a = v // ERROR `^v \(variable of type int\) is not constant$`
const b = f() // ERROR `^f\(\) \(value of type int\) is not constant$`
const c = len([]int{1}) // ERROR `^len\(\[\]int\{…\}\) \(value of type int\) is not constant$`
const d = []int{1} // ERROR `^\[\]int\{…\} \(value of type \[\]int\) is not constant$`
const e *int = nil // ERROR `^invalid constant type \*int$`
const g = nil // ERROR `^nil is not constant$`
const h any = 1 // ERROR `^invalid constant type any$`
const i = &v // ERROR `^&v \(value of type \*int\) is not constant$`
const j = "abc"[1] // ERROR `^"abc"\[1\] \(value of type byte\) is not constant$`
const k = len("abc") + cap([2]int{})
const l struct{} = struct{}{} // ERROR `^invalid constant type struct\{\}$`
const m = func() {} // ERROR `^func\(\) \{\} \(value of type func\(\)\) is not constant$`
const n = [2]int{1, 2}[0] // ERROR `^\[2\]int\{…\}\[0\] \(value of type int\) is not constant$`
const o int = "s" // ERROR `^cannot use "s" \(untyped string constant\) as int value in constant declaration$`
const p = 1 + "a" // ERROR `^invalid operation: 1 \+ "a" \(mismatched types untyped int and untyped string\)$`
const q uint8 = 256 // ERROR `^cannot use 256 \(untyped int constant\) as uint8 value in constant declaration \(overflows\)$`
const r = uint8(255) + 1 // ERROR `^uint8\(255\) \+ 1 \(constant 256 of type uint8\) overflows uint8$`
const s = 1 / 0 // ERROR `^invalid operation: division by zero$`
const t = 1.0 / 0.0 // ERROR `^invalid operation: division by zero$`
const u = 'a' / 0 // ERROR `^invalid operation: division by zero$`
const w = 10 % 0 // ERROR `^invalid operation: division by zero$`
const x float32 = 1e100 // ERROR `^cannot use 1e100 \(untyped float constant 1e\+100\) as float32 value in constant declaration \(overflows\)$`
const y = 1 << -1 // ERROR `^invalid operation: negative shift count -1 \(untyped int constant\)$`
const z = 1.5 << 2 // ERROR `^invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer$`

func main() {
	const local = v // ERROR `^v \(variable of type int\) is not constant$`
	const unused = 1
}
