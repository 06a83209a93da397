// Texts for unhashable map keys and uncomparable operands.
package main

import "fmt"

type S struct {
	n int
	f any
}

type U struct{ xs []int }

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	full := map[any]int{1: 1}
	empty := map[any]int{}
	keys := map[S]int{{1, 2}: 3}
	var null map[any]int
	try("store", func() { full[[]int{1}] = 1 })
	try("lookup", func() { _ = full[map[string]int{}] })
	try("delete", func() { delete(full, any(func() {})) })
	try("store in empty", func() { empty[U{}] = 1 })
	try("lookup in empty", func() { _ = empty[[]int{1}] })
	try("delete in empty", func() { delete(empty, any([]int{1})) })
	try("lookup in nil", func() { _ = null[[]string{}] })
	try("inside a struct", func() { keys[S{1, []int{}}] = 1 })
	a, b := any([]int{1}), any([]int{1})
	try("==", func() { fmt.Println(a == b) })
	try("struct ==", func() { fmt.Println(S{1, a} == S{1, b}) })
	try("struct differs first", func() { fmt.Println(S{1, a} == S{2, b}) })
	try("array ==", func() { fmt.Println([2]any{1, a} == [2]any{1, b}) })
	try("types differ", func() { fmt.Println(a == any(1), a == nil) })
	try("main.U", func() { fmt.Println(any(U{}) == any(U{})) })
}
