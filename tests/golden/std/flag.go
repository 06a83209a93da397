package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
)

type V struct{ s *string }

func (v V) String() string     { return *v.s }
func (v V) Set(s string) error { *v.s = s; return nil }

type T struct{ x int }

func (t T) MarshalText() ([]byte, error)     { return []byte(fmt.Sprint("t", t.x)), nil }
func (t *T) UnmarshalText(b []byte) error { t.x = len(b); return nil }

func main() {
	run := func(args ...string) {
		f := flag.NewFlagSet("prog", flag.ContinueOnError)
		f.SetOutput(os.Stdout)
		b := f.Bool("b", false, "a bool")
		bt := f.Bool("bt", true, "a `thing` bool")
		i := f.Int("int", 7, "an int\nsecond line")
		i64 := f.Int64("i64", 0, "")
		u := f.Uint("u", 3, "uint")
		fl := f.Float64("f", 1.5, "float")
		s := f.String("s", "def", "string")
		d := f.Duration("d", time.Second, "dur")
		x := "q"
		f.Var(V{&x}, "v", "var")
		var t T
		f.TextVar(&t, "t", T{5}, "text")
		f.Func("fn", "func", func(s string) error { if s == "e" { return errors.New("bad") }; return nil })
		f.BoolFunc("bf", "bool func", func(s string) error { fmt.Println("bf", s); return nil })
		err := f.Parse(args)
		fmt.Println(err, *b, *bt, *i, *i64, *u, *fl, *s, *d, x, t, f.Args(), f.NArg(), f.NFlag(), f.Arg(1))
		f.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println()
	}
	run()
	run("-b", "-int=5", "--s", "hello", "-d", "3m", "-v=z", "-t=abc", "-bf", "rest", "-x")
	run("-int", "x")
	run("-int=99999999999999999999")
	run("-b=maybe")
	run("-nope")
	run("-help")
	run("-s")
	run("-=x")
	run("---x")
	run("--", "-b")
	run("-")
	run("-fn=e")
	run("-bt=false", "-u=1", "-f=2e3", "-i64=0x10")
	fmt.Println(flag.CommandLine.Set("zz", "1"))
	func() {
		defer func() { fmt.Println(recover()) }()
		f := flag.NewFlagSet("p", flag.PanicOnError)
		f.SetOutput(os.Stdout)
		f.Int("a", 1, "")
		f.Int("a", 1, "")
	}()
	n := flag.Int("n", 1, "number")
	flag.Parse()
	fmt.Println(*n, flag.NArg())
}
