// Blank results, shadowed results, and named results of literals.
package main

func a() (n int, err error) {
	if n, err := 1, error(nil); err == nil { // ERROR `^declared and not used: n$`
		return // ERROR `^result parameter n not in scope at return\n\t\./goroutines_and_results\.go:5:5: inner declaration of var n int$` `^result parameter err not in scope at return\n\t\./goroutines_and_results\.go:5:8: inner declaration of var err error$`
	}
	return n, err
}

func b() (_ int, s string) {
	return "x" // ERROR `^not enough return values\n\thave \(string\)\n\twant \(int, string\)$`
}

func c() (n int) {
	for n := range 3 { // ERROR `^declared and not used: n$`
		return // ERROR `^result parameter n not in scope at return\n\t\./goroutines_and_results\.go:16:6: inner declaration of var n int$`
	}
	func() (n int) { return }()
	return
}

func d() (err error) {
	switch err := any(err).(type) {
	default:
		_ = err
		return // ERROR `^result parameter err not in scope at return\n\t\./goroutines_and_results\.go:24:9: inner declaration of var err error$`
	}
}

func main() {}
