package weak

import (
	"unsafe"
)

// handle returns the handle of an address, always the same as long as the object exists.
func handle(p unsafe.Pointer) unsafe.Pointer

// strong returns the address in a handle, nil if the object is gone.
func strong(handle unsafe.Pointer) unsafe.Pointer
