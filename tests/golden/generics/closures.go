package main

func Counter[T int | float64](step T) (func() T, func()) {
	var n T
	return func() T {
			n += step
			return n
		}, func() {
			func() { n = 0 }()
		}
}

func Twice[T any](f func(T) T) func(T) T {
	return func(x T) T { return f(f(x)) }
}

func Deferred[T any](x T, f func(T)) (r T) {
	defer f(x)
	defer func() {
		if recover() != nil {
			r = x
		}
	}()
	panic("p")
}

func main() {
	next, reset := Counter(2)
	println(next(), next())
	reset()
	println(next())
	half, _ := Counter(0.5)
	println(half(), half())
	println(Twice(func(s string) string { return s + "!" })("a"))
	println(Twice(Twice(func(a [3]int) [3]int { a[0]++; return a }))([3]int{})[0])
	println(Deferred("r", func(s string) { println("deferred", s) }))
	done := make(chan int)
	go send(done, 3)
	println(<-done)
}

func send[T any](c chan T, x T) { c <- x }
