// Functions of random types that exist at run time only, made and called by reflect.
package main

import (
	"fmt"
	"math/rand"
	"reflect"
)

// Random signatures: call through reflect a function made by MakeFunc, directly and via Call; compare args.
var prims = []reflect.Type{
	reflect.TypeOf(int8(0)), reflect.TypeOf(int16(0)), reflect.TypeOf(int32(0)), reflect.TypeOf(0), reflect.TypeOf(uint8(0)),
	reflect.TypeOf(float32(0)), reflect.TypeOf(0.0), reflect.TypeOf(complex64(0)), reflect.TypeOf(complex128(0)), reflect.TypeOf(""),
	reflect.TypeOf([]int(nil)), reflect.TypeOf((*int)(nil)), reflect.TypeOf(true), reflect.TypeOf((*any)(nil)).Elem(), reflect.TypeOf(struct{}{}),
	reflect.TypeOf([2]int{}), reflect.TypeOf([0]int{}), reflect.TypeOf(map[string]int(nil)), reflect.TypeOf((*error)(nil)).Elem(), reflect.TypeOf([1]string{}),
}

func typ(r *rand.Rand, depth int) reflect.Type {
	if depth > 0 && r.Intn(3) == 0 {
		var fs []reflect.StructField
		for i := 0; i < r.Intn(4); i++ {
			fs = append(fs, reflect.StructField{Name: fmt.Sprint("F", i), Type: typ(r, depth-1)})
		}
		return reflect.StructOf(fs)
	}
	return prims[r.Intn(len(prims))]
}

func value(r *rand.Rand, t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int:
		v.SetInt(r.Int63() >> (64 - t.Bits()))
	case reflect.Uint8:
		v.SetUint(uint64(r.Intn(256)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(r.Intn(1000)) / 8)
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(complex(float64(r.Intn(100)), float64(r.Intn(100))))
	case reflect.String:
		v.SetString(fmt.Sprint("s", r.Intn(1000)))
	case reflect.Slice:
		v.Set(reflect.ValueOf([]int{r.Intn(10), r.Intn(10)}))
	case reflect.Pointer:
		x := r.Intn(100)
		v.Set(reflect.ValueOf(&x))
	case reflect.Bool:
		v.SetBool(r.Intn(2) == 0)
	case reflect.Interface:
		if t.NumMethod() == 0 {
			v.Set(reflect.ValueOf(r.Intn(100)))
		} else {
			v.Set(reflect.ValueOf(fmt.Errorf("e%d", r.Intn(100))))
		}
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			v.Field(i).Set(value(r, t.Field(i).Type))
		}
	case reflect.Array:
		for i := 0; i < t.Len(); i++ {
			v.Index(i).Set(value(r, t.Elem()))
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]int{"k": r.Intn(100)}))
	}
	return v
}

func main() {
	r := rand.New(rand.NewSource(7))
	for i := 0; i < 3000; i++ {
		var in, out []reflect.Type
		for j := r.Intn(9); j > 0; j-- {
			in = append(in, typ(r, 2))
		}
		for j := r.Intn(7); j > 0; j-- {
			out = append(out, typ(r, 2))
		}
		t := reflect.FuncOf(in, out, false)
		var args, results []reflect.Value
		for _, t := range in {
			args = append(args, value(r, t))
		}
		for _, t := range out {
			results = append(results, value(r, t))
		}
		f := reflect.MakeFunc(t, func(got []reflect.Value) []reflect.Value {
			for k := range got {
				if !reflect.DeepEqual(got[k].Interface(), args[k].Interface()) {
					panic(fmt.Sprint(t, " argument ", k, got[k], args[k]))
				}
			}
			return results
		})
		got := f.Call(args)
		for k := range got {
			if !reflect.DeepEqual(got[k].Interface(), results[k].Interface()) {
				panic(fmt.Sprint(t, " result ", k, got[k], results[k]))
			}
		}
	}
	fmt.Println("ok")
}
