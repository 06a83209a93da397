// A read that waits does not keep other goroutines from running, even with one processor.
package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	got := make(chan string)
	go func() {
		buf := make([]byte, 16)
		for {
			n, err := r.Read(buf)
			if n == 0 || err != nil {
				close(got)
				return
			}
			got <- string(buf[:n])
		}
	}()
	ticks := 0
	for _, word := range []string{"one", "two", "three"} {
		// The reader waits all this time, through collections as well.
		for range 5 {
			time.Sleep(time.Millisecond)
			runtime.GC()
			ticks++
		}
		fmt.Fprint(w, word)
		fmt.Println(<-got)
	}
	w.Close()
	_, open := <-got
	fmt.Println(open, ticks)
}
