package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"example.org/workshop/adventure"
	"example.org/workshop/internal/report"
	"example.org/workshop/lang/ast"
	"example.org/workshop/lang/eval"
	"example.org/workshop/lang/parse"
	"example.org/workshop/regex"
	"example.org/workshop/sudoku"
	"example.org/workshop/vm"
)

var (
	_ = register("lang", showLang)
	_ = register("vm", showVM)
	_ = register("regex", showRegex)
	_ = register("sudoku", showSudoku)
	_ = register("adventure", showAdventure)
)

const program = `
# Sorting, closures, errors.
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
print("fib", fib(15));

fn counter() {
	let n = 0;
	return fn() { n = n + 1; return n; };
}
let a = counter();
let b = counter();
a(); a();
print(a(), b(), kind(a));

fn quick(list) {
	if len(list) < 2 { return list; }
	let pivot = list[0];
	let less = [];
	let same = [];
	let more = [];
	for x in list {
		if x < pivot { push(less, x); } else if x == pivot { push(same, x); } else { push(more, x); }
	}
	return quick(less) + same + quick(more);
}
print(quick([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]));
print(sort(["pear", 3, "apple", 2.5]));

let primes = [];
let n = 2;
while len(primes) < 12 {
	let prime = true;
	for p in primes { if n % p == 0 { prime = false; } }
	if prime { push(primes, n); }
	n = n + 1;
}
print(primes, sqrt(2) * sqrt(2) == 2);

fn risky(n) {
	try {
		if n == 0 { throw "zero"; }
		if n == 1 { return [1, 2][7]; }
		if n == 2 { return undefined_name; }
		if n == 3 { return risky; }
		return -"text";
	} catch e {
		return "caught " + e;
	}
}
for i in 5 { print(i, risky(i)); }
fn deep(n) { return 1 + deep(n); }
try { deep(0); } catch e { print("deep:", e); }
let matrix = [[1, 2], [3, 4]];
matrix[1][0] = matrix[0][1] * 10;
print(matrix, upper("ok"), true && nil || "or");
for c in "añ" { print(c); }
map([1, 2, 3], fn(x) { return x * x; });
`

func showLang(r *report.Report) {
	m := eval.New(os.Stdout)
	v, err := m.Run(program)
	r.Printf("= %s %v", eval.Show(v), err)
	m.Limit = 5000
	for _, text := range []string{
		"1 + 2 * 3 - 4 / 8;", "fn f(a, b) { return a + b; } f(1);", "throw [1, \"x\"];", "while true { try { x; } catch e { } }",
		"let = 3; let y 4; y + ;", "1 + @;", "\"open", "print(1)(2);", "len(nil);", "[1] + 2;", "sort == sort;",
	} {
		v, err := m.Run(text)
		r.Printf("%s -> %s", text, eval.Show(v))
		if err != nil {
			r.Printf("   %s", strings.ReplaceAll(err.Error(), "\n", " & "))
			r.Printf("   %T %t %t", err, errors.Is(err, eval.ErrType), errors.Is(err, eval.ErrSteps))
		}
	}
	block, err := parse.Program(program)
	r.Check(err == nil, "%v", err)
	counts := map[string]int{}
	ast.Walk(block, func(n ast.Node) bool {
		counts[fmt.Sprintf("%T", n)]++
		_, closure := n.(*ast.FuncLit)
		return !closure || n.(*ast.FuncLit).Name != "risky"
	})
	r.Printf("%v", counts)
	r.Printf("%v", block.List[0])
	r.Printf("%v", block.List[len(block.List)-1])
}

func showVM(r *report.Report) {
	code, err := vm.Assemble(`
		push 10
		store 0
		push 1
		store 1
	loop:	load 0
		jz done
		load 0
		call times   ; into memory 1
		load 0
		push -1
		add
		store 0
		jump loop
	times:	load 1
		mul
		store 1
		ret
	done:	load 1
		print
		push 7
		push 0
		div
		halt`)
	if err != nil {
		panic(err)
	}
	r.Printf("%s", vm.Disassemble(code))
	r.Printf("% x", vm.Image(code[:4]))
	m := vm.New(code)
	m.Out = func(v int32) { r.Printf("out %d", v) }
	err = m.Run(1000)
	var re runtime.Error
	r.Printf("%v after %d steps; %t", err, m.Steps, errors.As(err, &re))
	for _, source := range []string{"add", "push 1\njump 100", "store 99", "x: jump x", "print", "ret", "bad 1", "push", "push 99999999", "jump nowhere"} {
		code, err := vm.Assemble(source)
		if err == nil {
			err = vm.New(code).Run(100)
		}
		var trap *vm.Trap
		r.Printf("%q: %v %t", source, err, errors.As(err, &trap))
	}
	r.Printf("%v", vm.New([]vm.Word{vm.Make(200, 1)}).Run(1))
}

func showRegex(r *report.Report) {
	tests := []struct{ re, text string }{
		{"a+b*", "xaaabby"}, {"(a|ab)(c|bcd)", "abcd"}, {"^$", ""}, {"^(\\w+)@(\\w+)\\.com$", "joe_1@example.com"},
		{"[^a-c]+?d", "abxyd"}, {"(x*)*y", strings.Repeat("x", 40)}, {"a.c", "aéc"}, {"colou?r", "the colour"},
		{"(\\d+)-(\\d+)?", "tel 12-"}, {"(", ""}, {"*a", ""}, {"[z-a]", ""}, {"a)", ""}, {"a\\", ""}, {"", "abc"}, {"\\S+\\s", "ab cd"},
	}
	for _, t := range tests {
		re, err := regex.Compile(t.re)
		if err != nil {
			r.Printf("%v", err)
			continue
		}
		r.Printf("%q %q: %q", t.re, t.text, re.Find(t.text))
	}
	re := regex.MustCompile("[aeiou]+")
	for s, e := range re.All("queueing theory") {
		r.Printf("%d-%d", s, e)
		if s > 8 {
			break
		}
	}
	r.Printf("%s", re.Replace("queueing theory", func(s string) string { return "<" + strings.ToUpper(s) + ">" }))
	r.Printf("%s", regex.MustCompile("a(b|[x-z])*?$").Dump())
	r.Printf("%v", report.Panics(func() { regex.MustCompile("a**") }))
}

func showSudoku(r *report.Report) {
	board, err := sudoku.Parse("8........ ..36..... .7..9.2.. .5...7... ....457.. ...1...3. ..1....68 ..85...1. .9....4..")
	if err != nil {
		panic(err)
	}
	for solution := range board.Solutions {
		r.Printf("%v", solution)
		break
	}
	r.Printf("%d steps", board.Steps())
	n := 0
	almost, _ := sudoku.Parse(strings.Repeat(".", 81))
	for range almost.Solutions {
		if n++; n == 3 {
			break
		}
	}
	r.Printf("%d solutions of the empty board", n)
	for _, bad := range []string{"11", "123", strings.Repeat("0", 82)} {
		_, err := sudoku.Parse(bad)
		r.Printf("%v %t", err, errors.Is(err, sudoku.ErrContradiction))
	}
}

func showAdventure(r *report.Report) {
	for _, script := range []string{
		"look\ntake lamp\ne\ntake stove\nget bread\ns\ni\ntake key\ndrop bread\nn\nw\nn\nunlock door\nnorth\nlook\n",
		"dance\ngo up\ngo west\ne\ns\ntake key\nn\nhelp\neat bread\ntake bread\neat bread\nquit\nmaybe\nno\nq\nyes\nlook",
	} {
		var out strings.Builder
		score := adventure.New(&out).Play(strings.NewReader(script))
		r.Printf("%s", out.String())
		r.Check(score > 0, "score %d", score)
	}
}
