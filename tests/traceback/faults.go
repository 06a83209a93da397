// Faults of loads that stand in the middle of longer expressions: the line is that of the access.
package main

type pair struct{ a, b int }

type record struct {
	name  string
	pairs *[4]pair
	other *record
}

var zero int

func sum(r *record, x int) int {
	total := x +
		r.pairs[1].a*
			r.pairs[2].b
	return total +
		r.other.
			pairs[x].a
}

func main() {
	r := &record{pairs: new([4]pair), other: &record{}}
	defer func() {
		e := recover()
		println(e.(error).Error())
		panic(e)
	}()
	println(sum(r, 3))
}
