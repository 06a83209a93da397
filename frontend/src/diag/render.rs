//! Diagnostics as text: gc's lines under the go command's header, or JSON lines.

use std::fmt::Write;

use super::Diagnostic;
use super::snippet::snippet;
use crate::check::program::{Failure, PackageErrors, Problem};
use crate::loader::{LoadProblem, ProblemForm};
use crate::source::{FileId, Pos, Shown, SourceMap};

/// How diagnostics are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As gc does, stopping after ten errors unless `all` (gc: `-e`).
    Text {
        /// Print all errors.
        all: bool,
    },
    /// The same, with the line of source and a caret after each error.
    Terminal {
        /// Print all errors.
        all: bool,
    },
    /// One JSON object a line, all errors.
    Json,
}

impl Form {
    /// For a stream that people may read.
    pub fn of_stream(is_terminal: bool, all: bool) -> Form {
        if is_terminal { Form::Terminal { all } } else { Form::Text { all } }
    }

    /// The source at a position, if it is shown.
    fn snippet(self, sources: &SourceMap, pos: Pos) -> String {
        let shown = if let Form::Terminal { .. } = self { snippet(sources, pos) } else { None };
        shown.unwrap_or_default()
    }
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
        (Problem::Message(text), Form::Text { .. } | Form::Terminal { .. }) => format!("{text}\n"),
        (Problem::Message(text), Form::Json) => format!("{{\"message\":{}}}\n", json_string(text)),
        (Problem::Load(list), Form::Text { .. } | Form::Terminal { .. }) => {
            let shown = |p: &LoadProblem| load_problem(sources, p) + "\n" + &form.snippet(sources, p.pos);
            list.iter().map(shown).collect()
        }
        (Problem::Load(list), Form::Json) => list.iter().map(|p| json_load(sources, p)).collect(),
        (Problem::Compile(packages), Form::Text { all } | Form::Terminal { all }) => {
            let errors = |p: &PackageErrors| compile(sources, &p.diagnostics, all, form);
            let package = |p: &PackageErrors| format!("# {}\n{}", p.package, errors(p));
            packages.iter().map(package).collect()
        }
        (Problem::Compile(packages), Form::Json) => {
            packages.iter().map(|p| json(sources, &p.package, &p.diagnostics)).collect()
        }
    }
}

/// A package that cannot be loaded, as the go command prints it (Go: `load.PackageError.Error`).
fn load_problem(sources: &SourceMap, p: &LoadProblem) -> String {
    let shown = position(sources, p.pos);
    let place = p.pos.is_known().then(|| shown.strip_prefix("./").unwrap_or(&shown));
    if p.form == ProblemForm::Plain {
        return p.message.clone();
    }
    if let ProblemForm::FullPath = p.form
        && let Some((file, at)) = sources.resolve(p.pos)
    {
        return format!("{}:{}:{}: {}", sources.file(file).path, at.line, at.col, p.message);
    }
    if p.form == ProblemForm::Place
        && let Some(place) = place
    {
        return format!("{place}: {}", p.message);
    }
    let mut stack = &p.stack[..];
    // The message names the package itself.
    if p.form == ProblemForm::Place
        && let Some((_, before)) = stack.split_last()
    {
        stack = before;
    }
    if stack.is_empty() {
        return p.message.clone();
    }
    let import = |(path, file): &(String, Option<String>)| match file {
        Some(file) if p.form == ProblemForm::Cycle => format!("{path} from {file}"),
        _ => path.clone(),
    };
    let stack: Vec<String> = stack.iter().map(import).collect();
    let place = place.map_or(String::new(), |place| format!("\n\t{place}"));
    format!("package {}{place}: {}", stack.join("\n\timports "), p.message)
}

/// Errors as gc prints them: repetitions dropped, sorted by position.
fn compile(sources: &SourceMap, list: &[Diagnostic], all: bool, form: Form) -> String {
    let kept = without_repetitions(sources, list);
    let shown = if all { &kept[..] } else { &kept[..kept.len().min(LIMIT)] };
    let mut out = sorted_lines(sources, shown, form);
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

fn sorted_lines(sources: &SourceMap, list: &[&Diagnostic], form: Form) -> String {
    let mut out = String::new();
    let mut last = String::new();
    for d in in_order(sources, list) {
        let line = if d.pos.is_known() {
            format!("{}: {}\n", position(sources, d.pos), d.message)
        } else {
            // The linker's form.
            format!("runtime.main_main·f: {}\n", d.message)
        };
        if line != last {
            out.push_str(&line);
            out.push_str(&form.snippet(sources, d.pos));
            last = line;
        }
    }
    out
}

/// Errors by position; the files in the order in which errors were found in them, as gc numbers files when it first needs a
/// position in them.
fn in_order<'a>(sources: &SourceMap, list: &[&'a Diagnostic]) -> Vec<&'a Diagnostic> {
    let mut files: Vec<Option<FileId>> = Vec::new();
    for d in list {
        let file = sources.file_of(d.pos);
        if !files.contains(&file) {
            files.push(file);
        }
    }
    let mut sorted = list.to_vec();
    sorted.sort_by_key(|d| (files.iter().position(|&f| f == sources.file_of(d.pos)), d.pos));
    sorted
}

/// A position in front of a line.
fn position(sources: &SourceMap, pos: Pos) -> String {
    match sources.shown(pos) {
        Some(shown) => Shown { col: shown.col.filter(|&c| c < MAX_COLUMN), ..shown }.to_string(),
        None => "<unknown line number>".to_string(),
    }
}

/// One object a line: file, line, column, code, message and package.
fn json(sources: &SourceMap, package: &str, list: &[Diagnostic]) -> String {
    let list: Vec<&Diagnostic> = list.iter().collect();
    let mut out = String::new();
    for d in in_order(sources, &list) {
        let _ = writeln!(
            out,
            "{{{}\"code\":\"{}\",\"message\":{},\"package\":{}}}",
            json_place(sources, d.pos),
            d.code.name(),
            json_string(&d.message),
            json_string(package)
        );
    }
    out
}

/// A package that cannot be loaded, with the packages that lead to it.
fn json_load(sources: &SourceMap, p: &LoadProblem) -> String {
    let stack: Vec<String> = p.stack.iter().map(|(path, _)| json_string(path)).collect();
    format!(
        "{{{}\"code\":\"{}\",\"imports\":[{}],\"message\":{}}}\n",
        json_place(sources, p.pos),
        p.code.name(),
        stack.join(","),
        json_string(&p.message)
    )
}

/// `"file":"./a.go","line":1,"column":2,`
fn json_place(sources: &SourceMap, pos: Pos) -> String {
    let Some(at) = sources.shown(pos) else { return String::new() };
    let column = at.col.map_or(String::new(), |col| format!("\"column\":{col},"));
    format!("\"file\":{},\"line\":{},{column}", json_string(at.name), at.line)
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
