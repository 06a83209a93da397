//! Several packages: every file below `tests/packages` is a module with commands, and what gc's go command prints for them.
//!
//! ```text
//! -- go.mod --
//! module m
//! -- main.go --
//! package main
//! -- $ build ./... --
//! # m
//! …
//! exit 1
//! ```
//!
//! Standard output and error of a command stand one after the other; the module's directory is written `$DIR`. With
//! `REGENERATE=<go command>` the results are written anew from that command, never from mini-go. `PACKAGES=substring` limits the
//! run to matching files.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rayon::prelude::*;
use support::TempDir;

/// A part of an archive.
struct Part {
    /// The name of a file, or `$ ` and a command.
    name: String,
    text: String,
}

fn parts(text: &str) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("-- ").and_then(|l| l.strip_suffix(" --")) {
            Some(name) => out.push(Part { name: name.to_string(), text: String::new() }),
            None => {
                let part = out.last_mut().expect("an archive begins with a name");
                part.text.push_str(line);
                part.text.push('\n');
            }
        }
    }
    out
}

/// What a command prints, and its exit status if that is not 0.
fn run(compiler: &str, args: &str, dir: &Path) -> String {
    let mut command = Command::new(compiler);
    // `cd sub; command` runs in a folder of the module.
    let (cwd, args) = match args.strip_prefix("cd ").and_then(|rest| rest.split_once("; ")) {
        Some((sub, args)) => (dir.join(sub), args),
        None => (dir.to_path_buf(), args),
    };
    command.args(args.split(' ').filter(|a| !a.is_empty())).current_dir(&cwd);
    command.env("PWD", &cwd).env("GOFLAGS", "").env("GOPROXY", "off").env("GO111MODULE", "on");
    let ran = support::run(&mut command, Duration::from_secs(120));
    let mut out = String::new();
    for line in (ran.stdout + &ran.stderr).lines() {
        if line.starts_with("goroutine ") {
            break;
        }
        // gc says where its own sources lie.
        let line = match line.find(" (/").filter(|_| line.ends_with(')') && line.contains(" is not in std")) {
            Some(at) => &line[..at],
            None => line,
        };
        let line = match line.find(" pc=0x") {
            Some(at) if line.starts_with("[signal ") => &line[..at],
            _ => line,
        };
        out.push_str(&line.replace(&*dir.to_string_lossy(), "$DIR"));
        out.push('\n');
    }
    if ran.status != Some(0) {
        let status = ran.status.map_or_else(|| "none".to_string(), |s| s.to_string());
        out.push_str(&format!("exit {status}\n"));
    }
    out
}

/// Writes the files, runs the commands; the archive as it should be.
fn actual(compiler: &str, parts: &[Part]) -> String {
    let dir = TempDir::new("packages");
    let root: PathBuf = dir.0.canonicalize().expect("a temporary folder");
    let mut out = String::new();
    for part in parts {
        out.push_str(&format!("-- {} --\n", part.name));
        match part.name.strip_prefix("$ ") {
            Some(command) => out.push_str(&run(compiler, command, &root)),
            None => {
                out.push_str(&part.text);
                let path = root.join(&part.name);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
                fs::write(path, &part.text).expect("a file can be written");
            }
        }
    }
    out
}

#[test]
fn modules() {
    let filter = std::env::var("PACKAGES").unwrap_or_default();
    let files: Vec<_> = support::inputs("packages", "txt")
        .into_iter()
        .filter(|p| p.to_string_lossy().contains(&filter))
        .collect();
    assert!(!files.is_empty(), "no file matches {filter:?}");
    let reference = std::env::var("REGENERATE").ok();
    let failures: Vec<String> = files
        .par_iter()
        .filter_map(|file| {
            let text = fs::read_to_string(file).expect("a readable file");
            let compiler = reference.as_deref().unwrap_or(support::MINI_GO);
            let actual = actual(compiler, &parts(&text));
            if reference.is_some() {
                fs::write(file, actual).expect("a writable file");
                return None;
            }
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            (actual != text)
                .then(|| format!("  {name} (- gc, + mini-go):\n{}", support::diff(&text, &actual)))
        })
        .collect();
    support::report("modules", files.len(), failures);
}

/// Building a module of several packages twice, with one thread and with two, gives the same bytes.
#[test]
fn executables_do_not_depend_on_threads() {
    let text = fs::read_to_string(support::root().join("tests/packages/init.txt")).expect("a module");
    let dir = TempDir::new("threads");
    for part in parts(&text).iter().filter(|p| !p.name.starts_with("$ ")) {
        let path = dir.0.join(&part.name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, &part.text).expect("a file can be written");
    }
    let build = |threads: &str, name: &str| {
        let mut command = Command::new(support::MINI_GO);
        command.args(["build", "-p", threads, "-o", name, "."]).current_dir(&dir.0);
        let ran = support::run(&mut command, Duration::from_secs(120));
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        fs::read(dir.0.join(name)).expect("an executable")
    };
    let first = build("1", "first");
    assert!(first == build("2", "second"), "one thread and two");
    assert!(first == build("2", "third"), "twice");
}
