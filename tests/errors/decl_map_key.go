// Keys of maps must be comparable.
package main

type S struct{ f []int }
type K struct{ a int; b string }
type R map[R]int // ERROR `^invalid map key type R`

var a map[[]int]int // ERROR `^invalid map key type \[\]int`
var b map[map[int]int]int // ERROR `^invalid map key type map\[int\]int`
var c map[func()]int // ERROR `^invalid map key type func\(\)`
var d map[S]int // ERROR `^invalid map key type S`
var e map[[2]S]int // ERROR `^invalid map key type \[2\]S`
var f map[K]int
var g map[interface{}]int
var h map[*S]int
var i map[chan S]int
var j map[[3]K]int

func main() {}
