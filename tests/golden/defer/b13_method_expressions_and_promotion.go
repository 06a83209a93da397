// Method expressions, method values and promoted methods can be deferred, with the same copy rules.
package main

import "fmt"

type In struct{ n int }

func (i In) Val(s string)  { fmt.Println(s, i.n) }
func (i *In) Ptr(s string) { fmt.Println(s, i.n) }

type Valer interface{ Val(string) }

type ByValue struct{ In }
type ByPointer struct{ *In }
type ByInterface struct{ Valer }

func main() {
	v := ByValue{In{1}}
	p := ByPointer{&In{2}}
	i := ByInterface{In{3}}
	defer v.Val("struct, value method")
	defer v.Ptr("struct, pointer method")
	defer p.Val("pointer, value method")
	defer p.Ptr("pointer, pointer method")
	defer i.Val("interface")
	defer In.Val(v.In, "expression")
	defer (*In).Ptr(&v.In, "pointer expression")
	defer Valer.Val(p, "interface expression")
	f := v.Val
	defer f("method value")
	v.n, p.n = 10, 20
	i.Valer = In{30}
}
