// A deferred nil function that is due during a panic panics in its turn, and nobody recovers.
package main

var (
	none func()
	p    *struct{ n int }
)

func f() {
	defer println("f ends")
	defer none()
	p.n++
}

func g() (r int) {
	defer func() { r = recover().(int) }()
	defer func() { println(recover().(error).Error()) }()
	defer none()
	panic(1)
}

func h() {
	defer func() { println(recover().(error).Error()) }()
	for range 2 {
		defer none()
	}
}

func main() {
	h()
	defer println("main ends")
	f()
}
