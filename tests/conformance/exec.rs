//! Runs compilers and programs with limits on time, memory and output.

use std::fs;
use std::io::Read;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The most a process may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until it ends.
    pub time: Duration,
    /// Resident memory in bytes.
    pub memory: u64,
}

/// The most output that is read, in bytes: a program that prints for ever is stopped by its pipe.
const MOST_OUTPUT: u64 = 32 << 20;

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// By itself, with this status.
    Status(i32),
    /// By a signal.
    Signal(i32),
    /// It was killed for the time it took.
    TooLong,
    /// It was killed for the memory it took.
    TooLarge,
}

/// A process that ended.
#[derive(Debug)]
pub struct Finished {
    /// How.
    pub ended: Ended,
    /// Standard output.
    pub stdout: Vec<u8>,
    /// Standard output and error, as they were written.
    pub output: String,
}

/// What to keep of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Standard output and error as one text.
    Both,
    /// Standard output apart.
    Stdout,
}

/// Runs a command without standard input.
pub fn run(command: &mut Command, limits: Limits, keep: Keep) -> Finished {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    command.stdin(Stdio::null()).stderr(writer.try_clone().expect("a pipe"));
    command.stdout(match keep {
        Keep::Both => Stdio::from(writer),
        Keep::Stdout => {
            drop(writer);
            Stdio::piped()
        }
    });
    // A group of its own, so that what it starts can be stopped with it.
    let mut child = command.process_group(0).spawn().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    // The parent's ends of the pipe would keep it open.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let stdout = child.stdout.take().map(read_all);
    let output = read_all(reader);
    let ended = wait(&mut child, limits);
    let join = |t: JoinHandle<Vec<u8>>| t.join().expect("a reader thread");
    Finished {
        ended,
        stdout: stdout.map(join).unwrap_or_default(),
        output: String::from_utf8_lossy(&join(output)).into_owned(),
    }
}

fn read_all(from: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = from.take(MOST_OUTPUT).read_to_end(&mut bytes);
        bytes
    })
}

fn wait(child: &mut Child, limits: Limits) -> Ended {
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    let ended = loop {
        if let Some(status) = child.try_wait().expect("waiting for a child") {
            break status.code().map_or_else(|| Ended::Signal(status.signal().unwrap_or(0)), Ended::Status);
        }
        if start.elapsed() > limits.time {
            break Ended::TooLong;
        }
        if resident(child.id()) > limits.memory {
            break Ended::TooLarge;
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    };
    // Also when it ended by itself: what it started may still hold the pipes.
    kill_group(child.id());
    let _ = child.wait();
    ended
}

/// Resident memory of a process in bytes, 0 if it is gone.
fn resident(pid: u32) -> u64 {
    const PAGE: u64 = 4096;
    let text = fs::read_to_string(format!("/proc/{pid}/statm")).unwrap_or_default();
    text.split(' ').nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) * PAGE
}

fn kill_group(leader: u32) {
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{leader}")]).stderr(Stdio::null()).status();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, time: u64) -> Finished {
        let limits = Limits { time: Duration::from_millis(time), memory: 200 << 20 };
        run(Command::new("sh").args(["-c", script]), limits, Keep::Both)
    }

    #[test]
    fn both_streams_are_kept_in_order() {
        let ran = shell("echo a; echo b >&2; echo c; exit 3", 5000);
        assert_eq!((ran.ended, ran.output.as_str()), (Ended::Status(3), "a\nb\nc\n"));
    }

    #[test]
    fn standard_output_apart() {
        let limits = Limits { time: Duration::from_secs(5), memory: 200 << 20 };
        let ran = run(Command::new("sh").args(["-c", "echo a; echo b >&2"]), limits, Keep::Stdout);
        assert_eq!((ran.stdout.as_slice(), ran.output.as_str()), (&b"a\n"[..], "b\n"));
    }

    #[test]
    fn limits_hold() {
        assert_eq!(shell("kill -ABRT $$", 5000).ended, Ended::Signal(6));
        let start = Instant::now();
        assert_eq!(shell("sleep 20 & wait", 50).ended, Ended::TooLong);
        assert!(start.elapsed() < Duration::from_secs(10), "a child of the killed process was waited for");
        let large =
            shell("head -c 400000000 /dev/zero | tail -c 400000000 | wc -c & exec tail /dev/zero", 30_000);
        assert_eq!(large.ended, Ended::TooLarge);
    }
}
