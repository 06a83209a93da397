// Package bignum has integers of any size.
package bignum

import (
	"errors"
	"math/bits"
	"strings"
)

// Int is an integer: a sign and a magnitude, lowest digit first.
type Int struct {
	neg bool
	mag nat
}

type nat []uint32

// ErrSyntax is returned for text that is no number.
var ErrSyntax = errors.New("bignum: syntax")

func (n nat) norm() nat {
	for len(n) > 0 && n[len(n)-1] == 0 {
		n = n[:len(n)-1]
	}
	return n
}

// New makes a number.
func New(v int64) Int {
	u := uint64(v)
	if v < 0 {
		u = -u
	}
	return Int{v < 0, nat{uint32(u), uint32(u >> 32)}.norm()}
}

// Parse reads decimal digits.
func Parse(s string) (Int, error) {
	digits, neg := strings.CutPrefix(s, "-")
	if digits == "" {
		return Int{}, ErrSyntax
	}
	var n nat
	for i := range len(digits) {
		d := digits[i] - '0'
		if d > 9 {
			return Int{}, ErrSyntax
		}
		n = n.mulAdd(10, uint32(d))
	}
	n = n.norm()
	return Int{neg && len(n) > 0, n}, nil
}

func (n nat) mulAdd(m, a uint32) nat {
	out := make(nat, 0, len(n)+1)
	carry := uint64(a)
	for _, d := range n {
		carry += uint64(d) * uint64(m)
		out = append(out, uint32(carry))
		carry >>= 32
	}
	return append(out, uint32(carry)).norm()
}

func (n nat) cmp(m nat) int {
	if len(n) != len(m) {
		return len(n) - len(m)
	}
	for i := len(n) - 1; i >= 0; i-- {
		switch {
		case n[i] < m[i]:
			return -1
		case n[i] > m[i]:
			return +1
		}
	}
	return 0
}

func (n nat) add(m nat) nat {
	if len(n) < len(m) {
		n, m = m, n
	}
	out := make(nat, len(n)+1)
	var carry uint32
	for i := range n {
		var d uint32
		if i < len(m) {
			d = m[i]
		}
		out[i], carry = bits.Add32(n[i], d, carry)
	}
	out[len(n)] = carry
	return out.norm()
}

func (n nat) sub(m nat) nat {
	out := make(nat, len(n))
	var borrow uint32
	for i := range n {
		d := uint32(0)
		if i < len(m) {
			d = m[i]
		}
		out[i], borrow = bits.Sub32(n[i], d, borrow)
	}
	return out.norm()
}

func (n nat) mul(m nat) nat {
	out := make(nat, len(n)+len(m))
	for i, a := range n {
		var carry uint64
		for j, b := range m {
			t := uint64(a)*uint64(b) + uint64(out[i+j]) + carry
			out[i+j] = uint32(t)
			carry = t >> 32
		}
		out[i+len(m)] = uint32(carry)
	}
	return out.norm()
}

func (n nat) divSmall(d uint32) (q nat, r uint32) {
	q = make(nat, len(n))
	for i := len(n) - 1; i >= 0; i-- {
		q[i], r = bits.Div32(r, n[i], d)
	}
	return q.norm(), r
}

// div is long division bit by bit.
func (n nat) div(d nat) (q, r nat) {
	if len(d) == 0 {
		panic("bignum: division by zero")
	}
	q = make(nat, len(n))
	for i := len(n)*32 - 1; i >= 0; i-- {
		r = r.add(r)
		if n[i/32]>>(i%32)&1 != 0 {
			r = r.add(nat{1})
		}
		if r.cmp(d) >= 0 {
			r = r.sub(d)
			q[i/32] |= 1 << (i % 32)
		}
	}
	return q.norm(), r
}

// Add is the sum.
func (a Int) Add(b Int) Int {
	if a.neg == b.neg {
		return Int{a.neg, a.mag.add(b.mag)}
	}
	switch c := a.mag.cmp(b.mag); {
	case c > 0:
		return Int{a.neg, a.mag.sub(b.mag)}
	case c < 0:
		return Int{b.neg, b.mag.sub(a.mag)}
	}
	return Int{}
}

// Neg is the negative.
func (a Int) Neg() Int { return Int{!a.neg && len(a.mag) > 0, a.mag} }

// Sub is the difference.
func (a Int) Sub(b Int) Int { return a.Add(b.Neg()) }

// Mul is the product.
func (a Int) Mul(b Int) Int {
	m := a.mag.mul(b.mag)
	return Int{len(m) > 0 && a.neg != b.neg, m}
}

// QuoRem truncates towards zero, as Go does.
func (a Int) QuoRem(b Int) (q, r Int) {
	qm, rm := a.mag.div(b.mag)
	return Int{len(qm) > 0 && a.neg != b.neg, qm}, Int{len(rm) > 0 && a.neg, rm}
}

// Cmp compares.
func (a Int) Cmp(b Int) int {
	d := a.Sub(b)
	switch {
	case d.neg:
		return -1
	case len(d.mag) > 0:
		return 1
	}
	return 0
}

// Pow is a power.
func (a Int) Pow(n uint) Int {
	r := New(1)
	for ; n != 0; n /= 2 {
		if n%2 != 0 {
			r = r.Mul(a)
		}
		a = a.Mul(a)
	}
	return r
}

// String is decimal.
func (a Int) String() string {
	if len(a.mag) == 0 {
		return "0"
	}
	var groups []uint32
	for m := a.mag; len(m) > 0; {
		var r uint32
		m, r = m.divSmall(1e9)
		groups = append(groups, r)
	}
	var out []byte
	for i, g := range groups {
		for k := 0; k < 9 && (i < len(groups)-1 || g > 0); k++ {
			out = append(out, byte('0'+g%10))
			g /= 10
		}
	}
	if a.neg {
		out = append(out, '-')
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return string(out)
}

// Factorial multiplies up.
func Factorial(n int64) Int {
	r := New(1)
	for i := range n {
		r = r.Mul(New(i + 1))
	}
	return r
}

// Fibonacci yields the numbers.
func Fibonacci() func(yield func(int, Int) bool) {
	return func(yield func(int, Int) bool) {
		a, b := New(0), New(1)
		for i := 0; yield(i, a); i++ {
			a, b = b, a.Add(b)
		}
	}
}

// Sqrt is the integer root, by Newton's method.
func (a Int) Sqrt() Int {
	if a.neg {
		panic(errors.New("bignum: root of a negative number"))
	}
	if len(a.mag) == 0 {
		return a
	}
	two := New(2)
	x := New(1)
	for x.Mul(x).Cmp(a) < 0 {
		x = x.Mul(two)
	}
	for {
		q, _ := a.QuoRem(x)
		y, _ := x.Add(q).QuoRem(two)
		if y.Cmp(x) >= 0 {
			return x
		}
		x = y
	}
}
