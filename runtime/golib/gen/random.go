// Command random writes the tables of the random number generators.
//
//	go run gen/random.go ziggurat >go/internal/ziggurat/tables.go
//	go run gen/random.go seeds >go/math/rand/seeds.go
package main

import (
	"fmt"
	"math"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: random ziggurat|seeds")
		os.Exit(2)
	}
	switch os.Args[1] {
	case "ziggurat":
		fmt.Print("package ziggurat\n\n// Written by gen/random.go.\n")
		normal()
		exponential()
	case "seeds":
		seeds()
	}
}

// The tables are those of G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random
// Variables", Journal of Statistical Software 5(8), 2000: for each layer the bound below which a
// number is in it for certain, the factor from numbers to widths, and the density.

func normal() {
	const n = 128
	const area = 9.91256303526217e-3
	density := func(x float64) float64 { return math.Exp(-.5 * x * x) }
	tables("normal", "Normal", n, 1<<31, 3.442619855899, area, density, func(x float64) float64 {
		return math.Sqrt(-2 * math.Log(area/x+density(x)))
	})
}

func exponential() {
	const n = 256
	const area = 3.949659822581572e-3
	density := func(x float64) float64 { return math.Exp(-x) }
	tables("exponential", "Exponential", n, 1<<32, 7.69711747013104972, area, density, func(x float64) float64 {
		return -math.Log(area/x + density(x))
	})
}

func tables(what, name string, n int, scale, tail, area float64, density, above func(float64) float64) {
	k, w, f := make([]uint32, n), make([]float32, n), make([]float32, n)
	x, last := tail, tail
	q := area / density(x)
	k[0], w[0], f[0] = uint32(x/q*scale), float32(q/scale), 1
	w[n-1], f[n-1] = float32(x/scale), float32(density(x))
	for i := n - 2; i >= 1; i-- {
		x = above(x)
		k[i+1] = uint32(x / last * scale)
		last = x
		w[i], f[i] = float32(x/scale), float32(density(x))
	}
	fmt.Printf("\n// The bounds, widths and densities of the layers of the %s distribution.\nvar (\n", what)
	fmt.Printf("\t%sBounds = [%d]uint32{", name, n)
	for i, v := range k {
		fmt.Printf("%s%#x,", separator(i, 8), v)
	}
	fmt.Printf("\n\t}\n\t%sWidths = [%d]float32{", name, n)
	for i, v := range w {
		fmt.Printf("%s%v,", separator(i, 6), v)
	}
	fmt.Printf("\n\t}\n\t%sDensities = [%d]float32{", name, n)
	for i, v := range f {
		fmt.Printf("%s%v,", separator(i, 6), v)
	}
	fmt.Print("\n\t}\n)\n")
}

func separator(i, each int) string {
	if i%each == 0 {
		return "\n\t\t"
	}
	return " "
}

// The generator of package rand is x[n] = x[n-607] + x[n-273] modulo 2^64 (D. P. Mitchell and
// J. A. Reeds). A seed is mixed with the state that it has 7.8e12 steps after a simple seed.
const (
	long  = 607
	short = 273
	steps = 7_800_000_000_000
)

// poly is a polynomial of degree < long with coefficients modulo 2^64, a combination of states.
type poly [long]uint64

// times returns p*q modulo t^long - t^(long-short) - 1.
func (p *poly) times(q *poly) *poly {
	var product [2 * long]uint64
	for i, a := range p {
		for j, b := range q {
			product[i+j] += a * b
		}
	}
	for i := 2*long - 1; i >= long; i-- {
		product[i-short] += product[i]
		product[i-long] += product[i]
	}
	return (*poly)(product[:long])
}

func seeds() {
	// The simple seed: x[n] for n from -606 to 0, where the place of x[n] in the state is (334-n) mod 607.
	place := func(n int) int { return ((long-short-n)%long + long) % long }
	var state [long]uint64
	x := int32(1)
	next := func() uint64 {
		x = int32(int64(x) * 48271 % (1<<31 - 1))
		return uint64(x)
	}
	for range 20 {
		next()
	}
	for i := range state {
		u := next() << 20
		u ^= next() << 10
		state[i] = u ^ next()
	}
	// t^k stands for x[k-606]; t^steps for x[steps-606].
	power := poly{1}
	square := poly{0, 1}
	result, base := &power, &square
	for n := uint64(steps); n > 0; n >>= 1 {
		if n&1 != 0 {
			result = result.times(base)
		}
		base = base.times(base)
	}
	var far [long]uint64
	t := &poly{0, 1}
	for i := range far {
		var v uint64
		for k, c := range result {
			v += c * state[place(k-606)]
		}
		far[place(int(steps-606+i))] = v
		result = result.times(t)
	}
	fmt.Print("package rand\n\n// Written by gen/random.go.\n\n// farState is the state of the generator after 7.8e12 steps.\nvar farState = [607]uint64{")
	for i, v := range far {
		fmt.Printf("%s%#016x,", separator(i, 5), v)
	}
	fmt.Print("\n}\n")
}
