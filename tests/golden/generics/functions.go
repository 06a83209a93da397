package main

func Map[T, U any](s []T, f func(T) U) []U {
	var r []U
	for _, x := range s {
		r = append(r, f(x))
	}
	return r
}

func Fold[T, A any](s []T, a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}

func Swap[A, B any](a A, b B) (B, A) { return b, a }

func Id[T any](x T) T { return x }

func main() {
	letters := Map([]int{1, 2, 3}, func(i int) string { return string(rune('a' + i)) })
	for _, s := range letters {
		println(s)
	}
	println(Fold(letters, "", func(a, s string) string { return a + s }))
	println(Fold([]int{1, 2, 3}, 0.5, func(a float64, i int) float64 { return a + float64(i) }))
	println(Swap(1, "one"))
	square := Map[int, int]
	println(square([]int{3}, func(i int) int { return i * i })[0])
	f := Id[[4]int]
	println(f([4]int{1, 2, 3, 4})[2], Id[any](7).(int), Id(Id[string])("x"))
}
