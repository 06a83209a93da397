// Article 2, 2.3: a later assignment does not change the argument.
package main

import "fmt"

func main() {
	x := 10
	defer fmt.Println("x =", x) // 输出: x = 10
	x = 20
	_ = x
}
