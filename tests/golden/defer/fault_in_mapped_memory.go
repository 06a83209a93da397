// With debug.SetPanicOnFault a fault in mapped memory is a panic that the function recovers in which it happened,
// whatever else may or may not panic there.
package main

import (
	"fmt"
	"runtime/debug"
	"strings"
	"syscall"
)

func report(err *error) {
	if e, ok := recover().(error); ok {
		*err = fmt.Errorf("recovered: %s", strings.Split(e.Error(), "0x")[0])
	}
}

// Both bounds are proved, so the accesses are all that can panic.
func fill(dst []byte) (n int, err error) {
	defer report(&err)
	for i := 0; i < len(dst); i++ {
		dst[i] = 1
		n++
	}
	return
}

// The elements of a range loop are not checked at all.
func sum(src []byte) (total int, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("sum stopped at %d", total)
		}
	}()
	for _, b := range src {
		total += int(b)
	}
	return
}

func add(p *byte) (err error) {
	defer report(&err)
	*p += 7
	return nil
}

func main() {
	debug.SetPanicOnFault(true)
	size := syscall.Getpagesize()
	data, err := syscall.Mmap(-1, 0, 16*size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := syscall.Mprotect(data[8*size:12*size], syscall.PROT_NONE); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fill(data[5:]))
	fmt.Println(fill(data[12*size:]))
	fmt.Println(sum(data[6*size:]))
	fmt.Println(sum(data[:7]))
	fmt.Println(add(&data[9*size]), add(&data[1]), data[1])
}
