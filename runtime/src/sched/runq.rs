//! The run queue of a processor: a ring that its owner fills at the tail and empties at the head, and of which others
//! may steal the older half. Beside it stands one goroutine that goes first (gc: `runqput` and its relatives).
//!
//! Slots are read before the head is moved over them with a compare-and-swap: who loses that race has read what does
//! not count. The owner writes slots between head and head + size only, so none that a thief may still win.
//!
//! Where there is but one processor there are no thieves: owners say so (`alone`) and save the locked instructions.

use core::ptr::null_mut;

use crate::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};
use crate::sync::atomic::{AtomicPtr, AtomicU32};
use crate::sync::{constant, filled, size};

/// Places in the ring.
pub const SIZE: usize = size::RUN_QUEUE;

/// A run queue.
pub struct RunQueue<T> {
    head: AtomicU32,
    tail: AtomicU32,
    first: AtomicPtr<T>,
    slots: [AtomicPtr<T>; SIZE],
}

/// Half of a full ring and the one that did not fit, oldest first.
pub type Batch<T> = [*mut T; SIZE / 2 + 1];

impl<T> RunQueue<T> {
    constant! {
        /// An empty queue.
        pub fn new() -> RunQueue<T> {
            RunQueue {
                head: AtomicU32::new(0),
                tail: AtomicU32::new(0),
                first: AtomicPtr::new(null_mut()),
                slots: filled![AtomicPtr::new(null_mut()); SIZE],
            }
        }
    }

    /// How many are in the ring, more or less.
    pub fn len(&self) -> u32 {
        self.tail.load(Acquire).wrapping_sub(self.head.load(Acquire)).min(SIZE as u32)
    }

    /// Whether nothing is in it, at some moment of the call.
    pub fn is_empty(&self) -> bool {
        loop {
            let head = self.head.load(Acquire);
            let tail = self.tail.load(Acquire);
            let first = self.first.load(Acquire);
            // One that is moved from the first place to the ring must not be missed.
            if tail == self.tail.load(Acquire) {
                return head == tail && first.is_null();
            }
        }
    }

    /// By the owner: puts an item in front of all others; the one that had been there comes back.
    #[inline]
    pub fn set_first(&self, item: *mut T, alone: bool) -> *mut T {
        if alone {
            let old = self.first.load(Relaxed);
            self.first.store(item, Relaxed);
            return old;
        }
        self.first.swap(item, AcqRel)
    }

    /// By the owner: takes the one that goes first.
    #[inline]
    pub fn take_first(&self, alone: bool) -> *mut T {
        if self.first.load(Relaxed).is_null() {
            return null_mut();
        }
        self.set_first(null_mut(), alone)
    }

    /// By the owner: adds at the tail. If the ring is full half of it goes to `spill` together with the item; whether
    /// that was so.
    #[inline]
    pub fn push(&self, item: *mut T, mut spill: impl FnMut(&Batch<T>)) -> bool {
        loop {
            let head = self.head.load(Acquire);
            let tail = self.tail.load(Relaxed);
            if tail.wrapping_sub(head) < SIZE as u32 {
                self.slots[tail as usize % SIZE].store(item, Relaxed);
                self.tail.store(tail.wrapping_add(1), Release);
                return false;
            }
            if self.spill_half(head, item, &mut spill) {
                return true;
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn spill_half(&self, head: u32, item: *mut T, spill: &mut impl FnMut(&Batch<T>)) -> bool {
        let batch = self.take_half(head, item);
        batch.iter().for_each(spill);
        batch.is_some()
    }

    fn take_half(&self, head: u32, item: *mut T) -> Option<Batch<T>> {
        let mut batch = [null_mut(); SIZE / 2 + 1];
        for (i, place) in batch[..SIZE / 2].iter_mut().enumerate() {
            *place = self.slots[(head as usize + i) % SIZE].load(Relaxed);
        }
        batch[SIZE / 2] = item;
        let moved = self.head.compare_exchange(head, head.wrapping_add(SIZE as u32 / 2), AcqRel, Relaxed);
        moved.is_ok().then_some(batch)
    }

    /// By the owner: takes the oldest.
    #[inline]
    pub fn pop(&self, alone: bool) -> Option<*mut T> {
        loop {
            let head = self.head.load(Acquire);
            if head == self.tail.load(Relaxed) {
                return None;
            }
            let item = self.slots[head as usize % SIZE].load(Relaxed);
            if alone {
                self.head.store(head.wrapping_add(1), Relaxed);
                return Some(item);
            }
            if self.head.compare_exchange(head, head.wrapping_add(1), AcqRel, Relaxed).is_ok() {
                return Some(item);
            }
        }
    }

    /// By the owner of `into`, which must be empty: takes half of this queue and returns one of them, the rest goes to
    /// `into`. With `wait_for_first` the one that goes first here is taken too, if there is nothing else and it is still
    /// there after that call.
    pub fn steal(&self, into: &RunQueue<T>, wait_for_first: Option<fn()>) -> Option<*mut T> {
        let tail = into.tail.load(Relaxed);
        loop {
            let head = self.head.load(Acquire);
            let available = self.tail.load(Acquire).wrapping_sub(head);
            let count = available - available / 2;
            if count == 0 {
                return self.steal_first(wait_for_first?);
            }
            if count > SIZE as u32 / 2 {
                continue; // head and tail do not belong together
            }
            for i in 0..count {
                let item = self.slots[head.wrapping_add(i) as usize % SIZE].load(Relaxed);
                into.slots[tail.wrapping_add(i) as usize % SIZE].store(item, Relaxed);
            }
            if self.head.compare_exchange(head, head.wrapping_add(count), AcqRel, Relaxed).is_ok() {
                let last = tail.wrapping_add(count - 1);
                let item = into.slots[last as usize % SIZE].load(Relaxed);
                into.tail.store(last, Release);
                return Some(item);
            }
        }
    }

    fn steal_first(&self, wait: fn()) -> Option<*mut T> {
        let first = self.first.load(Acquire);
        if first.is_null() {
            return None;
        }
        // Its owner is likely to run it at once: that is cheaper than to move it.
        wait();
        let taken = self.first.compare_exchange(first, null_mut(), AcqRel, Relaxed);
        taken.is_ok().then_some(first)
    }
}

impl<T> Default for RunQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::sync::Mutex;
    use std::sync::atomic::AtomicBool;

    fn item(n: usize) -> *mut u8 {
        core::ptr::without_provenance_mut(n + 1)
    }

    #[test]
    fn first_in_first_out_and_overflow() {
        let q = RunQueue::<u8>::new();
        assert!(q.is_empty() && q.pop(false).is_none() && q.take_first(false).is_null());
        for n in 0..SIZE {
            assert!(!q.push(item(n), |_| ()));
        }
        let mut batch = [null_mut(); SIZE / 2 + 1];
        assert!(q.push(item(SIZE), |spilled| batch = *spilled));
        assert_eq!(
            (batch[0], batch[SIZE / 2 - 1], batch[SIZE / 2]),
            (item(0), item(SIZE / 2 - 1), item(SIZE))
        );
        for n in SIZE / 2..SIZE {
            assert_eq!(q.pop(false), Some(item(n)));
        }
        assert!(q.is_empty());
        for n in 0..3 {
            q.push(item(n), |_| ());
        }
        assert_eq!(
            [q.pop(true), q.pop(false), q.pop(true), q.pop(true)],
            [Some(item(0)), Some(item(1)), Some(item(2)), None]
        );
        assert!(q.set_first(item(7), true).is_null());
        assert_eq!(q.set_first(item(8), false), item(7));
        assert!(!q.is_empty());
        assert_eq!((q.take_first(false), q.take_first(false)), (item(8), null_mut()));
    }

    #[test]
    fn thieves_take_the_older_half_and_the_first_last() {
        let (q, mine) = (RunQueue::new(), RunQueue::new());
        q.set_first(item(100), false);
        for n in 0..5 {
            assert!(!q.push(item(n), |_| ()));
        }
        assert_eq!(q.steal(&mine, None), Some(item(2)));
        assert_eq!((mine.pop(false), mine.pop(false), mine.pop(false)), (Some(item(0)), Some(item(1)), None));
        assert_eq!(q.steal(&mine, None), Some(item(3)));
        assert_eq!(q.steal(&mine, None), Some(item(4)));
        assert_eq!(q.steal(&mine, None), None);
        assert_eq!(q.steal(&mine, Some(|| {})), Some(item(100)));
        assert_eq!(q.steal(&mine, Some(|| {})), None);
    }

    /// What is put in comes out once, whoever takes it.
    #[test]
    fn nothing_is_lost_or_doubled_under_theft() {
        const ITEMS: usize = if cfg!(miri) { 300 } else { 100_000 };
        let q = RunQueue::<u8>::new();
        let done = AtomicBool::new(false);
        let seen = Mutex::new(HashSet::new());
        let note = |items: Vec<usize>| {
            let mut seen = seen.lock().unwrap();
            items.into_iter().for_each(|n| assert!(seen.insert(n), "{n} came out twice"));
        };
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let (mine, mut taken) = (RunQueue::new(), Vec::new());
                    while !done.load(Acquire) || !q.is_empty() {
                        let stolen = q.steal(&mine, Some(|| {}));
                        taken.extend(stolen.into_iter().chain(core::iter::from_fn(|| mine.pop(false))));
                        std::thread::yield_now();
                    }
                    note(taken.into_iter().map(|p| p.addr()).collect());
                });
            }
            let mut taken = Vec::new();
            for n in 0..ITEMS {
                let displaced = if n % 3 == 0 { q.set_first(item(n), false) } else { item(n) };
                if !displaced.is_null() {
                    q.push(displaced, |batch| taken.extend(batch));
                }
                if n % 5 == 0 {
                    taken.extend(q.pop(false));
                }
            }
            let first = q.take_first(false);
            taken.extend((!first.is_null()).then_some(first));
            taken.extend(core::iter::from_fn(|| q.pop(false)));
            done.store(true, Release);
            note(taken.into_iter().map(|p| p.addr()).collect());
        });
        assert_eq!(seen.lock().unwrap().len(), ITEMS);
    }
}
