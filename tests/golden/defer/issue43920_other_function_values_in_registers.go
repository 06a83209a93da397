// Deferred function values that are loaded, called or chosen where others are live (missed defers of go.dev/issue/43920,
// 43921, 43939 and 43941): every registered call runs, whatever stands between.
package main

type state struct {
	hooks []func()
	next  *state
}

func (s *state) hook(i int) func() {
	if i < len(s.hooks) {
		return s.hooks[i]
	}
	return func() { println("no hook", i) }
}

func run(s *state, n int) (out int) {
	defer func() {
		if e := recover(); e != nil {
			out = e.(int)
		}
	}()
	if n > 0 {
		defer s.hook(n)()
	}
	switch n {
	case 1:
		defer s.hook(0)()
		panic(10)
	case 2:
		defer func() { panic(20) }()
	case 3:
		for ; s != nil; s = s.next {
			defer s.hook(1)()
			if s.next == nil {
				panic(30)
			}
		}
	default:
		defer s.hook(7)()
		return 40
	}
	return n
}

func unreachable(b bool) int {
	if b {
		return 1
	}
	panic(2)
	defer println("never") // go.dev/issue/61895
	return 3
}

func main() {
	s := &state{hooks: []func(){func() { println("hook 0") }, func() { println("hook 1") }}}
	s.next = &state{hooks: s.hooks[:1]}
	for n := range 5 {
		println(n, run(s, n))
	}
	println(unreachable(true))
	defer func() { println(recover().(int)) }()
	unreachable(false)
}
