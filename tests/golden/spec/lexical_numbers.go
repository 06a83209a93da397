package main

import "fmt"

func main() {
	fmt.Println(42, 4_2, 0600, 0_600, 0o600, 0O600, 0xBadFace, 0xBad_Face, 0x_67_7a_2f_cc_40_c6, 0b1011, 0B_1)
	const big = 170141183460469231731687303715884105727
	fmt.Println(big>>100, big/170_141183_460469_231731_687303_715884_105727)
	fmt.Println(0., 72.40, 072.40, 2.71828, 1.e+0, 6.67428e-11, 1e6, .25, .12345e+5, 1_5., 0.15e+0_2)
	fmt.Println(0x1p-2, 0x2.p10, 0x1.Fp+0, 0x.8p-0, 0x_1FFFP-16, 0x15e-2)
	fmt.Println(0i, 0123i, 0o123i, 0xabci, 0.i, 2.71828i, 1.e+0i, 6.67428e-11i, 1e6i, .25i, .12345e+5i, 0x1p-2i)
	fmt.Println(1e308*10/10, 1e-400*1e400, 5e-324, 1.7976931348623157e308)
	var f float32 = 16777217
	var d float64 = 9007199254740993
	fmt.Println(f == 16777216, d == 9007199254740992)
	fmt.Println(float32(0.1), float64(float32(0.1)), 0.1+0.2, 1/3.0, 1/3)
	fmt.Println(0x7fffffffffffffff, -0x8000000000000000, uint64(0xffffffffffffffff))
}
