// Expressions whose value is not used.
package main

func f() int { return 1 }
func g() (int, string) { return 1, "" }

type T struct{ n int }

func (T) m() int { return 1 }

func main() {
	var x int
	var t T
	var ch chan int
	var e any
	x // ERROR `^x \(variable of type int\) is not used$`
	1 // ERROR `^1 \(untyped int constant\) is not used$`
	"s" // ERROR `^"s" \(untyped string constant\) is not used$`
	x + 1 // ERROR `^x \+ 1 \(value of type int\) is not used$`
	-x // ERROR `^-x \(value of type int\) is not used$`
	x == 1 // ERROR `^x == 1 \(untyped bool value\) is not used$`
	&x // ERROR `^&x \(value of type \*int\) is not used$`
	t.n // ERROR `^t\.n \(variable of type int\) is not used$`
	t.m // ERROR `^t\.m \(value of type func\(\) int\) is not used$`
	f // ERROR `^f \(value of type func\(\) int\) is not used$`
	int(x) // ERROR `^int\(x\) \(value of type int\) is not used$`
	len("x") // ERROR `^len\("x"\) \(constant 1 of type int\) is not used$`
	append([]int{}, 1) // ERROR `^append\(\[\]int\{\}, 1\) \(value of type \[\]int\) is not used$`
	[]int{1} // ERROR `^\[\]int\{…\} \(value of type \[\]int\) is not used$`
	T{} // ERROR `^T\{\} \(value of struct type T\) is not used$`
	func() {} // ERROR `^func\(\) \{\} \(value of type func\(\)\) is not used$`
	e.(int) // ERROR `^e\.\(int\) \(comma, ok expression of type int\) is not used$`
	nil // ERROR `^nil is not used$`
	*(&x) // ERROR `^\*\(&x\) \(variable of type int\) is not used$`
	ch // ERROR `^ch \(variable of type chan int\) is not used$`
	make([]int, 1) // ERROR `^make\(\[\]int, 1\) \(value of type \[\]int\) is not used$`
	new(int) // ERROR `^new\(int\) \(value of type \*int\) is not used$`
	cap([]int{}) // ERROR `^cap\(\[\]int\{\}\) \(value of type int\) is not used$`
	!true // ERROR `^!true \(untyped bool constant false\) is not used$`
	f()
	g()
	t.m()
	<-ch
	(f())
	(<-ch)
	(x) // ERROR `^\(x\) \(variable of type int\) is not used$`
	copy([]int{}, []int{})
	min(1, 2) // ERROR `^min\(1, 2\) \(untyped int constant 1\) is not used$`
	T // ERROR `^T \(type\) is not an expression$`
	_ = T // ERROR `^T \(type\) is not an expression$`
}
