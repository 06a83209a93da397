//! The examples in the table of diagnostic codes (`src/diag/codes.rs`): each gets the code that it stands at.

use std::collections::BTreeMap;

use frontend::constraint::BuildContext;
use frontend::diag::Code;
use frontend::{Input, InputFile, Problem, SourceProvider, check_program};

const TABLE: &str = include_str!("../src/diag/codes.rs");

/// Codes that no program of one file gets, and why.
const WITHOUT_EXAMPLE: &[(Code, &str)] = &[
    (Code::InvalidSyntaxTree, "the grammar lets no such tree through"),
    (Code::Unsupported, "what is not supported changes"),
];

struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

/// The example of each code.
fn examples() -> BTreeMap<&'static str, String> {
    let mut out = BTreeMap::new();
    let mut text: Option<String> = None;
    let mut open = false;
    for line in TABLE.lines() {
        let line = line.trim_start();
        match line.strip_prefix("///").map(|l| l.strip_prefix(' ').unwrap_or(l)) {
            Some("```go") => (open, text) = (true, Some(String::new())),
            Some("```") => open = false,
            Some(l) if open => text.get_or_insert_default().extend([l, "\n"]),
            Some(_) => {}
            None => {
                if let (Some(code), Some(text)) = (line.strip_suffix(';'), text.take()) {
                    out.insert(code, text);
                }
            }
        }
    }
    out
}

/// The codes that a program gets, with the messages.
fn codes(example: &str) -> Vec<(&'static str, String)> {
    let has_clause = example.lines().any(|l| l.starts_with("package "));
    let text = if has_clause { example.to_string() } else { format!("package p\n{example}") };
    let file = InputFile { display_name: "./x.go".to_string(), path: "/x.go".to_string(), text: text.into() };
    let context = BuildContext::default();
    let input = Input { files: vec![file], dir: "/".to_string(), context };
    let Err(failure) = check_program(input, &Embedded) else { return Vec::new() };
    match failure.problem {
        Problem::Load(list) => list.into_iter().map(|p| (p.code.name(), p.message)).collect(),
        Problem::Compile(packages) => {
            packages.into_iter().flat_map(|p| p.diagnostics).map(|d| (d.code.name(), d.message)).collect()
        }
        Problem::Message(text) => vec![("", text)],
    }
}

#[test]
fn examples_get_their_codes() {
    let examples = examples();
    let mut failures = Vec::new();
    for &code in Code::ALL {
        let excused = WITHOUT_EXAMPLE.iter().any(|e| e.0 == code);
        match examples.get(code.name()) {
            Some(example) => {
                let found = codes(example);
                if !found.iter().any(|f| f.0 == code.name()) {
                    failures.push(format!("{}: {example}    gets {found:?}", code.name()));
                }
            }
            None if excused => {}
            None => failures.push(format!("{}: no example", code.name())),
        }
    }
    assert!(failures.is_empty(), "{} codes:\n{}", failures.len(), failures.join("\n"));
}
