// Package-level variables must not need themselves, not even through functions and methods.
package main

var a = b // ERROR `^initialization cycle for a`
var b = c
var c = a

var d = f() // ERROR `^initialization cycle for d`

func f() int { return d }

var e = func() int { return e }() // ERROR `^initialization cycle: e refers to itself`

type T struct{}

func (T) m() int { return g }

var g = T{}.m() // ERROR `^initialization cycle for g`

var h = T.m

func ok() int { _ = i; return 1 }

var i = &j // ERROR `^initialization cycle for i`
var j = *i

var k int = l // ERROR `^initialization cycle for k`
var l int = k

const m = n // ERROR `^initialization cycle for m`
const n = m

const o = len(p) // ERROR `^initialization cycle for o`

var p [o]int

func main() {}
