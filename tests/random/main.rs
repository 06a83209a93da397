//! Random programs about defer, compared with gc: the same output, standard error up to the traces and with the lines of
//! the stack that the programs print, and exit status,
//! under every lowering of defer statements.
//!
//! A file holds 50 programs, built once by gc and once for each kind; it is made from its number, which is the seed times
//! 10,000 plus its place. Wants gc (`GO`, or `tests/get-gc` finds it), so it runs only where it is asked for:
//! `RANDOM_COUNT=20000 RANDOM_SEED=7 cargo test --release --test random -- --nocapture`. A file that makes a difference
//! is kept and named.

#[path = "../support/mod.rs"]
mod support;

mod program;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;
use support::{Outcome, TempDir};

/// The lowerings compared; `inlined` is what `auto` allows.
const KINDS: &[&str] = &["auto", "heap", "stack", "open"];
/// Programs a file: building with gc takes most of the time.
const BATCH: usize = 50;
/// gc's runtime loses track of a recovery now and then, when the stack has moved meanwhile: no result to compare with.
const GC_FAILS: &str = "\nfatal error: bad recovery\n";
/// Differences shown; then the run stops.
const MOST_SHOWN: usize = 10;

#[test]
fn random_programs_behave_as_with_gc() {
    let setting = |name: &str, default: usize| {
        std::env::var(name).ok().map_or(default, |s| s.parse().expect("a number in the environment"))
    };
    let (count, seed) = (setting("RANDOM_COUNT", 300), setting("RANDOM_SEED", 1));
    let batch = BATCH.min(count);
    let gc = find_gc();
    let dir = TempDir::new("random");
    let failures: Vec<String> = (0..count.div_ceil(batch))
        .into_par_iter()
        .flat_map_iter(|i| compare(&gc, &dir, seed * 10_000 + i, batch))
        .take_any(MOST_SHOWN)
        .collect();
    support::report("random programs", count, failures);
}

fn find_gc() -> PathBuf {
    let found = Command::new(support::root().join("tests/get-gc")).output().expect("tests/get-gc runs");
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    PathBuf::from(String::from_utf8_lossy(&found.stdout).trim())
}

/// Builds one file with gc and, under each kind, with mini-go; compares all programs in it.
fn compare(gc: &Path, dir: &TempDir, number: usize, batch: usize) -> Vec<String> {
    let text = program::file(number as u64, batch);
    let ends = Ends::of(&text);
    let source = dir.file(&format!("r{number}.go"), text);
    let exe = |name: &str| dir.0.join(format!("r{number}.{name}"));
    let truth = exe("gc");
    let mut build = Command::new(gc);
    build.env("GO111MODULE", "on").env("GOWORK", "off").env("GOFLAGS", "").env("GOTOOLCHAIN", "local");
    build.current_dir(&dir.0).args(["build", "-o"]).arg(&truth).arg(&source);
    let built = support::run(&mut build, Duration::from_secs(300));
    assert_eq!(built.status, Some(0), "gc does not build the program: {}", built.stderr);
    // Without argument all programs run, guarded; with its number each may crash.
    let runs: Vec<Option<usize>> = std::iter::once(None).chain((0..batch).map(Some)).collect();
    let wanted: Vec<Outcome> = runs.iter().map(|&r| run(&truth, r)).collect();
    let mut failures = Vec::new();
    for kind in KINDS {
        let ours = exe(kind);
        let built = support::build(&source, &ours, &[&format!("-d=defer={kind}")]);
        if built.status != Some(0) {
            failures.push(format!("{}: build: {}{}", keep(&source), built.stdout, built.stderr));
            continue;
        }
        for (&r, want) in runs.iter().zip(&wanted).filter(|(_, want)| !want.stderr.contains(GC_FAILS)) {
            let have = run(&ours, r);
            let w: String = support::head_of_stderr(&want.stderr).lines().flat_map(|l| [l, "\n"]).collect();
            let h = like(&w, &support::head_of_stderr(&have.stderr), &ends);
            if w != h || want.status != have.status || want.stdout != have.stdout {
                if !is_settled(&truth, r, want) {
                    println!("gc does not agree with itself: {}, {r:?}", source.display());
                    continue;
                }
                let which = r.map_or("all programs".to_string(), |n| format!("program {n}"));
                failures.push(format!(
                    "{} with -d=defer={kind}, {which}: status {:?}, gc's is {:?}\n{}",
                    keep(&source),
                    have.status,
                    want.status,
                    support::diff(&w, &h)
                ));
                break;
            }
        }
        let _ = std::fs::remove_file(ours);
    }
    let _ = std::fs::remove_file(truth);
    failures
}

/// Standard error with what need not be equal made equal. A function that returns because of a recovery stands at its
/// closing brace; so it does with gc if its defer statements have records, else gc names the place of whatever
/// instruction it put last, which may be in a literal that was inlined. Where a program has recovered (`then at`), such
/// places of gc's stand for ours.
fn like(wanted: &str, have: &str, ends: &Ends) -> String {
    let lines = have.lines().zip(wanted.lines().map(Some).chain(std::iter::repeat(None)));
    let line = |(have, wanted): (&str, Option<&str>)| match wanted {
        Some(wanted) if have.starts_with("then at") && ends.agree(&numbers(have), &numbers(wanted)) => {
            wanted.to_string() + "\n"
        }
        _ => have.to_string() + "\n",
    };
    lines.map(line).collect()
}

fn numbers(line: &str) -> Vec<usize> {
    line.split(' ').filter_map(|word| word.parse().ok()).collect()
}

/// Frames that gc may have inlined into each other.
const MOST_INLINED: usize = 6;

/// Where the functions and literals of a generated file begin and end.
struct Ends(Vec<(usize, usize)>);

impl Ends {
    /// The generator indents as gofmt does: a function ends at the first brace that stands as deep as its beginning.
    fn of(source: &str) -> Ends {
        let indent = |line: &str| line.len() - line.trim_start().len();
        let lines: Vec<&str> = source.lines().collect();
        let begins =
            |line: &str| line.ends_with('{') && (line.contains("func(") || line.starts_with("func "));
        let end = |first: usize| {
            let closes = |l: &&str| indent(l) == indent(lines[first]) && l.trim_start().starts_with('}');
            lines[first..].iter().position(closes).map(|n| first + n + 1)
        };
        let functions = (0..lines.len()).filter(|&i| begins(lines[i]));
        Ends(functions.filter_map(|i| Some((i + 1, end(i)?))).collect())
    }

    /// Whether two stacks agree, where ours may have the end of a function for places of gc's in it.
    fn agree(&self, ours: &[usize], theirs: &[usize]) -> bool {
        let (Some((&our, our_rest)), Some((&their, their_rest))) = (ours.split_first(), theirs.split_first())
        else {
            return ours.is_empty() && theirs.is_empty();
        };
        if our == their && self.agree(our_rest, their_rest) {
            return true;
        }
        let ended = self.0.iter().filter(|f| f.1 == our);
        let inside = |line: usize| ended.clone().any(|&(first, end)| first < line && line <= end);
        // Innermost first: what is inlined may be other functions.
        let inlined = 0..theirs.len().min(MOST_INLINED);
        inlined.filter(|&n| inside(theirs[n])).any(|n| self.agree(our_rest, &theirs[n + 1..]))
    }
}

fn run(exe: &Path, program: Option<usize>) -> Outcome {
    let mut command = Command::new(exe);
    command.args(program.map(|n| n.to_string()));
    command.env_remove("GOTRACEBACK").env_remove("GODEBUG");
    support::run(&mut command, Duration::from_secs(20))
}

/// Whether gc's program does the same every time: where its stack has moved, a crash may print the values of panics as
/// they are instead of their texts.
fn is_settled(exe: &Path, program: Option<usize>, first: &Outcome) -> bool {
    (0..10).map(|_| run(exe, program)).all(|again| {
        again.status == first.status
            && support::head_of_stderr(&again.stderr) == support::head_of_stderr(&first.stderr)
    })
}

/// Copies the file to where it outlives the test.
fn keep(source: &Path) -> String {
    let to = std::env::temp_dir().join(source.file_name().expect("a file"));
    match std::fs::copy(source, &to) {
        Ok(_) => to.display().to_string(),
        Err(e) => format!("{}: {e}", source.display()),
    }
}
