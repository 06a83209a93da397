//! Line directives: `//line file:10` and `/*line file:10:5*/` (gc: `syntax.updateBase`).
//!
//! The text after a directive counts as having the position that it names. Only what people read uses these positions:
//! messages, tracebacks, debug information.

use crate::ast::Directive;
use crate::source::{LineBase, SourceFile};

/// The largest line or column.
const MOST: u64 = (u32::MAX >> 2) as u64;

/// What a directive says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Line<'a> {
    file: &'a str,
    line: u32,
    col: Option<u32>,
}

/// Why the text after `line ` is wrong, and where in it; `None` also if it is no directive at all.
pub fn error(text: &str) -> Option<(usize, String)> {
    parse(text).and_then(Result::err)
}

/// Reads the text after `line `; `None` if it is no directive.
fn parse(text: &str) -> Option<Result<Line<'_>, (usize, String)>> {
    let (before, number) = text.rsplit_once(':')?;
    let at = before.len() + 1;
    let invalid = |what: &str, at: usize| Some(Err((at, format!("invalid {what} number: {}", &text[at..]))));
    let Ok(last) = number.parse::<u64>() else { return invalid("line", at) };
    let valid = |n: u64| u32::try_from(n).ok().filter(|_| (1..=MOST).contains(&n));
    if let Some((file, line)) = before.rsplit_once(':')
        && let Ok(line) = line.parse::<u64>()
    {
        let Some(col) = valid(last) else { return invalid("column", at) };
        let Some(line) = valid(line) else { return invalid("line", file.len() + 1) };
        return Some(Ok(Line { file, line, col: Some(col) }));
    }
    match valid(last) {
        Some(line) => Some(Ok(Line { file: before, line, col: None })),
        None => invalid("line", at),
    }
}

/// The positions that the directives of a file give to what follows them.
pub fn bases(src: &SourceFile, directives: &[Directive]) -> Vec<LineBase> {
    let mut out: Vec<LineBase> = Vec::new();
    for d in directives {
        let Some(text) = d.text.strip_prefix("line ") else { continue };
        let Some(Ok(line)) = parse(text) else { continue };
        let (display_name, path) = match out.last() {
            // With a column, no name means the name so far.
            _ if !line.file.is_empty() => {
                (beside(&src.display_name, line.file), beside(&src.path, line.file))
            }
            _ if line.col.is_none() => (String::new(), "??".to_string()),
            Some(last) => (last.display_name.clone(), last.path.clone()),
            None => (src.display_name.clone(), src.path.clone()),
        };
        let start = (d.pos.0 - src.base) as usize;
        out.push(LineBase { start: end(src, start), display_name, path, line: line.line, col: line.col });
    }
    out
}

/// Where the text begins that a comment at `start` is about: after `*/`, or in the next line.
fn end(src: &SourceFile, start: usize) -> u32 {
    let rest = &src.text[start..];
    let mark = if rest.starts_with("/*") { "*/" } else { "\n" };
    let length = rest.find(mark).map_or(rest.len(), |i| i + mark.len());
    (start + length) as u32
}

/// A file named in another one, relative to that one's folder.
fn beside(file: &str, name: &str) -> String {
    let absolute = name.starts_with('/');
    let folder = if absolute { "" } else { file.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(name.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|&p| p != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (absolute || folder.starts_with('/'), parts.first()) {
        (true, _) => format!("/{joined}"),
        (false, Some(&"..")) => joined,
        (false, _) if folder.starts_with('.') => format!("./{joined}"),
        (false, _) => joined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives() {
        let line = |file, line, col| Some(Ok(Line { file, line, col }));
        assert_eq!(parse("a.go:12"), line("a.go", 12, None));
        assert_eq!(parse("a.go:12:3"), line("a.go", 12, Some(3)));
        assert_eq!(parse(":12:3"), line("", 12, Some(3)));
        assert_eq!(parse("c:x:12"), line("c:x", 12, None));
        assert_eq!(parse("a.go"), None);
        let bad = |at, text: &str| Some((at, text.to_string()));
        assert_eq!(error("a.go:x"), bad(5, "invalid line number: x"));
        assert_eq!(error("a.go:0"), bad(5, "invalid line number: 0"));
        assert_eq!(error("a.go:1:0"), bad(7, "invalid column number: 0"));
        assert_eq!(error("a.go:0:1"), bad(5, "invalid line number: 0:1"));
    }

    #[test]
    fn names_are_relative_to_the_file() {
        assert_eq!(beside("./p.go", "a.go"), "./a.go");
        assert_eq!(beside("./d/p.go", "../e/./a.go"), "./e/a.go");
        assert_eq!(beside("./p.go", "../a.go"), "../a.go");
        assert_eq!(beside("/d/p.go", "a.go"), "/d/a.go");
        assert_eq!(beside("./p.go", "/a.go"), "/a.go");
        assert_eq!(beside("p.go", "a.go"), "a.go");
    }
}
