// Constants must be values of their type; untyped ones have 512 bits.
package main

const big = 1 << 511
const huge = big * 2 // ERROR "constant multiplication overflow"
const tooBig = big << 1 * big // ERROR "constant shift overflow"

var a int8 = 127 + 1 // ERROR `cannot use 127 \+ 1 \(untyped int constant 128\) as int8 value in variable declaration \(overflows\)`
var b uint8 = -1 // ERROR `cannot use -1 \(untyped int constant\) as uint8 value in variable declaration \(overflows\)`
var c uint = ^0 // ERROR `cannot use \^0 \(untyped int constant -1\) as uint value in variable declaration \(overflows\)`
var d int = 1 << 63 // ERROR `cannot use 1 << 63 \(untyped int constant 9223372036854775808\) as int value in variable declaration \(overflows\)`
var e int = 1<<63 - 1
var f float32 = 1e39 // ERROR `cannot use 1e39 \(untyped float constant 1e\+39\) as float32 value in variable declaration \(overflows\)`
var g float32 = 1e38 * 10 // ERROR `cannot use 1e38 \* 10 \(untyped float constant 1e\+39\) as float32 value in variable declaration \(overflows\)`
var h int = 2.0
var i int = 2.5 // ERROR `cannot use 2\.5 \(untyped float constant\) as int value in variable declaration \(truncated\)`
var j rune = 0x110000000 // ERROR `cannot use 0x110000000 \(untyped int constant 4563402752\) as rune value in variable declaration \(overflows\)`
var k = big // ERROR `cannot use big \(untyped int constant 6703903964971298549787012499102923063739682910296196688861780721860882015036773488400937149083451713845015929093243025426876941405973284973216824503042048\) as int value in variable declaration \(overflows\)`
var l uint8 = 'ÿ' + 1 // ERROR `cannot use 'ÿ' \+ 1 \(untyped rune constant 256\) as uint8 value in variable declaration \(overflows\)`
var m = int8(127) + 1 // ERROR `int8\(127\) \+ 1 \(constant 128 of type int8\) overflows int8`
var n = uint8(255) * 2 // ERROR `uint8\(255\) \* 2 \(constant 510 of type uint8\) overflows uint8`
var o = -int8(-128) // ERROR `-int8\(-128\) \(constant 128 of type int8\) overflows int8`
var p = ^uint8(1) + uint8(254) // ERROR `\^uint8\(1\) \+ uint8\(254\) \(constant 508 of type uint8\) overflows uint8`
var q = 10 / 4 * 1.0
var r uint8 = 10 / 4.0 * 2
var s int = 'a' * 1.5 // ERROR `cannot use 'a' \* 1\.5 \(untyped float constant 145\.5\) as int value in variable declaration \(truncated\)`
var t = int8(200) // ERROR "constant 200 overflows int8"
var u = uint(-1) // ERROR "constant -1 overflows uint"
var v = int(1.5) // ERROR `cannot convert 1\.5 \(untyped float constant\) to type int`
var w complex64 = 1e39i // ERROR `cannot use 1e39i \(untyped complex constant \(0 \+ 1e\+39i\)\) as complex64 value in variable declaration \(overflows\)`
var x float64 = 1i * 1i
var y int = 1i // ERROR `cannot use 1i \(untyped complex constant \(0 \+ 1i\)\) as int value in variable declaration \(truncated\)`

func main() {}
