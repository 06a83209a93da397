// What is stored by an atomic operation stays reachable: it must not live in the frame of the store.
package main

import (
	"fmt"
	"sync/atomic"
	"unsafe"
)

type box struct {
	typed atomic.Pointer[string]
	plain unsafe.Pointer
}

func (b *box) set(s string)  { b.typed.Store(&s) }
func (b *box) swap(s string) { b.typed.Swap(&s) }

func (b *box) compareAndSwap(s string) bool { return b.typed.CompareAndSwap(b.typed.Load(), &s) }

func (b *box) store(n int) { atomic.StorePointer(&b.plain, unsafe.Pointer(&n)) }

//go:noinline
func useStack(n int) int {
	var a [200]int
	for i := range a {
		a[i] = i * n
	}
	return a[n]
}

func main() {
	var b box
	b.set("stored")
	fmt.Println(useStack(3), *b.typed.Load())
	b.swap("swapped")
	fmt.Println(useStack(4), *b.typed.Load())
	fmt.Println(b.compareAndSwap("compared"))
	fmt.Println(useStack(5), *b.typed.Load())
	b.store(42)
	fmt.Println(useStack(6), *(*int)(b.plain))
}
