// Shifts of things that cannot be shifted and by counts that cannot be counts.
package main

func main() {
	var n int
	var u uint
	var f float64
	var s string
	_ = f << 1 // ERROR `^invalid operation: shifted operand f \(variable of type float64\) must be integer$`
	_ = s << 1 // ERROR `^invalid operation: shifted operand s \(variable of type string\) must be integer$`
	_ = n << f // ERROR `^invalid operation: shift count f \(variable of type float64\) must be integer$`
	_ = n << s // ERROR `^invalid operation: shift count s \(variable of type string\) must be integer$`
	_ = n << 1.5 // ERROR `^1\.5 \(untyped float constant\) truncated to uint$`
	_ = n << 2.0
	_ = n << -1 // ERROR `^invalid operation: negative shift count -1 \(untyped int constant\)$`
	_ = 1.5 << 1 // ERROR `^invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer$`
	_ = 1.0 << n // ERROR `^invalid operation: shifted operand 1\.0 \(type float64\) must be integer$`
	_ = 1 << f // ERROR `^invalid operation: shift count f \(variable of type float64\) must be integer$`
	_ = u >> n
	_ = "x" << 1 // ERROR `^invalid operation: shifted operand "x" \(untyped string constant\) must be integer$`
	_ = true << 1 // ERROR `^invalid operation: shifted operand true \(untyped bool constant\) must be integer$`
	_ = n << true // ERROR `^cannot convert true \(untyped bool constant\) to type uint$`
	var g float64 = 1 << n // ERROR `^invalid operation: shifted operand 1 \(type float64\) must be integer$`
	var h = 1.5 + 1<<n // ERROR `^invalid operation: shifted operand 1 \(type float64\) must be integer$`
	var i int64 = 1 << u
	_ = 1 << 1000 // ERROR `^constant shift overflow$`
	_ = 1 << 1000 >> 990 // ERROR `^constant shift overflow$`
	_ = int8(1) << 10 // ERROR `^int8\(1\) << 10 \(constant 1024 of type int8\) overflows int8$`
	_ = n << 100
	_ = []int{}[1<<n]
	_ = make([]int, 1.0<<n)
	_, _, _ = g, h, i
}
