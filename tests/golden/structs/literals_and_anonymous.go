// Struct literals with and without keys, anonymous types, identical types, pointers to literals, promoted keys.
package main

import "fmt"

type Point struct{ X, Y int }
type Circle struct {
	Point
	R float64
}

func main() {
	a := Point{1, 2}
	b := Point{Y: 3}
	c := &Circle{Point{4, 5}, 1.5}
	d := Circle{R: 2, X: 7}
	anon := struct {
		Name string
		Tags []string
	}{"n", []string{"t"}}
	var other struct {
		Name string
		Tags []string
	} = anon
	p := struct{ X, Y int }{8, 9}
	a2 := Point(p)
	a = p
	fmt.Println(a, b, *c, d, anon, other.Tags[0], a2, c.X, (*c).Y)
	table := []struct {
		in   string
		want int
	}{{"a", 1}, {"b", 2}, {want: 3}}
	for _, t := range table {
		fmt.Print(t.in, t.want, " ")
	}
	fmt.Printf("\n%T %T %+v\n", anon, c, d)
}
