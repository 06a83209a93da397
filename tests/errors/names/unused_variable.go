// Variables declared in all ways and not used.
package main

import "fmt"

func f(param int) (result int) {
	a := 1 // ERROR `^declared and not used: a$`
	var b int // ERROR `^declared and not used: b$`
	var c, d = 1, 2 // ERROR `^declared and not used: c$`
	e, g := 1, 2 // ERROR `^declared and not used: e$`
	_ = g
	for i, v := range []int{} { // ERROR `^declared and not used: i$` `^declared and not used: v$`
	}
	if x := 1; true { // ERROR `^declared and not used: x$`
	}
	switch y := 1; { // ERROR `^declared and not used: y$`
	}
	var h int // ERROR `^declared and not used: h$`
	h = 5
	func() { k := 1 }() // ERROR `^declared and not used: k$`
	d++
	return
}

func main() {
	used := 1
	fmt.Println(used)
	switch v := any(1).(type) { // ERROR `^v declared and not used$`
	case int:
	}
	switch w := any(1).(type) {
	case int:
		_ = w
	}
}
