//! The scheduler: goroutines (G) run on threads (M) that have one of GOMAXPROCS processors (P).
//!
//! A goroutine made ready by another one becomes the first of its processor's queue and runs next there; what it
//! displaces goes to the end. To keep two goroutines that wake each other from starving the rest, the global queue is
//! looked at first every 61st time. Processors without work steal from others ([`proc`] says how threads sleep and wake).
//!
//! A blocking goroutine picks its successor itself and switches to it directly. If there is none at hand it switches to
//! the system stack, whose loop ([`run`]) looks everywhere, waits for the next timer or finds that nothing can ever run
//! again. Ending goroutines go through that loop too, since their stack cannot be put back while they are on it.
//!
//! A goroutine that blocks is known to its waker before it is off its stack: `G::on_cpu` keeps others from running it
//! too early ([`crate::switch_x86_64`]).
//!
//! States: Running is only the current one of a thread; Runnable are exactly those in a queue; Waiting ones are known to
//! whoever will wake them (channel, semaphore, timer).

pub mod chaos;
pub mod find;
pub mod monitor;
pub mod preempt;
pub mod proc;
pub mod queue;
pub mod quota;
pub mod runq;
pub mod syscall;
pub mod thread;
pub mod timer;
pub mod world;

use abi::layout::FuncVal;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::null_mut;
use core::sync::atomic::AtomicU64;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};

use crate::g::{Fault, G, GState, WaitReason, getg, getm, getp};
use crate::lock::Locked;
use crate::stack::{self, Segments};
use crate::switch_x86_64::{enter_goroutine, prepare_goroutine, switch_goroutines, switch_to_system};
use crate::{fatal, print, sys};
use find::{Slice, find_runnable, is_alone, pick};
pub use find::{is_busy, may_spin};
use proc::{PROCS, SCHED};
pub use queue::Queue;

/// Ended goroutines of a processor whose descriptors it keeps.
const DEAD_KEPT: usize = 64;

/// All descriptors ever made; they are reused but never freed.
static ALL: Locked<Vec<*mut G>> = Locked::new(Vec::new());
static NEXT_ID: AtomicU64 = AtomicU64::new(1);
/// Numbers that a processor takes at a time.
const IDS: u32 = 16;

/// Calls `f` with all goroutine descriptors, dead ones included.
pub fn for_each(mut f: impl FnMut(*mut G)) {
    ALL.lock().iter().for_each(|&g| f(g));
}

/// Calls `f` with the list of them.
pub fn with_all(f: impl FnOnce(&[*mut G])) {
    f(&ALL.lock());
}

/// Goroutines of the program that exist.
pub fn count() -> usize {
    // SAFETY: processors live for ever.
    let sum: i64 = proc::every().map(|p| unsafe { (*p).goroutines.load(Relaxed) }).sum();
    sum.max(0) as usize
}

/// One goroutine of the program more or less.
fn add_to_count(change: i64) {
    // SAFETY: this thread's processor.
    let goroutines = unsafe { &(*getp()).goroutines };
    goroutines.store(goroutines.load(Relaxed) + change, Relaxed);
}

/// A goroutine belongs to the runtime.
pub fn mark_system(g: *mut G) {
    // SAFETY: a live descriptor.
    unsafe {
        if !core::mem::replace(&mut (*g).system, true) {
            add_to_count(-1);
        }
    }
}

/// The number of a new goroutine.
fn new_id() -> u64 {
    // SAFETY: this thread's processor.
    let (next, left) = unsafe { &mut (*getp()).ids };
    if *left == 0 {
        // With one processor they are in the order of the `go` statements.
        (*next, *left) = (NEXT_ID.fetch_add(IDS as u64, Relaxed), IDS);
    }
    *left -= 1;
    *next += 1;
    *next - 1
}

/// The number of processors, and optionally a new one; returns the previous.
pub fn set_procs(n: i64) -> i64 {
    let old = PROCS.load(SeqCst) as i64;
    if n > 0 && n != old {
        world::with_stopped(|| proc::resize(n as usize));
    }
    old
}

/// A descriptor of a goroutine that has ended, if there is one.
fn dead_descriptor() -> Option<*mut G> {
    // SAFETY: this thread's processor.
    let p = unsafe { &mut *getp() };
    if p.dead.is_empty() {
        let mut s = SCHED.lock();
        for _ in 0..DEAD_KEPT / 2 {
            let Some(g) = s.dead.pop() else { break };
            // SAFETY: in no list.
            unsafe { p.dead.push(g) };
        }
    }
    p.dead.pop()
}

/// A goroutine that will call `entry`.
fn create(stack: Segments, entry: *const FuncVal) -> *mut G {
    let id = new_id();
    add_to_count(1);
    let g = match dead_descriptor() {
        Some(g) => {
            // SAFETY: dead and in no list. Who looks at all descriptors finds it dead still.
            unsafe { g.write(G::new(id)) };
            g
        }
        None => {
            let g = Box::into_raw(Box::new(G::new(id)));
            ALL.lock().push(g);
            g
        }
    };
    // SAFETY: a fresh stack and descriptor.
    unsafe {
        (*g).stack = stack;
        (*g).header.stack_limit = stack.limit();
        (*g).sp = prepare_goroutine(stack.start(), g as usize, entry as usize);
        (*g).state.set(GState::Waiting);
    }
    g
}

/// Starts the first goroutine and runs the program; `entry` must end the process.
pub fn start_main(entry: *const FuncVal) -> ! {
    let Some(stack) = stack::take_main() else { fatal::throw(b"cannot map the main stack") };
    let g = create(stack, entry);
    // SAFETY: it waits for this.
    unsafe { ready(g) };
    run()
}

/// The loop of the system stack.
fn run() -> ! {
    loop {
        let m = getm();
        // SAFETY: this thread's descriptor; a runnable goroutine, which comes back here when nothing else can run.
        unsafe {
            put_back_ended();
            let (g, slice) = if (*m).bound.is_null() {
                if (*m).p.is_null() {
                    proc::sleep();
                }
                find_own()
            } else {
                proc::wait_for_bound();
                ((*m).bound, Slice::New)
            };
            set_running(g, slice);
            enter_goroutine(g);
            (*getm()).curg = null_mut();
        }
    }
}

/// On the system stack, with a processor: the next goroutine that may run on this thread.
fn find_own() -> (*mut G, Slice) {
    let m = getm();
    loop {
        // SAFETY: this thread's descriptor; a runnable goroutine.
        unsafe {
            let found = core::mem::replace(&mut (*m).found, null_mut());
            let (g, slice) = if found.is_null() { find_runnable() } else { (found, Slice::New) };
            proc::stop_spinning();
            if (*g).bound_to.is_null() {
                return (g, slice);
            }
            proc::give_to((*g).bound_to);
            proc::sleep();
        }
    }
}

/// Binds the current goroutine to its thread.
pub fn bind() {
    let m = getm();
    // SAFETY: the current goroutine and thread.
    unsafe {
        let g = (*m).curg;
        (*g).bindings += 1;
        ((*g).bound_to, (*m).bound) = (m, g);
    }
}

/// Undoes one [`bind`], if there was one.
pub fn unbind() {
    let m = getm();
    // SAFETY: the current goroutine and thread.
    unsafe {
        let g = (*m).curg;
        (*g).bindings = (*g).bindings.saturating_sub(1);
        if (*g).bindings == 0 {
            ((*g).bound_to, (*m).bound) = (null_mut(), null_mut());
        }
    }
}

fn set_running(g: *mut G, slice: Slice) {
    // SAFETY: a live descriptor, this thread's M and P.
    unsafe {
        (*g).state.set(GState::Running);
        (*g).wait = WaitReason::None;
        let m = getm();
        (*m).curg = g;
        if slice == Slice::New {
            let slices = &(*(*m).p).slices;
            slices.store(slices.load(Relaxed).wrapping_add(1), Relaxed);
        }
    }
}

/// A goroutine that is to be run is still on a stack: its thread is about to leave it.
pub extern "C" fn wait_off_cpu(g: *mut G) {
    let mut rounds = 0u32;
    // SAFETY: a live descriptor.
    while unsafe { (*g).on_cpu.load(SeqCst) } != 0 {
        rounds += 1;
        if rounds.is_multiple_of(64) {
            sys::yield_thread();
        }
        core::hint::spin_loop();
    }
}

/// The end of a program in which nothing can run any more.
pub fn deadlock() -> ! {
    print::flush();
    if count() == 0 {
        fatal::fatal(b"no goroutines (main called runtime.Goexit) - deadlock!");
    }
    fatal::fatal(b"all goroutines are asleep - deadlock!")
}

/// Leaves the current goroutine, whose new state is set, until somebody makes it run again.
fn leave() {
    // Here is no place to stop: another thread may be waiting for this one to leave the stack.
    // Nor does a thread run anything else while a goroutine is bound to it.
    // SAFETY: this thread's descriptor.
    let next = if world::is_stopping() || unsafe { !(*getm()).bound.is_null() } { None } else { pick() };
    // SAFETY: the current goroutine.
    unsafe {
        match next {
            Some(next) => leave_for(next),
            None => {
                let g = getg();
                (*getm()).curg = null_mut();
                switch_to_system(g);
            }
        }
    }
}

/// Leaves the current goroutine for a runnable one.
///
/// # Safety
/// `next` must be in no queue.
unsafe fn leave_for((next, slice): (*mut G, Slice)) {
    let g = getg();
    // SAFETY: the current goroutine and, by contract, a runnable one.
    unsafe {
        if next == g {
            set_running(g, slice);
        } else if (*next).bound_to.is_null() {
            set_running(next, slice);
            switch_goroutines(g, next);
        } else {
            let m = getm();
            ((*m).found, (*m).curg) = (next, null_mut());
            switch_to_system(g);
        }
    }
}

/// Blocks the current goroutine until [`ready`] is called for it. Whoever will do that may learn of it as soon as
/// `publish` is called, which gives back locks under which the goroutine has been entered somewhere.
pub fn park(reason: WaitReason, publish: impl FnOnce()) {
    // SAFETY: the current goroutine.
    unsafe {
        let g = getg();
        (*g).wait = reason;
        (*g).wait_since = 0;
        (*g).state.set(GState::Waiting);
    }
    publish();
    leave();
}

/// Makes a waiting goroutine run next.
///
/// # Safety
/// It must be waiting and in no queue.
#[inline]
pub unsafe fn ready(g: *mut G) {
    // SAFETY: by contract; this thread's processor.
    unsafe {
        debug_assert!((*g).state.get() == GState::Waiting);
        (*g).state.set(GState::Runnable);
        let displaced = if chaos::chance(2) { g } else { (*getp()).queue.set_first(g, is_alone()) };
        if !displaced.is_null() {
            enqueue(displaced);
        }
    }
    proc::wake_one();
}

/// Adds to the end of this processor's queue; whether it was full.
///
/// # Safety
/// `g` must be in no queue.
unsafe fn enqueue(g: *mut G) -> bool {
    // SAFETY: by contract; this thread's processor.
    unsafe { (*getp()).queue.push(g, |batch| proc::overflow(batch)) }
}

/// Makes a waiting goroutine run after those that this processor has.
///
/// # Safety
/// As [`ready`].
pub unsafe fn ready_in_turn(g: *mut G) {
    // SAFETY: by contract.
    unsafe {
        (*g).state.set(GState::Runnable);
        enqueue(g);
    }
}

/// Makes a waiting goroutine run some time. Also while the world is stopped.
///
/// # Safety
/// As [`ready`].
pub unsafe fn ready_later(g: *mut G) {
    // SAFETY: by contract.
    unsafe {
        (*g).state.set(GState::Runnable);
        SCHED.lock().push_global(g);
    }
}

/// Lets the goroutines of this processor run before this one, and in turn those of the global queue. It stays with this
/// processor (gc puts it into the global queue), so that no lock is needed. Nobody is woken for it: a processor is idle
/// only when there is nothing to be had from this one's queue.
pub fn yield_now() {
    world::safepoint();
    let g = getg();
    // SAFETY: this thread's descriptor; the current goroutine, in no queue; a runnable one.
    unsafe {
        if !(*getm()).bound.is_null() {
            (*g).state.set(GState::Runnable);
            SCHED.lock().push_global(g);
            proc::wake_one();
            leave();
        } else if let Some(next) = pick() {
            (*g).state.set(GState::Runnable);
            enqueue(g);
            leave_for(next);
        }
    }
}

/// A `go` statement.
pub fn go(entry: *const FuncVal, return_address: usize) {
    let g = new(entry, return_address);
    // SAFETY: it waits for this; this thread's processor.
    unsafe {
        (*g).state.set(GState::Runnable);
        let displaced = (*getp()).queue.set_first(g, is_alone());
        let crowded = !displaced.is_null() && enqueue(displaced);
        proc::wake_one();
        // That bounds the number of stacks in use where goroutines are short.
        if crowded {
            yield_now();
        }
        chaos::point();
    }
}

/// A goroutine that waits to be started.
fn new(entry: *const FuncVal, return_address: usize) -> *mut G {
    if entry.is_null() {
        fatal::fatal(b"go of nil func value");
    }
    monitor::start();
    let Some(stack) = stack::take() else { fatal::throw(b"out of memory (goroutine stacks)") };
    let g = create(stack, entry);
    // SAFETY: a fresh descriptor, the current goroutine.
    unsafe {
        (*g).parent = (*getg()).id;
        (*g).go_pc = return_address;
    }
    g
}

/// Starts a goroutine of the runtime.
pub fn start_system(entry: *const FuncVal) {
    let g = new(entry, 0);
    mark_system(g);
    // SAFETY: it waits for this.
    unsafe { ready(g) };
}

/// Ends the current goroutine.
pub extern "C" fn goroutine_exit() -> ! {
    let g = getg();
    // SAFETY: the current goroutine; the loop of the system stack does the rest.
    unsafe {
        (*g).header.panic = null_mut();
        if !(*g).system {
            add_to_count(-1);
        }
        let m = getm();
        (*m).ended = g;
        // gc ends the thread, too, whose state the program may have changed.
        (*m).bound = null_mut();
        (*m).curg = null_mut();
        (*g).state.set(GState::Dead);
        switch_to_system(g);
    }
    fatal::throw(b"a goroutine has run on after its end")
}

/// On the system stack: reuses what the goroutine that just ended has left.
fn put_back_ended() {
    // SAFETY: this thread's descriptor and processor; the goroutine is dead and off its stack.
    unsafe {
        let g = core::mem::replace(&mut (*getm()).ended, null_mut());
        if g.is_null() {
            return;
        }
        let stack = (*g).stack;
        ((*g).stack, (*g).sp, (*g).fault) = (Segments::NONE, 0, Fault::NONE);
        (*g).panic_on_fault = false;
        // The main goroutine's stack is of another size: it stays unused.
        if (*g).id != 1 {
            stack::put(&stack);
        }
        let p = &mut *getp();
        p.dead.push(g);
        if p.dead.len() > DEAD_KEPT {
            let mut s = SCHED.lock();
            for _ in 0..DEAD_KEPT / 2 {
                s.dead.push(p.dead.pop().expect("there are more"));
            }
        }
    }
}

/// The entry points.
pub mod export {
    use super::*;

    extern "C" fn newproc_at(f: *const FuncVal, return_address: usize) {
        go(f, return_address);
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.newproc"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn newproc(f: *mut u8) {
        core::arch::naked_asm!("mov rsi, [rsp]", "jmp {}", sym newproc_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.block"))]
    pub unsafe extern "C" fn block() {
        park(WaitReason::SelectNoCases, || {});
    }
}
