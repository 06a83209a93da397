// Print, Println, Sprint and Sprintln: spaces between operands, operands of all kinds.
package main

import (
	"fmt"
	"os"
)

func main() {
	n, _ := fmt.Println()
	m, err := fmt.Print("a", "b", 1, 2, true, "c", 3.5, nil, nil, 'x', []int{1}, "d\n")
	fmt.Println(n, m, err)
	fmt.Printf("%q %q %q\n", fmt.Sprint("a", 1, 2, "b", "c", 3, 4.5), fmt.Sprintln("a", 1, "b"), fmt.Sprint())
	fmt.Printf("%q %q\n", fmt.Sprint(1, 2), fmt.Sprint("x", struct{ a, b int }{1, 2}, &struct{ s string }{"p"}))
	fmt.Fprintln(os.Stdout, "to standard output", 1)
	fmt.Fprintf(os.Stderr, "to standard error %d\n", 2)
	fmt.Fprint(os.Stdout, "no newline ", 3, 4, "\n")
	os.Stdout.WriteString("direct\n")
	os.Stdout.Write([]byte("bytes\n"))
	fmt.Println(fmt.Append([]byte("pre "), 1, "x"), string(fmt.Appendf(nil, "%03d", 7)))
}
