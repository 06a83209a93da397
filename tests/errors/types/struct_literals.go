// Struct literals with wrong, missing, mixed and unexported fields.
package main

import "time"

type P struct {
	x, y int
	s    string
}
type E struct {
	P
	z int
}

func main() {
	_ = P{1} // ERROR `^too few values in struct literal of type P$`
	_ = P{1, 2} // ERROR `^too few values in struct literal of type P$`
	_ = P{1, 2, "s", 4} // ERROR `^too many values in struct literal of type P$`
	_ = P{"a", 2, "s"} // ERROR `^cannot use "a" \(untyped string constant\) as int value in struct literal$`
	_ = P{x: 1, 2} // ERROR `^mixture of field:value and value elements in struct literal$`
	_ = P{x: 1, x: 2} // ERROR `^duplicate field name x in struct literal$`
	_ = P{w: 1} // ERROR `^unknown field w in struct literal of type P$`
	_ = P{x: "s"} // ERROR `^cannot use "s" \(untyped string constant\) as int value in struct literal$`
	_ = E{x: 1}
	_ = E{P: P{}, x: 1} // ERROR `^cannot specify promoted field x and enclosing embedded field P$`
	_ = E{1, 2} // ERROR `^cannot use 1 \(untyped int constant\) as P value in struct literal$`
	_ = &P{y: 1, s: 2} // ERROR `^cannot use 2 \(untyped int constant\) as string value in struct literal$`
	_ = P{1, 2, s: "x"} // ERROR `^mixture of field:value and value elements in struct literal$`
	_ = time.Time{1, 2, nil} // ERROR `^implicit assignment to unexported field wall in struct literal of type time\.Time$` `^implicit assignment to unexported field ext in struct literal of type time\.Time$` `^implicit assignment to unexported field loc in struct literal of type time\.Time$`
	_ = struct{ a int }{b: 1} // ERROR `^unknown field b in struct literal of type struct\{a int\}$`
	_ = []P{{1, 2}, {x: 1}, 3} // ERROR `^too few values in struct literal of type P$` `^cannot use 3 \(untyped int constant\) as P value in array or slice literal$`
	_ = map[string]P{"a": {q: 1}} // ERROR `^unknown field q in struct literal of type P$`
	_ = P // ERROR `^P \(type\) is not an expression$`
	_ = int{1} // ERROR `^invalid composite literal type int$`
}
