// Errors inside function literals: returns, results, unused variables and parameters.
package main

func main() {
	f := func(a int) int {
		b := a // ERROR `^declared and not used: b$`
	} // ERROR `^missing return$`
	g := func() (int, string) { return 1 } // ERROR `^not enough return values\n\thave \(number\)\n\twant \(int, string\)$`
	h := func(x int) { return x } // ERROR `^too many return values\n\thave \(int\)\n\twant \(\)$`
	var i func(int) = func(string) {} // ERROR `^cannot use func\(string\) \{\} \(value of type func\(string\)\) as func\(int\) value in variable declaration$`
	j := func(a int, a string) {} // ERROR `^a redeclared in this block\n\t\./closures\.go:11:12: other declaration of a$`
	func() { k := 1 }() // ERROR `^declared and not used: k$`
	l := func() int { for {} }
	m := func() { undefined() } // ERROR `^undefined: undefined$`
	n := func(x int) int { return x }("s") // ERROR `^cannot use "s" \(untyped string constant\) as int value in argument to func\(x int\) int \{…\}$`
	func(x int) {}() // ERROR `^not enough arguments in call to func\(x int\) \{\}\n\thave \(\)\n\twant \(int\)$`
	_, _, _, _, _, _, _, _ = f, g, h, i, j, l, m, n
	func() {
		for {
			func() {
				break // ERROR `^break is not in a loop, switch, or select$`
			}()
		}
	}()
}
