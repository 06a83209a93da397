// Article 2, 4.1: the program of chapter 1 once more, as a function that is called twice.
package main

import "fmt"

func levels() {
	defer fmt.Println("第一层 defer")
	defer fmt.Println("第二层 defer")
	defer fmt.Println("第三层 defer")
	fmt.Println("函数主体执行")
}

func main() {
	levels()
	levels()
}
