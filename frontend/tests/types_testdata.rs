//! The test data of gc's own type checker as a second oracle: `src/internal/types/testdata` of a Go source tree, whose
//! `/* ERROR "text" */` comments follow the token that a message is about. MINIGO_GOROOT names the tree; skipped without it.
//!
//! The files test gc's checker alone, not the compiler: where there are syntax errors, gc's compiler stops before it checks
//! types, so such files are left out, as are those that import what is not embedded. MINIGO_DIVERGENCES names a file for the
//! list of what differs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use frontend::constraint::BuildContext;
use frontend::{Input, InputFile, Problem, SourceProvider, check_program};
use regex::Regex;

/// The least share of expectations that must be met.
const FLOOR: f64 = 0.9;

struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

/// What a message must be like.
#[derive(Debug)]
enum Pattern {
    Contains(String),
    Matches(Regex),
}

impl Pattern {
    fn fits(&self, message: &str) -> bool {
        match self {
            Pattern::Contains(text) => message.contains(text),
            Pattern::Matches(regex) => regex.is_match(message),
        }
    }

    fn text(&self) -> &str {
        match self {
            Pattern::Contains(text) => text,
            Pattern::Matches(regex) => regex.as_str(),
        }
    }
}

/// A place in a file: line and column.
type Place = (u32, u32);

/// The expectations of a file with the places of the tokens before them.
fn expectations(text: &str) -> Vec<(Place, Pattern)> {
    let bytes = text.as_bytes();
    let (mut line, mut line_start, mut token) = (1, 0, (1, 1));
    let mut out = Vec::new();
    let mut i = 0;
    let is_word = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80;
    while i < bytes.len() {
        let start = i;
        let here = (line, (i - line_start + 1) as u32);
        let rest = &text[i..];
        match bytes[i] {
            b'/' if rest.starts_with("//") => {
                i += rest.find('\n').unwrap_or(rest.len());
                out.extend(pattern(&text[start + 2..i]).map(|p| (token, p)));
            }
            b'/' if rest.starts_with("/*") => {
                i += rest.find("*/").map_or(rest.len(), |n| n + 2);
                out.extend(pattern(text[start + 2..i].trim_end_matches("*/")).map(|p| (token, p)));
            }
            b'"' | b'\'' => {
                token = here;
                i += 1;
                while i < bytes.len() && bytes[i] != bytes[start] && bytes[i] != b'\n' {
                    i += if bytes[i] == b'\\' { 2 } else { 1 };
                }
                i += usize::from(bytes.get(i) == Some(&bytes[start]));
            }
            b'`' => {
                token = here;
                i += 1 + rest[1..].find('`').map_or(rest.len() - 1, |n| n + 1);
            }
            b' ' | b'\t' | b'\r' | b'\n' => i += 1,
            b if is_word(b) => {
                token = here;
                // A number goes on after a point.
                let number = b.is_ascii_digit();
                while i < bytes.len() && (is_word(bytes[i]) || number && bytes[i] == b'.') {
                    i += 1;
                }
            }
            _ => {
                token = here;
                const LONG: [&str; 25] = [
                    "<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=",
                    "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^",
                ];
                i += LONG.iter().find(|op| rest.starts_with(**op)).map_or(1, |op| op.len());
            }
        }
        for (at, _) in text[start..i.min(text.len())].match_indices('\n') {
            line += 1;
            line_start = start + at + 1;
        }
    }
    out
}

/// What a comment expects, if it expects anything.
fn pattern(comment: &str) -> Option<Pattern> {
    let (regex, quoted) = match comment.strip_prefix(" ERROR ") {
        Some(rest) => (false, rest.trim()),
        None => (true, comment.strip_prefix(" ERRORx ")?.trim()),
    };
    let raw = quoted.strip_prefix('`').and_then(|q| q.strip_suffix('`')).map(str::to_string);
    let text = raw.or_else(|| {
        let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
        Some(inner.replace("\\\"", "\"").replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\"))
    })?;
    Some(if regex { Pattern::Matches(Regex::new(&text).ok()?) } else { Pattern::Contains(text) })
}

/// The language version that the first line asks for.
fn lang(text: &str) -> u32 {
    let first = text.lines().next().unwrap_or_default();
    let version = first.split_whitespace().find_map(|w| w.strip_prefix("-lang=go1."));
    version.and_then(|v| v.parse().ok()).unwrap_or(27)
}

/// How a package did.
#[derive(Default)]
struct Outcome {
    expected: usize,
    met: usize,
    in_column: usize,
    unexpected: usize,
    notes: Vec<String>,
}

/// Checks a package; `None` if it is left out.
fn compare(files: &[PathBuf]) -> Option<Outcome> {
    let read =
        |p: &PathBuf| String::from_utf8_lossy(&std::fs::read(p).expect("file can be read")).into_owned();
    let texts: Vec<String> = files.iter().map(read).collect();
    let inputs = files.iter().zip(&texts).map(|(p, text)| InputFile {
        display_name: p.file_name().expect("a file").to_string_lossy().into_owned(),
        path: p.display().to_string(),
        text: text.clone().into_bytes(),
    });
    let context = BuildContext { lang: lang(&texts[0]), ..BuildContext::default() };
    let input = Input { files: inputs.collect(), dir: "/testdata".to_string(), context };
    let mut have: BTreeMap<(String, u32), Vec<(u32, String)>> = BTreeMap::new();
    if let Err(failure) = check_program(input, &Embedded) {
        let Problem::Compile(packages) = &failure.problem else { return None };
        for d in packages.iter().flat_map(|p| &p.diagnostics) {
            // The tests have predeclared functions of their own.
            if d.message.starts_with("syntax error") || d.message == "undefined: assert" {
                return None;
            }
            // These come from other parts of gc.
            const ELSEWHERE: [&str; 3] =
                ["missing function body", "compiler directive", "go.dev/issue/56103"];
            let elsewhere = ELSEWHERE.iter().any(|text| d.message.contains(text));
            let Some((id, at)) = failure.sources.resolve(d.pos).filter(|_| !elsewhere) else { continue };
            let name = failure.sources.file(id).display_name.clone();
            have.entry((name, at.line)).or_default().push((at.col, d.message.clone()));
        }
    }
    let mut out = Outcome::default();
    for (path, text) in files.iter().zip(&texts) {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        for ((line, col), pattern) in expectations(text) {
            out.expected += 1;
            let none = &mut Vec::new();
            let messages = have.get_mut(&(name.clone(), line)).unwrap_or(none);
            let fitting = |(_, (_, m)): &(usize, &(u32, String))| pattern.fits(m);
            let best = messages.iter().enumerate().filter(fitting).min_by_key(|(_, (c, _))| c.abs_diff(col));
            match best.map(|(i, _)| i) {
                Some(i) => {
                    let (c, message) = messages.remove(i);
                    out.met += 1;
                    out.in_column += usize::from(c == col);
                    if c != col {
                        out.notes.push(format!("{name}:{line}:{c}: want column {col}: {message}"));
                    }
                }
                None => {
                    let got: Vec<&str> = messages.iter().map(|m| m.1.as_str()).collect();
                    out.notes.push(format!("{name}:{line}:{col}: missing {:?}, got {got:?}", pattern.text()));
                }
            }
        }
    }
    for ((name, line), messages) in have {
        for (col, m) in messages {
            out.unexpected += 1;
            out.notes.push(format!("{name}:{line}:{col}: unexpected {m:?}"));
        }
    }
    Some(out)
}

/// Packages: single files, and directories below `check`.
fn packages(dir: &Path, out: &mut BTreeSet<Vec<PathBuf>>) {
    let mut files = Vec::new();
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(dir).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            packages(&path, out);
        } else if path.extension().is_some_and(|e| e == "go") {
            files.push(path);
        }
    }
    // gc's compiler does not use its type checker's rules about labels.
    let labels = |f: &PathBuf| f.ends_with("labels.go") || f.ends_with("gotos.go");
    files.retain(|f| !labels(f));
    let single = ["check", "examples", "fixedbugs", "spec", "local"].iter().any(|d| dir.ends_with(d));
    if single {
        out.extend(files.into_iter().map(|f| vec![f]));
    } else if !files.is_empty() {
        out.insert(files);
    }
}

#[test]
fn agrees_with_the_expectations_of_gc() {
    let Some(root) = std::env::var_os("MINIGO_GOROOT") else {
        eprintln!("skipped: MINIGO_GOROOT is not set");
        return;
    };
    let root = Path::new(&root);
    let mut all = BTreeSet::new();
    packages(&root.join("src/internal/types/testdata"), &mut all);
    packages(&root.join("src/cmd/compile/internal/types2/testdata/local"), &mut all);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).stack_size(1 << 28).build().expect("threads");
    let results: Vec<Option<Outcome>> = pool.install(|| {
        use rayon::prelude::*;
        all.iter().collect::<Vec<_>>().into_par_iter().map(|p| compare(p)).collect()
    });
    let out = results.iter().flatten();
    let sum = |f: fn(&Outcome) -> usize| out.clone().map(f).sum::<usize>();
    let (expected, met, unexpected) = (sum(|o| o.expected), sum(|o| o.met), sum(|o| o.unexpected));
    let perfect = out.clone().filter(|o| o.met == o.expected && o.unexpected == 0).count();
    let compared = out.clone().count();
    eprintln!(
        "{} packages, {compared} compared, {perfect} agree exactly ({:.1} %)\n\
         {expected} expectations, {met} met ({:.1} %), {} of these in the exact column; {unexpected} messages beyond them",
        all.len(),
        perfect as f64 * 100.0 / compared as f64,
        met as f64 * 100.0 / expected as f64,
        sum(|o| o.in_column),
    );
    if let Some(path) = std::env::var_os("MINIGO_DIVERGENCES") {
        let notes: Vec<&str> = out.flat_map(|o| o.notes.iter().map(String::as_str)).collect();
        std::fs::write(path, notes.join("\n")).expect("the list can be written");
    }
    assert!(met as f64 >= FLOOR * expected as f64, "fewer than {FLOOR} of the expectations are met");
}
