// A missing body is not reported in packages with other errors.
package main

func () m() // ERROR `^method has no receiver$`

func f(x, y ...int) // ERROR `^can only use \.\.\. with final parameter$`

func g()

func main() {}
