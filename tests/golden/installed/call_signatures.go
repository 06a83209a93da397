// Functions and methods of many signatures, called by reflect and made by it: parameters and results in registers, on the stack
// and in memory.
package main

import (
	"fmt"
	"reflect"
)

type E string

func (e E) Error() string { return string(e) }

type S1 struct {
	A int8
	B string
}
type S2 struct {
	A int16
	B float32
	C uint8
}
type S3 struct {
	S1
	X int
}
type S4 struct{ A [3]int }
type S5 struct{ A, B, C, D, E int }
type S6 struct{ A, B string }
type S7 struct {
	A float32
	B float64
	C float32
	D float64
}
type R struct{ n int }

//go:noinline
func f0(p0 error, p1 S7, p2 [2]int, p3 [2]int, p4 map[string]int, p5 S1, p6 float64) map[string]int {
	fmt.Println("f0", p0, p1, p2, p3, p4, p5, p6)
	return map[string]int{"k": 1}
}

//go:noinline
func (r R) M0(p0 error, p1 S7, p2 [2]int, p3 [2]int, p4 map[string]int, p5 S1, p6 float64) map[string]int {
	fmt.Println("M0", r.n, p0, p1, p2, p3, p4, p5, p6)
	return map[string]int{"k": 1}
}

//go:noinline
func f1(p0 S3, p1 S2, p2 float32, p3 int, p4 [2]int, p5 string, p6 uint8) {
	fmt.Println("f1", p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func (r R) M1(p0 S3, p1 S2, p2 float32, p3 int, p4 [2]int, p5 string, p6 uint8) {
	fmt.Println("M1", r.n, p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func f2(p0 S5, p1 S3, p2 int16, p3 S2, p4 any, p5 [2]int, p6 S3, p7 S6) (S3, float32, S2, int8) {
	fmt.Println("f2", p0, p1, p2, p3, p4, p5, p6, p7)
	return S3{S1{2, "y"}, 4}, 1.5, S2{1, 2.5, 3}, -5
}

//go:noinline
func (r R) M2(p0 S5, p1 S3, p2 int16, p3 S2, p4 any, p5 [2]int, p6 S3, p7 S6) (S3, float32, S2, int8) {
	fmt.Println("M2", r.n, p0, p1, p2, p3, p4, p5, p6, p7)
	return S3{S1{2, "y"}, 4}, 1.5, S2{1, 2.5, 3}, -5
}

//go:noinline
func f3(p0 int32, p1 int16, p2 int16, p3 float64, p4 complex64, p5 S2, p6 int8, p7 S7) ([]int, [2]int, S1) {
	fmt.Println("f3", p0, p1, p2, p3, p4, p5, p6, p7)
	return []int{1, 2}, [2]int{3, 4}, S1{1, "x"}
}

//go:noinline
func (r R) M3(p0 int32, p1 int16, p2 int16, p3 float64, p4 complex64, p5 S2, p6 int8, p7 S7) ([]int, [2]int, S1) {
	fmt.Println("M3", r.n, p0, p1, p2, p3, p4, p5, p6, p7)
	return []int{1, 2}, [2]int{3, 4}, S1{1, "x"}
}

//go:noinline
func f4(p0 map[string]int, p1 complex64, p2 S3) ([0]int, int8) {
	fmt.Println("f4", p0, p1, p2)
	return [0]int{}, -5
}

//go:noinline
func (r R) M4(p0 map[string]int, p1 complex64, p2 S3) ([0]int, int8) {
	fmt.Println("M4", r.n, p0, p1, p2)
	return [0]int{}, -5
}

//go:noinline
func f5(p0 int32, p1 [2]int, p2 S3, p3 complex128, p4 struct{}, p5 error, p6 int32, p7 S5, p8 complex128, p9 []int) (complex64, map[string]int, string, int8, int32, S1) {
	fmt.Println("f5", p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
	return complex(1, 2), map[string]int{"k": 1}, "str", -5, -70000, S1{1, "x"}
}

//go:noinline
func (r R) M5(p0 int32, p1 [2]int, p2 S3, p3 complex128, p4 struct{}, p5 error, p6 int32, p7 S5, p8 complex128, p9 []int) (complex64, map[string]int, string, int8, int32, S1) {
	fmt.Println("M5", r.n, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
	return complex(1, 2), map[string]int{"k": 1}, "str", -5, -70000, S1{1, "x"}
}

//go:noinline
func f6(p0 any) { fmt.Println("f6", p0); return }

//go:noinline
func (r R) M6(p0 any) { fmt.Println("M6", r.n, p0); return }

//go:noinline
func f7(p0 any, p1 int32, p2 int8, p3 S4) { fmt.Println("f7", p0, p1, p2, p3); return }

//go:noinline
func (r R) M7(p0 any, p1 int32, p2 int8, p3 S4) { fmt.Println("M7", r.n, p0, p1, p2, p3); return }

//go:noinline
func f8(p0 float64, p1 int16, p2 [0]int) (S5, any, struct{}) {
	fmt.Println("f8", p0, p1, p2)
	return S5{1, 2, 3, 4, 5}, any(7), struct{}{}
}

//go:noinline
func (r R) M8(p0 float64, p1 int16, p2 [0]int) (S5, any, struct{}) {
	fmt.Println("M8", r.n, p0, p1, p2)
	return S5{1, 2, 3, 4, 5}, any(7), struct{}{}
}

//go:noinline
func f9(p0 S1) (float64, S7, S4, complex128, []int) {
	fmt.Println("f9", p0)
	return -2.25, S7{1.5, 2.5, 3.5, 4.5}, S4{[3]int{7, 8, 9}}, complex(3, -4), []int{1, 2}
}

//go:noinline
func (r R) M9(p0 S1) (float64, S7, S4, complex128, []int) {
	fmt.Println("M9", r.n, p0)
	return -2.25, S7{1.5, 2.5, 3.5, 4.5}, S4{[3]int{7, 8, 9}}, complex(3, -4), []int{1, 2}
}

//go:noinline
func f10(p0 string) (int8, struct{}) { fmt.Println("f10", p0); return -5, struct{}{} }

//go:noinline
func (r R) M10(p0 string) (int8, struct{}) { fmt.Println("M10", r.n, p0); return -5, struct{}{} }

//go:noinline
func f11(p0 uint8) S5 { fmt.Println("f11", p0); return S5{1, 2, 3, 4, 5} }

//go:noinline
func (r R) M11(p0 uint8) S5 { fmt.Println("M11", r.n, p0); return S5{1, 2, 3, 4, 5} }

//go:noinline
func f12(p0 int8) { fmt.Println("f12", p0); return }

//go:noinline
func (r R) M12(p0 int8) { fmt.Println("M12", r.n, p0); return }

//go:noinline
func f13(p0 [0]int, p1 float32, p2 S4, p3 error, p4 float64, p5 [2]int, p6 map[string]int) S6 {
	fmt.Println("f13", p0, p1, p2, p3, p4, p5, p6)
	return S6{"a", "b"}
}

//go:noinline
func (r R) M13(p0 [0]int, p1 float32, p2 S4, p3 error, p4 float64, p5 [2]int, p6 map[string]int) S6 {
	fmt.Println("M13", r.n, p0, p1, p2, p3, p4, p5, p6)
	return S6{"a", "b"}
}

//go:noinline
func f14(p0 struct{}, p1 S3) (int, any, struct{}) {
	fmt.Println("f14", p0, p1)
	return 1 << 40, any(7), struct{}{}
}

//go:noinline
func (r R) M14(p0 struct{}, p1 S3) (int, any, struct{}) {
	fmt.Println("M14", r.n, p0, p1)
	return 1 << 40, any(7), struct{}{}
}

//go:noinline
func f15(p0 int8, p1 complex128, p2 S1) (int8, float64) {
	fmt.Println("f15", p0, p1, p2)
	return -5, -2.25
}

//go:noinline
func (r R) M15(p0 int8, p1 complex128, p2 S1) (int8, float64) {
	fmt.Println("M15", r.n, p0, p1, p2)
	return -5, -2.25
}

//go:noinline
func f16(p0 any, p1 S2) (S1, int, int16, uint8, float64) {
	fmt.Println("f16", p0, p1)
	return S1{1, "x"}, 1 << 40, 300, 200, -2.25
}

//go:noinline
func (r R) M16(p0 any, p1 S2) (S1, int, int16, uint8, float64) {
	fmt.Println("M16", r.n, p0, p1)
	return S1{1, "x"}, 1 << 40, 300, 200, -2.25
}

//go:noinline
func f17(p0 complex128, p1 int8, p2 S7, p3 S2, p4 []int, p5 string, p6 any) {
	fmt.Println("f17", p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func (r R) M17(p0 complex128, p1 int8, p2 S7, p3 S2, p4 []int, p5 string, p6 any) {
	fmt.Println("M17", r.n, p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func f18(p0 int32) S1 { fmt.Println("f18", p0); return S1{1, "x"} }

//go:noinline
func (r R) M18(p0 int32) S1 { fmt.Println("M18", r.n, p0); return S1{1, "x"} }

//go:noinline
func f19(p0 complex64, p1 int8, p2 S2, p3 bool, p4 bool, p5 S2, p6 [2]int, p7 uint8, p8 S1, p9 [0]int) (S1, uint8, any, float32, S3, uint8) {
	fmt.Println("f19", p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
	return S1{1, "x"}, 200, any(7), 1.5, S3{S1{2, "y"}, 4}, 200
}

//go:noinline
func (r R) M19(p0 complex64, p1 int8, p2 S2, p3 bool, p4 bool, p5 S2, p6 [2]int, p7 uint8, p8 S1, p9 [0]int) (S1, uint8, any, float32, S3, uint8) {
	fmt.Println("M19", r.n, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
	return S1{1, "x"}, 200, any(7), 1.5, S3{S1{2, "y"}, 4}, 200
}

//go:noinline
func f20(p0 complex64, p1 S2, p2 complex64, p3 S6) float32 {
	fmt.Println("f20", p0, p1, p2, p3)
	return 1.5
}

//go:noinline
func (r R) M20(p0 complex64, p1 S2, p2 complex64, p3 S6) float32 {
	fmt.Println("M20", r.n, p0, p1, p2, p3)
	return 1.5
}

//go:noinline
func f21(p0 error, p1 float64, p2 S4, p3 any, p4 [0]int, p5 S2, p6 int32, p7 struct{}, p8 int16, p9 int) {
	fmt.Println("f21", p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
	return
}

//go:noinline
func (r R) M21(p0 error, p1 float64, p2 S4, p3 any, p4 [0]int, p5 S2, p6 int32, p7 struct{}, p8 int16, p9 int) {
	fmt.Println("M21", r.n, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
	return
}

//go:noinline
func f22() (complex128, complex64, S6, S5) {
	fmt.Println("f22")
	return complex(3, -4), complex(1, 2), S6{"a", "b"}, S5{1, 2, 3, 4, 5}
}

//go:noinline
func (r R) M22() (complex128, complex64, S6, S5) {
	fmt.Println("M22", r.n)
	return complex(3, -4), complex(1, 2), S6{"a", "b"}, S5{1, 2, 3, 4, 5}
}

//go:noinline
func f23(p0 complex128, p1 struct{}, p2 S2, p3 [0]int, p4 string, p5 map[string]int) S6 {
	fmt.Println("f23", p0, p1, p2, p3, p4, p5)
	return S6{"a", "b"}
}

//go:noinline
func (r R) M23(p0 complex128, p1 struct{}, p2 S2, p3 [0]int, p4 string, p5 map[string]int) S6 {
	fmt.Println("M23", r.n, p0, p1, p2, p3, p4, p5)
	return S6{"a", "b"}
}

//go:noinline
func f24(p0 uint8) [0]int { fmt.Println("f24", p0); return [0]int{} }

//go:noinline
func (r R) M24(p0 uint8) [0]int { fmt.Println("M24", r.n, p0); return [0]int{} }

//go:noinline
func f25(p0 S3, p1 S2, p2 S2, p3 int32, p4 complex128, p5 float64, p6 float64, p7 S6) {
	fmt.Println("f25", p0, p1, p2, p3, p4, p5, p6, p7)
	return
}

//go:noinline
func (r R) M25(p0 S3, p1 S2, p2 S2, p3 int32, p4 complex128, p5 float64, p6 float64, p7 S6) {
	fmt.Println("M25", r.n, p0, p1, p2, p3, p4, p5, p6, p7)
	return
}

//go:noinline
func f26(p0 complex128) ([2]int, complex64, int16) {
	fmt.Println("f26", p0)
	return [2]int{3, 4}, complex(1, 2), 300
}

//go:noinline
func (r R) M26(p0 complex128) ([2]int, complex64, int16) {
	fmt.Println("M26", r.n, p0)
	return [2]int{3, 4}, complex(1, 2), 300
}

//go:noinline
func f27() string { fmt.Println("f27"); return "str" }

//go:noinline
func (r R) M27() string { fmt.Println("M27", r.n); return "str" }

//go:noinline
func f28(p0 map[string]int, p1 S1, p2 uint8, p3 int32, p4 bool) [2]int {
	fmt.Println("f28", p0, p1, p2, p3, p4)
	return [2]int{3, 4}
}

//go:noinline
func (r R) M28(p0 map[string]int, p1 S1, p2 uint8, p3 int32, p4 bool) [2]int {
	fmt.Println("M28", r.n, p0, p1, p2, p3, p4)
	return [2]int{3, 4}
}

//go:noinline
func f29(p0 S4, p1 S6, p2 S5, p3 map[string]int, p4 S1) S1 {
	fmt.Println("f29", p0, p1, p2, p3, p4)
	return S1{1, "x"}
}

//go:noinline
func (r R) M29(p0 S4, p1 S6, p2 S5, p3 map[string]int, p4 S1) S1 {
	fmt.Println("M29", r.n, p0, p1, p2, p3, p4)
	return S1{1, "x"}
}

//go:noinline
func f30() { fmt.Println("f30"); return }

//go:noinline
func (r R) M30() { fmt.Println("M30", r.n); return }

//go:noinline
func f31(p0 bool, p1 S5, p2 string, p3 int16, p4 int8, p5 S2, p6 S3) {
	fmt.Println("f31", p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func (r R) M31(p0 bool, p1 S5, p2 string, p3 int16, p4 int8, p5 S2, p6 S3) {
	fmt.Println("M31", r.n, p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func f32(p0 int32, p1 S6, p2 string, p3 []int, p4 uint8, p5 int32, p6 int32) (error, bool, S6) {
	fmt.Println("f32", p0, p1, p2, p3, p4, p5, p6)
	return error(E("err")), true, S6{"a", "b"}
}

//go:noinline
func (r R) M32(p0 int32, p1 S6, p2 string, p3 []int, p4 uint8, p5 int32, p6 int32) (error, bool, S6) {
	fmt.Println("M32", r.n, p0, p1, p2, p3, p4, p5, p6)
	return error(E("err")), true, S6{"a", "b"}
}

//go:noinline
func f33() (S6, S5, uint8, []int, bool) {
	fmt.Println("f33")
	return S6{"a", "b"}, S5{1, 2, 3, 4, 5}, 200, []int{1, 2}, true
}

//go:noinline
func (r R) M33() (S6, S5, uint8, []int, bool) {
	fmt.Println("M33", r.n)
	return S6{"a", "b"}, S5{1, 2, 3, 4, 5}, 200, []int{1, 2}, true
}

//go:noinline
func f34(p0 S4) (int32, struct{}, int8) { fmt.Println("f34", p0); return -70000, struct{}{}, -5 }

//go:noinline
func (r R) M34(p0 S4) (int32, struct{}, int8) {
	fmt.Println("M34", r.n, p0)
	return -70000, struct{}{}, -5
}

//go:noinline
func f35(p0 S1, p1 int8, p2 S2, p3 S4, p4 any, p5 any, p6 S1) {
	fmt.Println("f35", p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func (r R) M35(p0 S1, p1 int8, p2 S2, p3 S4, p4 any, p5 any, p6 S1) {
	fmt.Println("M35", r.n, p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func f36(p0 int32, p1 int32, p2 int32, p3 S3, p4 int, p5 complex128, p6 struct{}, p7 S6, p8 []int) (S6, S5, S1) {
	fmt.Println("f36", p0, p1, p2, p3, p4, p5, p6, p7, p8)
	return S6{"a", "b"}, S5{1, 2, 3, 4, 5}, S1{1, "x"}
}

//go:noinline
func (r R) M36(p0 int32, p1 int32, p2 int32, p3 S3, p4 int, p5 complex128, p6 struct{}, p7 S6, p8 []int) (S6, S5, S1) {
	fmt.Println("M36", r.n, p0, p1, p2, p3, p4, p5, p6, p7, p8)
	return S6{"a", "b"}, S5{1, 2, 3, 4, 5}, S1{1, "x"}
}

//go:noinline
func f37(p0 [2]int, p1 [2]int, p2 error, p3 int32, p4 map[string]int, p5 S7, p6 map[string]int) {
	fmt.Println("f37", p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func (r R) M37(p0 [2]int, p1 [2]int, p2 error, p3 int32, p4 map[string]int, p5 S7, p6 map[string]int) {
	fmt.Println("M37", r.n, p0, p1, p2, p3, p4, p5, p6)
	return
}

//go:noinline
func f38(p0 S2, p1 int32, p2 [0]int, p3 int8) S5 {
	fmt.Println("f38", p0, p1, p2, p3)
	return S5{1, 2, 3, 4, 5}
}

//go:noinline
func (r R) M38(p0 S2, p1 int32, p2 [0]int, p3 int8) S5 {
	fmt.Println("M38", r.n, p0, p1, p2, p3)
	return S5{1, 2, 3, 4, 5}
}

//go:noinline
func f39(p0 [0]int) (S2, S4, [0]int, complex128, int8, bool) {
	fmt.Println("f39", p0)
	return S2{1, 2.5, 3}, S4{[3]int{7, 8, 9}}, [0]int{}, complex(3, -4), -5, true
}

//go:noinline
func (r R) M39(p0 [0]int) (S2, S4, [0]int, complex128, int8, bool) {
	fmt.Println("M39", r.n, p0)
	return S2{1, 2.5, 3}, S4{[3]int{7, 8, 9}}, [0]int{}, complex(3, -4), -5, true
}

//go:noinline
func f40(p0 uint8, p1 S4, p2 S2, p3 float64) (float32, S7, []int, S4) {
	fmt.Println("f40", p0, p1, p2, p3)
	return 1.5, S7{1.5, 2.5, 3.5, 4.5}, []int{1, 2}, S4{[3]int{7, 8, 9}}
}

//go:noinline
func (r R) M40(p0 uint8, p1 S4, p2 S2, p3 float64) (float32, S7, []int, S4) {
	fmt.Println("M40", r.n, p0, p1, p2, p3)
	return 1.5, S7{1.5, 2.5, 3.5, 4.5}, []int{1, 2}, S4{[3]int{7, 8, 9}}
}

//go:noinline
func f41(p0 [0]int, p1 complex64, p2 []int, p3 any, p4 S4, p5 complex128, p6 float64) (struct{}, S7, float64, float64, any) {
	fmt.Println("f41", p0, p1, p2, p3, p4, p5, p6)
	return struct{}{}, S7{1.5, 2.5, 3.5, 4.5}, -2.25, -2.25, any(7)
}

//go:noinline
func (r R) M41(p0 [0]int, p1 complex64, p2 []int, p3 any, p4 S4, p5 complex128, p6 float64) (struct{}, S7, float64, float64, any) {
	fmt.Println("M41", r.n, p0, p1, p2, p3, p4, p5, p6)
	return struct{}{}, S7{1.5, 2.5, 3.5, 4.5}, -2.25, -2.25, any(7)
}

//go:noinline
func f42(p0 S1, p1 []int, p2 float64) uint8 { fmt.Println("f42", p0, p1, p2); return 200 }

//go:noinline
func (r R) M42(p0 S1, p1 []int, p2 float64) uint8 { fmt.Println("M42", r.n, p0, p1, p2); return 200 }

//go:noinline
func f43(p0 bool, p1 int16, p2 S5, p3 int32, p4 complex128, p5 float32, p6 int) ([0]int, complex128, float64) {
	fmt.Println("f43", p0, p1, p2, p3, p4, p5, p6)
	return [0]int{}, complex(3, -4), -2.25
}

//go:noinline
func (r R) M43(p0 bool, p1 int16, p2 S5, p3 int32, p4 complex128, p5 float32, p6 int) ([0]int, complex128, float64) {
	fmt.Println("M43", r.n, p0, p1, p2, p3, p4, p5, p6)
	return [0]int{}, complex(3, -4), -2.25
}

//go:noinline
func f44(p0 any, p1 S3, p2 map[string]int, p3 [0]int, p4 S4, p5 []int) (S2, [2]int, []int, int32, int16) {
	fmt.Println("f44", p0, p1, p2, p3, p4, p5)
	return S2{1, 2.5, 3}, [2]int{3, 4}, []int{1, 2}, -70000, 300
}

//go:noinline
func (r R) M44(p0 any, p1 S3, p2 map[string]int, p3 [0]int, p4 S4, p5 []int) (S2, [2]int, []int, int32, int16) {
	fmt.Println("M44", r.n, p0, p1, p2, p3, p4, p5)
	return S2{1, 2.5, 3}, [2]int{3, 4}, []int{1, 2}, -70000, 300
}

//go:noinline
func f45(p0 S2, p1 int16, p2 S4, p3 S5) (S1, bool) {
	fmt.Println("f45", p0, p1, p2, p3)
	return S1{1, "x"}, true
}

//go:noinline
func (r R) M45(p0 S2, p1 int16, p2 S4, p3 S5) (S1, bool) {
	fmt.Println("M45", r.n, p0, p1, p2, p3)
	return S1{1, "x"}, true
}

//go:noinline
func f46(p0 S3, p1 S1, p2 int8, p3 S3) any { fmt.Println("f46", p0, p1, p2, p3); return any(7) }

//go:noinline
func (r R) M46(p0 S3, p1 S1, p2 int8, p3 S3) any {
	fmt.Println("M46", r.n, p0, p1, p2, p3)
	return any(7)
}

//go:noinline
func f47(p0 float64, p1 int8, p2 S7, p3 complex128, p4 complex64, p5 S7, p6 uint8) (int16, S3, int, [2]int, int, S3) {
	fmt.Println("f47", p0, p1, p2, p3, p4, p5, p6)
	return 300, S3{S1{2, "y"}, 4}, 1 << 40, [2]int{3, 4}, 1 << 40, S3{S1{2, "y"}, 4}
}

//go:noinline
func (r R) M47(p0 float64, p1 int8, p2 S7, p3 complex128, p4 complex64, p5 S7, p6 uint8) (int16, S3, int, [2]int, int, S3) {
	fmt.Println("M47", r.n, p0, p1, p2, p3, p4, p5, p6)
	return 300, S3{S1{2, "y"}, 4}, 1 << 40, [2]int{3, 4}, 1 << 40, S3{S1{2, "y"}, 4}
}

//go:noinline
func f48(p0 S3, p1 S3, p2 bool, p3 int32, p4 S4, p5 float64, p6 float64, p7 [0]int) (float32, S5) {
	fmt.Println("f48", p0, p1, p2, p3, p4, p5, p6, p7)
	return 1.5, S5{1, 2, 3, 4, 5}
}

//go:noinline
func (r R) M48(p0 S3, p1 S3, p2 bool, p3 int32, p4 S4, p5 float64, p6 float64, p7 [0]int) (float32, S5) {
	fmt.Println("M48", r.n, p0, p1, p2, p3, p4, p5, p6, p7)
	return 1.5, S5{1, 2, 3, 4, 5}
}

//go:noinline
func f49() ([0]int, error, S5, int16, float32, complex64) {
	fmt.Println("f49")
	return [0]int{}, error(E("err")), S5{1, 2, 3, 4, 5}, 300, 1.5, complex(1, 2)
}

//go:noinline
func (r R) M49() ([0]int, error, S5, int16, float32, complex64) {
	fmt.Println("M49", r.n)
	return [0]int{}, error(E("err")), S5{1, 2, 3, 4, 5}, 300, 1.5, complex(1, 2)
}

//go:noinline
func f50(p0 S7, p1 bool, p2 error, p3 S5) (map[string]int, S2, S7, float32) {
	fmt.Println("f50", p0, p1, p2, p3)
	return map[string]int{"k": 1}, S2{1, 2.5, 3}, S7{1.5, 2.5, 3.5, 4.5}, 1.5
}

//go:noinline
func (r R) M50(p0 S7, p1 bool, p2 error, p3 S5) (map[string]int, S2, S7, float32) {
	fmt.Println("M50", r.n, p0, p1, p2, p3)
	return map[string]int{"k": 1}, S2{1, 2.5, 3}, S7{1.5, 2.5, 3.5, 4.5}, 1.5
}

//go:noinline
func f51(p0 S5, p1 complex64, p2 int32, p3 struct{}, p4 S6, p5 any) [2]int {
	fmt.Println("f51", p0, p1, p2, p3, p4, p5)
	return [2]int{3, 4}
}

//go:noinline
func (r R) M51(p0 S5, p1 complex64, p2 int32, p3 struct{}, p4 S6, p5 any) [2]int {
	fmt.Println("M51", r.n, p0, p1, p2, p3, p4, p5)
	return [2]int{3, 4}
}

//go:noinline
func f52(p0 float64, p1 S3, p2 int8, p3 any, p4 error, p5 S1, p6 S3) ([]int, [2]int, []int, S3) {
	fmt.Println("f52", p0, p1, p2, p3, p4, p5, p6)
	return []int{1, 2}, [2]int{3, 4}, []int{1, 2}, S3{S1{2, "y"}, 4}
}

//go:noinline
func (r R) M52(p0 float64, p1 S3, p2 int8, p3 any, p4 error, p5 S1, p6 S3) ([]int, [2]int, []int, S3) {
	fmt.Println("M52", r.n, p0, p1, p2, p3, p4, p5, p6)
	return []int{1, 2}, [2]int{3, 4}, []int{1, 2}, S3{S1{2, "y"}, 4}
}

//go:noinline
func f53(p0 int, p1 S6, p2 S3) (int, float64, complex64, any, int32) {
	fmt.Println("f53", p0, p1, p2)
	return 1 << 40, -2.25, complex(1, 2), any(7), -70000
}

//go:noinline
func (r R) M53(p0 int, p1 S6, p2 S3) (int, float64, complex64, any, int32) {
	fmt.Println("M53", r.n, p0, p1, p2)
	return 1 << 40, -2.25, complex(1, 2), any(7), -70000
}

//go:noinline
func f54(p0 error, p1 []int, p2 complex128, p3 S5) (int8, bool, map[string]int, int32, int16, [2]int) {
	fmt.Println("f54", p0, p1, p2, p3)
	return -5, true, map[string]int{"k": 1}, -70000, 300, [2]int{3, 4}
}

//go:noinline
func (r R) M54(p0 error, p1 []int, p2 complex128, p3 S5) (int8, bool, map[string]int, int32, int16, [2]int) {
	fmt.Println("M54", r.n, p0, p1, p2, p3)
	return -5, true, map[string]int{"k": 1}, -70000, 300, [2]int{3, 4}
}

//go:noinline
func f55(p0 error, p1 struct{}, p2 S7, p3 complex128, p4 [0]int) {
	fmt.Println("f55", p0, p1, p2, p3, p4)
	return
}

//go:noinline
func (r R) M55(p0 error, p1 struct{}, p2 S7, p3 complex128, p4 [0]int) {
	fmt.Println("M55", r.n, p0, p1, p2, p3, p4)
	return
}

//go:noinline
func f56(p0 int32, p1 struct{}, p2 int16) error {
	fmt.Println("f56", p0, p1, p2)
	return error(E("err"))
}

//go:noinline
func (r R) M56(p0 int32, p1 struct{}, p2 int16) error {
	fmt.Println("M56", r.n, p0, p1, p2)
	return error(E("err"))
}

//go:noinline
func f57(p0 S4, p1 uint8, p2 [0]int, p3 uint8, p4 map[string]int) (map[string]int, S4, S5, [2]int, [0]int) {
	fmt.Println("f57", p0, p1, p2, p3, p4)
	return map[string]int{"k": 1}, S4{[3]int{7, 8, 9}}, S5{1, 2, 3, 4, 5}, [2]int{3, 4}, [0]int{}
}

//go:noinline
func (r R) M57(p0 S4, p1 uint8, p2 [0]int, p3 uint8, p4 map[string]int) (map[string]int, S4, S5, [2]int, [0]int) {
	fmt.Println("M57", r.n, p0, p1, p2, p3, p4)
	return map[string]int{"k": 1}, S4{[3]int{7, 8, 9}}, S5{1, 2, 3, 4, 5}, [2]int{3, 4}, [0]int{}
}

//go:noinline
func f58(p0 S5, p1 int32, p2 S7, p3 complex64, p4 [2]int, p5 map[string]int, p6 error, p7 string, p8 S6) (S3, float32, map[string]int, map[string]int) {
	fmt.Println("f58", p0, p1, p2, p3, p4, p5, p6, p7, p8)
	return S3{S1{2, "y"}, 4}, 1.5, map[string]int{"k": 1}, map[string]int{"k": 1}
}

//go:noinline
func (r R) M58(p0 S5, p1 int32, p2 S7, p3 complex64, p4 [2]int, p5 map[string]int, p6 error, p7 string, p8 S6) (S3, float32, map[string]int, map[string]int) {
	fmt.Println("M58", r.n, p0, p1, p2, p3, p4, p5, p6, p7, p8)
	return S3{S1{2, "y"}, 4}, 1.5, map[string]int{"k": 1}, map[string]int{"k": 1}
}

//go:noinline
func f59(p0 complex128, p1 string, p2 S4, p3 any, p4 S2, p5 float64, p6 string, p7 uint8) (map[string]int, complex128, S1, [0]int) {
	fmt.Println("f59", p0, p1, p2, p3, p4, p5, p6, p7)
	return map[string]int{"k": 1}, complex(3, -4), S1{1, "x"}, [0]int{}
}

//go:noinline
func (r R) M59(p0 complex128, p1 string, p2 S4, p3 any, p4 S2, p5 float64, p6 string, p7 uint8) (map[string]int, complex128, S1, [0]int) {
	fmt.Println("M59", r.n, p0, p1, p2, p3, p4, p5, p6, p7)
	return map[string]int{"k": 1}, complex(3, -4), S1{1, "x"}, [0]int{}
}
func val[T any](x T) reflect.Value { return reflect.ValueOf(&x).Elem() }
func show(vs []reflect.Value) {
	for _, v := range vs {
		fmt.Print(v.Interface(), " ")
	}
	fmt.Println()
}
func main() {
	show(reflect.ValueOf(f0).Call([]reflect.Value{val[error](error(E("err"))), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[[2]int]([2]int{3, 4}), val[[2]int]([2]int{3, 4}), val[map[string]int](map[string]int{"k": 1}), val[S1](S1{1, "x"}), val[float64](-2.25)}))
	show(reflect.ValueOf(R{0}).MethodByName("M0").Call([]reflect.Value{val[error](error(E("err"))), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[[2]int]([2]int{3, 4}), val[[2]int]([2]int{3, 4}), val[map[string]int](map[string]int{"k": 1}), val[S1](S1{1, "x"}), val[float64](-2.25)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f0), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f0).Call(in) }).Interface().(func(error, S7, [2]int, [2]int, map[string]int, S1, float64) map[string]int)
		r0 := m(error(E("err")), S7{1.5, 2.5, 3.5, 4.5}, [2]int{3, 4}, [2]int{3, 4}, map[string]int{"k": 1}, S1{1, "x"}, -2.25)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{0}).MethodByName("M0").Interface().(func(error, S7, [2]int, [2]int, map[string]int, S1, float64) map[string]int)
		r0 := m(error(E("err")), S7{1.5, 2.5, 3.5, 4.5}, [2]int{3, 4}, [2]int{3, 4}, map[string]int{"k": 1}, S1{1, "x"}, -2.25)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M0")
		m := g.Func.Interface().(func(R, error, S7, [2]int, [2]int, map[string]int, S1, float64) map[string]int)
		r0 := m(R{3}, error(E("err")), S7{1.5, 2.5, 3.5, 4.5}, [2]int{3, 4}, [2]int{3, 4}, map[string]int{"k": 1}, S1{1, "x"}, -2.25)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f1).Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S2](S2{1, 2.5, 3}), val[float32](1.5), val[int](1 << 40), val[[2]int]([2]int{3, 4}), val[string]("str"), val[uint8](200)}))
	show(reflect.ValueOf(R{1}).MethodByName("M1").Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S2](S2{1, 2.5, 3}), val[float32](1.5), val[int](1 << 40), val[[2]int]([2]int{3, 4}), val[string]("str"), val[uint8](200)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f1), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f1).Call(in) }).Interface().(func(S3, S2, float32, int, [2]int, string, uint8))
		m(S3{S1{2, "y"}, 4}, S2{1, 2.5, 3}, 1.5, 1<<40, [2]int{3, 4}, "str", 200)
	}
	{
		m := reflect.ValueOf(R{1}).MethodByName("M1").Interface().(func(S3, S2, float32, int, [2]int, string, uint8))
		m(S3{S1{2, "y"}, 4}, S2{1, 2.5, 3}, 1.5, 1<<40, [2]int{3, 4}, "str", 200)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M1")
		m := g.Func.Interface().(func(R, S3, S2, float32, int, [2]int, string, uint8))
		m(R{3}, S3{S1{2, "y"}, 4}, S2{1, 2.5, 3}, 1.5, 1<<40, [2]int{3, 4}, "str", 200)
	}
	show(reflect.ValueOf(f2).Call([]reflect.Value{val[S5](S5{1, 2, 3, 4, 5}), val[S3](S3{S1{2, "y"}, 4}), val[int16](300), val[S2](S2{1, 2.5, 3}), val[any](any(7)), val[[2]int]([2]int{3, 4}), val[S3](S3{S1{2, "y"}, 4}), val[S6](S6{"a", "b"})}))
	show(reflect.ValueOf(R{2}).MethodByName("M2").Call([]reflect.Value{val[S5](S5{1, 2, 3, 4, 5}), val[S3](S3{S1{2, "y"}, 4}), val[int16](300), val[S2](S2{1, 2.5, 3}), val[any](any(7)), val[[2]int]([2]int{3, 4}), val[S3](S3{S1{2, "y"}, 4}), val[S6](S6{"a", "b"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f2), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f2).Call(in) }).Interface().(func(S5, S3, int16, S2, any, [2]int, S3, S6) (S3, float32, S2, int8))
		r0, r1, r2, r3 := m(S5{1, 2, 3, 4, 5}, S3{S1{2, "y"}, 4}, 300, S2{1, 2.5, 3}, any(7), [2]int{3, 4}, S3{S1{2, "y"}, 4}, S6{"a", "b"})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{2}).MethodByName("M2").Interface().(func(S5, S3, int16, S2, any, [2]int, S3, S6) (S3, float32, S2, int8))
		r0, r1, r2, r3 := m(S5{1, 2, 3, 4, 5}, S3{S1{2, "y"}, 4}, 300, S2{1, 2.5, 3}, any(7), [2]int{3, 4}, S3{S1{2, "y"}, 4}, S6{"a", "b"})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M2")
		m := g.Func.Interface().(func(R, S5, S3, int16, S2, any, [2]int, S3, S6) (S3, float32, S2, int8))
		r0, r1, r2, r3 := m(R{3}, S5{1, 2, 3, 4, 5}, S3{S1{2, "y"}, 4}, 300, S2{1, 2.5, 3}, any(7), [2]int{3, 4}, S3{S1{2, "y"}, 4}, S6{"a", "b"})
		fmt.Println(r0, r1, r2, r3)
	}
	show(reflect.ValueOf(f3).Call([]reflect.Value{val[int32](-70000), val[int16](300), val[int16](300), val[float64](-2.25), val[complex64](complex(1, 2)), val[S2](S2{1, 2.5, 3}), val[int8](-5), val[S7](S7{1.5, 2.5, 3.5, 4.5})}))
	show(reflect.ValueOf(R{3}).MethodByName("M3").Call([]reflect.Value{val[int32](-70000), val[int16](300), val[int16](300), val[float64](-2.25), val[complex64](complex(1, 2)), val[S2](S2{1, 2.5, 3}), val[int8](-5), val[S7](S7{1.5, 2.5, 3.5, 4.5})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f3), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f3).Call(in) }).Interface().(func(int32, int16, int16, float64, complex64, S2, int8, S7) ([]int, [2]int, S1))
		r0, r1, r2 := m(-70000, 300, 300, -2.25, complex(1, 2), S2{1, 2.5, 3}, -5, S7{1.5, 2.5, 3.5, 4.5})
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{3}).MethodByName("M3").Interface().(func(int32, int16, int16, float64, complex64, S2, int8, S7) ([]int, [2]int, S1))
		r0, r1, r2 := m(-70000, 300, 300, -2.25, complex(1, 2), S2{1, 2.5, 3}, -5, S7{1.5, 2.5, 3.5, 4.5})
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M3")
		m := g.Func.Interface().(func(R, int32, int16, int16, float64, complex64, S2, int8, S7) ([]int, [2]int, S1))
		r0, r1, r2 := m(R{3}, -70000, 300, 300, -2.25, complex(1, 2), S2{1, 2.5, 3}, -5, S7{1.5, 2.5, 3.5, 4.5})
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f4).Call([]reflect.Value{val[map[string]int](map[string]int{"k": 1}), val[complex64](complex(1, 2)), val[S3](S3{S1{2, "y"}, 4})}))
	show(reflect.ValueOf(R{4}).MethodByName("M4").Call([]reflect.Value{val[map[string]int](map[string]int{"k": 1}), val[complex64](complex(1, 2)), val[S3](S3{S1{2, "y"}, 4})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f4), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f4).Call(in) }).Interface().(func(map[string]int, complex64, S3) ([0]int, int8))
		r0, r1 := m(map[string]int{"k": 1}, complex(1, 2), S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1)
	}
	{
		m := reflect.ValueOf(R{4}).MethodByName("M4").Interface().(func(map[string]int, complex64, S3) ([0]int, int8))
		r0, r1 := m(map[string]int{"k": 1}, complex(1, 2), S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M4")
		m := g.Func.Interface().(func(R, map[string]int, complex64, S3) ([0]int, int8))
		r0, r1 := m(R{3}, map[string]int{"k": 1}, complex(1, 2), S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1)
	}
	show(reflect.ValueOf(f5).Call([]reflect.Value{val[int32](-70000), val[[2]int]([2]int{3, 4}), val[S3](S3{S1{2, "y"}, 4}), val[complex128](complex(3, -4)), val[struct{}](struct{}{}), val[error](error(E("err"))), val[int32](-70000), val[S5](S5{1, 2, 3, 4, 5}), val[complex128](complex(3, -4)), val[[]int]([]int{1, 2})}))
	show(reflect.ValueOf(R{5}).MethodByName("M5").Call([]reflect.Value{val[int32](-70000), val[[2]int]([2]int{3, 4}), val[S3](S3{S1{2, "y"}, 4}), val[complex128](complex(3, -4)), val[struct{}](struct{}{}), val[error](error(E("err"))), val[int32](-70000), val[S5](S5{1, 2, 3, 4, 5}), val[complex128](complex(3, -4)), val[[]int]([]int{1, 2})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f5), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f5).Call(in) }).Interface().(func(int32, [2]int, S3, complex128, struct{}, error, int32, S5, complex128, []int) (complex64, map[string]int, string, int8, int32, S1))
		r0, r1, r2, r3, r4, r5 := m(-70000, [2]int{3, 4}, S3{S1{2, "y"}, 4}, complex(3, -4), struct{}{}, error(E("err")), -70000, S5{1, 2, 3, 4, 5}, complex(3, -4), []int{1, 2})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		m := reflect.ValueOf(R{5}).MethodByName("M5").Interface().(func(int32, [2]int, S3, complex128, struct{}, error, int32, S5, complex128, []int) (complex64, map[string]int, string, int8, int32, S1))
		r0, r1, r2, r3, r4, r5 := m(-70000, [2]int{3, 4}, S3{S1{2, "y"}, 4}, complex(3, -4), struct{}{}, error(E("err")), -70000, S5{1, 2, 3, 4, 5}, complex(3, -4), []int{1, 2})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M5")
		m := g.Func.Interface().(func(R, int32, [2]int, S3, complex128, struct{}, error, int32, S5, complex128, []int) (complex64, map[string]int, string, int8, int32, S1))
		r0, r1, r2, r3, r4, r5 := m(R{3}, -70000, [2]int{3, 4}, S3{S1{2, "y"}, 4}, complex(3, -4), struct{}{}, error(E("err")), -70000, S5{1, 2, 3, 4, 5}, complex(3, -4), []int{1, 2})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	show(reflect.ValueOf(f6).Call([]reflect.Value{val[any](any(7))}))
	show(reflect.ValueOf(R{6}).MethodByName("M6").Call([]reflect.Value{val[any](any(7))}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f6), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f6).Call(in) }).Interface().(func(any))
		m(any(7))
	}
	{
		m := reflect.ValueOf(R{6}).MethodByName("M6").Interface().(func(any))
		m(any(7))
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M6")
		m := g.Func.Interface().(func(R, any))
		m(R{3}, any(7))
	}
	show(reflect.ValueOf(f7).Call([]reflect.Value{val[any](any(7)), val[int32](-70000), val[int8](-5), val[S4](S4{[3]int{7, 8, 9}})}))
	show(reflect.ValueOf(R{7}).MethodByName("M7").Call([]reflect.Value{val[any](any(7)), val[int32](-70000), val[int8](-5), val[S4](S4{[3]int{7, 8, 9}})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f7), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f7).Call(in) }).Interface().(func(any, int32, int8, S4))
		m(any(7), -70000, -5, S4{[3]int{7, 8, 9}})
	}
	{
		m := reflect.ValueOf(R{7}).MethodByName("M7").Interface().(func(any, int32, int8, S4))
		m(any(7), -70000, -5, S4{[3]int{7, 8, 9}})
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M7")
		m := g.Func.Interface().(func(R, any, int32, int8, S4))
		m(R{3}, any(7), -70000, -5, S4{[3]int{7, 8, 9}})
	}
	show(reflect.ValueOf(f8).Call([]reflect.Value{val[float64](-2.25), val[int16](300), val[[0]int]([0]int{})}))
	show(reflect.ValueOf(R{8}).MethodByName("M8").Call([]reflect.Value{val[float64](-2.25), val[int16](300), val[[0]int]([0]int{})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f8), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f8).Call(in) }).Interface().(func(float64, int16, [0]int) (S5, any, struct{}))
		r0, r1, r2 := m(-2.25, 300, [0]int{})
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{8}).MethodByName("M8").Interface().(func(float64, int16, [0]int) (S5, any, struct{}))
		r0, r1, r2 := m(-2.25, 300, [0]int{})
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M8")
		m := g.Func.Interface().(func(R, float64, int16, [0]int) (S5, any, struct{}))
		r0, r1, r2 := m(R{3}, -2.25, 300, [0]int{})
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f9).Call([]reflect.Value{val[S1](S1{1, "x"})}))
	show(reflect.ValueOf(R{9}).MethodByName("M9").Call([]reflect.Value{val[S1](S1{1, "x"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f9), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f9).Call(in) }).Interface().(func(S1) (float64, S7, S4, complex128, []int))
		r0, r1, r2, r3, r4 := m(S1{1, "x"})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{9}).MethodByName("M9").Interface().(func(S1) (float64, S7, S4, complex128, []int))
		r0, r1, r2, r3, r4 := m(S1{1, "x"})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M9")
		m := g.Func.Interface().(func(R, S1) (float64, S7, S4, complex128, []int))
		r0, r1, r2, r3, r4 := m(R{3}, S1{1, "x"})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f10).Call([]reflect.Value{val[string]("str")}))
	show(reflect.ValueOf(R{10}).MethodByName("M10").Call([]reflect.Value{val[string]("str")}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f10), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f10).Call(in) }).Interface().(func(string) (int8, struct{}))
		r0, r1 := m("str")
		fmt.Println(r0, r1)
	}
	{
		m := reflect.ValueOf(R{10}).MethodByName("M10").Interface().(func(string) (int8, struct{}))
		r0, r1 := m("str")
		fmt.Println(r0, r1)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M10")
		m := g.Func.Interface().(func(R, string) (int8, struct{}))
		r0, r1 := m(R{3}, "str")
		fmt.Println(r0, r1)
	}
	show(reflect.ValueOf(f11).Call([]reflect.Value{val[uint8](200)}))
	show(reflect.ValueOf(R{11}).MethodByName("M11").Call([]reflect.Value{val[uint8](200)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f11), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f11).Call(in) }).Interface().(func(uint8) S5)
		r0 := m(200)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{11}).MethodByName("M11").Interface().(func(uint8) S5)
		r0 := m(200)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M11")
		m := g.Func.Interface().(func(R, uint8) S5)
		r0 := m(R{3}, 200)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f12).Call([]reflect.Value{val[int8](-5)}))
	show(reflect.ValueOf(R{12}).MethodByName("M12").Call([]reflect.Value{val[int8](-5)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f12), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f12).Call(in) }).Interface().(func(int8))
		m(-5)
	}
	{
		m := reflect.ValueOf(R{12}).MethodByName("M12").Interface().(func(int8))
		m(-5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M12")
		m := g.Func.Interface().(func(R, int8))
		m(R{3}, -5)
	}
	show(reflect.ValueOf(f13).Call([]reflect.Value{val[[0]int]([0]int{}), val[float32](1.5), val[S4](S4{[3]int{7, 8, 9}}), val[error](error(E("err"))), val[float64](-2.25), val[[2]int]([2]int{3, 4}), val[map[string]int](map[string]int{"k": 1})}))
	show(reflect.ValueOf(R{13}).MethodByName("M13").Call([]reflect.Value{val[[0]int]([0]int{}), val[float32](1.5), val[S4](S4{[3]int{7, 8, 9}}), val[error](error(E("err"))), val[float64](-2.25), val[[2]int]([2]int{3, 4}), val[map[string]int](map[string]int{"k": 1})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f13), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f13).Call(in) }).Interface().(func([0]int, float32, S4, error, float64, [2]int, map[string]int) S6)
		r0 := m([0]int{}, 1.5, S4{[3]int{7, 8, 9}}, error(E("err")), -2.25, [2]int{3, 4}, map[string]int{"k": 1})
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{13}).MethodByName("M13").Interface().(func([0]int, float32, S4, error, float64, [2]int, map[string]int) S6)
		r0 := m([0]int{}, 1.5, S4{[3]int{7, 8, 9}}, error(E("err")), -2.25, [2]int{3, 4}, map[string]int{"k": 1})
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M13")
		m := g.Func.Interface().(func(R, [0]int, float32, S4, error, float64, [2]int, map[string]int) S6)
		r0 := m(R{3}, [0]int{}, 1.5, S4{[3]int{7, 8, 9}}, error(E("err")), -2.25, [2]int{3, 4}, map[string]int{"k": 1})
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f14).Call([]reflect.Value{val[struct{}](struct{}{}), val[S3](S3{S1{2, "y"}, 4})}))
	show(reflect.ValueOf(R{14}).MethodByName("M14").Call([]reflect.Value{val[struct{}](struct{}{}), val[S3](S3{S1{2, "y"}, 4})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f14), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f14).Call(in) }).Interface().(func(struct{}, S3) (int, any, struct{}))
		r0, r1, r2 := m(struct{}{}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{14}).MethodByName("M14").Interface().(func(struct{}, S3) (int, any, struct{}))
		r0, r1, r2 := m(struct{}{}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M14")
		m := g.Func.Interface().(func(R, struct{}, S3) (int, any, struct{}))
		r0, r1, r2 := m(R{3}, struct{}{}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f15).Call([]reflect.Value{val[int8](-5), val[complex128](complex(3, -4)), val[S1](S1{1, "x"})}))
	show(reflect.ValueOf(R{15}).MethodByName("M15").Call([]reflect.Value{val[int8](-5), val[complex128](complex(3, -4)), val[S1](S1{1, "x"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f15), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f15).Call(in) }).Interface().(func(int8, complex128, S1) (int8, float64))
		r0, r1 := m(-5, complex(3, -4), S1{1, "x"})
		fmt.Println(r0, r1)
	}
	{
		m := reflect.ValueOf(R{15}).MethodByName("M15").Interface().(func(int8, complex128, S1) (int8, float64))
		r0, r1 := m(-5, complex(3, -4), S1{1, "x"})
		fmt.Println(r0, r1)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M15")
		m := g.Func.Interface().(func(R, int8, complex128, S1) (int8, float64))
		r0, r1 := m(R{3}, -5, complex(3, -4), S1{1, "x"})
		fmt.Println(r0, r1)
	}
	show(reflect.ValueOf(f16).Call([]reflect.Value{val[any](any(7)), val[S2](S2{1, 2.5, 3})}))
	show(reflect.ValueOf(R{16}).MethodByName("M16").Call([]reflect.Value{val[any](any(7)), val[S2](S2{1, 2.5, 3})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f16), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f16).Call(in) }).Interface().(func(any, S2) (S1, int, int16, uint8, float64))
		r0, r1, r2, r3, r4 := m(any(7), S2{1, 2.5, 3})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{16}).MethodByName("M16").Interface().(func(any, S2) (S1, int, int16, uint8, float64))
		r0, r1, r2, r3, r4 := m(any(7), S2{1, 2.5, 3})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M16")
		m := g.Func.Interface().(func(R, any, S2) (S1, int, int16, uint8, float64))
		r0, r1, r2, r3, r4 := m(R{3}, any(7), S2{1, 2.5, 3})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f17).Call([]reflect.Value{val[complex128](complex(3, -4)), val[int8](-5), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[S2](S2{1, 2.5, 3}), val[[]int]([]int{1, 2}), val[string]("str"), val[any](any(7))}))
	show(reflect.ValueOf(R{17}).MethodByName("M17").Call([]reflect.Value{val[complex128](complex(3, -4)), val[int8](-5), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[S2](S2{1, 2.5, 3}), val[[]int]([]int{1, 2}), val[string]("str"), val[any](any(7))}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f17), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f17).Call(in) }).Interface().(func(complex128, int8, S7, S2, []int, string, any))
		m(complex(3, -4), -5, S7{1.5, 2.5, 3.5, 4.5}, S2{1, 2.5, 3}, []int{1, 2}, "str", any(7))
	}
	{
		m := reflect.ValueOf(R{17}).MethodByName("M17").Interface().(func(complex128, int8, S7, S2, []int, string, any))
		m(complex(3, -4), -5, S7{1.5, 2.5, 3.5, 4.5}, S2{1, 2.5, 3}, []int{1, 2}, "str", any(7))
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M17")
		m := g.Func.Interface().(func(R, complex128, int8, S7, S2, []int, string, any))
		m(R{3}, complex(3, -4), -5, S7{1.5, 2.5, 3.5, 4.5}, S2{1, 2.5, 3}, []int{1, 2}, "str", any(7))
	}
	show(reflect.ValueOf(f18).Call([]reflect.Value{val[int32](-70000)}))
	show(reflect.ValueOf(R{18}).MethodByName("M18").Call([]reflect.Value{val[int32](-70000)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f18), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f18).Call(in) }).Interface().(func(int32) S1)
		r0 := m(-70000)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{18}).MethodByName("M18").Interface().(func(int32) S1)
		r0 := m(-70000)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M18")
		m := g.Func.Interface().(func(R, int32) S1)
		r0 := m(R{3}, -70000)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f19).Call([]reflect.Value{val[complex64](complex(1, 2)), val[int8](-5), val[S2](S2{1, 2.5, 3}), val[bool](true), val[bool](true), val[S2](S2{1, 2.5, 3}), val[[2]int]([2]int{3, 4}), val[uint8](200), val[S1](S1{1, "x"}), val[[0]int]([0]int{})}))
	show(reflect.ValueOf(R{19}).MethodByName("M19").Call([]reflect.Value{val[complex64](complex(1, 2)), val[int8](-5), val[S2](S2{1, 2.5, 3}), val[bool](true), val[bool](true), val[S2](S2{1, 2.5, 3}), val[[2]int]([2]int{3, 4}), val[uint8](200), val[S1](S1{1, "x"}), val[[0]int]([0]int{})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f19), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f19).Call(in) }).Interface().(func(complex64, int8, S2, bool, bool, S2, [2]int, uint8, S1, [0]int) (S1, uint8, any, float32, S3, uint8))
		r0, r1, r2, r3, r4, r5 := m(complex(1, 2), -5, S2{1, 2.5, 3}, true, true, S2{1, 2.5, 3}, [2]int{3, 4}, 200, S1{1, "x"}, [0]int{})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		m := reflect.ValueOf(R{19}).MethodByName("M19").Interface().(func(complex64, int8, S2, bool, bool, S2, [2]int, uint8, S1, [0]int) (S1, uint8, any, float32, S3, uint8))
		r0, r1, r2, r3, r4, r5 := m(complex(1, 2), -5, S2{1, 2.5, 3}, true, true, S2{1, 2.5, 3}, [2]int{3, 4}, 200, S1{1, "x"}, [0]int{})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M19")
		m := g.Func.Interface().(func(R, complex64, int8, S2, bool, bool, S2, [2]int, uint8, S1, [0]int) (S1, uint8, any, float32, S3, uint8))
		r0, r1, r2, r3, r4, r5 := m(R{3}, complex(1, 2), -5, S2{1, 2.5, 3}, true, true, S2{1, 2.5, 3}, [2]int{3, 4}, 200, S1{1, "x"}, [0]int{})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	show(reflect.ValueOf(f20).Call([]reflect.Value{val[complex64](complex(1, 2)), val[S2](S2{1, 2.5, 3}), val[complex64](complex(1, 2)), val[S6](S6{"a", "b"})}))
	show(reflect.ValueOf(R{20}).MethodByName("M20").Call([]reflect.Value{val[complex64](complex(1, 2)), val[S2](S2{1, 2.5, 3}), val[complex64](complex(1, 2)), val[S6](S6{"a", "b"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f20), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f20).Call(in) }).Interface().(func(complex64, S2, complex64, S6) float32)
		r0 := m(complex(1, 2), S2{1, 2.5, 3}, complex(1, 2), S6{"a", "b"})
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{20}).MethodByName("M20").Interface().(func(complex64, S2, complex64, S6) float32)
		r0 := m(complex(1, 2), S2{1, 2.5, 3}, complex(1, 2), S6{"a", "b"})
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M20")
		m := g.Func.Interface().(func(R, complex64, S2, complex64, S6) float32)
		r0 := m(R{3}, complex(1, 2), S2{1, 2.5, 3}, complex(1, 2), S6{"a", "b"})
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f21).Call([]reflect.Value{val[error](error(E("err"))), val[float64](-2.25), val[S4](S4{[3]int{7, 8, 9}}), val[any](any(7)), val[[0]int]([0]int{}), val[S2](S2{1, 2.5, 3}), val[int32](-70000), val[struct{}](struct{}{}), val[int16](300), val[int](1 << 40)}))
	show(reflect.ValueOf(R{21}).MethodByName("M21").Call([]reflect.Value{val[error](error(E("err"))), val[float64](-2.25), val[S4](S4{[3]int{7, 8, 9}}), val[any](any(7)), val[[0]int]([0]int{}), val[S2](S2{1, 2.5, 3}), val[int32](-70000), val[struct{}](struct{}{}), val[int16](300), val[int](1 << 40)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f21), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f21).Call(in) }).Interface().(func(error, float64, S4, any, [0]int, S2, int32, struct{}, int16, int))
		m(error(E("err")), -2.25, S4{[3]int{7, 8, 9}}, any(7), [0]int{}, S2{1, 2.5, 3}, -70000, struct{}{}, 300, 1<<40)
	}
	{
		m := reflect.ValueOf(R{21}).MethodByName("M21").Interface().(func(error, float64, S4, any, [0]int, S2, int32, struct{}, int16, int))
		m(error(E("err")), -2.25, S4{[3]int{7, 8, 9}}, any(7), [0]int{}, S2{1, 2.5, 3}, -70000, struct{}{}, 300, 1<<40)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M21")
		m := g.Func.Interface().(func(R, error, float64, S4, any, [0]int, S2, int32, struct{}, int16, int))
		m(R{3}, error(E("err")), -2.25, S4{[3]int{7, 8, 9}}, any(7), [0]int{}, S2{1, 2.5, 3}, -70000, struct{}{}, 300, 1<<40)
	}
	show(reflect.ValueOf(f22).Call([]reflect.Value{}))
	show(reflect.ValueOf(R{22}).MethodByName("M22").Call([]reflect.Value{}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f22), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f22).Call(in) }).Interface().(func() (complex128, complex64, S6, S5))
		r0, r1, r2, r3 := m()
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{22}).MethodByName("M22").Interface().(func() (complex128, complex64, S6, S5))
		r0, r1, r2, r3 := m()
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M22")
		m := g.Func.Interface().(func(R) (complex128, complex64, S6, S5))
		r0, r1, r2, r3 := m(R{3})
		fmt.Println(r0, r1, r2, r3)
	}
	show(reflect.ValueOf(f23).Call([]reflect.Value{val[complex128](complex(3, -4)), val[struct{}](struct{}{}), val[S2](S2{1, 2.5, 3}), val[[0]int]([0]int{}), val[string]("str"), val[map[string]int](map[string]int{"k": 1})}))
	show(reflect.ValueOf(R{23}).MethodByName("M23").Call([]reflect.Value{val[complex128](complex(3, -4)), val[struct{}](struct{}{}), val[S2](S2{1, 2.5, 3}), val[[0]int]([0]int{}), val[string]("str"), val[map[string]int](map[string]int{"k": 1})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f23), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f23).Call(in) }).Interface().(func(complex128, struct{}, S2, [0]int, string, map[string]int) S6)
		r0 := m(complex(3, -4), struct{}{}, S2{1, 2.5, 3}, [0]int{}, "str", map[string]int{"k": 1})
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{23}).MethodByName("M23").Interface().(func(complex128, struct{}, S2, [0]int, string, map[string]int) S6)
		r0 := m(complex(3, -4), struct{}{}, S2{1, 2.5, 3}, [0]int{}, "str", map[string]int{"k": 1})
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M23")
		m := g.Func.Interface().(func(R, complex128, struct{}, S2, [0]int, string, map[string]int) S6)
		r0 := m(R{3}, complex(3, -4), struct{}{}, S2{1, 2.5, 3}, [0]int{}, "str", map[string]int{"k": 1})
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f24).Call([]reflect.Value{val[uint8](200)}))
	show(reflect.ValueOf(R{24}).MethodByName("M24").Call([]reflect.Value{val[uint8](200)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f24), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f24).Call(in) }).Interface().(func(uint8) [0]int)
		r0 := m(200)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{24}).MethodByName("M24").Interface().(func(uint8) [0]int)
		r0 := m(200)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M24")
		m := g.Func.Interface().(func(R, uint8) [0]int)
		r0 := m(R{3}, 200)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f25).Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S2](S2{1, 2.5, 3}), val[S2](S2{1, 2.5, 3}), val[int32](-70000), val[complex128](complex(3, -4)), val[float64](-2.25), val[float64](-2.25), val[S6](S6{"a", "b"})}))
	show(reflect.ValueOf(R{25}).MethodByName("M25").Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S2](S2{1, 2.5, 3}), val[S2](S2{1, 2.5, 3}), val[int32](-70000), val[complex128](complex(3, -4)), val[float64](-2.25), val[float64](-2.25), val[S6](S6{"a", "b"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f25), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f25).Call(in) }).Interface().(func(S3, S2, S2, int32, complex128, float64, float64, S6))
		m(S3{S1{2, "y"}, 4}, S2{1, 2.5, 3}, S2{1, 2.5, 3}, -70000, complex(3, -4), -2.25, -2.25, S6{"a", "b"})
	}
	{
		m := reflect.ValueOf(R{25}).MethodByName("M25").Interface().(func(S3, S2, S2, int32, complex128, float64, float64, S6))
		m(S3{S1{2, "y"}, 4}, S2{1, 2.5, 3}, S2{1, 2.5, 3}, -70000, complex(3, -4), -2.25, -2.25, S6{"a", "b"})
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M25")
		m := g.Func.Interface().(func(R, S3, S2, S2, int32, complex128, float64, float64, S6))
		m(R{3}, S3{S1{2, "y"}, 4}, S2{1, 2.5, 3}, S2{1, 2.5, 3}, -70000, complex(3, -4), -2.25, -2.25, S6{"a", "b"})
	}
	show(reflect.ValueOf(f26).Call([]reflect.Value{val[complex128](complex(3, -4))}))
	show(reflect.ValueOf(R{26}).MethodByName("M26").Call([]reflect.Value{val[complex128](complex(3, -4))}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f26), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f26).Call(in) }).Interface().(func(complex128) ([2]int, complex64, int16))
		r0, r1, r2 := m(complex(3, -4))
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{26}).MethodByName("M26").Interface().(func(complex128) ([2]int, complex64, int16))
		r0, r1, r2 := m(complex(3, -4))
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M26")
		m := g.Func.Interface().(func(R, complex128) ([2]int, complex64, int16))
		r0, r1, r2 := m(R{3}, complex(3, -4))
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f27).Call([]reflect.Value{}))
	show(reflect.ValueOf(R{27}).MethodByName("M27").Call([]reflect.Value{}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f27), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f27).Call(in) }).Interface().(func() string)
		r0 := m()
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{27}).MethodByName("M27").Interface().(func() string)
		r0 := m()
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M27")
		m := g.Func.Interface().(func(R) string)
		r0 := m(R{3})
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f28).Call([]reflect.Value{val[map[string]int](map[string]int{"k": 1}), val[S1](S1{1, "x"}), val[uint8](200), val[int32](-70000), val[bool](true)}))
	show(reflect.ValueOf(R{28}).MethodByName("M28").Call([]reflect.Value{val[map[string]int](map[string]int{"k": 1}), val[S1](S1{1, "x"}), val[uint8](200), val[int32](-70000), val[bool](true)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f28), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f28).Call(in) }).Interface().(func(map[string]int, S1, uint8, int32, bool) [2]int)
		r0 := m(map[string]int{"k": 1}, S1{1, "x"}, 200, -70000, true)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{28}).MethodByName("M28").Interface().(func(map[string]int, S1, uint8, int32, bool) [2]int)
		r0 := m(map[string]int{"k": 1}, S1{1, "x"}, 200, -70000, true)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M28")
		m := g.Func.Interface().(func(R, map[string]int, S1, uint8, int32, bool) [2]int)
		r0 := m(R{3}, map[string]int{"k": 1}, S1{1, "x"}, 200, -70000, true)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f29).Call([]reflect.Value{val[S4](S4{[3]int{7, 8, 9}}), val[S6](S6{"a", "b"}), val[S5](S5{1, 2, 3, 4, 5}), val[map[string]int](map[string]int{"k": 1}), val[S1](S1{1, "x"})}))
	show(reflect.ValueOf(R{29}).MethodByName("M29").Call([]reflect.Value{val[S4](S4{[3]int{7, 8, 9}}), val[S6](S6{"a", "b"}), val[S5](S5{1, 2, 3, 4, 5}), val[map[string]int](map[string]int{"k": 1}), val[S1](S1{1, "x"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f29), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f29).Call(in) }).Interface().(func(S4, S6, S5, map[string]int, S1) S1)
		r0 := m(S4{[3]int{7, 8, 9}}, S6{"a", "b"}, S5{1, 2, 3, 4, 5}, map[string]int{"k": 1}, S1{1, "x"})
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{29}).MethodByName("M29").Interface().(func(S4, S6, S5, map[string]int, S1) S1)
		r0 := m(S4{[3]int{7, 8, 9}}, S6{"a", "b"}, S5{1, 2, 3, 4, 5}, map[string]int{"k": 1}, S1{1, "x"})
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M29")
		m := g.Func.Interface().(func(R, S4, S6, S5, map[string]int, S1) S1)
		r0 := m(R{3}, S4{[3]int{7, 8, 9}}, S6{"a", "b"}, S5{1, 2, 3, 4, 5}, map[string]int{"k": 1}, S1{1, "x"})
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f30).Call([]reflect.Value{}))
	show(reflect.ValueOf(R{30}).MethodByName("M30").Call([]reflect.Value{}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f30), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f30).Call(in) }).Interface().(func())
		m()
	}
	{
		m := reflect.ValueOf(R{30}).MethodByName("M30").Interface().(func())
		m()
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M30")
		m := g.Func.Interface().(func(R))
		m(R{3})
	}
	show(reflect.ValueOf(f31).Call([]reflect.Value{val[bool](true), val[S5](S5{1, 2, 3, 4, 5}), val[string]("str"), val[int16](300), val[int8](-5), val[S2](S2{1, 2.5, 3}), val[S3](S3{S1{2, "y"}, 4})}))
	show(reflect.ValueOf(R{31}).MethodByName("M31").Call([]reflect.Value{val[bool](true), val[S5](S5{1, 2, 3, 4, 5}), val[string]("str"), val[int16](300), val[int8](-5), val[S2](S2{1, 2.5, 3}), val[S3](S3{S1{2, "y"}, 4})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f31), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f31).Call(in) }).Interface().(func(bool, S5, string, int16, int8, S2, S3))
		m(true, S5{1, 2, 3, 4, 5}, "str", 300, -5, S2{1, 2.5, 3}, S3{S1{2, "y"}, 4})
	}
	{
		m := reflect.ValueOf(R{31}).MethodByName("M31").Interface().(func(bool, S5, string, int16, int8, S2, S3))
		m(true, S5{1, 2, 3, 4, 5}, "str", 300, -5, S2{1, 2.5, 3}, S3{S1{2, "y"}, 4})
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M31")
		m := g.Func.Interface().(func(R, bool, S5, string, int16, int8, S2, S3))
		m(R{3}, true, S5{1, 2, 3, 4, 5}, "str", 300, -5, S2{1, 2.5, 3}, S3{S1{2, "y"}, 4})
	}
	show(reflect.ValueOf(f32).Call([]reflect.Value{val[int32](-70000), val[S6](S6{"a", "b"}), val[string]("str"), val[[]int]([]int{1, 2}), val[uint8](200), val[int32](-70000), val[int32](-70000)}))
	show(reflect.ValueOf(R{32}).MethodByName("M32").Call([]reflect.Value{val[int32](-70000), val[S6](S6{"a", "b"}), val[string]("str"), val[[]int]([]int{1, 2}), val[uint8](200), val[int32](-70000), val[int32](-70000)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f32), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f32).Call(in) }).Interface().(func(int32, S6, string, []int, uint8, int32, int32) (error, bool, S6))
		r0, r1, r2 := m(-70000, S6{"a", "b"}, "str", []int{1, 2}, 200, -70000, -70000)
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{32}).MethodByName("M32").Interface().(func(int32, S6, string, []int, uint8, int32, int32) (error, bool, S6))
		r0, r1, r2 := m(-70000, S6{"a", "b"}, "str", []int{1, 2}, 200, -70000, -70000)
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M32")
		m := g.Func.Interface().(func(R, int32, S6, string, []int, uint8, int32, int32) (error, bool, S6))
		r0, r1, r2 := m(R{3}, -70000, S6{"a", "b"}, "str", []int{1, 2}, 200, -70000, -70000)
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f33).Call([]reflect.Value{}))
	show(reflect.ValueOf(R{33}).MethodByName("M33").Call([]reflect.Value{}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f33), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f33).Call(in) }).Interface().(func() (S6, S5, uint8, []int, bool))
		r0, r1, r2, r3, r4 := m()
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{33}).MethodByName("M33").Interface().(func() (S6, S5, uint8, []int, bool))
		r0, r1, r2, r3, r4 := m()
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M33")
		m := g.Func.Interface().(func(R) (S6, S5, uint8, []int, bool))
		r0, r1, r2, r3, r4 := m(R{3})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f34).Call([]reflect.Value{val[S4](S4{[3]int{7, 8, 9}})}))
	show(reflect.ValueOf(R{34}).MethodByName("M34").Call([]reflect.Value{val[S4](S4{[3]int{7, 8, 9}})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f34), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f34).Call(in) }).Interface().(func(S4) (int32, struct{}, int8))
		r0, r1, r2 := m(S4{[3]int{7, 8, 9}})
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{34}).MethodByName("M34").Interface().(func(S4) (int32, struct{}, int8))
		r0, r1, r2 := m(S4{[3]int{7, 8, 9}})
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M34")
		m := g.Func.Interface().(func(R, S4) (int32, struct{}, int8))
		r0, r1, r2 := m(R{3}, S4{[3]int{7, 8, 9}})
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f35).Call([]reflect.Value{val[S1](S1{1, "x"}), val[int8](-5), val[S2](S2{1, 2.5, 3}), val[S4](S4{[3]int{7, 8, 9}}), val[any](any(7)), val[any](any(7)), val[S1](S1{1, "x"})}))
	show(reflect.ValueOf(R{35}).MethodByName("M35").Call([]reflect.Value{val[S1](S1{1, "x"}), val[int8](-5), val[S2](S2{1, 2.5, 3}), val[S4](S4{[3]int{7, 8, 9}}), val[any](any(7)), val[any](any(7)), val[S1](S1{1, "x"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f35), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f35).Call(in) }).Interface().(func(S1, int8, S2, S4, any, any, S1))
		m(S1{1, "x"}, -5, S2{1, 2.5, 3}, S4{[3]int{7, 8, 9}}, any(7), any(7), S1{1, "x"})
	}
	{
		m := reflect.ValueOf(R{35}).MethodByName("M35").Interface().(func(S1, int8, S2, S4, any, any, S1))
		m(S1{1, "x"}, -5, S2{1, 2.5, 3}, S4{[3]int{7, 8, 9}}, any(7), any(7), S1{1, "x"})
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M35")
		m := g.Func.Interface().(func(R, S1, int8, S2, S4, any, any, S1))
		m(R{3}, S1{1, "x"}, -5, S2{1, 2.5, 3}, S4{[3]int{7, 8, 9}}, any(7), any(7), S1{1, "x"})
	}
	show(reflect.ValueOf(f36).Call([]reflect.Value{val[int32](-70000), val[int32](-70000), val[int32](-70000), val[S3](S3{S1{2, "y"}, 4}), val[int](1 << 40), val[complex128](complex(3, -4)), val[struct{}](struct{}{}), val[S6](S6{"a", "b"}), val[[]int]([]int{1, 2})}))
	show(reflect.ValueOf(R{36}).MethodByName("M36").Call([]reflect.Value{val[int32](-70000), val[int32](-70000), val[int32](-70000), val[S3](S3{S1{2, "y"}, 4}), val[int](1 << 40), val[complex128](complex(3, -4)), val[struct{}](struct{}{}), val[S6](S6{"a", "b"}), val[[]int]([]int{1, 2})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f36), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f36).Call(in) }).Interface().(func(int32, int32, int32, S3, int, complex128, struct{}, S6, []int) (S6, S5, S1))
		r0, r1, r2 := m(-70000, -70000, -70000, S3{S1{2, "y"}, 4}, 1<<40, complex(3, -4), struct{}{}, S6{"a", "b"}, []int{1, 2})
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{36}).MethodByName("M36").Interface().(func(int32, int32, int32, S3, int, complex128, struct{}, S6, []int) (S6, S5, S1))
		r0, r1, r2 := m(-70000, -70000, -70000, S3{S1{2, "y"}, 4}, 1<<40, complex(3, -4), struct{}{}, S6{"a", "b"}, []int{1, 2})
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M36")
		m := g.Func.Interface().(func(R, int32, int32, int32, S3, int, complex128, struct{}, S6, []int) (S6, S5, S1))
		r0, r1, r2 := m(R{3}, -70000, -70000, -70000, S3{S1{2, "y"}, 4}, 1<<40, complex(3, -4), struct{}{}, S6{"a", "b"}, []int{1, 2})
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f37).Call([]reflect.Value{val[[2]int]([2]int{3, 4}), val[[2]int]([2]int{3, 4}), val[error](error(E("err"))), val[int32](-70000), val[map[string]int](map[string]int{"k": 1}), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[map[string]int](map[string]int{"k": 1})}))
	show(reflect.ValueOf(R{37}).MethodByName("M37").Call([]reflect.Value{val[[2]int]([2]int{3, 4}), val[[2]int]([2]int{3, 4}), val[error](error(E("err"))), val[int32](-70000), val[map[string]int](map[string]int{"k": 1}), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[map[string]int](map[string]int{"k": 1})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f37), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f37).Call(in) }).Interface().(func([2]int, [2]int, error, int32, map[string]int, S7, map[string]int))
		m([2]int{3, 4}, [2]int{3, 4}, error(E("err")), -70000, map[string]int{"k": 1}, S7{1.5, 2.5, 3.5, 4.5}, map[string]int{"k": 1})
	}
	{
		m := reflect.ValueOf(R{37}).MethodByName("M37").Interface().(func([2]int, [2]int, error, int32, map[string]int, S7, map[string]int))
		m([2]int{3, 4}, [2]int{3, 4}, error(E("err")), -70000, map[string]int{"k": 1}, S7{1.5, 2.5, 3.5, 4.5}, map[string]int{"k": 1})
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M37")
		m := g.Func.Interface().(func(R, [2]int, [2]int, error, int32, map[string]int, S7, map[string]int))
		m(R{3}, [2]int{3, 4}, [2]int{3, 4}, error(E("err")), -70000, map[string]int{"k": 1}, S7{1.5, 2.5, 3.5, 4.5}, map[string]int{"k": 1})
	}
	show(reflect.ValueOf(f38).Call([]reflect.Value{val[S2](S2{1, 2.5, 3}), val[int32](-70000), val[[0]int]([0]int{}), val[int8](-5)}))
	show(reflect.ValueOf(R{38}).MethodByName("M38").Call([]reflect.Value{val[S2](S2{1, 2.5, 3}), val[int32](-70000), val[[0]int]([0]int{}), val[int8](-5)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f38), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f38).Call(in) }).Interface().(func(S2, int32, [0]int, int8) S5)
		r0 := m(S2{1, 2.5, 3}, -70000, [0]int{}, -5)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{38}).MethodByName("M38").Interface().(func(S2, int32, [0]int, int8) S5)
		r0 := m(S2{1, 2.5, 3}, -70000, [0]int{}, -5)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M38")
		m := g.Func.Interface().(func(R, S2, int32, [0]int, int8) S5)
		r0 := m(R{3}, S2{1, 2.5, 3}, -70000, [0]int{}, -5)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f39).Call([]reflect.Value{val[[0]int]([0]int{})}))
	show(reflect.ValueOf(R{39}).MethodByName("M39").Call([]reflect.Value{val[[0]int]([0]int{})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f39), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f39).Call(in) }).Interface().(func([0]int) (S2, S4, [0]int, complex128, int8, bool))
		r0, r1, r2, r3, r4, r5 := m([0]int{})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		m := reflect.ValueOf(R{39}).MethodByName("M39").Interface().(func([0]int) (S2, S4, [0]int, complex128, int8, bool))
		r0, r1, r2, r3, r4, r5 := m([0]int{})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M39")
		m := g.Func.Interface().(func(R, [0]int) (S2, S4, [0]int, complex128, int8, bool))
		r0, r1, r2, r3, r4, r5 := m(R{3}, [0]int{})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	show(reflect.ValueOf(f40).Call([]reflect.Value{val[uint8](200), val[S4](S4{[3]int{7, 8, 9}}), val[S2](S2{1, 2.5, 3}), val[float64](-2.25)}))
	show(reflect.ValueOf(R{40}).MethodByName("M40").Call([]reflect.Value{val[uint8](200), val[S4](S4{[3]int{7, 8, 9}}), val[S2](S2{1, 2.5, 3}), val[float64](-2.25)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f40), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f40).Call(in) }).Interface().(func(uint8, S4, S2, float64) (float32, S7, []int, S4))
		r0, r1, r2, r3 := m(200, S4{[3]int{7, 8, 9}}, S2{1, 2.5, 3}, -2.25)
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{40}).MethodByName("M40").Interface().(func(uint8, S4, S2, float64) (float32, S7, []int, S4))
		r0, r1, r2, r3 := m(200, S4{[3]int{7, 8, 9}}, S2{1, 2.5, 3}, -2.25)
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M40")
		m := g.Func.Interface().(func(R, uint8, S4, S2, float64) (float32, S7, []int, S4))
		r0, r1, r2, r3 := m(R{3}, 200, S4{[3]int{7, 8, 9}}, S2{1, 2.5, 3}, -2.25)
		fmt.Println(r0, r1, r2, r3)
	}
	show(reflect.ValueOf(f41).Call([]reflect.Value{val[[0]int]([0]int{}), val[complex64](complex(1, 2)), val[[]int]([]int{1, 2}), val[any](any(7)), val[S4](S4{[3]int{7, 8, 9}}), val[complex128](complex(3, -4)), val[float64](-2.25)}))
	show(reflect.ValueOf(R{41}).MethodByName("M41").Call([]reflect.Value{val[[0]int]([0]int{}), val[complex64](complex(1, 2)), val[[]int]([]int{1, 2}), val[any](any(7)), val[S4](S4{[3]int{7, 8, 9}}), val[complex128](complex(3, -4)), val[float64](-2.25)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f41), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f41).Call(in) }).Interface().(func([0]int, complex64, []int, any, S4, complex128, float64) (struct{}, S7, float64, float64, any))
		r0, r1, r2, r3, r4 := m([0]int{}, complex(1, 2), []int{1, 2}, any(7), S4{[3]int{7, 8, 9}}, complex(3, -4), -2.25)
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{41}).MethodByName("M41").Interface().(func([0]int, complex64, []int, any, S4, complex128, float64) (struct{}, S7, float64, float64, any))
		r0, r1, r2, r3, r4 := m([0]int{}, complex(1, 2), []int{1, 2}, any(7), S4{[3]int{7, 8, 9}}, complex(3, -4), -2.25)
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M41")
		m := g.Func.Interface().(func(R, [0]int, complex64, []int, any, S4, complex128, float64) (struct{}, S7, float64, float64, any))
		r0, r1, r2, r3, r4 := m(R{3}, [0]int{}, complex(1, 2), []int{1, 2}, any(7), S4{[3]int{7, 8, 9}}, complex(3, -4), -2.25)
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f42).Call([]reflect.Value{val[S1](S1{1, "x"}), val[[]int]([]int{1, 2}), val[float64](-2.25)}))
	show(reflect.ValueOf(R{42}).MethodByName("M42").Call([]reflect.Value{val[S1](S1{1, "x"}), val[[]int]([]int{1, 2}), val[float64](-2.25)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f42), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f42).Call(in) }).Interface().(func(S1, []int, float64) uint8)
		r0 := m(S1{1, "x"}, []int{1, 2}, -2.25)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{42}).MethodByName("M42").Interface().(func(S1, []int, float64) uint8)
		r0 := m(S1{1, "x"}, []int{1, 2}, -2.25)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M42")
		m := g.Func.Interface().(func(R, S1, []int, float64) uint8)
		r0 := m(R{3}, S1{1, "x"}, []int{1, 2}, -2.25)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f43).Call([]reflect.Value{val[bool](true), val[int16](300), val[S5](S5{1, 2, 3, 4, 5}), val[int32](-70000), val[complex128](complex(3, -4)), val[float32](1.5), val[int](1 << 40)}))
	show(reflect.ValueOf(R{43}).MethodByName("M43").Call([]reflect.Value{val[bool](true), val[int16](300), val[S5](S5{1, 2, 3, 4, 5}), val[int32](-70000), val[complex128](complex(3, -4)), val[float32](1.5), val[int](1 << 40)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f43), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f43).Call(in) }).Interface().(func(bool, int16, S5, int32, complex128, float32, int) ([0]int, complex128, float64))
		r0, r1, r2 := m(true, 300, S5{1, 2, 3, 4, 5}, -70000, complex(3, -4), 1.5, 1<<40)
		fmt.Println(r0, r1, r2)
	}
	{
		m := reflect.ValueOf(R{43}).MethodByName("M43").Interface().(func(bool, int16, S5, int32, complex128, float32, int) ([0]int, complex128, float64))
		r0, r1, r2 := m(true, 300, S5{1, 2, 3, 4, 5}, -70000, complex(3, -4), 1.5, 1<<40)
		fmt.Println(r0, r1, r2)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M43")
		m := g.Func.Interface().(func(R, bool, int16, S5, int32, complex128, float32, int) ([0]int, complex128, float64))
		r0, r1, r2 := m(R{3}, true, 300, S5{1, 2, 3, 4, 5}, -70000, complex(3, -4), 1.5, 1<<40)
		fmt.Println(r0, r1, r2)
	}
	show(reflect.ValueOf(f44).Call([]reflect.Value{val[any](any(7)), val[S3](S3{S1{2, "y"}, 4}), val[map[string]int](map[string]int{"k": 1}), val[[0]int]([0]int{}), val[S4](S4{[3]int{7, 8, 9}}), val[[]int]([]int{1, 2})}))
	show(reflect.ValueOf(R{44}).MethodByName("M44").Call([]reflect.Value{val[any](any(7)), val[S3](S3{S1{2, "y"}, 4}), val[map[string]int](map[string]int{"k": 1}), val[[0]int]([0]int{}), val[S4](S4{[3]int{7, 8, 9}}), val[[]int]([]int{1, 2})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f44), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f44).Call(in) }).Interface().(func(any, S3, map[string]int, [0]int, S4, []int) (S2, [2]int, []int, int32, int16))
		r0, r1, r2, r3, r4 := m(any(7), S3{S1{2, "y"}, 4}, map[string]int{"k": 1}, [0]int{}, S4{[3]int{7, 8, 9}}, []int{1, 2})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{44}).MethodByName("M44").Interface().(func(any, S3, map[string]int, [0]int, S4, []int) (S2, [2]int, []int, int32, int16))
		r0, r1, r2, r3, r4 := m(any(7), S3{S1{2, "y"}, 4}, map[string]int{"k": 1}, [0]int{}, S4{[3]int{7, 8, 9}}, []int{1, 2})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M44")
		m := g.Func.Interface().(func(R, any, S3, map[string]int, [0]int, S4, []int) (S2, [2]int, []int, int32, int16))
		r0, r1, r2, r3, r4 := m(R{3}, any(7), S3{S1{2, "y"}, 4}, map[string]int{"k": 1}, [0]int{}, S4{[3]int{7, 8, 9}}, []int{1, 2})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f45).Call([]reflect.Value{val[S2](S2{1, 2.5, 3}), val[int16](300), val[S4](S4{[3]int{7, 8, 9}}), val[S5](S5{1, 2, 3, 4, 5})}))
	show(reflect.ValueOf(R{45}).MethodByName("M45").Call([]reflect.Value{val[S2](S2{1, 2.5, 3}), val[int16](300), val[S4](S4{[3]int{7, 8, 9}}), val[S5](S5{1, 2, 3, 4, 5})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f45), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f45).Call(in) }).Interface().(func(S2, int16, S4, S5) (S1, bool))
		r0, r1 := m(S2{1, 2.5, 3}, 300, S4{[3]int{7, 8, 9}}, S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1)
	}
	{
		m := reflect.ValueOf(R{45}).MethodByName("M45").Interface().(func(S2, int16, S4, S5) (S1, bool))
		r0, r1 := m(S2{1, 2.5, 3}, 300, S4{[3]int{7, 8, 9}}, S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M45")
		m := g.Func.Interface().(func(R, S2, int16, S4, S5) (S1, bool))
		r0, r1 := m(R{3}, S2{1, 2.5, 3}, 300, S4{[3]int{7, 8, 9}}, S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1)
	}
	show(reflect.ValueOf(f46).Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S1](S1{1, "x"}), val[int8](-5), val[S3](S3{S1{2, "y"}, 4})}))
	show(reflect.ValueOf(R{46}).MethodByName("M46").Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S1](S1{1, "x"}), val[int8](-5), val[S3](S3{S1{2, "y"}, 4})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f46), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f46).Call(in) }).Interface().(func(S3, S1, int8, S3) any)
		r0 := m(S3{S1{2, "y"}, 4}, S1{1, "x"}, -5, S3{S1{2, "y"}, 4})
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{46}).MethodByName("M46").Interface().(func(S3, S1, int8, S3) any)
		r0 := m(S3{S1{2, "y"}, 4}, S1{1, "x"}, -5, S3{S1{2, "y"}, 4})
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M46")
		m := g.Func.Interface().(func(R, S3, S1, int8, S3) any)
		r0 := m(R{3}, S3{S1{2, "y"}, 4}, S1{1, "x"}, -5, S3{S1{2, "y"}, 4})
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f47).Call([]reflect.Value{val[float64](-2.25), val[int8](-5), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[complex128](complex(3, -4)), val[complex64](complex(1, 2)), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[uint8](200)}))
	show(reflect.ValueOf(R{47}).MethodByName("M47").Call([]reflect.Value{val[float64](-2.25), val[int8](-5), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[complex128](complex(3, -4)), val[complex64](complex(1, 2)), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[uint8](200)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f47), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f47).Call(in) }).Interface().(func(float64, int8, S7, complex128, complex64, S7, uint8) (int16, S3, int, [2]int, int, S3))
		r0, r1, r2, r3, r4, r5 := m(-2.25, -5, S7{1.5, 2.5, 3.5, 4.5}, complex(3, -4), complex(1, 2), S7{1.5, 2.5, 3.5, 4.5}, 200)
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		m := reflect.ValueOf(R{47}).MethodByName("M47").Interface().(func(float64, int8, S7, complex128, complex64, S7, uint8) (int16, S3, int, [2]int, int, S3))
		r0, r1, r2, r3, r4, r5 := m(-2.25, -5, S7{1.5, 2.5, 3.5, 4.5}, complex(3, -4), complex(1, 2), S7{1.5, 2.5, 3.5, 4.5}, 200)
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M47")
		m := g.Func.Interface().(func(R, float64, int8, S7, complex128, complex64, S7, uint8) (int16, S3, int, [2]int, int, S3))
		r0, r1, r2, r3, r4, r5 := m(R{3}, -2.25, -5, S7{1.5, 2.5, 3.5, 4.5}, complex(3, -4), complex(1, 2), S7{1.5, 2.5, 3.5, 4.5}, 200)
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	show(reflect.ValueOf(f48).Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S3](S3{S1{2, "y"}, 4}), val[bool](true), val[int32](-70000), val[S4](S4{[3]int{7, 8, 9}}), val[float64](-2.25), val[float64](-2.25), val[[0]int]([0]int{})}))
	show(reflect.ValueOf(R{48}).MethodByName("M48").Call([]reflect.Value{val[S3](S3{S1{2, "y"}, 4}), val[S3](S3{S1{2, "y"}, 4}), val[bool](true), val[int32](-70000), val[S4](S4{[3]int{7, 8, 9}}), val[float64](-2.25), val[float64](-2.25), val[[0]int]([0]int{})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f48), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f48).Call(in) }).Interface().(func(S3, S3, bool, int32, S4, float64, float64, [0]int) (float32, S5))
		r0, r1 := m(S3{S1{2, "y"}, 4}, S3{S1{2, "y"}, 4}, true, -70000, S4{[3]int{7, 8, 9}}, -2.25, -2.25, [0]int{})
		fmt.Println(r0, r1)
	}
	{
		m := reflect.ValueOf(R{48}).MethodByName("M48").Interface().(func(S3, S3, bool, int32, S4, float64, float64, [0]int) (float32, S5))
		r0, r1 := m(S3{S1{2, "y"}, 4}, S3{S1{2, "y"}, 4}, true, -70000, S4{[3]int{7, 8, 9}}, -2.25, -2.25, [0]int{})
		fmt.Println(r0, r1)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M48")
		m := g.Func.Interface().(func(R, S3, S3, bool, int32, S4, float64, float64, [0]int) (float32, S5))
		r0, r1 := m(R{3}, S3{S1{2, "y"}, 4}, S3{S1{2, "y"}, 4}, true, -70000, S4{[3]int{7, 8, 9}}, -2.25, -2.25, [0]int{})
		fmt.Println(r0, r1)
	}
	show(reflect.ValueOf(f49).Call([]reflect.Value{}))
	show(reflect.ValueOf(R{49}).MethodByName("M49").Call([]reflect.Value{}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f49), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f49).Call(in) }).Interface().(func() ([0]int, error, S5, int16, float32, complex64))
		r0, r1, r2, r3, r4, r5 := m()
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		m := reflect.ValueOf(R{49}).MethodByName("M49").Interface().(func() ([0]int, error, S5, int16, float32, complex64))
		r0, r1, r2, r3, r4, r5 := m()
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M49")
		m := g.Func.Interface().(func(R) ([0]int, error, S5, int16, float32, complex64))
		r0, r1, r2, r3, r4, r5 := m(R{3})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	show(reflect.ValueOf(f50).Call([]reflect.Value{val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[bool](true), val[error](error(E("err"))), val[S5](S5{1, 2, 3, 4, 5})}))
	show(reflect.ValueOf(R{50}).MethodByName("M50").Call([]reflect.Value{val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[bool](true), val[error](error(E("err"))), val[S5](S5{1, 2, 3, 4, 5})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f50), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f50).Call(in) }).Interface().(func(S7, bool, error, S5) (map[string]int, S2, S7, float32))
		r0, r1, r2, r3 := m(S7{1.5, 2.5, 3.5, 4.5}, true, error(E("err")), S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{50}).MethodByName("M50").Interface().(func(S7, bool, error, S5) (map[string]int, S2, S7, float32))
		r0, r1, r2, r3 := m(S7{1.5, 2.5, 3.5, 4.5}, true, error(E("err")), S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M50")
		m := g.Func.Interface().(func(R, S7, bool, error, S5) (map[string]int, S2, S7, float32))
		r0, r1, r2, r3 := m(R{3}, S7{1.5, 2.5, 3.5, 4.5}, true, error(E("err")), S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1, r2, r3)
	}
	show(reflect.ValueOf(f51).Call([]reflect.Value{val[S5](S5{1, 2, 3, 4, 5}), val[complex64](complex(1, 2)), val[int32](-70000), val[struct{}](struct{}{}), val[S6](S6{"a", "b"}), val[any](any(7))}))
	show(reflect.ValueOf(R{51}).MethodByName("M51").Call([]reflect.Value{val[S5](S5{1, 2, 3, 4, 5}), val[complex64](complex(1, 2)), val[int32](-70000), val[struct{}](struct{}{}), val[S6](S6{"a", "b"}), val[any](any(7))}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f51), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f51).Call(in) }).Interface().(func(S5, complex64, int32, struct{}, S6, any) [2]int)
		r0 := m(S5{1, 2, 3, 4, 5}, complex(1, 2), -70000, struct{}{}, S6{"a", "b"}, any(7))
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{51}).MethodByName("M51").Interface().(func(S5, complex64, int32, struct{}, S6, any) [2]int)
		r0 := m(S5{1, 2, 3, 4, 5}, complex(1, 2), -70000, struct{}{}, S6{"a", "b"}, any(7))
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M51")
		m := g.Func.Interface().(func(R, S5, complex64, int32, struct{}, S6, any) [2]int)
		r0 := m(R{3}, S5{1, 2, 3, 4, 5}, complex(1, 2), -70000, struct{}{}, S6{"a", "b"}, any(7))
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f52).Call([]reflect.Value{val[float64](-2.25), val[S3](S3{S1{2, "y"}, 4}), val[int8](-5), val[any](any(7)), val[error](error(E("err"))), val[S1](S1{1, "x"}), val[S3](S3{S1{2, "y"}, 4})}))
	show(reflect.ValueOf(R{52}).MethodByName("M52").Call([]reflect.Value{val[float64](-2.25), val[S3](S3{S1{2, "y"}, 4}), val[int8](-5), val[any](any(7)), val[error](error(E("err"))), val[S1](S1{1, "x"}), val[S3](S3{S1{2, "y"}, 4})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f52), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f52).Call(in) }).Interface().(func(float64, S3, int8, any, error, S1, S3) ([]int, [2]int, []int, S3))
		r0, r1, r2, r3 := m(-2.25, S3{S1{2, "y"}, 4}, -5, any(7), error(E("err")), S1{1, "x"}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{52}).MethodByName("M52").Interface().(func(float64, S3, int8, any, error, S1, S3) ([]int, [2]int, []int, S3))
		r0, r1, r2, r3 := m(-2.25, S3{S1{2, "y"}, 4}, -5, any(7), error(E("err")), S1{1, "x"}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M52")
		m := g.Func.Interface().(func(R, float64, S3, int8, any, error, S1, S3) ([]int, [2]int, []int, S3))
		r0, r1, r2, r3 := m(R{3}, -2.25, S3{S1{2, "y"}, 4}, -5, any(7), error(E("err")), S1{1, "x"}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2, r3)
	}
	show(reflect.ValueOf(f53).Call([]reflect.Value{val[int](1 << 40), val[S6](S6{"a", "b"}), val[S3](S3{S1{2, "y"}, 4})}))
	show(reflect.ValueOf(R{53}).MethodByName("M53").Call([]reflect.Value{val[int](1 << 40), val[S6](S6{"a", "b"}), val[S3](S3{S1{2, "y"}, 4})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f53), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f53).Call(in) }).Interface().(func(int, S6, S3) (int, float64, complex64, any, int32))
		r0, r1, r2, r3, r4 := m(1<<40, S6{"a", "b"}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{53}).MethodByName("M53").Interface().(func(int, S6, S3) (int, float64, complex64, any, int32))
		r0, r1, r2, r3, r4 := m(1<<40, S6{"a", "b"}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M53")
		m := g.Func.Interface().(func(R, int, S6, S3) (int, float64, complex64, any, int32))
		r0, r1, r2, r3, r4 := m(R{3}, 1<<40, S6{"a", "b"}, S3{S1{2, "y"}, 4})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f54).Call([]reflect.Value{val[error](error(E("err"))), val[[]int]([]int{1, 2}), val[complex128](complex(3, -4)), val[S5](S5{1, 2, 3, 4, 5})}))
	show(reflect.ValueOf(R{54}).MethodByName("M54").Call([]reflect.Value{val[error](error(E("err"))), val[[]int]([]int{1, 2}), val[complex128](complex(3, -4)), val[S5](S5{1, 2, 3, 4, 5})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f54), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f54).Call(in) }).Interface().(func(error, []int, complex128, S5) (int8, bool, map[string]int, int32, int16, [2]int))
		r0, r1, r2, r3, r4, r5 := m(error(E("err")), []int{1, 2}, complex(3, -4), S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		m := reflect.ValueOf(R{54}).MethodByName("M54").Interface().(func(error, []int, complex128, S5) (int8, bool, map[string]int, int32, int16, [2]int))
		r0, r1, r2, r3, r4, r5 := m(error(E("err")), []int{1, 2}, complex(3, -4), S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M54")
		m := g.Func.Interface().(func(R, error, []int, complex128, S5) (int8, bool, map[string]int, int32, int16, [2]int))
		r0, r1, r2, r3, r4, r5 := m(R{3}, error(E("err")), []int{1, 2}, complex(3, -4), S5{1, 2, 3, 4, 5})
		fmt.Println(r0, r1, r2, r3, r4, r5)
	}
	show(reflect.ValueOf(f55).Call([]reflect.Value{val[error](error(E("err"))), val[struct{}](struct{}{}), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[complex128](complex(3, -4)), val[[0]int]([0]int{})}))
	show(reflect.ValueOf(R{55}).MethodByName("M55").Call([]reflect.Value{val[error](error(E("err"))), val[struct{}](struct{}{}), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[complex128](complex(3, -4)), val[[0]int]([0]int{})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f55), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f55).Call(in) }).Interface().(func(error, struct{}, S7, complex128, [0]int))
		m(error(E("err")), struct{}{}, S7{1.5, 2.5, 3.5, 4.5}, complex(3, -4), [0]int{})
	}
	{
		m := reflect.ValueOf(R{55}).MethodByName("M55").Interface().(func(error, struct{}, S7, complex128, [0]int))
		m(error(E("err")), struct{}{}, S7{1.5, 2.5, 3.5, 4.5}, complex(3, -4), [0]int{})
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M55")
		m := g.Func.Interface().(func(R, error, struct{}, S7, complex128, [0]int))
		m(R{3}, error(E("err")), struct{}{}, S7{1.5, 2.5, 3.5, 4.5}, complex(3, -4), [0]int{})
	}
	show(reflect.ValueOf(f56).Call([]reflect.Value{val[int32](-70000), val[struct{}](struct{}{}), val[int16](300)}))
	show(reflect.ValueOf(R{56}).MethodByName("M56").Call([]reflect.Value{val[int32](-70000), val[struct{}](struct{}{}), val[int16](300)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f56), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f56).Call(in) }).Interface().(func(int32, struct{}, int16) error)
		r0 := m(-70000, struct{}{}, 300)
		fmt.Println(r0)
	}
	{
		m := reflect.ValueOf(R{56}).MethodByName("M56").Interface().(func(int32, struct{}, int16) error)
		r0 := m(-70000, struct{}{}, 300)
		fmt.Println(r0)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M56")
		m := g.Func.Interface().(func(R, int32, struct{}, int16) error)
		r0 := m(R{3}, -70000, struct{}{}, 300)
		fmt.Println(r0)
	}
	show(reflect.ValueOf(f57).Call([]reflect.Value{val[S4](S4{[3]int{7, 8, 9}}), val[uint8](200), val[[0]int]([0]int{}), val[uint8](200), val[map[string]int](map[string]int{"k": 1})}))
	show(reflect.ValueOf(R{57}).MethodByName("M57").Call([]reflect.Value{val[S4](S4{[3]int{7, 8, 9}}), val[uint8](200), val[[0]int]([0]int{}), val[uint8](200), val[map[string]int](map[string]int{"k": 1})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f57), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f57).Call(in) }).Interface().(func(S4, uint8, [0]int, uint8, map[string]int) (map[string]int, S4, S5, [2]int, [0]int))
		r0, r1, r2, r3, r4 := m(S4{[3]int{7, 8, 9}}, 200, [0]int{}, 200, map[string]int{"k": 1})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		m := reflect.ValueOf(R{57}).MethodByName("M57").Interface().(func(S4, uint8, [0]int, uint8, map[string]int) (map[string]int, S4, S5, [2]int, [0]int))
		r0, r1, r2, r3, r4 := m(S4{[3]int{7, 8, 9}}, 200, [0]int{}, 200, map[string]int{"k": 1})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M57")
		m := g.Func.Interface().(func(R, S4, uint8, [0]int, uint8, map[string]int) (map[string]int, S4, S5, [2]int, [0]int))
		r0, r1, r2, r3, r4 := m(R{3}, S4{[3]int{7, 8, 9}}, 200, [0]int{}, 200, map[string]int{"k": 1})
		fmt.Println(r0, r1, r2, r3, r4)
	}
	show(reflect.ValueOf(f58).Call([]reflect.Value{val[S5](S5{1, 2, 3, 4, 5}), val[int32](-70000), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[complex64](complex(1, 2)), val[[2]int]([2]int{3, 4}), val[map[string]int](map[string]int{"k": 1}), val[error](error(E("err"))), val[string]("str"), val[S6](S6{"a", "b"})}))
	show(reflect.ValueOf(R{58}).MethodByName("M58").Call([]reflect.Value{val[S5](S5{1, 2, 3, 4, 5}), val[int32](-70000), val[S7](S7{1.5, 2.5, 3.5, 4.5}), val[complex64](complex(1, 2)), val[[2]int]([2]int{3, 4}), val[map[string]int](map[string]int{"k": 1}), val[error](error(E("err"))), val[string]("str"), val[S6](S6{"a", "b"})}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f58), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f58).Call(in) }).Interface().(func(S5, int32, S7, complex64, [2]int, map[string]int, error, string, S6) (S3, float32, map[string]int, map[string]int))
		r0, r1, r2, r3 := m(S5{1, 2, 3, 4, 5}, -70000, S7{1.5, 2.5, 3.5, 4.5}, complex(1, 2), [2]int{3, 4}, map[string]int{"k": 1}, error(E("err")), "str", S6{"a", "b"})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{58}).MethodByName("M58").Interface().(func(S5, int32, S7, complex64, [2]int, map[string]int, error, string, S6) (S3, float32, map[string]int, map[string]int))
		r0, r1, r2, r3 := m(S5{1, 2, 3, 4, 5}, -70000, S7{1.5, 2.5, 3.5, 4.5}, complex(1, 2), [2]int{3, 4}, map[string]int{"k": 1}, error(E("err")), "str", S6{"a", "b"})
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M58")
		m := g.Func.Interface().(func(R, S5, int32, S7, complex64, [2]int, map[string]int, error, string, S6) (S3, float32, map[string]int, map[string]int))
		r0, r1, r2, r3 := m(R{3}, S5{1, 2, 3, 4, 5}, -70000, S7{1.5, 2.5, 3.5, 4.5}, complex(1, 2), [2]int{3, 4}, map[string]int{"k": 1}, error(E("err")), "str", S6{"a", "b"})
		fmt.Println(r0, r1, r2, r3)
	}
	show(reflect.ValueOf(f59).Call([]reflect.Value{val[complex128](complex(3, -4)), val[string]("str"), val[S4](S4{[3]int{7, 8, 9}}), val[any](any(7)), val[S2](S2{1, 2.5, 3}), val[float64](-2.25), val[string]("str"), val[uint8](200)}))
	show(reflect.ValueOf(R{59}).MethodByName("M59").Call([]reflect.Value{val[complex128](complex(3, -4)), val[string]("str"), val[S4](S4{[3]int{7, 8, 9}}), val[any](any(7)), val[S2](S2{1, 2.5, 3}), val[float64](-2.25), val[string]("str"), val[uint8](200)}))
	{
		m := reflect.MakeFunc(reflect.TypeOf(f59), func(in []reflect.Value) []reflect.Value { show(in); return reflect.ValueOf(f59).Call(in) }).Interface().(func(complex128, string, S4, any, S2, float64, string, uint8) (map[string]int, complex128, S1, [0]int))
		r0, r1, r2, r3 := m(complex(3, -4), "str", S4{[3]int{7, 8, 9}}, any(7), S2{1, 2.5, 3}, -2.25, "str", 200)
		fmt.Println(r0, r1, r2, r3)
	}
	{
		m := reflect.ValueOf(R{59}).MethodByName("M59").Interface().(func(complex128, string, S4, any, S2, float64, string, uint8) (map[string]int, complex128, S1, [0]int))
		r0, r1, r2, r3 := m(complex(3, -4), "str", S4{[3]int{7, 8, 9}}, any(7), S2{1, 2.5, 3}, -2.25, "str", 200)
		fmt.Println(r0, r1, r2, r3)
	}
	{
		g, _ := reflect.TypeOf(R{}).MethodByName("M59")
		m := g.Func.Interface().(func(R, complex128, string, S4, any, S2, float64, string, uint8) (map[string]int, complex128, S1, [0]int))
		r0, r1, r2, r3 := m(R{3}, complex(3, -4), "str", S4{[3]int{7, 8, 9}}, any(7), S2{1, 2.5, 3}, -2.25, "str", 200)
		fmt.Println(r0, r1, r2, r3)
	}
}
