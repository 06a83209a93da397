// Package runtime is the part of the runtime system that is written in Go: the run-time errors
// and how they are raised and printed, and what programs may ask about the runtime.
package runtime

// GOOS is the operating system that the program runs on.
const GOOS string = "linux"

// GOARCH is the architecture that the program runs on.
const GOARCH string = "amd64"

// Compiler is the name of the compiler that built the program.
const Compiler = "gc"

// Version returns the version of Go whose behaviour the compiler follows.
func Version() string { return "go1.27.3" }

// KeepAlive keeps its argument reachable up to the call.
//
//go:noinline
func KeepAlive(x any) {}

// frameInfo is one source-level frame as the runtime reports it.
type frameInfo struct {
	fn    string
	file  string
	line  int
	entry uintptr
}

// Callers fills pc with the return addresses of the calling goroutine's frames and returns their
// number. Skip 0 begins with Callers itself, 1 with its caller.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return callers(skip-1, &pc[0], len(pc))
}

// Caller reports the position of a call on the calling goroutine's stack: skip 0 is the caller of
// Caller. ok is false if there is no such frame.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	frames := walk{next: 0}
	var f frameInfo
	for frames.step(&f) {
		if skip == 0 {
			return frames.pc, f.file, f.line, true
		}
		skip--
	}
	return 0, "", 0, false
}

// walk steps through the source-level frames above the function that owns it.
type walk struct {
	next  int // physical frame to fetch
	pc    uintptr
	depth int
}

func (w *walk) step(f *frameInfo) bool {
	for {
		if w.pc != 0 && pcframe(w.pc, w.depth, f) {
			w.depth++
			return true
		}
		var pc uintptr
		if callers(w.next+1, &pc, 1) == 0 { // +1: step itself
			return false
		}
		w.pc, w.depth = pc, 0
		w.next++
	}
}

// A Func is a function of the running program.
type Func struct {
	info frameInfo
}

// FuncForPC returns the function that contains the address pc, nil if there is none.
func FuncForPC(pc uintptr) *Func {
	f := new(Func)
	if !pcframe(pc, 0, &f.info) {
		return nil
	}
	return f
}

// Name returns the name of the function with its import path, "" for a nil f.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.info.fn
}

// Entry returns the address of the function's first instruction.
func (f *Func) Entry() uintptr { return f.info.entry }

// FileLine returns the position of the code at pc, which should lie in f.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	var info frameInfo
	if !pcframe(pc, 0, &info) {
		return "?", 0
	}
	return info.file, info.line
}

// Stack writes a trace of the calling goroutine, or of all goroutines, into buf and returns the
// number of bytes written.
func Stack(buf []byte, all bool) int {
	if len(buf) == 0 {
		return 0
	}
	return stack(&buf[0], len(buf), all)
}

// A Frame is a source-level frame returned by Frames.Next.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames turns the addresses that Callers returned into source-level frames.
type Frames struct {
	pcs   []uintptr
	depth int
}

// CallersFrames returns the frames of the addresses that Callers returned.
func CallersFrames(callers []uintptr) *Frames { return &Frames{pcs: callers} }

// Next returns the next frame, and whether there are more behind it.
func (f *Frames) Next() (frame Frame, more bool) {
	info, pc, ok := f.advance()
	if !ok {
		return Frame{}, false
	}
	frame = Frame{pc - 1, &Func{info}, info.fn, info.file, info.line, info.entry}
	ahead := *f
	_, _, more = ahead.advance()
	return frame, more
}

func (f *Frames) advance() (info frameInfo, pc uintptr, ok bool) {
	for len(f.pcs) > 0 {
		pc = f.pcs[0]
		if pcframe(pc, f.depth, &info) {
			f.depth++
			return info, pc, true
		}
		f.pcs, f.depth = f.pcs[1:], 0
	}
	return info, 0, false
}
