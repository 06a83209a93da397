//! How a test went, and the reason of a failure in one line.

use crate::exec::{Ended, Finished};

/// How a test went.
#[derive(Debug)]
pub enum Verdict {
    /// As it should.
    Pass,
    /// Not run.
    Skipped,
    /// Otherwise.
    Fail(Failure),
}

/// A failure.
#[derive(Debug)]
pub struct Failure {
    /// What kind of failure.
    pub class: Class,
    /// The reason, short: tests that fail alike have the same.
    pub reason: String,
    /// All that helps to find the cause.
    pub detail: String,
}

/// Kinds of failures, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The compiler crashed, hung or took all memory: never excused.
    Crash,
    /// The program prints something else, or ends with another status.
    Output,
    /// The compiler refuses a valid program.
    Rejected,
    /// The compiler accepts an invalid one, or says something else about it.
    Messages,
    /// The compiler says that it cannot do that yet.
    Unsupported,
    /// A standard package is not embedded, and there is no Go installation.
    Package,
}

impl Class {
    /// In words, for the summary.
    pub fn name(self) -> &'static str {
        match self {
            Class::Crash => "compiler crash",
            Class::Output => "wrong output",
            Class::Rejected => "wrongly rejected",
            Class::Messages => "wrongly accepted or other messages",
            Class::Unsupported => "not supported yet",
            Class::Package => "missing package",
        }
    }
}

impl Failure {
    /// A failure of the class.
    pub fn new(class: Class, reason: impl Into<String>, detail: impl Into<String>) -> Failure {
        Failure { class, reason: shorten(&reason.into()), detail: detail.into() }
    }
}

/// The first line, without what would make it too long for a list.
fn shorten(reason: &str) -> String {
    const MOST: usize = 110;
    let line = reason.lines().next().unwrap_or_default().replace('\t', " ");
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// A compiler that did not end as a compiler does.
pub fn crash(ran: &Finished) -> Option<Failure> {
    let reason = match ran.ended {
        Ended::TooLong => "does not end".to_string(),
        Ended::TooLarge => "takes too much memory".to_string(),
        Ended::Signal(n) => format!("killed by signal {n}"),
        Ended::Status(_) => ran.output.lines().find_map(internal_error).or_else(|| match ran.ended {
            Ended::Status(0..=2) => None,
            Ended::Status(n) => Some(format!("exit status {n}")),
            _ => None,
        })?,
    };
    Some(Failure::new(Class::Crash, reason, ran.output.as_str()))
}

/// The text of a line in which mini-go speaks of itself.
fn internal_error(line: &str) -> Option<String> {
    let text = line.strip_prefix("mini-go: ")?;
    Some(text.strip_prefix("internal compiler error: ").unwrap_or(text).to_string())
}

/// Why a valid package was refused.
pub fn rejected(output: &str) -> Failure {
    let first = output.lines().find(|l| !l.starts_with('#') && !l.starts_with('\t')).unwrap_or_default();
    let message = message_of(first);
    let unsupported = output.lines().map(message_of).find_map(|m| m.strip_suffix(" not supported yet"));
    let package = output.lines().map(message_of).find_map(missing_package);
    match (package, unsupported) {
        (Some(p), _) => Failure::new(Class::Package, format!("package {p}"), output),
        (_, Some(what)) => {
            Failure::new(Class::Unsupported, what.trim_end_matches(" are").trim_end_matches(" is"), output)
        }
        _ => Failure::new(Class::Rejected, message, output),
    }
}

/// `package net/http of the standard library is taken from a Go installation of version go1.27, and there is none: …`
fn missing_package(message: &str) -> Option<&str> {
    message
        .strip_prefix("package ")?
        .split_once(" of the standard library is taken from a Go installation ")
        .map(|(p, _)| p)
}

/// A message without its position.
fn message_of(line: &str) -> &str {
    match line.split_once(".go:") {
        Some((_, rest)) => rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':').trim_start(),
        None => line,
    }
}

#[test]
fn reasons_are_short() {
    assert_eq!(rejected("# p\n./x.go:3:4: undefined: y\n").reason, "undefined: y");
    let f = rejected("# p\n./x.go:3:4: range over functions are not supported yet\n");
    assert_eq!((f.class, f.reason.as_str()), (Class::Unsupported, "range over functions"));
    let f = rejected(
        "x.go:3:4: package net/http of the standard library is taken from a Go installation of version go1.27, and there\n",
    );
    assert_eq!((f.class, f.reason.as_str()), (Class::Package, "package net/http"));
}
