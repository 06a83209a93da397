package main

import (
	"fmt"
	"strings"
)

type Reader interface{ Read() string }
type Writer interface{ Write(string) }
type Closer interface{ Close() error }
type ReadCloser interface {
	Reader
	Closer
}
type ReadWriteCloser interface {
	ReadCloser
	Writer
	Close() error
}

type Integer interface{ ~int | ~int64 | ~uint8 }
type Float interface{ ~float32 | ~float64 }
type Num interface {
	Integer | Float
}
type StringableInt interface {
	Integer
	String() string
}
type Exactly interface{ int | string }
type Key interface {
	comparable
	fmt.Stringer
}

type ID int

func (i ID) String() string { return fmt.Sprintf("ID(%d)", int(i)) }

type file struct{ buf []string }

func (f *file) Read() string   { return strings.Join(f.buf, "|") }
func (f *file) Write(s string) { f.buf = append(f.buf, s) }
func (f *file) Close() error   { f.buf = nil; return nil }

func total[T Num](xs ...T) T {
	var t T
	for _, x := range xs {
		t += x
	}
	return t
}

func show[T StringableInt](x T) string { return x.String() + fmt.Sprint(int(x)+1) }

func which[T Exactly](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	}
	return "?"
}

func count[K Key](ks []K) map[K]int {
	m := map[K]int{}
	for _, k := range ks {
		m[k]++
	}
	return m
}

type Node interface {
	Eval() int
	Kids() []Node
}
type leaf int
type sum struct{ l, r Node }

func (l leaf) Eval() int    { return int(l) }
func (leaf) Kids() []Node   { return nil }
func (s sum) Eval() int     { return s.l.Eval() + s.r.Eval() }
func (s sum) Kids() []Node  { return []Node{s.l, s.r} }

type Shape interface {
	Area() float64
	private() int
}
type sq float64

func (s sq) Area() float64 { return float64(s * s) }
func (sq) private() int    { return 1 }

func main() {
	f := &file{}
	var rwc ReadWriteCloser = f
	rwc.Write("a")
	rwc.Write("b")
	var rc ReadCloser = rwc
	var r Reader = rc
	fmt.Println(r.Read(), r.(Writer) != nil, rc.Close(), r.Read() == "")
	fmt.Println(total(1, 2), total(1.5, 2), total(ID(1), 2), total[uint8](200, 100), show(ID(4)))
	fmt.Println(which(1), which("s"), count([]ID{1, 2, 1}))
	var n Node = sum{leaf(1), sum{leaf(2), leaf(3)}}
	fmt.Println(n.Eval(), len(n.Kids()), n.Kids()[0] == leaf(1))
	var s Shape = sq(3)
	fmt.Println(s.Area(), s.private())
	var e interface{} = f
	_, ok := e.(interface {
		Read() string
		Missing()
	})
	fmt.Println(ok, e.(interface{ Read() string }).Read() == "")
	var nilr Reader
	func() {
		defer func() { fmt.Println(recover()) }()
		nilr.Read()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = e.(Shape)
	}()
}
