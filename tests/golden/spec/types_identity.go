package main

import "fmt"

type (
	A0 = []string
	A1 = A0
	A2 = struct{ a, b int }
	A3 = int
	A4 = func(A3, float64) *A0
	A5 = func(x int, _ float64) *[]string

	B0 A0
	B1 []string
	B2 struct{ a, b int }
	B3 struct{ a, c int }
	B4 func(int, float64) *B0
	B5 func(x int, y float64) *A1

	C0 = B0
	D0[P1, P2 any] struct {
		x P1
		y P2
	}
	E0 = D0[int, string]
)

func kind(x any) string {
	switch x.(type) {
	case []string:
		return "[]string"
	case struct{ a, b int }:
		return "struct{a, b int}"
	case func(int, float64) *[]string:
		return "func(int, float64) *[]string"
	case B0:
		return "B0"
	case B1:
		return "B1"
	case B2:
		return "B2"
	case B4:
		return "B4"
	case B5:
		return "B5"
	case E0:
		return "D0[int, string]"
	case D0[string, int]:
		return "D0[string, int]"
	case struct {
		a int `tag:"x"`
		b int
	}:
		return "with a tag"
	case chan<- int:
		return "send"
	case <-chan int:
		return "receive"
	case chan int:
		return "both"
	case interface{ M() }:
		return "has M"
	case [3]int:
		return "[3]int"
	case [4]int:
		return "[4]int"
	case map[string]int:
		return "map"
	case func(...int):
		return "variadic"
	case func([]int):
		return "not variadic"
	}
	return fmt.Sprintf("%T", x)
}

func main() {
	var c chan int
	for _, x := range []any{
		A0{}, A1{}, A2{}, A3(1), A4(nil), A5(nil), B0{}, B1{}, B2{}, B3{}, B4(nil), B5(nil), C0{},
		D0[int, string]{}, D0[string, int]{}, E0{}, struct {
			a int `tag:"x"`
			b int
		}{}, c, (chan<- int)(c), (<-chan int)(c), [3]int{}, [4]int{}, [5]int{}, map[string]int{}, map[string]int8{},
		func(...int) {}, func([]int) {}, rune(1), int32(1), byte(1), uint8(1), struct{}{}, [0]int{},
	} {
		fmt.Println(kind(x))
	}
	var x any = A2{1, 2}
	var y any = struct{ a, b int }{1, 2}
	var z any = B2{1, 2}
	fmt.Println(x == y, x == z, z == any(B2{1, 2}))
}
