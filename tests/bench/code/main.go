// Measures what the compiler makes of plain code: nanoseconds of each program, the best of some rounds. Names as arguments
// choose among them.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

var sink int

// A program and its name; what it returns is the same whoever compiled it.
type program struct {
	name string
	run  func() int
}

var programs = []program{
	{"sieve", sieve},
	{"nbody", nbody},
	{"fannkuch", fannkuch},
	{"matmul flat", matmulFlat},
	{"matmul rows", matmulRows},
	{"spectral norm", spectral},
	{"binary trees", binaryTrees},
	{"nqueens", queens},
	{"levenshtein", levenshtein},
	{"collatz", collatz},
	{"mandelbrot", mandelbrot},
	{"sha256", sha},
	{"bits", bitTricks},
	{"fib", func() int { return fib(27) }},
	{"quicksort", quicksort},
	{"heapsort generic", heapsort},
	{"closures", closures},
	{"interfaces", interfaces},
	{"type switch", typeSwitch},
	{"map int", mapInt},
	{"map word count", wordCount},
	{"append", appendInts},
	{"string bytes", stringBytes},
	{"string runes", stringRunes},
	{"string concat", stringConcat},
	{"byte builder", byteBuilder},
	{"linked list", linkedList},
	{"struct values", structValues},
	{"defer", deferred},
}

func main() {
	check := len(os.Args) > 1 && os.Args[1] == "-check"
	for _, p := range programs {
		if check {
			fmt.Println(p.name, p.run())
			continue
		}
		if len(os.Args) > 1 && !slices.ContainsFunc(os.Args[1:], func(arg string) bool { return strings.Contains(p.name, arg) }) {
			continue
		}
		measure(p)
	}
	if sink == 42 {
		os.Exit(1)
	}
}

func measure(p program) {
	sink += p.run()
	best := time.Duration(1 << 62)
	for range 9 {
		n := 0
		start := time.Now()
		for time.Since(start) < 4*time.Millisecond {
			sink += p.run()
			n++
		}
		best = min(best, time.Since(start)/time.Duration(n))
	}
	fmt.Printf("%s\t%.2f\n", p.name, float64(best))
}
