// A type must not contain itself; through pointers, slices, maps, channels and functions it may.
package main

type T1 struct{ f T1 } // ERROR `^invalid recursive type: T1 refers to itself`
type T2 [2]T2 // ERROR `^invalid recursive type: T2 refers to itself`
type T3 struct{ a int; b T4 } // ERROR `^invalid recursive type T3`
type T4 struct{ c [1]T5 }
type T5 struct{ T3 }
type T6 T6 // ERROR `^invalid recursive type: T6 refers to itself`
type T7 T8 // ERROR `^invalid recursive type T7`
type T8 T7
type T9 interface{ T9 } // ERROR `^invalid recursive type: T9 refers to itself`
type T10 interface{ T11 } // ERROR `^invalid recursive type T10`
type T11 interface{ T10 }

type (
	ok1 struct{ next *ok1; list []ok1; m map[string]ok1; c chan ok1; f func(ok1) ok1 }
	ok2 []ok2
	ok3 map[int]ok3
	ok4 func(ok4) ok4
	ok5 *ok5
	ok6 interface{ m(ok6) ok6 }
	ok7 chan ok7
)

func main() {
	type L1 struct{ f L1 } // ERROR `^invalid recursive type: L1 refers to itself`
	type L2 L2 // ERROR `^invalid recursive type: L2 refers to itself`
	type L3 struct{ f *L3 }
}
