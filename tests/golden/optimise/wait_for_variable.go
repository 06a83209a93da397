// Loops that wait for what another goroutine writes: gc loads in every iteration, so they end. (A race, but such
// programs exist.)
package main

import (
	"fmt"
	"time"
)

var done bool

type state struct{ phase int }

func (s *state) wait(phase int) {
	for s.phase != phase {
	}
}

func main() {
	go func() {
		time.Sleep(5 * time.Millisecond)
		done = true
	}()
	n := 0
	for !done {
		n++
	}
	fmt.Println("done", n >= 0)

	s := new(state)
	go func() {
		time.Sleep(5 * time.Millisecond)
		s.phase = 1
	}()
	s.wait(1)
	for {
		if s.phase == 1 {
			break
		}
	}
	fmt.Println(s.phase)
}
