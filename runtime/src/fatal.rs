//! Errors that end the program: fatal errors of the runtime, of the program, and bugs found in the runtime itself.
//!
//! No deferred call runs. `throw` is for conditions of the runtime (all goroutines are shown), `fatal` for errors of
//! the program (only the current one). Texts and exit status 2 are gc's.

use core::fmt::Write;
use core::panic::PanicInfo;
use core::ptr::null_mut;
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::SeqCst;

use crate::g::{G, M, getg, getm};
use crate::print::Stderr;
use crate::sched::world;
use crate::traceback::{self, level};
use crate::unwind::Frame;
use crate::{panic, print, sys};

/// SIGABRT
const ABORT: u32 = 6;

/// This function's caller as a frame to start a trace from.
#[inline(always)]
pub fn here() -> Frame {
    let fp: usize;
    let pc: usize;
    // SAFETY: reads two registers.
    unsafe {
        core::arch::asm!("mov {}, rbp", "lea {}, [rip]", out(reg) fp, out(reg) pc, options(nomem, nostack));
    }
    Frame { pc, fp }
}

/// Ends the program, as a crash if GOTRACEBACK says so.
fn leave() -> ! {
    print::flush();
    if level().crash {
        let action = sys::SigAction { handler: 0, flags: 0x0400_0000, restorer: 0, mask: 0 };
        // SAFETY: the default action.
        unsafe { sys::sigaction(ABORT, &action) };
        // Any thread may take the signal: this one lets it, and waits.
        sys::set_signal_mask(0);
        sys::kill_self(ABORT);
        sys::sleep_for(1_000_000_000);
    }
    sys::exit(2)
}

/// The thread that ends the program.
static DYING: AtomicPtr<M> = AtomicPtr::new(null_mut());

/// Guards against errors while an error is being printed. Only one thread gets further; the others stand still.
fn begin() {
    let m = getm();
    if let Err(first) = DYING.compare_exchange(null_mut(), m, SeqCst, SeqCst)
        && first != m
    {
        loop {
            sys::sleep_for(1_000_000_000);
        }
    }
    // SAFETY: this thread's own M.
    let dying = unsafe { &mut (*m).dying };
    *dying += 1;
    match *dying {
        1 => {}
        2 => {
            let _ = Stderr.write_str("panic during panic\n");
            leave()
        }
        _ => sys::exit(4),
    }
}

/// Prints the line about a signal, if there was one, and the traces, and ends the program.
pub fn die(g: *const G, start: Option<Frame>, all: bool) -> ! {
    begin();
    let level = level();
    if level.detail > 0 && (all || level.all) {
        world::freeze();
    }
    let out = &mut Stderr;
    print::lock();
    // SAFETY: null or a live descriptor.
    let current = unsafe { g.as_ref() };
    if let Some(g) = current
        && g.fault.number != 0
    {
        let f = g.fault;
        let name = crate::signal::name(f.number);
        let _ = writeln!(out, "[signal {name} code={:#x} addr={:#x} pc={:#x}]", f.code, f.addr, f.pc);
    }
    if level.detail > 0 {
        // SAFETY: the current goroutine runs this very code; of the others those that stand still are shown.
        unsafe {
            if let Some(g) = current {
                let _ = out.write_str("\n");
                let _ = traceback::goroutine(out, g, start);
            }
            if all || level.all {
                let _ = traceback::others(out, g);
            }
        }
    }
    print::unlock();
    leave()
}

/// `fatal error: text`, an error of the runtime: all goroutines are shown.
#[inline(never)]
pub fn throw(text: &[u8]) -> ! {
    throw_at(text, here())
}

/// The same with the frame where the trace begins.
pub fn throw_at(text: &[u8], start: Frame) -> ! {
    print::flush();
    print_text(text);
    die(getg(), Some(start), true)
}

/// `fatal error: text`, an error of the program. Panics in flight are shown first.
#[inline(never)]
pub fn fatal(text: &[u8]) -> ! {
    let g = getg();
    print::flush();
    if !g.is_null() {
        panic::print_before_fatal(g);
    }
    print_text(text);
    die(g, Some(here()), g.is_null())
}

fn print_text(text: &[u8]) {
    print::lock();
    print::write(b"fatal error: ");
    // As with panic values, lines after the first are indented.
    for (i, line) in text.split(|&b| b == b'\n').enumerate() {
        if i > 0 {
            print::write(b"\n\t");
        }
        print::write(line);
    }
    print::write(b"\n");
    print::unlock();
}

/// Ends the program after a Rust panic in the runtime, which is always a bug of the runtime.
pub fn fatal_rust_panic(info: &PanicInfo<'_>) -> ! {
    print::flush();
    let _ = writeln!(Stderr, "fatal error: runtime: {info}");
    die(getg(), Some(here()), true)
}
