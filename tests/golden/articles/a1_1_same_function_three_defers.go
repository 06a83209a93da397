// Article 1, chapter 1, scenario table row 1: three defers in one function.
package main

import "fmt"

func f1() { fmt.Println("f1") }
func f2() { fmt.Println("f2") }
func f3() { fmt.Println("f3") }

func main() {
	defer f1()
	defer f2()
	defer f3()
	fmt.Println("body")
}
