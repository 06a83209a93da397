//! The error suite: files below `tests/errors` with `// ERROR "regexp"` comments, as in Go's own tests.
//!
//! Every line with such a comment must get exactly one message for each regexp, and no other line may get any. A file without comments must
//! be accepted. The expectations are checked against gc by `tests/errors/check-gc`.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;
use regex::Regex;

#[test]
fn error_files() {
    let files = support::inputs("errors", "go");
    let failures: Vec<String> = files
        .par_iter()
        .filter_map(|f| {
            let name = f.strip_prefix(support::root()).unwrap_or(f).display();
            one(f).err().map(|e| format!("  {name}:\n{e}"))
        })
        .collect();
    support::report("error files", files.len(), failures);
}

/// Messages by line: a position, a text and its continuation lines.
fn messages(stderr: &str) -> Result<BTreeMap<usize, Vec<String>>, String> {
    let position = Regex::new(r"^(?:\./)?[^:\s]+\.go:(\d+):\d+: (.*)$").expect("a regexp");
    let mut out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut last = None;
    for line in stderr.lines().filter(|l| !l.starts_with("# ")) {
        if let Some(c) = position.captures(line) {
            let n = c[1].parse().map_err(|_| format!("bad line number in {line:?}"))?;
            out.entry(n).or_default().push(c[2].to_string());
            last = Some(n);
        } else if line.starts_with('\t')
            && let Some(text) = last.and_then(|n| out.get_mut(&n)).and_then(|v| v.last_mut())
        {
            text.push('\n');
            text.push_str(line);
        } else {
            return Err(format!("    unexpected line on standard error: {line:?}\n"));
        }
    }
    Ok(out)
}

/// The regexps after `// ERROR`, by line.
fn expected(text: &str) -> Result<BTreeMap<usize, Vec<Regex>>, String> {
    let quoted = Regex::new(r#""((?:[^"\\]|\\.)*)"|`([^`]*)`"#).expect("a regexp");
    let mut out = BTreeMap::new();
    for (n, line) in text.lines().enumerate() {
        let Some((_, comment)) = line.split_once("// ERROR ") else { continue };
        let mut list = Vec::new();
        for c in quoted.captures_iter(comment) {
            let text = c.get(1).map(|m| m.as_str().replace("\\\"", "\"").replace("\\\\", "\\"));
            let text = text.or_else(|| c.get(2).map(|m| m.as_str().to_string())).unwrap_or_default();
            list.push(Regex::new(&text).map_err(|e| format!("    line {}: {e}\n", n + 1))?);
        }
        if list.is_empty() {
            return Err(format!("    line {}: no regexp after ERROR\n", n + 1));
        }
        out.insert(n + 1, list);
    }
    Ok(out)
}

fn one(file: &Path) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|e| e.to_string())?;
    let want = expected(&text)?;
    let mut c = Command::new(support::MINI_GO);
    c.args(["check", "-gcflags=-e"]).arg(file.file_name().expect("a file"));
    c.current_dir(file.parent().expect("a folder"));
    let ran = support::run(&mut c, Duration::from_secs(20));
    let status = i32::from(!want.is_empty());
    if ran.status != Some(status) {
        return Err(format!("    exit status {:?}, expected {status}\n{}", ran.status, ran.stderr));
    }
    let mut have = messages(&ran.stderr)?;
    let mut problems = String::new();
    for (line, regexps) in want {
        let mut got = have.remove(&line).unwrap_or_default();
        for r in regexps {
            match got.iter().position(|m| r.is_match(m)) {
                Some(i) => drop(got.remove(i)),
                None => problems.push_str(&format!("    line {line}: no message matches {:?}\n", r.as_str())),
            }
        }
        for m in got {
            problems.push_str(&format!("    line {line}: unexpected message {m:?}\n"));
        }
    }
    for (line, got) in have {
        for m in got {
            problems.push_str(&format!("    line {line}: unexpected message {m:?}\n"));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}
