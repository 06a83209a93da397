package main

import "fmt"

func zero() int {
	panic("terminates")
}

func loop() int {
	for {
	}
}

func labelled(n int) int {
L:
	for {
		if n > 3 {
			goto done
		}
		n++
		continue L
	}
done:
	return n
}

func ifs(n int) string {
	if n < 0 {
		return "neg"
	} else if n == 0 {
		return "zero"
	} else {
		return "pos"
	}
}

func switches(n int) string {
	switch {
	case n > 1:
		fallthrough
	case n > 0:
		return "positive"
	default:
		panic(n)
	}
}

func selects(c chan int) int {
	select {
	case v := <-c:
		return v
	}
}

func blocks() int {
	{
		{
			return 4
		}
	}
}

func main() {
	;
	{
	}
	if true {
	}
	for false {
	}
	switch {
	}
	x := 5
	x++
	x--
	p := &x
	*p++
	a := [2]int{}
	a[1]--
	m := map[string]float64{}
	m["a"]++
	m["b"]--
	var u8 uint8 = 255
	u8++
	f := 1.5
	f++
	c := 1i
	c--
	fmt.Println(x, a, m, u8, f, c)
	len := func(string) int { return 3 }
	len("expression statement")
	<-func() chan int { c := make(chan int, 1); c <- 1; return c }()
	(fmt.Println)("parenthesised call")
	fmt.Println(labelled(1), ifs(-1), ifs(0), ifs(1), switches(1), switches(2), blocks())
	ch := make(chan int, 1)
	ch <- x * 2
	fmt.Println(selects(ch))
	if v := 3; v > 2 {
		fmt.Println("v", v)
	}
	var op int = 7
	op += 3
	op -= 1
	op *= 2
	op /= 4
	op %= 3
	op <<= 4
	op |= 5
	op &= 0xf5
	op ^= 0xff
	op &^= 3
	op >>= 1
	fmt.Println(op)
	s := "a"
	s += "b"
	i, arr := 0, []int{1, 2, 3}
	i, arr[i] = 1, 9
	arr[0], arr[2] = arr[2], arr[0]
	_, y := 1, i
	y, z := 2, y
	fmt.Println(s, i, arr, y, z)
	defer func() { fmt.Println("recovered", recover()) }()
	zero()
}
