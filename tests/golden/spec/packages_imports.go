package main

import (
	. "errors"
	str "strings"

	"fmt"
	_ "sort"
)

import "os"

var ErrLocal = New("dot import")

type wrapper struct{ err error }

func (w wrapper) Error() string { return "wrapped " + w.err.Error() }
func (w wrapper) Unwrap() error { return w.err }

func main() {
	fmt.Println(ErrLocal, str.ToUpper("renamed"), Is(wrapper{ErrLocal}, ErrLocal), len(os.Args) > 0)
	strings := str.Repeat
	fmt.Println(strings("ab", 3))
	{
		fmt := "shadowed"
		println := func(s string) { os.Stdout.WriteString(s + "\n") }
		println(fmt)
	}
	var b str.Builder
	b.WriteString("builder")
	var w interface{ WriteString(string) (int, error) } = &b
	w.WriteString("!")
	fmt.Println(b.String(), b.Len())
}
