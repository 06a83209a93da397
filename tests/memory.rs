//! Memory over time: a program that keeps nothing does not grow, and one that keeps everything ends as with gc.
//!
//! `CHURN_SECONDS=600 cargo test --release --test memory` takes the long way.

mod support;

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use support::TempDir;

fn build(dir: &TempDir, name: &str) -> std::path::PathBuf {
    let exe = dir.0.join(name);
    let built =
        support::build(&support::root().join("tests/memory").join(name).with_extension("go"), &exe, &[]);
    assert_eq!(built.status, Some(0), "{}", built.stderr);
    exe
}

/// Resident bytes of a process.
fn resident(id: u32) -> Option<u64> {
    let statm = fs::read_to_string(format!("/proc/{id}/statm")).ok()?;
    Some(statm.split(' ').nth(1)?.parse::<u64>().ok()? * 4096)
}

#[test]
fn churn_leaves_memory_flat() {
    let seconds: u64 = std::env::var("CHURN_SECONDS").map_or(10, |s| s.parse().expect("a number"));
    let dir = TempDir::new("memory");
    let exe = build(&dir, "churn");
    let mut child = Command::new(exe)
        .arg(seconds.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let start = Instant::now();
    let mut sizes = Vec::new();
    while child.try_wait().expect("a child").is_none() {
        sizes.extend(resident(child.id()).map(|bytes| (start.elapsed(), bytes)));
        assert!(start.elapsed() < Duration::from_secs(seconds + 60), "it hangs");
        sleep(Duration::from_millis(50));
    }
    let output = child.wait_with_output().expect("its output");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "true 1\n");
    // After the first fifth it has its size; from then on the second half is like the first.
    let whole = Duration::from_secs(seconds);
    let most = |from: Duration, to: Duration| {
        sizes.iter().filter(|(at, _)| *at >= from && *at < to).map(|s| s.1).max().expect("a sample")
    };
    let (early, late) = (most(whole / 5, whole * 3 / 5), most(whole * 3 / 5, whole));
    println!("{early} bytes at most, later {late}");
    assert!(late <= early + early / 8 + (2 << 20), "grew from {early} to {late} bytes");
}

/// gc's text up to the number of bytes in use.
#[test]
fn out_of_memory() {
    let dir = TempDir::new("memory");
    for (name, block) in [("large", 16 << 20), ("small", 4 << 20)] {
        let exe = build(&dir, name);
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -v 1000000; exec \"$0\""]).arg(exe);
        let ran = support::run(&mut command, Duration::from_secs(120));
        let mut lines = ran.stderr.lines();
        let first = lines.next().unwrap_or_default();
        let in_use = first
            .strip_prefix(&format!("runtime: out of memory: cannot allocate {block}-byte block ("))
            .and_then(|rest| rest.strip_suffix(" in use)"));
        assert!(in_use.is_some_and(|n| n.parse::<u64>().is_ok()), "{first}");
        assert_eq!(lines.next(), Some("fatal error: out of memory"));
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), "start\n"));
    }
}
