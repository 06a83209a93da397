//! What the suites share: finding inputs, running the compiler and programs with limits, readable differences.

#![allow(dead_code)]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The compiler under test.
pub const MINI_GO: &str = env!("CARGO_BIN_EXE_mini-go");

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files with the ending below a folder of `tests`, sorted.
pub fn inputs(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    collect(&root().join("tests").join(folder), ending, &mut out);
    out.sort();
    out
}

fn collect(dir: &Path, ending: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display())) {
        let path = entry.expect("a directory entry").path();
        if path.is_dir() {
            collect(&path, ending, out);
        } else if path.extension().is_some_and(|e| e == ending) {
            out.push(path);
        }
    }
}

/// A folder that is removed at the end.
pub struct TempDir(pub PathBuf);

impl TempDir {
    /// A new, empty folder.
    pub fn new(label: &str) -> TempDir {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("mini-go-test-{label}-{}-{n}", std::process::id()));
        fs::create_dir_all(&dir).expect("a temporary folder can be made");
        TempDir(dir)
    }

    /// A file in it.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a temporary file can be written");
        path
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a process did.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit status; `None` if a signal ended it.
    pub status: Option<i32>,
    /// It ran longer than allowed and was killed.
    pub timed_out: bool,
}

/// Runs a command without standard input for at most `limit`.
pub fn run(command: &mut Command, limit: Duration) -> Outcome {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let (mut out, mut err) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
    let out = std::thread::spawn(move || read_all(&mut out));
    let err = std::thread::spawn(move || read_all(&mut err));
    let start = Instant::now();
    let mut outcome = Outcome::default();
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait().expect("waiting for a child") {
            outcome.status = status.code();
            break;
        }
        if start.elapsed() > limit {
            outcome.timed_out = true;
            let _ = child.kill();
            let _ = child.wait();
            break;
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(5));
    }
    outcome.stdout = out.join().expect("reader thread");
    outcome.stderr = err.join().expect("reader thread");
    outcome
}

fn read_all(from: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = from.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Compiles with `mini-go build`.
pub fn build(source: &Path, exe: &Path, flags: &[&str]) -> Outcome {
    let mut c = Command::new(MINI_GO);
    c.arg("build").args(flags).arg("-o").arg(exe).arg(source.file_name().expect("a file"));
    c.current_dir(source.parent().expect("a folder"));
    run(&mut c, Duration::from_secs(60))
}

/// Standard error up to the goroutine traces, without addresses: the same rule as in `tests/golden/regenerate`.
pub fn head_of_stderr(stderr: &str) -> String {
    let mut out = String::new();
    for line in stderr.lines() {
        if line.starts_with("goroutine ") || line.starts_with("runtime stack:") {
            break;
        }
        if line.starts_with("runtime: sp=0x") {
            out.push_str("runtime: sp= stack=[]\n");
            continue;
        }
        let line = match line.find(" pc=0x") {
            Some(at) if line.starts_with("[signal ") => &line[..at],
            _ => line,
        };
        out.push_str(line);
        out.push('\n');
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    if out == "\n" { String::new() } else { out }
}

/// What gc's program did.
pub struct Expected {
    out: String,
    err: String,
    status: i32,
}

impl Expected {
    /// From the files beside a program: `.out`, and where they exist `.err` and `.exit`.
    pub fn read(program: &Path) -> Result<Expected, String> {
        let beside = |ending: &str| fs::read_to_string(program.with_extension(ending)).ok();
        let status = beside("exit").map_or(Ok(0), |s| s.trim().parse::<i32>());
        Ok(Expected {
            out: beside("out").ok_or("there is no .out file: run the script `regenerate`")?,
            err: beside("err").unwrap_or_default(),
            status: status.map_err(|e| format!("bad .exit file: {e}"))?,
        })
    }

    /// What differs.
    pub fn compare(&self, ran: &Outcome) -> Result<(), String> {
        let mut message = String::new();
        if ran.timed_out {
            message.push_str("\n    ran too long");
        }
        if ran.stdout != self.out {
            let lines = diff(&self.out, &ran.stdout);
            message.push_str(&format!("\n    standard output (- gc, + mini-go):\n{lines}"));
        }
        let have = head_of_stderr(&ran.stderr);
        if have != self.err {
            let lines = diff(&self.err, &have);
            message.push_str(&format!("\n    standard error (- gc, + mini-go):\n{lines}"));
        }
        if ran.status != Some(self.status) {
            let (have, want) = (ran.status, self.status);
            message.push_str(&format!("\n    exit status {have:?}, gc's is {want}\n{}", ran.stderr));
        }
        if message.is_empty() { Ok(()) } else { Err(message) }
    }
}

/// The lines that differ, with two lines of context before the first difference.
pub fn diff(want: &str, have: &str) -> String {
    let (w, h): (Vec<_>, Vec<_>) = (want.lines().collect(), have.lines().collect());
    let same = w.iter().zip(&h).take_while(|(a, b)| a == b).count();
    let mut out = String::new();
    for line in &w[same.saturating_sub(2)..same] {
        out.push_str(&format!("      {line}\n"));
    }
    const MOST: usize = 12;
    for line in w[same..].iter().take(MOST) {
        out.push_str(&format!("    - {line}\n"));
    }
    for line in h[same..].iter().take(MOST) {
        out.push_str(&format!("    + {line}\n"));
    }
    if out.is_empty() && want != have {
        out.push_str("    (they differ in line ends only)\n");
    }
    out
}

/// Fails the test with all messages, if there are any.
pub fn report(what: &str, total: usize, failures: Vec<String>) {
    println!("{what}: {} passed, {} failed", total - failures.len(), failures.len());
    assert!(failures.is_empty(), "{} of {total} {what} failed:\n{}", failures.len(), failures.join("\n"));
}
