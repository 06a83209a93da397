package main

// Unusual but valid forms.

type T struct{ a, b int }

func (T) m() (f func() T) { return func() T { return T{} } }

type int32 = string

var s int32 = "text"

type nilType *nilType

func f(int, string)          {}
func g() (int, string)       { return 1, "x" }
func h(f func(int), _ ...int) {}

func main() {
	f(g())
	T{}.m()().m()
	if (T{1, 2}) == (T{1, 2}) {
	}
	for range (T{}).a {
	}
	switch (T{}) {
	case T{1, 2}, T{b: 1}:
	}
	var x struct{}
	x = struct{}{}
	_ = x
	var i any = map[any]any{nil: nil, 1: T{}, T{}: 'x'}
	_, _ = i.(map[any]any)[nil].(T)
	h(func(int) {})
	var n = -+-+-1 - -1
	n = n ^ ^n &^ n
	p := &n
	*p = *p * *p
	_ = **&p
	var arr [len([...]string{9: ""})]byte
	_ = arr[len(arr)-1]
	type local struct{ *local }
	var main = main
	_ = main
	a, _, c := func() (int, int, int) { return 1, 2, 3 }()
	a, b := c, a
	_ = b
	const c2 = len("const") << 2
	_ = [c2]T{}
	func() { defer func() {}(); go func() {}() }()
	{
		;
	}
	goto end
end:
}
