// Assigning values to interfaces they do not implement.
package main

import "fmt"

type I interface {
	M(int) string
	N()
}
type A struct{}
type B struct{}
type C struct{}
type D struct{ *A }
type E struct{ I }
type F int
type G struct{}

func (A) M(int) string  { return "" }
func (B) M(string) int  { return 0 }
func (B) N()            {}
func (*C) M(int) string { return "" }
func (C) N()            {}
func (F) m(int) string  { return "" }
func (F) N()            {}
func (G) m(int) string  { return "" }
func (G) M()            {}
func (G) N(int)         {}

func use(i I, more ...I) {}
func ret() I             { return A{} } // ERROR `^cannot use A\{\} \(value of struct type A\) as I value in return statement: A does not implement I \(missing method N\)$`

func main() {
	var i I = A{} // ERROR `^cannot use A\{\} \(value of struct type A\) as I value in variable declaration: A does not implement I \(missing method N\)$`
	i = B{} // ERROR `^cannot use B\{\} \(value of struct type B\) as I value in assignment: B does not implement I \(wrong type for method M\)\n\t\thave M\(string\) int\n\t\twant M\(int\) string$`
	i = C{} // ERROR `^cannot use C\{\} \(value of struct type C\) as I value in assignment: C does not implement I \(method M has pointer receiver\)$`
	i = &C{}
	i = D{} // ERROR `^cannot use D\{\} \(value of struct type D\) as I value in assignment: D does not implement I \(missing method N\)$`
	i = E{}
	i = F(1) // ERROR `^cannot use F\(1\) \(constant 1 of int type F\) as I value in assignment: F does not implement I \(missing method M\)\n\t\thave m\(int\) string\n\t\twant M\(int\) string$`
	i = G{} // ERROR `^cannot use G\{\} \(value of struct type G\) as I value in assignment: G does not implement I \(wrong type for method M\)\n\t\thave M\(\)\n\t\twant M\(int\) string$`
	i = nil
	i = 5 // ERROR `^cannot use 5 \(constant of type int\) as I value in assignment: int does not implement I \(missing method M\)$`
	use(A{}, B{}) // ERROR `^cannot use A\{\} \(value of struct type A\) as I value in argument to use: A does not implement I \(missing method N\)$` `^cannot use B\{\} \(value of struct type B\) as I value in argument to use: B does not implement I \(wrong type for method M\)\n\t\thave M\(string\) int\n\t\twant M\(int\) string$`
	var p *I = &i
	i = p // ERROR `^cannot use p \(variable of type \*I\) as I value in assignment: \*I does not implement I \(type \*I is pointer to interface, not interface\)$`
	var s fmt.Stringer = i // ERROR `^cannot use i \(variable of interface type I\) as fmt\.Stringer value in variable declaration: I does not implement fmt\.Stringer \(missing method String\)$`
	var e error = A{} // ERROR `^cannot use A\{\} \(value of struct type A\) as error value in variable declaration: A does not implement error \(missing method Error\)$`
	_ = []I{A{}, E{}} // ERROR `^cannot use A\{\} \(value of struct type A\) as I value in array or slice literal: A does not implement I \(missing method N\)$`
	_ = map[string]I{"x": B{}} // ERROR `^cannot use B\{\} \(value of struct type B\) as I value in map literal: B does not implement I \(wrong type for method M\)\n\t\thave M\(string\) int\n\t\twant M\(int\) string$`
	ch := make(chan I)
	ch <- C{} // ERROR `^cannot use C\{\} \(value of struct type C\) as I value in send: C does not implement I \(method M has pointer receiver\)$`
	_, _, _ = s, e, I(F(2)) // ERROR `^cannot convert F\(2\) \(constant 2 of int type F\) to type I: F does not implement I \(missing method M\)\n\t\thave m\(int\) string\n\t\twant M\(int\) string$`
	var small interface{ N() } = i
	i = small // ERROR `^cannot use small \(variable of type interface\{N\(\)\}\) as I value in assignment: interface\{N\(\)\} does not implement I \(missing method M\)$`
}
