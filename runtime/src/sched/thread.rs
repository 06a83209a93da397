//! Making threads. They are never ended: what is not needed sleeps.

use alloc::boxed::Box;
use core::ptr::null_mut;
use core::sync::atomic::Ordering::SeqCst;

use super::proc::{self, P};
use crate::g::{M, fast_random, getm};
use crate::stack::Stack;
use crate::{fatal, signal, sys};

/// Bytes of a system stack, and of the guard below it.
const STACK: usize = 256 << 10;
const GUARD: usize = 4096;

/// A descriptor with a stack of its own.
fn new_thread() -> *mut M {
    let Some(memory) = sys::map(0, STACK + GUARD) else { fatal::throw(b"out of memory (thread stacks)") };
    // SAFETY: fresh memory.
    unsafe { sys::protect(memory, GUARD) };
    let (lo, hi) = (memory as usize + GUARD, memory as usize + GUARD + STACK);
    let m = Box::into_raw(Box::new(M::new()));
    // SAFETY: just made.
    unsafe {
        (*m).this = m;
        (*m).system_sp = hi;
        (*m).system_stack = Stack { lo, hi };
        (*m).rng = fast_random();
    }
    m
}

/// # Safety
/// `m` must be new.
unsafe fn run_on(m: *mut M, entry: extern "C" fn(*mut u8) -> !) {
    // SAFETY: its stack is unused.
    let result = unsafe { sys::clone_thread((*m).system_stack.hi, entry, m.cast()) };
    if result < 0 {
        fatal::throw(b"failed to create new OS thread");
    }
}

/// Starts a thread with a processor that nobody has.
pub fn spawn(p: *mut P, spinning: bool) {
    let m = new_thread();
    // SAFETY: just made.
    unsafe {
        (*m).next_p.store(p, SeqCst);
        (*m).spinning = spinning;
        run_on(m, begin);
    }
}

extern "C" fn begin(_: *mut u8) -> ! {
    signal::install_stack();
    let m = getm();
    // SAFETY: this thread's descriptor; whoever made it gave it a processor.
    unsafe {
        (*m).id.store(sys::thread_id(), SeqCst);
        proc::acquire((*m).next_p.swap(null_mut(), SeqCst));
    }
    super::run()
}

/// Starts a thread that has no processor and runs no goroutines.
pub fn spawn_helper(entry: extern "C" fn(*mut u8) -> !) {
    // SAFETY: just made.
    unsafe { run_on(new_thread(), entry) };
}
