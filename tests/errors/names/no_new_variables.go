// := needs a new variable on its left side, and only names there.
package main

type T struct{ f int }

func main() {
	a, b := 1, 2
	a, b := 3, 4 // ERROR `^no new variables on left side of :=$`
	a, _ := 5, 6 // ERROR `^no new variables on left side of :=$`
	_ := 7 // ERROR `^no new variables on left side of :=$`
	var t T
	t.f := 8 // ERROR `^non-name t\.f on left side of :=$`
	xs := []int{1}
	xs[0], c := 9, 10 // ERROR `^non-name xs\[0\] on left side of :=$`
	_, _, _ = a, b, c
	a, d := 11, 12
	_ = d
}
