//! Semaphores for package sync: a goroutine waits until a counter is above zero and takes one from it.
//!
//! Waiting goroutines are found by the counter's address in a small table of lists. They are woken in order of
//! arrival, or the latest first if they ask for that. With hand-off the woken one gets the count that was released and
//! runs at once; otherwise it competes for it.

use core::ptr::null_mut;

use crate::g::{G, Racy, WaitReason, getg};
use crate::sched;

/// A waiting goroutine, in its own frame.
struct Waiter {
    g: *mut G,
    address: *mut u32,
    next: *mut Waiter,
    /// The released count is already its own.
    granted: bool,
}

const BUCKETS: usize = 251;

static TABLE: Racy<[*mut Waiter; BUCKETS]> = Racy::new([null_mut(); BUCKETS]);

/// The head of the list in which an address is.
fn bucket(address: *mut u32) -> *mut *mut Waiter {
    // SAFETY: inside the table.
    unsafe { TABLE.get().cast::<*mut Waiter>().add((address as usize >> 3) % BUCKETS) }
}

/// # Safety
/// `w` must stay in place until it is taken out.
unsafe fn enqueue(w: *mut Waiter, at_front: bool) {
    // SAFETY: by contract; listed waiters are live.
    unsafe {
        let mut link = bucket((*w).address);
        if !at_front {
            while !(*link).is_null() {
                link = &raw mut (**link).next;
            }
        }
        (*w).next = *link;
        *link = w;
    }
}

fn dequeue(address: *mut u32) -> Option<&'static mut Waiter> {
    let mut link = bucket(address);
    // SAFETY: listed waiters are live.
    unsafe {
        while !(*link).is_null() {
            let w = *link;
            if (*w).address == address {
                *link = (*w).next;
                return Some(&mut *w);
            }
            link = &raw mut (*w).next;
        }
    }
    None
}

/// Takes one if there is one.
///
/// # Safety
/// `address` must be a counter.
unsafe fn try_acquire(address: *mut u32) -> bool {
    // SAFETY: by contract.
    unsafe {
        if *address == 0 {
            return false;
        }
        *address -= 1;
    }
    true
}

/// Waits for the counter and takes one.
///
/// # Safety
/// `address` must be a counter.
pub unsafe fn acquire(address: *mut u32, reason: WaitReason, at_front: bool) {
    // SAFETY: by contract.
    unsafe {
        if try_acquire(address) {
            return;
        }
        let mut waiter = Waiter { g: getg(), address, next: null_mut(), granted: false };
        let w = &raw mut waiter;
        loop {
            enqueue(w, at_front);
            sched::park(reason);
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
    // SAFETY: by contract.
    unsafe {
        *address += 1;
        let Some(w) = dequeue(address) else { return };
        if hand_off && try_acquire(address) {
            w.granted = true;
        }
        let granted = w.granted;
        sched::ready(w.g);
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
            enqueue(p, false);
            enqueue(p.add(1), false);
            enqueue(p.add(2), false);
            enqueue(p.add(3), true);
            assert!(core::ptr::eq(dequeue(a).unwrap(), p.add(3)));
            assert!(core::ptr::eq(dequeue(a).unwrap(), p));
            assert!(core::ptr::eq(dequeue(b).unwrap(), p.add(1)));
            assert!(core::ptr::eq(dequeue(a).unwrap(), p.add(2)));
            assert!(dequeue(a).is_none() && dequeue(b).is_none());
            *a = 1;
            assert!(try_acquire(a) && !try_acquire(a));
        }
    }
}
