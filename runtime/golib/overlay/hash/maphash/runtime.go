package maphash

import (
	"internal/abi"
	"unsafe"
)

//go:linkname systemCall syscall.syscall6
func systemCall(nr, a, b, c, d, e, f uintptr) int

//go:linkname random hash/maphash.runtime_rand
func random() uint64 {
	const getrandom = 318
	var v uint64
	if systemCall(getrandom, uintptr(unsafe.Pointer(&v)), unsafe.Sizeof(v), 0, 0, 0, 0) != int(unsafe.Sizeof(v)) {
		panic("maphash: no random numbers")
	}
	return v
}

// hashBytes hashes as maps with string keys do.
//
//go:linkname hashBytes hash/maphash.runtime_memhash
func hashBytes(p unsafe.Pointer, seed, n uintptr) uintptr {
	var m any = map[string]struct{}(nil)
	s := unsafe.String((*byte)(p), n)
	return (*abi.MapType)(unsafe.Pointer(abi.TypeOf(m))).Hasher(unsafe.Pointer(&s), seed)
}
