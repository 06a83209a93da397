// Statements and short declarations outside functions.
package main

x := 1 // ERROR `^syntax error: non-declaration statement outside function body$`

for {
}

x = 2

func main() {}
