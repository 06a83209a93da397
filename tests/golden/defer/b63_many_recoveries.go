// Recovering thousands of times, in a loop and in recursion, leaks no state.
package main

import "fmt"

func one(i int) (n int) {
	defer func() {
		if v := recover(); v != nil {
			n = v.(int)
		}
	}()
	if i%3 == 0 {
		panic(i)
	}
	return 1
}

func recurse(n int) (sum int) {
	defer func() {
		recover()
		sum += n
	}()
	if n > 0 {
		sum = recurse(n - 1)
	}
	panic(n)
}

func main() {
	sum := 0
	for i := range 5000 {
		sum += one(i)
	}
	fmt.Println(sum, recurse(500))
	fmt.Println(recover())
}
