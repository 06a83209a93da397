// A deferred call panics after the panic that runs it has been recovered by another one of the frame, and once more
// below a function that was called meanwhile.
package main

func deeper(n int) {
	defer func() {
		if n == 0 {
			panic("third")
		}
		deeper(n - 1)
	}()
	if n == 1 {
		panic("second")
	}
}

func main() {
	for range 1 {
		defer deeper(2)
	}
	defer func() { println("recovered", recover() != nil) }()
	defer func() {
		defer func() { println("inner", recover() != nil) }()
		panic("inner")
	}()
	panic("first")
}
