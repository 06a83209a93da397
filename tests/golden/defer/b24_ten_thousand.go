// Any number of calls can be deferred in one function.
package main

import "fmt"

func f(n int) (sum int) {
	for i := range n {
		defer func() { sum = sum*31%1000003 + i }()
	}
	return 0
}

func main() {
	fmt.Println(f(10), f(10_000), f(100_000))
}
