package main

// A file that uses most declaration forms and must be accepted.

import (
	"errors"
	"fmt"
	str "strings"
	. "time"
)

type (
	A       = []int
	B       struct{ *B; A; _ int; x, y float64 }
	C       interface{ ~int | ~string }
	D       interface{ error; M(a, _ int, c ...string) (x, y int) }
	E       func(E) (E, error)
	F       map[[2]string]chan<- func() <-chan int
	Celsius float64
)

const (
	x0, y0 = iota, iota * 2
	x1, y1
	_, _
	big     = 1 << 100 >> 98
	typed E8 = "s"
)

type E8 string

var (
	a, b       = pair()
	c, d   int = 1, 2
	_          = errors.New
	fns        = [...]func(){2: nil, 0: func() {}}
	nested     = map[string][]struct{ a, b *int }{"x": {{nil, nil}, {b: new(int)}}}
	_      D   = (*impl)(nil)
)

type impl struct{ error }

func (*impl) M(int, int, ...string) (int, int) { return 0, 0 }

func pair() (int, string) { return 1, "" }

func init() {}
func init() {}
func _()    {}

func variadic(_ int, xs ...any) (n int, _ error) {
	defer func() { n++ }()
	goto end
end:
	for i, x := range xs {
		switch x := x.(type) {
		case nil:
		case int, string:
			_ = x
		case error:
			return i, x
		default:
			continue
		}
	}
	return len(xs), nil
}

func main() {
	var ch = make(chan int, 1)
	select {
	case ch <- 1:
	default:
	}
	v, ok := <-ch
	if n, err := variadic(v, ok, str.Repeat("x", 2), Second); err != nil || n == 0 {
		fmt.Println(n, err)
	} else if 1 < 2 == true && len(nested) > 0 {
		fmt.Println(a, b, c, d, fns[0] != nil, x1, y1, x0, y0, big, typed, Celsius(1))
	}
	var p interface{ M() }
	_, _ = p.(interface{ M(); N() })
	func(...int) {}(A{1, 2}...)
	_ = [...]struct{ x, y int }{{1, 2}, 5: {y: 3}}[5].y
	_ = (*[3]int)(nil)
	_ = (func())(nil)
	_ = 'a' + 1.0
L:
	for {
		switch {
		case true:
			break L
		}
	}
}
