// Typed constants keep their type; conversions of constants must be exact.
package main

import "fmt"

type Celsius float64
type Flags uint8

const (
	Boiling Celsius = 100
	F1      Flags   = 1 << iota
	F2
	F3
	All = F1 | F2 | F3
)

const big int64 = 1 << 40
const str string = "typed"
const b = len(str)
const arr = len([...]string{2: "x"})

func main() {
	fmt.Printf("%T %v %T %v %v\n", Boiling, Boiling, All, All, F2)
	fmt.Printf("%T %v %T %v %v\n", big, big>>38, b, b, arr)
	fmt.Println(float32(0.1), int(5.0), string(rune(0x4e16)), complex64(1), uint8(255))
	fmt.Println(All&^F2, -Boiling, Boiling/3*3 == Boiling)
}
