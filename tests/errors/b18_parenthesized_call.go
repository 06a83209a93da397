// The call of a defer or go statement must not stand in parentheses.
package main

func f() {}

func main() {
	defer (f()) // ERROR "expression in defer must not be parenthesized"
	defer ((f())) // ERROR "expression in defer must not be parenthesized"
	go (f()) // ERROR "expression in go must not be parenthesized"
	defer (func() {})()
	defer (f)()
}
