// A closing brace too many.
package main

func f() {
	}
} // ERROR `^syntax error: non-declaration statement outside function body$`

func main() {
}
