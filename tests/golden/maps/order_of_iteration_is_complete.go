// Iteration visits every entry exactly once, whatever the order; early exit and nesting work.
package main

import "fmt"

func main() {
	m := map[string]int{}
	for c := 'a'; c <= 'z'; c++ {
		m[string(c)] = int(c - 'a')
	}
	total, letters := 0, [26]int{}
	for k, v := range m {
		total += v
		letters[k[0]-'a']++
	}
	ok := true
	for _, n := range letters {
		ok = ok && n == 1
	}
	fmt.Println(total, ok)
	n := 0
	for range m {
		n++
		if n == 5 {
			break
		}
	}
	pairs := 0
	for k := range m {
		for l := range m {
			if k < l {
				pairs++
			}
		}
	}
	fmt.Println(n, pairs)
	var k string
	var v int
	for k, v = range map[string]int{"only": 1} {
	}
	fmt.Println(k, v)
}
