//! The runtime as a static library: what only a final crate may define (allocator, panic handler) and nothing else.
//! The entry points themselves are exported by the crate `runtime` under its feature `entry`.
#![no_std]

use core::panic::PanicInfo;

use runtime::alloc_global::RustHeap;

/// Memory for the runtime's own Rust collections; Go objects come from the collected heap.
#[global_allocator]
static HEAP: RustHeap = RustHeap::new();

/// A Rust panic here is a bug of the runtime: said on stderr, then the process ends.
#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    runtime::fatal_rust_panic(info)
}

/// Landing pads in the prebuilt `core` and `alloc` name this symbol. Panics abort, so nothing ever calls it.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {
    unreachable!("personality routine of a program that does not unwind")
}

/// As `rust_eh_personality`: named by code that cannot run.
#[unsafe(no_mangle)]
extern "C" fn _Unwind_Resume() -> ! {
    unreachable!("unwinding in a program that does not unwind")
}
