// How often conversions and concatenations allocate.
package main

import "runtime"

var sink string

var bytesSink []byte

//go:noinline
func isYes(s string) bool { return s == "yes" }

//go:noinline
func change(b []byte) { b[0]++ }

//go:noinline
func first(r []rune) rune { r[0]++; return r[0] }

// allocations yields the allocations in one call of f.
func allocations(f func()) uint64 {
	const runs = 100
	var before, after runtime.MemStats
	f()
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return (after.Mallocs - before.Mallocs) / runs
}

func main() {
	small, large := []byte("yes"), []byte("more than thirty-two bytes need memory of their own")
	text, long := string(small), string(large)
	m := map[string]int{text: 1, long: 2}
	n := 0
	buf := make([]byte, 0, 200)
	runes := []rune("ja")
	for _, test := range []struct {
		name string
		f    func()
	}{
		{"string(b), small", func() { isYes(string(small)) }},
		{"string(b), large", func() { isYes(string(large)) }},
		{"string(b), kept", func() { sink = string(small) }},
		{"[]byte(s), small", func() { change([]byte(text)) }},
		{"[]byte(s), large", func() { change([]byte(long)) }},
		{"[]byte(s), kept", func() { bytesSink = []byte(text) }},
		{"[]rune(s), small", func() { first([]rune(text)) }},
		{"[]rune(s), large", func() { first([]rune(long)) }},
		{"string(runes)", func() { isYes(string(runes)) }},
		{"string(rune)", func() { isYes(string(runes[0])) }},
		{"a + b, small", func() { isYes(text + text) }},
		{"a + b, large", func() { isYes(text + long) }},
		{"a + b, kept", func() { sink = text + text }},
		{"a + \"\", kept", func() { sink = long + string(buf[:0]) }},
		{"concatenation of string(b)", func() { isYes("<" + string(small) + ">" + string(small)) }},
		{"concatenation of string(b), large", func() { isYes("<" + string(large) + ">") }},
		{"comparison", func() {
			if string(large) == long && string(large) < long && text != string(large) {
				n++
			}
		}},
		{"lookup", func() { n += m[string(large)] }},
		{"lookup, ok", func() {
			if _, ok := m[string(large)]; ok {
				n++
			}
		}},
		{"switch", func() {
			switch string(large) {
			case "a":
				n++
			case "b", "c", "d":
				n--
			}
		}},
		{"range []byte(s)", func() {
			for _, c := range []byte(long) {
				n += int(c)
			}
		}},
		{"append", func() { buf = append(buf[:0], long...) }},
		{"append []byte(s)", func() { buf = append(buf[:0], []byte(long)...) }},
		{"copy", func() { copy(buf[:cap(buf)], long) }},
		{"copy []byte(s)", func() { copy(buf[:cap(buf)], []byte(long)) }},
		{"lengths", func() { n += len([]rune(long)) + len([]byte(long)) }},
		{"constant bytes", func() { change([]byte("constant bytes of more than thirty-two bytes")) }},
	} {
		println(test.name, allocations(test.f))
	}
}
