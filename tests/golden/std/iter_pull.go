package main

import (
	"fmt"
	"iter"
	"slices"
)

func main() {
	n, s := iter.Pull(slices.Values([]int{1, 2, 3}))
	fmt.Println(n())
	s()
	fmt.Println(n())
	n2, s2 := iter.Pull2(slices.All([]string{"a"}))
	fmt.Println(n2())
	fmt.Println(n2())
	s2()
	_, s3 := iter.Pull(func(yield func(int) bool) { fmt.Println("never") })
	s3()
	n4, s4 := iter.Pull(func(yield func(int) bool) {
		defer fmt.Println("cleanup")
		for i := 0; yield(i); i++ {
		}
	})
	fmt.Println(n4())
	fmt.Println(n4())
	s4()
	n5, _ := iter.Pull(func(yield func(int) bool) { panic("boom") })
	defer func() { fmt.Println("rec", recover()) }()
	n5()
}
