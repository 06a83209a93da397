// Malformed numbers.
package main

func main() {
	_ = 0x // ERROR `^hexadecimal literal has no digits$`
	_ = 08 // ERROR `^invalid digit '8' in octal literal$`
	_ = 0b12 // ERROR `^invalid digit '2' in binary literal$`
	_ = 1__0 // ERROR `^'_' must separate successive digits$`
	_ = 1_ // ERROR `^'_' must separate successive digits$`
	_ = 0o8 // ERROR `^invalid digit '8' in octal literal$`
	_ = 1e // ERROR `^exponent has no digits$`
	_ = 0x1.0 // ERROR `^hexadecimal mantissa requires a 'p' exponent$`
	_ = 0b1e3 // ERROR `^'e' exponent requires decimal mantissa$`
	_ = 1e1000000000 // ERROR `^malformed constant: 1e1000000000$`
	_ = 0x1p // ERROR `^exponent has no digits$`
}
