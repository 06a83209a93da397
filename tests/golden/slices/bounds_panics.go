// Slicing out of bounds panics with the bounds in the text, also after a change of the slice.
package main

import "fmt"

func try(name string, f func() int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	s := []int{1, 2, 3, 4}
	n := len(s)
	try("last", func() int { return s[n-1] })
	try("len", func() int { return s[n] })
	try("cap", func() int { return len(s[:n+1]) })
	try("high<low", func() int { return len(s[3 : n-2]) })
	s = s[:2]
	try("reslice", func() int { return len(s[:4]) })
	try("index beyond len", func() int { return s[2] })
	try("full", func() int { return len(s[n : n : n+1]) })
	s = nil
	try("nil", func() int { return s[0] })
	try("nil slice", func() int { return len(s[:1]) })
	try("string", func() int { return len("abc"[n:]) })
	var i8 int8 = -128
	try("int8", func() int { return s[i8] })
}
