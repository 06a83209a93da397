//! SSA file tests: `tests/ssa/**/*.ssa` of the repository.
//!
//! The first line is `; test <pass>…`: `verify` (must be accepted), `reject` (must be rejected; `; error: text` lines
//! say with what), `print` (must come back as it stands), or names of passes to run in order, `defer=kind` capping the kind of deferred calls. Lines `; check: text` must be found,
//! in this order, in the printed result; `; not: text` must not be found in it.

use std::fs;
use std::path::{Path, PathBuf};

use frontend::source::Interner;
use middle::ir::{Func, Module, parse, print, verify};
use middle::lower::defer::DeferKind;
use middle::pipeline::{Options, PASSES, PassCx, Report, Scope};

#[test]
fn ssa_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ssa");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    assert!(files.len() >= 5, "SSA files are found below {}", root.display());
    let failures: Vec<String> = files
        .iter()
        .filter_map(|f| {
            run(f).err().map(|e| format!("{}: {e}", f.strip_prefix(&root).unwrap_or(f).display()))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} failed:\n{}", failures.len(), files.len(), failures.join("\n"));
}

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("tests/ssa exists") {
        let path = entry.expect("a directory entry").path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|e| e == "ssa") {
            out.push(path);
        }
    }
}

fn run(path: &Path) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|e| e.to_string())?;
    let symbols = Interner::default();
    let head = text.lines().next().unwrap_or_default();
    let commands = head.strip_prefix("; test ").ok_or("the first line is not `; test …`")?;
    let funcs = parse::funcs(&text, &symbols)?;
    if funcs.is_empty() {
        return Err("no function".into());
    }
    match commands.trim() {
        "reject" => reject(&text, &funcs, &symbols),
        "verify" => funcs.iter().try_for_each(|f| verify::func(f, &symbols).map_err(|e| e.join("\n"))),
        "print" => round_trip(&text, &funcs, &symbols),
        passes => transform(&text, funcs, symbols, passes),
    }
}

fn expectations<'a>(text: &'a str, key: &str) -> Vec<&'a str> {
    let prefix = format!("; {key}: ");
    text.lines().filter_map(|l| l.trim().strip_prefix(prefix.as_str())).map(str::trim).collect()
}

fn reject(text: &str, funcs: &[Func], symbols: &Interner) -> Result<(), String> {
    let wanted = expectations(text, "error");
    if wanted.is_empty() {
        return Err("no `; error:` line".into());
    }
    let errors: Vec<String> = funcs.iter().filter_map(|f| verify::func(f, symbols).err()).flatten().collect();
    for w in &wanted {
        if !errors.iter().any(|e| e.contains(w)) {
            return Err(format!("no error contains `{w}`; errors: {errors:#?}"));
        }
    }
    if errors.len() != wanted.len() {
        return Err(format!("{} errors, {} expected: {errors:#?}", errors.len(), wanted.len()));
    }
    Ok(())
}

fn printed(funcs: &[Func], symbols: &Interner) -> String {
    let texts: Vec<String> =
        funcs.iter().map(|f| print::func(f, symbols, &print::PrintOptions::default())).collect();
    texts.join("\n")
}

fn round_trip(text: &str, funcs: &[Func], symbols: &Interner) -> Result<(), String> {
    let strip = |s: &str| {
        let lines: Vec<String> = s
            .lines()
            .map(|l| l.split(';').next().unwrap_or_default().trim_end().to_string())
            .filter(|l| !l.trim().is_empty())
            .collect();
        lines.join("\n")
    };
    let (want, have) = (strip(text), strip(&printed(funcs, symbols)));
    if want == have { Ok(()) } else { Err(format!("printed as\n{have}")) }
}

fn transform(text: &str, funcs: Vec<Func>, symbols: Interner, passes: &str) -> Result<(), String> {
    let func_index = funcs.iter().enumerate().map(|(i, f)| (f.sym, i)).collect();
    let mut module = Module {
        symbols,
        funcs,
        data: Vec::new(),
        func_index,
        extern_c: Default::default(),
        itabs: Vec::new(),
        lang_minor: 27,
    };
    let mut options = Options::default();
    let check = |m: &Module, when: &str| {
        m.funcs.iter().try_for_each(|f| {
            verify::func(f, &m.symbols).map_err(|e| {
                format!("{when}: {}\n{}", e.join("\n"), printed(std::slice::from_ref(f), &m.symbols))
            })
        })
    };
    check(&module, "before")?;
    let mut report = Report::default();
    for name in passes.split_whitespace() {
        if let Some(kind) = name.strip_prefix("defer=") {
            options.defer = DeferKind::by_name(kind).ok_or_else(|| format!("there is no kind `{kind}`"))?;
            continue;
        }
        let pass =
            PASSES.iter().find(|p| p.name == name).ok_or_else(|| format!("there is no pass `{name}`"))?;
        match pass.run {
            Scope::Module(run) => run(&mut module, &mut report, &options),
            Scope::Late(run) => module.funcs.iter_mut().for_each(run),
            Scope::Func(run) => {
                for f in &mut module.funcs {
                    run(f, &mut PassCx { options: &options });
                }
            }
        }
        check(&module, &format!("after {name}"))?;
    }
    let out = printed(&module.funcs, &module.symbols);
    let mut rest = out.as_str();
    for w in expectations(text, "check") {
        match rest.find(w) {
            Some(at) => rest = &rest[at + w.len()..],
            None => return Err(format!("`{w}` not found (in order) in\n{out}")),
        }
    }
    for w in expectations(text, "not") {
        if out.contains(w) {
            return Err(format!("`{w}` found in\n{out}"));
        }
    }
    if expectations(text, "check").is_empty() && expectations(text, "not").is_empty() {
        return Err("no `; check:` or `; not:` line".into());
    }
    Ok(())
}
