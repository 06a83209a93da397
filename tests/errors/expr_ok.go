// Valid uses at the edges of the rules.
package main

import "fmt"

type (
	Bits   uint8
	Name   string
	Pred   func(int) bool
	Chain  struct{ *Chain }
	Opt    interface{}
	Ints   []int
	Tree   map[string]Tree
	Getter interface{ Get() int }
	Num    int
)

func (n Num) Get() int   { return int(n) }
func (n *Num) Inc() *Num { *n++; return n }

const (
	kb = 1 << (10 * (iota + 1))
	mb
	ratio         = mb / kb
	neg           = -5 % 3
	half          = 1 / 2.0
	letter        = 'a' + 1
	typed   Bits  = 1<<8 - 1
	mask          = ^Bits(0)
	str     Name  = "a" + "b"
	cmp           = "a" < "b"
	big           = 1 << 200
	small         = big >> 198
	c             = 2i * 2i
	exact float64 = 0.1 + 0.2
)

var _ [ratio]int = [1024]int{}
var _ [len("héllo")]int = [6]int{}
var _ [small]int = [4]int{}
var _ [len([3]int{}) + cap([2]int{})]int = [5]int{}
var _ int = c
var _ = [...]string{letter: "b"}

func multi() (int, error)            { return 1, nil }
func sum(nums ...int) (total int)    { return }
func apply(p Pred, x int) bool       { return p != nil && p(x) }
func variadicAny(args ...interface{}) {}

func main() {
	var u uint = 70
	var i8 int8 = -128
	var f = 1.5
	_ = 1<<u == 2<<u
	_ = uint64(1<<u) + 1<<u
	_ = i8/-1 + -i8
	_ = f*2 + 'a'
	_ = Bits(200) + 55
	_ = mask &^ (1 << 2)
	_ = Name("x") + "y"
	_ = apply(func(n int) bool { return n > 0 }, 'x')
	_ = Ints{1, 2}[:1][0]
	_ = Tree{"a": {"b": nil}}["a"]["b"]
	_ = (Chain{}).Chain.Chain
	_ = Getter(Num(3)).Get() + Num.Get(4) + Getter.Get(Num(5)) + (*Num).Get(new(Num))
	n := Num(1)
	n.Inc().Inc()
	inc := n.Inc
	inc()
	var o Opt = n
	if g, ok := o.(Getter); ok && g == o {
		_ = g
	}
	_ = o == n && o != nil && n == o
	_ = sum() + sum(1, 2) + sum(Ints{3}...)
	fmt.Println(multi())
	variadicAny(multi())
	variadicAny(nil, 1, "a", nil)
	variadicAny([]interface{}{1}...)
	variadicAny(nil...)
	var recv <-chan int = make(chan int, 1)
	var p *[3]int
	for i := range p {
		_ = i
	}
	_ = len(p) + cap(p)
	_ = func(_ int, _ string) {}
	_ = struct {
		a int
		_ string
	}{a: 1}
	_ = [2][2]int{{1, 2}, {3, 4}} == [2][2]int{}
	_ = interface{ Get() int }(n) == Getter(n)
	_ = map[interface{}]int{1: 1, 1.0: 2, "1": 3, Bits(1): 4}
	_ = []*struct{ x int }{{1}, {x: 2}, nil}
	_ = "abc"[1:][0] + "x"[0]
	_ = string(letter) + string([]byte{'x'}) + string([]rune("é"))
	_ = copy([]byte("ab"), "cd")
	_ = append([]byte("a"), Name("b")...)
	_ = *(*int)(nil)
	_ = recv == nil
	_ = complex(float32(f), 2) * 2i
	_ = [...]int{9: 1}
	_ = make([]int, u, 1<<7)
	_, _ = <-recv
	_ = exact + half + neg + float64(typed) + float64(len(str))
	_ = cmp != (f == f)
}
