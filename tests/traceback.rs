//! Crash output with its stack traces: what mini-go prints of the programs in `tests/traceback` is what gc prints.
//!
//! `name.want` holds gc's output at each level of GOTRACEBACK, without what no two compilers have in common: addresses,
//! offsets, arguments, the numbers of goroutines but main's, frames of the runtime and its goroutines. `GO=$(tests/get-gc) TRACEBACK_REGENERATE=1 cargo test
//! --test traceback` makes the files anew with gc, never with mini-go.

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use support::TempDir;

/// All levels; the first stands for an empty environment.
const LEVELS: [&str; 7] = ["", "none", "single", "all", "system", "crash", "1"];

#[test]
fn traces_are_those_of_gc() {
    let regenerate = std::env::var_os("TRACEBACK_REGENERATE").is_some();
    let filter = std::env::var("TRACEBACK").unwrap_or_default();
    let programs: Vec<_> = support::inputs("traceback", "go")
        .into_iter()
        .filter(|p| p.to_string_lossy().contains(&filter))
        .collect();
    let dir = TempDir::new("traceback");
    let mut failures = Vec::new();
    for source in &programs {
        let wanted = source.with_extension("want");
        let exe = dir.0.join("program");
        if regenerate {
            let go = std::env::var_os("GO").expect("GO names gc's go command");
            let mut build = Command::new(go);
            build
                .env("GO111MODULE", "on")
                .env("GOWORK", "off")
                .env("GOFLAGS", "")
                .env("GOTOOLCHAIN", "local");
            build
                .current_dir(source.parent().expect("a folder"))
                .arg("build")
                .arg("-o")
                .arg(&exe)
                .arg(source);
            let built = support::run(&mut build, Duration::from_secs(120));
            assert_eq!(built.status, Some(0), "{}", built.stderr);
            fs::write(&wanted, traces(&exe)).expect("a file can be written");
            continue;
        }
        let want = fs::read_to_string(&wanted).unwrap_or_default();
        for kind in ["auto", "heap", "stack", "open"] {
            let built = support::build(source, &exe, &[&format!("-d=defer={kind}")]);
            assert_eq!(built.status, Some(0), "{}", built.stderr);
            let have = traces(&exe);
            if want != have {
                let diff = support::diff(&want, &have);
                failures.push(format!("{} with -d=defer={kind}:\n{diff}", source.display()));
            }
        }
    }
    support::report("traces", programs.len() * 4, failures);
}

/// What a program prints at each level.
fn traces(exe: &Path) -> String {
    let mut out = String::new();
    for level in LEVELS {
        let mut command = Command::new(exe);
        command.env_remove("GODEBUG").env_remove("GOTRACEBACK");
        if !level.is_empty() {
            command.env("GOTRACEBACK", level);
        }
        let ran = support::run(&mut command, Duration::from_secs(30));
        let status = ran.status.map_or("killed by a signal".to_string(), |s| format!("exit status {s}"));
        let _ = write!(out, "GOTRACEBACK={level}\n{}{status}\n\n", common(&ran.stderr));
    }
    out
}

/// The lines of a crash that all compilers have in common.
fn common(stderr: &str) -> String {
    let mut out = String::new();
    // gc's threads may report the signal of GOTRACEBACK=crash as well.
    let mine = stderr.split("\n-----\n").next().unwrap_or_default();
    let (traces, heads): (Vec<&str>, Vec<&str>) =
        mine.trim_end().split("\n\n").partition(|part| part.starts_with("goroutine "));
    out.push_str(&support::head_of_stderr(heads.first().unwrap_or(&"")));
    // The first is the one that crashed; the order of the others has no meaning.
    let mut traces: Vec<String> = traces.into_iter().map(trace).filter(|t| !t.is_empty()).collect();
    if let Some((_, others)) = traces.split_first_mut() {
        others.sort();
    }
    traces.iter().for_each(|t| out.extend(["\n", t]));
    out
}

/// gc's threads take numbers for goroutines in batches.
fn one_or_n(number: &str) -> &str {
    if number == "1" { number } else { "N" }
}

/// A goroutine, empty if it has no frame of the program.
fn trace(part: &str) -> String {
    let mut lines = part.lines();
    let mut out = match lines.next().and_then(|l| Some((l.split(' ').nth(1)?, l.split_once('[')?.1))) {
        Some((number, state)) => format!("goroutine {} [{state}\n", one_or_n(number)),
        None => return String::new(),
    };
    let mut users = false;
    while let Some(function) = lines.next() {
        if function.starts_with("...") {
            out.push_str("… frames elided …\n");
            continue;
        }
        let place = lines.next().unwrap_or_default().trim();
        let user = function.contains("main.");
        users |= user;
        let name = match function.rsplit_once(" in goroutine ") {
            Some((created, number)) => format!("{created} in goroutine {}", one_or_n(number)),
            None => function.rsplit_once('(').map_or(function, |(name, _)| name).to_string(),
        };
        let line = if user {
            let place = place.split(' ').next().unwrap_or_default();
            let place = place.rsplit('/').next().unwrap_or_default();
            format!("{name} {place}\n")
        } else if name == "panic" {
            "panic\n".to_string()
        } else {
            continue;
        };
        // How many frames are elided depends on those of the runtime.
        if !out.ends_with(&line) {
            out.push_str(&line);
        }
    }
    if users { out } else { String::new() }
}
