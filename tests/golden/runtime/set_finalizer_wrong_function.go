package main

import "runtime"

type node struct{ next *node }

func main() {
	runtime.SetFinalizer(&node{}, func(*int, ...string) {})
}
