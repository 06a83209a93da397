package reflect

import (
	"internal/abi"
	"internal/unsafeheader"
	"sync"
	"unsafe"
)

// The functions that gc's runtime has for this package: either they are the runtime's, or they are made of such here. What
// may panic is called by functions that are not inlined: a frame with deferred calls cannot be continued at a call of the
// runtime's functions.

//go:linkname unsafe_New internal/rtype.newobject
//go:linkname chanlen internal/rtype.chanlen
//go:linkname maplen internal/rtype.maplen
//go:linkname mapclear runtime.mapclear
//go:linkname makemap runtime.makemap
//go:linkname memmove runtime.memmove
//go:linkname typedmemmove internal/rtype.typedmemmove

//go:linkname memclr runtime.memclrNoHeapPointers
//go:noescape
func memclr(p unsafe.Pointer, n uintptr)

//go:linkname runtimeMakeSlice runtime.makeslice
func runtimeMakeSlice(t *abi.Type, len, cap int) unsafe.Pointer

//go:linkname newArray reflect.unsafe_NewArray
//go:noinline
func newArray(t *abi.Type, n int) unsafe.Pointer { return runtimeMakeSlice(t, n, n) }

//go:linkname runtimeGrowSlice runtime.growslice
func runtimeGrowSlice(out *unsafeheader.Slice, old unsafe.Pointer, newLen, oldCap, num int, t *abi.Type)

// grow makes room for num more elements, which do not fit, and leaves the length.
//
//go:linkname grow reflect.growslice
//go:noinline
func grow(t *abi.Type, old unsafeheader.Slice, num int) unsafeheader.Slice {
	var s unsafeheader.Slice
	more := num - (old.Cap - old.Len)
	runtimeGrowSlice(&s, old.Data, old.Cap+more, old.Cap, more, t)
	memclr(unsafe.Add(s.Data, uintptr(old.Cap)*t.Size()), uintptr(s.Cap-old.Cap)*t.Size())
	s.Len = old.Len
	return s
}

//go:linkname clearValue reflect.typedmemclr
func clearValue(t *abi.Type, p unsafe.Pointer) { memclr(p, t.Size()) }

//go:linkname clearPart reflect.typedmemclrpartial
func clearPart(t *abi.Type, p unsafe.Pointer, off, size uintptr) { memclr(p, size) }

//go:linkname clearArray reflect.typedarrayclear
func clearArray(t *abi.Type, p unsafe.Pointer, n int) { memclr(p, uintptr(n)*t.Size()) }

//go:linkname copySlice reflect.typedslicecopy
func copySlice(t *abi.Type, dst, src unsafeheader.Slice) int {
	n := min(dst.Len, src.Len)
	memmove(dst.Data, src.Data, uintptr(n)*t.Size())
	return n
}

// checkSlice panics where unsafe.Slice would for the type.
//
//go:linkname checkSlice reflect.unsafeslice
//go:noinline
func checkSlice(t *abi.Type, p unsafe.Pointer, n int) {
	if size := t.Size(); size > 1 && n > 0 && uintptr(n) > ^uintptr(p)/size {
		n = -1
	}
	_ = unsafe.Slice((*byte)(p), n)
}

//go:linkname offsetInObject runtime.offsetInObject
func offsetInObject(p unsafe.Pointer) int

//go:linkname isNotInHeap reflect.verifyNotInHeapPtr
func isNotInHeap(p uintptr) bool { return offsetInObject(unsafe.Pointer(p)) < 0 }

//go:linkname runtimeAssertE2I runtime.assertE2I
func runtimeAssertE2I(inter, t *abi.Type) unsafe.Pointer

//go:linkname convert reflect.ifaceE2I
//go:noinline
func convert(t *abi.Type, src any, dst unsafe.Pointer) {
	e := (*[2]unsafe.Pointer)(unsafe.Pointer(&src))
	*(*[2]unsafe.Pointer)(dst) = [2]unsafe.Pointer{runtimeAssertE2I(t, (*abi.Type)(e[0])), e[1]}
}

// Maps

//go:linkname runtimeMapAccess runtime.mapaccess2
func runtimeMapAccess(t *abi.Type, m, key unsafe.Pointer) unsafe.Pointer

//go:linkname runtimeMapAssign runtime.mapassign
func runtimeMapAssign(t *abi.Type, m, key unsafe.Pointer) unsafe.Pointer

//go:linkname runtimeMapDelete runtime.mapdelete
func runtimeMapDelete(t *abi.Type, m, key unsafe.Pointer)

//go:linkname access reflect.mapaccess
//go:noinline
func access(t *abi.Type, m, key unsafe.Pointer) unsafe.Pointer { return runtimeMapAccess(t, m, key) }

//go:linkname assign reflect.mapassign0
//go:noinline
func assign(t *abi.Type, m, key, val unsafe.Pointer) {
	typedmemmove(t.Elem(), runtimeMapAssign(t, m, key), val)
}

//go:linkname remove reflect.mapdelete
//go:noinline
func remove(t *abi.Type, m, key unsafe.Pointer) { runtimeMapDelete(t, m, key) }

// Channels

//go:linkname runtimeMakeChan runtime.makechan
func runtimeMakeChan(t *abi.Type, size int) unsafe.Pointer

//go:linkname runtimeCloseChan runtime.closechan
func runtimeCloseChan(c unsafe.Pointer)

//go:linkname runtimeSend runtime.chansend1
func runtimeSend(c, elem unsafe.Pointer)

//go:linkname runtimeReceive runtime.chanrecv2
func runtimeReceive(c, elem unsafe.Pointer) bool

// A selectCase is a case as compiled code has it (runtime: layout::SelectCase).
type selectCase struct {
	ch     unsafe.Pointer
	elem   unsafe.Pointer
	isSend uint64
}

//go:linkname runtimeSelect1 runtime.selectgo
func runtimeSelect1(cases unsafe.Pointer, n int, block bool, ok *bool) int

//go:linkname newChan reflect.makechan
//go:noinline
func newChan(t *abi.Type, size int) unsafe.Pointer { return runtimeMakeChan(t, size) }

//go:linkname closeChan reflect.chanclose
//go:noinline
func closeChan(c unsafe.Pointer) { runtimeCloseChan(c) }

//go:linkname capOfChan reflect.chancap
func capOfChan(c unsafe.Pointer) int {
	if c == nil {
		return 0
	}
	return (*[2]int)(c)[1] // layout::ChanHeader
}

//go:linkname send reflect.chansend0
//go:noinline
func send(c, val unsafe.Pointer, nb bool) bool {
	if !nb {
		runtimeSend(c, val)
		return true
	}
	var ok bool
	one := selectCase{ch: c, elem: val, isSend: 1}
	return runtimeSelect1(unsafe.Pointer(&one), 1, false, &ok) == 0
}

//go:linkname receive reflect.chanrecv
//go:noinline
func receive(c unsafe.Pointer, nb bool, val unsafe.Pointer) (selected, received bool) {
	if !nb {
		return true, runtimeReceive(c, val)
	}
	one := selectCase{ch: c, elem: val}
	selected = runtimeSelect1(unsafe.Pointer(&one), 1, false, &received) == 0
	return selected, selected && received
}

//go:linkname selectOne reflect.rselect
//go:noinline
func selectOne(cases []runtimeSelect) (chosen int, recvOK bool) {
	list := make([]selectCase, 1, len(cases)+1)
	indices := make([]int, 0, len(cases))
	byDefault := -1
	for i := range cases {
		c := &cases[i]
		if c.dir == SelectDefault {
			byDefault = i
			continue
		}
		list = append(list, selectCase{ch: c.ch, elem: c.val})
		if c.dir == SelectSend {
			list[len(list)-1].isSend = 1
		}
		indices = append(indices, i)
	}
	list = list[1:]
	n := runtimeSelect1(unsafe.Pointer(unsafe.SliceData(list)), len(list), byDefault < 0, &recvOK)
	if n < 0 {
		return byDefault, false
	}
	return indices[n], recvOK && cases[indices[n]].dir == SelectRecv
}

// Types. The image lies below 2 GB, so a 32-bit reference is the address. Names that are made at run time are copied to such
// addresses, where all can read them; types, which only this package refers to in this way, are numbered from -2 downwards.

// typelinks holds the types without names in the program, sorted by their strings. The compiler fills it in.
var typelinks []*abi.Type

//go:linkname programTypes reflect.compiledTypelinks
func programTypes() ([]*abi.Type, [][]*abi.Type) { return typelinks, nil }

var added struct {
	sync.Mutex
	types []unsafe.Pointer
	index map[unsafe.Pointer]int32
	low   []byte // unused memory at low addresses
}

// addReference returns a reference to a type or to code.
//
//go:linkname addReference reflect.addReflectOff
func addReference(p unsafe.Pointer) int32 {
	if uintptr(p) < 1<<31 {
		return int32(uintptr(p))
	}
	added.Lock()
	defer added.Unlock()
	if off, ok := added.index[p]; ok {
		return off
	}
	if added.index == nil {
		added.index = make(map[unsafe.Pointer]int32)
	}
	off := int32(-2 - len(added.types))
	added.types = append(added.types, p)
	added.index[p] = off
	return off
}

//go:linkname addName reflect.resolveReflectName
func addName(n abi.Name) aNameOff {
	if uintptr(unsafe.Pointer(n.Bytes)) < 1<<31 {
		return aNameOff(uintptr(unsafe.Pointer(n.Bytes)))
	}
	text := unsafe.Slice(n.Bytes, nameSize(n))
	added.Lock()
	defer added.Unlock()
	if len(added.low) < len(text) {
		added.low = lowMemory(max(64<<10, len(text)))
	}
	p := unsafe.Pointer(&added.low[0])
	copy(added.low, text)
	added.low = added.low[len(text):]
	return aNameOff(uintptr(p))
}

// nameSize returns the bytes of an encoded name.
func nameSize(n abi.Name) int {
	i, l := n.ReadVarint(1)
	size := 1 + i + l
	if n.HasTag() {
		i, l = n.ReadVarint(size)
		size += i + l
	}
	if *n.Bytes&(1<<2) != 0 { // the reference to a package path
		size += 4
	}
	return size
}

//go:linkname systemCall syscall.syscall6
func systemCall(nr, a, b, c, d, e, f uintptr) int

// lowMemory maps memory below 2 GB.
func lowMemory(n int) []byte {
	const mmap, readWrite, private32 = 9, 3, 0x62 // PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_32BIT
	p := systemCall(mmap, 0, uintptr(n), readWrite, private32, ^uintptr(0), 0)
	if p < 0 {
		panic("reflect: no memory for names of types")
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(uintptr(p))), n)
}

//go:linkname nameAt reflect.resolveNameOff
func nameAt(_ unsafe.Pointer, off int32) unsafe.Pointer { return unsafe.Pointer(uintptr(uint32(off))) }

//go:linkname typeAt reflect.resolveTypeOff
func typeAt(_ unsafe.Pointer, off int32) unsafe.Pointer { return referred(off) }

//go:linkname textAt reflect.resolveTextOff
func textAt(_ unsafe.Pointer, off int32) unsafe.Pointer { return referred(off) }

func referred(off int32) unsafe.Pointer {
	if off >= 0 {
		return unsafe.Pointer(uintptr(off))
	}
	added.Lock()
	defer added.Unlock()
	return added.types[-2-off]
}

// Small numbers to point to, which nobody can write to.
var small struct {
	sync.Once
	numbers *[256]uint64
}

//go:linkname addressOfSmallNumbers reflect.getStaticuint64s
func addressOfSmallNumbers() *[256]uint64 {
	small.Do(func() {
		const mprotect, read = 10, 1 // PROT_READ
		page := lowMemory(4096)
		small.numbers = (*[256]uint64)(unsafe.Pointer(&page[0]))
		for i := range small.numbers {
			small.numbers[i] = uint64(i)
		}
		systemCall(mprotect, uintptr(unsafe.Pointer(&page[0])), uintptr(len(page)), read, 0, 0, 0)
	})
	return small.numbers
}

//go:linkname unchanged reflect.adjustAIXGCDataForRuntime
func unchanged(p *byte) *byte { return p }

// Package fmt formats a Value as what it holds.

//go:linkname fmtHeld fmt.formatHeld
var fmtHeld func(to unsafe.Pointer, arg any, verb rune) bool

//go:linkname fmtParts fmt.formatParts
var fmtParts func(to, typ, ptr unsafe.Pointer, flags uint8, verb rune)

func init() { fmtHeld = formatHeld }

// formatHeld reports whether arg is a Value, and formats what it holds.
func formatHeld(to unsafe.Pointer, arg any, verb rune) bool {
	v, ok := arg.(Value)
	if !ok {
		return false
	}
	if v.flag&flagMethod != 0 {
		v = makeMethodValue("fmt", v)
	}
	// The flags of internal/rtype.
	var flags uint8
	for bit, set := range [...]bool{
		v.flag&flagIndir == 0, v.flag&flagAddr != 0, v.flag&flagStickyRO != 0, v.flag&flagEmbedRO != 0,
	} {
		if set {
			flags |= 1 << bit
		}
	}
	fmtParts(to, unsafe.Pointer(v.typ_), v.ptr, flags, verb)
	return true
}
