// Results of deferred calls are discarded.
package main

import (
	"errors"
	"fmt"
)

func one() int { fmt.Println("one"); return 1 }

func many() (int, string, [4]float64, error) {
	fmt.Println("many")
	return 1, "s", [4]float64{1, 2, 3, 4}, errors.New("lost")
}

func f() int {
	defer one()
	defer many()
	defer func() int { return 99 }()
	return 7
}

func main() {
	fmt.Println(f())
}
