// Package regex matches regular expressions by simulating an automaton, without backtracking.
package regex

import (
	"fmt"
	"slices"
	"strings"
)

type opcode int

const (
	opRune opcode = iota
	opAny
	opClass
	opSplit
	opJump
	opSave
	opBegin
	opEnd
	opMatch
)

//go:generate stringer is not needed: the names are few.
var opNames = map[opcode]string{
	opRune: "rune", opAny: "any", opClass: "class", opSplit: "split", opJump: "jump",
	opSave: "save", opBegin: "begin", opEnd: "end", opMatch: "match",
}

type class struct {
	negated bool
	ranges  [][2]rune
}

func (c *class) has(r rune) bool {
	for _, x := range c.ranges {
		if x[0] <= r && r <= x[1] {
			return !c.negated
		}
	}
	return c.negated
}

type inst struct {
	op   opcode
	r    rune
	x, y int
	*class
}

// Regexp is a compiled expression.
type Regexp struct {
	source string
	prog   []inst
	groups int
}

type compiler struct {
	*Regexp
	rest []rune
}

// Compile translates an expression.
func Compile(source string) (re *Regexp, err error) {
	c := compiler{&Regexp{source: source}, []rune(source)}
	defer func() {
		if msg, ok := recover().(string); ok {
			re, err = nil, fmt.Errorf("regex %q: %s", source, msg)
		}
	}()
	c.emit(inst{op: opSave})
	c.alternatives()
	if len(c.rest) > 0 {
		panic("unexpected " + string(c.rest[0]))
	}
	c.emit(inst{op: opSave, x: 1})
	c.emit(inst{op: opMatch})
	return c.Regexp, nil
}

// MustCompile panics if the expression is wrong.
func MustCompile(source string) *Regexp {
	re, err := Compile(source)
	if err != nil {
		panic(err)
	}
	return re
}

func (c *compiler) emit(i inst) int {
	c.prog = append(c.prog, i)
	return len(c.prog) - 1
}

func (c *compiler) peek() rune {
	if len(c.rest) == 0 {
		return 0
	}
	return c.rest[0]
}

func (c *compiler) next() (r rune) {
	if len(c.rest) == 0 {
		panic("unexpected end")
	}
	r, c.rest = c.rest[0], c.rest[1:]
	return
}

// insert puts an instruction before those from a place on and moves the targets of jumps.
func (c *compiler) insert(at int, i inst) {
	for k := range c.prog[at:] {
		p := &c.prog[at+k]
		switch p.op {
		case opSplit:
			p.y++
			fallthrough
		case opJump:
			p.x++
		}
	}
	c.prog = slices.Insert(c.prog, at, i)
}

func (c *compiler) alternatives() {
	start := len(c.prog)
	c.sequence()
	if c.peek() != '|' {
		return
	}
	c.next()
	c.insert(start, inst{op: opSplit, x: start + 1})
	jump := c.emit(inst{op: opJump})
	c.prog[start].y = len(c.prog)
	c.alternatives()
	c.prog[jump].x = len(c.prog)
}

func (c *compiler) sequence() {
	for {
		switch c.peek() {
		case 0, '|', ')':
			return
		}
		start := len(c.prog)
		c.atom()
		c.repeat(start)
	}
}

func (c *compiler) repeat(start int) {
	switch op := c.peek(); op {
	case '*', '+', '?':
		c.next()
		greedy := true
		if c.peek() == '?' {
			c.next()
			greedy = false
		}
		order := func(in, out int) inst {
			if greedy {
				return inst{op: opSplit, x: in, y: out}
			}
			return inst{op: opSplit, x: out, y: in}
		}
		if op == '+' {
			end := len(c.prog) + 1
			c.emit(order(start, end))
			return
		}
		c.insert(start, inst{})
		if op == '*' {
			c.emit(inst{op: opJump, x: start})
		}
		c.prog[start] = order(start+1, len(c.prog))
	}
}

func (c *compiler) atom() {
	switch r := c.next(); r {
	case '.':
		c.emit(inst{op: opAny})
	case '^':
		c.emit(inst{op: opBegin})
	case '$':
		c.emit(inst{op: opEnd})
	case '(':
		c.groups++
		n := c.groups
		c.emit(inst{op: opSave, x: 2 * n})
		c.alternatives()
		if c.peek() != ')' {
			panic("missing )")
		}
		c.next()
		c.emit(inst{op: opSave, x: 2*n + 1})
	case '[':
		c.emit(inst{op: opClass, class: c.class()})
	case '*', '+', '?':
		panic("nothing to repeat")
	case '\\':
		c.escape(c.next())
	default:
		c.emit(inst{op: opRune, r: r})
	}
}

var classes = map[rune][][2]rune{
	'd': {{'0', '9'}},
	'w': {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}},
	's': {{'\t', '\r'}, {' ', ' '}},
}

func (c *compiler) escape(r rune) {
	if ranges, ok := classes[r|0x20]; ok {
		c.emit(inst{op: opClass, class: &class{r&0x20 == 0, ranges}})
		return
	}
	c.emit(inst{op: opRune, r: r})
}

func (c *compiler) class() *class {
	var out class
	if c.peek() == '^' {
		c.next()
		out.negated = true
	}
	for c.peek() != ']' {
		low := c.next()
		high := low
		if c.peek() == '-' && len(c.rest) > 1 && c.rest[1] != ']' {
			c.next()
			high = c.next()
		}
		if low > high {
			panic("bad range")
		}
		out.ranges = append(out.ranges, [2]rune{low, high})
	}
	c.next()
	return &out
}

type thread struct {
	pc   int
	caps []int
}

type threads struct {
	list []thread
	seen map[int]bool
}

func (re *Regexp) add(l *threads, t thread, pos, end int) {
	if l.seen[t.pc] {
		return
	}
	l.seen[t.pc] = true
	switch i := re.prog[t.pc]; i.op {
	case opJump:
		re.add(l, thread{i.x, t.caps}, pos, end)
	case opSplit:
		re.add(l, thread{i.x, t.caps}, pos, end)
		re.add(l, thread{i.y, t.caps}, pos, end)
	case opSave:
		caps := slices.Clone(t.caps)
		caps[i.x] = pos
		re.add(l, thread{t.pc + 1, caps}, pos, end)
	case opBegin:
		if pos == 0 {
			re.add(l, thread{t.pc + 1, t.caps}, pos, end)
		}
	case opEnd:
		if pos == end {
			re.add(l, thread{t.pc + 1, t.caps}, pos, end)
		}
	default:
		l.list = append(l.list, t)
	}
}

// run returns the places of the leftmost match from a place on, or nil.
func (re *Regexp) run(text string, from int) (found []int) {
	fresh := make([]int, 2*(re.groups+1))
	for i := range fresh {
		fresh[i] = -1
	}
	now, next := &threads{seen: map[int]bool{}}, &threads{seen: map[int]bool{}}
	runes := []rune(text[from:])
	pos := from
	for i := 0; ; i++ {
		if found == nil {
			re.add(now, thread{0, fresh}, pos, len(text))
		}
		if len(now.list) == 0 && found != nil {
			return
		}
		clear(next.seen)
		next.list = next.list[:0]
		width := 0
		var r rune = -1
		if i < len(runes) {
			r = runes[i]
			width = len(string(r))
		}
	step:
		for _, t := range now.list {
			in := re.prog[t.pc]
			ok := false
			switch in.op {
			case opRune:
				ok = in.r == r
			case opAny:
				ok = r >= 0
			case opClass:
				ok = r >= 0 && in.has(r)
			case opMatch:
				found = t.caps
				break step
			}
			if ok {
				re.add(next, thread{t.pc + 1, t.caps}, pos+width, len(text))
			}
		}
		if r < 0 {
			return
		}
		pos += width
		now, next = next, now
	}
}

// Find returns the leftmost match and its groups.
func (re *Regexp) Find(text string) []string {
	caps := re.run(text, 0)
	if caps == nil {
		return nil
	}
	out := make([]string, 0, len(caps)/2)
	for i := 0; i < len(caps); i += 2 {
		if caps[i] < 0 || caps[i+1] < 0 {
			out = append(out, "")
			continue
		}
		out = append(out, text[caps[i]:caps[i+1]])
	}
	return out
}

// All goes through the matches that do not overlap.
func (re *Regexp) All(text string) func(yield func(start, end int) bool) {
	return func(yield func(int, int) bool) {
		for from := 0; from <= len(text); {
			caps := re.run(text, from)
			if caps == nil || !yield(caps[0], caps[1]) {
				return
			}
			from = caps[1]
			if caps[0] == caps[1] {
				from++
			}
		}
	}
}

// Replace replaces all matches by the result of a function.
func (re *Regexp) Replace(text string, with func(string) string) string {
	var b strings.Builder
	last := 0
	for s, e := range re.All(text) {
		b.WriteString(text[last:s])
		b.WriteString(with(text[s:e]))
		last = e
	}
	return b.String() + text[last:]
}

// Dump lists the program.
func (re *Regexp) Dump() string {
	var b strings.Builder
	for pc, i := range re.prog {
		fmt.Fprintf(&b, "%d %s", pc, opNames[i.op])
		switch i.op {
		case opRune:
			fmt.Fprintf(&b, " %q", i.r)
		case opSplit:
			fmt.Fprintf(&b, " %d %d", i.x, i.y)
		case opJump, opSave:
			fmt.Fprintf(&b, " %d", i.x)
		case opClass:
			fmt.Fprintf(&b, " %c %t", i.ranges, i.negated)
		}
		b.WriteString("; ")
	}
	return strings.TrimSuffix(b.String(), "; ")
}
