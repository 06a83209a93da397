package main

import (
	"fmt"
	"reflect"
)

type T struct {
	A int `json:"a"`
	b string
	C []int
}

func (T) M(x int) int { return x + 1 }
func (*T) P() {}

func main() {
	t := reflect.TypeOf(T{})
	fmt.Println(t.String(), t.Kind(), t.NumField(), t.Field(0).Name, t.Field(0).Tag.Get("json"), t.NumMethod())
	v := reflect.ValueOf(&T{1, "x", []int{1, 2}}).Elem()
	v.Field(0).SetInt(42)
	fmt.Println(v.Interface())
	m := map[string]int{"a": 1, "b": 2}
	mv := reflect.ValueOf(m)
	fmt.Println(mv.Len(), mv.MapIndex(reflect.ValueOf("a")).Int())
	mv.SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf(3))
	fmt.Println(m)
	for it := mv.MapRange(); it.Next(); {
		_ = it.Key().String()
	}
	fmt.Println(reflect.DeepEqual(m, map[string]int{"a": 1, "b": 2, "c": 3}), reflect.DeepEqual([]int{1}, []int{2}))
	s := reflect.MakeSlice(reflect.TypeOf([]int{}), 0, 0)
	for i := 0; i < 10; i++ {
		s = reflect.Append(s, reflect.ValueOf(i))
	}
	fmt.Println(s.Interface(), s.Len())
	fmt.Println(reflect.PointerTo(t), reflect.SliceOf(t), reflect.MapOf(reflect.TypeOf(1), t), reflect.ArrayOf(3, t), reflect.ChanOf(reflect.BothDir, t))
	fmt.Println(reflect.PointerTo(t).NumMethod())
	_ = &T{}
}
