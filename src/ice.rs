//! What a bug of the compiler looks like to the user: which stage and function were at work, and exit status 3.

use std::cell::RefCell;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

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
        // Others that follow, of other threads, say no more than the first.
        static IS_TOLD: AtomicBool = AtomicBool::new(false);
        if IS_TOLD.swap(true, Ordering::Relaxed) {
            return;
        }
        eprintln!("mini-go: internal compiler error: {}", message(info));
        DOING.with_borrow(|d| d.iter().rev().for_each(|what| eprintln!("\twhile {what}")));
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|v| v != "0") {
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
