//! The line that `GODEBUG=gctrace=1` prints for each collection, in gc's format.
//!
//! ```text
//! gc 3 @0.012s 2%: 0.35+0+0 ms clock, 0.35+0/0/0+0 ms cpu, 4->4->1 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 1 P
//! ```
//!
//! All is done in one stop, which takes the place of gc's first phase; the other two are 0.

use core::fmt::Write;

use crate::print::{self, Stderr};

/// The figures of a collection.
#[derive(Clone, Copy, Debug)]
pub struct Cycle {
    /// Its number.
    pub number: u32,
    /// Nanoseconds from the start of the program to its own.
    pub at: u64,
    /// Its nanoseconds.
    pub pause: u64,
    /// Nanoseconds of all so far.
    pub total: u64,
    /// Bytes in the heap at its start.
    pub before: usize,
    /// Bytes that are live.
    pub live: usize,
    /// The goal that started it.
    pub goal: usize,
    /// Bytes of stacks.
    pub stacks: usize,
    /// Bytes of variables.
    pub globals: usize,
    /// Processors.
    pub procs: i64,
    /// Asked for by the program.
    pub forced: bool,
}

/// Milliseconds as gc writes them: with as many decimals as make two digits, at most three.
struct Millis(u64);

impl core::fmt::Display for Millis {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let micros = self.0 / 1000;
        match micros {
            10_000.. => write!(f, "{}", micros / 1000),
            1000.. => write!(f, "{}.{}", micros / 1000, micros / 100 % 10),
            100.. => write!(f, "0.{:02}", micros / 10),
            0 => f.write_str("0"),
            _ => write!(f, "0.{micros:03}"),
        }
    }
}

/// Prints the line.
pub fn print(c: &Cycle) {
    print::lock();
    let (ms, percent) = (Millis(c.pause), c.total * 100 / (c.at + c.pause).max(1));
    let seconds = c.at / 1_000_000_000;
    let thousandths = c.at / 1_000_000 % 1000;
    let mb = |bytes: usize| bytes >> 20;
    let _ = writeln!(
        Stderr,
        "gc {} @{seconds}.{thousandths:03}s {percent}%: {ms}+0+0 ms clock, {ms}+0/0/0+0 ms cpu, {}->{}->{} MB, \
         {} MB goal, {} MB stacks, {} MB globals, {} P{}",
        c.number,
        mb(c.before),
        mb(c.before),
        mb(c.live),
        mb(c.goal),
        mb(c.stacks),
        mb(c.globals),
        c.procs,
        if c.forced { " (forced)" } else { "" }
    );
    print::unlock();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds() {
        let text = |nanos| format!("{}", Millis(nanos));
        assert_eq!(text(0), "0");
        assert_eq!(text(26_000), "0.026");
        assert_eq!(text(394_000), "0.39");
        assert_eq!(text(2_130_000), "2.1");
        assert_eq!(text(21_300_000), "21");
    }
}
