// Package matrix has dense matrices over any field.
package matrix

import (
	"errors"
	"fmt"
	"math/cmplx"
	"strings"
)

// Scalar is what a matrix can be made of.
type Scalar interface {
	~float32 | ~float64 | ~complex64 | ~complex128
}

// ErrSingular is returned for matrices without an inverse.
var ErrSingular = errors.New("matrix: singular")

// ShapeError tells of shapes that do not fit.
type ShapeError struct {
	Op         string
	A, B       [2]int
	underlying error
}

func (e ShapeError) Error() string { return fmt.Sprintf("matrix: %s of %v and %v", e.Op, e.A, e.B) }

// Matrix has its elements row by row.
type Matrix[T Scalar] struct {
	rows, cols int
	data       []T
}

// New makes a matrix of zeros.
func New[T Scalar](rows, cols int) *Matrix[T] {
	return &Matrix[T]{rows, cols, make([]T, rows*cols)}
}

// Of makes a matrix of rows.
func Of[T Scalar](rows ...[]T) *Matrix[T] {
	m := New[T](len(rows), len(rows[0]))
	for i, r := range rows {
		if len(r) != m.cols {
			panic(ShapeError{"Of", [2]int{1, m.cols}, [2]int{1, len(r)}, nil})
		}
		copy(m.row(i), r)
	}
	return m
}

// Identity is the unit matrix.
func Identity[T Scalar](n int) *Matrix[T] {
	m := New[T](n, n)
	for i := range n {
		m.data[i*n+i] = 1
	}
	return m
}

func (m *Matrix[T]) row(i int) []T { return m.data[i*m.cols : (i+1)*m.cols : (i+1)*m.cols] }

// At is an element.
func (m *Matrix[T]) At(i, j int) T { return m.row(i)[j] }

// Shape is the number of rows and columns.
func (m *Matrix[T]) Shape() [2]int { return [...]int{m.rows, m.cols} }

// Map makes a matrix of another scalar.
func (m *Matrix[T]) Map[U Scalar](f func(T) U) *Matrix[U] {
	out := New[U](m.rows, m.cols)
	for i, v := range m.data {
		out.data[i] = f(v)
	}
	return out
}

// Mul is the product.
func (m *Matrix[T]) Mul(o *Matrix[T]) (*Matrix[T], error) {
	if m.cols != o.rows {
		return nil, &ShapeError{Op: "product", A: m.Shape(), B: o.Shape()}
	}
	p := New[T](m.rows, o.cols)
	for i := range m.rows {
		row := p.row(i)
		for k, a := range m.row(i) {
			for j, b := range o.row(k) {
				row[j] += a * b
			}
		}
	}
	return p, nil
}

// Pow multiplies a square matrix with itself.
func (m *Matrix[T]) Pow(n uint) *Matrix[T] {
	result := Identity[T](m.rows)
	for base := m; n > 0; n >>= 1 {
		if n&1 == 1 {
			result, _ = result.Mul(base)
		}
		base, _ = base.Mul(base)
	}
	return result
}

// Transpose mirrors at the diagonal.
func (m *Matrix[T]) Transpose() *Matrix[T] {
	t := New[T](m.cols, m.rows)
	for i := range m.rows {
		for j, v := range m.row(i) {
			t.row(j)[i] = v
		}
	}
	return t
}

func size[T Scalar](v T) float64 {
	switch v := any(v).(type) {
	case float32:
		return float64(max(v, -v))
	case float64:
		return max(v, -v)
	case complex64:
		return cmplx.Abs(complex128(v))
	case complex128:
		return cmplx.Abs(v)
	}
	return cmplx.Abs(toComplex(v))
}

func toComplex[T Scalar](v T) complex128 {
	var c complex128
	if _, err := fmt.Sscan(fmt.Sprint(v), &c); err != nil {
		return 0
	}
	return c
}

// eliminate brings m to the unit matrix, doing the same to each of the others, and returns the determinant.
func (m *Matrix[T]) eliminate(others ...*Matrix[T]) T {
	all := append([]*Matrix[T]{m}, others...)
	var det T = 1
	for c := range m.cols {
		pivot := c
		for r := c + 1; r < m.rows; r++ {
			if size(m.At(r, c)) > size(m.At(pivot, c)) {
				pivot = r
			}
		}
		v := m.At(pivot, c)
		if v == 0 {
			return 0
		}
		if pivot != c {
			det = -det
			for _, x := range all {
				a, b := x.row(pivot), x.row(c)
				for j := range a {
					a[j], b[j] = b[j], a[j]
				}
			}
		}
		det *= v
		for _, x := range all {
			for j := range x.row(c) {
				x.row(c)[j] /= v
			}
		}
		for r := range m.rows {
			f := m.At(r, c)
			if r == c || f == 0 {
				continue
			}
			for _, x := range all {
				from, to := x.row(c), x.row(r)
				for j := range to {
					to[j] -= f * from[j]
				}
			}
		}
	}
	return det
}

func (m *Matrix[T]) clone() *Matrix[T] {
	return &Matrix[T]{m.rows, m.cols, append([]T(nil), m.data...)}
}

// Det is the determinant.
func (m *Matrix[T]) Det() T { return m.clone().eliminate() }

// Inverse is the inverse.
func (m *Matrix[T]) Inverse() (inv *Matrix[T], err error) {
	inv = Identity[T](m.rows)
	if m.clone().eliminate(inv) == 0 {
		return nil, fmt.Errorf("%w: %dx%d", ErrSingular, m.rows, m.cols)
	}
	return inv, nil
}

// String shows rows in brackets.
func (m *Matrix[T]) String() string {
	var b strings.Builder
	for i := range m.rows {
		for j, v := range m.row(i) {
			sep := " "
			if j == 0 {
				sep = "["
			}
			fmt.Fprintf(&b, "%s%.4g", sep, v)
		}
		b.WriteString("]")
	}
	return b.String()
}

// Fixed is a 3 by 3 matrix that is a value.
type Fixed [3][3]int64

// Mul is the product of values.
func (a Fixed) Mul(b Fixed) (c Fixed) {
	for i := range a {
		for j := range b {
			for k := range c {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return
}
