//! Go source to SSA: whole programs build, the verifier accepts every function, and the output does not depend on
//! threads. What the programs compute is tested by the golden suite; here stand the properties of the SSA itself.

use std::sync::OnceLock;

use frontend::constraint::BuildContext;
use frontend::program::Program;
use frontend::{Input, InputFile, SourceProvider, check_program};
use middle::build::{Extent, build_extent, build_program};
use middle::ir::{AllocKind, Func, Imm, Module, Op, print, verify};

struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

fn check(text: &str) -> Program {
    let file = InputFile { display_name: "prog.go".into(), path: "/src/prog.go".into(), text: text.into() };
    let context = BuildContext::default();
    match check_program(Input { files: vec![file], dir: ".".into(), context }, &Embedded) {
        Ok(program) => program,
        Err(failure) => panic!("{}", frontend::render(&failure, frontend::Form::Text { all: true })),
    }
}

fn build(text: &str) -> Module {
    let program = check(text);
    let module = build_program(&program).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
    for f in &module.funcs {
        verify::func(f, &module.symbols).unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    }
    module
}

/// The function with this symbol.
fn func<'m>(m: &'m Module, name: &str) -> &'m Func {
    let found = m.funcs.iter().find(|f| m.symbols.resolve(f.sym) == name);
    found.unwrap_or_else(|| panic!("no function {name} among {:?}", names(m)))
}

fn names(m: &Module) -> Vec<&str> {
    let main = |f: &&Func| m.symbols.resolve(f.sym).starts_with("main.");
    m.funcs.iter().filter(main).map(|f| m.symbols.resolve(f.sym)).collect()
}

fn ops(f: &Func) -> Vec<Op> {
    let insts = f.layout.iter().flat_map(|&b| &f.blocks[b].insts);
    insts.map(|&i| f.insts[i].op).collect()
}

fn count(f: &Func, op: Op) -> usize {
    ops(f).into_iter().filter(|&o| o == op).count()
}

/// A program that imports every embedded package.
fn everything() -> &'static Program {
    static PROGRAM: OnceLock<Program> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let hidden = |p: &&str| *p == "unsafe" || p.starts_with("internal/") || p.contains("/internal/");
        let imports: String =
            golib::packages().filter(|p| !hidden(p)).map(|p| format!("import _ {p:?}\n")).collect();
        check(&format!("package main\n\n{imports}\nfunc main() {{}}\n"))
    })
}

fn show(m: &Module, f: &Func) -> String {
    print::func(f, &m.symbols, &print::PrintOptions::default())
}

fn text(m: &Module) -> String {
    m.funcs.iter().map(|f| show(m, f)).collect()
}

#[test]
fn embedded_packages_build() {
    let module = build_extent(everything(), Extent::Everything)
        .unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
    assert!(module.funcs.len() > 1000, "only {} functions", module.funcs.len());
    for f in &module.funcs {
        verify::func(f, &module.symbols).unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    }
}

#[test]
fn output_is_deterministic() {
    let build = |()| build_extent(everything(), Extent::Everything).unwrap_or_else(|d| panic!("{d:?}"));
    let [a, b] = [(); 2].map(build);
    assert_eq!(text(&a), text(&b));
    let data = |m: &Module| -> Vec<(String, Vec<u8>)> {
        m.data.iter().map(|d| (m.symbols.resolve(d.sym).to_string(), d.bytes.clone())).collect()
    };
    assert_eq!(data(&a), data(&b));
}

#[test]
fn symbols_are_those_of_gc() {
    let m = build(
        "package main
type T struct{ x int }
func (t T) value() func() { return func() {} }
func (t *T) pointer(i int) {}
var v = func() int { return 1 }()
func init() { _ = func() {} }
func main() {
	func() { func() {}() }()
	var t T
	t.value()()
	defer t.pointer(1)
	go t.pointer(2)
}
",
    );
    let wanted = [
        "main.(*T).pointer",
        "main.T.value",
        "main.T.value.func1",
        "main.init",
        "main.init.0",
        "main.init.0.func1",
        "main.init.func1",
        "main.main",
        "main.main.deferwrap1",
        "main.main.func1",
        "main.main.func1.1",
        "main.main.gowrap2",
    ];
    let mut have = names(&m);
    have.sort_unstable();
    assert_eq!(have, wanted);
    assert!(func(&m, "main.main.deferwrap1").wrapper);
    assert!(!func(&m, "main.main.func1").wrapper);
}

#[test]
fn variables_without_address_are_values() {
    let m = build(
        "package main
type pair struct{ a, b int }
func sum(xs []int) (n int) {
	p := pair{1, 2}
	for _, x := range xs {
		p.a += x
		n += p.a * p.b
	}
	return n
}
func main() { println(sum(nil)) }
",
    );
    let f = func(&m, "main.sum");
    assert!(f.allocs.is_empty() && f.slots.is_empty(), "{}", show(&m, f));
}

#[test]
fn captured_variables() {
    let m = build(
        "package main
func byValue() func() int { x := 1; return func() int { return x } }
func byReference() func() int { x := 1; return func() int { x++; return x } }
func loop(fs []func() int) {
	for i := 0; i < 3; i++ {
		fs[i] = func() int { return i }
	}
}
func main() { byValue(); byReference(); loop(nil) }
",
    );
    let kinds = |name: &str| func(&m, name).allocs.values().map(|a| a.kind).collect::<Vec<_>>();
    assert_eq!(kinds("main.byValue"), [AllocKind::Closure]);
    assert_eq!(kinds("main.byReference"), [AllocKind::Var, AllocKind::Closure]);
    // Nothing but the header assigns to i, so each iteration's variable is captured by value.
    assert_eq!(kinds("main.loop"), [AllocKind::Closure]);
}

#[test]
fn defer_keeps_results_in_slots_and_has_a_landing_block() {
    let m = build(
        "package main
func f(g func()) (n int, s string) {
	defer g()
	n = 1
	if s == \"\" { return n, \"x\" }
	return
}
func main() { f(nil) }
",
    );
    let f = func(&m, "main.f");
    assert!(f.landing.is_some());
    assert_eq!(count(f, Op::Defer), 1);
    // Two returns and the landing block.
    assert_eq!(count(f, Op::DeferExit), 3);
    assert_eq!(f.slots.len(), 2);
}

#[test]
fn hidden_results() {
    let m = build(
        "package main
type big struct{ a, b, c, d, e int }
func one() (big, error) { return big{a: 1}, nil }
func many() (a, b, c, d, e, f, g, h, i int) { return 1, 2, 3, 4, 5, 6, 7, 8, 9 }
func main() { one(); many() }
",
    );
    let sig = |name: &str| (func(&m, name).sig.params.len(), func(&m, name).sig.results.len());
    assert_eq!(sig("main.one"), (1, 2), "memory of the first result, words of the second");
    assert_eq!(sig("main.many"), (1, 0), "all results in one tuple");
}

#[test]
fn known_values_are_data() {
    let m = build(
        "package main
var table = []struct { name string; n int }{{\"one\", 1}, {\"two\", 2}}
var any1 any = 42
var zero [100]int
var computed = len(table)
func main() { println(len(table), any1 == nil, zero[1], computed) }
",
    );
    let init = func(&m, "main.init");
    assert_eq!(count(init, Op::Store), 1, "only `computed`: {}", show(&m, init));
    let data = |name: &str| m.data.iter().find(|d| m.symbols.resolve(d.sym) == name).expect(name);
    assert_eq!(data("main.table").relocs.len(), 1);
    assert_eq!(data("main.table..stmp_0").relocs.len(), 2);
    assert_eq!(data("main.any1").relocs.len(), 2);
    assert!(data("main.zero").bytes.is_empty());
}

#[test]
fn calls_come_before_what_stands_beside_them() {
    let m = build(
        "package main
var g int
func inc() int { g++; return g }
func f() int { return g*100 + inc() }
func main() { f() }
",
    );
    let order: Vec<Op> =
        ops(func(&m, "main.f")).into_iter().filter(|o| matches!(o, Op::Call | Op::Load)).collect();
    assert_eq!(order, [Op::Call, Op::Load]);
}

#[test]
fn constant_indices_and_divisors_need_no_check() {
    let m = build(
        "package main
func f(a *[4]int, x int) int { return a[3] + x/7 + x<<3 }
func g(a []int, x, y int, s int) int { return a[x] + x/y + x<<s }
func main() { f(nil, 1); g(nil, 1, 1, 1) }
",
    );
    assert_eq!(count(func(&m, "main.f"), Op::Guard), 0);
    assert_eq!(count(func(&m, "main.g"), Op::Guard), 3);
}

#[test]
fn functions_that_nothing_reaches_are_not_built() {
    let m = build(
        "package main
type T struct{}
func (T) used() {}
func (T) unused() {}
func dead() { println(1) }
func main() { T{}.used() }
",
    );
    assert_eq!(names(&m), ["main.T.used", "main.main"]);
}

/// The tables of `unicode` are made by functions marked `//minigo:pure`.
#[test]
fn variables_made_by_pure_calls_are_built_if_reached() {
    let m = build("package main\nimport \"unicode\"\nfunc main() { println(unicode.Is(unicode.Zl, ' ')) }\n");
    let all = m.funcs.iter().map(|f| m.symbols.resolve(f.sym));
    let made: Vec<&str> = all.filter(|n| n.starts_with("unicode.init")).collect();
    assert_eq!(made, ["unicode.init.unicode.Zl"]);
}

#[test]
fn body_less_functions_are_calls_of_the_runtime() {
    let m = build("package main\nimport \"runtime\"\nfunc main() { runtime.Gosched() }\n");
    let main = func(&m, "main.main");
    let callee = main.insts.values().find_map(|i| match (i.op, i.imm) {
        (Op::Call, Imm::Sym(sym, 0)) => Some(sym),
        _ => None,
    });
    let callee = callee.expect("a call");
    assert_eq!(m.symbols.resolve(callee), "runtime.Gosched");
    assert!(m.extern_c.contains_key(&callee));
}
