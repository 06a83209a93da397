//! Huge pages: for large sources only. A small compile touches little of each, but the kernel clears all of it, which is a
//! tenth of the time of hello world; 100,000 lines are a quarter slower without.

use std::sync::atomic::{AtomicUsize, Ordering};

use rustix::thread::disable_transparent_huge_pages;

/// Bytes of sources from which huge pages pay.
const LARGE: usize = 256 << 10;

static SOURCES: AtomicUsize = AtomicUsize::new(0);

/// Starts without them. Where the kernel does not know the setting, its own choice stays.
pub fn small() {
    let _ = disable_transparent_huge_pages(true);
}

/// Takes note of a source file.
pub fn add_source(bytes: usize) {
    let before = SOURCES.fetch_add(bytes, Ordering::Relaxed);
    if before < LARGE && before + bytes >= LARGE {
        restore();
    }
}

/// With them again: programs that are started inherit the setting.
pub fn restore() {
    let _ = disable_transparent_huge_pages(false);
}
