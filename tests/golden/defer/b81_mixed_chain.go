// A chain with recovered, repanicked and running panics, from several frames.
package main

func inner() {
	defer func() { panic(recover()) }()
	panic("one")
}

func middle() {
	defer func() { panic("two") }()
	inner()
}

func main() {
	defer func() {
		defer func() {
			recover()
			panic("four")
		}()
		panic("three")
	}()
	middle()
}
