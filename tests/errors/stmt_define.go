// Short variable declarations.
package main

func two() (int, error) { return 1, nil }

func f(p int) (r int) {
	p := 1 // ERROR "no new variables on left side of :="
	r := 2 // ERROR "no new variables on left side of :="
	q, p := 1, 2
	return q + p
}

func main() {
	a := 1
	a := 2 // ERROR "no new variables on left side of :="
	a, b := 2, 3 // ERROR "declared and not used: b"
	a, b := 4, 5 // ERROR "no new variables on left side of :="
	c, c := 1, 2 // ERROR "declared and not used: c" "c repeated on left side of :="
	d, e := two() // ERROR "declared and not used: d"
	d, g := two()
	h := two() // ERROR "declared and not used: h" "assignment mismatch: 1 variable but two returns 2 values"
	i, j, k := two() // ERROR "declared and not used: i" "declared and not used: j" "declared and not used: k" "assignment mismatch: 3 variables but two returns 2 values"
	_ := 1 // ERROR "no new variables on left side of :="
	_, _ := 1, 2 // ERROR "no new variables on left side of :="
	a.x := 1 // ERROR `non-name a\.x on left side of :=` `a\.x undefined \(type int has no field or method x\)`
	l, a.x := 1, 2 // ERROR "declared and not used: l" `non-name a\.x on left side of :=` `a\.x undefined \(type int has no field or method x\)`
	m := m // ERROR "declared and not used: m" "undefined: m"
	n := func() int { return n() } // ERROR "declared and not used: n" "undefined: n"
	o, b := "s", "t" // ERROR "declared and not used: o" `cannot use "t" \(untyped string constant\) as int value in multiple assignment`
	p := undefined // ERROR "declared and not used: p" "undefined: undefined"
	const q = 1
	q, r := 1, 2 // ERROR "cannot assign to q"
	{
		a := a // ERROR "declared and not used: a"
	}
	if s := 1; s > 0 {
	} else if s := 2; s > 1 {
		a := 3 // ERROR "declared and not used: a"
	}
	_, _, _ = e, g, r
}
