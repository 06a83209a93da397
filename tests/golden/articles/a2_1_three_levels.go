// Article 2, chapter 1: three defers run last in, first out.
package main

import "fmt"

func main() {
	defer fmt.Println("第一层 defer")
	defer fmt.Println("第二层 defer")
	defer fmt.Println("第三层 defer")
	fmt.Println("函数主体执行")
}
