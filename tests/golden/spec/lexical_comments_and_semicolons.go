// A comment before the package clause.
package main /* a general comment acts like a space */ ; import "fmt" ;

/* A general comment
   with newlines acts like a newline. */ var a = 1 /*
*/ var b = 2

func f() (int, /* between */ string) { return 1, "//not a comment" }

type T struct { x int ; y, z int ; }

func g(
	a int,
	b int,
) int {
	return a +
		b
}

func main() { ; ;
	x, s := f() ; fmt.Println(x, s) // trailing
	/**/ fmt.Println /* in a call */ (a, b)
	t := T{
		1,
		2, 3,
	}
	fmt.Println(t)
	fmt.Println(g(1,
		2,
	))
	if x := 1 ; x > 0 { fmt.Println("one line") } else { fmt.Println("no") }
	for i := 0 ; i < 2 ; i++ { fmt.Print(i, " ") } ; fmt.Println()
	switch { case true: fmt.Println("case") ; default: }
	y := "/* not a comment */" + `// neither`
	fmt.Println(y)
	c := x /* divided by *// /* and */1
	fmt.Println(c)
	var i = 5
	i++
	i--
	fmt.Println(i); { fmt.Println("block") }
L: for { break L }
	func() {}()
}
