// Conversions that do not exist, and constants that do not fit.
package main

type S struct{ a int }
type R struct{ b int }
type I interface{ M() }

func main() {
	var i int
	var s string
	var f float64
	var sl []int
	var p *int
	var b bool
	var st S
	_ = string(f) // ERROR `^cannot convert f \(variable of type float64\) to type string$`
	_ = int(s) // ERROR `^cannot convert s \(variable of type string\) to type int$`
	_ = int(b) // ERROR `^cannot convert b \(variable of type bool\) to type int$`
	_ = bool(i) // ERROR `^cannot convert i \(variable of type int\) to type bool$`
	_ = []byte(i) // ERROR `^cannot convert i \(variable of type int\) to type \[\]byte$`
	_ = []int(s) // ERROR `^cannot convert s \(variable of type string\) to type \[\]int$`
	_ = *int(p) // ERROR `^cannot convert p \(variable of type \*int\) to type int$`
	_ = (*string)(p) // ERROR `^cannot convert p \(variable of type \*int\) to type \*string$`
	_ = R(st) // ERROR `^cannot convert st \(variable of struct type S\) to type R$`
	_ = I(st) // ERROR `^cannot convert st \(variable of struct type S\) to type I: S does not implement I \(missing method M\)$`
	_ = [3]string(sl) // ERROR `^cannot convert sl \(variable of type \[\]int\) to type \[3\]string$`
	_ = [3]int(sl)
	_ = int8(300) // ERROR `^constant 300 overflows int8$`
	_ = uint(-1) // ERROR `^constant -1 overflows uint$`
	_ = int(1.5) // ERROR `^cannot convert 1\.5 \(untyped float constant\) to type int$`
	_ = int("1") // ERROR `^cannot convert "1" \(untyped string constant\) to type int$`
	_ = string(1.5) // ERROR `^cannot convert 1\.5 \(untyped float constant\) to type string$`
	_ = float32("x") // ERROR `^cannot convert "x" \(untyped string constant\) to type float32$`
	_ = int(i, i) // ERROR `^too many arguments in conversion to int$`
	_ = int() // ERROR `^missing argument in conversion to int$`
	_ = func()(nil) // ERROR `^func\(\) nil \(type\) is not an expression$` `^nil \(untyped nil\) is not a type$`
	_ = (func())(p) // ERROR `^cannot convert p \(variable of type \*int\) to type func\(\)$`
	_ = chan int(nil)
	_ = (<-chan int)(make(chan int))
	_ = (chan int)(make(<-chan int)) // ERROR `^cannot convert make\(<-chan int\) \(value of type <-chan int\) to type chan int$`
	_ = rune(1 << 40) // ERROR `^constant 1099511627776 overflows rune$`
	_ = byte(f)
	_ = string(i)
}
