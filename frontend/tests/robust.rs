//! The parser does not panic, hang or overflow, whatever it is given.

mod common;

use std::time::{Duration, Instant};

use common::parse;

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

const JUNK: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    ".",
    "...",
    "=",
    ":=",
    "<-",
    "+",
    "*",
    "|",
    "~",
    "==",
    "++",
    "+=",
    "x",
    "1",
    "0x",
    "'",
    "\"",
    "`",
    "/*",
    "//",
    "\n",
    "case",
    "chan",
    "const",
    "default",
    "defer",
    "else",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "@",
    "é",
    "\0",
    "\u{feff}",
    "1_",
    "\\",
];

/// Cuts a text after words and around everything else.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(if word > 0 { word } else { c.len_utf8() });
        out.push(piece);
        rest = tail;
    }
    out
}

fn sources() -> Vec<String> {
    let trees = include_str!("parse/trees.txt");
    let of_kind = |kind: &'static str| trees.lines().filter_map(move |l| l.strip_prefix(kind));
    let stmts: Vec<_> = of_kind("stmt: ").collect();
    let exprs: Vec<_> = of_kind("expr: ").map(|e| format!("_ = {e}")).collect();
    let decls: Vec<_> = of_kind("decl: ").filter(|d| !d.starts_with("import")).collect();
    vec![
        format!("package p\nfunc f() {{\n{}\n}}\n", stmts.join("\n")),
        format!("package p\nfunc f() {{\n{}\n}}\nvar x = func() {{ g() }}\n", exprs.join("\n")),
        format!("package p\nimport \"x\"\n{}\n", decls.join("\n")),
    ]
}

#[test]
fn mutated_sources_give_errors_not_panics() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let sources = sources();
    let mut rejected = 0;
    for round in 0..3000 {
        let text = &sources[round % sources.len()];
        let mut parts = pieces(text);
        for _ in 0..1 + random.below(4) {
            let at = random.below(parts.len());
            match random.below(4) {
                0 => parts[at] = "",
                1 => parts[at] = JUNK[random.below(JUNK.len())],
                2 => parts.insert(at, JUNK[random.below(JUNK.len())]),
                _ => parts[at] = parts[random.below(parts.len())],
            }
        }
        let mutated = parts.concat();
        let end = mutated.len() as u32;
        let p = parse(mutated);
        rejected += usize::from(!p.sink.is_empty());
        for d in &p.sink.diagnostics {
            assert!(d.pos.is_known() && d.pos.0 <= end + 1, "round {round}: {d:?}");
        }
        if !p.sink.diagnostics.iter().any(|d| !d.soft) {
            frontend::ast::print::dump(&p.ast, &p.interner, &p.source);
        }
    }
    assert!(rejected > 1500, "only {rejected} of 3000 were rejected: is anything mutated?");
}

#[test]
fn random_tokens_give_errors_not_panics() {
    let mut random = Random(42);
    for round in 0..2000 {
        let mut text = String::from(if round % 3 == 0 { "" } else { "package p\n" });
        if round % 3 == 1 {
            text.push_str("func f() {\n");
        }
        for _ in 0..random.below(60) {
            text.push_str(JUNK[random.below(JUNK.len())]);
            text.push(if random.below(8) == 0 { '\n' } else { ' ' });
        }
        parse(text);
    }
}

/// 100,000 levels of every kind of nesting: an error or a tree, soon.
#[test]
fn deep_nesting() {
    const N: usize = 100_000;
    let nested = |open: &str, mid: &str, close: &str| format!("{}{mid}{}", open.repeat(N), close.repeat(N));
    let cases = [
        ("parentheses", format!("var x = {}", nested("(", "1", ")")), true),
        ("blocks", format!("func f() {}", nested("{", "", "}")), true),
        ("calls", format!("var x = {}", nested("f(", "", ")")), true),
        ("literals", format!("var x = T{}", nested("{", "", "}")), true),
        ("unary operators", format!("var x = {}1", "!".repeat(N)), true),
        ("pointers", format!("var x {}int", "*".repeat(N)), true),
        ("slices", format!("var x {}int", "[]".repeat(N)), true),
        ("channels", format!("var x {}int", "chan ".repeat(N)), true),
        ("maps", format!("var x {}int", "map[int]".repeat(N)), true),
        ("structs", format!("type T {}", nested("struct{f ", "int", "}")), true),
        ("function literals", format!("var x = {}", nested("func(){ x = ", "1", "}")), true),
        ("results", format!("type T {}", "func() ".repeat(N)), true),
        ("selectors", format!("var x = a{}", ".b".repeat(N)), true),
        ("sums", format!("var x = 1{}", " + 1".repeat(N)), true),
        ("else if", format!("func f() {{ if x {{}} {} }}", "else if x {} ".repeat(N)), true),
        ("unions", format!("type T[P A{}] int", "|A".repeat(N)), true),
        ("open parentheses", format!("var x = {}", "(".repeat(N)), true),
        ("open blocks", format!("func f() {}", "{".repeat(N)), true),
        ("a long list", format!("var x = []int{{{}}}", "1, ".repeat(N)), false),
        ("a sum of 9,000", format!("var x = 1{}", " + 1".repeat(9000)), false),
        ("900 parentheses", format!("var x = {}1{}", "(".repeat(900), ")".repeat(900)), false),
    ];
    for (name, text, fails) in cases {
        let start = Instant::now();
        let p = parse(format!("package p\n{text}\n"));
        assert_eq!(!p.sink.is_empty(), fails, "{name}: {:?}", p.errors().first());
        assert!(p.sink.diagnostics.len() <= 1, "{name}: {:?}", p.errors());
        assert!(start.elapsed() < Duration::from_secs(20), "{name} took {:?}", start.elapsed());
    }
    let p = parse(format!("package p\nvar x = {}\n", nested("(", "1", ")")));
    assert!(p.errors()[0].ends_with("nesting depth limit exceeded"), "{:?}", p.errors());
}

#[test]
fn many_errors_take_linear_time() {
    for line in ["x y\n", ")\n", "if x y {\n", "f(\n", "case 1:\n"] {
        let start = Instant::now();
        let p = parse(format!("package p\nfunc f() {{\n{}}}\n", line.repeat(20_000)));
        assert!(!p.sink.is_empty(), "{line}");
        assert!(start.elapsed() < Duration::from_secs(20), "{line:?} took {:?}", start.elapsed());
    }
}
