// Article 2, 4.4: a thousand deferred calls from a loop.
package main

import "fmt"

func badExample() {
	for i := 0; i < 1000; i++ {
		defer fmt.Println(i) // 错误:循环中使用defer
	}
}

func main() {
	badExample()
}
