//! `mini-go trace`: runs a program built with `-d=defertrace` and shows what happened to its deferred calls, one lane a
//! goroutine.

mod event;
mod timeline;

use std::path::Path;
use std::process::Command;

use crate::cli::BuildOptions;
use crate::run::{self, Scratch};

/// Runs the executable, then prints its events; the exit status is 0 if there is a trace, however the program ended.
pub fn run(exe: &Path, args: &[String], scratch: &Scratch, opts: &BuildOptions) -> i32 {
    let file = scratch.file("events.json");
    let end = match run::end_of(Command::new(exe).args(args).env("MINIGO_DEFERTRACE", &file)) {
        Ok(end) => end,
        Err(e) => {
            eprintln!("mini-go: {e}");
            return 1;
        }
    };
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(e) => {
            eprintln!("mini-go: the program has left no trace: {e}");
            return 1;
        }
    };
    if opts.json {
        print!("{text}");
        return 0;
    }
    let events: Vec<event::Event> = text.lines().filter_map(event::Event::parse).collect();
    print!("{}", timeline::render(&events, end.as_deref()));
    0
}
