// Package atomic has atomic memory operations. All are sequentially consistent.
package atomic

import (
	"internal/atomic"
	"unsafe"
)

// LoadInt32 returns *addr.
func LoadInt32(addr *int32) (val int32) { return int32(atomic.Load32((*uint32)(unsafe.Pointer(addr)))) }

// StoreInt32 sets *addr to val.
func StoreInt32(addr *int32, val int32) { atomic.Store32((*uint32)(unsafe.Pointer(addr)), uint32(val)) }

// SwapInt32 sets *addr to new and returns the old value.
func SwapInt32(addr *int32, new int32) (old int32) {
	return int32(atomic.Xchg32((*uint32)(unsafe.Pointer(addr)), uint32(new)))
}

// CompareAndSwapInt32 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool) {
	return atomic.Cas32((*uint32)(unsafe.Pointer(addr)), uint32(old), uint32(new))
}

// AddInt32 adds delta to *addr and returns the new value.
func AddInt32(addr *int32, delta int32) (new int32) {
	return int32(atomic.Add32((*uint32)(unsafe.Pointer(addr)), uint32(delta)))
}

// AndInt32 sets *addr to *addr & mask and returns the old value.
func AndInt32(addr *int32, mask int32) (old int32) {
	return int32(atomic.And32((*uint32)(unsafe.Pointer(addr)), uint32(mask)))
}

// OrInt32 sets *addr to *addr | mask and returns the old value.
func OrInt32(addr *int32, mask int32) (old int32) {
	return int32(atomic.Or32((*uint32)(unsafe.Pointer(addr)), uint32(mask)))
}

// LoadUint32 returns *addr.
func LoadUint32(addr *uint32) (val uint32) { return atomic.Load32(addr) }

// StoreUint32 sets *addr to val.
func StoreUint32(addr *uint32, val uint32) { atomic.Store32(addr, val) }

// SwapUint32 sets *addr to new and returns the old value.
func SwapUint32(addr *uint32, new uint32) (old uint32) { return atomic.Xchg32(addr, new) }

// CompareAndSwapUint32 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool) {
	return atomic.Cas32(addr, old, new)
}

// AddUint32 adds delta to *addr and returns the new value.
func AddUint32(addr *uint32, delta uint32) (new uint32) { return atomic.Add32(addr, delta) }

// AndUint32 sets *addr to *addr & mask and returns the old value.
func AndUint32(addr *uint32, mask uint32) (old uint32) { return atomic.And32(addr, mask) }

// OrUint32 sets *addr to *addr | mask and returns the old value.
func OrUint32(addr *uint32, mask uint32) (old uint32) { return atomic.Or32(addr, mask) }

// LoadInt64 returns *addr.
func LoadInt64(addr *int64) (val int64) { return int64(atomic.Load64((*uint64)(unsafe.Pointer(addr)))) }

// StoreInt64 sets *addr to val.
func StoreInt64(addr *int64, val int64) { atomic.Store64((*uint64)(unsafe.Pointer(addr)), uint64(val)) }

// SwapInt64 sets *addr to new and returns the old value.
func SwapInt64(addr *int64, new int64) (old int64) {
	return int64(atomic.Xchg64((*uint64)(unsafe.Pointer(addr)), uint64(new)))
}

// CompareAndSwapInt64 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool) {
	return atomic.Cas64((*uint64)(unsafe.Pointer(addr)), uint64(old), uint64(new))
}

// AddInt64 adds delta to *addr and returns the new value.
func AddInt64(addr *int64, delta int64) (new int64) {
	return int64(atomic.Add64((*uint64)(unsafe.Pointer(addr)), uint64(delta)))
}

// AndInt64 sets *addr to *addr & mask and returns the old value.
func AndInt64(addr *int64, mask int64) (old int64) {
	return int64(atomic.And64((*uint64)(unsafe.Pointer(addr)), uint64(mask)))
}

// OrInt64 sets *addr to *addr | mask and returns the old value.
func OrInt64(addr *int64, mask int64) (old int64) {
	return int64(atomic.Or64((*uint64)(unsafe.Pointer(addr)), uint64(mask)))
}

// LoadUint64 returns *addr.
func LoadUint64(addr *uint64) (val uint64) { return atomic.Load64(addr) }

// StoreUint64 sets *addr to val.
func StoreUint64(addr *uint64, val uint64) { atomic.Store64(addr, val) }

// SwapUint64 sets *addr to new and returns the old value.
func SwapUint64(addr *uint64, new uint64) (old uint64) { return atomic.Xchg64(addr, new) }

// CompareAndSwapUint64 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool) {
	return atomic.Cas64(addr, old, new)
}

// AddUint64 adds delta to *addr and returns the new value.
func AddUint64(addr *uint64, delta uint64) (new uint64) { return atomic.Add64(addr, delta) }

// AndUint64 sets *addr to *addr & mask and returns the old value.
func AndUint64(addr *uint64, mask uint64) (old uint64) { return atomic.And64(addr, mask) }

// OrUint64 sets *addr to *addr | mask and returns the old value.
func OrUint64(addr *uint64, mask uint64) (old uint64) { return atomic.Or64(addr, mask) }

// LoadUintptr returns *addr.
func LoadUintptr(addr *uintptr) (val uintptr) {
	return uintptr(atomic.Load64((*uint64)(unsafe.Pointer(addr))))
}

// StoreUintptr sets *addr to val.
func StoreUintptr(addr *uintptr, val uintptr) {
	atomic.Store64((*uint64)(unsafe.Pointer(addr)), uint64(val))
}

// SwapUintptr sets *addr to new and returns the old value.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) {
	return uintptr(atomic.Xchg64((*uint64)(unsafe.Pointer(addr)), uint64(new)))
}

// CompareAndSwapUintptr sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	return atomic.Cas64((*uint64)(unsafe.Pointer(addr)), uint64(old), uint64(new))
}

// AddUintptr adds delta to *addr and returns the new value.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) {
	return uintptr(atomic.Add64((*uint64)(unsafe.Pointer(addr)), uint64(delta)))
}

// AndUintptr sets *addr to *addr & mask and returns the old value.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	return uintptr(atomic.And64((*uint64)(unsafe.Pointer(addr)), uint64(mask)))
}

// OrUintptr sets *addr to *addr | mask and returns the old value.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	return uintptr(atomic.Or64((*uint64)(unsafe.Pointer(addr)), uint64(mask)))
}

// LoadPointer returns *addr.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) { return atomic.LoadPtr(addr) }

// StorePointer sets *addr to val.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) { atomic.StorePtr(addr, val) }

// SwapPointer sets *addr to new and returns the old value.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) {
	return atomic.XchgPtr(addr, new)
}

// CompareAndSwapPointer sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool) {
	return atomic.CasPtr(addr, old, new)
}
