// Package variables that depend on themselves.
package main

var a = b // ERROR `^initialization cycle for a\n\t\./init_cycles\.go:4:5: a refers to b\n\t\./init_cycles\.go:5:5: b refers to c\n\t\./init_cycles\.go:6:5: c refers to f\n\t\./init_cycles\.go:8:6: f refers to a$`
var b = c + 1
var c = f()

func f() int { return a }

var d = func() int { return d }() // ERROR `^initialization cycle: d refers to itself$`

var e int = g() // ERROR `^initialization cycle for e\n\t\./init_cycles\.go:12:5: e refers to g\n\t\./init_cycles\.go:14:6: g refers to m\n\t\./init_cycles\.go:18:12: m refers to k\n\t\./init_cycles\.go:21:5: k refers to e$`

func g() int { return h.m() }

type T struct{ n int }

func (t T) m() int { return k.n }

var h T
var k = T{e}

const l = m // ERROR `^initialization cycle for l\n\t\./init_cycles\.go:23:7: l refers to m\n\t\./init_cycles\.go:24:7: m refers to l$`
const m = l + 1

var n, o = o, n // ERROR `^initialization cycle for n\n\t\./init_cycles\.go:26:5: n refers to o\n\t\./init_cycles\.go:26:8: o refers to n$`

var p = &q // ERROR `^initialization cycle for p\n\t\./init_cycles\.go:28:5: p refers to q\n\t\./init_cycles\.go:29:5: q refers to p$`
var q = []any{p}

func main() {}
