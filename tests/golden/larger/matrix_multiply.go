// Matrices as slices of slices, flat slices and arrays: multiplication, transposition, determinant, power.
package main

import (
	"fmt"
	"strings"
)

type Matrix [][]float64

type Flat struct {
	rows, cols int
	data       []float64
}

type Square [3][3]int

func New(rows, cols int) Matrix {
	m := make(Matrix, rows)
	cells := make([]float64, rows*cols)
	for i := range m {
		m[i], cells = cells[:cols:cols], cells[cols:]
	}
	return m
}

func (m Matrix) Mul(o Matrix) (r Matrix, err error) {
	if len(m[0]) != len(o) {
		return nil, fmt.Errorf("%dx%d times %dx%d", len(m), len(m[0]), len(o), len(o[0]))
	}
	r = New(len(m), len(o[0]))
	for i, row := range m {
		for j := range r[i] {
			for k, v := range row {
				r[i][j] += v * o[k][j]
			}
		}
	}
	return
}

func (m Matrix) T() Matrix {
	r := New(len(m[0]), len(m))
	for i := range m {
		for j, v := range m[i] {
			r[j][i] = v
		}
	}
	return r
}

func (m Matrix) Det() float64 {
	n := len(m)
	a := New(n, n)
	for i := range m {
		copy(a[i], m[i])
	}
	det := 1.0
	for c := 0; c < n; c++ {
		p := c
		for r := c + 1; r < n; r++ {
			if abs(a[r][c]) > abs(a[p][c]) {
				p = r
			}
		}
		if a[p][c] == 0 {
			return 0
		}
		if p != c {
			a[p], a[c] = a[c], a[p]
			det = -det
		}
		det *= a[c][c]
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
		}
	}
	return det
}

func abs(x float64) float64 { return max(x, -x) }

func (m Matrix) String() string {
	var b strings.Builder
	for _, row := range m {
		for j, v := range row {
			if j > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%6.2f", v)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (f *Flat) At(i, j int) *float64 { return &f.data[i*f.cols+j] }

func (f *Flat) Mul(o *Flat) *Flat {
	r := &Flat{f.rows, o.cols, make([]float64, f.rows*o.cols)}
	for i := range f.rows {
		for j := range o.cols {
			for k := range f.cols {
				*r.At(i, j) += *f.At(i, k) * *o.At(k, j)
			}
		}
	}
	return r
}

func (s Square) Mul(o Square) (r Square) {
	for i, row := range s {
		for k, v := range row {
			for j := range o[k] {
				r[i][j] += v * o[k][j]
			}
		}
	}
	return
}

func (s Square) Pow(n uint) Square {
	r := Square{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.Mul(s)
		}
		s = s.Mul(s)
	}
	return r
}

func main() {
	a := Matrix{{1, 2, 3}, {4, 5, 6}}
	b := a.T()
	p, err := a.Mul(b)
	fmt.Print(p, b)
	fmt.Println(err)
	_, err = a.Mul(a)
	fmt.Println(err)
	fmt.Printf("%.3f %.1f %v\n", Matrix{{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}}.Det(), Matrix{{0, 1}, {1, 0}}.Det(), Matrix{{1, 2}, {2, 4}}.Det())
	f := &Flat{2, 2, []float64{1, 2, 3, 4}}
	g := f.Mul(f).Mul(&Flat{2, 1, []float64{1, -1}})
	fmt.Println(g.data, g.rows, g.cols)
	s := Square{{1, 1, 0}, {1, 0, 0}, {0, 0, 2}}
	fmt.Println(s.Pow(10), s.Pow(0), s)
	n := 60
	x, y := New(n, n), New(n, n)
	for i := range n {
		for j := range n {
			x[i][j], y[i][j] = float64(i+j)/10, float64(i-j)/7
		}
	}
	z, _ := x.Mul(y)
	trace := 0.0
	for i := range z {
		trace += z[i][i]
	}
	fmt.Printf("%.6f %.6f\n", trace, z[3][41])
}
