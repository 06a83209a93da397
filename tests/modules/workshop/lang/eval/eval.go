// Package eval runs trees of the small language.
package eval

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/workshop/lang/ast"
	"example.org/workshop/lang/parse"
	"example.org/workshop/lang/token"
)

// Value is nil, a bool, float64, string, *List, *Closure or Builtin.
type Value any

// List is a list that can grow.
type List struct{ Elems []Value }

// Closure is a function of the program with the scope it was made in.
type Closure struct {
	*ast.FuncLit
	env *scope
}

// Builtin is a function of the interpreter.
type Builtin func(m *Machine, args []Value) (Value, error)

type scope struct {
	vars   map[string]Value
	parent *scope
}

func (s *scope) find(name string) *scope {
	for ; s != nil; s = s.parent {
		if _, ok := s.vars[name]; ok {
			return s
		}
	}
	return nil
}

func (s *scope) child() *scope { return &scope{map[string]Value{}, s} }

// Fault is an error at a place, or what the program throws.
type Fault struct {
	At    token.Pos
	Value Value
	cause error
}

func (f *Fault) Error() string {
	if f.cause != nil {
		return fmt.Sprintf("%v: %v", f.At, f.cause)
	}
	return fmt.Sprintf("%v: uncaught %s", f.At, Show(f.Value))
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.cause }

// Errors of programs.
var (
	ErrType  = errors.New("wrong type")
	ErrName  = errors.New("undefined name")
	ErrIndex = errors.New("index out of range")
	ErrSteps = errors.New("too many steps")
	ErrDepth = errors.New("calls too deep")
)

// Machine runs programs.
type Machine struct {
	out     io.Writer
	globals *scope
	steps   int
	depth   int
	Limit   int
}

// control says how a statement ended.
type control int

const (
	normal control = iota
	returning
)

// New returns a machine that prints to a writer.
func New(out io.Writer) *Machine {
	m := &Machine{out: out, globals: &scope{vars: map[string]Value{}}, Limit: 1_000_000}
	for name, b := range builtins {
		m.globals.vars[name] = b
	}
	return m
}

// Run parses and runs a text and returns the value of its last expression statement.
func (m *Machine) Run(text string) (result Value, err error) {
	program, err := parse.Program(text)
	if err != nil {
		return nil, err
	}
	defer func() {
		if f, ok := recover().(*Fault); ok {
			err = f
		}
	}()
	m.steps, m.depth = 0, 0
	for _, s := range program.List {
		if x, ok := s.(*ast.ExprStmt); ok {
			result = m.eval(x.X, m.globals)
			continue
		}
		if c, v := m.exec(s, m.globals); c == returning {
			return v, nil
		}
	}
	return result, nil
}

func fail(at ast.Node, cause error, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	panic(&Fault{at.At(), text, fmt.Errorf("%w: %s", cause, text)})
}

func (m *Machine) exec(s ast.Stmt, env *scope) (control, Value) {
	if m.steps++; m.steps > m.Limit {
		fail(s, ErrSteps, "%d", m.Limit)
	}
	switch s := s.(type) {
	case *ast.LetStmt:
		env.vars[s.Name] = nil
		env.vars[s.Name] = m.eval(s.Value, env)
	case *ast.AssignTo:
		m.assign(s, env)
	case *ast.ExprStmt:
		m.eval(s.X, env)
	case *ast.Block:
		return m.block(s, env.child())
	case *ast.IfElse:
		if truth(m.eval(s.Cond, env)) {
			return m.exec(s.Then, env)
		} else if s.Else != nil {
			return m.exec(s.Else, env)
		}
	case *ast.Loop:
		for truth(m.eval(s.Cond, env)) {
			if c, v := m.exec(s.Body, env); c != normal {
				return c, v
			}
		}
	case *ast.ForIn:
		for v := range m.each(s.Over, env) {
			inner := env.child()
			inner.vars[s.Name] = v
			if c, v := m.block(s.Body, inner); c != normal {
				return c, v
			}
		}
	case *ast.Ret:
		if s.Value == nil {
			return returning, nil
		}
		return returning, m.eval(s.Value, env)
	case *ast.ThrowStmt:
		panic(&Fault{At: s.At(), Value: m.eval(s.Value, env)})
	case *ast.TryCatch:
		return m.try(s, env)
	default:
		panic(fmt.Sprintf("eval: statement %T", s))
	}
	return normal, nil
}

func (m *Machine) block(b *ast.Block, env *scope) (control, Value) {
	for _, s := range b.List {
		if c, v := m.exec(s, env); c != normal {
			return c, v
		}
	}
	return normal, nil
}

func (m *Machine) try(s *ast.TryCatch, env *scope) (c control, v Value) {
	depth := m.depth
	defer func() {
		fault, ok := recover().(*Fault)
		if !ok {
			return
		}
		if errors.Is(fault, ErrSteps) {
			panic(fault)
		}
		m.depth = depth
		inner := env.child()
		inner.vars[s.Name] = fault.Value
		c, v = m.block(s.Catch, inner)
	}()
	return m.exec(s.Body, env)
}

func (m *Machine) each(over ast.Expr, env *scope) func(func(Value) bool) {
	switch v := m.eval(over, env).(type) {
	case *List:
		return slices.Values(v.Elems)
	case float64:
		return func(yield func(Value) bool) {
			for i := 0.0; i < v; i++ {
				if !yield(i) {
					break
				}
			}
		}
	case string:
		return func(yield func(Value) bool) {
			for _, r := range v {
				if !yield(string(r)) {
					return
				}
			}
		}
	default:
		fail(over, ErrType, "cannot go through %s", Kind(v))
	}
	panic("unreachable")
}

func (m *Machine) assign(s *ast.AssignTo, env *scope) {
	switch target := s.Target.(type) {
	case *ast.Ident:
		home := env.find(target.Name)
		if home == nil {
			fail(target, ErrName, "%s", target.Name)
		}
		home.vars[target.Name] = m.eval(s.Value, env)
	case *ast.Index:
		list, i := m.element(target, env)
		list.Elems[i] = m.eval(s.Value, env)
	}
}

func (m *Machine) element(x *ast.Index, env *scope) (*List, int) {
	list, ok := m.eval(x.X, env).(*List)
	if !ok {
		fail(x, ErrType, "not a list")
	}
	f, ok := m.eval(x.I, env).(float64)
	if i := int(f); ok && float64(i) == f && i >= 0 && i < len(list.Elems) {
		return list, i
	}
	fail(x, ErrIndex, "%v of %d", f, len(list.Elems))
	return nil, 0
}

func (m *Machine) eval(x ast.Expr, env *scope) Value {
	switch x := x.(type) {
	case *ast.NumberLit:
		return x.Value
	case *ast.StringLit:
		return x.Value
	case *ast.Word:
		return map[token.Kind]Value{token.True: true, token.False: false}[x.Kind]
	case *ast.Ident:
		if home := env.find(x.Name); home != nil {
			return home.vars[x.Name]
		}
		fail(x, ErrName, "%s", x.Name)
	case *ast.ListLit:
		list := &List{make([]Value, len(x.Elems))}
		for i, e := range x.Elems {
			list.Elems[i] = m.eval(e, env)
		}
		return list
	case *ast.FuncLit:
		return &Closure{x, env}
	case *ast.Index:
		if s, ok := m.eval(x.X, env).(string); ok {
			i, _ := m.eval(x.I, env).(float64)
			if int(i) < 0 || int(i) >= len(s) {
				fail(x, ErrIndex, "%v of %d", i, len(s))
			}
			return s[int(i) : int(i)+1]
		}
		list, i := m.element(x, env)
		return list.Elems[i]
	case *ast.Unary:
		v := m.eval(x.X, env)
		if x.Op == token.Not {
			return !truth(v)
		}
		if n, ok := v.(float64); ok {
			return -n
		}
		fail(x, ErrType, "-%s", Kind(v))
	case *ast.Binary:
		return m.binary(x, env)
	case *ast.Call:
		args := make([]Value, 0, len(x.Args))
		callee := m.eval(x.Callee, env)
		for _, a := range x.Args {
			args = append(args, m.eval(a, env))
		}
		return m.call(x, callee, args)
	}
	return nil
}

func (m *Machine) call(at ast.Node, callee Value, args []Value) Value {
	if m.depth++; m.depth > 500 {
		fail(at, ErrDepth, "%d", m.depth)
	}
	defer func() { m.depth-- }()
	switch f := callee.(type) {
	case *Closure:
		if len(args) != len(f.Params) {
			fail(at, ErrType, "%s takes %d arguments, not %d", f.Name, len(f.Params), len(args))
		}
		env := f.env.child()
		for i, p := range f.Params {
			env.vars[p] = args[i]
		}
		_, v := m.block(f.Body, env)
		return v
	case Builtin:
		v, err := f(m, args)
		if err != nil {
			panic(&Fault{at.At(), err.Error(), err})
		}
		return v
	}
	fail(at, ErrType, "%s is no function", Kind(callee))
	return nil
}

func (m *Machine) binary(x *ast.Binary, env *scope) Value {
	a := m.eval(x.X, env)
	switch x.Op {
	case token.And:
		if !truth(a) {
			return a
		}
		return m.eval(x.Y, env)
	case token.Or:
		if truth(a) {
			return a
		}
		return m.eval(x.Y, env)
	}
	b := m.eval(x.Y, env)
	switch x.Op {
	case token.Eq:
		return a == b
	case token.Ne:
		return a != b
	}
	switch a := a.(type) {
	case float64:
		if b, ok := b.(float64); ok {
			return arithmetic[x.Op](a, b)
		}
	case string:
		if x.Op == token.Plus {
			return a + Show(b)
		}
		if b, ok := b.(string); ok && x.Op == token.Lt {
			return a < b
		}
	case *List:
		if b, ok := b.(*List); ok && x.Op == token.Plus {
			return &List{slices.Concat(a.Elems, b.Elems)}
		}
	}
	fail(x, ErrType, "%s %v %s", Kind(a), x.Op, Kind(b))
	return nil
}

var arithmetic = map[token.Kind]func(a, b float64) Value{
	token.Plus:    func(a, b float64) Value { return a + b },
	token.Minus:   func(a, b float64) Value { return a - b },
	token.Star:    func(a, b float64) Value { return a * b },
	token.Slash:   func(a, b float64) Value { return a / b },
	token.Percent: func(a, b float64) Value { return math.Mod(a, b) },
	token.Lt:      func(a, b float64) Value { return a < b },
	token.Le:      func(a, b float64) Value { return a <= b },
	token.Gt:      func(a, b float64) Value { return a > b },
	token.Ge:      func(a, b float64) Value { return a >= b },
}

func truth(v Value) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	}
	return true
}

// Kind names the kind of a value.
func Kind(v Value) string {
	switch v.(type) {
	case nil:
		return "nil"
	case bool:
		return "bool"
	case float64:
		return "number"
	case string:
		return "string"
	case *List:
		return "list"
	case *Closure, Builtin:
		return "function"
	}
	return fmt.Sprintf("%T", v)
}

// Show is a value as the program prints it.
func Show(v Value) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case float64:
		return strconv.FormatFloat(v, 'g', 12, 64)
	case string:
		return v
	case *List:
		var b strings.Builder
		b.WriteByte('[')
		for i, e := range v.Elems {
			if i > 0 {
				b.WriteString(", ")
			}
			if s, ok := e.(string); ok {
				b.WriteString(strconv.Quote(s))
			} else {
				b.WriteString(Show(e))
			}
		}
		return b.String() + "]"
	case *Closure:
		return "fn " + v.Name + "/" + strconv.Itoa(len(v.Params))
	case Builtin:
		return "builtin"
	}
	return fmt.Sprint(v)
}
