// Article 2, chapter 1: the argument is evaluated at the defer statement.
package main

import "fmt"

func example() {
	x := 10
	defer fmt.Println("x =", x) // 输出 x = 10,因x在此时已求值
	x = 20
	fmt.Println("函数内修改x")
}

func main() {
	example()
}
