package main

import "fmt"

var (
	_x9               = 1
	ThisVariableIsExported = 2
	αβ                = 3
	日本語              = 4
	ñandú_1           = 5
	Ж                 = 6
)

type Größe struct{ länge, Breite int }

func (g Größe) fläche() int { return g.länge * g.Breite }

func 加(a, b int) int { return a + b }

// Predeclared identifiers are no keywords.
func shadow() {
	int := 1
	true := false
	len := func(string) string { return "my len" }
	nil := "nil"
	type string = float64
	var print string = 2.5
	iota, any, error, append := 1, 2, 3, 4
	fmt.Println(int, true, len("x"), nil, print, iota, any, error, append)
}

const ª, º = 'ª', "feminine and masculine ordinals are letters"

func main() {
	fmt.Println(_x9, ThisVariableIsExported, αβ, 日本語, ñandú_1, Ж)
	fmt.Println(Größe{2, 3}.fläche(), 加(1, 2), ª, º)
	shadow()
	x, x1, x_, X := 1, 2, 3, 4
	fmt.Println(x, x1, x_, X)
	fmt.Printf("%T %+v\n", Größe{}, Größe{länge: 1})
}
