// sync.Once counts as done after a panic in its function; a deferred Unlock runs on panic.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	for i := range 3 {
		func() {
			defer func() { fmt.Println(i, "recovered:", recover()) }()
			once.Do(func() { panic("in once") })
		}()
	}
	var mu sync.Mutex
	func() {
		defer func() { recover() }()
		mu.Lock()
		defer mu.Unlock()
		panic("locked")
	}()
	mu.Lock()
	fmt.Println("locked again")
	mu.Unlock()
}
