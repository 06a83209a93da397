// Article 2, 2.5: the _defer structure of the article, completed with the list that it describes.
package main

import "fmt"

type funcval struct{ fn func() }

type _defer struct {
	siz     int32
	started bool
	sp      uintptr
	pc      uintptr
	fn      *funcval
	link    *_defer
}

func main() {
	var head *_defer
	for i := 1; i <= 3; i++ {
		head = &_defer{
			sp:   uintptr(1000 - 100*i),
			pc:   uintptr(i),
			fn:   &funcval{func() { fmt.Println("defer", i) }},
			link: head,
		}
	}
	for d := head; d != nil; d = d.link {
		d.started = true
		fmt.Print("sp ", d.sp, " pc ", d.pc, " siz ", d.siz, " started ", d.started, ": ")
		d.fn.fn()
	}
}
