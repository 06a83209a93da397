// A deferred function recovers a panic, later deferred calls still run, and the function returns normally.
package main

import (
	"errors"
	"fmt"
)

var errNegative = errors.New("negative number")

func sqrt(n int) (root int, err error) {
	defer fmt.Println("leaving sqrt of", n)
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("sqrt(%d): %w", n, v.(error))
		}
	}()
	if n < 0 {
		panic(errNegative)
	}
	for (root+1)*(root+1) <= n {
		root++
	}
	return root, nil
}

func main() {
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println("deferred in main:", i) }()
	}
	for _, n := range []int{16, -4, 99} {
		root, err := sqrt(n)
		fmt.Printf("%v %v %t\n", root, err, errors.Is(err, errNegative))
	}
}
