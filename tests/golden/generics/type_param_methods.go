package main

type Stringer interface{ String() string }

type Name string

func (n Name) String() string { return "name " + string(n) }

type Count struct{ n int }

func (c *Count) String() string { c.n++; return string(rune('0' + c.n)) }

type Inner struct{ *Count }

func Join[T Stringer](list ...T) string {
	r := ""
	for _, x := range list {
		r += x.String() + ";"
	}
	return r
}

func Value[T Stringer](x T) func() string { return x.String }

func Expr[T Stringer]() func(T) string { return T.String }

type Setter[T any] interface {
	*T
	Set(string)
}

type Conf struct{ s string }

func (c *Conf) Set(s string) { c.s = "<" + s + ">" }

func Parse[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	p := P(&t)
	defer p.Set("late")
	return *p
}

func main() {
	c := &Count{}
	println(Join(Name("a"), "b"), Join(c, c), Join(Inner{c}), Join[Stringer](Name("q"), c))
	println(Value(Name("v"))(), Value(c)(), Value[Stringer](c)(), Value(Inner{c})())
	println(Expr[Name]()("e"), Expr[*Count]()(c), Expr[Stringer]()(c))
	println(Parse[Conf]("x").s)
}
