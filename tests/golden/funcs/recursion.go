// Recursion: direct, mutual, through closures and methods, deep.
package main

import "fmt"

func ack(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd(n int) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}

func depth(n int, pad [8]int) int {
	if n == 0 {
		return pad[7]
	}
	pad[7]++
	return depth(n-1, pad)
}

func hanoi(n int, a, b, c string, move func(from, to string)) {
	if n > 0 {
		hanoi(n-1, a, c, b, move)
		move(a, c)
		hanoi(n-1, b, a, c, move)
	}
}

func main() {
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(ack(2, 3), even(1001), odd(7), fib(20), depth(100000, [8]int{}))
	moves := ""
	hanoi(3, "a", "b", "c", func(f, t string) { moves += f + t + " " })
	fmt.Println(moves)
}
