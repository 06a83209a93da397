// Loop variables are one per iteration in three-clause and range loops, also when the body changes them.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	fs = nil
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { return i })
		i++
	}
	for i, s := range []string{"x", "y"} {
		fs = append(fs, func() int { return i*100 + int(s[0]) })
	}
	for i := range 2 {
		fs = append(fs, func() int { i--; return i })
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-4 {
		fs = append(fs, func() int { return i*1000 + j })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var prev *int
	for i := 0; i < 3; i++ {
		if prev != nil {
			fmt.Print(*prev, prev == &i, " ")
		}
		prev = &i
	}
	fmt.Println(*prev)
	var shared []func() int
	var k int
	for k = 0; k < 2; k++ {
		shared = append(shared, func() int { return k })
	}
	fmt.Println(shared[0](), shared[1]())
}
