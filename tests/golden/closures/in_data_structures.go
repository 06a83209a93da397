// Closures in structs, maps, slices and channels; struct fields of function type are called as fields.
package main

import "fmt"

type Button struct {
	label   string
	onClick func(string) string
}

type Visitor struct {
	enter, leave func(int)
}

func walk(n int, v Visitor) {
	v.enter(n)
	if n > 0 {
		walk(n-1, v)
	}
	v.leave(n)
}

func main() {
	clicks := 0
	b := Button{"ok", nil}
	b.onClick = func(who string) string {
		clicks++
		return fmt.Sprint(b.label, " by ", who, " ", clicks)
	}
	b.label = "changed"
	fmt.Println(b.onClick("me"), b.onClick("you"))
	m := map[string]func(...int) int{
		"sum": func(xs ...int) (s int) {
			for _, x := range xs {
				s += x
			}
			return
		},
		"len": func(xs ...int) int { return len(xs) },
	}
	fmt.Println(m["sum"](1, 2, 3), m["len"](1, 2, 3))
	depth, trace := 0, ""
	walk(3, Visitor{
		enter: func(n int) { depth++; trace += fmt.Sprint("<", n) },
		leave: func(n int) { depth--; trace += fmt.Sprint(n, ">") },
	})
	fmt.Println(trace, depth)
	ch := make(chan func() int, 2)
	for i := range 2 {
		ch <- func() int { return i + 40 }
	}
	fmt.Println((<-ch)(), (<-ch)())
}
