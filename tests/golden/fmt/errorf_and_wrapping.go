// Errorf with %w: texts, Unwrap, Is, As, several wrapped errors, wrong operands.
package main

import (
	"errors"
	"fmt"
)

var ErrBase = errors.New("base")

type Code int

func (c Code) Error() string { return fmt.Sprintf("code %d", int(c)) }

func main() {
	one := fmt.Errorf("one: %w", ErrBase)
	two := fmt.Errorf("two %d: %w", 2, one)
	fmt.Println(two, errors.Unwrap(two) == one, errors.Is(two, ErrBase), errors.Is(two, errors.New("base")))
	both := fmt.Errorf("%w and %w", Code(7), two)
	var c Code
	fmt.Println(both, errors.As(both, &c), c, errors.Is(both, ErrBase), errors.Unwrap(both) == nil)
	plain := fmt.Errorf("%v", ErrBase)
	fmt.Println(plain, errors.Is(plain, ErrBase), errors.Unwrap(plain))
	fmt.Println(fmt.Errorf("%w", nil), fmt.Errorf("%w", "no error"), fmt.Errorf("no verbs"), fmt.Errorf("%d%%", 5))
	fmt.Printf("%v|%s|%q|%+v|%T|%T\n", two, two, one, one, one, both)
	list := []error{ErrBase, nil, Code(1)}
	fmt.Println(list, errors.Join(list...) != nil, errors.Join(nil, nil) == nil)
}
