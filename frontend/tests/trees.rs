//! Small ambiguous constructs and their trees: `parse/trees.txt`. With MINIGO_BLESS=1 the file is rewritten.

mod common;

use common::parse;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/parse/trees.txt");

/// The part of a whole program that a case is about.
fn program(kind: &str, text: &str) -> String {
    match kind {
        "expr" => format!("package p\nvar _ = {text}\n"),
        "type" => format!("package p\nvar _ {text}\n"),
        "stmt" => format!("package p\nfunc _() {{\n{text}\n}}\n"),
        "decl" => format!("package p\n{text}\n"),
        _ => panic!("unknown kind of case: {kind}"),
    }
}

/// Makes one line of a dump: indentation becomes parentheses, positions go.
fn sexpr(dump: &str) -> String {
    let mut out = String::new();
    let mut open = Vec::new();
    for line in dump.lines().skip(2) {
        let indent = line.len() - line.trim_start().len();
        while open.last().is_some_and(|&o| o >= indent) {
            open.pop();
            out.push(')');
        }
        let text = line.trim_start();
        let text = text.rsplit_once(" @").map_or(text, |(text, _)| text);
        if !out.is_empty() {
            out.push(' ');
        }
        out.push('(');
        out.push_str(text);
        open.push(indent);
    }
    out.extend(open.iter().map(|_| ')'));
    out
}

fn tree(kind: &str, text: &str) -> String {
    let p = parse(program(kind, text));
    // An unused label does not matter here.
    assert!(p.sink.diagnostics.iter().all(|d| d.soft), "{text}: {:?}", p.errors());
    sexpr(&frontend::ast::print::dump(&p.ast, &p.interner, &p.source))
}

#[test]
fn trees_of_ambiguous_constructs() {
    let data = std::fs::read_to_string(PATH).expect("trees.txt is there");
    let bless = std::env::var_os("MINIGO_BLESS").is_some();
    let mut blessed = String::new();
    let mut lines = data.lines().peekable();
    let (mut cases, mut wrong) = (0, Vec::new());
    while let Some(line) = lines.next() {
        blessed.push_str(line);
        blessed.push('\n');
        let Some((kind, text)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else { continue };
        let want = lines.next_if(|l| l.starts_with("  ")).unwrap_or("").trim();
        let got = tree(kind, text);
        blessed.push_str(&format!("  {got}\n"));
        cases += 1;
        if got != want {
            wrong.push(format!("{line}\n  want {want}\n  got  {got}"));
        }
    }
    if bless {
        std::fs::write(PATH, blessed).expect("trees.txt can be written");
        return;
    }
    assert!(cases >= 100, "only {cases} cases were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dump_shows_positions_and_roles() {
    let p = parse("package p\n\nfunc f(x int) {\n\tx = x + 1\n}\n");
    let dump = frontend::ast::print::dump(&p.ast, &p.interner, &p.source);
    let want = "File x.go
  package: Name p @1:9
  Func f @3:6
    type: FuncType @3:7
      param: Field @3:8
        name: Name x @3:8
        type: Name int @3:10
    body: Block @3:15
      Assign @4:4
        lhs: Name x @4:2
        rhs: Binary + @4:8
          x: Name x @4:6
          y: Literal Int 1 @4:10
";
    assert_eq!(dump, want);
}

#[test]
fn expressions_print_as_in_gc() {
    let cases = [
        "x + f(a, b...)",
        "func(x, y int) (z string) {…}",
        "func() {}",
        "[]int{…}",
        "T{}",
        "map[string]chan<- int{…}",
        "chan (<-chan int)",
        "<-c",
        "*p.x[i](1, \"a\")",
        "a[i:j:k]",
        "a[:]",
        "x.(T)",
        "struct{a, b int; c string \"t\"; T}{}",
        "interface{M(x int) int; ~int | ~string}(nil)",
        "[...]T[int, string]{…}",
        "(a + b) * -c &^ d",
        "func(...int) int(nil)",
    ];
    for case in cases {
        // What a `…` stands for does not matter.
        let text =
            case.replace(") {…}", ") { g() }").replace("string) {…}", "string) { g() }").replace('…', "1");
        let p = parse(format!("package p\nvar _ = {text}\n"));
        let decl = p.ast.list(p.ast.decls)[0];
        let frontend::ast::DeclKind::Var { values, .. } = p.ast.decl_nodes[decl].kind else {
            panic!("{case}")
        };
        let value = p.ast.list(values)[0];
        assert_eq!(frontend::ast::print::expr_to_string(&p.ast, &p.interner, value), case);
    }
}

/// Trees are built in the memory of the tree before, large ones are not: none of it may show in the next.
#[test]
fn trees_leave_nothing_to_the_next() {
    let small =
        "package p\nfunc f(a, b int) (c T[int]) { if x := a[1:b]; x > 0 { return T[int]{x} }; return }\n";
    let dump = |p: &common::Parsed| frontend::ast::print::dump(&p.ast, &p.interner, &p.source);
    let first = parse(small);
    let large = format!("package p\nvar x = []int{{{}}}\n", "1, ".repeat(200_000));
    let between = [large.as_str(), "package p\nfunc f( {", small, "package p\nvar x = (((", ""];
    for text in between {
        let p = parse(text);
        assert!(text.len() < 100_000 || p.ast.exprs.len() > 200_000, "all elements are there");
        let again = parse(small);
        assert_eq!(dump(&again), dump(&first));
        assert_eq!(again.ast.exprs.len(), first.ast.exprs.len());
        assert_eq!(again.ast.size(), first.ast.size());
    }
}
