// Inner declarations shadow outer ones in blocks, ifs, fors, switches, literals; := reuses variables of the same scope.
package main

import "fmt"

var x = "package"

func f() (x int, err error) {
	x = 1
	if x := 2; x > 1 {
		x++
		fmt.Print(x, " ")
	} else if y := x; y > 0 {
		fmt.Print(y)
	}
	for x := 10; x < 12; x++ {
		x := x * 2
		fmt.Print(x, " ")
	}
	switch x := any(x).(type) {
	case int:
		x += 100
		fmt.Print(x, " ")
	}
	x, y := 5, 6
	{
		x, z := y, x
		fmt.Print(x, z, " ")
	}
	func(x string) { fmt.Print(x, " ") }("param")
	return x, nil
}

func main() {
	fmt.Println(x)
	x := x + "!"
	fmt.Println(x)
	fmt.Println(f())
	type int string
	var s int = "a string type"
	fmt.Println(s)
	a, b := 1, 2
	b, c := 3, 4
	fmt.Println(a, b, c)
}
