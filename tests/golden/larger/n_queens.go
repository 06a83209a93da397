// N queens three ways: bit masks, slices with backtracking, goroutines for the first row; and drawing one solution.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func bits(n int, cols, left, right uint) (count int) {
	full := uint(1)<<n - 1
	if cols == full {
		return 1
	}
	for free := full &^ (cols | left | right); free != 0; {
		bit := free & -free
		free &^= bit
		count += bits(n, cols|bit, (left|bit)<<1&full, (right|bit)>>1)
	}
	return
}

type Board struct {
	n         int
	queens    []int
	solutions [][]int
}

func (b *Board) safe(col int) bool {
	row := len(b.queens)
	for r, c := range b.queens {
		if c == col || row-r == col-c || row-r == c-col {
			return false
		}
	}
	return true
}

func (b *Board) solve() {
	if len(b.queens) == b.n {
		b.solutions = append(b.solutions, append([]int(nil), b.queens...))
		return
	}
	for col := range b.n {
		if !b.safe(col) {
			continue
		}
		b.queens = append(b.queens, col)
		b.solve()
		b.queens = b.queens[:len(b.queens)-1]
	}
}

func parallel(n int) int {
	var wg sync.WaitGroup
	counts := make([]int, n)
	for first := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			bit := uint(1) << first
			counts[first] = bits(n, bit, bit<<1&(1<<n-1), bit>>1)
		}()
	}
	wg.Wait()
	sum := 0
	for _, c := range counts {
		sum += c
	}
	return sum
}

type found struct{ queens []int }

func firstByPanic(n int) (sol []int) {
	defer func() {
		if f, ok := recover().(found); ok {
			sol = f.queens
		}
	}()
	var place func(qs []int)
	place = func(qs []int) {
		if len(qs) == n {
			panic(found{qs})
		}
	next:
		for c := range n {
			for r, q := range qs {
				if d := len(qs) - r; q == c || q == c+d || q == c-d {
					continue next
				}
			}
			place(append(qs[:len(qs):len(qs)], c))
		}
	}
	place(nil)
	return nil
}

func main() {
	for n := 1; n <= 8; n++ {
		b := Board{n: n}
		b.solve()
		fmt.Println(n, bits(n, 0, 0, 0), len(b.solutions), parallel(n))
	}
	b := Board{n: 6}
	b.solve()
	fmt.Println(b.solutions)
	fmt.Println(firstByPanic(3), firstByPanic(8))
	for _, c := range firstByPanic(8) {
		fmt.Println(strings.Repeat(". ", c) + "Q " + strings.Repeat(". ", 7-c))
	}
	fmt.Println(bits(10, 0, 0, 0))
}
