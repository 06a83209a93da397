// Integer division by a constant zero.
package main

func main() {
	x, f := 1, 1.5
	const zero = 0
	_ = x / 0 // ERROR `^invalid operation: division by zero$`
	_ = x % 0 // ERROR `^invalid operation: division by zero$`
	_ = x / zero // ERROR `^invalid operation: division by zero$`
	_ = 1 / zero // ERROR `^invalid operation: division by zero$`
	_ = f / 0
	_ = f / 0.0
	_ = 1.0 / 0 // ERROR `^invalid operation: division by zero$`
	_ = x / 0.0 // ERROR `^invalid operation: division by zero$`
	_ = 'a' % zero // ERROR `^invalid operation: division by zero$`
	x /= zero // ERROR `^invalid operation: division by zero$`
	x %= 0.0 // ERROR `^invalid operation: division by zero$`
	_ = uint8(1) / uint8(0) // ERROR `^invalid operation: division by zero$`
	_ = 1i / 0 // ERROR `^invalid operation: division by zero$`
	f /= 0
}
