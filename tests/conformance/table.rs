//! The table of tests, `tests.tsv`: name, kind, whether it counts or why not, imports.

use std::fs;

use crate::support;

/// What a test asks for; the words are those at the head of the suite's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A program that runs without error and prints what stands in its `.out` file.
    Run,
    /// The same.
    BuildRun,
    /// A directory of packages, the last one a program.
    RunDir,
    /// A directory that is a module.
    RunInDir,
    /// A directory that is one program.
    BuildRunDir,
    /// A program that prints a program.
    RunOutput,
    /// Files with expected messages in the last package but one, the last is run.
    ErrorCheckAndRunDir,
    /// A file that compiles.
    Compile,
    /// A file that compiles to an executable.
    Build,
    /// A directory that is one program.
    BuildDir,
    /// A directory of packages.
    CompileDir,
    /// A file whose machine code gc's tests look at; here it compiles.
    AsmCheck,
    /// A file with expected messages.
    ErrorCheck,
    /// A directory of packages with expected messages.
    ErrorCheckDir,
    /// A program that prints a file with expected messages.
    ErrorCheckOutput,
    /// Left out by its authors.
    Skip,
}

impl Kind {
    /// Every kind with its name, in the order of the summary.
    pub const ALL: [(Kind, &'static str); 16] = [
        (Kind::Run, "run"),
        (Kind::BuildRun, "buildrun"),
        (Kind::RunDir, "rundir"),
        (Kind::RunInDir, "runindir"),
        (Kind::BuildRunDir, "buildrundir"),
        (Kind::RunOutput, "runoutput"),
        (Kind::ErrorCheckAndRunDir, "errorcheckandrundir"),
        (Kind::Compile, "compile"),
        (Kind::Build, "build"),
        (Kind::BuildDir, "builddir"),
        (Kind::CompileDir, "compiledir"),
        (Kind::AsmCheck, "asmcheck"),
        (Kind::ErrorCheck, "errorcheck"),
        (Kind::ErrorCheckDir, "errorcheckdir"),
        (Kind::ErrorCheckOutput, "errorcheckoutput"),
        (Kind::Skip, "skip"),
    ];

    /// The word at the head of a test.
    pub fn name(self) -> &'static str {
        Kind::ALL.iter().find(|(k, _)| *k == self).map_or("", |(_, n)| n)
    }

    fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.iter().find(|(_, n)| *n == text).map(|(k, _)| *k)
    }

    /// What the summary adds up.
    pub fn group(self) -> &'static str {
        match self {
            Kind::Run
            | Kind::BuildRun
            | Kind::RunDir
            | Kind::RunInDir
            | Kind::BuildRunDir
            | Kind::RunOutput
            | Kind::ErrorCheckAndRunDir => "runs as gc's",
            Kind::Compile | Kind::Build | Kind::BuildDir | Kind::CompileDir | Kind::AsmCheck => "compiles",
            Kind::ErrorCheck | Kind::ErrorCheckDir | Kind::ErrorCheckOutput => "rejected as by gc",
            Kind::Skip => "skipped",
        }
    }
}

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Test {
    /// Path in the suite without `.go`.
    pub name: String,
    /// What it asks for.
    pub kind: Kind,
    /// `Err` has the reason why it does not count.
    pub counts: Result<(), String>,
    /// Standard packages that it imports.
    pub imports: Vec<String>,
}

impl Test {
    /// All its imports are embedded in the compiler.
    pub fn imports_are_embedded(&self) -> bool {
        self.imports.iter().all(|i| i == "unsafe" || golib::package(i).is_some())
    }
}

/// Reads the table.
pub fn read() -> Vec<Test> {
    let path = support::root().join("tests/conformance/tests.tsv");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| line(l).unwrap_or_else(|| panic!("tests.tsv: bad line {l:?}")))
        .collect()
}

fn line(text: &str) -> Option<Test> {
    let mut fields = text.split('\t');
    let (name, kind, counts, imports) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    Some(Test {
        name: name.to_string(),
        kind: Kind::parse(kind)?,
        counts: if counts == "counts" { Ok(()) } else { Err(counts.to_string()) },
        imports: imports.split(' ').filter(|i| !i.is_empty()).map(str::to_string).collect(),
    })
}

#[test]
fn the_table_is_sorted_and_complete() {
    let tests = read();
    assert!(tests.len() > 2000);
    assert!(tests.windows(2).all(|w| w[0].name < w[1].name), "tests.tsv is not sorted by name");
    for (kind, name) in Kind::ALL {
        assert_eq!(Kind::parse(name), Some(kind));
        assert!(tests.iter().any(|t| t.kind == kind), "no test is of kind {name}");
    }
}
