package main

func once(yield func(int) bool) {
	defer println("iterator ends")
	yield(1)
	println("not reached")
}

func main() {
	defer println("main's")
	for i := range once {
		defer println("body's", i)
		panic("out of the loop")
	}
}
