// An error that the runtime calls fatal runs no deferred call; the panic in flight is shown with it.
package main

import "sync"

func main() {
	defer println("not run")
	defer func() {
		defer func() { println("not recovered", recover() != nil) }()
		var m sync.Mutex
		m.Unlock()
	}()
	panic("in flight")
}
