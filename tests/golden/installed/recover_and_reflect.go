// recover's rule of one frame with calls made by reflect, functions made at run time and methods bound to their receivers;
// stacks that grow below them, and collections.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type T struct{ name string }

func (t T) Recover()                 { fmt.Println(t.name, recover()) }
func (t *T) Pointer()                { fmt.Println("pointer", t.name, recover()) }
func (t T) Args(a [4]int, s string) int { fmt.Println(t.name, a, s, recover()); return a[0] }

type Big struct{ A [8192]byte }

func (b Big) Recover() { fmt.Println(len(b.A), recover()) }

type R interface{ Recover() }

func deferred(name string, f func()) {
	defer func() { fmt.Println(name, "outer", recover()) }()
	defer f()
	panic(name)
}

func nested(name string, v reflect.Value) {
	defer func() { fmt.Println(name, "outer", recover()) }()
	defer v.Call(nil)
	panic(name)
}

func deep(n int) int {
	var pad [64]int
	pad[n%64] = n
	if n == 0 {
		runtime.GC()
		return 0
	}
	return deep(n-1) + pad[n%64]
}

func main() {
	t := T{"t"}
	deferred("method value", reflect.ValueOf(t).Method(1).Interface().(func()))
	deferred("pointer method", reflect.ValueOf(&t).MethodByName("Pointer").Interface().(func()))
	deferred("big", reflect.ValueOf(Big{}).Method(0).Interface().(func()))
	deferred("made", reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
		fmt.Println("made", recover())
		return nil
	}).Interface().(func()))
	var r R = t
	deferred("interface", reflect.ValueOf(&r).Elem().Method(0).Interface().(func()))
	nested("Call of method", reflect.ValueOf(t).Method(1))
	nested("Call of func", reflect.ValueOf(func() { fmt.Println("func", recover()) }))
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		f := reflect.TypeOf(t).Method(0).Func.Interface().(func(T, [4]int, string) int)
		defer f(t, [4]int{1, 2, 3, 4}, "x")
		panic("method expression")
	}()

	// Panics pass through.
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		made := reflect.MakeFunc(reflect.TypeOf(func(int) int { return 0 }), func(in []reflect.Value) []reflect.Value {
			panic(fmt.Sprint("inside ", in[0]))
		}).Interface().(func(int) int)
		reflect.ValueOf(made).Call([]reflect.Value{reflect.ValueOf(7)})
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		var m map[string]int
		reflect.ValueOf(m).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1))
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(map[any]int{}).SetMapIndex(reflect.ValueOf([]int{}), reflect.ValueOf(1))
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		c := make(chan int)
		close(c)
		reflect.ValueOf(c).Send(reflect.ValueOf(1))
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(1).Elem()
	}()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred")
		reflect.ValueOf(runtime.Goexit).Call(nil)
	}()
	<-done

	// Growth and collections below.
	fmt.Println(reflect.ValueOf(deep).Call([]reflect.Value{reflect.ValueOf(3000)})[0])
	grow := reflect.MakeFunc(reflect.TypeOf(deep), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(deep(int(in[0].Int())))}
	}).Interface().(func(int) int)
	fmt.Println(grow(5000))
	result := make(chan int)
	go func() { result <- grow(20000) }()
	fmt.Println(<-result)
	keep := reflect.MakeFunc(reflect.TypeOf(func(*T, string, []int) (string, *T) { return "", nil }), func(in []reflect.Value) []reflect.Value {
		for i := 0; i < 10; i++ {
			runtime.GC()
			_ = make([]byte, 1<<16)
		}
		return []reflect.Value{in[1], in[0]}
	}).Interface().(func(*T, string, []int) (string, *T))
	s, p := keep(&T{fmt.Sprint("n", 1)}, fmt.Sprint("s", 2), make([]int, 3))
	runtime.GC()
	fmt.Println(s, p.name)
}
