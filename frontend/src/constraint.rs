//! Which files of a directory belong to a build (Go: `go help buildconstraint`; `go/build`).
//!
//! A file takes part if its name does not end in another system's or architecture's name and its `//go:build` line,
//! if any, holds for linux and amd64.

use crate::loader::NEWEST_LANG;

/// Systems that file names and constraints know.
const SYSTEMS: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];
/// Architectures that file names and constraints know.
const ARCHITECTURES: &[&str] = &[
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "mipsle",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

/// What a build is for.
#[derive(Clone, Debug)]
pub struct BuildContext {
    /// Tags set by the user (`-tags`).
    pub tags: Vec<String>,
    /// Minor number of the language version of the package that is named.
    pub lang: u32,
    /// Whether files may be for amd64. Without, a package is read as for an architecture that has no assembly.
    pub amd64: bool,
}

impl Default for BuildContext {
    fn default() -> Self {
        BuildContext { tags: Vec::new(), lang: NEWEST_LANG, amd64: true }
    }
}

/// The text up to what is not UTF-8.
fn readable(text: &[u8]) -> &str {
    match std::str::from_utf8(text) {
        Ok(text) => text,
        Err(e) => std::str::from_utf8(&text[..e.valid_up_to()]).unwrap_or_default(),
    }
}

impl BuildContext {
    /// Whether a file with this name and text takes part in the build. Test files do not.
    pub fn includes(&self, name: &str, text: &[u8]) -> bool {
        self.includes_name(name) && build_line(readable(text)).is_none_or(|line| self.holds(line))
    }

    /// The rule for names: `*_test.go`, `_*` and `.*` are left out, `*_linux.go`, `*_amd64.go` and `*_linux_amd64.go`
    /// belong to their system and architecture.
    pub fn includes_name(&self, name: &str) -> bool {
        let Some(stem) = name.strip_suffix(".go") else { return false };
        if name.starts_with(['_', '.']) || stem.ends_with("_test") {
            return false;
        }
        // Only what stands behind the first underscore counts: `linux.go` is for all systems.
        let Some((_, suffix)) = stem.split_once('_') else { return true };
        let parts: Vec<&str> = suffix.split('_').collect();
        let (last, before) = match parts[..] {
            [.., before, last] => (last, Some(before)),
            [last] => (last, None),
            [] => return true,
        };
        if ARCHITECTURES.contains(&last) {
            return last == "amd64"
                && self.amd64
                && before.is_none_or(|b| !SYSTEMS.contains(&b) || b == "linux");
        }
        !SYSTEMS.contains(&last) || last == "linux"
    }

    fn tag(&self, tag: &str) -> bool {
        match tag {
            "linux" | "unix" | "gc" => true,
            "amd64" | "amd64.v1" => self.amd64,
            _ if EXPERIMENTS.iter().any(|e| tag.strip_prefix("goexperiment.") == Some(e)) => true,
            _ => {
                let version = tag.strip_prefix("go1.").and_then(|n| n.parse::<u32>().ok());
                version.is_some_and(|n| (1..=NEWEST_LANG).contains(&n)) || self.tags.iter().any(|t| t == tag)
            }
        }
    }

    /// Whether a constraint such as `linux && !cgo` holds. One that cannot be read does not.
    fn holds(&self, expr: &str) -> bool {
        read(expr).is_some_and(|c| self.satisfies(&c))
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        match constraint {
            Constraint::Tag(tag) => self.tag(tag),
            Constraint::Not(c) => !self.satisfies(c),
            Constraint::And(a, b) => self.satisfies(a) && self.satisfies(b),
            Constraint::Or(a, b) => self.satisfies(a) || self.satisfies(b),
        }
    }
}

/// The experiments that are on in Go 1.27 (`go list -f '{{context.ToolTags}}'`).
const EXPERIMENTS: &[&str] = &[
    "regabiwrappers",
    "regabiargs",
    "dwarf5",
    "jsonv2",
    "greenteagc",
    "randomizedheapbase64",
    "sizespecializedmalloc",
];

/// The Go version, as its minor number, that the `//go:build` line of a file implies
/// (Go: `constraint.GoVersion`).
pub fn go_version(text: &str) -> Option<u32> {
    // Most files have no such line at all.
    if !text.contains("//go:build") {
        return None;
    }
    implied_version(&read(build_line(text)?)?, false)
}

fn implied_version(constraint: &Constraint, negated: bool) -> Option<u32> {
    match constraint {
        Constraint::Tag(_) if negated => None,
        Constraint::Tag("go1") => Some(0),
        Constraint::Tag(tag) => tag.strip_prefix("go1.")?.parse().ok(),
        Constraint::Not(c) => implied_version(c, !negated),
        Constraint::And(a, b) | Constraint::Or(a, b) => {
            let (a, b) = (implied_version(a, negated), implied_version(b, negated));
            // Both hold, or one of the two does; `None`, no version, is the least.
            let both = matches!(constraint, Constraint::And(..)) != negated;
            if both { a.max(b) } else { a.min(b) }
        }
    }
}

/// A build constraint.
enum Constraint<'a> {
    Tag(&'a str),
    Not(Box<Constraint<'a>>),
    And(Box<Constraint<'a>>, Box<Constraint<'a>>),
    Or(Box<Constraint<'a>>, Box<Constraint<'a>>),
}

fn read(expr: &str) -> Option<Constraint<'_>> {
    let mut p = Expr { rest: expr };
    let value = p.or()?;
    p.rest.trim_start().is_empty().then_some(value)
}

/// The expression of the `//go:build` line, which stands before the package clause, among comments and blank lines.
fn build_line(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}');
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = &comment[comment.find("*/")? + 2..];
            continue;
        }
        let line = rest.lines().next()?;
        if !line.starts_with("//") {
            return None;
        }
        if let Some(expr) = line.strip_prefix("//go:build")
            && expr.starts_with([' ', '\t'])
        {
            return Some(expr.trim());
        }
        rest = &rest[line.len()..];
    }
}

/// A reader of constraint expressions: `||`, `&&`, `!`, parentheses and tags.
struct Expr<'a> {
    rest: &'a str,
}

impl<'a> Expr<'a> {
    fn eat(&mut self, token: &str) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn or(&mut self) -> Option<Constraint<'a>> {
        let mut value = self.and()?;
        while self.eat("||") {
            value = Constraint::Or(Box::new(value), Box::new(self.and()?));
        }
        Some(value)
    }

    fn and(&mut self) -> Option<Constraint<'a>> {
        let mut value = self.not()?;
        while self.eat("&&") {
            value = Constraint::And(Box::new(value), Box::new(self.not()?));
        }
        Some(value)
    }

    fn not(&mut self) -> Option<Constraint<'a>> {
        if self.eat("!") {
            return Some(Constraint::Not(Box::new(self.not()?)));
        }
        if self.eat("(") {
            let value = self.or()?;
            return self.eat(")").then_some(value);
        }
        self.rest = self.rest.trim_start();
        let len =
            self.rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(self.rest.len());
        let (tag, rest) = self.rest.split_at(len);
        self.rest = rest;
        (!tag.is_empty()).then_some(Constraint::Tag(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> BuildContext {
        BuildContext { tags: vec!["mine".to_string()], ..BuildContext::default() }
    }

    #[test]
    fn names() {
        let c = context();
        for name in
            ["a.go", "linux.go", "a_linux.go", "a_amd64.go", "a_linux_amd64.go", "a_b.go", "windows.go"]
        {
            assert!(c.includes_name(name), "{name}");
        }
        for name in ["a_test.go", "_a.go", ".a.go", "a_windows.go", "a_arm64.go", "a_windows_amd64.go", "a.c"]
        {
            assert!(!c.includes_name(name), "{name}");
        }
    }

    #[test]
    fn lines() {
        let c = context();
        let with = |expr: &str| {
            let text = format!("// Copyright\n\n/* x */ //go:build {expr}\npackage a\n");
            c.includes("a.go", text.as_bytes())
        };
        for expr in ["linux", "linux && amd64", "!windows", "(windows || unix) && go1.27", "mine"] {
            assert!(with(expr), "{expr}");
        }
        for expr in ["windows", "!linux", "cgo", "go1.28", "linux &&", "ignore", "(linux"] {
            assert!(!with(expr), "{expr}");
        }
        assert!(c.includes("a.go", b"package a\n//go:build ignore\n"));
    }

    #[test]
    fn versions() {
        let version = |expr: &str| go_version(&format!("//go:build {expr}\n\npackage a\n"));
        assert_eq!(version("go1.21"), Some(21));
        assert_eq!(version("linux && go1.22"), Some(22));
        assert_eq!(version("linux || go1.22"), None);
        assert_eq!(version("go1.22 || go1.25"), Some(22));
        assert_eq!(version("!go1.22"), None);
        assert_eq!(go_version("package a\n"), None);
    }
}
