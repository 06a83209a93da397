package main

import (
	"fmt"
	"unsafe"
)

type (
	Celsius float64
	Bytes   []byte
	Runes   []rune
	Str     string
	B       byte
	Bs      []B
	Pt      struct {
		X int `json:"x"`
	}
	Pt2 struct{ X int }
	F   func(int) string
	RO  <-chan int
	I   interface{ M() }
	Imp int
)

func (Imp) M() {}

func main() {
	x := 300
	neg := -1
	f := 3.99
	fmt.Println(int8(x), uint8(x), uint16(neg), uint64(neg), int(f), int(-f), float32(16777217), Celsius(36.6))
	fmt.Println(uint32(1<<32-1), int32(uint32(1<<31)>>0&0x7fffffff), int64(int32(neg)), uint64(uint32(neg)), uintptr(7))
	fmt.Println(string(rune('a')), string(rune(-1)), string(rune(0x10ffff+1)) == "\ufffd", Str(rune(65)), string(rune(0xf8)))
	fmt.Println(string([]byte{'h', 'i'}), string(Bytes("bytes")), string(Bs{'h', 'o'}), Str(Bytes{65}), string([]rune{0x767d, -1}), string(Runes{'r'}))
	fmt.Println([]byte("hé"), Bytes(Str("z")), Bs("B"), []rune("hé\xff"), Runes(Str("日")), len([]byte("")), []byte(nil) == nil)
	p := Pt(Pt2{3})
	q := (*Pt2)(&p)
	q.X++
	anon := struct{ X int }(p)
	fmt.Println(p, anon, Pt2(p).X)
	fn := F(func(i int) string { return fmt.Sprint(i) })
	ch := make(chan int, 1)
	ch <- 4
	fmt.Println(fn(1), func(int) string(fn)(2), <-RO(ch), I(Imp(2)).(Imp), (*int)(nil) == nil, interface{}(x) == 300)
	s := []int{1, 2, 3, 4}
	a := [2]int(s)
	pa := (*[4]int)(s)
	pa[0] = 9
	fmt.Println(a, s[0], len((*[0]int)(s)), (*[0]int)(nil) == nil, (*[0]int)([]int{}) != nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = [5]int(s)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = (*[3]int)(s[:2:2])
	}()
	u := uintptr(unsafe.Pointer(&s[0]))
	fmt.Println(u != 0, *(*int)(unsafe.Pointer(&s[1])), *(*uint32)(unsafe.Pointer(&[]float32{1}[0])))
	var c64 complex64 = complex64(complex(1.1, 2))
	fmt.Println(c64, complex128(c64) == 1.1+2i, float32(real(c64)))
	big := 1e20
	fmt.Println(float32(big), int64(float32(1<<24)), uint8(255.0), int(1e3))
	const k = 1 << 40
	fmt.Println(float32(k), int64(k), uint64(k)>>40, 'a'+rune(1), string("const"))
}
