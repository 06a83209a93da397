// Struct literals.
package main

type Base struct{ id, kind int }
type T struct {
	Base
	*Ptr
	name string
}
type Ptr struct{ deep int }

func main() {
	_ = T{Base{1, 2}, nil, "n"}
	_ = T{Base: Base{id: 1}, name: "n"}
	_ = T{id: 1, kind: 2, name: "n"}
	_ = T{Base{}, nil} // ERROR "too few values in struct literal of type T"
	_ = T{Base{}, nil, "n", 1} // ERROR "too many values in struct literal of type T"
	_ = T{1, nil, "n"} // ERROR `cannot use 1 \(untyped int constant\) as Base value in struct literal`
	_ = T{name: "n", name: "m"} // ERROR "duplicate field name name in struct literal"
	_ = T{nosuch: 1} // ERROR "unknown field nosuch in struct literal of type T"
	_ = T{Name: "n"} // ERROR "unknown field Name in struct literal of type T, but does have name"
	_ = T{name: 1} // ERROR `cannot use 1 \(untyped int constant\) as string value in struct literal`
	_ = T{name: "n", nil} // ERROR "mixture of field:value and value elements in struct literal"
	_ = T{Base{}, name: "n"} // ERROR "mixture of field:value and value elements in struct literal" "too few values in struct literal of type T"
	_ = T{deep: 1} // ERROR "invalid implicit pointer indirection to reach deep"
	_ = T{Base: Base{}, id: 1} // ERROR "cannot specify promoted field id and enclosing embedded field Base"
	_ = T{id: 1, Base: Base{}} // ERROR "cannot specify embedded field Base and enclosed promoted field id"
	_ = T{"name": "n"} // ERROR `invalid field name "name" in struct literal`
	_ = struct{ a, b int }{1} // ERROR `too few values in struct literal of type struct\{a int; b int\}`
	_ = struct{}{1} // ERROR `too many values in struct literal of type struct\{\}`
	_ = int{1} // ERROR "invalid composite literal type int"
	_ = *T{} // ERROR `invalid operation: cannot indirect T\{\} \(value of struct type T\)`
	_ = &T{}.name // ERROR `invalid operation: cannot take address of T\{\}\.name \(value of type string\)`
	_ = Undefined{1, undefinedToo} // ERROR "undefined: Undefined" "undefined: undefinedToo"
}
