package runtime

import (
	"internal/abi"
	"unsafe"
)

type stringer interface {
	String() string
}

// preprintpanic turns the value of a panic that is about to crash the program into what is
// printed: the text of an error or a Stringer, else the value itself. A panic in there is fatal.
func preprintpanic(value *any) {
	defer fatalpanicwhileprinting()
	switch v := (*value).(type) {
	case error:
		*value = v.Error()
	case stringer:
		*value = v.String()
	}
}

// fatalpanicwhileprinting is deferred around the methods that preprintpanic calls.
func fatalpanicwhileprinting() {
	const text = "panic while printing panic value"
	switch r := recover().(type) {
	case nil:
	case string:
		throw(text + ": " + r)
	default:
		throw(text + ": type " + abi.TypeOf(r).String())
	}
}

// printpanicval prints the value of a panic as a crash shows it. Strings are printed with a tab
// after each newline, so that no line of theirs can be taken for a line of the trace.
func printpanicval(value *any) {
	e := (*abi.EmptyInterface)(unsafe.Pointer(value))
	if e.Type == nil {
		print("nil")
		return
	}
	// The predeclared types print bare, named types of the same kinds with their name around.
	named := e.Type.PkgPath() != ""
	switch e.Type.Kind_ {
	case abi.String:
		if !named {
			printindented(*(*string)(e.Data))
			return
		}
		print(e.Type.String(), `("`)
		printindented(*(*string)(e.Data))
		print(`")`)
	case abi.Complex64, abi.Complex128: // print puts the parentheses
		if named {
			print(e.Type.String())
		}
		printbasic(e)
	default:
		if e.Type.Kind_ > abi.Complex128 {
			print("(", e.Type.String(), ") ", e.Data)
			return
		}
		if !named {
			printbasic(e)
			return
		}
		print(e.Type.String(), "(")
		printbasic(e)
		print(")")
	}
}

// printbasic prints a boolean or a number.
func printbasic(e *abi.EmptyInterface) {
	switch e.Type.Kind_ {
	case abi.Bool:
		print(*(*bool)(e.Data))
	case abi.Int:
		print(*(*int)(e.Data))
	case abi.Int8:
		print(*(*int8)(e.Data))
	case abi.Int16:
		print(*(*int16)(e.Data))
	case abi.Int32:
		print(*(*int32)(e.Data))
	case abi.Int64:
		print(*(*int64)(e.Data))
	case abi.Uint:
		print(*(*uint)(e.Data))
	case abi.Uint8:
		print(*(*uint8)(e.Data))
	case abi.Uint16:
		print(*(*uint16)(e.Data))
	case abi.Uint32:
		print(*(*uint32)(e.Data))
	case abi.Uint64:
		print(*(*uint64)(e.Data))
	case abi.Uintptr:
		print(*(*uintptr)(e.Data))
	case abi.Float32:
		print(*(*float32)(e.Data))
	case abi.Float64:
		print(*(*float64)(e.Data))
	case abi.Complex64:
		print(*(*complex64)(e.Data))
	case abi.Complex128:
		print(*(*complex128)(e.Data))
	}
}

// printindented prints s with a tab after each newline.
func printindented(s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			print(s[start:i+1], "\t")
			start = i + 1
		}
	}
	print(s[start:])
}
