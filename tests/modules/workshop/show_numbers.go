package main

import (
	"errors"
	"math"

	"example.org/workshop/bignum"
	"example.org/workshop/internal/report"
	"example.org/workshop/internal/rng"
	"example.org/workshop/matrix"
	"example.org/workshop/ray"
)

var (
	_ = register("matrix", showMatrix)
	_ = register("bignum", showBignum)
	_ = register("ray", showRay)
)

type metres float32

func showMatrix(r *report.Report) {
	a := matrix.Of([]float64{2, 1, 0}, []float64{1, 3, -1}, []float64{0, -1, 4})
	inv, err := a.Inverse()
	r.Printf("%v %v %.6g", inv, err, a.Det())
	product, _ := a.Mul(inv)
	for i := range 3 {
		for j := range 3 {
			want := 0.0
			if i == j {
				want = 1
			}
			r.Check(math.Abs(product.At(i, j)-want) < 1e-12, "unit at %d,%d: %v", i, j, product.At(i, j))
		}
	}
	fib := matrix.Of([]float64{1, 1}, []float64{1, 0}).Pow(70)
	r.Printf("%.0f", fib.At(0, 1))
	c := matrix.Of([]complex128{1i, 2}, []complex128{3, -4i})
	r.Printf("%v det %v", c.Transpose(), c.Det())
	small := a.Map(func(v float64) metres { return metres(v) / 3 })
	r.Printf("%v %T det %.4f", small, small, small.Det())
	_, err = matrix.New[float32](2, 2).Inverse()
	r.Printf("%v %t", err, errors.Is(err, matrix.ErrSingular))
	_, err = matrix.New[complex64](2, 3).Mul(matrix.Identity[complex64](2))
	var shape *matrix.ShapeError
	r.Printf("%v %t", err, errors.As(err, &shape))
	r.Printf("%v", report.Panics(func() { matrix.Of([]float32{1}, nil) }))
	r.Printf("%v", report.Panics(func() { a.At(1, 3) }))
	rotate := matrix.Fixed{{0, -1}, {1, 0}, {2: 1}}
	twice := rotate.Mul(rotate)
	r.Printf("%v %t", twice, twice.Mul(twice) == matrix.Fixed{{1}, {0, 1}, {0, 0, 1}})
}

func showBignum(r *report.Report) {
	r.Printf("%v", bignum.Factorial(50))
	for i, f := range bignum.Fibonacci() {
		if i == 200 {
			r.Printf("fib(200) = %v", f)
			break
		}
	}
	random := rng.New(99)
	for range 200 {
		a := bignum.New(int64(random.Next())).Mul(bignum.New(int64(random.Next())))
		b := bignum.New(int64(random.Next()>>random.Intn(60) | 1))
		q, rem := a.QuoRem(b)
		r.Equal(q.Mul(b).Add(rem).Cmp(a), 0, "quotient and remainder")
		back, err := bignum.Parse(a.String())
		r.Check(err == nil && back.Cmp(a) == 0, "%v reads back as %v", a, back)
	}
	q, rem := bignum.New(-7).QuoRem(bignum.New(2))
	r.Printf("%v %v %v", q, rem, bignum.New(math.MinInt64))
	two := bignum.New(2)
	r.Printf("%v", two.Pow(521).Sub(bignum.New(1)))
	r.Printf("root %v", two.Mul(bignum.New(10).Pow(80)).Sqrt())
	for _, bad := range []string{"", "-", "12a"} {
		_, err := bignum.Parse(bad)
		r.Printf("%q %v", bad, err)
	}
	zero, _ := bignum.Parse("-000")
	r.Printf("%v %v", zero, zero.Neg())
	r.Printf("%v", report.Panics(func() { two.QuoRem(zero) }))
	r.Printf("%v", report.Panics(func() { bignum.New(-1).Sqrt() }))
}

func showRay(r *report.Report) {
	picture := ray.Default().Render(64, 28, 3)
	r.Printf("%s", picture)
	r.Equal(ray.Default().Render(64, 28, 1), picture, "one worker")
	v := ray.Vec{1, 2, 2}
	r.Printf("%v %v %+v", v.Len(), v.Unit(), v.Lerp(ray.Vec{}, 0.25))
}
