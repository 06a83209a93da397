// Which expressions are statements.
package main

type T struct{ f int }

func (T) M() int { return 1 }
func f() int     { return 1 }

func main() {
	var x = 1
	var c chan int
	var m map[string]int
	var t T
	f()
	(f())
	t.M()
	<-c
	(<-c)
	x // ERROR `x \(variable of type int\) is not used`
	x + 1 // ERROR `x \+ 1 \(value of type int\) is not used`
	-x // ERROR `-x \(value of type int\) is not used`
	1 // ERROR `1 \(untyped int constant\) is not used`
	"s" // ERROR `"s" \(untyped string constant\) is not used`
	nil // ERROR "nil is not used"
	t.f // ERROR `t\.f \(variable of type int\) is not used`
	t.M // ERROR `t\.M \(value of type func\(\) int\) is not used`
	m["k"] // ERROR `m\["k"\] \(map index expression of type int\) is not used`
	f // ERROR `f \(value of type func\(\) int\) is not used`
	T{} // ERROR `T\{\} \(value of struct type T\) is not used`
	&t // ERROR `&t \(value of type \*T\) is not used`
	func() {} // ERROR `func\(\) \{\} \(value of type func\(\)\) is not used`
	func() {}()
	int(x) // ERROR `int\(x\) \(value of type int\) is not used`
	T // ERROR `T \(type\) is not an expression`
	len // ERROR `len \(built-in\) must be called`
	len("s") // ERROR `len\("s"\) \(constant 1 of type int\) is not used`
	copy([]int{}, []int{})
	x == 1 // ERROR `x == 1 \(untyped bool value\) is not used`
	*&x // ERROR `\*&x \(variable of type int\) is not used`
	[]int{}[0:] // ERROR `\[\]int\{\}\[0:\] \(value of type \[\]int\) is not used`
	interface{}(x).(int) // ERROR `interface\{\}\(x\)\.\(int\) \(comma, ok expression of type int\) is not used`
	undefined // ERROR "undefined: undefined"
	undefined() // ERROR "undefined: undefined"
	undefined.x.y() // ERROR "undefined: undefined"
	_ // ERROR "cannot use _ as value or type"
}
