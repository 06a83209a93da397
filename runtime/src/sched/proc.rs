//! Processors (P) and the threads (M) that have them.
//!
//! A thread runs Go code only while it has one of the GOMAXPROCS processors. Idle processors and idle threads are in two
//! lists under [`SCHED`]. Threads that have a processor but no work look for some with the others (they are *spinning*)
//! before they give it up; whoever makes a goroutine ready wakes another thread if a processor is idle and nobody is
//! looking ([`wake_one`]). A thread that stops looking looks once more after it has said so: of work that comes in
//! between either it or the one who brought it takes notice.

use core::fmt::Write;
use core::ptr::null_mut;

use super::runq::{Batch, RunQueue, SIZE};
use super::{Queue, monitor, thread, timer, world};
use crate::g::{G, M, getm};
use crate::gc::barrier::Buffer;
use crate::lock::Locked;
use crate::mem::shape::Cache;
use crate::stack::StackCache;
use crate::sync::atomic::Ordering::{Relaxed, Release, SeqCst};
use crate::sync::atomic::{AtomicBool, AtomicI64, AtomicPtr, AtomicU32};
use crate::sync::{filled, global, size};
use crate::{fatal, print, sys};

/// Processors there can be.
pub const MAX_PROCS: usize = size::MAX_PROCS;

/// What a processor is doing ([`P::status`]).
pub mod status {
    /// In the list of idle ones, or on its way to a thread.
    pub const IDLE: u32 = 0;
    /// Of a thread that runs Go code or the scheduler.
    pub const RUNNING: u32 = 1;
    /// Of a thread in a system call; may be taken away.
    pub const SYSCALL: u32 = 2;
    /// Stopped with the world.
    pub const STOPPED: u32 = 3;
    /// Beyond GOMAXPROCS.
    pub const DEAD: u32 = 4;
}

/// A processor: the right to run Go code, and what goes with it. All zero bytes are an idle one.
pub struct P {
    /// Its index.
    pub id: usize,
    /// See [`status`].
    pub status: AtomicU32,
    /// Who has it, null if nobody.
    pub m: AtomicPtr<M>,
    next: *mut P,
    /// Counts time slices.
    pub slices: AtomicU32,
    /// Counts system calls.
    pub syscalls: AtomicU32,
    /// The thread is asked to interrupt its goroutine.
    pub preempt: AtomicBool,
    /// Counts picks.
    pub picks: u32,
    /// Numbers for new goroutines: the next one, and how many are left.
    pub ids: (u64, u32),
    /// Goroutines of the program made here, less those that ended here.
    pub goroutines: AtomicI64,
    /// State of the random decisions in tests.
    pub chaos: u64,
    /// Goroutines to run.
    pub queue: RunQueue<G>,
    /// Descriptors of ended goroutines.
    pub dead: Queue,
    /// Unused stacks.
    pub stacks: StackCache,
    /// Free memory.
    pub cache: Cache,
    /// What has been overwritten while the collector marks.
    pub noted: Buffer,
}

impl P {
    /// Writes what other threads look at too. The rest is zero, and its pages are not touched before they are needed.
    ///
    /// # Safety
    /// `p` must be a place for a processor, of zero bytes.
    unsafe fn init_shared(p: *mut P) {
        // SAFETY: by contract.
        unsafe {
            (&raw mut (*p).status).write(AtomicU32::new(status::DEAD));
            (&raw mut (*p).m).write(AtomicPtr::new(null_mut()));
            (&raw mut (*p).slices).write(AtomicU32::new(0));
            (&raw mut (*p).syscalls).write(AtomicU32::new(0));
            (&raw mut (*p).preempt).write(AtomicBool::new(false));
            (&raw mut (*p).goroutines).write(AtomicI64::new(0));
            (&raw mut (*p).queue).write(RunQueue::new());
        }
    }
}

global! {
    /// All processors ever made; null behind the last one.
    pub static ALL: [AtomicPtr<P>; MAX_PROCS] = filled![AtomicPtr::new(null_mut()); MAX_PROCS];
    /// GOMAXPROCS.
    pub static PROCS: AtomicU32 = AtomicU32::new(1);
    /// Processors in the list of idle ones.
    pub static IDLE: AtomicU32 = AtomicU32::new(0);
    /// Threads that look for work.
    pub static SPINNING: AtomicU32 = AtomicU32::new(0);
    /// Goroutines in the global queue. Changed under the lock.
    pub static GLOBAL_LEN: AtomicU32 = AtomicU32::new(0);
}

/// What all threads share.
pub struct Sched {
    global: Queue,
    /// Descriptors of ended goroutines.
    pub dead: Queue,
    idle_p: *mut P,
    idle_m: *mut M,
    idle_m_count: i32,
    m_count: i32,
}

global! {
    /// See [`Sched`].
    pub static SCHED: Locked<Sched> = Locked::new(Sched {
        global: Queue::new(),
        dead: Queue::new(),
        idle_p: null_mut(),
        idle_m: null_mut(),
        idle_m_count: 0,
        m_count: 1,
    });
}

impl Sched {
    /// Adds to the global queue.
    ///
    /// # Safety
    /// `g` must be in no queue.
    pub unsafe fn push_global(&mut self, g: *mut G) {
        // SAFETY: by contract.
        unsafe { self.global.push(g) };
        self.publish_length();
    }

    fn publish_length(&self) {
        GLOBAL_LEN.store(self.global.len() as u32, Release);
    }

    /// Takes a fair share of the global queue to a processor; the first of it comes back.
    ///
    /// # Safety
    /// `p` must be this thread's, or null.
    pub unsafe fn take_global(&mut self, p: *mut P) -> Option<*mut G> {
        let first = self.global.pop()?;
        // SAFETY: by contract.
        if let Some(p) = unsafe { p.as_ref() } {
            let share = self.global.len() / PROCS.load(Relaxed) as usize;
            for _ in 0..share.min(SIZE / 2) {
                let Some(g) = self.global.pop() else { break };
                p.queue.push(g, |batch| {
                    // It cannot be full if it had been empty; if it was not they go back.
                    // SAFETY: in no queue now.
                    batch.iter().for_each(|&g| unsafe { self.global.push(g) });
                });
            }
        }
        self.publish_length();
        Some(first)
    }

    /// Takes an idle processor out of the list.
    pub fn take_idle(&mut self) -> Option<*mut P> {
        let p = self.idle_p;
        if p.is_null() {
            return None;
        }
        // SAFETY: listed ones are live.
        self.idle_p = unsafe { (*p).next };
        IDLE.fetch_sub(1, SeqCst);
        monitor::wake();
        Some(p)
    }

    /// Puts an idle processor into the list.
    ///
    /// # Safety
    /// Nobody may have it.
    pub unsafe fn put_idle(&mut self, p: *mut P) {
        // SAFETY: by contract.
        unsafe { (*p).next = self.idle_p };
        self.idle_p = p;
        IDLE.fetch_add(1, SeqCst);
    }

    fn take_idle_m(&mut self) -> Option<*mut M> {
        let m = self.idle_m;
        if m.is_null() {
            return None;
        }
        // SAFETY: listed ones are live.
        self.idle_m = unsafe { (*m).next };
        self.idle_m_count -= 1;
        Some(m)
    }
}

/// The processors in use.
pub fn in_use() -> impl Iterator<Item = &'static P> {
    let n = PROCS.load(SeqCst) as usize;
    // SAFETY: live for ever.
    ALL[..n].iter().map(|p| unsafe { &*p.load(SeqCst) })
}

/// A line about the state of all processors, for GODEBUG=schedtrace, in gc's format.
pub fn print_state(milliseconds: i64) {
    let s = SCHED.lock();
    let (procs, idle, spinning) = (PROCS.load(SeqCst), IDLE.load(SeqCst), SPINNING.load(SeqCst));
    // The monitor is a thread too.
    let (threads, sleeping, waiting) = (s.m_count + 1, s.idle_m_count, s.global.len());
    drop(s);
    print::lock();
    let out = &mut print::Stderr;
    let _ = write!(
        out,
        "SCHED {milliseconds}ms: gomaxprocs={procs} idleprocs={idle} threads={threads} \
         spinningthreads={spinning} needspinning=0 idlethreads={sleeping} runqueue={waiting} [ "
    );
    for p in in_use() {
        let _ = write!(out, "{} ", p.queue.len());
    }
    let _ = out.write_str("] schedticks=[ ");
    for p in in_use() {
        let _ = write!(out, "{} ", p.slices.load(SeqCst));
    }
    let _ = out.write_str("]\n");
    print::unlock();
}

/// All processors ever made.
pub fn every() -> impl Iterator<Item = *mut P> {
    ALL.iter().map(|p| p.load(SeqCst)).take_while(|p| !p.is_null())
}

/// Makes sure that there are `n` processors. Under the lock, or at start.
fn make(n: usize) {
    let have = every().count();
    if n <= have {
        return;
    }
    let size = size_of::<P>().next_multiple_of(64);
    let Some(memory) = sys::map(0, size * (n - have)) else { fatal::throw(b"out of memory (processors)") };
    for (id, place) in ALL.iter().enumerate().take(n).skip(have) {
        // SAFETY: inside the mapping, whose zero bytes are idle processors.
        unsafe {
            let p = memory.add(size * (id - have)).cast::<P>();
            (*p).id = id;
            P::init_shared(p);
            place.store(p, SeqCst);
        }
    }
}

/// Sets the number of processors and gives the first one to this thread. At start.
pub fn init(procs: usize) {
    let n = procs.clamp(1, MAX_PROCS);
    make(n);
    PROCS.store(n as u32, SeqCst);
    let mut s = SCHED.lock();
    // Downwards, so that the lowest come first.
    for id in (1..n).rev() {
        let p = ALL[id].load(Relaxed);
        // SAFETY: just made.
        unsafe {
            (*p).status.store(status::IDLE, SeqCst);
            s.put_idle(p);
        }
    }
    drop(s);
    // SAFETY: just made, of nobody.
    unsafe {
        let p = ALL[0].load(Relaxed);
        (*p).status.store(status::IDLE, SeqCst);
        acquire(p);
    }
}

/// For unit tests: one processor.
#[cfg(test)]
pub fn init_for_tests() {
    init(1);
}

/// Changes the number of processors. The world is stopped.
pub fn resize(n: usize) {
    let n = n.clamp(1, MAX_PROCS);
    let mut s = SCHED.lock();
    make(n);
    let old = PROCS.swap(n as u32, SeqCst) as usize;
    for (id, p) in every().enumerate().take(old.max(n)) {
        // SAFETY: live for ever; nobody uses them while the world is stopped.
        unsafe {
            if id < n {
                (*p).status.store(status::STOPPED, SeqCst);
                continue;
            }
            (*p).status.store(status::DEAD, SeqCst);
            let first = (*p).queue.take_first(true);
            if !first.is_null() {
                s.push_global(first);
            }
            while let Some(g) = (*p).queue.pop(true) {
                s.push_global(g);
            }
            while let Some(g) = (*p).dead.pop() {
                s.dead.push(g);
            }
            (*p).stacks.give_back();
            let m = (*p).m.swap(null_mut(), SeqCst);
            if m == getm() {
                // This thread goes on with the first one; who had it has none when the world starts again.
                let first = ALL[0].load(Relaxed);
                if let Some(loser) = (*first).m.swap(m, SeqCst).as_mut() {
                    loser.p = null_mut();
                }
                (*m).p = first;
            } else if let Some(m) = m.as_mut() {
                m.p = null_mut();
            }
        }
    }
}

/// Gives this thread a processor that nobody has.
///
/// # Safety
/// So it must be, and this thread must have none.
pub unsafe fn acquire(p: *mut P) {
    let m = getm();
    // SAFETY: by contract.
    unsafe {
        (*m).p = p;
        (*p).m.store(m, SeqCst);
        (*p).status.store(status::RUNNING, SeqCst);
    }
}

/// Takes this thread's processor away from it.
///
/// # Safety
/// On the system stack; it must have one.
pub unsafe fn release() -> *mut P {
    let m = getm();
    // SAFETY: by contract.
    unsafe {
        let p = (*m).p;
        (*m).p = null_mut();
        (*p).m.store(null_mut(), SeqCst);
        (*p).status.store(status::IDLE, SeqCst);
        p
    }
}

/// Lets a thread run with a processor that nobody has.
///
/// # Safety
/// So it must be; a spinning thread must have been counted.
pub unsafe fn start(p: *mut P, spinning: bool) {
    let mut s = SCHED.lock();
    let idle = s.take_idle_m();
    if idle.is_none() {
        s.m_count += 1;
    }
    drop(s);
    match idle {
        // SAFETY: an idle thread waits for this.
        Some(m) => unsafe {
            (*m).spinning = spinning;
            (*m).next_p.store(p, SeqCst);
            (*m).park.wake();
        },
        None => thread::spawn(p, spinning),
    }
}

/// Wakes a thread to look for work, if a processor is idle and nobody is looking.
#[inline]
pub fn wake_one() {
    if IDLE.load(SeqCst) != 0 && SPINNING.load(SeqCst) == 0 {
        wake_one_slow();
    }
}

#[cold]
fn wake_one_slow() {
    if SPINNING.compare_exchange(0, 1, SeqCst, SeqCst).is_err() {
        return;
    }
    let p = SCHED.lock().take_idle();
    match p {
        // SAFETY: out of the list.
        Some(p) => unsafe { start(p, true) },
        None => {
            SPINNING.fetch_sub(1, SeqCst);
        }
    }
}

/// This thread has found work and looks no more; another one may be needed to look.
pub fn stop_spinning() {
    let m = getm();
    // SAFETY: this thread's.
    unsafe {
        if core::mem::replace(&mut (*m).spinning, false) {
            SPINNING.fetch_sub(1, SeqCst);
            wake_one();
        }
    }
}

/// Finds a use for a processor that has been taken from a thread in a system call.
///
/// # Safety
/// Nobody may have it.
pub unsafe fn hand_off(p: *mut P) {
    let has_work = || GLOBAL_LEN.load(SeqCst) != 0;
    // SAFETY: by contract.
    unsafe {
        if !(*p).queue.is_empty() || has_work() || timer::needs_waiter() {
            return start(p, false);
        }
        if SPINNING.load(SeqCst) + IDLE.load(SeqCst) == 0
            && SPINNING.compare_exchange(0, 1, SeqCst, SeqCst).is_ok()
        {
            return start(p, true);
        }
        let mut s = SCHED.lock();
        if world::is_stopping() {
            world::count_stopped(&*p);
        } else if has_work() {
            drop(s);
            start(p, false);
        } else {
            s.put_idle(p);
        }
    }
}

/// On the system stack, without a processor: sleeps until somebody gives this thread one.
pub fn sleep() {
    let m = getm();
    // SAFETY: this thread's descriptor.
    unsafe {
        let mut s = SCHED.lock();
        (*m).next = s.idle_m;
        s.idle_m = m;
        s.idle_m_count += 1;
        let dead = s.idle_m_count == s.m_count;
        drop(s);
        if dead {
            super::deadlock();
        }
        sleep_until_given();
    }
}

/// # Safety
/// This thread has no processor, and others know that it waits for one.
unsafe fn sleep_until_given() {
    let m = getm();
    // SAFETY: by contract.
    unsafe {
        let mut p: *mut P = null_mut();
        while p.is_null() {
            // A wake may also have been meant for an earlier sleep.
            (*m).park.sleep();
            p = (*m).next_p.swap(null_mut(), SeqCst);
        }
        acquire(p);
    }
}

/// On the system stack of a thread whose goroutine is bound to it and cannot run: sleeps until whoever finds it runnable
/// gives this thread a processor. The thread counts as idle meanwhile, but does nothing else.
pub fn wait_for_bound() {
    let m = getm();
    // SAFETY: this thread's descriptor.
    unsafe {
        if !(*m).p.is_null() {
            hand_off(release());
        }
        let mut s = SCHED.lock();
        s.idle_m_count += 1;
        let dead = s.idle_m_count == s.m_count;
        drop(s);
        if dead {
            super::deadlock();
        }
        sleep_until_given();
    }
}

/// On the system stack: gives this thread's processor to the one to which a runnable goroutine is bound.
///
/// # Safety
/// `m` must be that thread, and the goroutine in no queue.
pub unsafe fn give_to(m: *mut M) {
    // SAFETY: by contract; it waits, or is about to.
    unsafe {
        let p = release();
        // It may not have counted itself yet: then the count is one too small until it does.
        let mut s = SCHED.lock();
        s.idle_m_count -= 1;
        drop(s);
        (*m).next_p.store(p, SeqCst);
        (*m).park.wake();
    }
}

/// Half of a processor's queue that did not fit into it goes to the global one.
///
/// # Safety
/// In no queue.
pub unsafe fn overflow(batch: &Batch<G>) {
    let mut s = SCHED.lock();
    // SAFETY: by contract.
    batch.iter().for_each(|&g| unsafe { s.push_global(g) });
}
