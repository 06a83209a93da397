//! What a bug of the compiler looks like to the user: which stage and function were at work, and exit status 3.

use std::cell::RefCell;
use std::panic;

thread_local! {
    static DOING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// While it lives, a crash on this thread names what was being done.
pub struct Doing(());

impl Doing {
    /// Says what is being done, such as `checking package main`.
    pub fn new(what: impl Into<String>) -> Doing {
        DOING.with_borrow_mut(|d| d.push(what.into()));
        Doing(())
    }
}

impl Drop for Doing {
    fn drop(&mut self) {
        DOING.with_borrow_mut(|d| d.pop());
    }
}

/// Installs the hook.
pub fn install() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        eprintln!("mini-go: internal compiler error: {}", message(info));
        DOING.with_borrow(|d| d.iter().rev().for_each(|what| eprintln!("\twhile {what}")));
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            default(info);
        }
    }));
}

fn message(info: &panic::PanicHookInfo<'_>) -> String {
    let text = info
        .payload()
        .downcast_ref::<&str>()
        .map(|s| s.to_string())
        .or_else(|| info.payload().downcast_ref::<String>().cloned())
        .unwrap_or_default();
    match info.location() {
        Some(at) => format!("{text} ({}:{})", at.file(), at.line()),
        None => text,
    }
}

/// The exit status after a bug of the compiler.
pub const EXIT_STATUS: i32 = 3;
