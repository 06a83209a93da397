// Indexing by a variable outside of the array panics; side effects before it stay.
package main

import "fmt"

func get(a *[4]int, i int) (v int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Print(r, "; ")
			v = -1
		}
	}()
	a[0]++
	return a[i]
}

func set(i uint8) (a [3]string) {
	defer func() { recover() }()
	a[i%3] = "in"
	a[i] = "out?"
	return
}

func main() {
	a := [4]int{1, 2, 3, 4}
	fmt.Println(get(&a, 3), get(&a, 0))
	fmt.Println(get(&a, 4), get(&a, -1), a)
	fmt.Printf("%q %q\n", set(2), set(4))
}
