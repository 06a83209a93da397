package reflect

import (
	"internal/abi"
	"unsafe"
)

// Calls in two steps. Package reflect lays out a frame in memory: receiver, arguments and results one after the other, each
// aligned, the results from a multiple of the word size on; that is what an abiDesc describes. From there a conversion says
// how compiled code wants it, by the rules of the compiler (signature.rs, shape.rs):
//
//	hidden result pointers, receiver, parameters, context  ->  scalar results
//
// A value that consists of at most four scalars is passed as these, any other as the address of its place in the frame.
// The first six integers and eight floats are in registers, the rest are words on the stack.

type abiStepKind int

const (
	abiStepBad abiStepKind = iota
	abiStepStack
	abiStepIntReg
	abiStepPointer
	abiStepFloatReg
)

// abiStep is a way of a value to or from a call. Here it is always the stack, that is the frame.
type abiStep struct {
	kind   abiStepKind
	offset uintptr
	size   uintptr
	stkOff uintptr
	ireg   int
	freg   int
}

// abiSeq is the part of a frame with the arguments, or that with the results.
type abiSeq struct {
	steps      []abiStep // of the values that have a size
	valueStart []int     // index of the first step of each value
	stackBytes uintptr
}

// stepsForValue returns the steps of value i: one, or none if it has no size.
func (a *abiSeq) stepsForValue(i int) []abiStep {
	end := len(a.steps)
	if i+1 < len(a.valueStart) {
		end = a.valueStart[i+1]
	}
	return a.steps[a.valueStart[i]:end]
}

// add lays out a value and returns its offset.
func (a *abiSeq) add(size, alignment uintptr) uintptr {
	a.valueStart = append(a.valueStart, len(a.steps))
	a.stackBytes = align(a.stackBytes, alignment)
	offset := a.stackBytes
	if size > 0 {
		a.steps = append(a.steps, abiStep{kind: abiStepStack, size: size, stkOff: offset})
		a.stackBytes += size
	}
	return offset
}

// abiDesc describes the frame of a call.
type abiDesc struct {
	call, ret                           abiSeq
	stackCallArgsSize, retOffset, spill uintptr
	stackPtrs                           *bitVector // which words of the frame are pointers
	inRegPtrs, outRegPtrs               abi.IntArgRegBitmap
}

func (a *abiDesc) dump() {}

// newAbiDesc returns the description for functions of type t, for methods if there is a receiver, which is one word.
func newAbiDesc(t *funcType, rcvr *abi.Type) abiDesc {
	d := abiDesc{stackPtrs: new(bitVector)}
	c := new(conversion)
	if rcvr != nil {
		d.call.add(ptrSize, ptrSize)
		d.stackPtrs.append(1)
	}
	for _, arg := range t.InSlice() {
		addTypeBits(d.stackPtrs, d.call.add(arg.Size(), uintptr(arg.Align())), arg)
	}
	d.stackCallArgsSize = d.call.stackBytes
	d.retOffset = align(d.call.stackBytes, ptrSize)
	d.ret.stackBytes = d.retOffset
	for _, res := range t.OutSlice() {
		addTypeBits(d.stackPtrs, d.ret.add(res.Size(), uintptr(res.Align())), res)
	}

	c.results(t.OutSlice(), &d)
	next := 0
	if rcvr != nil {
		c.argument(part{offset: 0, size: ptrSize})
		next = 1
	}
	for i, arg := range t.InSlice() {
		c.argumentOf(arg, &d.call, next+i)
	}
	if rcvr == nil {
		// Functions of method tables take no context.
		c.context = c.take(false)
		c.hasContext = true
	}
	d.ret.stackBytes -= d.retOffset
	d.inRegPtrs.Conversion = unsafe.Pointer(c)
	d.outRegPtrs.Conversion = unsafe.Pointer(c)
	return d
}

const ptrSize = unsafe.Sizeof(uintptr(0))

// The numbers of the calling convention.
const (
	maxScalars      = 4 // of a value that is passed as scalars
	intRegisters    = 6
	floatRegisters  = 8
	resultRegisters = 8
)

// A part of the frame that is one machine-level parameter or result.
type part struct {
	offset  uintptr
	size    uintptr
	float   bool
	address bool // not the part itself, which is larger, but its address
	place   place
}

// A place is a register, or behind those a word on the stack: of integers 0 to 5 are registers, of floats 0 to 7.
type place int

// A conversion is the way of a frame to the machine and back.
type conversion struct {
	args       []part
	rets       []part // in registers
	hidden     []part // results that go through pointers, which are the first parameters
	ints       int    // registers in use
	floats     int
	words      int // on the stack
	context    place
	hasContext bool
}

// take returns the place of the next parameter.
func (c *conversion) take(float bool) place {
	n, most := &c.ints, intRegisters
	if float {
		n, most = &c.floats, floatRegisters
	}
	if *n < most {
		*n++
		return place(*n - 1)
	}
	c.words++
	return place(most + c.words - 1)
}

func (c *conversion) argument(p part) {
	p.place = c.take(p.float)
	c.args = append(c.args, p)
}

// argumentOf adds value i of the arguments in the frame.
func (c *conversion) argumentOf(t *abi.Type, args *abiSeq, i int) {
	steps := args.stepsForValue(i)
	if len(steps) == 0 {
		return
	}
	scalars, ok := appendScalars(nil, t, steps[0].stkOff)
	if !ok {
		c.argument(part{offset: steps[0].stkOff, size: t.Size(), address: true})
		return
	}
	for _, s := range scalars {
		c.argument(s)
	}
}

// results decides where the results go: scalars in registers, unless there are too many of all results together; then they
// all go through one pointer.
func (c *conversion) results(types []*abi.Type, d *abiDesc) {
	ints, floats := 0, 0
	for i, t := range types {
		steps := d.ret.stepsForValue(i)
		if len(steps) == 0 {
			continue
		}
		scalars, ok := appendScalars(nil, t, steps[0].stkOff)
		if !ok {
			c.hidden = append(c.hidden, part{offset: steps[0].stkOff, size: t.Size(), address: true})
			continue
		}
		for _, s := range scalars {
			if s.float {
				s.place = place(floats)
				floats++
			} else {
				s.place = place(ints)
				ints++
			}
			c.rets = append(c.rets, s)
		}
	}
	if ints > resultRegisters || floats > resultRegisters {
		c.rets = nil
		c.hidden = []part{{offset: d.retOffset, size: d.ret.stackBytes - d.retOffset, address: true}}
	}
	for i := range c.hidden {
		c.hidden[i].place = c.take(false)
	}
}

// appendScalars appends the scalars that a value at an offset consists of; ok is false if these are too many, or the value
// is in memory anyway.
func appendScalars(list []part, t *abi.Type, at uintptr) (_ []part, ok bool) {
	add := func(count int, size uintptr, float bool) {
		for i := range count {
			list = append(list, part{offset: at + uintptr(i)*size, size: size, float: float})
		}
	}
	switch Kind(t.Kind()) {
	case Float32, Float64:
		add(1, t.Size(), true)
	case Complex64, Complex128:
		add(2, t.Size()/2, true)
	case String, Interface:
		add(2, ptrSize, false)
	case Slice:
		add(3, ptrSize, false)
	case Array:
		return list, t.Size() == 0
	case Struct:
		fields := (*structType)(unsafe.Pointer(t)).Fields
		for i := range fields {
			list, ok = appendScalars(list, fields[i].Typ, at+fields[i].Offset)
			if !ok {
				return list, false
			}
		}
		return list, len(list) <= maxScalars
	default:
		add(1, t.Size(), false)
	}
	return list, len(list) <= maxScalars
}

// A machineCall is a call of compiled code (runtime: layout::ReflectCall).
type machineCall struct {
	code         uintptr
	ints         [intRegisters]uintptr
	floats       [floatRegisters]uint64
	stack        unsafe.Pointer
	stackWords   int
	intResults   [resultRegisters]uintptr
	floatResults [resultRegisters]uint64
}

// callMachine makes the call.
//
//go:noescape
func callMachine(*machineCall)

// reflectCall calls the function value f, or a method as method tables have it, with the arguments in a frame and puts the
// results there. It is transparent to recover.
//
//go:linkname reflectCall reflect.call
//go:noinline
func reflectCall(_ *abi.Type, f, frame unsafe.Pointer, _, _, _ uint32, regs *abi.RegArgs) {
	c := (*conversion)(regs.ReturnIsPtr.Conversion)
	var few [32]uintptr
	stack := few[:]
	// The stack pointer is a multiple of two words.
	words := (c.words + 1) &^ 1
	if words > len(few) {
		stack = make([]uintptr, words)
	}
	m := machineCall{code: *(*uintptr)(f), stack: unsafe.Pointer(&stack[0]), stackWords: words}
	put := func(p place, v uintptr) {
		if p < intRegisters {
			m.ints[p] = v
		} else {
			stack[p-intRegisters] = v
		}
	}
	for i := range c.hidden {
		put(c.hidden[i].place, uintptr(frame)+c.hidden[i].offset)
	}
	for i := range c.args {
		p := &c.args[i]
		switch {
		case p.address:
			put(p.place, uintptr(frame)+p.offset)
		case !p.float:
			put(p.place, loadWord(unsafe.Add(frame, p.offset), p.size))
		case p.place < floatRegisters:
			m.floats[p.place] = uint64(loadWord(unsafe.Add(frame, p.offset), p.size))
		default:
			stack[p.place-floatRegisters] = loadWord(unsafe.Add(frame, p.offset), p.size)
		}
	}
	if c.hasContext {
		put(c.context, uintptr(f))
	}
	callMachine(&m)
	for i := range c.rets {
		p := &c.rets[i]
		if p.float {
			storeWord(unsafe.Add(frame, p.offset), p.size, uintptr(m.floatResults[p.place]))
		} else {
			storeWord(unsafe.Add(frame, p.offset), p.size, m.intResults[p.place])
		}
	}
}

// A machineFrame is a call by compiled code (runtime: layout::ReflectedCall).
type machineFrame struct {
	ints         [intRegisters]uintptr
	floats       [floatRegisters]uint64
	stack        unsafe.Pointer
	stackBytes   uintptr
	intResults   [resultRegisters]uintptr
	floatResults [resultRegisters]uint64
}

// param returns where a parameter is.
func (m *machineFrame) param(p place, float bool) unsafe.Pointer {
	switch {
	case float && p < floatRegisters:
		return unsafe.Pointer(&m.floats[p])
	case float:
		return unsafe.Add(m.stack, uintptr(p-floatRegisters)*ptrSize)
	case p < intRegisters:
		return unsafe.Pointer(&m.ints[p])
	}
	return unsafe.Add(m.stack, uintptr(p-intRegisters)*ptrSize)
}

// takeArguments copies the arguments of a call to a frame.
func (c *conversion) takeArguments(m *machineFrame, frame unsafe.Pointer) {
	for i := range c.args {
		p := &c.args[i]
		from := m.param(p.place, p.float)
		if p.address {
			from = *(*unsafe.Pointer)(from)
		}
		memmove(unsafe.Add(frame, p.offset), from, p.size)
	}
}

// giveResults copies the results from a frame to where the caller wants them.
func (c *conversion) giveResults(m *machineFrame, frame unsafe.Pointer) {
	for i := range c.hidden {
		p := &c.hidden[i]
		memmove(*(*unsafe.Pointer)(m.param(p.place, false)), unsafe.Add(frame, p.offset), p.size)
	}
	for i := range c.rets {
		p := &c.rets[i]
		v := loadWord(unsafe.Add(frame, p.offset), p.size)
		if p.float {
			m.floatResults[p.place] = uint64(v)
		} else {
			m.intResults[p.place] = v
		}
	}
	m.stackBytes = align(uintptr(c.words)*ptrSize, 2*ptrSize)
}

// loadWord reads an integer or the bits of a float.
func loadWord(p unsafe.Pointer, size uintptr) uintptr {
	switch size {
	case 1:
		return uintptr(*(*uint8)(p))
	case 2:
		return uintptr(*(*uint16)(p))
	case 4:
		return uintptr(*(*uint32)(p))
	}
	return *(*uintptr)(p)
}

// storeWord is the opposite of loadWord.
func storeWord(p unsafe.Pointer, size, v uintptr) {
	switch size {
	case 1:
		*(*uint8)(p) = uint8(v)
	case 2:
		*(*uint16)(p) = uint16(v)
	case 4:
		*(*uint32)(p) = uint32(v)
	default:
		*(*uintptr)(p) = v
	}
}

// Steps of the kinds that are for registers do not occur.

func intFromReg(*abi.RegArgs, int, uintptr, unsafe.Pointer)   { panic("reflect: no registers") }
func intToReg(*abi.RegArgs, int, uintptr, unsafe.Pointer)     { panic("reflect: no registers") }
func floatFromReg(*abi.RegArgs, int, uintptr, unsafe.Pointer) { panic("reflect: no registers") }
func floatToReg(*abi.RegArgs, int, uintptr, unsafe.Pointer)   { panic("reflect: no registers") }
