// go and defer need a call whose result is not the point.
package main

type T struct{}

func (T) M() int { return 1 }
func f() int     { return 1 }
func g(int)      {}

func main() {
	var t T
	go f()
	defer f()
	go t.M()
	defer func() {}()
	go func() {} // ERROR "expression in go must be function call"
	defer f // ERROR "expression in defer must be function call"
	go 1 // ERROR "expression in go must be function call"
	defer int(1) // ERROR `defer requires function call, not conversion int\(1\) \(constant 1 of type int\)`
	go T(t) // ERROR `go requires function call, not conversion T\(t\) \(value of struct type T\)`
	defer len("s") // ERROR `defer discards result of len\("s"\) \(constant 1 of type int\)`
	go cap([]int{}) // ERROR `go discards result of cap\(\[\]int\{\}\) \(value of type int\)`
	defer append([]int{}, 1) // ERROR `defer discards result of append\(\[\]int\{\}, 1\) \(value of type \[\]int\)`
	go copy([]int{}, []int{})
	defer delete(map[int]int{}, 1)
	defer recover()
	go panic(1)
	defer g() // ERROR "not enough arguments in call to g"
	go g("s") // ERROR `cannot use "s" \(untyped string constant\) as int value in argument to g`
	defer undefined() // ERROR "undefined: undefined"
	defer new(int) // ERROR `defer discards result of new\(int\) \(value of type \*int\)`
	go make(chan int) // ERROR `go discards result of make\(chan int\) \(value of type chan int\)`
	defer print("a")
}
