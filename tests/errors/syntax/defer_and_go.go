// defer and go need a call.
package main

func f() {}

func main() {
	defer f
	go f
	defer (f()) // ERROR `^expression in defer must not be parenthesized$`
	go (f()) // ERROR `^expression in go must not be parenthesized$`
	defer func() {}
	defer
	go 1 // ERROR `^syntax error: unexpected keyword go, expected expression$`
}
