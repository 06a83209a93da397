// Every form of expression and statement once at least.
package main

import (
	"errors"
	"unsafe"
)

type (
	Int   int
	Point struct{ X, Y int }
	Named struct {
		Point
		*Node
		name string `tag`
	}
	Node struct {
		next *Node
		val  any
	}
	Shape interface {
		Area() float64
		error
	}
	Square float64
	Fn     func(int, ...string) (n int, err error)
	Alias  = []Point
)

const (
	a = iota + 1
	b
	c float64 = 1 << iota
	big       = 1 << 100
	text      = "con" + "stant"
	cplx      = 1 + 2i
	quot      = big >> 98
	flag      = a < b && !false
)

var (
	table        = map[Point]*Point{{1, 2}: {3, 4}, {X: 5}: nil}
	grid         = [...][2]int{{1, 2}, 3: {4}}
	nodes        = []*Node{{val: 1}, {val: "s", next: &Node{}}}
	first, second = pair()
	fn           = func(x int) int { return x + a }
	self         Shape = Square(2)
)

func (s Square) Area() float64        { return float64(s) * float64(s) }
func (s Square) Error() string        { return "square" }
func (n *Node) Set(v any) *Node       { n.val = v; return n }
func (p Point) Add(q Point) (r Point) { r.X, r.Y = p.X+q.X, p.Y+q.Y; return }

func pair() (int, string)                            { return 1, "one" }
func variadic(n int, rest ...string) (k int, e error) { return n + len(rest), nil }
func nothing()                                       {}

func operators(x, y int, u uint8, f float32, z complex128, s string, p *int) {
	_ = x + y*2 - x/3%4
	_ = x&y | x ^ y&^x
	_ = x<<u>>2 + 1<<u
	_ = -x + +y + ^x
	_ = f*2 + 0.5/f
	_ = z*z + 2i + complex(1, 2)
	_ = complex(f, 1)
	_ = real(z) + imag(z) + real(cplx)
	_ = s + "x" + text
	_ = s < "a" || s >= "b" && !(x == y) == (x != 3)
	_ = p == nil || nil != p
	_ = *p + x
	_ = u == 'a'
	x <<= 3.0
	u += 1
	s += "y"
	f /= 2
	x++
	*p--
	var shift float64 = float64(int(1) << u)
	var wide int64 = 1<<u | 1
	_, _ = shift, wide
	_ = uint8(x) + byte(300&0xff)
	_ = string(rune(x)) + string([]byte(s)) + string([]rune{65, 'b'}) + string('c')
	_ = []byte("abc")
	_ = any(1.5) == any("x")
	_ = interface{}(nil)
	_ = (*int)(nil)
	_ = Int(big >> 99)
	_ = min(x, 3, y) + max(1, 2)
	_ = min("a", s)
}

func composites(n Named, arr [4]int, sl []string, m map[string]Point, ch chan int) {
	_ = Named{Point: Point{1, 2}, Node: &Node{nil, 2}, name: "n"}
	_ = Named{X: 1, name: "p"}
	_ = &Point{}
	_ = struct{ a, b int }{1, 2}
	_ = []any{1, 'x', "s", 2.5, nil, nodes, a == b}
	_ = map[any]any{1: 2, "k": nil}
	_ = [...]string{2: "b", "c"}
	_ = Alias{{1, 2}}
	n.X, n.Node.val, n.next = 1, 2, nil
	n.Point.Y = n.X
	arr[0], arr[a] = 1, arr[len(arr)-1]
	parr := &arr
	parr[1] = len(parr) + cap(arr)
	_ = sl[1:2:3]
	_ = sl[:len(sl)]
	_ = arr[:]
	_ = parr[1:]
	_ = "const"[1:]
	_ = "const"[arr[0]]
	sl[0] = "z"
	m["k"] = Point{}
	_ = m["k"].X
	v, ok := m["v"]
	_, ok = m["w"]
	w, ok := <-ch
	_, _, _ = v, w, ok
	ch <- 1
	ch <- <-ch
	delete(m, "k")
	clear(m)
	close(ch)
	_ = copy(sl, sl[1:])
	_ = copy([]byte{1}, "bytes")
	sl = append(sl, "a", "b")
	sl = append(sl, sl...)
	_ = append([]byte(nil), "str"...)
	_ = append([]any{}, 1, "x", nil)
	_ = make([]int, 3, 4)
	_ = make(map[string]int)
	_ = make(chan<- int, 1e1)
	_ = new(Point)
	_ = new(42)
	_ = unsafe.Sizeof(n) + unsafe.Offsetof(n.name) + unsafe.Alignof(arr)
	_ = unsafe.Slice(&arr[0], 2)
	_ = unsafe.String(unsafe.StringData("x"), 1)
	_ = unsafe.Add(unsafe.Pointer(parr), 8)
	_ = *unsafe.SliceData(sl)
	print("x", 1, nil == parr)
	println()
}

func calls(n Named, sh Shape, f Fn) (result int, err error) {
	nothing()
	variadic(1)
	variadic(1, "a", "b")
	variadic(1, []string{"x"}...)
	variadic(pair())
	_, _ = f(1, "x")
	_ = n.Add(Point{1, 2})
	n.Set(1).Set("x").Set(nil)
	add, set, area := n.Add, n.Set, sh.Area
	_, _, _ = add, set, area
	_ = Point.Add(Point{}, Point{})
	_ = (*Node).Set
	_ = Shape.Area
	_ = Named.Add
	_ = sh.Error()
	_ = errors.New("e").Error
	_ = fn(1) + func() int { return 2 }()
	_ = sh.(Square).Area()
	if sq, ok := sh.(interface{ Area() float64 }); ok {
		_ = sq
	}
	var e error = sh
	e, ok := sh.(Square)
	_, _ = e, ok
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	go nothing()
	defer n.Set(3)
	defer print("x")
	return variadic(2)
}

func statements(x any, ch chan int, done <-chan struct{}, out chan<- any) string {
	type local struct{ v int }
	const k, l = 1, "l"
	var i, j = 1, local{2}
	var u uint8
	for i := 0; i < 3; i++ {
	}
	for i < 10 {
		i++
		continue
	}
outer:
	for {
		for range 3 {
			break outer
		}
		goto end
	}
	for i := range 10 {
		_ = i
	}
	for u = range 5 {
	}
	for i, r := range "héllo" {
		_, _ = i, r
	}
	for i := range [3]int{} {
		_ = i
	}
	for _, v := range grid {
		_ = v
	}
	for i, v := range &grid {
		_, _ = i, v
	}
	for k, v := range table {
		_, _ = k, v
	}
	for v := range ch {
		_ = v
	}
	for range nodes {
	}
	for i, j.v = range []int{1} {
	}
	switch y := i; y {
	case 4, 2, k:
		fallthrough
	case int(u):
	default:
	}
	switch {
	case i == 1, u > 2:
	case true:
	}
	switch x {
	case 1, "s", nil, 'x':
	}
	switch v := x.(type) {
	case nil:
		_ = v
	case int, string:
		_ = v
	case *Node:
		v.Set(v)
	case func(int) string, []byte, map[string]any:
	default:
		_ = v
	}
	switch x.(type) {
	case error:
	}
	select {
	case v := <-ch:
		_ = v
	case v, ok := <-ch:
		_, _ = v, ok
	case i = <-ch:
	case <-done:
	case out <- 1:
	case out <- nil:
	default:
	}
end:
	if v, w := pair(); v == 1 && w != "" {
		return w
	} else if u == 0 {
		return l
	} else {
		panic("no")
	}
}

func main() {
	operators(1, 2, 3, 4, 5, "s", &grid[0][0])
	composites(Named{}, [4]int{}, nil, nil, nil)
	_, _ = calls(Named{}, self, variadic)
	_ = statements(nil, nil, nil, nil)
	_, _, _, _ = first, second, quot, flag
	_ = c
}
