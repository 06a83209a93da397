package atomic

import (
	"internal/abi"
	"internal/atomic"
	"unsafe"
)

// A Value holds a value of any one type that is loaded and stored atomically. It must not be
// copied after its first use.
//
// The two words of the interface are written separately: the first Store claims the type word
// with the descriptor claimed, writes the data word and then the type. Later the type is constant,
// so the data word alone decides.
type Value struct {
	v any
}

// claimed is the type word of a Value whose first Store is going on.
var claimed abi.Type

// words are the two words of the interface in a Value.
type words struct {
	typ  unsafe.Pointer
	data unsafe.Pointer
}

// Load returns the value stored last, nil if there is none.
func (v *Value) Load() (val any) {
	w := (*words)(unsafe.Pointer(v))
	typ := atomic.LoadPtr(&w.typ)
	if typ == nil || typ == unsafe.Pointer(&claimed) {
		return nil
	}
	*(*words)(unsafe.Pointer(&val)) = words{typ, atomic.LoadPtr(&w.data)}
	return val
}

// Store sets the value. All values stored must have the same type and not be nil.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	new := *(*words)(unsafe.Pointer(&val))
	w := (*words)(unsafe.Pointer(v))
	if w.first(new) {
		return
	}
	if atomic.LoadPtr(&w.typ) != new.typ {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	atomic.StorePtr(&w.data, new.data)
}

// first stores new if nothing is stored yet and reports whether it did; it waits for the end of
// another first store.
func (w *words) first(new words) bool {
	for {
		switch typ := atomic.LoadPtr(&w.typ); typ {
		case nil:
			if atomic.CasPtr(&w.typ, nil, unsafe.Pointer(&claimed)) {
				atomic.StorePtr(&w.data, new.data)
				atomic.StorePtr(&w.typ, new.typ)
				return true
			}
		case unsafe.Pointer(&claimed): // two stores away from the end
		default:
			return false
		}
	}
}

// Swap sets the value and returns the old one, nil if there was none.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	n := *(*words)(unsafe.Pointer(&new))
	w := (*words)(unsafe.Pointer(v))
	if w.first(n) {
		return nil
	}
	typ := atomic.LoadPtr(&w.typ)
	if typ != n.typ {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	*(*words)(unsafe.Pointer(&old)) = words{typ, atomic.XchgPtr(&w.data, n.data)}
	return old
}

// CompareAndSwap sets the value to new if it is old, and reports whether it did. It panics if old
// is not comparable.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	n := *(*words)(unsafe.Pointer(&new))
	if old != nil && (*words)(unsafe.Pointer(&old)).typ != n.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	w := (*words)(unsafe.Pointer(v))
	if old == nil {
		if w.first(n) {
			return true
		}
		if atomic.LoadPtr(&w.typ) != n.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		return false
	}
	typ := atomic.LoadPtr(&w.typ)
	if typ == nil || typ == unsafe.Pointer(&claimed) {
		return false
	}
	if typ != n.typ {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	data := atomic.LoadPtr(&w.data)
	var current any
	*(*words)(unsafe.Pointer(&current)) = words{typ, data}
	return current == old && atomic.CasPtr(&w.data, data, n.data)
}
