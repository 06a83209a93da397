package main

import "fmt"

func seq(name string, n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("end of", name)
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func returns(k int) (int, string) {
	for i := range seq("outer", 4) {
		for j := range seq("inner", 4) {
			if i*j == k {
				return i, fmt.Sprint("j=", j)
			}
		}
	}
	return -1, "none"
}

func named(k int) (r int, err error) {
	defer func() { r += 100 }()
	for i := range seq("named", 5) {
		if i == k {
			r = i
			return
		}
		if i == 3 {
			return 33, fmt.Errorf("three")
		}
	}
	return 5, nil
}

type wide struct{ a [20]int }

func large() wide {
	for i := range seq("large", 3) {
		var w wide
		w.a[i] = i
		if i == 2 {
			return w
		}
	}
	panic("not here")
}

func swap() (a, b int) {
	a, b = 1, 2
	for range seq("swap", 1) {
		return b, a
	}
	return
}

func labels() {
Outer:
	for i := range seq("A", 4) {
		for j := range seq("B", 4) {
			for k := range seq("C", 4) {
				switch {
				case k == 1 && j == 0:
					continue Outer
				case k == 2:
					break Outer
				case i == 1:
					fmt.Println("i is 1")
				}
				fmt.Println(i, j, k)
				if i == 2 {
					break
				}
				j = 5
			}
			_ = j
		}
	}
}

func mixed() {
	n := 0
Again:
	fmt.Println("again", n)
Loop:
	for x := 0; x < 3; x++ {
		for y := range seq("Y", 3) {
			switch {
			case y == 1 && x == 0:
				continue Loop
			case x == 1 && n == 0:
				n++
				goto Again
			case x == 2:
				break Loop
			}
			fmt.Println("xy", x, y)
		}
	}
Sel:
	switch {
	default:
		for range seq("S", 2) {
			break Sel
		}
		fmt.Println("not reached")
	}
	i := 0
	for range seq("G", 1) {
	back:
		i++
		if i < 3 {
			goto back
		}
		if i == 3 {
			goto out
		}
		fmt.Println("not reached")
	}
out:
	fmt.Println("i", i)
}

func closure() func() int {
	return func() int {
		for i := range seq("lit", 10) {
			f := func() int {
				for j := range seq("lit2", 10) {
					if j == 2 {
						return j * 10
					}
				}
				return 0
			}
			if i == 1 {
				return f() + i
			}
		}
		return 0
	}
}

func sel(c chan int) int {
	for i := range seq("sel", 3) {
		select {
		case v := <-c:
			if v == 1 {
				break
			}
			return v
		default:
			fmt.Println("default", i)
			c <- i
			continue
		}
		fmt.Println("after select")
	}
	return -1
}

func main() {
	fmt.Println(returns(2))
	fmt.Println(returns(9))
	fmt.Println(returns(7))
	fmt.Println(named(1))
	fmt.Println(named(9))
	fmt.Println(large().a)
	fmt.Println(swap())
	labels()
	mixed()
	fmt.Println(closure()())
	fmt.Println(sel(make(chan int, 1)))
}
