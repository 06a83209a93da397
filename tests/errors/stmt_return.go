// Return statements.
package main

func none() {
	return
}
func none1() {
	return 1 // ERROR "too many return values"
}
func one() int {
	return // ERROR "not enough return values"
}
func one1() int {
	return "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in return statement`
}
func one2() int {
	return 1, 2 // ERROR "too many return values"
}
func two() (int, string) {
	return 1, "s"
}
func two1() (int, string) {
	return two()
}
func two2() (string, int) {
	return two() // ERROR `cannot use 1st function result \(value of type int\) as string value in return statement` `cannot use 2nd function result \(value of type string\) as int value in return statement`
}
func two3() (int, string) {
	return 1 // ERROR "not enough return values"
}
func two4() (a int, b string) {
	return
}
func two5() (a int, b string) {
	a, b := 1, "s" // ERROR "no new variables on left side of :="
	if a := 2; a > 1 {
		return // ERROR "result parameter a not in scope at return"
	}
	for b := range 3 {
		_ = b
		return 1, "s"
	}
	{
		type a int
		return // ERROR "result parameter a not in scope at return"
	}
}
func iface() error {
	return 1 // ERROR `cannot use 1 \(constant of type int\) as error value in return statement: int does not implement error \(missing method Error\)`
}
func noneCall() int {
	return none() // ERROR `none\(\) \(no value\) used as value`
}
func ptr() *int {
	return nil
}
func closure() func() int {
	return func() int {
		return "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in return statement`
	}
}
func const8() int8 {
	return 128 // ERROR `cannot use 128 \(untyped int constant\) as int8 value in return statement \(overflows\)`
}
func extra() (int, error) {
	return one(), nil, undefined // ERROR "undefined: undefined"
}

func main() {}
