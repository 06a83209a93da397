// Package template fills texts: {{name}}, {{name|filter}}, {{#if name}}…{{else}}…{{/if}}, {{#each list}}…{{/each}}.
package template

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Data is what names stand for.
type Data map[string]any

type node interface {
	write(w *state)
}

type (
	text  string
	field struct {
		name    string
		filters []string
	}
	list   []node
	branch struct {
		name     string
		yes, no  list
		inverted bool
	}
	loop struct {
		name string
		body list
	}
)

type state struct {
	io.Writer
	scopes []Data
	err    error
}

// Filters are functions on texts.
var Filters = map[string]func(string) string{
	"upper": strings.ToUpper,
	"quote": strconv.Quote,
	"trim":  strings.TrimSpace,
	"html":  strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace,
}

// Template is a parsed text.
type Template struct{ root list }

type parser struct {
	rest string
	line int
}

// ParseError is an error in a template.
type ParseError struct {
	Line int
	Text string
}

func (e ParseError) Error() string { return "template:" + strconv.Itoa(e.Line) + ": " + e.Text }

// Parse reads a template.
func Parse(source string) (t *Template, err error) {
	p := &parser{source, 1}
	defer func() {
		if e, ok := recover().(ParseError); ok {
			t, err = nil, e
		}
	}()
	root, end := p.list()
	if end != "" {
		p.fail("unexpected {{%s}}", end)
	}
	return &Template{root}, nil
}

// Must panics on an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

func (p *parser) fail(format string, args ...any) {
	panic(ParseError{p.line, fmt.Sprintf(format, args...)})
}

// list parses up to an end or else tag, which it returns.
func (p *parser) list() (out list, end string) {
	for p.rest != "" {
		before, after, found := strings.Cut(p.rest, "{{")
		if before != "" {
			out = append(out, text(before))
			p.line += strings.Count(before, "\n")
		}
		if !found {
			p.rest = ""
			break
		}
		tag, after, closed := strings.Cut(after, "}}")
		if !closed {
			p.fail("tag does not end")
		}
		p.rest = after
		switch word, arg, _ := strings.Cut(strings.TrimSpace(tag), " "); word {
		case "#if", "#unless":
			b := &branch{name: arg, inverted: word == "#unless"}
			b.yes, end = p.list()
			if end == "else" {
				b.no, end = p.list()
			}
			p.close("if", "unless", end)
			out = append(out, b)
		case "#each":
			body, end := p.list()
			p.close("each", "each", end)
			out = append(out, loop{arg, body})
		case "else", "/if", "/each", "/unless":
			return out, word
		default:
			names := strings.Split(word, "|")
			for _, f := range names[1:] {
				if Filters[f] == nil {
					p.fail("no filter %q", f)
				}
			}
			out = append(out, field{names[0], names[1:]})
		}
	}
	return out, ""
}

func (p *parser) close(a, b, end string) {
	if end != "/"+a && end != "/"+b {
		p.fail("{{/%s}} is missing", a)
	}
}

func (s *state) lookup(name string) any {
	for i := len(s.scopes) - 1; i >= 0; i-- {
		if v, ok := s.scopes[i][name]; ok {
			return v
		}
	}
	panic(fmt.Errorf("template: no %q", name))
}

func (t text) write(s *state) { io.WriteString(s, string(t)) }

func (l list) write(s *state) {
	for _, n := range l {
		n.write(s)
	}
}

func (f field) write(s *state) {
	v := s.lookup(f.name)
	if fn, ok := v.(func() any); ok {
		v = fn()
	}
	out := fmt.Sprint(v)
	for _, name := range f.filters {
		out = Filters[name](out)
	}
	io.WriteString(s, out)
}

func truth(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		return v != ""
	case int:
		return v != 0
	case []Data:
		return len(v) > 0
	case interface{ Empty() bool }:
		return !v.Empty()
	}
	return true
}

func (b *branch) write(s *state) {
	if truth(s.lookup(b.name)) != b.inverted {
		b.yes.write(s)
	} else {
		b.no.write(s)
	}
}

func (l loop) write(s *state) {
	items, ok := s.lookup(l.name).([]Data)
	if !ok {
		panic(fmt.Errorf("template: %q is no list", l.name))
	}
	defer func(depth int) { s.scopes = s.scopes[:depth] }(len(s.scopes))
	for i, item := range items {
		s.scopes = append(s.scopes, item, Data{"index": i, "last": i == len(items)-1})
		l.body.write(s)
		s.scopes = s.scopes[:len(s.scopes)-2]
	}
}

// Execute writes the filled text.
func (t *Template) Execute(w io.Writer, d Data) (err error) {
	defer func() {
		if v := recover(); v != nil {
			var ok bool
			if err, ok = v.(error); !ok {
				panic(v)
			}
		}
	}()
	t.root.write(&state{Writer: w, scopes: []Data{d}})
	return
}
