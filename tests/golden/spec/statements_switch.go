package main

import "fmt"

type Color int

const (
	Red Color = iota
	Green
	Blue
)

func call(s string, v int) int { fmt.Print(s, " "); return v }

func sparse(n int) string {
	switch n {
	case 1:
		return "1"
	case 10, 20, 30:
		return "tens"
	case 100:
		return "100"
	case -5:
		return "-5"
	case 1 << 40:
		return "big"
	case 1000, 10000:
		return "thousands"
	case 7, 8, 9:
		return "7-9"
	}
	return "none"
}

func dense(n uint8) int {
	switch n {
	case 0:
		return 10
	case 1:
		return 11
	case 2:
		return 12
	case 3:
		return 13
	case 4:
		return 14
	case 5:
		return 15
	case 6:
		return 16
	case 255:
		return 17
	default:
		return -1
	}
}

func strs(s string) int {
	switch s {
	case "":
		return 0
	case "a", "b", "c":
		return 1
	case "hello", "world", "jello":
		return 5
	case "longer string", "another one":
		return 6
	case "abc":
		return 3
	case "abd":
		return 4
	}
	return -1
}

func types(x any) string {
	switch x := x.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", x+1)
	case int8, int16:
		return fmt.Sprintf("small %v", x)
	case string:
		return "string " + x
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case []int:
		return fmt.Sprint("slice ", len(x))
	case func() int:
		return fmt.Sprint("func ", x())
	case *int:
		return fmt.Sprint("pointer ", *x)
	case map[string]int, chan int:
		return fmt.Sprintf("%T", x)
	case struct{ a int }:
		return fmt.Sprint("struct ", x.a)
	case [2]bool:
		return fmt.Sprint("array ", x[1])
	case Color:
		return fmt.Sprint("Color ", int(x))
	default:
		return fmt.Sprintf("other %T", x)
	}
}

type str struct{}

func (str) String() string { return "me" }

func main() {
	for _, n := range []int{1, 10, 20, 30, 100, -5, 1 << 40, 1000, 10000, 7, 8, 9, 0, 2, -1, 99} {
		fmt.Print(sparse(n), " ")
	}
	fmt.Println()
	for _, n := range []uint8{0, 1, 2, 3, 4, 5, 6, 7, 254, 255} {
		fmt.Print(dense(n), " ")
	}
	fmt.Println()
	for _, s := range []string{"", "a", "b", "c", "d", "hello", "world", "jello", "hella", "longer string", "another one", "abc", "abd", "abe"} {
		fmt.Print(strs(s), " ")
	}
	fmt.Println()
	one := 1
	for _, x := range []any{nil, 1, int8(2), int16(3), "s", fmt.Errorf("e"), str{}, []int{1, 2}, func() int { return 4 }, &one, map[string]int{}, make(chan int), struct{ a int }{5}, [2]bool{false, true}, Blue, 1.5, int32(1), []string{}} {
		fmt.Println(types(x))
	}
	switch call("tag", 2) {
	case call("a", 1), call("b", 2), call("c", 3):
		fmt.Println("matched")
	case call("d", 2):
	}
	switch x := call("init", 5); {
	default:
		fmt.Println("default first")
	case x > 4:
		fmt.Println("x > 4")
		if x == 5 {
			break
		}
		fmt.Println("not reached")
	}
	switch f := 2.5; f {
	case 2.5:
		fmt.Println("float")
		fallthrough
	case 3:
		fmt.Println("fell")
	case 4:
		fmt.Println("no")
	}
	switch any(Green) {
	case 1:
		fmt.Println("untyped 1")
	case Color(1):
		fmt.Println("Color(1)")
	}
	switch (struct{ a, b int }{1, 2}) {
	case struct{ a, b int }{1, 2}:
		fmt.Println("struct")
	}
	switch i := any(one).(type) {
	case interface{ M() }:
		_ = i
	case any:
		fmt.Println("any", i)
	}
	var e error
	switch e.(type) {
	case nil:
		fmt.Println("nil error")
	}
	switch true {
	case false:
	case one == 1:
		fmt.Println("true")
	}
}
