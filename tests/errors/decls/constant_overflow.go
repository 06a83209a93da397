// Constants that do not fit their type.
package main

const big = 1 << 100

var a int = big // ERROR `^cannot use big \(untyped int constant 1267650600228229401496703205376\) as int value in variable declaration \(overflows\)$`
var b int8 = 128 // ERROR `^cannot use 128 \(untyped int constant\) as int8 value in variable declaration \(overflows\)$`
var c uint16 = -1 // ERROR `^cannot use -1 \(untyped int constant\) as uint16 value in variable declaration \(overflows\)$`
var d = big // ERROR `^cannot use big \(untyped int constant 1267650600228229401496703205376\) as int value in variable declaration \(overflows\)$`
var e float32 = 1e39 // ERROR `^cannot use 1e39 \(untyped float constant 1e\+39\) as float32 value in variable declaration \(overflows\)$`
var f float64 = 1e309 // ERROR `^cannot use 1e309 \(untyped float constant 1e\+309\) as float64 value in variable declaration \(overflows\)$`
var g byte = 'ā' // ERROR `^cannot use 'ā' \(untyped rune constant 257\) as byte value in variable declaration \(overflows\)$`
var h rune = 0x80000000 // ERROR `^cannot use 0x80000000 \(untyped int constant 2147483648\) as rune value in variable declaration \(overflows\)$`
var i = int64(big) // ERROR `^constant 1267650600228229401496703205376 overflows int64$`
var j = uint(1) - 2 // ERROR `^uint\(1\) - 2 \(constant -1 of type uint\) overflows uint$`
var k = int8(-128) / -1 // ERROR `^int8\(-128\) / -1 \(constant 128 of type int8\) overflows int8$`
var l = ^uint8(0) + 1 // ERROR `^\^uint8\(0\) \+ 1 \(constant 256 of type uint8\) overflows uint8$`
var m uint8 = ^1 // ERROR `^cannot use \^1 \(untyped int constant -2\) as uint8 value in variable declaration \(overflows\)$`
var n = -uint(1) // ERROR `^-uint\(1\) \(constant -1 of type uint\) overflows uint$`
var o = 1 << 64 // ERROR `^cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in variable declaration \(overflows\)$`
var p = int32(1) << 31 // ERROR `^int32\(1\) << 31 \(constant 2147483648 of type int32\) overflows int32$`
var q = 0x7fffffffffffffff + 1 // ERROR `^cannot use 0x7fffffffffffffff \+ 1 \(untyped int constant 9223372036854775808\) as int value in variable declaration \(overflows\)$`
var r = uint64(1<<64 - 1) * 2 // ERROR `^uint64\(1 << 64 - 1\) \* 2 \(constant 36893488147419103230 of type uint64\) overflows uint64$`
var s = []int{1 << 63} // ERROR `^cannot use 1 << 63 \(untyped int constant 9223372036854775808\) as int value in array or slice literal \(overflows\)$`
var t = "a"[1<<65] // ERROR `^1 << 65 \(untyped int constant 36893488147419103232\) overflows int$`
var u = float32(16777217)
var v uintptr = -1 // ERROR `^cannot use -1 \(untyped int constant\) as uintptr value in variable declaration \(overflows\)$`
var w complex64 = 1e40 // ERROR `^cannot use 1e40 \(untyped float constant 1e\+40\) as complex64 value in variable declaration \(overflows\)$`
var x = 5 % 2.0 // ERROR `^invalid operation: operator % not defined on 5 \(untyped float constant\)$`
var y = 5.5 % 2 // ERROR `^invalid operation: operator % not defined on 5\.5 \(untyped float constant\)$`
var z = 07 << 3.5 // ERROR `^3\.5 \(untyped float constant\) truncated to uint$`

func main() {
	var x int = 1e3
	var y int = 1.1 // ERROR `^cannot use 1\.1 \(untyped float constant\) as int value in variable declaration \(truncated\)$`
	const c = 10 << 500
	const d = 1 << 10000 // ERROR `^invalid operation: invalid shift count 10000 \(untyped int constant\)$`
	x += 1 << 63 // ERROR `^1 << 63 \(untyped int constant 9223372036854775808\) overflows int$`
	_, _ = x, y
}
