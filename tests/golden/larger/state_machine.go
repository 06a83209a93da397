// A state machine of a vending automaton and of a lexer, with states as functions, tables and constants.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type State uint8
type Event uint8

const (
	Idle State = iota
	HasCoin
	Vending
	OutOfOrder
	states
)

const (
	Coin Event = iota
	Button
	Done
	Kick
	events
)

func (s State) String() string {
	return [states]string{"idle", "has coin", "vending", "out of order"}[s]
}
func (e Event) String() string { return [events]string{"coin", "button", "done", "kick"}[e] }

type action func(m *Machine) error

type transition struct {
	to State
	do action
}

type Machine struct {
	state        State
	coins, stock int
	trace        []string
}

type EventError struct {
	State
	Event
}

func (e EventError) Error() string { return fmt.Sprintf("no %v while %v", e.Event, e.State) }

var errEmpty = errors.New("empty")

var table = [states][events]*transition{
	Idle:    {Coin: {HasCoin, takeCoin}, Kick: {OutOfOrder, nil}},
	HasCoin: {Coin: {HasCoin, takeCoin}, Button: {Vending, vend}},
	Vending: {Done: {Idle, nil}, Kick: {OutOfOrder, func(m *Machine) error { m.coins = 0; return nil }}},
}

func takeCoin(m *Machine) error { m.coins++; return nil }

func vend(m *Machine) error {
	if m.stock == 0 {
		return fmt.Errorf("vend with %d coins: %w", m.coins, errEmpty)
	}
	m.stock--
	m.coins--
	return nil
}

func (m *Machine) Fire(e Event) (err error) {
	from := m.state
	defer func() {
		m.trace = append(m.trace, fmt.Sprintf("%v+%v=%v", from, e, m.state))
	}()
	t := table[m.state][e]
	if t == nil {
		return EventError{m.state, e}
	}
	if t.do != nil {
		if err := t.do(m); err != nil {
			return err
		}
	}
	m.state = t.to
	return
}

type stateFn func(*scanner) stateFn

type scanner struct {
	in         string
	start, pos int
	out        []string
}

func (s *scanner) emit(kind string) {
	s.out = append(s.out, kind+":"+s.in[s.start:s.pos])
	s.start = s.pos
}

func (s *scanner) accept(set string) bool {
	if s.pos < len(s.in) {
		for _, c := range []byte(set) {
			if c == s.in[s.pos] {
				s.pos++
				return true
			}
		}
	}
	return false
}

const digits = "0123456789"

func scanAny(s *scanner) stateFn {
	if s.pos == len(s.in) {
		return nil
	}
	switch c := s.in[s.pos]; {
	case c == ' ':
		s.pos++
		s.start = s.pos
		return scanAny
	case c >= '0' && c <= '9':
		return scanNumber
	case c == '"':
		return scanString
	}
	s.pos++
	s.emit("op")
	return scanAny
}

func scanNumber(s *scanner) stateFn {
	for s.accept(digits) {
	}
	kind := "int"
	if s.accept(".") {
		kind = "float"
		for s.accept(digits) {
		}
	}
	s.emit(kind)
	return scanAny
}

func scanString(s *scanner) stateFn {
	s.pos++
	for s.pos < len(s.in) {
		if s.accept(`"`) {
			s.emit("string")
			return scanAny
		}
		if !s.accept(`\`) || s.pos < len(s.in) {
			s.pos++
		}
	}
	s.emit("unterminated")
	return nil
}

func scan(in string) []string {
	s := &scanner{in: in}
	for f := stateFn(scanAny); f != nil; {
		f = f(s)
	}
	return s.out
}

func main() {
	m := &Machine{stock: 1}
	for _, e := range []Event{Button, Coin, Coin, Button, Coin, Done, Coin, Button, Done, Kick} {
		err := m.Fire(e)
		var ee EventError
		fmt.Println(e, m.state, m.coins, m.stock, err, errors.As(err, &ee), errors.Is(err, errEmpty))
	}
	fmt.Println(strings.Join(m.trace, "; "))
	for _, in := range []string{`12 + 3.5*(7)`, `"a\"b" 1`, `"open`, ``, `x1.`} {
		fmt.Printf("%q\n", scan(in))
	}
}
