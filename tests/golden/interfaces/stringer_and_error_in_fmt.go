// fmt uses Error before String, at every depth, for values and pointers as their method sets say.
package main

import "fmt"

type S struct{ n int }

func (s S) String() string { return fmt.Sprintf("S<%d>", s.n) }

type P struct{ n int }

func (p *P) String() string { return fmt.Sprintf("P<%d>", p.n) }

type E struct{ code int }

func (e E) Error() string  { return fmt.Sprint("code ", e.code) }
func (e E) String() string { return "never used" }

type Color int

const (
	Red Color = iota
	Green
)

func (c Color) String() string { return [...]string{"Red", "Green"}[c] }

type Bad struct{}

func (b *Bad) String() string { panic("broken") }

func main() {
	fmt.Println(S{1}, &S{2}, P{3}, &P{4}, E{5}, Green)
	fmt.Println([]S{{1}, {2}}, map[Color]S{Green: {3}}, struct {
		A S
		b S
		C *P
	}{S{1}, S{2}, nil}, []any{S{1}, Red})
	fmt.Printf("%v %+v %s %q %d %x %#v\n", S{1}, S{1}, S{1}, S{1}, S{1}, S{1}, S{1})
	fmt.Printf("%v %d %s %x %8v|%-8v|\n", Green, Green, Green, Green, Green, Red)
	fmt.Println((*P)(nil) == nil, &Bad{})
	var np *S
	fmt.Println(np)
	fmt.Printf("%s %v\n", E{1}, []error{E{2}, nil})
}
