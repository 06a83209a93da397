//! Semaphores for package sync: a goroutine waits until a counter is above zero and takes one from it.
//!
//! Waiting goroutines are found by the counter's address in a small table of lists, each with a lock. They are woken in
//! order of arrival, or the latest first if they ask for that. With hand-off the woken one gets the count that was
//! released and runs at once; otherwise it competes for it. Whoever releases looks for waiters after it has added one to
//! the counter, whoever waits looks at the counter after it has said so: one of them sees the other.

use core::ptr::null_mut;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::{Acquire, SeqCst};

use crate::g::{G, WaitReason, getg};
use crate::lock::Locked;
use crate::sched::{self, chaos};

/// A waiting goroutine, in its own frame.
struct Waiter {
    g: *mut G,
    address: *mut u32,
    next: *mut Waiter,
    /// The released count is already its own.
    granted: bool,
}

/// Waiters whose counters share a place in the table.
struct List {
    first: *mut Waiter,
    last: *mut Waiter,
}

struct Bucket {
    list: Locked<List>,
    /// Goroutines in the list or about to be.
    waiting: AtomicU32,
}

const BUCKETS: usize = 251;

static TABLE: [Bucket; BUCKETS] = [const {
    Bucket { list: Locked::new(List { first: null_mut(), last: null_mut() }), waiting: AtomicU32::new(0) }
}; BUCKETS];

fn bucket(address: *mut u32) -> &'static Bucket {
    &TABLE[(address as usize >> 3) % BUCKETS]
}

impl List {
    /// # Safety
    /// `w` must stay in place until it is taken out.
    unsafe fn push(&mut self, w: *mut Waiter, at_front: bool) {
        // SAFETY: by contract; listed waiters are live.
        unsafe {
            (*w).next = null_mut();
            if self.first.is_null() {
                (self.first, self.last) = (w, w);
            } else if at_front {
                (*w).next = self.first;
                self.first = w;
            } else {
                (*self.last).next = w;
                self.last = w;
            }
        }
    }

    /// Takes the first waiter for a counter out.
    fn pop(&mut self, address: *mut u32) -> Option<*mut Waiter> {
        let (mut before, mut w) = (null_mut::<Waiter>(), self.first);
        // SAFETY: listed waiters are live.
        unsafe {
            while !w.is_null() && (*w).address != address {
                (before, w) = (w, (*w).next);
            }
            let next = w.as_ref()?.next;
            match before.as_mut() {
                Some(before) => before.next = next,
                None => self.first = next,
            }
            if self.last == w {
                self.last = before;
            }
        }
        Some(w)
    }
}

/// Takes one if there is one.
///
/// # Safety
/// `address` must be a counter.
unsafe fn try_acquire(address: *mut u32) -> bool {
    // SAFETY: by contract.
    let counter = unsafe { AtomicU32::from_ptr(address) };
    counter.fetch_update(SeqCst, Acquire, |n| n.checked_sub(1)).is_ok()
}

/// Waits for the counter and takes one.
///
/// # Safety
/// `address` must be a counter.
pub unsafe fn acquire(address: *mut u32, reason: WaitReason, at_front: bool) {
    chaos::point();
    // SAFETY: by contract.
    unsafe {
        if try_acquire(address) {
            return;
        }
        let mut waiter = Waiter { g: getg(), address, next: null_mut(), granted: false };
        let w = &raw mut waiter;
        let bucket = bucket(address);
        loop {
            let mut list = bucket.list.lock_with_processor();
            bucket.waiting.fetch_add(1, SeqCst);
            if try_acquire(address) {
                bucket.waiting.fetch_sub(1, SeqCst);
                return;
            }
            list.push(w, at_front);
            sched::park(reason, || drop(list));
            if (&raw const (*w).granted).read_volatile() || try_acquire(address) {
                return;
            }
        }
    }
}

/// Adds one and wakes a waiter.
///
/// # Safety
/// `address` must be a counter.
pub unsafe fn release(address: *mut u32, hand_off: bool) {
    chaos::point();
    // SAFETY: by contract.
    unsafe {
        AtomicU32::from_ptr(address).fetch_add(1, SeqCst);
        let bucket = bucket(address);
        if bucket.waiting.load(SeqCst) == 0 {
            return;
        }
        let mut list = bucket.list.lock_with_processor();
        let Some(w) = list.pop(address) else { return };
        bucket.waiting.fetch_sub(1, SeqCst);
        drop(list);
        let granted = hand_off && try_acquire(address);
        (*w).granted = granted;
        sched::ready((*w).g);
        if granted {
            sched::yield_now();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiters_are_found_by_address_in_order() {
        let mut counters = [0u32; 2];
        let (a, b) = (&raw mut counters[0], &raw mut counters[1]);
        let waiter = |address| Waiter { g: null_mut(), address, next: null_mut(), granted: false };
        let mut ws = [waiter(a), waiter(b), waiter(a), waiter(a)];
        let p = ws.as_mut_ptr();
        // SAFETY: the waiters outlive their stay in the table.
        unsafe {
            let mut list = List { first: null_mut(), last: null_mut() };
            list.push(p, false);
            list.push(p.add(1), false);
            list.push(p.add(2), false);
            list.push(p.add(3), true);
            assert_eq!([list.pop(a), list.pop(a), list.pop(a)], [Some(p.add(3)), Some(p), Some(p.add(2))]);
            list.push(p, false);
            assert_eq!([list.pop(b), list.pop(b), list.pop(a)], [Some(p.add(1)), None, Some(p)]);
            assert!(list.first.is_null() && list.last.is_null());
            *a = 1;
            assert!(try_acquire(a) && !try_acquire(a));
        }
    }
}
