package fmt

import (
	"internal/rtype"
	"strconv"
	"unicode/utf8"
)

// maxNumber is the largest width, precision and argument index.
const maxNumber = 1000000

// A scanner walks over a format and its arguments.
type scanner struct {
	format string
	pos    int
	args   []any
	next   int // the next argument

	afterIndex bool // an argument index was read that nothing has used yet
}

// printf formats according to a format.
func (p *printer) printf(format string, a []any) {
	s := scanner{format: format, args: a}
	p.reordered = false
	pos, next := 0, 0
	for pos < len(format) {
		start := pos
		for pos < len(format) && format[pos] != '%' {
			pos++
		}
		if start+1 == pos { // often a space
			p.buf = append(p.buf, format[start])
		} else if start < pos {
			p.buf = append(p.buf, format[start:pos]...)
		}
		pos++
		if pos < len(format) { // the common case: a verb without anything before it
			if c := format[pos]; 'a' <= c && c <= 'z' && c != 'w' && next < len(a) {
				pos++
				arg := a[next]
				next++
				if s, ok := arg.(string); ok && (c == 's' || c == 'v') {
					p.buf = append(p.buf, s...)
					continue
				}
				if i, ok := arg.(int); ok && (c == 'd' || c == 'v') {
					p.buf = strconv.AppendInt(p.buf, int64(i), 10)
					continue
				}
				p.spec = spec{}
				p.arg(arg, rune(c))
				continue
			}
		} else if pos > len(format) { // no directive
			break
		}
		s.pos, s.next = pos, next
		p.directive(&s)
		pos, next = s.pos, s.next
	}
	if !p.reordered && next < len(a) {
		p.extra(a[next:])
	}
}

// directive formats one directive, at whose byte behind the '%' s stands.
func (p *printer) directive(s *scanner) {
	p.spec = spec{special: true}
	p.indexValid = true
	p.flags(s)
	p.index(s)
	if c := s.peek(); '0' <= c && c <= '9' || c == '*' {
		p.readWidth(s)
	}
	if s.peek() == '.' {
		p.readPrecision(s)
	}
	if !s.afterIndex {
		p.index(s)
	}
	if s.pos < len(s.format) && p.indexValid {
		if c := s.format[s.pos]; 'a' <= c && c <= 'z' && s.next < len(s.args) {
			s.pos++
			p.verb(s, rune(c))
			return
		}
	}
	if s.pos >= len(s.format) {
		p.buf = append(p.buf, "%!(NOVERB)"...)
		return
	}
	verb, size := utf8.DecodeRuneInString(s.format[s.pos:])
	s.pos += size
	switch {
	case verb == '%': // takes no argument and ignores width and precision
		p.buf = append(p.buf, '%')
	case !p.indexValid:
		p.problem(verb, "(BADINDEX)")
	case s.next >= len(s.args):
		p.problem(verb, "(MISSING)")
	default:
		p.verb(s, verb)
	}
}

// problem prints what is wrong with a directive.
func (p *printer) problem(verb rune, text string) {
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, text...)
}

// verb formats the next argument.
func (p *printer) verb(s *scanner, verb rune) {
	switch verb {
	case 'w':
		p.wrapped = append(p.wrapped, s.next)
		fallthrough
	case 'v':
		p.sharpV, p.sharp = p.sharp, false
		p.plusV, p.plus = p.plus, false
	}
	p.arg(s.args[s.next], verb)
	s.next++
}

// extra prints the arguments that no directive used.
func (p *printer) extra(a []any) {
	p.spec = spec{}
	p.buf = append(p.buf, "%!(EXTRA "...)
	for i, arg := range a {
		if i > 0 {
			p.buf = append(p.buf, ", "...)
		}
		if arg == nil {
			p.buf = append(p.buf, "<nil>"...)
			continue
		}
		p.buf = append(p.buf, rtype.ValueOf(arg).Type.String()...)
		p.buf = append(p.buf, '=')
		p.arg(arg, 'v')
	}
	p.buf = append(p.buf, ')')
}

// peek returns the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.pos < len(s.format) {
		return s.format[s.pos]
	}
	return 0
}

func (p *printer) flags(s *scanner) {
	for ; s.pos < len(s.format); s.pos++ {
		c := s.format[s.pos]
		if c > '0' { // above all flags
			return
		}
		switch c {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			return
		}
	}
}

// number reads a number; ok is false if there is none, or if it is so large that the rest of the
// format is given up.
func (s *scanner) number() (n int, ok bool) {
	pos := s.pos
	for ; pos < len(s.format); pos++ {
		c := s.format[pos]
		if c < '0' || c > '9' {
			break
		}
		if n > maxNumber {
			s.pos = len(s.format)
			return 0, false
		}
		n, ok = n*10+int(c-'0'), true
	}
	s.pos = pos
	return n, ok
}

// index reads an argument index in brackets, if there is one.
func (p *printer) index(s *scanner) {
	s.afterIndex = false
	if s.peek() == '[' {
		p.readIndex(s)
	}
}

func (p *printer) readIndex(s *scanner) {
	rest := s.format[s.pos:]
	p.reordered = true
	end := 1
	for end < len(rest) && rest[end] != ']' {
		end++
	}
	if len(rest) < 3 || end == len(rest) {
		s.pos++ // no closing bracket: the opening one is skipped
		p.indexValid = false
		return
	}
	inner := scanner{format: rest[1:end]}
	n, ok := inner.number()
	ok = ok && inner.pos == len(inner.format)
	s.pos += end + 1
	s.afterIndex = ok
	if !ok || n < 1 || n > len(s.args) {
		p.indexValid = false
		return
	}
	s.next = n - 1
}

// readWidth reads a width, which begins with a digit or is the asterisk.
func (p *printer) readWidth(s *scanner) {
	if s.peek() == '*' {
		s.pos++
		p.width, p.hasWidth = s.numberArg()
		if !p.hasWidth {
			p.buf = append(p.buf, "%!(BADWIDTH)"...)
		}
		if p.width < 0 {
			p.width = -p.width
			p.minus = true
			p.zero = false // there is no padding with zeros on the right
		}
		s.afterIndex = false
		return
	}
	p.width, p.hasWidth = s.number()
	if s.afterIndex && p.hasWidth { // "%[3]2d"
		p.indexValid = false
	}
}

// readPrecision reads a point and a precision, if something follows the point.
func (p *printer) readPrecision(s *scanner) {
	if s.pos+1 >= len(s.format) {
		return
	}
	s.pos++
	if s.afterIndex { // "%[3].2d"
		p.indexValid = false
	}
	p.index(s)
	if s.peek() == '*' {
		s.pos++
		p.prec, p.hasPrec = s.numberArg()
		if p.prec < 0 { // means none
			p.prec, p.hasPrec = 0, false
		}
		if !p.hasPrec {
			p.buf = append(p.buf, "%!(BADPREC)"...)
		}
		s.afterIndex = false
		return
	}
	p.prec, _ = s.number()
	p.hasPrec = true // a point alone means zero
}

// numberArg takes a width or precision from the arguments; ok is false if there is none left, or if
// it is not an integer of a reasonable size.
func (s *scanner) numberArg() (n int, ok bool) {
	if s.next >= len(s.args) {
		return 0, false
	}
	arg := s.args[s.next]
	s.next++
	n, ok = arg.(int)
	if !ok {
		v := rtype.ValueOf(arg)
		switch kind := v.Kind(); {
		case isSigned(kind):
			n, ok = int(v.Int()), true
		case isUnsigned(kind):
			u := v.Uint()
			n, ok = int(u), u < 1<<63
		}
	}
	if !ok || n > maxNumber || n < -maxNumber {
		return 0, false
	}
	return n, true
}

// FormatString returns the directive with the flags, width and precision of state and the verb.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(p), 10)
	}
	return string(utf8.AppendRune(b, verb))
}
