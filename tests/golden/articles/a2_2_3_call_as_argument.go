// Article 2, 2.3: a call among the arguments runs at the statement.
package main

import "fmt"

func getValue() int {
	fmt.Println("getValue called")
	return 1
}

func main() {
	defer fmt.Println(getValue()) // "getValue called" 立即打印,但打印结果延迟
	fmt.Println("main body")
}
