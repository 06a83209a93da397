// Arguments: their number, types, and the dots after the last.
package main

func two(a int, b string) (int, string) { return a, b }
func many(a int, rest ...string)        {}
func none()                             {}
func list() []string                    { return nil }

func main() {
	two(1) // ERROR "not enough arguments in call to two"
	two(1, "a", 2) // ERROR "too many arguments in call to two"
	two("a", 1) // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to two` `cannot use 1 \(untyped int constant\) as string value in argument to two`
	two(two(1, "a"))
	two(two(1, "a"), 1) // ERROR `multiple-value two\(1, "a"\) \(value of type \(int, string\)\) in single-value context` `cannot use 1 \(untyped int constant\) as string value in argument to two`
	many() // ERROR "not enough arguments in call to many"
	many(1)
	many(1, "a", 2) // ERROR `cannot use 2 \(untyped int constant\) as string value in argument to many`
	many(1, list()...)
	many(1, "a", list()...) // ERROR "too many arguments in call to many"
	many(1, list()) // ERROR `cannot use list\(\) \(value of type \[\]string\) as string value in argument to many`
	two(1, list()...) // ERROR `cannot use \.\.\. in call to non-variadic two`
	none(1) // ERROR "too many arguments in call to none"
	none(none()) // ERROR `none\(\) \(no value\) used as value` "too many arguments in call to none"
	many(two(1, "a"))
	var x int = none() // ERROR `none\(\) \(no value\) used as value`
	var y int = two(1, "a") // ERROR "declared and not used: y" `multiple-value two\(1, "a"\) \(value of type \(int, string\)\) in single-value context`
	x() // ERROR `invalid operation: cannot call x \(variable of type int\): int is not a function`
	"f"() // ERROR `invalid operation: cannot call "f" \(untyped string constant\): untyped string is not a function`
	none = nil // ERROR `cannot assign to none \(neither addressable nor a map index expression\)`
	func(int) {}(1.5) // ERROR `cannot use 1\.5 \(untyped float constant\) as int value in argument to func\(int\) \{\} \(truncated\)`
}
