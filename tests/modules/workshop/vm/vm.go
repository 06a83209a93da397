// Package vm is a stack machine with an assembler; an instruction is a word of 32 bits.
package vm

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unsafe"
)

// Op is an operation.
type Op uint8

// The operations.
const (
	Halt Op = iota
	Push
	Add
	Sub
	Mul
	Div
	Dup
	Swap
	Load
	Store
	Jump
	JumpZero
	Call
	Ret
	Print
	numOps
)

// Word is an instruction: operation in the low byte, operand above it.
type Word uint32

// Make packs an instruction.
func Make(op Op, arg int32) Word { return Word(op) | Word(arg)<<8 }

// Unpack takes it apart.
func (w Word) Unpack() (Op, int32) { return Op(w), int32(w) >> 8 }

var names = [numOps]string{
	"halt", "push", "add", "sub", "mul", "div", "dup", "swap",
	"load", "store", "jump", "jz", "call", "ret", "print",
}

func (op Op) String() string {
	if op < numOps {
		return names[op]
	}
	return "op" + strconv.Itoa(int(op))
}

// hasArg is a set of bits.
const hasArg = 1<<Push | 1<<Load | 1<<Store | 1<<Jump | 1<<JumpZero | 1<<Call

// Assemble translates lines `label: op operand ; comment`.
func Assemble(source string) (code []Word, err error) {
	labels := map[string]int32{}
	type fix struct {
		at    int
		label string
		line  int
	}
	var fixes []fix
	for n, line := range strings.Split(source, "\n") {
		line, _, _ = strings.Cut(line, ";")
		if label, rest, ok := strings.Cut(line, ":"); ok {
			labels[strings.TrimSpace(label)] = int32(len(code))
			line = rest
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		op := Op(0)
		for op < numOps && names[op] != fields[0] {
			op++
		}
		switch {
		case op == numOps:
			return nil, fmt.Errorf("line %d: unknown operation %q", n+1, fields[0])
		case hasArg>>op&1 == 0:
			code = append(code, Make(op, 0))
			continue
		case len(fields) < 2:
			return nil, fmt.Errorf("line %d: %v needs an operand", n+1, op)
		}
		arg, err := strconv.ParseInt(fields[1], 0, 24)
		if err != nil {
			if !errors.Is(err, strconv.ErrSyntax) {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			fixes = append(fixes, fix{len(code), fields[1], n + 1})
		}
		code = append(code, Make(op, int32(arg)))
	}
	for _, f := range fixes {
		target, ok := labels[f.label]
		if !ok {
			return nil, fmt.Errorf("line %d: no label %q", f.line, f.label)
		}
		op, _ := code[f.at].Unpack()
		code[f.at] = Make(op, target)
	}
	return code, nil
}

// Machine runs code.
type Machine struct {
	code   []Word
	stack  []int32
	frames []int
	memory [16]int32
	pc     int
	Out    func(int32)
	Steps  int
}

// Trap is a fault of the running program.
type Trap struct {
	PC    int
	Op    Op
	Cause error
}

func (t *Trap) Error() string { return fmt.Sprintf("trap at %d (%v): %v", t.PC, t.Op, t.Cause) }

// Unwrap gives the cause.
func (t *Trap) Unwrap() error { return t.Cause }

// New makes a machine.
func New(code []Word) *Machine { return &Machine{code: code} }

func (m *Machine) push(v int32) { m.stack = append(m.stack, v) }

func (m *Machine) pop() (v int32) {
	v = m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	return
}

// Run runs until halt. Faults of Go become traps.
func (m *Machine) Run(limit int) (err error) {
	var op Op
	at := 0
	defer func() {
		if r, ok := recover().(error); ok {
			err = &Trap{at, op, r}
		}
	}()
	for ; m.Steps < limit; m.Steps++ {
		at = m.pc
		var arg int32
		op, arg = m.code[m.pc].Unpack()
		m.pc++
		switch op {
		case Halt:
			return nil
		case Push:
			m.push(arg)
		case Add, Sub, Mul, Div:
			b, a := m.pop(), m.pop()
			m.push(binary[op-Add](a, b))
		case Dup:
			v := m.pop()
			m.push(v)
			m.push(v)
		case Swap:
			b, a := m.pop(), m.pop()
			m.push(b)
			m.push(a)
		case Load:
			m.push(m.memory[arg])
		case Store:
			m.memory[arg] = m.pop()
		case JumpZero:
			if m.pop() != 0 {
				break
			}
			fallthrough
		case Jump:
			m.pc = int(arg)
		case Call:
			m.frames = append(m.frames, m.pc)
			m.pc = int(arg)
		case Ret:
			m.pc = m.frames[len(m.frames)-1]
			m.frames = m.frames[:len(m.frames)-1]
		case Print:
			m.Out(m.pop())
		default:
			return &Trap{at, op, errors.ErrUnsupported}
		}
	}
	return fmt.Errorf("more than %d steps", limit)
}

var binary = [...]func(a, b int32) int32{
	func(a, b int32) int32 { return a + b },
	func(a, b int32) int32 { return a - b },
	func(a, b int32) int32 { return a * b },
	func(a, b int32) int32 { return a / b },
}

// Disassemble lists code.
func Disassemble(code []Word) string {
	var b strings.Builder
	for pc, w := range code {
		op, arg := w.Unpack()
		fmt.Fprintf(&b, "%d:%v", pc, op)
		if op < numOps && hasArg>>op&1 != 0 {
			fmt.Fprintf(&b, " %d", arg)
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// Image is the code as bytes, lowest byte first.
func Image(code []Word) []byte {
	if len(code) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&code[0])), len(code)*int(unsafe.Sizeof(code[0])))
}
