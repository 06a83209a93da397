// What users of TinyGo met: a recover in a parser that stops by panics (participle 377), a loop of defers with other code
// between (coraza 304).
package main

import (
	"errors"
	"fmt"
)

type parseError struct {
	at  int
	err error
}

func (p *parseError) Error() string { return fmt.Sprintf("%d: %v", p.at, p.err) }
func (p *parseError) Unwrap() error { return p.err }

var errDigit = errors.New("no digit")

type parser struct {
	text string
	at   int
}

func (p *parser) digit() int {
	if p.at == len(p.text) || p.text[p.at] < '0' || '9' < p.text[p.at] {
		panic(&parseError{p.at, errDigit})
	}
	p.at++
	return int(p.text[p.at-1] - '0')
}

func parse(text string) (sum int, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *parseError:
			err = e
		default:
			panic(e)
		}
	}()
	p := &parser{text: text}
	for p.at < len(text) {
		sum += p.digit()
	}
	return sum, nil
}

func transaction(steps []string) (log []string) {
	func() {
		for i, s := range steps {
			if s == "" {
				defer func(i int) { log = append(log, fmt.Sprint("empty ", i)) }(i)
				continue
			}
			log = append(log, "do "+s)
			defer func() { log = append(log, "undo "+s) }()
		}
	}()
	return log
}

func main() {
	fmt.Println(parse("1234"))
	sum, err := parse("12x4")
	fmt.Println(sum, err, errors.Is(err, errDigit))
	for _, line := range transaction([]string{"a", "", "b", "c"}) {
		fmt.Println(line)
	}
}
