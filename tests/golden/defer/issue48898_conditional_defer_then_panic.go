// A conditional defer, and a panic that only the deferred call of a later one recovers (go.dev/issue/48898).
package main

func conditional(b bool) (r string) {
	defer func() { r += "|" + text(recover()) }()
	if b {
		defer func() { panic("from the deferred") }()
	}
	panic("from the body")
}

func text(e any) string {
	s, _ := e.(string)
	return s
}

func shadowed() {
	defer func() { println("outer", text(recover())) }()
	func() {
		defer func() {
			defer func() { println("inner", text(recover())) }()
			panic("second")
		}()
		panic("first")
	}()
	println("not reached")
}

func main() {
	println(conditional(false))
	println(conditional(true))
	shadowed()
}
