// Unlocking an unlocked mutex is a fatal error that recover does not stop.
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer fmt.Println("never printed")
	defer func() { fmt.Println("neither", recover()) }()
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	mu.Unlock()
}
