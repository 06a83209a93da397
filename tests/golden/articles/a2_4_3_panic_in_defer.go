// Article 2, 4.3: a deferred call panics, an earlier one recovers.
package main

import "fmt"

func example() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("捕获panic:", r) // 恢复点
		}
	}()
	defer func() {
		fmt.Println("第二个defer")
		panic("触发异常")
	}()
	defer func() {
		fmt.Println("第一个defer")
	}()
}

func main() {
	example()
	fmt.Println("example returned")
}
