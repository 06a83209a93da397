// Cases whose type does not match the tag, and tags that cannot be compared.
package main

type T struct{ f func() }

func f() {}
func two() (int, int) { return 1, 2 }

func main() {
	x, s := 1, "s"
	var e error
	var fn func()
	switch x {
	case "a": // ERROR `^cannot convert "a" \(untyped string constant\) to type int$`
	case 1.5: // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	case s: // ERROR `^invalid case s in switch on x \(mismatched types string and int\)$`
	case nil: // ERROR `^cannot convert nil to type int$`
	case e: // ERROR `^invalid case e in switch on x \(mismatched types error and int\)$`
	}
	switch s {
	case 1, 'x': // ERROR `^cannot convert 1 \(untyped int constant\) to type string$` `^cannot convert 'x' \(untyped rune constant 120\) to type string$`
	}
	switch fn {
	case nil:
	}
	switch fn {
	case fn: // ERROR `^invalid case fn in switch on fn \(func can only be compared to nil\)$`
	}
	switch (T{}) { // ERROR `^cannot switch on \(T\{\}\) \(value of struct type T\) \(T is not comparable\)$`
	}
	switch f() { // ERROR `^f\(\) \(no value\) used as value$`
	}
	switch two() { // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	}
	switch {
	case x: // ERROR `^invalid case x in switch on true \(mismatched types int and bool\)$`
	case 1: // ERROR `^cannot convert 1 \(untyped int constant\) to type bool$`
	}
	switch nil { // ERROR `^use of untyped nil in switch expression$`
	}
	switch x := x; x.(type) { // ERROR `^x \(variable of type int\) is not an interface$`
	}
}
