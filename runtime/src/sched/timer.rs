//! Sleeping goroutines: a binary heap by wake-up time, looked at before each pick of the scheduler.
//!
//! Package time's timers are kept by one goroutine of its own, which parks here until the earliest of them is due.

use alloc::vec::Vec;
use core::ptr::null_mut;

use crate::g::{G, GState, Racy, WaitReason, getg};
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

    fn remove(&mut self, g: *mut G) {
        if let Some(i) = self.entries.iter().position(|e| e.g == g) {
            self.entries.swap_remove(i);
            if i < self.entries.len() {
                self.up(i);
                self.down(i);
            }
        }
    }
}

static SLEEPING: Racy<Heap> = Racy::new(Heap::new());

fn sleeping() -> &'static mut Heap {
    // SAFETY: one thread; not kept over a switch.
    unsafe { &mut *SLEEPING.get() }
}

/// When the next sleeper is due.
pub fn next() -> Option<i64> {
    sleeping().first()
}

/// Wakes all that are due.
pub fn fire_due() {
    if sleeping().entries.is_empty() {
        return;
    }
    let now = sys::nanotime();
    while let Some(g) = sleeping().pop_due(now) {
        // SAFETY: sleepers wait and are known only here.
        unsafe { sched::ready(g) };
    }
}

/// `time.Sleep`
pub fn sleep(nanoseconds: i64) {
    if nanoseconds <= 0 {
        return;
    }
    let when = sys::nanotime().saturating_add(nanoseconds);
    sleeping().push(when, getg());
    sched::park(WaitReason::Sleep);
}

/// The goroutine of package time and whether it has been woken before it parked.
struct TimerGoroutine {
    parked: *mut G,
    woken: bool,
}

static TIMERS: Racy<TimerGoroutine> = Racy::new(TimerGoroutine { parked: null_mut(), woken: false });

/// Parks package time's goroutine until `when` or [`wake`].
pub fn park_until(when: i64) {
    let g = getg();
    // SAFETY: one thread.
    let timers = unsafe { &mut *TIMERS.get() };
    // SAFETY: the current goroutine.
    unsafe { (*g).system = true };
    if core::mem::take(&mut timers.woken) || when <= sys::nanotime() {
        return;
    }
    if when != i64::MAX {
        sleeping().push(when, g);
    }
    timers.parked = g;
    sched::park(WaitReason::Timers);
    // SAFETY: one thread.
    unsafe {
        (*TIMERS.get()).parked = null_mut();
        (*TIMERS.get()).woken = false;
    }
}

/// Wakes package time's goroutine, or lets its next park return at once.
pub fn wake() {
    // SAFETY: one thread.
    let timers = unsafe { &mut *TIMERS.get() };
    let g = timers.parked;
    // SAFETY: null or a live descriptor.
    if g.is_null() || unsafe { (*g).state != GState::Waiting } {
        timers.woken = true;
        return;
    }
    sleeping().remove(g);
    timers.parked = null_mut();
    // SAFETY: it waits, and the heap no longer knows it.
    unsafe { sched::ready(g) };
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
