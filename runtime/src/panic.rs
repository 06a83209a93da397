//! `panic`, `recover`, `runtime.Goexit`.
//!
//! A panic does not unwind. [`gopanic`](export::gopanic) links a [`Panic`] on its own stack frame to the goroutine and
//! calls the deferred functions, newest first, on top of the panicking frames: those of the frames' open defers and those on
//! the goroutine's chain, as [`Cursor`] finds them. Only when one of them has called
//! `recover` and returned does control move: to the landing pad of the frame that deferred it, found by the address
//! at which the call in progress in that frame would return. Everything younger, older panics begun there included,
//! is dropped. A `Goexit` among what would be dropped goes on instead, for it cannot be recovered.
//!
//! `recover` answers only in a function that the panic itself called: between the frame of `recover`'s caller and the
//! trampoline of the newest panic there must be exactly one function that is not a wrapper.
//!
//! Invariants: `G::panic` lists the panics in progress, newest first, each in a live frame; a record of a deferred
//! call is unlinked before the call, so that no call can run twice.

use abi::layout::{Eface, GoSlice, GoString, Kind, PanicCode, Type, tflag};
use core::fmt::Write;
use core::ptr::null_mut;
use core::sync::atomic::Ordering::SeqCst;
use core::sync::atomic::{AtomicBool, Ordering};

use crate::defer::Cursor;
use crate::g::{Fault, G, getg};
use crate::print::Stderr;
use crate::sched::world;
use crate::switch_x86_64 as switch;
use crate::symtab::tables;
use crate::unwind::{Frame, Walk};
use crate::{fatal, go, print, sched, trace};

/// A panic or Goexit in progress.
#[derive(Debug)]
#[allow(missing_copy_implementations)]
pub struct Panic {
    /// The value.
    pub arg: Value,
    /// The next older one.
    pub link: *mut Panic,
    /// The frame that called `panic` or `Goexit`.
    pub start: Frame,
    /// The function whose deferred call is running, and what is left of its calls.
    pub cursor: Cursor,
    /// Frame pointer of the trampoline that runs it.
    pub call_frame: usize,
    /// `recover` has been called.
    pub recovered: bool,
    /// The next newer panic has the same value.
    pub repanicked: bool,
    /// Not a panic but a Goexit.
    pub goexit: bool,
}

/// What the linker places lies below, all other memory above.
const IMAGE_END: usize = 1 << 31;

/// A panic value: the two words of an empty interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct Value {
    /// Dynamic type.
    pub ty: *mut u8,
    /// Data word.
    pub data: *mut u8,
}

impl Value {
    const NIL: Value = Value { ty: null_mut(), data: null_mut() };

    /// Whether a panic with the value `newer` on top of one with this value is not shown: gc compares the words of the
    /// interfaces, and does not allocate for small integers, nil slices and empty strings. Constants are in read-only
    /// data, where equal ones have one address.
    fn is_shown_as(&self, newer: &Value) -> bool {
        if self.ty != newer.ty || self.ty.is_null() {
            return *self == *newer;
        }
        // SAFETY: the dynamic type of a value; the value is of that type.
        self.data == newer.data || unsafe { self.unboxed().is_some_and(|v| newer.unboxed() == Some(v)) }
    }

    /// The value, if it was allocated but is one that gc does not allocate for (`runtime.convT64` and its like).
    ///
    /// # Safety
    /// The words must be those of an interface.
    unsafe fn unboxed(&self) -> Option<u64> {
        // SAFETY: by contract; what is not a pointer itself is behind one.
        unsafe {
            let ty = &*self.ty.cast::<Type>();
            let small = |v: u64| (v < 256).then_some(v);
            match (ty.size, ty.align) {
                _ if ty.tflag & tflag::DIRECT_IFACE != 0 || (self.data as usize) < IMAGE_END => None,
                _ if ty.kind == Kind::String as u8 => (*self.data.cast::<GoString>()).len.eq(&0).then_some(0),
                _ if ty.kind == Kind::Slice as u8 => {
                    (*self.data.cast::<GoSlice>()).ptr.is_null().then_some(0)
                }
                _ if ty.ptr_bytes != 0 => None,
                (2, 2) => small(self.data.cast::<u16>().read().into()),
                (4, 4) => small(self.data.cast::<u32>().read().into()),
                (8, 8) => small(self.data.cast::<u64>().read()),
                _ => None,
            }
        }
    }

    fn with_eface(&mut self, f: impl FnOnce(&mut Eface)) {
        let mut e = Eface { ty: self.ty.cast(), data: self.data };
        f(&mut e);
        *self = Value { ty: e.ty as *mut u8, data: e.data };
    }
}

/// GODEBUG=panicnil=1: `panic(nil)` has the value nil.
pub static PANIC_NIL_ALLOWED: AtomicBool = AtomicBool::new(false);

impl Panic {
    fn new(arg: Value, start: Frame, goexit: bool) -> Panic {
        let link = null_mut();
        let cursor = Cursor::new(start);
        Panic { arg, link, start, cursor, call_frame: 0, recovered: false, repanicked: false, goexit }
    }
}

/// Links `p` and runs deferred calls until none is left or control leaves through a recovery.
///
/// # Safety
/// `p` must live in a frame of the current goroutine that is not left before the panic ends.
unsafe fn run_deferred_calls(g: *mut G, p: *mut Panic) {
    // SAFETY: by contract; deferred calls change `*p` and `*g` through their own pointers, so no reference to either
    // is held over a call.
    unsafe {
        (*p).link = (*g).panic();
        (*g).header.panic = p.cast();
        if trace::is_on() {
            trace::panicked(g, &*p);
        }
        loop {
            let older = (*p).link.as_ref().map(|older| (older.call_frame, &older.cursor));
            let Some(call) = (*p).cursor.next(g, older) else { break };
            if trace::is_on() {
                trace::run(g, (*p).start, if (*p).goexit { "goexit" } else { "panic" });
            }
            switch::call_deferred(call.function(), &raw mut (*p).call_frame);
            if trace::is_on() {
                trace::returned(g, (*p).start);
            }
            if (*g).panic() != p {
                fatal::throw(b"bad panic stack");
            }
            if (*p).recovered {
                recovery(g, p);
            }
        }
        if !(*g).header.defer.is_null() {
            fatal::throw(b"the frame of a deferred call is gone");
        }
    }
}

/// Leaves a recovered panic through the landing pad of the frame that deferred the recovering call.
///
/// # Safety
/// `p` must be the newest panic of the current goroutine `g`.
unsafe fn recovery(g: *mut G, p: *mut Panic) -> ! {
    // SAFETY: by contract; panics on the chain are live.
    unsafe {
        let Some(Frame { pc, fp: frame }) = (*p).cursor.frame() else {
            fatal::throw(b"recovery: no frame has deferred the call");
        };
        let mut rest = p;
        while !rest.is_null() && (*g).stack.age((*rest).start.fp) >= (*g).stack.age(frame) {
            if (*rest).goexit {
                (*g).header.panic = rest.cast();
                switch::return_from_call((*rest).call_frame);
            }
            rest = (*rest).link;
        }
        (*g).header.panic = rest.cast();
        if rest.is_null() {
            (*g).fault = Fault::NONE;
        }
        if trace::is_on() {
            trace::event(g, Frame { pc, fp: frame }, "recovered", &[]);
        }
        let landing = tables().landing(pc).or_else(|| tables().landing_of_fault(pc));
        let Some(landing) = landing else {
            fatal::throw(b"recovery: no landing pad");
        };
        let sp = (*g).stack.frame_base(frame) - landing.frame_offset as usize;
        switch::jump_to_go(frame, sp, tables().address(landing.handler))
    }
}

/// Whether a goroutine is running deferred calls for a panic.
pub fn any_in_progress() -> bool {
    // SAFETY: descriptors live for ever; a panic that is not recovered is linked while its frame is live.
    let panics = |g: *mut G| unsafe {
        let mut panic = (*g).panic();
        while panic.as_ref().is_some_and(|p| p.goexit) {
            panic = (*panic).link;
        }
        !panic.is_null()
    };
    let mut any = false;
    world::with_stopped(|| sched::for_each(|g| any |= panics(g)));
    any
}

/// A panic is ending the program.
static CRASHING: AtomicBool = AtomicBool::new(false);

/// Whether a panic is ending the program.
pub fn is_crashing() -> bool {
    CRASHING.load(SeqCst)
}

/// Ends the program for a panic that nobody recovered.
///
/// # Safety
/// `p` must be the newest panic of the current goroutine `g`.
unsafe fn crash(g: *mut G, p: *mut Panic) -> ! {
    // SAFETY: by contract.
    unsafe {
        if trace::is_on() {
            trace::event(g, (*p).start, "crash", &[]);
        }
        // Its last deferred call has returned: nothing can recover any more.
        (*p).call_frame = 0;
        let mut q = p;
        while let Some(panic) = q.as_mut() {
            q = panic.link;
            match q.as_mut() {
                Some(older) if older.arg.is_shown_as(&panic.arg) => older.repanicked = true,
                _ if panic.goexit => {}
                _ => panic.arg.with_eface(go::preprint_panic),
            }
        }
        CRASHING.store(true, SeqCst);
        print::flush();
        print::lock();
        print_chain(p);
        print::unlock();
        fatal::die(g, Some((*p).start), false)
    }
}

/// Prints a chain of panics, oldest first.
///
/// # Safety
/// `p` must be a panic of the current goroutine.
unsafe fn print_chain(p: *mut Panic) {
    // SAFETY: by contract.
    let panic = unsafe { &mut *p };
    // SAFETY: links are live or null.
    if let Some(older) = unsafe { panic.link.as_ref() } {
        // SAFETY: a live panic.
        unsafe { print_chain(panic.link) };
        if older.repanicked {
            return;
        }
        if !older.goexit {
            let _ = Stderr.write_str("\t");
        }
    }
    if panic.goexit {
        return;
    }
    let _ = Stderr.write_str("panic: ");
    panic.arg.with_eface(|value| go::print_panic_value(value));
    let _ = Stderr.write_str(match (panic.recovered, panic.repanicked) {
        (true, true) => " [recovered, repanicked]\n",
        (true, false) => " [recovered]\n",
        (false, _) => "\n",
    });
}

/// The panics in flight, printed in front of a fatal error; no method of the program is called.
pub fn print_before_fatal(g: *mut G) {
    // SAFETY: the current goroutine and its live chain.
    unsafe {
        let newest = (*g).panic();
        let mut q = newest;
        while let Some(panic) = q.as_ref() {
            q = panic.link;
            if let Some(older) = q.as_mut()
                && older.arg.is_shown_as(&panic.arg)
            {
                older.repanicked = true;
            }
        }
        if !newest.is_null() {
            print_chain(newest);
            let _ = Stderr.write_str("\t");
        }
    }
}

/// `panic(v)` called by the frame `start`.
extern "C" fn gopanic_at(ty: *mut u8, data: *mut u8, fp: usize, pc: usize) -> ! {
    if ty.is_null() && !PANIC_NIL_ALLOWED.load(Ordering::Relaxed) {
        go::panic_code(PanicCode::PanicNil);
    }
    let g = getg();
    let mut panic = Panic::new(Value { ty, data }, Frame { pc, fp }, false);
    let p = &raw mut panic;
    // SAFETY: this frame is left only by `recovery` or the end of the program.
    unsafe {
        run_deferred_calls(g, p);
        crash(g, p)
    }
}

/// `runtime.Goexit()` called by the frame `start`.
extern "C" fn goexit_at(fp: usize, pc: usize) -> ! {
    let g = getg();
    let mut panic = Panic::new(Value::NIL, Frame { pc, fp }, true);
    let p = &raw mut panic;
    // SAFETY: as in `gopanic_at`; a panic that is recovered below this frame comes back into the loop.
    unsafe { run_deferred_calls(g, p) };
    sched::goroutine_exit()
}

/// `recover()` called by the frame `start`: the value, or nil.
extern "C" fn gorecover_at(fp: usize, pc: usize) -> Value {
    let g = getg();
    // SAFETY: the current goroutine and its live chain.
    let newest = unsafe { (*g).panic().as_mut() };
    let why_nil = match &newest {
        None => Some("no panic"),
        Some(p) if p.goexit => Some("Goexit cannot be recovered"),
        Some(p) if p.recovered => Some("recovered already"),
        Some(p) if !called_by_panic(Frame { pc, fp }, p.call_frame) => {
            Some("not called by the deferred function itself")
        }
        Some(_) => None,
    };
    let value = match (newest, why_nil) {
        (Some(panic), None) => {
            panic.recovered = true;
            panic.arg
        }
        _ => Value::NIL,
    };
    if trace::is_on() {
        let result = if why_nil.is_none() { "value" } else { "nil" };
        let members = [("result", result), ("because", why_nil.unwrap_or_default())];
        trace::event(g, Frame { pc, fp }, "recover", &members[..1 + usize::from(why_nil.is_some())]);
    }
    value
}

/// Whether exactly one function that is not a wrapper lies between (inclusive) the frame `caller` and the trampoline
/// with the frame pointer `call_frame`.
fn called_by_panic(caller: Frame, call_frame: usize) -> bool {
    let mut users = 0;
    // SAFETY: a live frame of this goroutine.
    for frame in unsafe { Walk::of_current(caller) } {
        if frame.fp == call_frame {
            return users == 1;
        }
        // What is no Go code is `deferreturn`, which counts as little as an open call: a deferred `defer recover()`
        // recovers.
        users += tables().users(frame.pc);
        if users > 1 {
            return false;
        }
    }
    false
}

/// An address that stands for `runtime.gopanic` in a list of return addresses.
pub fn panic_pc() -> usize {
    export::gopanic as *const () as usize + 1
}

/// The entry points. They are called with the frame pointer of the Go function in rbp and its return address on top
/// of the stack, which they pass on.
pub mod export {
    use super::*;
    use crate::exports::Pair;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.gopanic"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn gopanic(ty: *mut u8, data: *mut u8) {
        core::arch::naked_asm!("mov rdx, rbp", "mov rcx, [rsp]", "jmp {}", sym gopanic_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.gorecover"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn gorecover() -> Pair<*mut u8, *mut u8> {
        core::arch::naked_asm!("mov rdi, rbp", "mov rsi, [rsp]", "jmp {}", sym gorecover_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.Goexit"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn goexit() {
        core::arch::naked_asm!("mov rdi, rbp", "mov rsi, [rsp]", "jmp {}", sym goexit_at)
    }
}
