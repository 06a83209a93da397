//! Sleeping goroutines: a binary heap by wake-up time, looked at before each pick of the scheduler. A thread that has
//! nothing else to do sleeps until the first of them is due ([`wait`]).
//!
//! Package time's timers are kept by one goroutine of its own, which parks here until the earliest of them is due.

use alloc::vec::Vec;
use core::ptr::null_mut;

use super::proc;
use crate::g::{G, M, WaitReason, getg, getm};
use crate::lock::Locked;
use crate::sync::atomic::Ordering::SeqCst;
use crate::sync::atomic::{AtomicI64, AtomicPtr};
use crate::sync::global;
use crate::{sched, sys};

/// A goroutine to be woken.
#[derive(Clone, Copy, Debug)]
struct Entry {
    when: i64,
    /// Breaks ties by age.
    order: u64,
    g: *mut G,
}

/// A heap with the earliest entry on top.
struct Heap {
    entries: Vec<Entry>,
    order: u64,
}

impl Heap {
    const fn new() -> Heap {
        Heap { entries: Vec::new(), order: 0 }
    }

    fn before(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.entries[a], &self.entries[b]);
        (a.when, a.order) < (b.when, b.order)
    }

    fn push(&mut self, when: i64, g: *mut G) {
        self.order += 1;
        self.entries.push(Entry { when, order: self.order, g });
        self.up(self.entries.len() - 1);
    }

    fn up(&mut self, mut i: usize) {
        while i > 0 && self.before(i, (i - 1) / 2) {
            self.entries.swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    fn down(&mut self, mut i: usize) {
        loop {
            let mut first = i;
            for child in [2 * i + 1, 2 * i + 2] {
                if child < self.entries.len() && self.before(child, first) {
                    first = child;
                }
            }
            if first == i {
                return;
            }
            self.entries.swap(i, first);
            i = first;
        }
    }

    fn first(&self) -> Option<i64> {
        self.entries.first().map(|e| e.when)
    }

    fn pop_due(&mut self, now: i64) -> Option<*mut G> {
        if self.first()? > now {
            return None;
        }
        let entry = self.entries.swap_remove(0);
        self.down(0);
        Some(entry.g)
    }

    /// Whether it was there.
    fn remove(&mut self, g: *mut G) -> bool {
        let found = self.entries.iter().position(|e| e.g == g);
        if let Some(i) = found {
            self.entries.swap_remove(i);
            if i < self.entries.len() {
                self.up(i);
                self.down(i);
            }
        }
        found.is_some()
    }
}

global! {
    static SLEEPING: Locked<Heap> = Locked::new(Heap::new());
    /// When the first sleeper is due, `i64::MAX` if there is none.
    static NEXT: AtomicI64 = AtomicI64::new(i64::MAX);
    /// The thread that sleeps until the first timer is due, without a processor; and until when it does.
    static WAITER: AtomicPtr<M> = AtomicPtr::new(null_mut());
    static WAITS_UNTIL: AtomicI64 = AtomicI64::new(0);
}

impl Heap {
    /// Notes when the first is due. Before the lock is given back.
    fn publish(&self) {
        NEXT.store(self.first().unwrap_or(i64::MAX), SeqCst);
    }
}

/// When the next sleeper is due, `i64::MAX` if there is none.
#[inline]
pub fn next() -> i64 {
    NEXT.load(SeqCst)
}

/// Whether there are timers for which no thread waits.
pub fn needs_waiter() -> bool {
    next() != i64::MAX && WAITER.load(SeqCst).is_null()
}

/// Wakes all that are due.
#[inline]
pub fn fire_due() {
    let next = next();
    if next != i64::MAX && next <= sys::nanotime() {
        fire(sys::nanotime());
    }
}

/// The first one that is due runs next, the others in their order.
#[cold]
fn fire(now: i64) {
    let next = || {
        let mut heap = SLEEPING.lock();
        let due = heap.pop_due(now);
        heap.publish();
        due
    };
    // SAFETY: sleepers wait and are known only here.
    unsafe {
        let Some(first) = next() else { return };
        while let Some(g) = next() {
            sched::ready_in_turn(g);
        }
        sched::ready(first);
    }
}

/// On the system stack, without a processor: if there are timers and nobody else does it, sleeps until the first is due.
/// Whether it did, and it is worth while to look for work.
pub fn wait() -> bool {
    let m = getm();
    if next() == i64::MAX || WAITER.compare_exchange(null_mut(), m, SeqCst, SeqCst).is_err() {
        return false;
    }
    loop {
        let until = next();
        WAITS_UNTIL.store(until, SeqCst);
        // One that has come since has not seen this.
        if next() >= until {
            // SAFETY: this thread's descriptor.
            unsafe { (*m).park.sleep_until(until) };
            break;
        }
    }
    WAITER.store(null_mut(), SeqCst);
    // SAFETY: as above. A wake that comes late is for this sleep.
    true
}

/// A timer has been added: whoever waits for the first one must know if it has become that.
fn announce(when: i64) {
    let waiter = WAITER.load(SeqCst);
    // SAFETY: null or a descriptor, which lives for ever.
    match unsafe { waiter.as_ref() } {
        Some(m) if when < WAITS_UNTIL.load(SeqCst) => m.park.wake(),
        Some(_) => {}
        // This thread will look at the timers when it has nothing else to do.
        None if sched::is_busy() => proc::wake_one(),
        None => {}
    }
}

fn add(heap: &mut Heap, when: i64, g: *mut G) {
    heap.push(when, g);
    heap.publish();
}

/// `time.Sleep`
pub fn sleep(nanoseconds: i64) {
    if nanoseconds <= 0 {
        return;
    }
    let when = sys::nanotime().saturating_add(nanoseconds).min(i64::MAX - 1);
    let mut heap = SLEEPING.lock();
    add(&mut heap, when, getg());
    sched::park(WaitReason::Sleep, || {
        drop(heap);
        announce(when);
    });
}

/// The goroutine of package time and whether it has been woken before it parked.
struct TimerGoroutine {
    parked: *mut G,
    woken: bool,
    /// It has parked without a time.
    endless: bool,
}

global! {
    static TIMERS: Locked<TimerGoroutine> =
        Locked::new(TimerGoroutine { parked: null_mut(), woken: false, endless: false });
}

/// Parks package time's goroutine until `when` or [`wake`].
pub fn park_until(when: i64) {
    let g = getg();
    sched::mark_system(g);
    let mut timers = TIMERS.lock();
    if core::mem::take(&mut timers.woken) || when <= sys::nanotime() {
        return;
    }
    (timers.parked, timers.endless) = (g, when == i64::MAX);
    // Kept until it is known to wait: it may be due at once.
    let sleeping = (when != i64::MAX).then(|| {
        let mut heap = SLEEPING.lock();
        add(&mut heap, when, g);
        heap
    });
    sched::park(WaitReason::Timers, || {
        drop(sleeping);
        drop(timers);
        if when != i64::MAX {
            announce(when);
        }
    });
    TIMERS.lock().parked = null_mut();
}

/// Wakes package time's goroutine, or lets its next park return at once.
pub fn wake() {
    let mut timers = TIMERS.lock();
    let g = timers.parked;
    if g.is_null() {
        timers.woken = true;
        return;
    }
    timers.parked = null_mut();
    let waits = {
        let mut heap = SLEEPING.lock();
        let was_there = heap.remove(g);
        heap.publish();
        // Not in the heap: it waits without limit, or it has just been woken because it was due.
        was_there || timers.endless
    };
    drop(timers);
    if waits {
        // SAFETY: it waits, and nobody else will wake it.
        unsafe { sched::ready(g) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earliest_first_ties_by_age() {
        let mut heap = Heap::new();
        let g = |n: usize| n as *mut G;
        for (i, when) in [50, 10, 30, 10, 70, 20, 10].into_iter().enumerate() {
            heap.push(when, g(i + 1));
        }
        heap.remove(g(3));
        heap.remove(g(99));
        assert_eq!(heap.first(), Some(10));
        let mut order = Vec::new();
        while let Some(g) = heap.pop_due(60) {
            order.push(g as usize);
        }
        assert_eq!(order, [2, 4, 7, 6, 1]);
        assert_eq!(heap.first(), Some(70));
    }
}
