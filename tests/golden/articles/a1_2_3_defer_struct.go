// Article 1, 2.3: the _defer structure as the article draws it, completed with head insertion and the walk.
package main

import "fmt"

type funcval struct{ fn func() }

type _defer struct {
	fn   *funcval
	link *_defer
	sp   uintptr
	siz  int32
}

type goroutine struct{ _defer *_defer }

func (g *goroutine) newdefer(name string, sp uintptr) {
	fn := &funcval{func() { fmt.Println("run", name) }}
	g._defer = &_defer{fn: fn, link: g._defer, sp: sp}
}

func (g *goroutine) run() {
	for g._defer != nil {
		d := g._defer
		g._defer = d.link
		d.fn.fn()
	}
}

func main() {
	g := new(goroutine)
	g.newdefer("defer1", 300)
	g.newdefer("defer2", 200)
	g.newdefer("defer3", 100)
	for d := g._defer; d != nil; d = d.link {
		fmt.Println("record, sp", d.sp, "siz", d.siz, "last", d.link == nil)
	}
	g.run()
	fmt.Println("left:", g._defer == nil)
}
