//! Errors of the runtime itself.

use core::fmt::Write;
use core::panic::PanicInfo;

use crate::{print, sys};

/// Ends the program after a Rust panic in the runtime, which is always a bug of the runtime.
pub fn fatal_rust_panic(info: &PanicInfo<'_>) -> ! {
    print::flush();
    let _ = write!(print::Stderr, "fatal error: runtime: {info}\n");
    sys::exit(2)
}
