// A tokenizer, a recursive descent parser and an evaluator of arithmetic with variables, functions and errors.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Kind int

const (
	EOF Kind = iota
	Number
	Ident
	Op
)

func (k Kind) String() string { return [...]string{"end", "number", "name", "operator"}[k] }

type Token struct {
	kind Kind
	text string
	pos  int
}

type SyntaxError struct {
	pos  int
	what string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.pos+1, e.what) }

var ErrDivision = errors.New("division by zero")

func lex(s string) (out []Token, err error) {
	for i := 0; i < len(s); {
		start := i
		switch c := s[i]; {
		case c == ' ':
			i++
			continue
		case c >= '0' && c <= '9':
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			out = append(out, Token{Number, s[start:i], start})
		case c >= 'a' && c <= 'z':
			for i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
				i++
			}
			out = append(out, Token{Ident, s[start:i], start})
		case c == '+', c == '-', c == '*', c == '/', c == '%', c == '(', c == ')', c == ',', c == '=':
			i++
			out = append(out, Token{Op, s[start:i], start})
		default:
			return nil, &SyntaxError{i, fmt.Sprintf("unexpected %q", c)}
		}
	}
	return append(out, Token{kind: EOF, pos: len(s)}), nil
}

type Node interface {
	Eval(env *Env) (int, error)
	String() string
}

type (
	Num    int
	Var    string
	Binary struct {
		op   byte
		l, r Node
	}
	Neg  struct{ x Node }
	Call struct {
		name string
		args []Node
	}
	Assign struct {
		name string
		x    Node
	}
)

type Env struct {
	vars  map[string]int
	funcs map[string]func(...int) (int, error)
}

func (n Num) Eval(*Env) (int, error) { return int(n), nil }
func (n Num) String() string         { return strconv.Itoa(int(n)) }
func (v Var) String() string         { return string(v) }
func (b *Binary) String() string     { return fmt.Sprintf("(%v %c %v)", b.l, b.op, b.r) }
func (n Neg) String() string         { return fmt.Sprint("-", n.x) }
func (a Assign) String() string      { return a.name + " = " + a.x.String() }

func (c *Call) String() string {
	var parts []string
	for _, a := range c.args {
		parts = append(parts, a.String())
	}
	return c.name + "(" + strings.Join(parts, ", ") + ")"
}

func (v Var) Eval(env *Env) (int, error) {
	if n, ok := env.vars[string(v)]; ok {
		return n, nil
	}
	return 0, fmt.Errorf("undefined: %s", string(v))
}

func (b *Binary) Eval(env *Env) (int, error) {
	l, err := b.l.Eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.r.Eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/', '%':
		if r == 0 {
			return 0, fmt.Errorf("in %v: %w", b, ErrDivision)
		}
		if b.op == '/' {
			return l / r, nil
		}
		return l % r, nil
	}
	panic("unknown operator " + string(b.op))
}

func (n Neg) Eval(env *Env) (int, error) {
	x, err := n.x.Eval(env)
	return -x, err
}

func (c *Call) Eval(env *Env) (int, error) {
	f, ok := env.funcs[c.name]
	if !ok {
		return 0, fmt.Errorf("no function %s", c.name)
	}
	var args []int
	for _, a := range c.args {
		x, err := a.Eval(env)
		if err != nil {
			return 0, fmt.Errorf("argument of %s: %w", c.name, err)
		}
		args = append(args, x)
	}
	return f(args...)
}

func (a Assign) Eval(env *Env) (x int, err error) {
	if x, err = a.x.Eval(env); err == nil {
		env.vars[a.name] = x
	}
	return
}

type parser struct {
	toks []Token
	i    int
}

func (p *parser) peek() Token { return p.toks[p.i] }
func (p *parser) is(op string) bool {
	if t := p.peek(); t.kind == Op && t.text == op {
		p.i++
		return true
	}
	return false
}
func (p *parser) fail(want string) {
	t := p.peek()
	panic(&SyntaxError{t.pos, fmt.Sprintf("want %s, have %v %q", want, t.kind, t.text)})
}

var levels = [][]string{{"+", "-"}, {"*", "/", "%"}}

func (p *parser) binary(level int) Node {
	if level == len(levels) {
		return p.unary()
	}
	l := p.binary(level + 1)
again:
	for _, op := range levels[level] {
		if p.is(op) {
			l = &Binary{op[0], l, p.binary(level + 1)}
			goto again
		}
	}
	return l
}

func (p *parser) unary() Node {
	if p.is("-") {
		return Neg{p.unary()}
	}
	switch t := p.peek(); {
	case t.kind == Number:
		p.i++
		n, err := strconv.Atoi(t.text)
		if err != nil {
			panic(&SyntaxError{t.pos, err.Error()})
		}
		return Num(n)
	case t.kind == Ident:
		p.i++
		if p.is("(") {
			c := &Call{name: t.text}
			for !p.is(")") {
				if len(c.args) > 0 && !p.is(",") {
					p.fail("a comma")
				}
				c.args = append(c.args, p.binary(0))
			}
			return c
		}
		return Var(t.text)
	case p.is("("):
		n := p.binary(0)
		if !p.is(")") {
			p.fail("a closing parenthesis")
		}
		return n
	}
	p.fail("an operand")
	return nil
}

func parse(s string) (n Node, err error) {
	toks, err := lex(s)
	if err != nil {
		return nil, err
	}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *SyntaxError:
			n, err = nil, r
		default:
			panic(r)
		}
	}()
	p := &parser{toks: toks}
	if len(toks) > 2 && toks[0].kind == Ident && toks[1].text == "=" {
		p.i = 2
		n = Assign{toks[0].text, p.binary(0)}
	} else {
		n = p.binary(0)
	}
	if p.peek().kind != EOF {
		p.fail("the end")
	}
	return n, nil
}

func main() {
	env := &Env{map[string]int{"one": 1}, map[string]func(...int) (int, error){
		"sum": func(xs ...int) (s int, _ error) {
			for _, x := range xs {
				s += x
			}
			return
		},
		"first": func(xs ...int) (int, error) {
			if len(xs) == 0 {
				return 0, errors.New("first of nothing")
			}
			return xs[0], nil
		},
	}}
	for _, line := range []string{
		"1 + 2 * 3", "(1 + 2) * 3", "10 - 4 - 3", "-2 * -(3 + one)", "x = 7 * 6", "x / 4 % 3", "sum(1, x, sum(), 2 * 3)",
		"first()", "nope(1)", "y + 1", "1 / (x - 42)", "sum(1 / 0)", "2 +", "(1", "1 2", "3 $ 4", "sum(1 2)", "99999999999999999999", "",
	} {
		n, err := parse(line)
		if err != nil {
			var se *SyntaxError
			fmt.Printf("%-24q syntax: %v %v\n", line, err, errors.As(err, &se) && se.pos == len(line))
			continue
		}
		v, err := n.Eval(env)
		fmt.Printf("%-24q %v => %d %v %v\n", line, n, v, err, errors.Is(err, ErrDivision))
	}
}
