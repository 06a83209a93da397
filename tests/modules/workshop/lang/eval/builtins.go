package eval

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

var builtins = map[string]Builtin{
	"print": func(m *Machine, args []Value) (Value, error) {
		for i, a := range args {
			if i > 0 {
				fmt.Fprint(m.out, " ")
			}
			fmt.Fprint(m.out, Show(a))
		}
		fmt.Fprintln(m.out)
		return nil, nil
	},
	"len": one(func(v Value) (Value, error) {
		switch v := v.(type) {
		case string:
			return float64(len(v)), nil
		case *List:
			return float64(len(v.Elems)), nil
		}
		return nil, fmt.Errorf("%w: len of %s", ErrType, Kind(v))
	}),
	"push": func(_ *Machine, args []Value) (Value, error) {
		list, ok := args[0].(*List)
		if !ok {
			return nil, fmt.Errorf("%w: push to %s", ErrType, Kind(args[0]))
		}
		list.Elems = append(list.Elems, args[1:]...)
		return list, nil
	},
	"kind":  one(func(v Value) (Value, error) { return Kind(v), nil }),
	"sqrt":  number(math.Sqrt),
	"floor": number(math.Floor),
	"upper": one(func(v Value) (Value, error) { return strings.ToUpper(Show(v)), nil }),
	"sort":  sortList,
}

// The functions that call back stand in init: they would refer to the table that holds them.
func init() {
	builtins["map"] = func(m *Machine, args []Value) (Value, error) {
		if len(args) != 2 {
			return nil, fmt.Errorf("%w: map takes a list and a function", ErrType)
		}
		from, ok := args[0].(*List)
		f, isFunc := args[1].(*Closure)
		if !ok || !isFunc {
			return nil, fmt.Errorf("%w: map of %s and %s", ErrType, Kind(args[0]), Kind(args[1]))
		}
		to := &List{}
		for _, v := range from.Elems {
			to.Elems = append(to.Elems, m.call(f, f, []Value{v}))
		}
		return to, nil
	}
}

func one(f func(Value) (Value, error)) Builtin {
	return func(_ *Machine, args []Value) (Value, error) {
		if len(args) != 1 {
			return nil, fmt.Errorf("%w: 1 argument is needed, not %d", ErrType, len(args))
		}
		return f(args[0])
	}
}

func number(f func(float64) float64) Builtin {
	return one(func(v Value) (Value, error) {
		if n, ok := v.(float64); ok {
			return f(n), nil
		}
		return nil, fmt.Errorf("%w: %s is no number", ErrType, Kind(v))
	})
}

func sortList(m *Machine, args []Value) (Value, error) {
	list, ok := args[0].(*List)
	if !ok {
		return nil, ErrType
	}
	sorted := slices.Clone(list.Elems)
	slices.SortStableFunc(sorted, func(a, b Value) int {
		switch a := a.(type) {
		case float64:
			if b, ok := b.(float64); ok {
				switch {
				case a < b:
					return -1
				case a > b:
					return 1
				}
				return 0
			}
			return -1
		case string:
			if b, ok := b.(string); ok {
				return strings.Compare(a, b)
			}
			return 1
		}
		return 0
	})
	return &List{sorted}, nil
}
