// Exponents at and beyond those of the largest and smallest numbers.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for e := 300; e < 312; e++ {
		for _, m := range []string{"1", "1.7", "1.8", "9.99999999999999999999", "0.00001", "100000"} {
			s := fmt.Sprintf("%se%d", m, e)
			f, err := strconv.ParseFloat(s, 64)
			fmt.Println(s, f, err)
			f, err = strconv.ParseFloat(fmt.Sprintf("%se-%d", m, e+15), 64)
			fmt.Println(f, err)
		}
	}
	for e := 36; e < 42; e++ {
		f, err := strconv.ParseFloat(fmt.Sprintf("3.4e%d", e), 32)
		fmt.Println(f, err)
	}
}
