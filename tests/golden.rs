//! The golden suite: every program below `tests/golden` is compiled and run; its output must be gc's.
//!
//! Beside `name.go` stand `name.out` (standard output), and where they are not empty or zero `name.err` (standard error up
//! to the goroutine traces) and `name.exit` (exit status). `tests/golden/regenerate` makes them with gc, never with
//! mini-go. `name.args` holds arguments for the program.
//!
//! `GOLDEN=substring` limits the run to matching paths.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;
use support::{Outcome, TempDir};

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

/// A collection at every allocation, freed memory filled and checked, the heap verified: the same output, only slower.
/// A part of the programs, the whole suite with `GOLDEN_GC_STRESS=all`.
#[test]
fn golden_gc_stress() {
    let all = std::env::var("GOLDEN_GC_STRESS").is_ok_and(|v| v == "all");
    let environment = [("MINIGO_GCSTRESS", "1"), ("MINIGO_GCPOISON", "1"), ("MINIGO_GCVERIFY", "1")];
    run_suite(
        "golden programs with a collection at every allocation",
        &[],
        &environment,
        if all { 1 } else { 6 },
    );
}

fn suite(what: &str, flags: &[&str]) {
    run_suite(what, flags, &[], 1);
}

/// Builds and runs every `nth` program.
fn run_suite(what: &str, flags: &[&str], environment: &[(&str, &str)], nth: usize) {
    let filter = std::env::var("GOLDEN").unwrap_or_default();
    let programs: Vec<_> = support::inputs("golden", "go")
        .into_iter()
        .filter(|p| p.to_string_lossy().contains(&filter))
        .step_by(nth)
        .collect();
    assert!(!programs.is_empty(), "no golden program matches {filter:?}");
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

fn one(program: &Path, exe: &Path, flags: &[&str], environment: &[(&str, &str)]) -> Result<(), String> {
    let built = support::build(program, exe, flags);
    if built.status != Some(0) {
        return Err(format!("build: status {:?}\n{}{}", built.status, built.stdout, built.stderr));
    }
    let beside = |ending: &str| fs::read_to_string(program.with_extension(ending)).ok();
    let mut command = Command::new(exe);
    command.args(beside("args").unwrap_or_default().split_whitespace());
    command.envs(environment.iter().copied());
    let ran = support::run(&mut command, Duration::from_secs(60));
    let _ = fs::remove_file(exe);
    compare(
        &ran,
        &beside("out").ok_or("there is no .out file: run tests/golden/regenerate")?,
        &beside("err").unwrap_or_default(),
        beside("exit")
            .map_or(Ok(0), |s| s.trim().parse::<i32>())
            .map_err(|e| format!("bad .exit file: {e}"))?,
    )
}

fn compare(ran: &Outcome, out: &str, err: &str, status: i32) -> Result<(), String> {
    let mut message = String::new();
    if ran.timed_out {
        message.push_str("\n    ran too long");
    }
    if ran.stdout != out {
        message.push_str(&format!(
            "\n    standard output (- gc, + mini-go):\n{}",
            support::diff(out, &ran.stdout)
        ));
    }
    let have = support::head_of_stderr(&ran.stderr);
    if have != err {
        message.push_str(&format!("\n    standard error (- gc, + mini-go):\n{}", support::diff(err, &have)));
    }
    if ran.status != Some(status) {
        message.push_str(&format!("\n    exit status {:?}, gc's is {status}\n{}", ran.status, ran.stderr));
    }
    if message.is_empty() { Ok(()) } else { Err(message) }
}
