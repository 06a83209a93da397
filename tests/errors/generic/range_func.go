// Ranging over functions.
package main

func none(yield func() bool)             {}
func one(yield func(int) bool)           {}
func two(yield func(int, string) bool)   {}
func three(yield func(a, b, c int) bool) {}
func bad1()                              {}
func bad2(yield func(int)) bool          { return true }
func bad3(yield func(int))               {}
func bad4(int)                           {}

type mybool bool

func bad5(yield func(int) mybool) {}

func seq[K, V any](m map[K]V) func(yield func(K, V) bool) { return nil } // ERROR `^invalid map key type K \(missing comparable constraint\)`

func main() {
	for range none {
	}
	for x := range none { // ERROR `^range over none \(value of type func\(yield func\(\) bool\)\) permits no iteration variables`
	}
	for x := range one {
		_ = x
	}
	for x, y := range one { // ERROR `^declared and not used: x` `^range over one \(value of type func\(yield func\(int\) bool\)\) permits only one iteration variable`
	}
	for x, y := range two {
		var _ int = x
		var _ string = y
	}
	var s string // ERROR `^declared and not used: s`
	for s = range one { // ERROR `^cannot use s \(value of type int\) as string value in assignment`
	}
	for _, s = range two {
	}
	for range three { // ERROR `^cannot range over three \(value of type func\(yield func\(a int, b int, c int\) bool\)\): func must be func\(yield func\(\.\.\.\) bool\): yield func has too many parameters`
	}
	for range bad1 { // ERROR `^cannot range over bad1 \(value of type func\(\)\): func must be func\(yield func\(\.\.\.\) bool\): wrong argument count`
	}
	for range bad2 { // ERROR `^cannot range over bad2 \(value of type func\(yield func\(int\)\) bool\): func must be func\(yield func\(\.\.\.\) bool\): unexpected results`
	}
	for range bad3 { // ERROR `^cannot range over bad3 \(value of type func\(yield func\(int\)\)\): func must be func\(yield func\(\.\.\.\) bool\): yield func does not return bool`
	}
	for range bad4 { // ERROR `^cannot range over bad4 \(value of type func\(int\)\): func must be func\(yield func\(\.\.\.\) bool\): argument is not func`
	}
	for range bad5 { // ERROR `^cannot range over bad5 \(value of type func\(yield func\(int\) mybool\)\): func must be func\(yield func\(\.\.\.\) bool\): yield func returns user-defined boolean, not bool`
	}
	for range one(nil) { // ERROR `^one\(nil\) \(no value\) used as value`
	}
}
