// Switches that compilers turn into tables or searches: dense ints, sparse ints, runes, many strings, negative values.
package main

import "fmt"

func dense(n int) int {
	switch n {
	case 0:
		return 10
	case 1:
		return 21
	case 2:
		return 32
	case 3:
		return 43
	case 4, 5:
		return 54
	case 6:
		return 65
	case 7:
		return 76
	case 8:
		return 87
	case 9:
		return 98
	}
	return -1
}

func sparse(n int64) string {
	switch n {
	case -1 << 63:
		return "min"
	case -100:
		return "-100"
	case 7:
		return "7"
	case 1 << 40:
		return "2^40"
	case 1<<63 - 1:
		return "max"
	}
	return "?"
}

func class(r rune) (k uint8) {
	switch r {
	case ' ', '\t', '\n':
		k = 1
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		k = 2
	case '+', '-', '*', '/':
		k = 3
	case '世':
		k = 4
	}
	return
}

func month(s string) int {
	switch s {
	case "jan":
		return 1
	case "feb":
		return 2
	case "mar":
		return 3
	case "apr":
		return 4
	case "may":
		return 5
	case "june":
		return 6
	case "july":
		return 7
	case "august":
		return 8
	case "september":
		return 9
	}
	return 0
}

func main() {
	for n := -2; n < 12; n++ {
		fmt.Print(dense(n), " ")
	}
	for _, n := range []int64{-1 << 63, -100, -99, 7, 1 << 40, 1<<63 - 1, 0} {
		fmt.Print(sparse(n), " ")
	}
	for _, r := range "a 1+世\t9/" {
		fmt.Print(class(r), " ")
	}
	for _, s := range []string{"jan", "mar", "may", "max", "june", "july", "august", "september", "septembex", ""} {
		fmt.Print(month(s), " ")
	}
	fmt.Println()
}
