//! Goroutine traces in gc's format, and the environment variable GOTRACEBACK.
//!
//! ```text
//! goroutine 7 [chan receive]:
//! main.worker(...)
//!     /dir/prog.go:12 +0x2a
//! created by main.main in goroutine 1
//!     /dir/prog.go:20 +0x44
//! ```
//!
//! Functions of the runtime are left out, and wrappers unless a panic begins in them. Of more than 100 frames the first and the last 50 are shown.
//! Nothing is allocated.

use core::fmt::{self, Write};
use core::sync::atomic::Ordering::SeqCst;

use crate::callstack::{Entries, Entry, FRAME_WORDS};
use crate::g::{G, GState, Racy, WaitReason, getm};
use crate::panic::Panic;
use crate::switch_x86_64::{SWITCH_WORDS, entry_not_called};
use crate::symtab::is_user_visible;
use crate::unwind::{Frame, Walk};
use crate::{go, sched, sys};

/// Frames shown at either end of a long trace.
const SHOWN: usize = 50;

/// What GOTRACEBACK asks for.
#[derive(Clone, Copy)]
pub struct Level {
    /// 0 no traces, 1 user frames, 2 runtime frames as well.
    pub detail: u32,
    /// All goroutines.
    pub all: bool,
    /// Abort instead of exiting.
    pub crash: bool,
}

static LEVEL: Racy<Level> = Racy::new(Level { detail: 1, all: false, crash: false });

/// The level in force.
pub fn level() -> Level {
    // SAFETY: written once at start.
    unsafe { *LEVEL.get() }
}

/// Sets the level from GOTRACEBACK's value.
pub fn set_level(value: &[u8]) {
    // SAFETY: single thread at start.
    unsafe { *LEVEL.get() = parse_level(value) };
}

/// `runtime/debug.SetTraceback`: not less than what the environment asks for.
fn raise_level(value: &[u8]) {
    static FROM_ENVIRONMENT: Racy<Option<Level>> = Racy::new(None);
    // SAFETY: whoever crashes meanwhile prints as much as one of the two levels says.
    unsafe {
        let least = *(*FROM_ENVIRONMENT.get()).get_or_insert(level());
        let wanted = parse_level(value);
        *LEVEL.get() = Level {
            detail: wanted.detail | least.detail,
            all: wanted.all || least.all,
            crash: wanted.crash || least.crash,
        };
    }
}

fn parse_level(value: &[u8]) -> Level {
    let (detail, all, crash) = match value {
        b"none" => (0, false, false),
        b"" | b"single" => (1, false, false),
        b"all" => (1, true, false),
        b"system" => (2, true, false),
        b"crash" => (2, true, true),
        // A number is a level of detail; any other word counts as 0, both with all goroutines.
        _ => (core::str::from_utf8(value).ok().and_then(|s| s.parse().ok()).unwrap_or(0), true, false),
    };
    Level { detail, all, crash }
}

/// Prints the heading of a goroutine.
fn header(out: &mut dyn Write, g: &G) -> fmt::Result {
    let waits = g.state.get() == GState::Waiting;
    let state = match g.state.get() {
        GState::Waiting if g.wait != WaitReason::None => g.wait.text(),
        GState::Waiting => "waiting",
        GState::Runnable => "runnable",
        GState::Running if g.stopped.load(SeqCst) => "runnable",
        GState::Running => "running",
        GState::Syscall => "syscall",
        GState::Dead => "dead",
    };
    write!(out, "goroutine {}", g.id)?;
    if level().detail >= 2 {
        write!(out, " gp={:#x}", core::ptr::from_ref(g) as usize)?;
        if g.state.get() == GState::Running {
            let m = getm();
            // SAFETY: the descriptor of this thread.
            write!(out, " m={} mp={:#x}", unsafe { (*m).id.load(SeqCst) }, m as usize)?
        } else {
            out.write_str(" m=nil")?
        }
    }
    write!(out, " [{state}")?;
    if waits && g.wait_since != 0 {
        let minutes = (sys::nanotime() - g.wait_since) / 60_000_000_000;
        if minutes >= 1 {
            write!(out, ", {minutes} minutes")?;
        }
    }
    out.write_str("]:\n")
}

/// Whether an entry is a line of the trace.
fn is_shown(entry: &Entry, everything: bool) -> bool {
    match entry {
        Entry::Go { source, .. } => everything || (is_user_visible(source.name) && !entry.is_elided()),
        Entry::Panic(..) => true,
        Entry::Fault => false,
    }
}

/// Prints the frames of a stack.
///
/// # Safety
/// `start` must be a live frame of `g`, whose stack does not change meanwhile.
pub unsafe fn frames(out: &mut dyn Write, g: &G, start: Option<Frame>) -> fmt::Result {
    // SAFETY: by contract.
    let sp = unsafe { stack_pointer(g, start) };
    let lines = |everything| {
        // SAFETY: by contract.
        unsafe { Entries::new(start, g) }.with_sp(sp).filter(move |e| is_shown(e, everything))
    };
    let mut everything = level().detail >= 2;
    let mut count = lines(everything).count();
    if count == 0 {
        // Nothing but the runtime: better that than nothing.
        everything = true;
        count = lines(true).count();
    }
    // SAFETY: by contract.
    unsafe { panic_on_top(out, g, start) }?;
    let elided = count.saturating_sub(2 * SHOWN);
    for (i, line) in lines(everything).enumerate() {
        if elided > 0 && i == SHOWN {
            writeln!(out, "...{elided} frames elided...")?;
        }
        if elided == 0 || !(SHOWN..SHOWN + elided).contains(&i) {
            print_line(out, &line)?;
        }
    }
    Ok(())
}

fn print_line(out: &mut dyn Write, line: &Entry) -> fmt::Result {
    match line {
        Entry::Go { source, frame, sp, .. } => {
            let func = source.func;
            let args = if source.inlined || func.arg_words() != 0 { "..." } else { "" };
            writeln!(out, "{}({args})", source.name)?;
            write!(out, "\t{}:{}", source.file, source.line)?;
            if source.inlined {
                return out.write_str("\n");
            }
            if frame.pc > func.start() {
                write!(out, " +{:#x}", frame.pc - func.start())?;
            }
            registers(out, *frame, *sp)?;
            out.write_str("\n")
        }
        Entry::Fault => Ok(()),
        // SAFETY: found on the live chain by `Entries`.
        Entry::Panic(panic, frame) => print_panic(out, unsafe { &**panic }, *frame),
    }
}

fn print_panic(out: &mut dyn Write, panic: &Panic, frame: Frame) -> fmt::Result {
    let (ty, data) = (panic.arg.ty as usize, panic.arg.data as usize);
    writeln!(out, "panic({{{ty:#x}?, {data:#x}?}})")?;
    // Its Go file is that of the functions which raise the run-time panics.
    let Some(func) = go::panic_function() else { return Ok(()) };
    write!(out, "\t{}:{}", func.file(), func.line(func.start()))?;
    registers(out, frame, 0)?;
    out.write_str("\n")
}

/// gc's `fp` is what the stack pointer will be after the return.
fn registers(out: &mut dyn Write, frame: Frame, sp: usize) -> fmt::Result {
    if level().detail < 2 {
        return Ok(());
    }
    write!(out, " fp={:#x} sp={sp:#x} pc={:#x}", frame.fp + FRAME_WORDS, frame.pc)
}

/// The stack pointer in the frame at which a trace begins, 0 if it is not wanted.
///
/// # Safety
/// As for [`frames`].
unsafe fn stack_pointer(g: &G, start: Option<Frame>) -> usize {
    let Some(start) = start.filter(|_| level().detail >= 2) else { return 0 };
    if g.state.get() != GState::Running || g.stopped.load(SeqCst) {
        return g.sp + SWITCH_WORDS * size_of::<usize>();
    }
    // SAFETY: the frames of this very call are live.
    let mut called = unsafe { Walk::of_current(crate::fatal::here()) }
        .scan(0, |below, frame| Some((core::mem::replace(below, frame.fp + FRAME_WORDS), frame)));
    called.find(|(_, frame)| *frame == start).map_or(0, |(sp, _)| sp)
}

/// Where runtime frames are shown, a stack that begins where a panic was raised begins with the panic.
///
/// # Safety
/// As for [`frames`].
unsafe fn panic_on_top(out: &mut dyn Write, g: &G, start: Option<Frame>) -> fmt::Result {
    // SAFETY: a panic on the chain is live.
    match unsafe { g.panic().as_ref() } {
        Some(panic) if level().detail >= 2 && start == Some(panic.start) && !panic.goexit => {
            print_panic(out, panic, crate::fatal::here())
        }
        _ => Ok(()),
    }
}

/// Prints where a goroutine was started.
fn created_by(out: &mut dyn Write, g: &G) -> fmt::Result {
    let Some(func) = (Frame { pc: g.go_pc, fp: 0 }).func().filter(|_| g.go_pc != 0 && g.id != 1) else {
        return Ok(());
    };
    if level().detail < 2 && !is_user_visible(func.name()) {
        return Ok(());
    }
    writeln!(out, "created by {} in goroutine {}", func.name(), g.parent)?;
    writeln!(out, "\t{}:{} +{:#x}", func.file(), func.line(g.go_pc - 1), g.go_pc - func.start())
}

/// Prints a goroutine: heading, frames, origin. `start` is where to begin in a running one.
///
/// # Safety
/// As for [`frames`].
pub unsafe fn goroutine(out: &mut dyn Write, g: &G, start: Option<Frame>) -> fmt::Result {
    header(out, g)?;
    // SAFETY: by contract.
    unsafe { frames(out, g, start) }?;
    created_by(out, g)
}

/// Prints all goroutines but `except`, each after an empty line.
///
/// # Safety
/// Those that have stopped must not go on meanwhile.
pub unsafe fn others(out: &mut dyn Write, except: *const G) -> fmt::Result {
    let mut result = Ok(());
    sched::for_each(|g| {
        // SAFETY: descriptors live for ever.
        let descriptor = unsafe { &*g };
        let hidden = descriptor.system && level().detail < 2;
        if !core::ptr::eq(g, except) && descriptor.state.get() != GState::Dead && !hidden && result.is_ok() {
            // SAFETY: by contract.
            result = unsafe { other(out, descriptor) };
        }
    });
    result
}

/// # Safety
/// As for [`others`].
unsafe fn other(out: &mut dyn Write, g: &G) -> fmt::Result {
    out.write_str("\n")?;
    if g.state.get() == GState::Running && !g.stopped.load(SeqCst) {
        header(out, g)?;
        out.write_str("\tgoroutine running on other thread; stack unavailable\n")?;
        return created_by(out, g);
    }
    let is_new = g.state.get() == GState::Runnable && g.stack.contains(g.sp);
    // SAFETY: it does not run.
    if let Some(entry) = is_new.then(|| unsafe { entry_not_called(g.sp) }).flatten() {
        header(out, g)?;
        // SAFETY: a function value.
        not_started(out, unsafe { (*entry).code as usize })?;
        return created_by(out, g);
    }
    // SAFETY: it does not run.
    unsafe { goroutine(out, g, Frame::of_parked(g)) }
}

/// The line of a goroutine that has yet to call its function, which has no parameters.
fn not_started(out: &mut dyn Write, code: usize) -> fmt::Result {
    match (Frame { pc: code + 1, fp: 0 }).func() {
        Some(func) => writeln!(out, "{}()\n\t{}:{}", func.name(), func.file(), func.line(func.start())),
        None => Ok(()),
    }
}

/// `runtime.Stack`: the trace of the goroutine `g`, started at `start`, and if asked of all others.
///
/// # Safety
/// As for [`frames`].
pub unsafe fn stack(out: &mut dyn Write, g: &G, start: Frame, all: bool) -> fmt::Result {
    // SAFETY: the current goroutine, and all others stand still.
    unsafe {
        goroutine(out, g, Some(start))?;
        if all {
            others(out, g)?;
        }
    }
    Ok(())
}

/// The function that package debug calls.
pub mod export {
    use super::*;

    /// `runtime/debug.setTraceback`
    ///
    /// # Safety
    /// Called by Go code according to the table: `len` bytes stand at `level`.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.setTraceback"))]
    pub unsafe extern "C" fn set_traceback(level: *mut u8, len: i64) {
        // SAFETY: by contract.
        raise_level(if len > 0 { unsafe { core::slice::from_raw_parts(level, len as usize) } } else { b"" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels() {
        let of = |s: &str| {
            let l = parse_level(s.as_bytes());
            (l.detail, l.all, l.crash)
        };
        assert_eq!(of(""), (1, false, false));
        assert_eq!(of("none"), (0, false, false));
        assert_eq!(of("0"), (0, true, false));
        assert_eq!(of("all"), (1, true, false));
        assert_eq!(of("2"), (2, true, false));
        assert_eq!(of("crash"), (2, true, true));
        assert_eq!(of("what"), (0, true, false));
    }

    #[test]
    fn headings_name_the_state() {
        let mut g = G::new(3);
        g.state.set(GState::Waiting);
        g.wait = WaitReason::ChanReceive;
        let mut out = String::new();
        header(&mut out, &g).unwrap();
        assert_eq!(out, "goroutine 3 [chan receive]:\n");
        g.state.set(GState::Running);
        out.clear();
        header(&mut out, &g).unwrap();
        assert_eq!(out, "goroutine 3 [running]:\n");
    }
}
