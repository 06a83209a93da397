package main

import "fmt"

const (
	c0 = iota
	c1
	c2
)
const (
	a = 1 << iota
	b = 1 << iota
	c = 3
	d = 1 << iota
)
const (
	u         = iota * 42
	v float64 = iota * 42
	w         = iota * 42
)
const x = iota
const y = iota
const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)
const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	numDays = iota
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

const (
	s1, s2 = "a", len("abc")
	s3, s4
	f1 = float32(iota) / 2
	f2
	t1 = iota > 4
	t2
	fn = len([iota + 1]int{})
	fm
)

func main() {
	fmt.Println(c0, c1, c2, a, b, c, d, u, v, w, x, y)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3, KB, MB, GB)
	fmt.Println(Sunday, Monday, Tuesday, numDays, Weekday(1))
	fmt.Println(s1, s2, s3, s4, f1, f2, t1, t2, fn, fm)
	const (
		l = iota + 10
		iota2
		m = "local"
		n
	)
	fmt.Println(l, iota2, m, n)
	{
		const iota = 5
		const k = iota
		fmt.Println(k)
	}
	const big, small = 1 << 90, 1 >> 1
	fmt.Println(big>>89, small)
}
