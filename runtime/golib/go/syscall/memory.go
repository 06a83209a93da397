package syscall

import "unsafe"

// The numbers of the system calls for memory.
const (
	sysMmap     = 9
	sysMprotect = 10
	sysMunmap   = 11
)

// What may be done with memory.
const (
	PROT_NONE  = 0x0
	PROT_READ  = 0x1
	PROT_WRITE = 0x2
	PROT_EXEC  = 0x4
)

// Kinds of mappings.
const (
	MAP_SHARED    = 0x1
	MAP_PRIVATE   = 0x2
	MAP_FIXED     = 0x10
	MAP_ANON      = 0x20
	MAP_ANONYMOUS = 0x20
	MAP_NORESERVE = 0x4000
	MAP_POPULATE  = 0x8000
)

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }

// Mmap maps length bytes of a file, or new memory, which Munmap gives back.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	at, err := call(sysMmap, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if err != nil {
		return nil, err
	}
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&at)), length), nil
}

// Munmap gives back what Mmap has returned.
func Munmap(b []byte) (err error) {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	return protect(sysMunmap, b, 0)
}

// Mprotect sets what may be done with whole pages of memory.
func Mprotect(b []byte, prot int) (err error) { return protect(sysMprotect, b, prot) }

func protect(number uintptr, b []byte, prot int) error {
	_, err := call(number, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)), uintptr(prot), 0, 0, 0)
	return err
}
