package main

func Make[T any](x T) any {
	type wrapped struct{ v T }
	return wrapped{x}
}

func Plain[T any]() any {
	type mark struct{ n int }
	return mark{1}
}

func Chain[T any](list ...T) (n int) {
	type link struct {
		v    T
		next *link
	}
	var head *link
	for _, x := range list {
		head = &link{x, head}
	}
	for ; head != nil; head = head.next {
		n++
	}
	return n
}

func main() {
	println(Make(1) == Make(1), Make(1) == Make(2), Make(1) == Make("1"), Make("a") == Make("a"))
	println(Plain[int]() == Plain[int](), Plain[int]() == Plain[string]())
	println(Chain(1, 2, 3), Chain("a"))
}
