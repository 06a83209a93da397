package abi

import "unsafe"

// Name is an encoded name: a byte of flags, the length as a varint, the bytes of the name, and
// where the flags say so a struct tag (length and bytes) and the NameOff of a package path.
type Name struct {
	Bytes *byte
}

// The flags of a Name.
const (
	nameExported = 1 << iota
	nameTag
	namePkgPath
	nameEmbedded
)

// IsExported reports whether the name is exported.
func (n Name) IsExported() bool { return *n.Bytes&nameExported != 0 }

// HasTag reports whether a struct tag follows the name.
func (n Name) HasTag() bool { return *n.Bytes&nameTag != 0 }

// IsEmbedded reports whether the name is that of an embedded field.
func (n Name) IsEmbedded() bool { return *n.Bytes&nameEmbedded != 0 }

func (n Name) at(off int) *byte {
	return (*byte)(unsafe.Add(unsafe.Pointer(n.Bytes), off))
}

// str reads a length and that many bytes at off; end is the offset behind them.
func (n Name) str(off int) (s string, end int) {
	length, shift := 0, uint(0)
	for {
		b := *n.at(off)
		off++
		length |= int(b&0x7f) << shift
		if b < 0x80 {
			break
		}
		shift += 7
	}
	if length == 0 {
		return "", off
	}
	return unsafe.String(n.at(off), length), off + length
}

// Name returns the name as a string, "" for the zero Name.
func (n Name) Name() string {
	if n.Bytes == nil {
		return ""
	}
	s, _ := n.str(1)
	return s
}

// Tag returns the struct tag, "" if there is none.
func (n Name) Tag() string {
	if n.Bytes == nil || !n.HasTag() {
		return ""
	}
	_, end := n.str(1)
	s, _ := n.str(end)
	return s
}

// PkgPath returns the package path recorded in the name of an unexported method that was declared
// in another package than its type, else "". The type t locates the name.
func (n Name) PkgPath(t *Type) string {
	if n.Bytes == nil || *n.Bytes&namePkgPath == 0 {
		return ""
	}
	_, end := n.str(1)
	if n.HasTag() {
		_, end = n.str(end)
	}
	off := NameOff(0)
	for i := 3; i >= 0; i-- { // the four bytes need not be aligned
		off = off<<8 | NameOff(*n.at(end + i))
	}
	return resolveName(t, off).Name()
}
