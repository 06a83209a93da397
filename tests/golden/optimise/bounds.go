// Bounds checks that must stay, near ones that may go: induction variables that overflow, negative steps, lengths that
// change in the loop, unsigned wraparound, conditions that say less than they seem to.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "panics:", e)
		}
	}()
	f()
	fmt.Println(name, "ok")
}

//go:noinline
func stepOverflow(s []int, start, step int) (sum, n int) {
	for i := start; i < len(s); i += step {
		sum += s[i]
		n++
	}
	return
}

//go:noinline
func inclusive(s []int, last int) (sum int) {
	for i := 0; i <= last; i++ {
		sum += s[i]
	}
	return
}

//go:noinline
func inclusiveToMax(s []int, first, last int) (n int) {
	for i := first; i <= last; i++ {
		n++
		if n > 3 {
			return s[i&0]
		}
		if i < 0 {
			return s[i]
		}
	}
	return
}

//go:noinline
func downwards(s []int, from int) (sum int) {
	for i := from; i >= 0; i-- {
		sum += s[i]
	}
	return
}

//go:noinline
func downToMinusOne(s []int) (sum int) {
	for i := len(s) - 1; i >= -1; i-- {
		sum += s[i]
	}
	return
}

//go:noinline
func previous(s []int) (sum int) {
	for i := 0; i < len(s); i++ {
		sum += s[i] - s[i-1]
	}
	return
}

//go:noinline
func next(s []int) (sum int) {
	for i := 0; i < len(s); i++ {
		sum += s[i] - s[i+1]
	}
	return
}

//go:noinline
func nextRight(s []int) (sum int) {
	for i := 0; i < len(s)-1; i++ {
		sum += s[i] - s[i+1]
	}
	return
}

//go:noinline
func shrinks(s []int) (sum int) {
	n := len(s)
	for i := 0; i < n; i++ {
		sum += s[i]
		if i == 1 {
			s = s[:2]
		}
	}
	return
}

//go:noinline
func swapped(a, b []int) (sum int) {
	for i := 0; i < len(a); i++ {
		sum += b[i]
		a, b = b, a
	}
	return
}

type holder struct{ s []int }

//go:noinline
func cut(h *holder) { h.s = h.s[:1] }

//go:noinline
func reloaded(h *holder) (sum int) {
	for i := 0; i < len(h.s); i++ {
		if i == 0 {
			cut(h)
			sum += h.s[i+1]
		}
		sum += h.s[i]
	}
	return
}

//go:noinline
func unsigned(s []int, i uint) int {
	if i-1 < uint(len(s)) {
		return s[i]
	}
	return -1
}

//go:noinline
func unsignedWraps(s []int, i, j uint) int {
	if i+j < uint(len(s)) {
		return s[i]
	}
	return -1
}

//go:noinline
func negative(s []int, i int) int {
	if i < len(s) {
		return s[i]
	}
	return -1
}

//go:noinline
func sumOverflows(s []int, i, n int) []int {
	if i+n <= len(s) && n >= 0 {
		return s[i : i+n]
	}
	return nil
}

//go:noinline
func difference(s []int, i, j int) int {
	if i >= j && i < len(s) {
		return s[i-j]
	}
	return -1
}

//go:noinline
func narrow(s []int, i int8) int {
	for ; i >= 0; i++ {
		if int(i) == 126 {
			return s[int(i)-126]
		}
	}
	return s[int(i)+128]
}

//go:noinline
func middle(s []int, lo, hi int) int {
	m := int(uint(lo+hi) >> 1)
	if lo < hi {
		return s[m]
	}
	return -1
}

//go:noinline
func search(s []int, x int) int {
	i, j := 0, len(s)
	for i < j {
		h := int(uint(i+j) >> 1)
		if s[h] < x {
			i = h + 1
		} else {
			j = h
		}
	}
	return i
}

//go:noinline
func masked(s []int, i int) int {
	if len(s) >= 8 {
		return s[i&7] + s[(i&15)>>1]
	}
	return s[i&7]
}

//go:noinline
func remainder(s []int, i int) int {
	if len(s) > 0 {
		return s[i%len(s)]
	}
	return -1
}

//go:noinline
func capacity(s []int, n int) []int {
	if n >= len(s) {
		return s[:n]
	}
	return s[:n+1]
}

//go:noinline
func made(n int) int {
	if n < 0 {
		return -1
	}
	s := make([]int, n+1)
	for i := 0; i <= n; i++ {
		s[i] = i
	}
	return s[n] + len(s)
}

//go:noinline
func makeChecks(n int) (sum int) {
	defer func() {
		fmt.Println("makeChecks", n < 0, recover())
	}()
	s := make([]int, n)
	return len(s)
}

//go:noinline
func empty(s []struct{}) (n int) {
	for i := 0; i <= len(s); i += 1 << 62 {
		n++
		if n > 5 {
			return -1
		}
		if i < 0 {
			return i
		}
	}
	return
}

//go:noinline
func labelled(s []int, a [4]int) (sum int) {
outer:
	for i := 0; ; i++ {
		for j := range a {
			if i == len(s) {
				break outer
			}
			if j == 2 {
				continue outer
			}
			sum += s[i] * a[j]
		}
	}
	return
}

//go:noinline
func notEqual(s []int, n int) (sum int) {
	for i := 0; i != n; i++ {
		sum += s[i]
	}
	return
}

//go:noinline
func conditionAfter(s []int, i int) (r int) {
	r = s[i]
	if i < 0 || i >= len(s) {
		return -1
	}
	return r + s[i]
}

//go:noinline
func divided(s []int, x int) int {
	if x/2 < len(s) && x > -3 {
		return s[x/2]
	}
	return -1
}

//go:noinline
func product(s []int, i int) int {
	if i >= 0 && i*4 < len(s) {
		return s[i*4]
	}
	return -1
}

//go:noinline
func shifted(x uint64, n uint) uint64 {
	if n < 64 {
		return x << n
	}
	return x>>n | 1
}

//go:noinline
func hoisted(s []int, i, n int, log *int) (sum int) {
	for k := 0; k < n; k++ {
		*log++
		sum += s[i]
	}
	return
}

//go:noinline
func hoistedFirst(s []int, i, n int) (sum int) {
	for k := 0; k < n; k++ {
		sum += s[i]
	}
	return
}

//go:noinline
func hoistedDivision(a, b, n int) (sum int) {
	for k := 0; k < n; k++ {
		sum += a / b
	}
	return
}

func main() {
	s := []int{1, 2, 3, 4}
	big := make([]int, 10, 20)
	for i := range big {
		big[i] = i * i
	}
	try("step", func() { fmt.Println(stepOverflow(s, 0, 3)) })
	try("step overflows", func() { fmt.Println(stepOverflow(s, 1, math.MaxInt)) })
	try("negative step", func() { fmt.Println(stepOverflow(s, 1, -1)) })
	try("negative start", func() { fmt.Println(stepOverflow(s, -1, 1)) })
	try("inclusive", func() { fmt.Println(inclusive(s, 3)) })
	try("inclusive beyond", func() { fmt.Println(inclusive(s, 4)) })
	try("to max", func() { fmt.Println(inclusiveToMax(s, math.MaxInt-1, math.MaxInt)) })
	try("downwards", func() { fmt.Println(downwards(s, 3)) })
	try("downwards beyond", func() { fmt.Println(downwards(s, 4)) })
	try("down to -1", func() { fmt.Println(downToMinusOne(s)) })
	try("previous", func() { fmt.Println(previous(s)) })
	try("next", func() { fmt.Println(next(s)) })
	try("next right", func() { fmt.Println(nextRight(s), nextRight(nil)) })
	try("shrinks", func() { fmt.Println(shrinks(s)) })
	try("swapped", func() { fmt.Println(swapped(s, s[:3])) })
	try("reloaded", func() { fmt.Println(reloaded(&holder{s})) })
	for _, i := range []uint{0, 1, 4, 5} {
		try("unsigned", func() { fmt.Println(i, unsigned(s, i)) })
	}
	try("unsigned wraps", func() { fmt.Println(unsignedWraps(s, math.MaxUint, 2)) })
	try("negative index", func() { fmt.Println(negative(s, -1)) })
	try("sum", func() { fmt.Println(sumOverflows(s, 1, 2)) })
	try("sum overflows", func() { fmt.Println(sumOverflows(s, math.MaxInt, 1)) })
	try("difference", func() { fmt.Println(difference(s, 3, 1)) })
	try("difference overflows", func() { fmt.Println(difference(s, 2, math.MinInt)) })
	try("negative difference", func() { fmt.Println(difference(s, -1, -2), difference(s, 3, -1)) })
	try("narrow", func() { fmt.Println(narrow(s, 100), narrow(s, 127)) })
	try("middle", func() { fmt.Println(middle(s, 0, 4), middle(s, 3, 4)) })
	try("middle of negatives", func() { fmt.Println(middle(s, -3, 2)) })
	try("middle beyond", func() { fmt.Println(middle(s, 3, 5)) })
	fmt.Println(search(big, 20), search(big, -1), search(big, 1000), search(nil, 1))
	try("masked", func() { fmt.Println(masked(big, -1), masked(s, 3)) })
	try("masked beyond", func() { fmt.Println(masked(s, 5)) })
	try("remainder", func() { fmt.Println(remainder(s, 7)) })
	try("negative remainder", func() { fmt.Println(remainder(s, -1)) })
	try("capacity", func() { fmt.Println(len(capacity(big, 15)), len(capacity(big, 3))) })
	try("beyond capacity", func() { fmt.Println(capacity(big, 21)) })
	try("negative capacity", func() { fmt.Println(capacity(big, -2)) })
	try("made", func() { fmt.Println(made(5), made(-1)) })
	try("made overflows", func() { fmt.Println(made(math.MaxInt)) })
	makeChecks(-1)
	makeChecks(1)
	try("empty", func() { fmt.Println(empty(make([]struct{}, math.MaxInt))) })
	try("labelled", func() { fmt.Println(labelled(s, [4]int{1, 2, 3, 4})) })
	try("not equal", func() { fmt.Println(notEqual(s, 4)) })
	try("never equal", func() { fmt.Println(notEqual(s, -1)) })
	try("condition after", func() { fmt.Println(conditionAfter(s, 4)) })
	for _, x := range []int{-3, -2, -1, 0, 7, 8} {
		try("divided", func() { fmt.Println(x, divided(s, x)) })
	}
	try("product", func() { fmt.Println(product(big, 2)) })
	try("product overflows", func() { fmt.Println(product(big, math.MaxInt/4+1)) })
	fmt.Println(shifted(1, 63), shifted(1, 64), shifted(1<<63, 0))
	log := 0
	try("hoisted", func() { fmt.Println(hoisted(s, 4, 2, &log)) })
	fmt.Println(log)
	try("not entered", func() { fmt.Println(hoistedFirst(s, 9, 0), hoistedDivision(1, 0, 0)) })
	try("hoisted first", func() { fmt.Println(hoistedFirst(s, 9, 1)) })
	try("hoisted division", func() { fmt.Println(hoistedDivision(1, 0, 1)) })
}
