// Methods on named slices, maps, functions, arrays, strings, basic types and channels.
package main

import (
	"fmt"
	"strings"
)

type Ints []int
type Set map[string]bool
type Fn func(int) int
type Grid [2][2]int
type Name string
type Temp float64
type Pipe chan int
type Flag bool

func (s Ints) Len() int         { return len(s) }
func (s *Ints) Push(n int)      { *s = append(*s, n) }
func (s Ints) Swap(i, j int)    { s[i], s[j] = s[j], s[i] }
func (s Set) Add(k string) Set  { s[k] = true; return s }
func (f Fn) Twice(n int) int    { return f(f(n)) }
func (g Grid) T() Grid          { return Grid{{g[0][0], g[1][0]}, {g[0][1], g[1][1]}} }
func (g *Grid) Set(i, j, v int) { g[i][j] = v }
func (n Name) Upper() string    { return strings.Repeat(string(n[:1]), 3) + string(n[1:]) }
func (t Temp) F() Temp          { return t*9/5 + 32 }
func (p Pipe) Send(n int) Pipe  { p <- n; return p }
func (f Flag) Not() Flag        { return !f }

func main() {
	var s Ints
	s.Push(1)
	s.Push(2)
	s.Swap(0, 1)
	fmt.Println(s, s.Len(), Ints{5}.Len(), Set{}.Add("a").Add("b"))
	var g Grid
	g.Set(0, 1, 7)
	fmt.Println(Fn(func(n int) int { return n * 3 }).Twice(2), g.T(), g, Name("abc").Upper(), Temp(100).F())
	p := make(Pipe, 2)
	fmt.Println(<-p.Send(1).Send(2), len(p), Flag(true).Not())
}
