// Fields of map entries, call results and constants cannot be assigned.
package main

type T struct {
	n   int
	arr [2]int
	in  struct{ x int }
}

func f() T { return T{} }

const c = 1

func g() {}

func main() {
	m := map[string]T{}
	m["a"].n = 1 // ERROR `^cannot assign to struct field m\["a"\]\.n in map$`
	m["a"].arr[0] = 1 // ERROR `^cannot assign to m\["a"\]\.arr\[0\] \(neither addressable nor a map index expression\)$`
	m["a"].in.x++ // ERROR `^cannot assign to m\["a"\]\.in\.x \(neither addressable nor a map index expression\)$`
	m["a"].n += 2 // ERROR `^cannot assign to struct field m\["a"\]\.n in map$`
	f().n = 1 // ERROR `^cannot assign to f\(\)\.n \(neither addressable nor a map index expression\)$`
	c = 2 // ERROR `^cannot assign to c \(neither addressable nor a map index expression\)$`
	g = nil // ERROR `^cannot assign to g \(neither addressable nor a map index expression\)$`
	"x" = "y" // ERROR `^cannot assign to "x" \(neither addressable nor a map index expression\)$`
	1++ // ERROR `^cannot assign to 1 \(neither addressable nor a map index expression\)$`
	f() = T{} // ERROR `^cannot assign to f\(\) \(neither addressable nor a map index expression\)$`
	len("x") = 2 // ERROR `^cannot assign to len\("x"\) \(neither addressable nor a map index expression\)$`
	T{}.n = 1 // ERROR `^cannot assign to T\{\}\.n \(neither addressable nor a map index expression\)$`
	nil = nil // ERROR `^cannot assign to nil \(neither addressable nor a map index expression\)$`
	(m["b"]) = T{}
	*&m["c"].n = 1 // ERROR `^invalid operation: cannot take address of m\["c"\]\.n \(value of type int\)$`
	mp := map[string]*T{}
	mp["a"].n = 1
	ma := map[string][]int{}
	ma["a"][0] = 1
	s := "abc"
	s[1] = 'x' // ERROR `^cannot assign to s\[1\] \(neither addressable nor a map index expression\)$`
	for c = range 3 { // ERROR `^cannot assign to c \(neither addressable nor a map index expression\)$`
	}
	true = false // ERROR `^cannot assign to true \(neither addressable nor a map index expression\)$`
}
