//! The scheduler.
//!
//! One thread runs goroutines one after the other; they give it up where they block, yield or end, and where they are
//! made to ([`preempt`]). A goroutine made
//! ready by another one is put into `runnext` and runs next; what it displaces goes to the end of the queue. To keep
//! two goroutines that wake each other from starving the rest, the queue is looked at first every 61st time.
//!
//! A blocking goroutine picks its successor itself and switches to it directly. If there is none it switches to the
//! system stack, whose loop ([`run`]) waits for the next timer or finds that nothing can ever run again. Ending
//! goroutines go through that loop too, since their stack cannot be put back while they are on it.
//!
//! States: Running is only the current one; Runnable are exactly those in a queue; Waiting ones are known to whoever
//! will wake them (channel, semaphore, timer).

pub mod preempt;
pub mod timer;

use abi::layout::FuncVal;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::null_mut;

use crate::g::{Fault, G, GState, Racy, WaitReason, getg, getm};
use crate::stack::{self, Segments};
use crate::switch_x86_64::{prepare_goroutine, switch_stacks};
use crate::{fatal, print, sys};

/// Every so many picks the queue goes before `runnext`.
const FAIR_TICK: u32 = 61;
/// Runnable goroutines in the queue from which on a `go` statement lets them run first (gc's queue of a P holds as many
/// before it shares them with others). It bounds the number of stacks in use where goroutines are short.
const CROWD: usize = 256;

/// A list of goroutines linked through `G::next`.
pub struct Queue {
    head: *mut G,
    tail: *mut G,
    len: usize,
}

impl Queue {
    /// An empty list.
    pub const fn new() -> Queue {
        Queue { head: null_mut(), tail: null_mut(), len: 0 }
    }

    /// Adds at the end.
    ///
    /// # Safety
    /// `g` must be a live descriptor in no list.
    pub unsafe fn push(&mut self, g: *mut G) {
        // SAFETY: by contract.
        unsafe {
            (*g).next = null_mut();
            match self.tail.as_mut() {
                Some(tail) => tail.next = g,
                None => self.head = g,
            }
        }
        self.tail = g;
        self.len += 1;
    }

    /// Takes the first one.
    pub fn pop(&mut self) -> Option<*mut G> {
        let g = self.head;
        if g.is_null() {
            return None;
        }
        // SAFETY: listed descriptors are live.
        unsafe {
            self.head = (*g).next;
            (*g).next = null_mut();
        }
        self.len -= 1;
        if self.head.is_null() {
            self.tail = null_mut();
        }
        Some(g)
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self::new()
    }
}

struct Sched {
    /// All descriptors ever made; they are reused but never freed.
    all: Vec<*mut G>,
    dead: Vec<*mut G>,
    next_id: u64,
    runnext: *mut G,
    local: Queue,
    /// Those that yielded.
    global: Queue,
    tick: u32,
    /// GOMAXPROCS as the program sees it.
    procs: i64,
    /// A goroutine that has ended and whose stack is to be put back.
    ended: *mut G,
}

static SCHED: Racy<Sched> = Racy::new(Sched {
    all: Vec::new(),
    dead: Vec::new(),
    next_id: 1,
    runnext: null_mut(),
    local: Queue::new(),
    global: Queue::new(),
    tick: 0,
    procs: 1,
    ended: null_mut(),
});

fn sched() -> &'static mut Sched {
    // SAFETY: one thread; callers do not keep the reference over a switch.
    unsafe { &mut *SCHED.get() }
}

/// All goroutine descriptors, dead ones included.
pub fn all() -> &'static [*mut G] {
    &sched().all
}

/// Goroutines of the program that exist.
pub fn count() -> usize {
    // SAFETY: descriptors live for ever.
    all().iter().filter(|&&g| unsafe { (*g).state != GState::Dead && !(*g).system }).count()
}

/// The number of processors, and optionally a new one; returns the previous.
pub fn set_procs(n: i64) -> i64 {
    let s = sched();
    let old = s.procs;
    if n > 0 {
        s.procs = n;
    }
    old
}

/// A goroutine that will call `entry`.
fn create(stack: Segments, entry: *const FuncVal) -> *mut G {
    let s = sched();
    let id = s.next_id;
    s.next_id += 1;
    let g = match s.dead.pop() {
        Some(g) => {
            // SAFETY: dead and in no list.
            unsafe { g.write(G::new(id)) };
            g
        }
        None => {
            let g = Box::into_raw(Box::new(G::new(id)));
            s.all.push(g);
            g
        }
    };
    // SAFETY: a fresh stack and descriptor.
    unsafe {
        (*g).stack = stack;
        (*g).header.stack_limit = stack.limit();
        (*g).sp = prepare_goroutine(stack.start(), g as usize, entry as usize);
        (*g).state = GState::Runnable;
    }
    g
}

/// Starts the first goroutine and runs the program; `entry` must end the process.
pub fn start_main(entry: *const FuncVal) -> ! {
    let Some(stack) = stack::take_main() else { fatal::throw(b"cannot map the main stack") };
    let g = create(stack, entry);
    sched().runnext = g;
    run()
}

/// The loop of the system stack.
fn run() -> ! {
    loop {
        put_back_ended();
        let g = pick().unwrap_or_else(wait_for_work);
        // SAFETY: a runnable goroutine; it comes back here when nothing else can run.
        unsafe {
            let m = getm();
            set_running(g);
            switch_stacks(&raw mut (*m).system_sp, (*g).sp);
            (*getm()).curg = null_mut();
        }
    }
}

fn set_running(g: *mut G) {
    // SAFETY: a live descriptor, this thread's M.
    unsafe {
        (*g).state = GState::Running;
        (*g).wait = WaitReason::None;
        (*getm()).curg = g;
    }
}

/// Whether another goroutine than the running one can run, or may be able to soon.
pub fn has_work() -> bool {
    let s = sched();
    !s.runnext.is_null() || !s.local.head.is_null() || !s.global.head.is_null() || timer::next().is_some()
}

/// The next goroutine to run, if any is ready.
fn pick() -> Option<*mut G> {
    timer::fire_due();
    let s = sched();
    s.tick = s.tick.wrapping_add(1);
    if s.tick.is_multiple_of(FAIR_TICK)
        && let Some(g) = s.global.pop().or_else(|| s.local.pop())
    {
        return Some(g);
    }
    let next = core::mem::replace(&mut s.runnext, null_mut());
    if !next.is_null() {
        return Some(next);
    }
    s.local.pop().or_else(|| s.global.pop())
}

/// Nothing is ready: sleeps until the next timer, or reports that the program hangs.
fn wait_for_work() -> *mut G {
    loop {
        match timer::next() {
            Some(when) => sys::sleep_until(when),
            None => deadlock(),
        }
        if let Some(g) = pick() {
            return g;
        }
    }
}

fn deadlock() -> ! {
    print::flush();
    if count() == 0 {
        fatal::fatal(b"no goroutines (main called runtime.Goexit) - deadlock!");
    }
    fatal::fatal(b"all goroutines are asleep - deadlock!")
}

/// Leaves the current goroutine, whose new state is set, until somebody makes it run again.
fn leave() {
    let g = getg();
    let next = pick();
    // SAFETY: the current goroutine and a runnable one.
    unsafe {
        match next {
            Some(next) if next == g => set_running(g),
            Some(next) => {
                set_running(next);
                switch_stacks(&raw mut (*g).sp, (*next).sp);
            }
            None => switch_stacks(&raw mut (*g).sp, (*getm()).system_sp),
        }
    }
}

/// Blocks the current goroutine until [`ready`] is called for it.
pub fn park(reason: WaitReason) {
    // SAFETY: the current goroutine.
    unsafe {
        let g = getg();
        (*g).state = GState::Waiting;
        (*g).wait = reason;
        (*g).wait_since = 0;
    }
    leave();
}

/// Makes a waiting goroutine run next.
///
/// # Safety
/// It must be waiting and in no queue.
pub unsafe fn ready(g: *mut G) {
    let s = sched();
    // SAFETY: by contract.
    unsafe {
        debug_assert!((*g).state == GState::Waiting);
        (*g).state = GState::Runnable;
        let displaced = core::mem::replace(&mut s.runnext, g);
        if !displaced.is_null() {
            s.local.push(displaced);
        }
    }
}

/// Makes a waiting goroutine run some time.
///
/// # Safety
/// As [`ready`].
pub unsafe fn ready_later(g: *mut G) {
    // SAFETY: by contract.
    unsafe {
        (*g).state = GState::Runnable;
        sched().global.push(g);
    }
}

/// Lets others run.
pub fn yield_now() {
    let g = getg();
    // SAFETY: the current goroutine, in no queue.
    unsafe {
        (*g).state = GState::Runnable;
        sched().global.push(g);
    }
    leave();
}

/// A `go` statement.
pub fn go(entry: *const FuncVal, return_address: usize) {
    start(entry, return_address);
    if sched().local.len > CROWD {
        yield_now();
    }
}

/// Starts a goroutine.
pub fn start(entry: *const FuncVal, return_address: usize) -> *mut G {
    if entry.is_null() {
        fatal::fatal(b"go of nil func value");
    }
    preempt::arm();
    let Some(stack) = stack::take() else { fatal::throw(b"out of memory (goroutine stacks)") };
    let g = create(stack, entry);
    // SAFETY: a fresh descriptor, the current goroutine.
    unsafe {
        (*g).parent = (*getg()).id;
        (*g).go_pc = return_address;
        (*g).state = GState::Waiting;
        ready(g);
    }
    g
}

/// Ends the current goroutine.
pub extern "C" fn goroutine_exit() -> ! {
    let g = getg();
    let s = sched();
    s.ended = g;
    // SAFETY: the current goroutine; the loop of the system stack does the rest.
    unsafe {
        (*g).state = GState::Dead;
        (*g).header.panic = null_mut();
        switch_stacks(&raw mut (*g).sp, (*getm()).system_sp);
    }
    fatal::throw(b"a goroutine has run on after its end")
}

/// On the system stack: reuses what the goroutine that just ended has left.
fn put_back_ended() {
    let s = sched();
    let g = core::mem::replace(&mut s.ended, null_mut());
    if g.is_null() {
        return;
    }
    // SAFETY: it is dead and off its stack.
    unsafe {
        let g = &mut *g;
        let stack = g.stack;
        (g.stack, g.sp, g.fault) = (Segments::NONE, 0, Fault::NONE);
        // The main goroutine's stack is of another size: it stays unused.
        if g.id != 1 {
            stack::put(&stack);
        }
    }
    s.dead.push(g);
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
        park(WaitReason::SelectNoCases);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queue_is_first_in_first_out() {
        let mut gs: Vec<G> = (0..3).map(G::new).collect();
        let mut q = Queue::new();
        assert!(q.pop().is_none());
        for g in &mut gs {
            // SAFETY: live and in no list.
            unsafe { q.push(g) };
        }
        for id in 0..3 {
            // SAFETY: live.
            assert_eq!(unsafe { (*q.pop().unwrap()).id }, id);
        }
        assert!(q.pop().is_none());
        // SAFETY: live and in no list.
        unsafe { q.push(&mut gs[1]) };
        assert!(q.pop().is_some() && q.pop().is_none());
    }
}
