package main

import (
	"fmt"
	_ "unsafe"
)

//go:linkname pulled main.implementation
func pulled(x int) (int, string)

func implementation(x int) (int, string) { return x * 2, "implementation" }

//go:linkname provider main.wanted
func provider(s string) int { return len(s) }

//go:linkname wanted main.wanted
func wanted(s string) int

func main() {
	fmt.Println(pulled(21))
	f := pulled
	fmt.Println(f(4))
	fmt.Println(wanted("four"), provider("five!"))
}
