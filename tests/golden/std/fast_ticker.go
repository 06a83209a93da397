// A ticker that is due again before its tick is delivered lets other goroutines run.
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(1)
	for range 100 {
		<-ticker.C
	}
	ticker.Stop()
	fmt.Println("a hundred ticks")
}
