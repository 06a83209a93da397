// Predeclared names may be declared anew, then they are what was declared.
package main

import "fmt"

type int string

func len(x int) string { return "mine" }

const iota = 7

func f() {
	nil := 1
	var p *int
	_ = p == nil // ERROR `^invalid operation: p == nil \(mismatched types \*int and int\)$`
	true := "t"
	if true { // ERROR `^non-boolean condition in if statement$`
	}
	append := 3
	_ = append([]int{}, "x") // ERROR `^invalid operation: cannot call append \(variable of type int\): int is not a function$`
}

func main() {
	fmt.Println(len("x"), iota)
	var n int = 5 // ERROR `^cannot use 5 \(untyped int constant\) as int value in variable declaration$`
	_ = n
}
