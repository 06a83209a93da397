// Fields and methods that a type does not have, with near misses.
package main

type T struct {
	Name string
	next *T
}

func (t *T) Do()  {}
func (t T) lower() {}

type I interface{ M() }

func main() {
	var t T
	t.name = "" // ERROR `^t\.name undefined \(type T has no field or method name, but does have field Name\)$`
	t.Missing() // ERROR `^t\.Missing undefined \(type T has no field or method Missing\)$`
	t.do() // ERROR `^t\.do undefined \(type T has no field or method do, but does have method Do\)$`
	t.Lower() // ERROR `^t\.Lower undefined \(type T has no field or method Lower, but does have method lower\)$`
	t.next.nope = 1 // ERROR `^t\.next\.nope undefined \(type \*T has no field or method nope\)$`
	var p **T
	p.Name = "" // ERROR `^p\.Name undefined \(type \*\*T has no field or method Name\)$`
	var i I
	i.N() // ERROR `^i\.N undefined \(type I has no field or method N\)$`
	i.m() // ERROR `^i\.m undefined \(type I has no field or method m, but does have method M\)$`
	var pi *I
	pi.M() // ERROR `^pi\.M undefined \(type \*I is pointer to interface, not interface\)$`
	var n int
	n.x = 1 // ERROR `^n\.x undefined \(type int has no field or method x\)$`
}
