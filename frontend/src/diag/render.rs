//! Diagnostics as text: gc's lines under the go command's header, or JSON lines.

use std::fmt::Write;

use super::Diagnostic;
use crate::check::program::{Failure, Problem};
use crate::source::{Pos, Shown, SourceMap};

/// How diagnostics are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As gc does, stopping after ten errors unless `all` (gc: `-e`).
    Text {
        /// Print all errors.
        all: bool,
    },
    /// One JSON object a line, all errors.
    Json,
}

/// After so many errors gc gives up.
const LIMIT: usize = 10;
/// gc's object positions have no room for larger columns and leave them out.
const MAX_COLUMN: u32 = 255;

/// What is printed for a program that could not be compiled.
pub fn render(failure: &Failure, form: Form) -> String {
    render_problem(&failure.sources, &failure.problem, form)
}

/// The same for a problem found after the checker.
pub fn render_problem(sources: &SourceMap, problem: &Problem, form: Form) -> String {
    match (problem, form) {
        (Problem::Message(text), Form::Text { .. }) => format!("{text}\n"),
        (Problem::Message(text), Form::Json) => format!("{{\"message\":{}}}\n", json_string(text)),
        (Problem::Imports(list), Form::Text { .. }) => imports(sources, list),
        (Problem::Imports(list), Form::Json) => json(sources, list),
        (Problem::Compile { package, diagnostics }, Form::Text { all }) => {
            format!("# {package}\n{}", compile(sources, diagnostics, all))
        }
        (Problem::Compile { diagnostics, .. }, Form::Json) => json(sources, diagnostics),
    }
}

/// Unresolved imports, as the go command prints them.
fn imports(sources: &SourceMap, list: &[Diagnostic]) -> String {
    let mut out = String::new();
    for d in list {
        let shown = position(sources, d.pos);
        let shown = shown.strip_prefix("./").unwrap_or(&shown);
        if d.message.starts_with("use of internal") {
            let _ = writeln!(out, "package command-line-arguments\n\t{shown}: {}", d.message);
        } else {
            let _ = writeln!(out, "{shown}: {}", d.message);
        }
    }
    out
}

/// Errors as gc prints them: repetitions dropped, sorted by position.
fn compile(sources: &SourceMap, list: &[Diagnostic], all: bool) -> String {
    let kept = without_repetitions(sources, list);
    let shown = if all { &kept[..] } else { &kept[..kept.len().min(LIMIT)] };
    let mut out = sorted_lines(sources, shown);
    if !all && kept.len() >= LIMIT {
        let last = position(sources, kept[LIMIT - 1].pos);
        let _ = writeln!(out, "{last}: too many errors");
    }
    out
}

/// Drops a second syntax error on a line and a second error of the same text on a line, as they come
/// (gc: `base.ErrorfAt`).
fn without_repetitions<'a>(sources: &SourceMap, list: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
    let line = |d: &Diagnostic| sources.resolve(d.pos).map(|(file, lc)| (file, lc.line));
    let mut syntax_line = None;
    let mut other: Option<(_, &str)> = None;
    let mut kept = Vec::new();
    for d in list {
        let at = line(d);
        if d.message.starts_with("syntax error") {
            if syntax_line == Some(at) {
                continue;
            }
            syntax_line = Some(at);
        } else {
            if other == Some((at, &d.message)) {
                continue;
            }
            other = Some((at, &d.message));
        }
        kept.push(d);
    }
    kept
}

fn sorted_lines(sources: &SourceMap, list: &[&Diagnostic]) -> String {
    let mut sorted = list.to_vec();
    sorted.sort_by(|a, b| key(sources, a.pos).cmp(&key(sources, b.pos)));
    let mut out = String::new();
    let mut last = String::new();
    for d in sorted {
        let line = if d.pos.is_known() {
            format!("{}: {}\n", position(sources, d.pos), d.message)
        } else {
            // The linker's form.
            format!("runtime.main_main·f: {}\n", d.message)
        };
        if line != last {
            out.push_str(&line);
            last = line;
        }
    }
    out
}

fn key(sources: &SourceMap, pos: Pos) -> (&str, Pos) {
    match sources.file_of(pos) {
        Some(file) => (&sources.file(file).display_name, pos),
        None => ("", pos),
    }
}

/// A position in front of a line.
fn position(sources: &SourceMap, pos: Pos) -> String {
    match sources.shown(pos) {
        Some(shown) => Shown { col: shown.col.filter(|&c| c < MAX_COLUMN), ..shown }.to_string(),
        None => "<unknown line number>".to_string(),
    }
}

/// One object a line: file, line, column, code and message.
fn json(sources: &SourceMap, list: &[Diagnostic]) -> String {
    let mut sorted: Vec<&Diagnostic> = list.iter().collect();
    sorted.sort_by(|a, b| key(sources, a.pos).cmp(&key(sources, b.pos)));
    let mut out = String::new();
    for d in sorted {
        out.push('{');
        if let Some(at) = sources.shown(d.pos) {
            let _ = write!(out, "\"file\":{},\"line\":{},", json_string(at.name), at.line);
            if let Some(col) = at.col {
                let _ = write!(out, "\"column\":{col},");
            }
        }
        let _ = writeln!(out, "\"code\":\"{}\",\"message\":{}}}", d.code.name(), json_string(&d.message));
    }
    out
}

/// A JSON string literal.
fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
