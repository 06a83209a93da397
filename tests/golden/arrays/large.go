// Large arrays: locals, parameters, results, zeroing in loops.
package main

import "fmt"

type Page [4096]byte

func fill(p Page, b byte) Page {
	for i := range p {
		p[i] = b + byte(i)
	}
	return p
}

func sum(p *Page) (n int) {
	for _, b := range p {
		n += int(b)
	}
	return
}

var global [1 << 16]int32

func main() {
	var p Page
	q := fill(p, 3)
	fmt.Println(sum(&p), sum(&q), p == q, q == fill(Page{}, 3))
	for i := range 3 {
		var local [1000]int
		local[i] += i + 1
		local[999]++
		fmt.Print(local[0], local[1], local[2], local[999], " ")
	}
	fmt.Println()
	global[65535] = 7
	g := global
	g[0] = 1
	fmt.Println(global[0], g[65535], len(g))
}
