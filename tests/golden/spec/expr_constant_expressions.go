package main

import "fmt"

const a = 2 + 3.0
const b = 15 / 4
const c = 15 / 4.0
const Θ float64 = 3 / 2
const Π float64 = 3 / 2.
const d = 1 << 3.0
const e = 1.0 << 3
const f = int32(1) << 30 >> 29
const h = "foo" > "bar"
const j = true
const k = 'w' + 1
const l = j == true
const Σ = 1 - 0.707i
const Δ = Σ + 2.0e-4
const Φ = iota*1i - 1/1i
const Huge = 1 << 100
const Four int8 = Huge >> 98
const n = ^1
const o uint8 = ^uint8(1)
const q = len("constant") + len([10]int{})
const big = 1 << 500 / (1 << 490)
const third = 1.0 / 3
const exact = third * 3
const r = real(3+4i) + imag(3+4i)
const cmp = complex(1, 2)
const s = min(3, 2.5, 'a') + max(1, 2)
const mod = -7 % 3
const t = "a" + "b"

type T int

const (
	x T = iota + 1
	y
	z = "s"
	w
	_
	v = iota
)

func main() {
	fmt.Println(a, b, c, Θ, Π, d, e, f, h, j, k, l, Σ, Δ, Φ, Four, n, o, q, big)
	fmt.Println(exact == 1, r, cmp, s, mod, t, x, y, z, w, v)
	fmt.Printf("%T %T %T %T %T %T %T %T\n", a, b, e, k, Σ, Φ, x, cmp)
	const local = Huge / 3 * 3
	fmt.Println(Huge-local, uint64(Huge>>37), float32(Huge), float64(1<<63), int64(-1<<63))
	var shift uint = 4
	var i = 1 << shift
	var u = uint64(1<<shift) + 1
	var fl float64 = 1 << 3
	fmt.Println(i, u, fl, ^0, -5>>1, 5&^3, 'a'*2, "x"[0]-'a')
}
