// Package token splits the source text of the small language into tokens.
package token

import (
	"fmt"
	"iter"
	"unicode"
	"unicode/utf8"
)

// Kind is the kind of a token.
type Kind uint8

// The kinds.
const (
	EOF Kind = iota
	Bad
	Name
	Number
	String
	operatorsBegin
	LParen
	RParen
	LBrace
	RBrace
	LBracket
	RBracket
	Comma
	Semi
	Assign
	Plus
	Minus
	Star
	Slash
	Percent
	Eq
	Ne
	Lt
	Le
	Gt
	Ge
	And
	Or
	Not
	operatorsEnd
	Let
	Fn
	If
	Else
	While
	For
	In
	Return
	True
	False
	Nil
	Try
	Catch
	Throw
)

var spelling = [...]string{
	EOF: "end of file", Bad: "bad character", Name: "name", Number: "number", String: "string",
	LParen: "(", RParen: ")", LBrace: "{", RBrace: "}", LBracket: "[", RBracket: "]",
	Comma: ",", Semi: ";", Assign: "=", Plus: "+", Minus: "-", Star: "*", Slash: "/", Percent: "%",
	Eq: "==", Ne: "!=", Lt: "<", Le: "<=", Gt: ">", Ge: ">=", And: "&&", Or: "||", Not: "!",
	Let: "let", Fn: "fn", If: "if", Else: "else", While: "while", For: "for", In: "in", Return: "return",
	True: "true", False: "false", Nil: "nil", Try: "try", Catch: "catch", Throw: "throw",
}

var (
	keywords  = map[string]Kind{}
	operators = map[string]Kind{}
)

func init() {
	for k := Let; int(k) < len(spelling); k++ {
		keywords[spelling[k]] = k
	}
}

func init() {
	for k := operatorsBegin + 1; k < operatorsEnd; k++ {
		operators[spelling[k]] = k
	}
}

func (k Kind) String() string {
	if int(k) < len(spelling) && spelling[k] != "" {
		return spelling[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Pos is a place in the text.
type Pos struct{ Line, Col int }

func (p Pos) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Col) }

// Token is one token with its text.
type Token struct {
	Kind
	Text string
	Pos
}

// String shows the token, not its kind or its place.
func (t Token) String() string {
	switch t.Kind {
	case Name, Number:
		return t.Text
	case String:
		return fmt.Sprintf("%q", t.Text)
	}
	return t.Kind.String()
}

type scanner struct {
	text string
	off  int
	Pos
}

func (s *scanner) peek() rune {
	if s.off >= len(s.text) {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.off:])
	return r
}

func (s *scanner) next() rune {
	r, n := utf8.DecodeRuneInString(s.text[s.off:])
	s.off += n
	if r == '\n' {
		s.Line++
		s.Col = 1
	} else {
		s.Col++
	}
	return r
}

func (s *scanner) while(ok func(rune) bool) string {
	from := s.off
	for r := s.peek(); r >= 0 && ok(r); r = s.peek() {
		s.next()
	}
	return s.text[from:s.off]
}

func (s *scanner) space() {
again:
	s.while(unicode.IsSpace)
	if s.peek() == '#' {
		s.while(func(r rune) bool { return r != '\n' })
		goto again
	}
}

func (s *scanner) quoted() (text string, ok bool) {
	s.next()
	var out []rune
	for {
		switch r := s.peek(); r {
		case -1, '\n':
			return string(out), false
		case '"':
			s.next()
			return string(out), true
		case '\\':
			s.next()
			switch r := s.next(); r {
			case 'n':
				out = append(out, '\n')
			case 't':
				out = append(out, '\t')
			default:
				out = append(out, r)
			}
		default:
			out = append(out, s.next())
		}
	}
}

// Scan yields the tokens of a text; the last one is EOF.
func Scan(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		s := scanner{text: text, Pos: Pos{1, 1}}
		for {
			s.space()
			t := Token{Pos: s.Pos}
			switch r := s.peek(); {
			case r < 0:
				yield(t)
				return
			case unicode.IsLetter(r) || r == '_':
				t.Text = s.while(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' })
				t.Kind = Name
				if k, ok := keywords[t.Text]; ok {
					t.Kind = k
				}
			case unicode.IsDigit(r):
				t.Kind = Number
				t.Text = s.while(func(r rune) bool { return unicode.IsDigit(r) || r == '.' })
			case r == '"':
				text, ok := s.quoted()
				if t.Text = text; ok {
					t.Kind = String
				} else {
					t.Kind = Bad
				}
			default:
				t.Text = string(s.next())
				if two := t.Text + string(max(s.peek(), 0)); operators[two] != 0 {
					s.next()
					t.Text = two
				}
				if t.Kind = operators[t.Text]; t.Kind == EOF {
					t.Kind = Bad
				}
			}
			if !yield(t) {
				return
			}
		}
	}
}
