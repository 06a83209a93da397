// Operands of different types, and operators that a type does not have.
package main

type A int
type S struct{ x int }

func main() {
	var i int
	var f float64
	var i8 int8
	var s string
	var b bool
	var a A
	var st S
	var p *int
	var e any
	_ = i + f // ERROR `^invalid operation: i \+ f \(mismatched types int and float64\)$`
	_ = i + i8 // ERROR `^invalid operation: i \+ i8 \(mismatched types int and int8\)$`
	_ = a + i // ERROR `^invalid operation: a \+ i \(mismatched types A and int\)$`
	_ = s + i // ERROR `^invalid operation: s \+ i \(mismatched types string and int\)$`
	_ = s + 1 // ERROR `^invalid operation: s \+ 1 \(mismatched types string and untyped int\)$`
	_ = i + "x" // ERROR `^invalid operation: i \+ "x" \(mismatched types int and untyped string\)$`
	_ = b + b // ERROR `^invalid operation: operator \+ not defined on b \(variable of type bool\)$`
	_ = s - s // ERROR `^invalid operation: operator - not defined on s \(variable of type string\)$`
	_ = s * 2 // ERROR `^invalid operation: s \* 2 \(mismatched types string and untyped int\)$`
	_ = f % f // ERROR `^invalid operation: operator % not defined on f \(variable of type float64\)$`
	_ = f & 1 // ERROR `^invalid operation: operator & not defined on f \(variable of type float64\)$`
	_ = st + st // ERROR `^invalid operation: operator \+ not defined on st \(variable of struct type S\)$`
	_ = p + p // ERROR `^invalid operation: operator \+ not defined on p \(variable of type \*int\)$`
	_ = p + 1 // ERROR `^invalid operation: p \+ 1 \(mismatched types \*int and untyped int\)$`
	_ = e + e // ERROR `^invalid operation: operator \+ not defined on e \(variable of interface type any\)$`
	_ = b && i // ERROR `^invalid operation: b && i \(mismatched types bool and int\)$`
	_ = i || i // ERROR `^invalid operation: operator \|\| not defined on i \(variable of type int\)$`
	_ = 1 + nil // ERROR `^invalid operation: 1 \+ nil \(mismatched types untyped int and untyped nil\)$`
	_ = i + 1.5 // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = f + 'x'
	_ = i8 + 1000 // ERROR `^1000 \(untyped int constant\) overflows int8$`
	_ = "a" + 'b' // ERROR `^invalid operation: "a" \+ 'b' \(mismatched types untyped string and untyped rune\)$`
	_ = a + 1
}
