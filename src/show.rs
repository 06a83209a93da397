//! What `--emit` shows of the first stages, and `mini-go env`.

use std::fmt::Write;

use frontend::diag::Sink;
use frontend::program::{Mode, Program};
use frontend::source::{Interner, SourceMap};
use frontend::{InputFile, ast, lex, parse};

/// The tokens of files.
pub fn tokens(files: &[InputFile]) -> String {
    let (mut sources, interner, mut sink) = (SourceMap::default(), Interner::default(), Sink::default());
    let mut out = String::new();
    for f in files {
        let id = sources.add_bytes(f.display_name.clone(), f.path.clone(), f.text.clone());
        let _ = writeln!(out, "{}", f.display_name);
        out.push_str(&lex::dump(sources.file(id), &interner, &mut sink));
    }
    out
}

/// The syntax trees of files.
pub fn trees(files: &[InputFile]) -> String {
    let (mut sources, interner, mut sink) = (SourceMap::default(), Interner::default(), Sink::default());
    let mut out = String::new();
    for f in files {
        let id = sources.add_bytes(f.display_name.clone(), f.path.clone(), f.text.clone());
        let tree = parse::parse_file(id, sources.file(id), &interner, &mut sink);
        let _ = writeln!(out, "{}", f.display_name);
        out.push_str(&ast::print::dump(&tree, &interner, &sources));
    }
    for d in sink.diagnostics {
        let _ = writeln!(out, "{}: {}", sources.mention(d.pos), d.message);
    }
    out
}

/// Every expression of the user's package with its mode, type and constant value, by position.
pub fn types(prog: &Program) -> String {
    let package = &prog.packages[prog.main];
    let qualifier = |p: frontend::object::PkgId| match p == prog.main {
        true => String::new(),
        false => prog.interner.resolve(prog.headers[p].name).to_string(),
    };
    let mut lines = Vec::new();
    for file in &package.files {
        for (id, e) in file.ast.exprs.iter() {
            let info = file.info.expr(id);
            let mode = match info.mode {
                Mode::Invalid => continue,
                Mode::NoValue => "no value",
                Mode::Builtin => "builtin",
                Mode::Type => "type",
                Mode::Constant => "constant",
                Mode::Variable => "variable",
                Mode::MapIndex => "map index",
                Mode::Value => "value",
                Mode::Nil => "nil",
                Mode::CommaOk => "comma, ok",
                Mode::Package => "package",
            };
            let text = ast::print::expr_to_string(&file.ast, &prog.interner, id);
            let ty = prog.types.display(info.ty, &prog.objects, &qualifier);
            let value = file.info.consts.get(&id).map_or(String::new(), |v| format!(" = {v}"));
            lines.push((e.pos, format!("{}: {text}: {mode} {ty}{value}", prog.sources.mention(e.pos))));
        }
    }
    lines.sort();
    lines.into_iter().map(|(_, l)| l + "\n").collect()
}

/// Environment variables that mini-go and the programs it builds honour.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("MINIGO_CACHE", "folder of functions compiled earlier; off"),
    ("GOAMD64", "processor level that is compiled for: v1 to v4"),
    ("GOMAXPROCS", "how many goroutines run at once"),
    ("GOGC", "how much the heap grows between collections, in percent; off"),
    ("GOMEMLIMIT", "bytes of memory that collections try to keep to: 100MiB; off"),
    ("GOTRACEBACK", "what a crash prints: none, single, all, system, crash"),
    ("GODEBUG", "switches: gctrace=1, schedtrace=milliseconds, panicnil=1, randseednop=0, randautoseed=0"),
    ("MINIGO_GCSTRESS", "for tests: collect at every n-th allocation"),
    ("MINIGO_GCPOISON", "for tests: 1 fills freed memory and checks it before it is used again"),
    ("MINIGO_PREEMPT", "for tests: preempt so often (microseconds); with MINIGO_GCSTRESS collect there, too"),
    ("MINIGO_SCHEDCHAOS", "for tests: seed of a scheduler that decides at random; 0 takes any and prints it"),
    ("MINIGO_FAILCALL", "for tests: number of the system call that fails"),
    (
        "MINIGO_GCSPLIT",
        "for tests: 1 marks the roots in one stop and the rest in the next, in programs built with -d=barriers",
    ),
    ("MINIGO_GCVERIFY", "for tests: 1 checks the heap after each marking"),
];

/// `mini-go env`: the variables with their current values.
pub fn environment(json: bool) {
    let mut out = String::new();
    for (i, (name, _)) in ENVIRONMENT.iter().enumerate() {
        let value = std::env::var(name).unwrap_or_default();
        let value = value.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = match json {
            true => write!(out, "{}\t\"{name}\": \"{value}\"", if i > 0 { ",\n" } else { "{\n" }),
            false => writeln!(out, "{name}='{}'", value.replace('\'', "'\\''")),
        };
    }
    if json {
        out.push_str("\n}\n");
    }
    print!("{out}");
}
