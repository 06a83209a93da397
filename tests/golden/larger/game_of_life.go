// Conway's game of life on a torus, with patterns, generations, a history of seen states and a string form.
package main

import (
	"fmt"
	"strings"
)

type Grid struct {
	w, h  int
	cells []bool
}

type Pattern []string

var patterns = map[string]Pattern{
	"blinker": {"###"},
	"glider":  {".#.", "..#", "###"},
	"block":   {"##", "##"},
	"acorn":   {".#.....", "...#...", "##..###"},
}

func NewGrid(w, h int) *Grid { return &Grid{w, h, make([]bool, w*h)} }

func (g *Grid) at(x, y int) *bool {
	return &g.cells[(y%g.h+g.h)%g.h*g.w+(x%g.w+g.w)%g.w]
}

func (g *Grid) Place(p Pattern, x, y int) *Grid {
	for dy, row := range p {
		for dx, c := range row {
			*g.at(x+dx, y+dy) = c == '#'
		}
	}
	return g
}

func (g *Grid) neighbours(x, y int) (n int) {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if (dx != 0 || dy != 0) && *g.at(x+dx, y+dy) {
				n++
			}
		}
	}
	return
}

func (g *Grid) Step() *Grid {
	next := NewGrid(g.w, g.h)
	for y := range g.h {
		for x := range g.w {
			switch g.neighbours(x, y) {
			case 2:
				*next.at(x, y) = *g.at(x, y)
			case 3:
				*next.at(x, y) = true
			}
		}
	}
	return next
}

func (g *Grid) Alive() (n int) {
	for _, c := range g.cells {
		if c {
			n++
		}
	}
	return
}

func (g *Grid) String() string {
	var b strings.Builder
	for i, c := range g.cells {
		if c {
			b.WriteByte('#')
		} else {
			b.WriteByte('.')
		}
		if i%g.w == g.w-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func (g *Grid) Period(limit int) (start, period int) {
	seen := map[string]int{}
	for gen := 0; gen < limit; gen++ {
		s := g.String()
		if first, ok := seen[s]; ok {
			return first, gen - first
		}
		seen[s] = gen
		g = g.Step()
	}
	return -1, -1
}

func main() {
	g := NewGrid(8, 6).Place(patterns["glider"], 1, 1)
	for gen := range 5 {
		if gen%4 == 0 {
			fmt.Print(gen, "\n", g)
		}
		g = g.Step()
	}
	for _, name := range []string{"blinker", "block", "glider"} {
		start, period := NewGrid(8, 8).Place(patterns[name], 2, 2).Period(100)
		fmt.Println(name, start, period)
	}
	a := NewGrid(40, 30).Place(patterns["acorn"], 16, 13)
	for gen := range 200 {
		if gen%50 == 0 {
			fmt.Print(a.Alive(), " ")
		}
		a = a.Step()
	}
	fmt.Println(a.Alive())
	fmt.Print(a.String()[:82])
}
