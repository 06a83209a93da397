// Functions with more than eight defers and with returns times defers above fifteen behave the same.
package main

import "fmt"

func nine() {
	defer fmt.Print("1 ")
	defer fmt.Print("2 ")
	defer fmt.Print("3 ")
	defer fmt.Print("4 ")
	defer fmt.Print("5 ")
	defer fmt.Print("6 ")
	defer fmt.Print("7 ")
	defer fmt.Print("8 ")
	defer fmt.Print("9 ")
}

func returns(n int) (s string) {
	defer func() { s += "." }()
	defer func() { s += "," }()
	switch fmt.Sprint(n) {
	case "0":
		return "zero"
	case "1":
		return "one"
	case "2":
		return "two"
	case "3":
		return "three"
	case "4":
		return "four"
	case "5":
		return "five"
	case "6":
		return "six"
	case "7":
		return "seven"
	}
	return "many"
}

func main() {
	nine()
	fmt.Println()
	for n := range 9 {
		fmt.Print(returns(n), " ")
	}
	fmt.Println()
}
