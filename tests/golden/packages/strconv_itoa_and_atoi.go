// strconv.Itoa and Atoi: limits, signs, errors with their texts and fields.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, n := range []int{0, 7, -7, 99, 100, 12345678, 1<<63 - 1, -1 << 63} {
		s := strconv.Itoa(n)
		back, err := strconv.Atoi(s)
		fmt.Println(s, back == n, err)
	}
	for _, s := range []string{"12", "+5", "-0", "", "x", "1x", " 1", "1_000", "0x10", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "00012", "-", "１"} {
		n, err := strconv.Atoi(s)
		fmt.Printf("%q %d %v\n", s, n, err)
		var ne *strconv.NumError
		if errors.As(err, &ne) {
			fmt.Println(ne.Func, ne.Num, ne.Err == strconv.ErrSyntax, errors.Is(err, strconv.ErrRange))
		}
	}
}
