package main

// Functions and methods that mention each other, and pointers, are not cycles.
var a = &b
var b = c()

func c() int { return d(3) }
func d(n int) int {
	if n > 0 {
		return e(n - 1)
	}
	return 0
}
func e(n int) int { return d(n - 1) }

var handlers = map[string]func(){}

func init() { handlers["x"] = x }
func x()    { _ = handlers }

type T struct{ next *T }

var t = T{&u}
var u = T{nil}

func main() { _, _, _ = a, t, handlers }
