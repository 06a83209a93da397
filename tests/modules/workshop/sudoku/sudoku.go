// Package sudoku solves number puzzles with sets of bits.
package sudoku

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

type set uint16

const all set = 1<<10 - 2

// Board is a state; copying it is how the solver goes back.
type Board struct {
	cells [9][9]set
	steps *int
}

// ErrContradiction is returned for puzzles without solution.
var ErrContradiction = errors.New("sudoku: contradiction")

// peers are the cells that share a row, column or box with a cell.
var peers = makePeers()

func makePeers() (p [9][9][][2]int8) {
	for r := range 9 {
		for c := range 9 {
			for r2 := range int8(9) {
				for c2 := range int8(9) {
					same := int(r2) == r || int(c2) == c || int(r2)/3 == r/3 && int(c2)/3 == c/3
					if same && (int(r2) != r || int(c2) != c) {
						p[r][c] = append(p[r][c], [2]int8{r2, c2})
					}
				}
			}
		}
	}
	return
}

// Parse reads 81 digits; other characters than digits and dots are skipped.
func Parse(text string) (b Board, err error) {
	b.steps = new(int)
	for r := range b.cells {
		for c := range b.cells[r] {
			b.cells[r][c] = all
		}
	}
	n := 0
	for _, ch := range text {
		switch {
		case n == 81:
			return b, fmt.Errorf("sudoku: text after %d cells", n)
		case '1' <= ch && ch <= '9':
			if !b.fix(n/9, n%9, 1<<(ch-'0')) {
				return b, fmt.Errorf("%w at cell %d", ErrContradiction, n)
			}
			fallthrough
		case ch == '.' || ch == '0':
			n++
		}
	}
	if n < 81 {
		return b, fmt.Errorf("sudoku: %d cells", n)
	}
	return
}

func (b *Board) fix(r, c int, v set) bool {
	for other := b.cells[r][c] &^ v; other != 0; other &= other - 1 {
		if !b.remove(r, c, other&-other) {
			return false
		}
	}
	return b.cells[r][c] == v
}

func (b *Board) remove(r, c int, v set) bool {
	cell := &b.cells[r][c]
	if *cell&v == 0 {
		return true
	}
	*b.steps++
	*cell &^= v
	switch bits.OnesCount16(uint16(*cell)) {
	case 0:
		return false
	case 1:
		for _, p := range peers[r][c] {
			if !b.remove(int(p[0]), int(p[1]), *cell) {
				return false
			}
		}
	}
	return true
}

// Solutions yields solutions.
func (b Board) Solutions(yield func(Board) bool) { b.search(yield) }

func (b Board) search(yield func(Board) bool) bool {
	best, br, bc := 10, 0, 0
	for r, row := range b.cells {
		for c, s := range row {
			if n := bits.OnesCount16(uint16(s)); n > 1 && n < best {
				best, br, bc = n, r, c
			}
		}
	}
	if best == 10 {
		return yield(b)
	}
	for s := b.cells[br][bc]; s != 0; s &= s - 1 {
		next := b
		if next.fix(br, bc, s&-s) && !next.search(yield) {
			return false
		}
	}
	return true
}

// Steps is how many values were excluded.
func (b Board) Steps() int { return *b.steps }

// String shows the board.
func (b Board) String() string {
	var out strings.Builder
	for _, row := range b.cells {
		for _, s := range row {
			if s&(s-1) != 0 {
				out.WriteByte('.')
				continue
			}
			out.WriteByte('0' + byte(bits.TrailingZeros16(uint16(s))))
		}
		out.WriteByte('\n')
	}
	return out.String()
}
