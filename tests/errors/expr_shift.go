// Shifts: the count is an integer that is not negative, and an untyped operand takes its type from the context.
package main

func main() {
	var s uint = 3
	var n, f = 1, 1.5
	_ = n << s >> n
	_ = f << 1 // ERROR `invalid operation: shifted operand f \(variable of type float64\) must be integer`
	_ = n << f // ERROR `invalid operation: shift count f \(variable of type float64\) must be integer`
	_ = n << 1.0
	_ = n << 1.5 // ERROR `1\.5 \(untyped float constant\) truncated to uint`
	_ = n << -1 // ERROR `invalid operation: negative shift count -1 \(untyped int constant\)`
	_ = n << "1" // ERROR `cannot convert "1" \(untyped string constant\) to type uint`
	_ = "1" << 1 // ERROR `invalid operation: shifted operand "1" \(untyped string constant\) must be integer`
	_ = 1.0 << 3
	_ = 1 << 2000 // ERROR `invalid operation: invalid shift count 2000 \(untyped int constant\)`
	_ = uint8(1) << 8 // ERROR `uint8\(1\) << 8 \(constant 256 of type uint8\) overflows uint8`
	var a float64 = 1 << s // ERROR `invalid operation: shifted operand 1 \(type float64\) must be integer`
	var b float64 = 1 << 3
	var c int64 = 1 << s
	var d = 1.0 << s // ERROR `invalid operation: shifted operand 1\.0 \(type float64\) must be integer`
	var e interface{} = 1.0 << s // ERROR `invalid operation: shifted operand 1\.0 \(type float64\) must be integer`
	_ = make([]int, 1.0<<s)
	_ = a == 1<<s // ERROR `invalid operation: shifted operand 1 \(type float64\) must be integer`
	_, _, _, _ = b, c, d, e
}
