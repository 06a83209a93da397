// Expression switches: init, no tag, lists, fallthrough, default anywhere, break, non-constant cases in order.
package main

import "fmt"

func f(s string, n int) int {
	fmt.Print(s, " ")
	return n
}

func grade(n int) (s string) {
	switch {
	case n >= 90:
		s += "A"
		fallthrough
	case n >= 80:
		s += "B"
		if n == 85 {
			break
		}
		fallthrough
	default:
		s += "D"
	case n < 10:
		s += "F"
	}
	return
}

func main() {
	fmt.Println(grade(95), grade(85), grade(50), grade(5), grade(80))
	switch x := f("tag", 3); x {
	case f("a", 1), f("b", 3), f("c", 3):
		fmt.Println("matched")
	case f("d", 3):
		fmt.Println("never")
	}
	for i := range 12 {
		switch i {
		default:
			fmt.Print("- ")
		case 1, 3, 5, 7, 9:
			fmt.Print("odd ")
		case 0, 2:
			fmt.Print("small ")
		case 10:
		case 4:
			fallthrough
		case 6:
			fmt.Print("4or6 ")
		}
	}
	fmt.Println()
	switch v := any(2.0); v {
	case 2:
		fmt.Println("int")
	case 2.0:
		fmt.Println("float64")
	}
	switch f("only init", 1); {
	case true:
		fmt.Println("true")
	}
	switch [2]int{1, 2} {
	case [2]int{1, 2}:
		fmt.Println("array")
	}
	switch {
	}
}
