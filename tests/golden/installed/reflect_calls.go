package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
)

type P struct{ X, Y int }

func (p P) Add(q P) P        { return P{p.X + q.X, p.Y + q.Y} }
func (p *P) Scale(k float64) { p.X = int(float64(p.X) * k); p.Y = int(float64(p.Y) * k) }
func (p P) Big(a [3]int, s string, f float32, c complex128, e error, m map[string]int) (string, [3]int, error, float32) {
	return fmt.Sprint(p, a, s, f, c, e, m), [3]int{a[2], a[1], a[0]}, errors.New("x" + s), f * 2
}

type Big struct{ A [10]int }

func (b Big) Sum() (n int) {
	for _, v := range b.A {
		n += v
	}
	return
}

type I interface{ Add(P) P }

func variadic(pre string, xs ...int) string { return fmt.Sprint(pre, xs) }

func many(a, b, c, d, e, f, g, h int, x, y float64, s, t, u string) (int, float64, string, int, int, int, int, int, int, int) {
	return a + b + c + d + e + f + g + h, x - y, s + t + u, a, b, c, d, e, f, g
}

func floats(a, b, c, d, e, f, g, h, i, j float64, k float32) (float64, float32) { return a + b*2 + c + d + e + f + g + h + i*3 + j*5, k }

func main() {
	p := P{1, 2}
	v := reflect.ValueOf(p)
	fmt.Println(v.Method(0).Call([]reflect.Value{reflect.ValueOf(P{10, 20})})[0].Interface())
	fmt.Println(v.MethodByName("Big").Call([]reflect.Value{reflect.ValueOf([3]int{1, 2, 3}), reflect.ValueOf("str"), reflect.ValueOf(float32(1.5)),
		reflect.ValueOf(2i), reflect.ValueOf(errors.New("e")), reflect.ValueOf(map[string]int{"a": 1})}))
	pv := reflect.ValueOf(&p)
	pv.MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(3.0)})
	fmt.Println(p)
	fmt.Println(reflect.ValueOf(variadic).Call([]reflect.Value{reflect.ValueOf("a"), reflect.ValueOf(1), reflect.ValueOf(2)}))
	fmt.Println(reflect.ValueOf(variadic).CallSlice([]reflect.Value{reflect.ValueOf("a"), reflect.ValueOf([]int{4})}))
	var args []reflect.Value
	for i := 0; i < 8; i++ {
		args = append(args, reflect.ValueOf(i*i))
	}
	args = append(args, reflect.ValueOf(1.5), reflect.ValueOf(2.5), reflect.ValueOf("s"), reflect.ValueOf("t"), reflect.ValueOf("u"))
	for _, r := range reflect.ValueOf(many).Call(args) {
		fmt.Print(r, " ")
	}
	fmt.Println()
	args = nil
	for i := 0; i < 10; i++ {
		args = append(args, reflect.ValueOf(float64(i)))
	}
	args = append(args, reflect.ValueOf(float32(9)))
	fmt.Println(reflect.ValueOf(floats).Call(args))

	// MakeFunc
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	reflect.ValueOf(&intSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(intSwap), swap))
	fmt.Println(intSwap(1, 2))
	var strSwap func(string, [5]int) ([5]int, string)
	reflect.ValueOf(&strSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(strSwap), swap))
	fmt.Println(strSwap("x", [5]int{1, 2, 3, 4, 5}))
	var manyF = many
	reflect.ValueOf(&manyF).Elem().Set(reflect.MakeFunc(reflect.TypeOf(many), func(in []reflect.Value) []reflect.Value {
		fmt.Println(in[0], in[7], in[8], in[9], in[10], in[11], in[12], len(in))
		return reflect.ValueOf(many).Call(in)
	}))
	fmt.Println(manyF(1, 2, 3, 4, 5, 6, 7, 8, 9.5, 10.5, "q", "w", "e"))
	floatsF := reflect.MakeFunc(reflect.TypeOf(floats), func(in []reflect.Value) []reflect.Value { return reflect.ValueOf(floats).Call(in) }).Interface().(func(a, b, c, d, e, f, g, h, i, j float64, k float32) (float64, float32))
	fmt.Println(floatsF(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))

	// method values
	f := reflect.ValueOf(p).Method(0).Interface().(func(P) P)
	fmt.Println(f(P{100, 200}))
	g := reflect.TypeOf(p).Method(0).Func.Interface().(func(P, P) P)
	fmt.Println(g(p, P{1000, 2000}))
	bf := reflect.ValueOf(p).MethodByName("Big").Interface().(func(a [3]int, s string, f float32, c complex128, e error, m map[string]int) (string, [3]int, error, float32))
	fmt.Println(bf([3]int{7, 8, 9}, "S", 2.5, 1i, nil, nil))
	bg, _ := reflect.TypeOf(p).MethodByName("Big")
	fmt.Println(bg.Type)
	bgf := bg.Func.Interface().(func(p P, a [3]int, s string, f float32, c complex128, e error, m map[string]int) (string, [3]int, error, float32))
	fmt.Println(bgf(p, [3]int{7, 8, 9}, "S", 2.5, 1i, nil, nil))
	fmt.Println(reflect.ValueOf(Big{[10]int{1, 2, 3}}).Method(0).Call(nil)[0])
	fmt.Println(reflect.ValueOf(Big{[10]int{1, 2, 3}}).Method(0).Interface().(func() int)())
	fmt.Println(reflect.TypeOf(Big{}).Method(0).Func.Call([]reflect.Value{reflect.ValueOf(Big{[10]int{4, 5, 6}})})[0])
	var i I = p
	fmt.Println(reflect.ValueOf(&i).Elem().Method(0).Call([]reflect.Value{reflect.ValueOf(P{5, 5})})[0])
	var rd = reflect.ValueOf(strings.NewReader("hello"))
	buf := make([]byte, 3)
	fmt.Println(rd.MethodByName("Read").Call([]reflect.Value{reflect.ValueOf(buf)}), string(buf))

	// panics through Call
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(func() { panic("boom") }).Call(nil)
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { panic("boom2") }).Interface().(func())()
	}()
	func() {
		defer reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { fmt.Println("in makefunc", recover()); return nil }).Interface().(func())()
		panic("boom3")
	}()
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer reflect.ValueOf(func() { fmt.Println("call:", recover()) }).Call(nil)
		panic("boom4")
	}()

	// StructOf, ArrayOf, ChanOf, FuncOf
	st := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(1), Tag: `json:"a"`}, {Name: "B", Type: reflect.TypeOf("")}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(7)
	sv.Field(1).SetString("bee")
	fmt.Printf("%v %+v %T\n", sv.Interface(), sv, sv.Interface())
	mt := reflect.MapOf(st, reflect.TypeOf(0.5))
	mv := reflect.MakeMap(mt)
	mv.SetMapIndex(sv, reflect.ValueOf(1.25))
	fmt.Println(mv.MapIndex(sv), mv.Len(), mv)
	cv := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, st), 2)
	cv.Send(sv)
	x, ok := cv.Recv()
	fmt.Println(x, ok, cv.Len(), cv.Cap())
	_, ok = cv.TryRecv()
	fmt.Println(ok)
	ft := reflect.FuncOf([]reflect.Type{st}, []reflect.Type{reflect.TypeOf("")}, false)
	mf := reflect.MakeFunc(ft, func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[0].Field(1)} })
	fmt.Println(ft, mf.Call([]reflect.Value{sv})[0])
	ch := make(chan int, 1)
	ch <- 5
	n, rv, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}, {Dir: reflect.SelectDefault}})
	fmt.Println(n, rv, ok)
	n, rv, ok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}, {Dir: reflect.SelectDefault}})
	fmt.Println(n, rv, ok)
	at := reflect.ArrayOf(4, st)
	av := reflect.New(at).Elem()
	av.Index(2).Set(sv)
	fmt.Println(av, av.Interface() == av.Interface())
	fmt.Fprintln(os.Stdout, reflect.Zero(st), reflect.ValueOf(p).IsZero(), reflect.ValueOf(P{}).IsZero())
}
