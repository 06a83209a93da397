//! The golden suite: every program below `tests/golden` is compiled and run; its output must be gc's.
//!
//! Beside `name.go` stand `name.out` (standard output), and where they are not empty or zero `name.err` (standard error up
//! to the goroutine traces) and `name.exit` (exit status). `tests/golden/regenerate` makes them with gc, never with
//! mini-go. `name.args` holds arguments for the program.
//!
//! `GOLDEN=substring` limits the run to matching paths.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;
use support::{Expected, TempDir};

#[test]
fn golden_auto() {
    suite("golden programs", &[]);
}

#[test]
fn golden_heap_records() {
    suite("golden programs with -d=defer=heap", &["-d=defer=heap"]);
}

#[test]
fn golden_stack_records() {
    suite("golden programs with -d=defer=stack", &["-d=defer=stack"]);
}

/// Frequent collections, freed memory filled and checked, the heap verified: the same output, only slower. A part of the
/// programs; `GOLDEN_GC_STRESS=n` runs all with a collection at every n-th allocation, however long that takes. Programs
/// that count collections say so by a comment [`COUNTS_COLLECTIONS`].
#[test]
fn golden_gc_stress() {
    let asked = std::env::var("GOLDEN_GC_STRESS").ok();
    let (rate, nth) = asked.as_deref().map_or(("13", 6), |n| (n, 1));
    let environment = [("MINIGO_GCSTRESS", rate), ("MINIGO_GCPOISON", "1"), ("MINIGO_GCVERIFY", "1")];
    run_suite("golden programs with frequent collections", &[], &environment, nth);
}

/// More processors than there are, and interrupted often. A part of the programs; the other tests run them all with as
/// many processors as there are.
#[test]
fn golden_processors() {
    let environment = [("GOMAXPROCS", "8"), ("MINIGO_PREEMPT", "500")];
    run_suite("golden programs with many processors", &[], &environment, 5);
}

/// A scheduler that decides at random. A part of the programs; `tests/chaos/run` takes more of them, with many seeds.
#[test]
fn golden_chaos() {
    let environment = [("MINIGO_SCHEDCHAOS", "7"), ("GOMAXPROCS", "2"), ("MINIGO_PREEMPT", "100")];
    run_suite("golden programs under scheduler chaos", &[], &environment, 7);
}

/// Marking that is split between two stops, with barriers in between: a collector that marks while the program runs, at
/// its slowest. A part of the programs.
#[test]
fn golden_split_marking() {
    let environment = [
        ("MINIGO_GCSPLIT", "1"),
        ("MINIGO_GCSTRESS", "17"),
        ("MINIGO_GCPOISON", "1"),
        ("MINIGO_GCVERIFY", "1"),
        ("MINIGO_PREEMPT", "500"),
    ];
    run_suite("golden programs with split marking", &["-d=barriers"], &environment, 9);
}

/// Here the SSA is verified after every pass, too.
#[test]
fn golden_open() {
    suite("golden programs with -d=defer=open", &["-d=defer=open,verify"]);
}

/// The programs below `installed` import packages of a Go installation; where there is none they are left out. Once more
/// with frequent collections.
#[test]
fn golden_installed() {
    let has = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    if !has("GO") && !has("GOROOT") {
        println!("neither $GO nor $GOROOT names a Go installation");
        return;
    }
    let programs: Vec<_> = inputs(true);
    run_programs("golden programs with packages of the installation", &programs, &[], &[]);
    let environment = [("MINIGO_GCSTRESS", "101"), ("MINIGO_GCPOISON", "1"), ("MINIGO_GCVERIFY", "1")];
    run_programs("the same with frequent collections", &programs, &[], &environment);
}

/// The folder of the programs that import packages of a Go installation.
const INSTALLED: &str = "installed";

/// The programs that the filter selects.
fn inputs(installed: bool) -> Vec<PathBuf> {
    let filter = std::env::var("GOLDEN").unwrap_or_default();
    support::inputs("golden", "go")
        .into_iter()
        .filter(|p| p.iter().any(|part| part == INSTALLED) == installed)
        .filter(|p| p.to_string_lossy().contains(&filter))
        .collect()
}

fn suite(what: &str, flags: &[&str]) {
    run_suite(what, flags, &[], 1);
}

/// Marks programs whose output depends on when collections happen.
const COUNTS_COLLECTIONS: &str = "//golden:counts-collections\n";

/// Marks programs that allocate so much that a collection at every few allocations would take hours.
const ALLOCATES_MUCH: &str = "//golden:allocates-much\n";

/// Builds and runs every `nth` program; which ones does not depend on the others.
fn run_suite(what: &str, flags: &[&str], environment: &[(&str, &str)], nth: usize) {
    let filter = std::env::var("GOLDEN").unwrap_or_default();
    let programs: Vec<_> = inputs(false)
        .into_iter()
        .filter(|p| environment.is_empty() || !is_marked(p, COUNTS_COLLECTIONS))
        .filter(|p| !filter.is_empty() || number(p).is_multiple_of(nth))
        .collect();
    assert!(!programs.is_empty(), "no golden program matches {filter:?}");
    run_programs(what, &programs, flags, environment);
}

/// Builds and runs programs.
fn run_programs(what: &str, programs: &[PathBuf], flags: &[&str], environment: &[(&str, &str)]) {
    let dir = TempDir::new("golden");
    let failures: Vec<String> = programs
        .par_iter()
        .enumerate()
        .filter_map(|(i, p)| {
            let name = p.strip_prefix(support::root()).unwrap_or(p).display();
            one(p, &dir.0.join(format!("prog{i}")), flags, environment)
                .err()
                .map(|e| format!("  {name}: {e}"))
        })
        .collect();
    support::report(what, programs.len(), failures);
}

fn is_marked(program: &Path, mark: &str) -> bool {
    fs::read_to_string(program).is_ok_and(|text| text.contains(mark))
}

/// A number for a program, from its name.
fn number(program: &Path) -> usize {
    let name = program.file_name().expect("a file").as_encoded_bytes();
    name.iter().fold(0, |n: usize, &b| n.wrapping_mul(31).wrapping_add(usize::from(b)))
}

fn one(program: &Path, exe: &Path, flags: &[&str], environment: &[(&str, &str)]) -> Result<(), String> {
    let built = support::build(program, exe, flags);
    if built.status != Some(0) {
        return Err(format!("build: status {:?}\n{}{}", built.status, built.stdout, built.stderr));
    }
    let expected = Expected::read(program)?;
    let mut command = Command::new(exe);
    let arguments = fs::read_to_string(program.with_extension("args")).unwrap_or_default();
    command.args(arguments.split_whitespace());
    command.envs(environment.iter().copied());
    if environment.iter().any(|(name, _)| *name == "MINIGO_GCSTRESS") && is_marked(program, ALLOCATES_MUCH) {
        command.env("MINIGO_GCSTRESS", "50000");
    }
    let limit = Duration::from_secs(if environment.is_empty() { 60 } else { 600 });
    let ran = support::run(&mut command, limit);
    let _ = fs::remove_file(exe);
    expected.compare(&ran)
}

/// The sections of the Go specification that have something to run.
const SPEC_SECTIONS: &[&str] = &[
    "Source code representation",
    "Comments",
    "Semicolons",
    "Identifiers",
    "Integer literals",
    "Floating-point literals",
    "Imaginary literals",
    "Rune literals",
    "String literals",
    "Constants",
    "Variables",
    "Boolean types",
    "Numeric types",
    "String types",
    "Array types",
    "Slice types",
    "Struct types",
    "Pointer types",
    "Function types",
    "Basic interfaces",
    "Embedded interfaces",
    "General interfaces",
    "Implementing an interface",
    "Map types",
    "Channel types",
    "Representation of values",
    "Underlying types",
    "Type identity",
    "Assignability",
    "Representability",
    "Method sets",
    "Blocks",
    "Label scopes",
    "Blank identifier",
    "Predeclared identifiers",
    "Exported identifiers",
    "Uniqueness of identifiers",
    "Constant declarations",
    "Iota",
    "Alias declarations",
    "Type definitions",
    "Type parameter declarations",
    "Type constraints",
    "Satisfying a type constraint",
    "Variable declarations",
    "Short variable declarations",
    "Function declarations",
    "Method declarations",
    "Operands",
    "Qualified identifiers",
    "Composite literals",
    "Function literals",
    "Primary expressions",
    "Selectors",
    "Method expressions",
    "Method values",
    "Index expressions",
    "Simple slice expressions",
    "Full slice expressions",
    "Type assertions",
    "Calls",
    "Passing arguments to ... parameters",
    "Instantiations",
    "Type inference",
    "Operator precedence",
    "Integer operators",
    "Integer overflow",
    "Floating-point operators",
    "String concatenation",
    "Comparison operators",
    "Logical operators",
    "Address operators",
    "Receive operator",
    "Conversions",
    "Conversions between numeric types",
    "Conversions to and from a string type",
    "Conversions from slice to array or array pointer",
    "Constant expressions",
    "Order of evaluation",
    "Terminating statements",
    "Empty statements",
    "Labeled statements",
    "Expression statements",
    "Send statements",
    "IncDec statements",
    "Assignment statements",
    "If statements",
    "Expression switches",
    "Type switches",
    "For statements with single condition",
    "For statements with for clause",
    "For statements with range clause",
    "Go statements",
    "Select statements",
    "Return statements",
    "Break statements",
    "Continue statements",
    "Goto statements",
    "Fallthrough statements",
    "Defer statements",
    "Appending to and copying slices",
    "Clear",
    "Close",
    "Manipulating complex numbers",
    "Deletion of map elements",
    "Length and capacity",
    "Making slices, maps and channels",
    "Min and max",
    "Allocation",
    "Handling panics",
    "Bootstrapping",
    "Source file organization",
    "Import declarations",
    "An example package",
    "The zero value",
    "Package initialization",
    "Program initialization",
    "Program execution",
    "Errors",
    "Run-time panics",
    "Package unsafe",
    "Size and alignment guarantees",
    "Language versions",
    "Type unification rules",
];

#[test]
fn each_section_of_the_specification_has_programs() {
    let table =
        fs::read_to_string(support::root().join("tests/golden/SPEC.md")).expect("tests/golden/SPEC.md");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|l| l.starts_with("| ") && !l.starts_with("| section"))
        .map(|l| l.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let sections: Vec<&str> = rows.iter().map(|r| r[0]).collect();
    assert_eq!(sections, SPEC_SECTIONS);
    for row in &rows {
        let programs: Vec<&str> = row[1].split(',').map(|p| p.trim().trim_matches('`')).collect();
        assert!(programs.iter().all(|p| !p.is_empty()), "{}: no program", row[0]);
        for p in programs {
            let file = support::root().join(format!("tests/golden/{p}.go"));
            assert!(file.is_file(), "{}: {p} does not exist", row[0]);
        }
    }
}

/// How many rules about defer, panic and recover there are; golden programs and error files are named `bNN_…` after
/// them: statement and evaluation 1–25, return 26–35, panic 36–49, recover 50–64, range over functions 65–70, run-time
/// panics 71–77, what cannot be recovered 78–79, crash output 80–85.
const DEFER_RULES: u32 = 85;

/// Bugs that compilers have had with defer; golden programs are named after them. Those of gc …
const GC_ISSUES: &[u32] = &[
    19466, 29226, 29797, 36786, 43835, 43920, 43921, 43939, 43941, 48898, 61895, 69761, 71675, 73916, 73917,
    73920, 77062,
];
/// … and of others.
const PEERS_ISSUES: &[(&str, &[u32])] = &[
    ("tinygo", &[745, 2331, 2759, 3510, 4571, 5082]),
    ("coraza", &[304]),
    ("participle", &[377]),
    ("llgo", &[1347, 2026, 2034, 2295]),
    ("gopherjs", &[381, 603, 780, 1030, 1083, 1127]),
    ("yaegi", &[1022, 1266]),
    ("gccgo", &[59143]),
];

#[test]
fn each_rule_and_each_known_bug_of_defer_has_a_program() {
    let names: Vec<String> = support::inputs("golden", "go")
        .into_iter()
        .chain(support::inputs("errors", "go"))
        .filter_map(|p| Some(p.file_stem()?.to_str()?.to_string()))
        .collect();
    let missing: Vec<u32> = (1..=DEFER_RULES)
        .filter(|n| !names.iter().any(|name| name.starts_with(&format!("b{n:02}_"))))
        .collect();
    assert!(missing.is_empty(), "no program for rules {missing:?}");
    // `issue1_2_what_it_is`, `peers_project1_2_another3`
    let has = |name: &str, project: &str, number: u32| {
        let mut of = "";
        let rest = name.strip_prefix("peers_").unwrap_or(name);
        rest.split('_').any(|word| {
            let digits = word.trim_start_matches(|c: char| !c.is_ascii_digit());
            of = if word.len() > digits.len() { &word[..word.len() - digits.len()] } else { of };
            digits == number.to_string() && project.ends_with(of)
        })
    };
    let peers =
        PEERS_ISSUES.iter().flat_map(|(project, numbers)| numbers.iter().map(move |n| (*project, *n)));
    let missing: Vec<(&str, u32)> = GC_ISSUES
        .iter()
        .map(|&n| ("issue", n))
        .chain(peers)
        .filter(|&(project, n)| !names.iter().any(|name| has(name, project, n)))
        .collect();
    assert!(missing.is_empty(), "no program for bugs {missing:?}");
}
