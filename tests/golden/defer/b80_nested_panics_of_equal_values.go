// Panics on top of each other whose values are the same small number are shown once: their interfaces are equal to the
// word, as those of other numbers of the same statement are.
package main

type code struct{ n int }

func (c code) Error() string { return "code" }

func main() {
	for range 3 {
		defer func() {
			panic(code{14})
		}()
	}
	panic(code{14})
}
