//! Runs the checker over the error suite of the workspace: every line with an `// ERROR` comment gets exactly the
//! messages that its regexps name, and no other line gets any.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use frontend::constraint::BuildContext;
use frontend::{Form, Input, InputFile, SourceProvider, check_program, render};
use regex::Regex;

struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

/// What is printed for a program in one file.
fn check(name: &str, text: &str) -> String {
    let file =
        InputFile { display_name: format!("./{name}"), path: format!("/suite/{name}"), text: text.into() };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: "/suite".to_string(), context };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(1 << 28).build().expect("a thread");
    match pool.install(|| check_program(input, &Embedded)) {
        Ok(_) => String::new(),
        Err(failure) => render(&failure, Form::Text { all: true }),
    }
}

/// Messages by line, with their continuation lines.
fn messages(printed: &str) -> BTreeMap<usize, Vec<String>> {
    let position = Regex::new(r"^(?:\./)?[^:\s]+\.go:(\d+):(?:\d+:)? (.*)$").expect("a regexp");
    let mut out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut last = 0;
    for line in printed.lines().filter(|l| !l.starts_with("# ")) {
        if let Some(c) = position.captures(line) {
            last = c[1].parse().expect("a line number");
            out.entry(last).or_default().push(c[2].to_string());
        } else {
            let text = out.get_mut(&last).and_then(|l| l.last_mut());
            let text = text.unwrap_or_else(|| panic!("unexpected line {line:?}"));
            *text = format!("{text}\n{line}");
        }
    }
    out
}

/// The regexps of the `// ERROR` comments, by line.
fn expected(text: &str) -> BTreeMap<usize, Vec<Regex>> {
    let quoted = Regex::new(r#""((?:[^"\\]|\\.)*)"|`([^`]*)`"#).expect("a regexp");
    let mut out = BTreeMap::new();
    for (n, line) in text.lines().enumerate() {
        let Some((_, comment)) = line.split_once("// ERROR ") else { continue };
        let regexp = |c: regex::Captures<'_>| match (c.get(1), c.get(2)) {
            (Some(m), _) => m.as_str().replace("\\\"", "\"").replace("\\\\", "\\"),
            (None, m) => m.map_or(String::new(), |m| m.as_str().to_string()),
        };
        let list: Vec<Regex> =
            quoted.captures_iter(comment).map(|c| Regex::new(&regexp(c)).expect("a regexp")).collect();
        assert!(!list.is_empty(), "line {}: no regexp after ERROR", n + 1);
        out.insert(n + 1, list);
    }
    out
}

/// What is wrong with the messages for one file.
fn complaints(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a readable file");
    let name = path.file_name().and_then(|n| n.to_str()).expect("a file name");
    let mut have = messages(&check(name, &text));
    let mut out = Vec::new();
    for (line, regexps) in expected(&text) {
        let mut got = have.remove(&line).unwrap_or_default();
        for r in regexps {
            match got.iter().position(|m| r.is_match(m)) {
                Some(i) => drop(got.remove(i)),
                None => out.push(format!("{name}:{line}: no message matches {r}")),
            }
        }
        out.extend(got.iter().map(|m| format!("{name}:{line}: unexpected: {m}")));
    }
    for (line, got) in have {
        out.extend(got.iter().map(|m| format!("{name}:{line}: unexpected: {m}")));
    }
    out
}

#[test]
fn suite() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/errors");
    let list = |dir: &PathBuf| -> Vec<PathBuf> {
        let entries = fs::read_dir(dir).expect("the error suite");
        entries.map(|e| e.expect("an entry").path()).collect()
    };
    let mut files = list(&dir);
    let folders: Vec<PathBuf> = files.iter().filter(|f| f.is_dir()).cloned().collect();
    files.extend(folders.iter().flat_map(list));
    files.retain(|f| f.extension().is_some_and(|e| e == "go"));
    files.sort();
    assert!(files.len() >= 25, "only {} files in {}", files.len(), dir.display());
    let wrong: Vec<String> = files.iter().flat_map(|f| complaints(f)).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn missing_packages_are_reported_before_other_errors() {
    let text = "package main\n\nimport (\n\t\"nosuch\"\n\t\"net/http\"\n)\n\nfunc main() { x }\n";
    let want = "a.go:5:2: package net/http of the standard library is not supported yet\n\
                a.go:4:2: package nosuch is not in std\n";
    assert_eq!(check("a.go", text), want);
}

#[test]
fn a_main_package_needs_a_main_function() {
    let want = "# command-line-arguments\n\
                runtime.main_main·f: function main is undeclared in the main package\n";
    assert_eq!(check("a.go", "package main\n"), want);
}

#[test]
fn ten_errors_are_enough() {
    let mut text = String::from("package main\n\nfunc main() {\n");
    for i in 0..20 {
        text.push_str(&format!("\tundefined{i}()\n"));
    }
    text.push_str("}\n");
    let file = InputFile { display_name: "./a.go".into(), path: "/a.go".into(), text: text.into() };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: "/".into(), context };
    let Err(failure) = check_program(input, &Embedded) else { panic!("accepted") };
    let printed = render(&failure, Form::Text { all: false });
    assert_eq!(printed.lines().count(), 12, "{printed}");
    assert!(printed.ends_with("./a.go:13:2: too many errors\n"), "{printed}");
}

#[test]
fn json_lines() {
    let text = "package main\n\nfunc main() { x := \"a\\n\" + 1 }\n";
    let file = InputFile { display_name: "./a.go".into(), path: "/a.go".into(), text: text.into() };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: "/".into(), context };
    let Err(failure) = check_program(input, &Embedded) else { panic!("accepted") };
    let printed = render(&failure, Form::Json);
    let first = printed.lines().next().expect("a line");
    assert!(
        first.starts_with("{\"file\":\"./a.go\",\"line\":3,\"column\":15,\"code\":\"UnusedVar\","),
        "{first}"
    );
}
