//! Modules of many packages: every folder below `tests/modules` with a file `want.out` is a command, built as a package of
//! its module and run; its output must be gc's, with each lowering of defer statements.
//!
//! Beside `want.out` (standard output) stand, where they are not empty or zero, `want.err` (standard error up to the goroutine
//! traces) and `want.exit` (exit status). `tests/modules/regenerate` makes them with gc, never with mini-go.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;
use support::{Expected, TempDir};

const SETTINGS: &[&[&str]] =
    &[&[], &["-d=defer=heap"], &["-d=defer=stack"], &["-d=defer=open"], &["-d=verify", "-a", "-p", "1"]];

fn commands() -> Vec<PathBuf> {
    let wants = support::inputs("modules", "out");
    let dirs: Vec<PathBuf> = wants.iter().filter_map(|w| w.parent()).map(Path::to_path_buf).collect();
    assert!(!dirs.is_empty());
    dirs
}

fn build(dir: &Path, exe: &Path, flags: &[&str]) -> Result<(), String> {
    let mut command = Command::new(support::MINI_GO);
    command.arg("build").args(flags).arg("-o").arg(exe).arg(".").current_dir(dir);
    let built = support::run(&mut command, Duration::from_secs(120));
    if built.status == Some(0) {
        return Ok(());
    }
    Err(format!("build: status {:?}\n{}{}", built.status, built.stdout, built.stderr))
}

#[test]
fn commands_print_what_gc_prints() {
    let tmp = TempDir::new("modules");
    let runs: Vec<_> =
        commands().into_iter().flat_map(|d| SETTINGS.iter().map(move |s| (d.clone(), s))).collect();
    let failures: Vec<String> = runs
        .par_iter()
        .enumerate()
        .filter_map(|(i, (dir, flags))| {
            let exe = tmp.0.join(format!("prog{i}"));
            let result = build(dir, &exe, flags).and_then(|()| {
                let ran = support::run(&mut Command::new(&exe), Duration::from_secs(60));
                Expected::read(&dir.join("want.go"))?.compare(&ran)
            });
            let name = dir.strip_prefix(support::root()).unwrap_or(dir).display();
            result.err().map(|e| format!("  {name} {flags:?}: {e}"))
        })
        .collect();
    support::report("commands of modules", runs.len(), failures);
}

#[test]
fn executables_do_not_depend_on_threads() {
    let tmp = TempDir::new("modules-threads");
    for dir in commands() {
        let made: Vec<Vec<u8>> = ["1", "2"]
            .iter()
            .map(|threads| {
                let exe = tmp.0.join(threads);
                build(&dir, &exe, &["-a", "-p", threads]).expect("a build");
                fs::read(exe).expect("an executable")
            })
            .collect();
        assert!(made[0] == made[1], "{}: one thread and two", dir.display());
    }
}

/// What the modules are there for: many packages, much code.
#[test]
fn modules_are_large() {
    let files = support::inputs("modules", "go");
    let mut packages: Vec<_> = files.iter().filter_map(|f| f.parent()).collect();
    packages.dedup();
    let lines: usize = files.iter().map(|f| fs::read_to_string(f).map_or(0, |t| t.lines().count())).sum();
    assert!(packages.len() >= 15 && lines >= 3000, "{} packages, {lines} lines", packages.len());
}
