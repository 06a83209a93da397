// A function with results ends in a terminating statement.
package main

func a() int {} // ERROR `^missing return`
func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR `^missing return`
func c(x int) int {
	if x > 0 {
		return 1
	} else {
		return 2
	}
}
func d() int {
	for {
	}
}
func e() int {
	for {
		break
	}
} // ERROR `^missing return`
func f() int {
	for true {
	}
} // ERROR `^missing return`
func g(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("x")
	}
}
func h(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR `^missing return`
func i(x int) int {
	switch {
	default:
		if x > 1 {
			break
		}
		return 1
	}
} // ERROR `^missing return`
func j() int {
	select {}
}
func k(c chan int) int {
	select {
	case x := <-c:
		return x
	}
}
func l() int {
L:
	for {
		for {
			break L
		}
	}
} // ERROR `^missing return`
func m() int {
L:
	goto L
}
func n() int {
	{
		return 1
	}
}
func o() int {
	panic := func(string) {}
	panic("x")
} // ERROR `^missing return`
func p(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		return 2
	}
}
func q(xs []int) int {
	for range xs {
		return 1
	}
} // ERROR `^missing return`
func r() (x int) { x = 1 } // ERROR `^missing return`
func s(x int) int {
	switch x {
	case 1:
		fallthrough
	default:
		return 1
	}
}

var t = func() int {} // ERROR `^missing return`

func main() {}
