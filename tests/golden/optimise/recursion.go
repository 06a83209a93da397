// Small functions that call themselves: values, order of effects, frames as package runtime and a crash show them.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func gcd(a, b int) int {
	if b == 0 {
		return a
	}
	return gcd(b, a%b)
}

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.left.sum() + t.v + t.right.sum()
}

func build(depth, v int) *tree {
	if depth == 0 {
		return nil
	}
	return &tree{build(depth-1, 2*v), build(depth-1, 2*v+1), v}
}

var order []int

func walk(n int) int {
	if n <= 0 {
		return 0
	}
	order = append(order, n)
	return walk(n-2) + walk(n-1)
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

//go:noinline
func frames() int {
	var pcs [64]uintptr
	all := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	count := 0
	for {
		f, more := all.Next()
		if strings.HasPrefix(f.Function, "main.depth") {
			count++
		}
		if !more {
			return count
		}
	}
}

func depth(n int) int {
	if n == 0 {
		return frames()
	}
	return depth(n - 1)
}

func divide(n, by int) int {
	if n == 0 {
		return 1 / by
	}
	return divide(n-1, by) + 1
}

func recovered(n int) (err error) {
	defer func() {
		if e, ok := recover().(error); ok {
			err = errors.Join(err, e)
		}
	}()
	if n == 0 {
		return errors.New("the end")
	}
	return errors.Join(recovered(n-1), fmt.Errorf("%d", divide(n, 1)))
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n-1) + 1
}

func main() {
	fmt.Println(fib(20), gcd(1071, 462), build(5, 1).sum())
	fmt.Println(walk(4), order)
	fmt.Println(even(10), odd(10), even(7))
	for n := range 6 {
		fmt.Print(depth(n), " ")
	}
	fmt.Println()
	fmt.Println(recovered(2))
	fmt.Println(deep(3_000_000))
	divide(3, 0)
}
