// The range expression is evaluated once: slices keep their length, arrays are copied, pointers to arrays are not.
package main

import "fmt"

func get() []int {
	fmt.Print("get ")
	return []int{1, 2, 3}
}

func main() {
	for _, v := range get() {
		fmt.Print(v, " ")
	}
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		if i == 0 {
			s[1] = 77
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 100
		fmt.Print(i, v, " ")
	}
	p := &[3]int{1, 2, 3}
	for i, v := range p {
		p[2] = 200
		fmt.Print(i, v, " ")
	}
	var np *[4]int
	for i := range np {
		fmt.Print(i, " ")
	}
	for i := range len(a) {
		a[i] = i
	}
	str := "ab"
	for i, r := range str {
		str += string(r)
		fmt.Print(i, string(r), " ")
	}
	fmt.Println(a, str)
	ss := [][]int{{1}, {2, 3}}
	for i, row := range ss {
		for j := range row {
			ss[i][j]++
		}
	}
	fmt.Println(ss)
}
