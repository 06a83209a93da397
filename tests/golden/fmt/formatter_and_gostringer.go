// Formatter and GoStringer take over; State gives width, precision and flags.
package main

import "fmt"

type F struct{ n int }

func (f F) Format(s fmt.State, verb rune) {
	w, okW := s.Width()
	p, okP := s.Precision()
	fmt.Fprintf(s, "<%c %d %v %d %v %v %v %v>", verb, w, okW, p, okP, s.Flag('+'), s.Flag('-'), s.Flag('#'))
}

type G struct{ n int }

func (g G) GoString() string { return fmt.Sprint("G!", g.n) }

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°C", float64(t)) }

type Matrix [2][2]int

func (m *Matrix) String() string { return "matrix" }

func main() {
	fmt.Printf("%v %+d %-8.3q %#x\n", F{1}, F{1}, F{1}, F{1})
	fmt.Println(F{2}, []F{{3}})
	fmt.Printf("%v %#v %#v %+v\n", G{1}, G{1}, []G{{2}}, G{3})
	fmt.Printf("%v %s %8v| %.3v %f\n", Temp(21.55), Temp(1), Temp(2), Temp(3), Temp(4))
	var m Matrix
	fmt.Println(m, &m, []Temp{1, 2}, map[string]Temp{"x": 3})
}
