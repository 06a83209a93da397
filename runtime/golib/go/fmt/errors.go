package fmt

import "errors"

// Errorf formats according to a format and returns the text as an error. The verb %w is %v for an
// error; the result wraps the errors formatted with it: one is returned by a method Unwrap() error,
// several by a method Unwrap() []error.
func Errorf(format string, a ...any) (err error) {
	p := newPrinter()
	p.wrapErrs = true
	p.printf(format, a)
	text := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		err = errors.New(text)
	case 1:
		w := &wrapError{msg: text}
		w.err, _ = a[p.wrapped[0]].(error)
		err = w
	default:
		err = &wrapErrors{text, p.wrappedIn(a)}
	}
	p.free()
	return err
}

// wrappedIn returns the errors that %w formatted, each once in the order of the arguments.
func (p *printer) wrappedIn(a []any) (errs []error) {
	for i, arg := range a {
		for _, j := range p.wrapped {
			if i != j {
				continue
			}
			if e, ok := arg.(error); ok {
				errs = append(errs, e)
			}
			break
		}
	}
	return errs
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }
