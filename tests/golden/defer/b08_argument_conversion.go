// Arguments are converted to the parameter types at the statement.
package main

import "fmt"

type Sizer interface{ Size() int }
type Box struct{ n int }

func (b Box) Size() int { return b.n }

func show(s Sizer)        { fmt.Println("size", s.Size()) }
func str(s string)        { fmt.Println("string", s) }
func any2(a, b any)       { fmt.Printf("%T %v %T %v\n", a, a, b, b) }
func need(i interface{})  { fmt.Println("int", i.(int)) }
func assert(v any, n int) { fmt.Println("assert", v, n) }
func assertAt(v any) {
	defer func() { fmt.Println("recovered:", recover()) }()
	defer assert(v, v.(int))
	fmt.Println("operand was an int")
}

func main() {
	b := Box{3}
	defer show(b)
	b.n = 4
	bytes := []byte("abc")
	defer str(string(bytes))
	bytes[0] = 'X'
	x := 7
	defer any2(x, float32(x))
	x = 8
	assertAt(1)
	assertAt("s")
}
