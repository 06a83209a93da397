// Assigning to interfaces: what is missing.
package main

type I interface {
	M(int) string
	m()
}
type None struct{}
type Wrong struct{}
type Ptr struct{}
type Good struct{}
type Case struct{}
type Field struct{ M int }

func (Wrong) M(string) int  { return 0 }
func (Wrong) m()            {}
func (*Ptr) M(int) string   { return "" }
func (Ptr) m()              {}
func (Good) M(int) string   { return "" }
func (Good) m()             {}
func (Case) M(int) string   { return "" }
func (Case) Mm()            {}

type Big interface {
	I
	Extra()
}

func take(I) {}
func give() I { return None{} } // ERROR `cannot use None\{\} \(value of struct type None\) as I value in return statement: None does not implement I \(missing method M\)`

func main() {
	var i I = None{} // ERROR `cannot use None\{\} \(value of struct type None\) as I value in variable declaration: None does not implement I \(missing method M\)`
	i = Wrong{} // ERROR `cannot use Wrong\{\} \(value of struct type Wrong\) as I value in assignment: Wrong does not implement I \(wrong type for method M\)`
	i = Ptr{} // ERROR `cannot use Ptr\{\} \(value of struct type Ptr\) as I value in assignment: Ptr does not implement I \(method M has pointer receiver\)`
	i = &Ptr{}
	i = Good{}
	i = Case{} // ERROR `cannot use Case\{\} \(value of struct type Case\) as I value in assignment: Case does not implement I \(missing method m\)`
	i = Field{} // ERROR `cannot use Field\{\} \(value of struct type Field\) as I value in assignment: Field does not implement I \(Field\.M is a field, not a method\)`
	i = 1 // ERROR `cannot use 1 \(constant of type int\) as I value in assignment: int does not implement I \(missing method M\)`
	i = nil
	take(None{}) // ERROR `cannot use None\{\} \(value of struct type None\) as I value in argument to take: None does not implement I \(missing method M\)`
	var b Big = i // ERROR `cannot use i \(variable of interface type I\) as Big value in variable declaration: I does not implement Big \(missing method Extra\)`
	i = b
	var p *I = &i
	i = p // ERROR `cannot use p \(variable of type \*I\) as I value in assignment: \*I does not implement I \(type \*I is pointer to interface, not interface\)`
	p = i // ERROR `cannot use i \(variable of interface type I\) as \*I value in assignment: I does not implement \*I \(type \*I is pointer to interface, not interface\)`
	var g Good = i // ERROR `cannot use i \(variable of interface type I\) as Good value in variable declaration: need type assertion`
	_ = []I{Good{}, None{}} // ERROR `cannot use None\{\} \(value of struct type None\) as I value in array or slice literal: None does not implement I \(missing method M\)`
	_ = map[string]I{"a": None{}} // ERROR `cannot use None\{\} \(value of struct type None\) as I value in map literal: None does not implement I \(missing method M\)`
	_, _ = b, g
}
