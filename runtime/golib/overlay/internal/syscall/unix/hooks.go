package unix

import (
	_ "unsafe" // for linkname
)

// fromVDSO is for systems where random numbers come without a system call, which is not made use of.
//
//go:linkname fromVDSO internal/syscall/unix.vgetrandom
func fromVDSO(p []byte, flags uint32) (ret int, supported bool) { return -1, false }
