package main

func Kind[T any](x T) string {
	switch v := any(x).(type) {
	case int:
		if v > 1 {
			return "big int"
		}
		return "int"
	case string:
		return "string " + v
	case []T:
		return "list of itself"
	case error:
		return "error " + v.Error()
	case nil:
		return "nil"
	}
	return "other"
}

func Is[T any](x any) bool {
	_, ok := x.(T)
	return ok
}

func As[T any](x any) (t T) {
	switch v := x.(type) {
	case T:
		return v
	case *T:
		return *v
	}
	return
}

type E struct{}

func (E) Error() string { return "E" }

func main() {
	println(Kind(1), Kind(2), Kind("s"), Kind(E{}), Kind[error](nil), Kind[error](E{}), Kind[any]([]any{}), Kind(1.5))
	println(Is[int](1), Is[string](1), Is[error](E{}), Is[any](nil), Is[[]int]([]int{}))
	n := 42
	println(As[int](7), As[int](&n), As[int]("x"), As[string]("x"), As[error](E{}).Error(), As[error](1) == nil)
}
