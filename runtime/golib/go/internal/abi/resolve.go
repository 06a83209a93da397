package abi

import "unsafe"

// Executables are linked at fixed addresses below 4 GB, so a NameOff or a TypeOff is the address
// itself; gc needs the module of the type t to find its base.

func resolveName(t *Type, off NameOff) Name {
	return Name{(*byte)(address(uint32(off)))}
}

func resolveType(t *Type, off TypeOff) *Type {
	return (*Type)(address(uint32(off)))
}

func address(off uint32) unsafe.Pointer {
	return unsafe.Pointer(uintptr(off))
}
