// Package atomic declares the atomic memory operations that the compiler or the runtime supplies.
// All are sequentially consistent.
package atomic

import "unsafe"

//go:noescape
func Load32(p *uint32) uint32

//go:noescape
func Load64(p *uint64) uint64

//go:noescape
func LoadPtr(p *unsafe.Pointer) unsafe.Pointer

//go:noescape
func Store32(p *uint32, v uint32)

//go:noescape
func Store64(p *uint64, v uint64)

func StorePtr(p *unsafe.Pointer, v unsafe.Pointer)

// The Xchg functions store v and return the old value.

//go:noescape
func Xchg32(p *uint32, v uint32) uint32

//go:noescape
func Xchg64(p *uint64, v uint64) uint64

func XchgPtr(p *unsafe.Pointer, v unsafe.Pointer) unsafe.Pointer

// The Cas functions store new if the value is old, and report whether they did.

//go:noescape
func Cas32(p *uint32, old, new uint32) bool

//go:noescape
func Cas64(p *uint64, old, new uint64) bool

func CasPtr(p *unsafe.Pointer, old, new unsafe.Pointer) bool

// The Add functions return the new value.

//go:noescape
func Add32(p *uint32, d uint32) uint32

//go:noescape
func Add64(p *uint64, d uint64) uint64

// The And and Or functions return the old value.

//go:noescape
func And32(p *uint32, m uint32) uint32

//go:noescape
func And64(p *uint64, m uint64) uint64

//go:noescape
func Or32(p *uint32, m uint32) uint32

//go:noescape
func Or64(p *uint64, m uint64) uint64
