// The text of a panic value in flight is computed after all deferred calls.
package main

import "fmt"

type state struct{ s string }

func (s *state) Error() string { return "state is " + s.s }

func main() {
	s := &state{"early"}
	defer func() { s.s = "late" }()
	defer fmt.Println("deferred", s)
	panic(s)
}
