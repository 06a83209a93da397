// Fields and methods of other packages that are not exported.
package main

import (
	"errors"
	"strings"
	"time"
)

func main() {
	var b strings.Builder
	b.buf = nil // ERROR `^b\.buf undefined \(cannot refer to unexported field buf\)$`
	var d time.Time
	d.wall++ // ERROR `^d\.wall undefined \(cannot refer to unexported field wall\)$`
	_ = time.Time{wall: 1} // ERROR `^cannot refer to unexported field wall in struct literal of type time\.Time$`
	_ = errors.errorString{} // ERROR `^name errorString not exported by package errors$`
}
