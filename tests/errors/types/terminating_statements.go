package main

func a(x int) int {
	if x > 0 {
		return 1
	} else {
		panic("x")
	}
}
func b() int {
	for {
	}
}
func c(x int) int {
	switch x {
	case 1:
		return 1
	case 2:
		fallthrough
	default:
		goto end
	}
end:
	return 2
}
func d(ch chan int) int {
	select {
	case <-ch:
		return 1
	}
}
func e() int {
	{
		return 1
	}
}
func f() int {
L:
	for {
		for {
			break
		}
		continue L
	}
}
func g() int { select {} }
func h(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		panic(x)
	}
}

func main() { _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h }
