// iota counts specifications, blank ones and those with several names too; a function literal sees it.
package main

const (
	a = iota
	_
	b
	c, d = iota, iota + 10
	e, f
)

const g = iota

const (
	h = "s"
	i
	j = iota
	k = func() int { return iota } // ERROR `^func\(\) int \{…\} \(value of type func\(\) int\) is not constant`
)

var arr = [...]int{a, b, c, d, e, f, g, j}
var _ [b]int = [2]int{}
var _ [f]int = [14]int{}
var _ [c]int = [4]int{} // ERROR `^cannot use \[4\]int\{\} \(value of type \[4\]int\) as \[3\]int value in variable declaration`

func main() { _ = i }
