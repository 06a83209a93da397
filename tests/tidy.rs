//! House rules that a machine can check.

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Files git knows of, or all where the sources are not in a checkout.
fn sources(endings: &[&str]) -> Vec<PathBuf> {
    let out = Command::new("git")
        .args(["ls-files", "-co", "--exclude-standard"])
        .current_dir(support::root())
        .output();
    let out = out.expect("git runs");
    assert!(out.status.success(), "git ls-files");
    String::from_utf8_lossy(&out.stdout)
        .lines()
        .map(|l| support::root().join(l))
        .filter(|p| p.is_file() && p.extension().is_some_and(|e| endings.iter().any(|x| e == *x)))
        .collect()
}

#[test]
fn files_have_one_subject() {
    const MOST_LINES: usize = 900;
    let long: Vec<String> = sources(&["rs"])
        .iter()
        .filter_map(|p| {
            let n = fs::read_to_string(p).expect("a source file").lines().count();
            (n > MOST_LINES).then(|| format!("  {}: {n} lines", p.display()))
        })
        .collect();
    assert!(long.is_empty(), "longer than {MOST_LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_unfinished() {
    let marks =
        [concat!("todo", "!("), concat!("unimpl", "emented!("), concat!("FIX", "ME"), concat!("X", "XX")];
    let hits: Vec<String> = sources(&["rs", "go", "lalrpop"])
        .iter()
        .flat_map(|p| {
            let text = fs::read_to_string(p).expect("a source file");
            let found: Vec<String> = text
                .lines()
                .enumerate()
                .filter(|(_, l)| marks.iter().any(|m| l.contains(m)))
                .map(|(n, l)| format!("  {}:{}: {}", p.display(), n + 1, l.trim()))
                .collect();
            found
        })
        .collect();
    assert!(hits.is_empty(), "unfinished:\n{}", hits.join("\n"));
}

/// `mini-go → backend → middle → frontend → abi`, `runtime → abi`; nothing points back.
#[test]
fn crates_depend_one_way() {
    let allowed: &[(&str, &[&str])] = &[
        ("runtime/abi", &[]),
        ("runtime/golib", &[]),
        ("runtime", &["abi"]),
        ("backend/linker", &[]),
        ("frontend", &["abi"]),
        ("middle", &["abi", "frontend"]),
        ("backend", &["abi", "middle", "linker"]),
    ];
    let ours = ["abi", "golib", "runtime", "linker", "frontend", "middle", "backend", "mini-go"];
    for (folder, may) in allowed {
        let text = fs::read_to_string(support::root().join(folder).join("Cargo.toml")).expect("a manifest");
        let text = text.split("[dev-dependencies]").next().unwrap_or_default();
        for name in ours {
            let depends = text.lines().any(|l| {
                l.strip_prefix(name).is_some_and(|r| r.starts_with('.') || r.trim_start().starts_with('='))
            });
            assert!(!depends || may.contains(&name), "{folder} must not depend on {name}");
        }
    }
}

/// Every golden program has gc's output beside it.
#[test]
fn golden_programs_have_results() {
    for p in support::inputs("golden", "go") {
        assert!(
            p.with_extension("out").is_file(),
            "{} has no .out file: run tests/golden/regenerate",
            p.display()
        );
    }
}
