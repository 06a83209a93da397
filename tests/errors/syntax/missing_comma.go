// The last element of a list on its own line needs a comma.
package main

func f(a, b int) int { return a }

func main() {
	_ = []int{
		1,
		2 // ERROR `^syntax error: unexpected newline in composite literal; possibly missing comma or \}$`
	}
	_ = f(
		1,
		2 // ERROR `^syntax error: unexpected newline in argument list; possibly missing comma or \)$`
	)
}
