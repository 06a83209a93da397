// The blank identifier cannot be read, called or selected.
package main

type T struct{ _, _ int }

func _() {}
func _() {}

var _ = 1

func main() {
	x := _ // ERROR `^cannot use _ as value or type$`
	_() // ERROR `^cannot use _ as value or type$`
	_ = _ // ERROR `^cannot use _ as value or type$`
	var t T
	t._ = 1 // ERROR `^t\._ undefined \(type T has no field or method _\)$`
	_.x = 1 // ERROR `^cannot use _ as value or type$`
	_++ // ERROR `^cannot use _ as value or type$`
	_ += 1 // ERROR `^cannot use _ as value or type$`
	for _ = range 3 {
	}
	_ = x
}
