//! The conformance suite: Go's own tests, as Debian packages them in `golang-1.19-src`.
//!
//! Nothing of that suite is part of this repository. `tests.tsv` says for each of its tests what kind it is, whether it counts
//! (gc 1.27 passes it, built with plain `go build`) and what it imports. `known-failures.tsv` lists the counting tests that
//! mini-go fails, with the reason. A test that fails and is not listed is an error, as is one that is listed and passes: the
//! list only shrinks. A compiler that crashes, hangs or takes all memory is an error whatever the list says, also on the tests
//! that do not count.
//!
//! Tests that import packages that are not embedded need a Go installation, in `$GO` or `$GOROOT`, and are left out without.
//!
//! Run with `cargo test --test conformance -- --nocapture`. Settings are environment variables:
//!
//! | variable | meaning |
//! |---|---|
//! | `CONFORMANCE=text,text` | only tests whose name contains one of the texts |
//! | `CONFORMANCE_KIND=run,rundir` | only tests of these kinds |
//! | `CONFORMANCE_REQUIRE=1` | fail where the suite is not installed |
//! | `CONFORMANCE_SUITE=dir` | where the suite is, if not where Debian puts it |
//! | `CONFORMANCE_COMPILER=file` | another compiler that understands `build`, such as gc's go command, to test this runner |
//! | `CONFORMANCE_LOG=file` | write every result with its details |
//! | `CONFORMANCE_VERBOSE=1` | print the details of every failure |
//! | `CONFORMANCE_UPDATE=remove` or `add` | remove what passes from the list, or also add what fails |

mod exec;
mod expect;
mod known;
mod layout;
mod protocol;
mod summary;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod verdict;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use table::Test;
use verdict::Verdict;

/// Where Debian's package puts the suite.
const SUITE: &str = "/usr/share/go-1.19/test";

/// One test and how it went.
pub struct Run {
    /// The test.
    pub test: Test,
    /// How it went.
    pub verdict: Verdict,
    /// How long it took.
    pub time: Duration,
}

fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|v| !v.is_empty())
}

#[test]
fn conformance() {
    let suite = PathBuf::from(setting("CONFORMANCE_SUITE").unwrap_or_else(|| SUITE.to_string()));
    if !suite.is_dir() {
        let hint = "Go's test suite is not installed: apt-get install golang-1.19-src";
        assert!(setting("CONFORMANCE_REQUIRE").is_none(), "{hint}");
        println!("{hint}; nothing tested");
        return;
    }
    let compiler =
        PathBuf::from(setting("CONFORMANCE_COMPILER").unwrap_or_else(|| support::MINI_GO.to_string()));
    let tests = select(table::read());
    assert!(!tests.is_empty(), "no test matches");
    let start = Instant::now();
    let runs = run_all(&compiler, &suite, tests);
    println!("{}", summary::table(&runs));
    println!("{} tests in {:.1} s", runs.len(), start.elapsed().as_secs_f64());
    report(&runs);
}

/// The tests that the settings ask for.
fn select(tests: Vec<Test>) -> Vec<Test> {
    let list = |name: &str| -> Option<Vec<String>> {
        setting(name).map(|v| v.split(',').map(str::to_string).collect())
    };
    let (texts, kinds) = (list("CONFORMANCE"), list("CONFORMANCE_KIND"));
    let has_installation = setting("GO").is_some() || setting("GOROOT").is_some();
    tests
        .into_iter()
        .filter(|t| has_installation || t.imports_are_embedded())
        .filter(|t| texts.as_ref().is_none_or(|l| l.iter().any(|x| t.name.contains(x.as_str()))))
        .filter(|t| kinds.as_ref().is_none_or(|l| l.iter().any(|x| t.kind.name() == x)))
        .collect()
}

fn run_all(compiler: &Path, suite: &Path, tests: Vec<Test>) -> Vec<Run> {
    let one = |test: Test| {
        let start = Instant::now();
        let verdict = protocol::run(compiler, suite, &test);
        Run { test, verdict, time: start.elapsed() }
    };
    tests.into_par_iter().with_max_len(1).map(one).collect()
}

/// Compares the results with the list of known failures.
fn report(runs: &[Run]) {
    if let Some(path) = setting("CONFORMANCE_LOG") {
        std::fs::write(&path, summary::log(runs)).unwrap_or_else(|e| panic!("{path}: {e}"));
    }
    if setting("CONFORMANCE_VERBOSE").is_some() {
        print!("{}", summary::details(runs));
    }
    let listed = known::read();
    match setting("CONFORMANCE_UPDATE").as_deref() {
        None => {}
        Some("remove") => return known::update(&listed, runs, known::Update::Remove),
        Some("add") => return known::update(&listed, runs, known::Update::Add),
        Some(other) => panic!("CONFORMANCE_UPDATE={other}: remove or add"),
    }
    let problems = known::compare(&listed, runs);
    assert!(problems.is_empty(), "{} surprises:\n{}", problems.len(), problems.join("\n"));
}
