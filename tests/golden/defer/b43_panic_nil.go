// panic(nil) gives a *runtime.PanicNilError.
package main

import (
	"fmt"
	"runtime"
)

func try(v any) {
	defer func() {
		r := recover()
		_, isNil := r.(*runtime.PanicNilError)
		_, isRuntime := r.(runtime.Error)
		fmt.Printf("%T %v %v %v\n", r, r, isNil, isRuntime)
	}()
	panic(v)
}

func main() {
	try(nil)
	var e error
	try(e)
	try("not nil")
}
