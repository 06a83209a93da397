package main

import "fmt"

type Point3D struct{ x, y, z float64 }
type Line struct{ p, q Point3D }
type Base struct {
	ID   int
	Name string
}
type Mid struct {
	Base
	Level int
}
type Top struct {
	Mid
	Extra []int
	f     func() int
}

var primes = []int{2, 3, 5, 7, 9, 2147483647}
var vowels = [128]bool{'a': true, 'e': true, 'i': true, 'o': true, 'u': true, 'y': true}
var filter = [10]float32{-1, 4: -0.1, -0.1, 9: -1}
var noteFrequency = map[string]float32{"C0": 16.35, "D0": 18.35, "A0": 27.50}

func main() {
	origin := &Point3D{}
	line := Line{*origin, Point3D{y: -4, z: 12.3}}
	fmt.Println(line, vowels['e'], vowels['b'], filter, len(noteFrequency), primes)
	buffer := [...]string{5: "five", 2: "two", "three"}
	fmt.Println(len(buffer), buffer[3], buffer)
	pts := [...]Point3D{{1, 2, 3}, {z: 4}}
	ptr := []*Point3D{{1, 2, 3}, nil, {x: 9}}
	m := map[Point3D]string{{1, 2, 3}: "p", {}: "o"}
	mm := map[string][]Point3D{"a": {{1, 1, 1}}, "b": {}}
	nested := [][]int{{1}, {2, 3}, nil, {}}
	fmt.Println(pts, ptr[0].x, ptr[1] == nil, ptr[2].x, m[Point3D{1, 2, 3}], m[Point3D{}], mm, nested)
	pm := map[*Point3D]int{}
	pm[origin]++
	pa := &[...]int{1, 2, 3}
	ps := &[]int{4, 5}
	pmap := &map[string]int{"k": 1}
	fmt.Println(len(pa), (*ps)[1], (*pmap)["k"], pm[origin])
	if (Point3D{1, 2, 3}) == (Point3D{1, 2, 3}) {
		fmt.Println("equal")
	}
	for _, p := range []Point3D{{1, 0, 0}, {0, 1, 0}} {
		fmt.Print(p.x, p.y, ";")
	}
	fmt.Println()
	t := Top{ID: 7, Name: "promoted", Level: 2, Extra: []int{1}, f: func() int { return 3 }}
	u := Top{Mid: Mid{Base: Base{1, "b"}, Level: 4}}
	fmt.Println(t.ID, t.Name, t.Level, t.Extra, t.f(), u.Mid)
	i := 0
	next := func() int { i++; return i }
	fmt.Println([]int{next(), next(), 9: next()}, map[int]int{next(): next()}, Base{Name: fmt.Sprint(next()), ID: next()})
	const k = 3
	fmt.Println([k]int{k - 1: k}, []string{k: "x"}[k], [...]int{k: 1, 0: 2}[0])
	anon := struct {
		a int
		b []struct{ c string }
	}{1, []struct{ c string }{{"x"}, {"y"}}}
	fmt.Println(anon.b[1].c, []any{1, "a", nil, []int{1}, Base{}})
	fmt.Println(func(a, b int) int { return a * b }(3, 4), len([0]int{}), len(struct{ x []int }{}.x))
}
