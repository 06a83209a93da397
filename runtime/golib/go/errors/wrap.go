package errors

import "internal/rtype"

// Unwrap returns the result of err's method Unwrap() error, nil if it has none.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// find reports whether match holds for an error in err's tree: err, then in depth-first order the
// trees of the errors that its method Unwrap returns.
func find(err error, match func(error) bool) bool {
	for err != nil {
		if match(err) {
			return true
		}
		switch node := err.(type) {
		case interface{ Unwrap() error }:
			err = node.Unwrap()
		case interface{ Unwrap() []error }:
			for _, child := range node.Unwrap() {
				if find(child, match) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// Is reports whether an error in err's tree is target: equal to it, or with a method
// Is(error) bool that says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	comparable := rtype.Comparable(target)
	return find(err, func(e error) bool {
		if comparable && e == target {
			return true
		}
		x, ok := e.(interface{ Is(error) bool })
		return ok && x.Is(target)
	})
}

// As finds the first error in err's tree that can be assigned to the variable that target points
// to, or that has a method As(any) bool which does the assignment; it assigns it and reports
// whether there was one. It panics unless target is a non-nil pointer to an interface or to a type
// that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	variable, ok := rtype.TargetOf(target)
	if !ok {
		panic("errors: target must be a non-nil pointer")
	}
	if !variable.IsInterface() && !variable.Implements((*error)(nil)) {
		panic("errors: *target must be interface or implement error")
	}
	return find(err, func(e error) bool {
		if variable.Accepts(e) {
			variable.Set(e)
			return true
		}
		x, ok := e.(interface{ As(any) bool })
		return ok && x.As(target)
	})
}

// AsType finds the first error in err's tree that is an E, or that has a method As(any) bool which
// makes one of it, and reports whether there was one.
func AsType[E error](err error) (E, bool) {
	var found E
	var target *E // the variable for methods As, made when the first is met
	ok := find(err, func(e error) bool {
		if v, ok := e.(E); ok {
			found = v
			return true
		}
		x, ok := e.(interface{ As(any) bool })
		if !ok {
			return false
		}
		if target == nil {
			target = new(E)
		}
		if !x.As(target) {
			return false
		}
		found = *target
		return true
	})
	return found, ok
}
