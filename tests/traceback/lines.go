// Panics in deferred calls that run on return: the line of the function is that of its exit.
package main

func check(n int) (r int) {
	defer func() {
		if r == n {
			panic(n)
		}
	}()
	if n == 1 {
		return 2
	}
	if n == 5 {
		return n
	}
	return 0
}

func loop(n int) {
	for i := range n {
		defer func() {
			if i == 1 {
				check(5)
			}
		}()
	}
	if n > 2 {
		return
	}
	println("short")
}

func main() {
	println(check(1))
	func() {
		defer loop(3)
		loop(1)
	}()
}
