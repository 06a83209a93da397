// `for i = range` keeps the outer variable; a variable of an iteration keeps what the body gave it.
package main

import "fmt"

func shared() {
	var i int
	for i = range 3 {
		defer func() { fmt.Println("shared", i) }()
	}
	i = 77
}

func modified() {
	for i := 0; i < 6; i++ {
		defer func() { fmt.Println("modified", i) }()
		i++
	}
}

func main() {
	shared()
	modified()
}
