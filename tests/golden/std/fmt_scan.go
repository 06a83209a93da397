package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type T struct{ s string }

func (t *T) Scan(st fmt.ScanState, verb rune) error {
	w, ok := st.Width()
	tok, err := st.Token(true, func(r rune) bool { return r != ',' })
	t.s = fmt.Sprint(string(tok), string(verb), w, ok)
	return err
}

type MyInt int8
type MyS string

func main() {
	var (
		i   int
		i8  int8
		u   uint
		u16 uint16
		f   float64
		f32 float32
		s   string
		b   bool
		c   complex128
		r   rune
		by  []byte
		mi  MyInt
		ms  MyS
		t   T
	)
	reset := func() {
		i, i8, u, u16, f, f32, s, b, c, r, by, mi, ms, t = 0, 0, 0, 0, 0, 0, "", false, 0, 0, nil, 0, "", T{}
	}
	vals := func() string {
		return fmt.Sprint(i, i8, u, u16, f, f32, s, b, c, r, by, mi, ms, t)
	}
	for _, in := range []string{"5 6 7 8", "5\n6\n7 8", "", "x", "300 300", "-5 -3", "0x1f 0b11 0o17 017", "1_000 2", "99999999999999999999 1", "5 6 7 8 9", "  \n 5", "+7 +8 9 10"} {
		reset()
		n, err := fmt.Sscan(in, &i, &i8, &u, &u16)
		fmt.Println("scan", n, err, vals())
		reset()
		n, err = fmt.Sscanln(in, &i, &i8)
		fmt.Println("scanln", n, err, vals())
	}
	for _, in := range []string{"1.5 2.25 abc true (1+2i) x", "1e5 0x1p-2 q T 1-2i", "nan inf s FALSE (3+4i", "1p3 5p-2 z f 3", "1e999 3 a b", "+Inf -inf . 1 i"} {
		reset()
		n, err := fmt.Sscan(in, &f, &f32, &s, &b, &c, &by)
		fmt.Println(n, err, vals())
	}
	type fc struct{ f, in string }
	for _, x := range []fc{
		{"%d %d", "5 6"}, {"%d,%d", "5,6"}, {"%3d%2d", "12345"}, {"%x %o", "ff 17"}, {"%v %v", "0x10 012"},
		{"%d", "x"}, {"%d\n", "5\n"}, {"%d\n%d", "5 \n6"}, {"%d %d", "5\n6"}, {"a%db", "a5b"}, {"a%db", "a5c"}, {"%d%%", "5%"}, {"%", "5"}, {"%z", "5"},
		{"%d", "5 6"}, {"%c", "xy"}, {"%5d", "  12"}, {"%b", "1012"}, {"%U", "U+12"}, {"%e", "5"}, {"%s", "5"}, {"%d %s", "5 6"}, {" %d", "5"}, {"%d ", "5"}, {"%d %d %d", "1 2 3"}, {"é%d", "é4"}, {"", ""}, {"%d", ""},
	} {
		reset()
		n, err := fmt.Sscanf(x.in, x.f, &i, &i8)
		fmt.Println(x, n, err, vals())
		reset()
		n, err = fmt.Sscanf(x.in, x.f, &i)
		fmt.Println(x, n, err, vals())
	}
	for _, x := range []fc{{"%s|%q", "abc| \"d\\te\" x"}, {"%q", "`raw\n`"}, {"%x", "616263"}, {"%X %s", "4142 q"}, {"%q", "x"}, {"%x", "6"}, {"%x", "zz"}, {"%5s%s", "abcdefgh"}, {"%v", "word two"}, {"%t", "x"}, {"%q", "\"unterminated"}} {
		reset()
		n, err := fmt.Sscanf(x.in, x.f, &s, &by)
		fmt.Println(x, n, err, s, by)
	}
	reset()
	n, err := fmt.Sscanf("true 5 (1+2i) 7 abc 2.5", "%t %c %g %d %v %f", &b, &r, &c, &mi, &ms, &f)
	fmt.Println(n, err, vals())
	n, err = fmt.Sscanf("abc,def", "%3v,%s", &t, &s)
	fmt.Println(n, err, t, s)
	n, err = fmt.Sscan("q", i)
	fmt.Println(n, err)
	n, err = fmt.Sscan("q", &[]int{1})
	fmt.Println(n, err)
	n, err = fmt.Sscan("q", &struct{}{})
	fmt.Println(n, err)
	n, err = fmt.Sscan("200", &mi)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("5", "%d")
	fmt.Println(n, err)
	rd := bufio.NewReader(strings.NewReader("1 2\n3 4\nhello world"))
	for {
		var a, b string
		n, err := fmt.Fscanln(rd, &a, &b)
		fmt.Println(n, err, a, b)
		if errors.Is(err, io.EOF) || n == 0 {
			break
		}
	}
	var x, y int
	n, err = fmt.Fscan(io.MultiReader(strings.NewReader("12"), strings.NewReader("3 4\xff5")), &x, &y)
	fmt.Println(n, err, x, y)
	n, err = fmt.Scan(&x)
	fmt.Println(n, err)
}
