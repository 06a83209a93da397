//! `mini-go run`: runs an executable and reports its end as the go command does.

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages::describe;

/// A folder for the executable, removed at the end.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    ///
    /// # Errors
    /// A message.
    pub fn new() -> Result<Scratch, String> {
        let dir = std::env::temp_dir().join(format!("mini-go-run-{}", std::process::id()));
        std::fs::create_dir_all(&dir).map_err(|e| format!("mkdir {}: {}", dir.display(), describe(&e)))?;
        Ok(Scratch(dir))
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the program; the status of its end in the go command's words, `None` for success.
///
/// # Errors
/// Why it could not be started.
pub fn end_of(command: &mut Command) -> Result<Option<String>, String> {
    let status = command.status();
    let status = status.map_err(|e| format!("{}: {}", command.get_program().display(), describe(&e)))?;
    Ok(match (status.code(), status.signal()) {
        (Some(0), _) => None,
        (Some(code), _) => Some(format!("exit status {code}")),
        (None, signal) => Some(format!("signal: {}", signal_name(signal.unwrap_or(0)))),
    })
}

/// Runs the program; the exit status of `run` itself is 1 if the program's is not 0.
pub fn run(exe: &Path, args: &[String]) -> i32 {
    match end_of(Command::new(exe).args(args)) {
        Ok(None) => 0,
        Ok(Some(end)) => {
            eprintln!("{end}");
            1
        }
        Err(e) => {
            eprintln!("mini-go: {e}");
            1
        }
    }
}

/// Signals as Go's `syscall.Signal.String` names them.
fn signal_name(n: i32) -> String {
    match n {
        1 => "hangup".into(),
        2 => "interrupt".into(),
        3 => "quit".into(),
        4 => "illegal instruction".into(),
        6 => "aborted".into(),
        7 => "bus error".into(),
        8 => "floating point exception".into(),
        9 => "killed".into(),
        11 => "segmentation fault".into(),
        13 => "broken pipe".into(),
        15 => "terminated".into(),
        n => format!("signal {n}"),
    }
}
