// Named results set before a fault that is recovered (go.dev/issue/43835).
package main

type big struct{ a, b, c, d, e int }

func named(p *big) (n int, s string, b big, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = e.(error)
		}
	}()
	n, s, b = 1, "set", big{1, 2, 3, 4, 5}
	b = *p
	n = 2
	return n, "not reached by a fault", b, nil
}

func unnamed(p *big) big {
	defer func() { _ = recover() }()
	return *p
}

func main() {
	for _, p := range []*big{{9, 8, 7, 6, 5}, nil} {
		n, s, b, err := named(p)
		println(n, s, b.a, b.e, err == nil)
		if err != nil {
			println(err.Error())
		}
		b = unnamed(p)
		println(b.a, b.e)
	}
}
