//! The runtime of compiled Go programs: memory, goroutines, channels, maps, panics.
//!
//! It is linked into every executable in place of a C library. Compiled code calls the entry points listed in
//! [`abi::functions`]; each file here implements one subject and exports its rows. `README.md` beside this crate
//! says which stack code runs on and what it may do there.
//!
//! The crate is `no_std` outside its unit tests. With the feature `entry` it also holds what only an executable
//! needs: `_start`, the `mem*` routines, the exported symbols and the calls into the Go program.
#![cfg_attr(not(test), no_std)]
#![cfg_attr(not(feature = "entry"), allow(dead_code, unused_imports, unused_macros))]

extern crate alloc;

#[cfg(not(all(target_arch = "x86_64", target_os = "linux")))]
compile_error!("the runtime supports x86-64 Linux only");

pub mod alloc_global;
mod atomic;
mod callstack;
mod chan;
mod defer;
pub mod exports;
mod fatal;
mod g;
mod gc;
mod go;
mod hash;
mod hooks;
mod iface;
mod lock;
mod map;
mod mem;
mod memcpy;
mod memstats;
mod note;
mod panic;
mod print;
mod processor;
mod reflect_x86_64;
mod sched;
mod search;
mod select;
mod sema;
mod signal;
mod slice;
mod stack;
#[cfg(feature = "entry")]
mod start;
mod string;
mod switch_x86_64;
mod symtab;
mod sync;
pub mod sys;
mod trace;
mod traceback;
mod types;
mod unwind;
mod utf8;

pub use fatal::fatal_rust_panic;
