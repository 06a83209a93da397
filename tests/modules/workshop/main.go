// Command workshop shows all packages of the module; arguments choose exhibits.
package main

import (
	"fmt"
	"os"
	"slices"

	"example.org/workshop/internal/report"
)

type exhibit struct {
	name string
	show func(*report.Report)
}

var exhibits []exhibit

// register is called while packages initialise, from files in the order of their names.
func register(name string, show func(*report.Report)) int {
	exhibits = append(exhibits, exhibit{name, show})
	return len(exhibits)
}

var order = func() (names []string) {
	for _, e := range exhibits {
		names = append(names, e.name)
	}
	return
}()

func main() {
	r := report.New(os.Stdout)
	fmt.Println("exhibits at initialisation:", order)
	for _, e := range exhibits {
		if len(os.Args) > 1 && !slices.Contains(os.Args[1:], e.name) {
			continue
		}
		r.Section(e.name, func() { e.show(r) })
	}
	if !r.Summary() {
		os.Exit(1)
	}
}
