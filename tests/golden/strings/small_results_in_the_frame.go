// Strings and slices that conversions and concatenations make: those that are kept must not share the room of others.
package main

import "fmt"

type key struct {
	name string
	n    int
}

var kept []string
var keptBytes [][]byte
var keptMap = map[string]int{}

//go:noinline
func isYes(s string) bool { return s == "yes" || s == "YES" }

//go:noinline
func keep(s string) { kept = append(kept, s) }

//go:noinline
func same(s string) string { return s }

//go:noinline
func sum(b []byte) (n int) {
	for i := range b {
		b[i]++
		n += int(b[i])
	}
	return n
}

//go:noinline
func joined(a, b []byte) string { return string(a) + string(b) }

func switchOn(b []byte) string {
	switch string(b) {
	case "a", "b":
		return "short"
	case "alpha":
		return "alpha"
	case "beta", "gamma":
		return "other"
	case "delta":
		return "delta"
	}
	return "none"
}

func changed(b []byte, to byte) bool {
	b[0] = to
	return true
}

func switchWithEffects(b []byte) string {
	switch string(b) {
	case func() string { b[0] = 'x'; return "xbc" }():
		return "changed"
	case "abc":
		return "copied"
	}
	return "none"
}

func lookups(m map[string]int, b []byte) (int, bool) {
	n := m[string(b)]
	_, ok := m[string(b)]
	if _, ok := m["<"+string(b)+">"]; ok {
		n += 100
	}
	return n, ok
}

func inLoop(texts [][]byte) (last string, all []string, longest string) {
	for _, t := range texts {
		s := string(t)
		if len(s) > len(longest) {
			longest = s
		}
		last = s
		all = append(all, string(t)+"!")
	}
	return last, all, longest
}

func carried(n int) string {
	s := ""
	for i := range n {
		s = s + string(rune('a'+i))
	}
	return s
}

func previous(texts [][]byte) (pairs int) {
	prev := ""
	for _, t := range texts {
		s := string(t)
		if s == prev {
			pairs++
		}
		prev = s
	}
	return pairs
}

func generic[T ~[]byte | ~string](v T) (string, int) {
	n := 0
	for range []byte(v) {
		n++
	}
	return string(v), n
}

func later(b []byte) (f func() string) {
	s := string(b)
	defer func() { b[0] = '?' }()
	return func() string { return s }
}

func recovered(b []byte) (s string) {
	defer func() { s = fmt.Sprint(recover(), " ", s) }()
	s = string(b)
	panic(string(b) + " panics")
}

type named struct{ text string }

func (n *named) set(b []byte) { n.text = string(b) }

func capacities(b []byte, s string) {
	x := []byte(s)
	y := []rune(s)
	z := []byte("constant")
	fmt.Println(cap(x), cap(y), cap(z), len(x), len(y), len(z))
	all := x[:cap(x)]
	all[len(x)] = 7
	w := []byte(s)
	w[0]++
	fmt.Println(w[:cap(w)][len(w)], len([]rune(s)), len([]byte(s)), cap([]byte("")), []byte("") == nil)
	x = append(x, s...)
	fmt.Println(string(x))
}

//go:noinline
func escaping(s string) ([]byte, []rune, []byte) { return []byte(s), []rune(s), []byte("constant") }

func main() {
	yes := []byte("yes")
	fmt.Println(isYes(string(yes)), isYes("Y"+string(yes[1:])), isYes("Y"+string("ES")))
	for _, w := range []string{"one", "two", "three"} {
		b := []byte(w)
		keep(string(b))
		keep(same(string(b)))
		keep(w + string(b[:1]))
		keptMap[string(b)]++
		keptBytes = append(keptBytes, b)
		b[0] = '-'
	}
	fmt.Println(kept, keptMap)
	fmt.Printf("%s\n", keptBytes)
	a := []byte("x")
	j := joined(a, nil)
	k := joined(nil, a)
	a[0] = 'y'
	fmt.Println(j, k, joined(a, a), joined(nil, nil) == "")
	fmt.Println(sum([]byte("hello")), sum([]byte(j)), j)
	for _, t := range []string{"a", "alpha", "gamma", "delta", "zeta", ""} {
		fmt.Print(switchOn([]byte(t)), " ")
	}
	fmt.Println(switchWithEffects([]byte("abc")))
	m := map[string]int{"k": 1, "<k>": 2, "long enough to be on the heap in any case": 3}
	fmt.Println(lookups(m, []byte("k")))
	fmt.Println(lookups(m, []byte("long enough to be on the heap in any case")))
	texts := [][]byte{[]byte("aa"), []byte("bbbb"), []byte("c"), []byte("c"), []byte("d")}
	fmt.Println(inLoop(texts))
	fmt.Println(carried(40), previous(texts))
	fmt.Println(generic([]byte("bytes")))
	fmt.Println(generic("string"))
	b := []byte("abc")
	f := later(b)
	fmt.Println(f(), string(b))
	fmt.Println(recovered([]byte("it")))
	var n named
	n.set(b)
	b[0] = '!'
	fmt.Println(n.text, string(b) < "abc", string(b) == string(b[:3]), "z" > string(b))
	capacities(b, "añ")
	p, q, r := escaping("añ")
	fmt.Println(cap(p), cap(q), cap(r))
	for i, c := range []byte("hé") {
		fmt.Print(i, ":", c, " ")
	}
	s := "text"
	for i, c := range []byte(s) {
		s = "other"
		fmt.Print(i, ":", string(rune(c)), " ")
	}
	fmt.Println(s)
	dst := make([]byte, 8)
	fmt.Println(copy(dst, []byte(s)), copy(dst[5:], []byte("abc")), string(append(dst, []byte(s)...)))
	kk := map[key]int{{string(dst[:2]), 1}: 5}
	dst[0] = 'O'
	fmt.Println(kk[key{"ot", 1}], kk[key{string(dst[:2]), 1}])
	c := make(chan string, 2)
	go func(b []byte) { c <- string(b); c <- string(b) + "…"; b[0] = 'x'; close(c) }([]byte("sent"))
	fmt.Println(<-c, <-c)
	var v any = string(dst[:3])
	dst[1] = 'T'
	fmt.Println(v, string(dst[:3]))
}
