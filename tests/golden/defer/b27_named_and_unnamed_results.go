// Named results can be changed by deferred closures, unnamed ones cannot.
package main

import "fmt"

func unnamed() int {
	x := 1
	defer func() { x = 2 }()
	return x
}

func named() (x int) {
	x = 1
	defer func() { x = 2 }()
	return x
}

func other() (x int) {
	y := 1
	defer func() { y = 2 }()
	return y
}

func pointer() *int {
	x := 1
	defer func() { x = 2 }()
	return &x
}

func bare() (s string, err error) {
	defer func() {
		if err != nil {
			s = "failed: " + err.Error()
		}
	}()
	err = fmt.Errorf("bare %d", 1)
	return
}

func main() {
	fmt.Println(unnamed(), named(), other(), *pointer())
	fmt.Println(bare())
}
