// Boolean and string constants: comparison, logic, concatenation, shadowing of predeclared names.
package main

import "fmt"

const (
	yes  = 1 < 2
	no   = "b" < "a"
	both = yes && !no
	word = "con" + "cat"
	eq   = word == "concat" && 'a' == 97 && 1.0 == 1
)

type MyBool bool

const mine MyBool = yes || no

func main() {
	fmt.Println(yes, no, both, word, eq)
	fmt.Printf("%T %v %T\n", mine, mine, 1 < 2)
	true := "shadowed"
	len := 3
	nil := 4
	fmt.Println(true, len, nil)
	var b MyBool = 1 > 2
	fmt.Println(b == false, !b)
}
