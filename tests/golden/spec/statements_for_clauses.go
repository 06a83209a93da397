package main

import "fmt"

func trace(s string) bool { fmt.Print(s, " "); return true }

func main() {
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, ";")
	}
	fmt.Println()
	n := 3
	for n > 0 {
		n--
	}
	for ; n < 2; {
		n++
	}
	for ; ; n++ {
		if n > 5 {
			break
		}
	}
	for trace("init"); n < 8 && trace("cond"); trace("post") {
		n++
	}
	fmt.Println(n)
	var fs []func() int
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { i += 10; return i })
		i++
		if i == 3 {
			continue
		}
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var prev *int
	for i := 0; i < 3; i++ {
		if prev != nil {
			fmt.Print(*prev, prev == &i, " ")
		}
		prev = &i
	}
	fmt.Println()
	for i := range 3 {
		i *= 2
		fmt.Print(i, " ")
	}
	var k int8
	for k = range 5 {
	}
	for range 2 {
		fmt.Print("x")
	}
	const c = 4
	for i := range c {
		fmt.Print(i)
	}
	for i := range uint8(3) {
		fmt.Printf("%T", i)
	}
	for range -3 {
		fmt.Print("never")
	}
	fmt.Println(k)
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 10
		if i == 2 {
			fmt.Println("copy", v)
		}
	}
	for i, v := range &a {
		a[2] = 20
		if i == 2 {
			fmt.Println("shared", v)
		}
	}
	s := a[:2]
	for i, v := range s {
		s = append(s, v*10)
		s[0] = 99
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(s))
	var np *[4]int
	for i := range np {
		fmt.Print(i)
	}
	for i := range len(np) {
		fmt.Print(i)
	}
	var ns []int
	var nm map[string]int
	for range ns {
	}
	for range nm {
	}
	fmt.Println()
	for i, r := range "aé\xff日" {
		fmt.Print(i, ":", r, " ")
	}
	for i := range "éa" {
		fmt.Print(i)
	}
	fmt.Println()
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v)
	}
	m := map[int]int{1: 1}
	for k, v := range m {
		delete(m, k)
		fmt.Println(k, v, len(m))
	}
	x := []int{1, 2, 3}
	i := 0
	for i, x[i] = range []int{7, 8, 9} {
	}
	fmt.Println(i, x)
	var p struct{ k, v int }
	for p.k, p.v = range x {
	}
	fmt.Println(p)
}
