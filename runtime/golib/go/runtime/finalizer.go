package runtime

import (
	"internal/abi"
	"unsafe"
)

// finalizerCall is a call that the collector has queued. A cleanup is a function without
// parameters; a finalizer takes the pointer (one word) or an interface that holds it (two words).
type finalizerCall struct {
	fn    unsafe.Pointer
	words [2]unsafe.Pointer
	count int
}

// resultBytes bounds the results of a finalizer: what fits into registers in any case.
const resultBytes = 64

// What finalizers and cleanups are set on must be allocated in the heap: for all that the compiler
// knows it is stored here.
var (
	alwaysFalse bool
	escapeSink  any
)

// SetFinalizer makes the runtime call finalizer with obj, in a goroutine of its own, after nothing
// refers to obj any more; a nil finalizer takes back what was set. The object is freed when it is
// found unreachable again after that. obj must point to the beginning of an allocated object.
// Stacks are searched conservatively, so an object may be finalized late or not at all.
func SetFinalizer(obj any, finalizer any) {
	if alwaysFalse {
		escapeSink, escapeSink = obj, finalizer
	}
	o := (*abi.EmptyInterface)(unsafe.Pointer(&obj))
	if o.Type == nil {
		throw("runtime.SetFinalizer: first argument is nil")
	}
	if o.Type.Kind_ != abi.Pointer {
		throw("runtime.SetFinalizer: first argument is " + o.Type.String() + ", not pointer")
	}
	if o.Data == nil {
		throw("nil elem type!")
	}
	if o.Type.Elem().Size_ == 0 {
		return // all objects without size are one
	}
	switch offset := offsetInObject(o.Data); {
	case offset < 0:
		return // a variable of the program, which exists for ever
	case offset > 0:
		throw("runtime.SetFinalizer: pointer not at beginning of allocated block")
	}
	f := (*abi.EmptyInterface)(unsafe.Pointer(&finalizer))
	if f.Type == nil {
		clearFinalizer(o.Data)
		return
	}
	if f.Type.Kind_ != abi.Func {
		throw("runtime.SetFinalizer: second argument is " + f.Type.String() + ", not a function")
	}
	first, count := finalizerArgument(o.Type, f.Type)
	startFinalizers(runFinalizers)
	if !setFinalizer(o.Data, f.Data, first, count) {
		throw("runtime.SetFinalizer: finalizer already set")
	}
}

// finalizerArgument checks that a finalizer of type f can be called with a pointer of type obj, and
// returns how: in one word, or in two of which this is the first.
func finalizerArgument(obj, f *abi.Type) (first unsafe.Pointer, count int) {
	cannot := "runtime.SetFinalizer: cannot pass " + obj.String() + " to finalizer " + f.String()
	ft := (*abi.FuncType)(unsafe.Pointer(f))
	if ft.IsVariadic() {
		throw(cannot + " because dotdotdot")
	}
	if len(ft.InSlice()) != 1 {
		throw(cannot)
	}
	size := uintptr(0)
	for _, t := range ft.OutSlice() {
		size += (t.Size_ + 7) &^ 7
	}
	if size > resultBytes {
		throw("runtime.SetFinalizer: the results of " + f.String() + " are too large")
	}
	in := ft.InSlice()[0]
	switch {
	case in == obj:
		return nil, 1
	case in.Kind_ == abi.Pointer:
		if (!in.HasName() || !obj.HasName()) && in.Elem() == obj.Elem() {
			return nil, 1
		}
	case in.Kind_ == abi.Interface:
		it := (*abi.InterfaceType)(unsafe.Pointer(in))
		if len(it.Methods) == 0 {
			return unsafe.Pointer(obj), 2
		}
		if tab := itabFor(it, obj); tab != nil {
			return tab, 2
		}
	}
	throw(cannot)
	return nil, 0
}

// runFinalizers makes the queued calls one after the other.
func runFinalizers() {
	var c finalizerCall
	for {
		for nextFinalizer(&c) {
			switch c.count {
			case 0:
				(*(*func())(unsafe.Pointer(&c.fn)))()
			case 1:
				(*(*func(unsafe.Pointer))(unsafe.Pointer(&c.fn)))(c.words[0])
			case 2:
				(*(*func(any))(unsafe.Pointer(&c.fn)))(*(*any)(unsafe.Pointer(&c.words)))
			}
			c = finalizerCall{}
		}
		parkFinalizers()
	}
}

// A Cleanup stands for a call that AddCleanup has arranged.
type Cleanup struct {
	id  int
	ptr uintptr
}

// AddCleanup makes the runtime call cleanup(arg), in a goroutine of its own, some time after
// nothing refers to the object that ptr points into any more. arg must not refer to the object.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	if alwaysFalse {
		escapeSink = ptr
	}
	var boxed any = arg
	a := (*abi.EmptyInterface)(unsafe.Pointer(&boxed))
	if a.Type != nil && a.Type.Kind_ == abi.Pointer && a.Data == unsafe.Pointer(ptr) {
		panic(plainError("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	if offsetInObject(unsafe.Pointer(ptr)) < 0 {
		return Cleanup{} // a variable of the program, which exists for ever
	}
	startFinalizers(runFinalizers)
	id := addCleanup(unsafe.Pointer(ptr), func() { cleanup(arg) })
	KeepAlive(ptr)
	return Cleanup{id, uintptr(unsafe.Pointer(ptr))}
}

// Stop cancels the call, unless the object has been found unreachable already.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(int(c.ptr), c.id)
	}
}
