// Valid statements at the edges of the rules.
package main

import "errors"

type T struct {
	n int
	m map[string]int
}

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err, _ = r.(error)
		}
	}()
	n, err = 1, nil
	if n, ok := interface{}(n).(int); ok {
		_ = n
	}
	return
}

func terminating(x int) int {
	switch x {
	case 1:
		return 1
	case 2:
		fallthrough
	case 3:
		panic("x")
	default:
		for {
		}
	}
}

func main() {
	var a, b = 1, 2
	a, b = b, a
	a, c := 3, 4
	var t T
	var e0 interface{}
	t.m = map[string]int{}
	t.m["k"]++
	t.m["k"] |= 1
	t.n, e0 = t.m["k"]
	_, ok := t.m["k"]
	var e interface{}
	e, ok = t.m["k"]
	(a) = 1
	(*&a)++
	_, _ = ok, e0
	func() { a, b = b, c }()
	for i, j := 0, 1; i < j; i, j = i+1, j-1 {
		if i == 1 {
			continue
		}
	}
	for range 3 {
	}
	for range "abc" {
	}
	for a = range 3 {
	}
	for t.n, e = range []string{"x"} {
	}
	for i := range uint8(3) {
		var _ uint8 = i
	}
	for _, x := range [...]string{"a"} {
		_ = x
	}
	for {
		select {
		case v, ok := <-make(chan int):
			_, _ = v, ok
		case t.m["c"] = <-make(chan int):
		default:
		}
		break
	}
	switch a := a; {
	case a > 1, b > 2:
	case false:
	}
	switch e {
	case 1, "1", nil, 1.5, &t:
	}
	switch errors.New("x") {
	case nil:
	}
	switch x := e.(type) {
	case nil:
		_ = x == nil
	case int, string:
		_ = x
	case func(int) error, []byte:
	case error:
		_ = x.Error()
	}
	switch e := e.(type) {
	case int:
		_ = e + 1
	}
L:
	for {
		switch {
		default:
			break L
		}
	}
	if a := a; a == 1 {
	} else if b := a; b == 2 {
	} else {
		_ = a + b
	}
	var (
		_     = 1
		_, _  = 2, "s"
		x, y  = named()
		z int = x
	)
	const (
		p = iota
		q
		_ = p + q
	)
	type local T
	_ = local{n: z}
	_ = y
	goto done
done:
	;
	{
	}
}

