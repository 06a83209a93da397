// Zero-size structs and arrays: fields, slices, maps, channels, methods.
package main

import "fmt"

type E struct{}

func (E) Hello() string { return "hello" }
func (e *E) Ptr() bool  { return e != nil }

type Holder struct {
	a int
	e E
	b [0]string
	c int
	z struct{}
}

func main() {
	h := Holder{a: 1, c: 2}
	fmt.Println(h, h.e.Hello(), h.e.Ptr(), len(h.b), h.z == struct{}{})
	s := make([]E, 5)
	s = append(s, E{}, E{})
	n := 0
	for range s {
		n++
	}
	set := map[string]struct{}{"a": {}, "b": {}}
	_, ok := set["a"]
	fmt.Println(len(s), n, len(set), ok)
	done := make(chan struct{}, 3)
	done <- struct{}{}
	done <- E{}
	fmt.Println(len(done), <-done)
	m := map[E]int{}
	m[E{}]++
	m[E{}]++
	fmt.Println(m, [3]E{} == [3]E{}, any(E{}) == any(E{}))
}
