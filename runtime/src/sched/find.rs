//! Where a thread finds a goroutine to run: its own queue, the global one, the queues of others.

use super::proc::{self, GLOBAL_LEN, IDLE, P, PROCS, SCHED, SPINNING};
use super::{chaos, timer, world};
use crate::g::{G, getm, getp, random_below};
use crate::sync::atomic::Ordering::{Relaxed, SeqCst};
use crate::sync::size::STEAL_ROUNDS;
use crate::sys;

/// Every so many picks the global queue goes first.
const FAIR_TICK: u32 = 61;
/// Nanoseconds that the owner of a queue gets to run its first goroutine itself.
const FIRST_DELAY: i64 = 3_000;

/// Whether a goroutine that runs next begins a new slice of time, or goes on with that of the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Slice {
    /// Its own.
    New,
    /// That of the one before.
    Inherited,
}

/// Whether another goroutine than the running one could run here.
pub fn is_busy() -> bool {
    // SAFETY: this thread's processor.
    unsafe { !(*getp()).queue.is_empty() || GLOBAL_LEN.load(SeqCst) != 0 }
}

/// Whether there is but one processor.
#[inline(always)]
pub fn is_alone() -> bool {
    PROCS.load(Relaxed) == 1
}

/// Whether it makes sense to wait actively for another goroutine after `i` rounds of that: it runs, nobody needs this
/// processor, and others do not do the same (gc: `sync_runtime_canSpin`).
pub fn may_spin(i: i64) -> bool {
    const MOST: i64 = 4;
    let procs = PROCS.load(Relaxed);
    // SAFETY: this thread's processor.
    i < MOST
        && procs > 1
        && IDLE.load(SeqCst) + SPINNING.load(SeqCst) + 1 < procs
        && unsafe { (*getp()).queue.is_empty() }
}

/// The next goroutine to run, if one is at hand.
pub fn pick() -> Option<(*mut G, Slice)> {
    timer::fire_due();
    // SAFETY: this thread's processor.
    let p = unsafe { &mut *getp() };
    p.picks = p.picks.wrapping_add(1);
    if p.picks.is_multiple_of(FAIR_TICK)
        && let Some(g) = take_global(p)
    {
        return Some((g, Slice::New));
    }
    let alone = is_alone();
    if chaos::chance(2)
        && let Some(g) = p.queue.pop(alone)
    {
        return Some((g, Slice::New));
    }
    let first = p.queue.take_first(alone);
    if !first.is_null() {
        return Some((first, Slice::Inherited));
    }
    p.queue.pop(alone).or_else(|| take_global(p)).map(|g| (g, Slice::New))
}

fn take_global(p: &mut P) -> Option<*mut G> {
    if GLOBAL_LEN.load(SeqCst) == 0 {
        return None;
    }
    // SAFETY: this thread's processor.
    unsafe { SCHED.lock().take_global(p) }
}

/// On the system stack, with a processor: the next goroutine to run, wherever it is. Sleeps until there is one.
pub fn find_runnable() -> (*mut G, Slice) {
    let m = getm();
    loop {
        if world::is_stopping() {
            world::stop_thread();
            // SAFETY: this thread's descriptor. A processor may be gone that is not used any more.
            unsafe {
                if (*m).p.is_null() {
                    look_no_more();
                }
                if (*m).p.is_null() {
                    proc::sleep();
                }
            }
            continue;
        }
        if let Some(found) = pick() {
            return found;
        }
        if let Some(g) = steal() {
            return (g, Slice::New);
        }
        if let Some(g) = give_up_processor() {
            return (g, Slice::New);
        }
        // SAFETY: this thread's descriptor.
        unsafe {
            if (*m).p.is_null() && !(timer::wait() && take_processor()) {
                proc::sleep();
            }
        }
    }
}

/// Takes goroutines from another processor. The thread becomes a spinning one.
fn steal() -> Option<*mut G> {
    let procs = PROCS.load(Relaxed);
    if procs == 1 {
        return None;
    }
    let m = getm();
    // SAFETY: this thread's descriptor and processor.
    let (m, p) = unsafe { (&mut *m, &*(*m).p) };
    if !m.spinning {
        if 2 * SPINNING.load(SeqCst) >= procs - IDLE.load(SeqCst) {
            return None;
        }
        m.spinning = true;
        SPINNING.fetch_add(1, SeqCst);
    }
    for round in 1..=STEAL_ROUNDS {
        let wait: Option<fn()> =
            if round == STEAL_ROUNDS { Some(|| sys::sleep_for(FIRST_DELAY)) } else { None };
        let start = random_below(procs) as usize;
        for i in 0..procs as usize {
            if world::is_stopping() {
                return None;
            }
            // SAFETY: processors live for ever.
            let from = unsafe { &*proc::ALL[(start + i) % procs as usize].load(SeqCst) };
            if !core::ptr::eq(from, p)
                && let Some(g) = from.queue.steal(&p.queue, wait)
            {
                return Some(g);
            }
        }
    }
    None
}

/// There is nothing to do: makes the processor idle, unless something has come at the last moment.
fn give_up_processor() -> Option<*mut G> {
    let m = getm();
    // SAFETY: this thread's descriptor and processor.
    unsafe {
        let mut s = SCHED.lock();
        if world::is_stopping() {
            return None;
        }
        if let Some(g) = s.take_global((*m).p) {
            return Some(g);
        }
        let p = proc::release();
        s.put_idle(p);
        drop(s);
        look_no_more();
    }
    None
}

/// A thread without a processor is not a spinning one any more, unless there is work and a processor for it: whoever
/// has made some since this thread looked has not woken another one, as this one was looking, or no processor was idle
/// (gc: `sched.needspinning`).
///
/// # Safety
/// This thread must have no processor.
unsafe fn look_no_more() {
    let m = getm();
    // SAFETY: this thread's descriptor.
    unsafe {
        if core::mem::replace(&mut (*m).spinning, false) {
            SPINNING.fetch_sub(1, SeqCst);
        }
        if (GLOBAL_LEN.load(SeqCst) != 0 || proc::in_use().any(|p| !p.queue.is_empty())) && take_processor() {
            (*m).spinning = true;
            SPINNING.fetch_add(1, SeqCst);
        }
    }
}

/// Takes an idle processor if there is one.
fn take_processor() -> bool {
    let p = SCHED.lock().take_idle();
    // SAFETY: out of the list.
    p.inspect(|&p| unsafe { proc::acquire(p) }).is_some()
}
