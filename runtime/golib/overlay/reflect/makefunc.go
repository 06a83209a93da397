package reflect

import (
	"internal/abi"
	"sync"
	"unsafe"
)

// makeFuncCtxt is the start of a function value made here. Its code depends on where a function of its type gets its
// context, for that is where the function value is when it is called (runtime: layout::ReflectStub).
type makeFuncCtxt struct {
	code       uintptr
	entry      uintptr // of the function answer
	isMethod   bool    // a methodValue, else a makeFuncImpl
	conversion *conversion
	frame      *abi.Type
	pool       *sync.Pool
}

// makeFuncImpl is a function value made by MakeFunc.
type makeFuncImpl struct {
	makeFuncCtxt
	ftyp *funcType
	fn   func([]Value) []Value
}

// methodValue is a function value that binds a method to its receiver.
type methodValue struct {
	makeFuncCtxt
	method int
	rcvr   Value
}

// stubCode returns the code for function values whose context is at place, 0 if there is none.
func stubCode(place int) uintptr

// newContext returns the start of a function value of type t.
func newContext(t *funcType, isMethod bool) makeFuncCtxt {
	frame, pool, abid := funcLayout(t, nil)
	c := (*conversion)(abid.inRegPtrs.Conversion)
	code := stubCode(int(c.context))
	if code == 0 {
		panic("reflect: functions of type " + stringFor(&t.Type) + " have too many parameters")
	}
	entry := abi.FuncPCABIInternal(answer)
	return makeFuncCtxt{code: code, entry: entry, isMethod: isMethod, conversion: c, frame: frame, pool: pool}
}

// answer is called by the code of the function value c with what the caller has put into registers and on the stack. It is
// transparent to recover, as callReflect and callMethod are.
func answer(c *makeFuncCtxt, m *machineFrame) {
	frame := unsafe.Pointer(m)
	if c.frame.Size() > 0 {
		frame = c.pool.Get().(unsafe.Pointer)
	}
	c.conversion.takeArguments(m, frame)
	var done bool
	var regs abi.RegArgs
	if c.isMethod {
		callMethod((*methodValue)(unsafe.Pointer(c)), frame, &done, &regs)
	} else {
		callReflect((*makeFuncImpl)(unsafe.Pointer(c)), frame, &done, &regs)
	}
	c.conversion.giveResults(m, frame)
	if c.frame.Size() > 0 {
		typedmemclr(c.frame, frame)
		c.pool.Put(frame)
	}
}

// MakeFunc returns a new function of type typ that calls fn with its arguments and returns the results of that. If the type
// is variadic, the last argument is a slice. The results must have the types of the function's results.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	t := typ.common()
	if toType(t).Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	ftyp := (*funcType)(unsafe.Pointer(t))
	f := &makeFuncImpl{makeFuncCtxt: newContext(ftyp, false), ftyp: ftyp, fn: fn}
	return Value{t, unsafe.Pointer(f), flag(Func)}
}

// makeMethodValue returns a function value for v, which is a method and its receiver.
func makeMethodValue(op string, v Value) Value {
	if v.flag&flagMethod == 0 {
		panic("reflect: internal error: invalid use of makeMethodValue")
	}
	rcvr := Value{v.typ(), v.ptr, v.flag&(flagRO|flagAddr|flagIndir) | flag(v.typ().Kind())}
	ftyp := (*funcType)(unsafe.Pointer(v.Type().(*rtype)))
	f := &methodValue{makeFuncCtxt: newContext(ftyp, true), method: int(v.flag) >> flagMethodShift, rcvr: rcvr}
	// A method that cannot be called panics now, not at its first call.
	methodReceiver(op, f.rcvr, f.method)
	return Value{ftyp.Common(), unsafe.Pointer(f), v.flag&flagRO | flag(Func)}
}

// methodValueCallCodePtr returns the code address that Pointer tells of methods bound to their receivers.
func methodValueCallCodePtr() uintptr { return stubCode(0) }
