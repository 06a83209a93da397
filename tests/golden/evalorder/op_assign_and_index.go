// Compound assignments evaluate their left operand once; panics happen before the stores.
package main

import "fmt"

var log []string

func idx(n int) int { log = append(log, fmt.Sprint("i", n)); return n }
func val(n int) int { log = append(log, fmt.Sprint("v", n)); return n }

func ptr(p *int) *int { log = append(log, "p"); return p }

func main() {
	a := []int{1, 2, 3}
	m := map[int]string{1: "x"}
	a[idx(1)] += val(5)
	*ptr(&a[2]) <<= uint(val(2))
	m[idx(1)] += "y"
	m[idx(2)] += "z"
	a[idx(0)]++
	fmt.Println(a, m, log)
	log = nil
	func() {
		defer func() { fmt.Println(recover(), a, log) }()
		a[idx(7)] = val(1)
	}()
	log = nil
	func() {
		defer func() { fmt.Println(recover(), a, log) }()
		a[idx(0)] /= val(0)
	}()
	log = nil
	func() {
		var nilMap map[int]int
		defer func() { fmt.Println(recover(), log) }()
		nilMap[idx(1)] = val(2)
	}()
	log = nil
	func() {
		defer func() { fmt.Println(recover(), log) }()
		var p *[3]int
		p[idx(1)] = val(2)
	}()
}
