// Recovering does not run the code behind the defer statement again (go.dev/issue/19466).
package main

import "os"

func once(fail bool) (n int) {
	n++
	defer func() {
		n += 10
		recover()
	}()
	n++
	if fail {
		var p *os.File
		_ = p.Name()
	}
	n++
	return n
}

func loop() (n int) {
	for i := range 3 {
		n++
		func() {
			defer func() { recover() }()
			n += 100
			if i == 1 {
				panic(i)
			}
			n += 1000
		}()
	}
	return
}

func main() { println(once(false), once(true), loop()) }
