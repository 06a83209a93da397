package main

const a int = 0x1p-2147483600         // ERROR "constant 1.59783e-646456979\\) as int value in constant declaration \\(truncated"
const b int = 1e1000000000            // ERROR "malformed constant: 1e1000000000"
const c int = 1e-1000000000           // underflows to zero
const d int = 1e-99999999999          // ERROR "malformed constant: 1e-99999999999"
const e int = 1e400000000 * 1e400000000 // ERROR "constant result is not representable"
const f int = 1e300000000 - 1e299999999 // ERROR "untyped float constant 9e\\+299999999"
const g int = 1e-400000000 * 1e-400000000
const h int = 1e646456992 / 1e646456991
const i string = 1e2999 * 3 / 3 / 1e2998 // ERROR "untyped float constant 10\\)"
const j string = 1.5e10000i              // ERROR "untyped complex constant \\(0 \\+ 1.5e\\+10000i\\)"
const k float64 = 1e64645                // ERROR "untyped float constant 1e\\+64645\\) as float64 value in constant declaration \\(overflows"
const l = 1 / 1e-600000000
const m = 1 / 1e-1000000000 // ERROR "division by zero"

var _ [h - 9]int = [1]int{}

func main() {}
