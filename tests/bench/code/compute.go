package main

import (
	"math"
	"math/bits"
)

func sieve() int {
	const n = 200000
	composite := make([]bool, n+1)
	count := 0
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return count
}

type body struct{ x, y, z, vx, vy, vz, mass float64 }

var planets = []body{
	{0, 0, 0, 0, 0, 0, 39.47841760435743},
	{4.841431442464721, -1.1603200440274284, -0.10362204447112311, 0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949},
	{8.34336671824458, 4.124798564124305, -0.4035234171143214, -1.0107743461787924, 1.8256623712304119, 0.008415761376584154, 0.011286326131968767},
	{12.894369562139131, -15.111151401698631, -0.22330757889265573, 1.0827910064415354, 0.8687130181696082, -0.010832637401363636, 0.0017237240570597112},
	{15.379697114850917, -25.919314609987964, 0.17925877295037118, 0.979090732243898, 0.5946989986476762, -0.034755955504078104, 0.0020336868699246304},
}

func advance(bodies []body, dt float64) {
	for i := range bodies {
		a := &bodies[i]
		for j := i + 1; j < len(bodies); j++ {
			b := &bodies[j]
			dx, dy, dz := a.x-b.x, a.y-b.y, a.z-b.z
			d2 := dx*dx + dy*dy + dz*dz
			mag := dt / (d2 * math.Sqrt(d2))
			a.vx -= dx * b.mass * mag
			a.vy -= dy * b.mass * mag
			a.vz -= dz * b.mass * mag
			b.vx += dx * a.mass * mag
			b.vy += dy * a.mass * mag
			b.vz += dz * a.mass * mag
		}
	}
	for i := range bodies {
		b := &bodies[i]
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func nbody() int {
	bodies := append([]body(nil), planets...)
	for range 2000 {
		advance(bodies, 0.01)
	}
	return int(bodies[0].x * 1e9)
}

func fannkuch() int {
	const n = 8
	perm1 := make([]int, n)
	for i := range perm1 {
		perm1[i] = i
	}
	perm, count := make([]int, n), make([]int, n)
	flipsMax, checksum, r, nth := 0, 0, n, 0
	for {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		copy(perm, perm1)
		flips := 0
		for k := perm[0]; k != 0; k = perm[0] {
			for i, j := 0, k; i < j; i, j = i+1, j-1 {
				perm[i], perm[j] = perm[j], perm[i]
			}
			flips++
		}
		flipsMax = max(flipsMax, flips)
		if nth&1 == 0 {
			checksum += flips
		} else {
			checksum -= flips
		}
		for {
			if r == n {
				return checksum*100 + flipsMax
			}
			first := perm1[0]
			for i := 0; i < r; i++ {
				perm1[i] = perm1[i+1]
			}
			perm1[r] = first
			count[r]--
			if count[r] > 0 {
				break
			}
			r++
		}
		nth++
	}
}

const order = 96

func matmulFlat() int {
	a, b, c := make([]float64, order*order), make([]float64, order*order), make([]float64, order*order)
	for i := range a {
		a[i], b[i] = float64(i%7), float64(i%5)
	}
	n := order
	for i := 0; i < n; i++ {
		for k := 0; k < n; k++ {
			x := a[i*n+k]
			for j := 0; j < n; j++ {
				c[i*n+j] += x * b[k*n+j]
			}
		}
	}
	return int(c[order+1])
}

func matmulRows() int {
	rows := func(mod int) [][]float64 {
		m := make([][]float64, order)
		for i := range m {
			m[i] = make([]float64, order)
			for j := range m[i] {
				m[i][j] = float64((i*order + j) % mod)
			}
		}
		return m
	}
	a, b, c := rows(7), rows(5), rows(3)
	for i := 0; i < order; i++ {
		for j := 0; j < order; j++ {
			sum := 0.0
			for k := 0; k < order; k++ {
				sum += a[i][k] * b[j][k]
			}
			c[i][j] = sum
		}
	}
	return int(c[3][5])
}

func element(i, j int) float64 { return 1 / float64((i+j)*(i+j+1)/2+i+1) }

func times(v, u []float64) {
	for i := range v {
		sum := 0.0
		for j := range u {
			sum += element(i, j) * u[j]
		}
		v[i] = sum
	}
}

func timesTransposed(v, u []float64) {
	for i := range v {
		sum := 0.0
		for j := range u {
			sum += element(j, i) * u[j]
		}
		v[i] = sum
	}
}

func spectral() int {
	const n = 100
	u, v, t := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range u {
		u[i] = 1
	}
	for range 10 {
		times(t, u)
		timesTransposed(v, t)
		times(t, v)
		timesTransposed(u, t)
	}
	vbv, vv := 0.0, 0.0
	for i := range v {
		vbv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	return int(math.Sqrt(vbv/vv) * 1e9)
}

type board struct {
	columns, up, down []bool
	n                 int
}

func (b *board) place(row int) int {
	if row == b.n {
		return 1
	}
	count := 0
	for c := 0; c < b.n; c++ {
		if b.columns[c] || b.up[row+c] || b.down[row-c+b.n-1] {
			continue
		}
		b.columns[c], b.up[row+c], b.down[row-c+b.n-1] = true, true, true
		count += b.place(row + 1)
		b.columns[c], b.up[row+c], b.down[row-c+b.n-1] = false, false, false
	}
	return count
}

func queens() int {
	const n = 8
	b := &board{make([]bool, n), make([]bool, 2*n), make([]bool, 2*n), n}
	return b.place(0)
}

func distance(a, b string) int {
	prev, cur := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
		}
		prev, cur = cur, prev
	}
	return prev[len(b)]
}

func levenshtein() int {
	return distance(text[:400], text[37:500])
}

func collatz() int {
	longest := 0
	for i := 1; i < 10000; i++ {
		steps := 0
		for n := i; n != 1; steps++ {
			if n%2 == 0 {
				n /= 2
			} else {
				n = 3*n + 1
			}
		}
		longest = max(longest, steps)
	}
	return longest
}

func mandelbrot() int {
	const n = 64
	inside := 0
	for py := 0; py < n; py++ {
		for px := 0; px < n; px++ {
			x0, y0 := float64(px)/n*3-2, float64(py)/n*2-1
			x, y := 0.0, 0.0
			i := 0
			for ; i < 200 && x*x+y*y <= 4; i++ {
				x, y = x*x-y*y+x0, 2*x*y+y0
			}
			if i == 200 {
				inside++
			}
		}
	}
	return inside
}

var shaK [64]uint32

func init() {
	x := uint32(0x428a2f98)
	for i := range shaK {
		shaK[i] = x
		x = x*1664525 + 1013904223
	}
}

func shaBlock(h *[8]uint32, p []byte) {
	var w [64]uint32
	for len(p) >= 64 {
		for i := 0; i < 16; i++ {
			j := i * 4
			w[i] = uint32(p[j])<<24 | uint32(p[j+1])<<16 | uint32(p[j+2])<<8 | uint32(p[j+3])
		}
		for i := 16; i < 64; i++ {
			v1 := w[i-2]
			t1 := bits.RotateLeft32(v1, -17) ^ bits.RotateLeft32(v1, -19) ^ (v1 >> 10)
			v2 := w[i-15]
			t2 := bits.RotateLeft32(v2, -7) ^ bits.RotateLeft32(v2, -18) ^ (v2 >> 3)
			w[i] = t1 + w[i-7] + t2 + w[i-16]
		}
		a, b, c, d, e, f, g, hh := h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7]
		for i := 0; i < 64; i++ {
			t1 := hh + (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) + ((e & f) ^ (^e & g)) + shaK[i] + w[i]
			t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + ((a & b) ^ (a & c) ^ (b & c))
			hh, g, f, e, d, c, b, a = g, f, e, d+t1, c, b, a, t1+t2
		}
		h[0] += a
		h[1] += b
		h[2] += c
		h[3] += d
		h[4] += e
		h[5] += f
		h[6] += g
		h[7] += hh
		p = p[64:]
	}
}

func sha() int {
	var h [8]uint32
	p := make([]byte, 64*64)
	for i := range p {
		p[i] = byte(i)
	}
	shaBlock(&h, p)
	return int(h[0])
}

func bitTricks() int {
	sum := 0
	x := uint64(88172645463325252)
	for range 20000 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		sum += bits.OnesCount64(x) + bits.LeadingZeros64(x) + bits.TrailingZeros64(x) + int(x%1000) + int(bits.Reverse8(byte(x)))
	}
	return sum
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}
