// Captured variables of every kind: arrays, structs, strings, interfaces, maps, channels, large values.
package main

import (
	"errors"
	"fmt"
)

type Big struct{ a [30]int }

func main() {
	arr, st, str := [3]int{1, 2, 3}, struct{ x, y int }{1, 2}, "s"
	var e any = 1
	var err error
	m, ch, big := map[string]int{}, make(chan int, 3), Big{}
	b, f, c := true, 1.5, 2i
	change := func(n int) {
		arr[n%3] *= 10
		st.y += n
		str += "+"
		e = []any{e}
		err = errors.Join(err, errors.New("e"))
		m[str] = n
		ch <- n
		big.a[29] += n
		b = !b
		f *= 2
		c *= c
	}
	change(1)
	change(2)
	change(3)
	fmt.Println(arr, st, str, e, m, len(ch), <-ch+<-ch, big.a[29], b, f, c)
	fmt.Printf("%q\n", err.Error())
	cp := big
	func() { cp.a[29]++ }()
	fmt.Println(cp.a[29], big.a[29])
}
