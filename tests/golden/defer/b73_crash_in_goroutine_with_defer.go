// A nil dereference in a deferred closure of a goroutine, while another panic runs.
package main

import "fmt"

type S struct{ x, y, z string }

func main() {
	var s *S
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println(s.z) }()
		panic("first")
	}()
	<-done
	select {}
}
