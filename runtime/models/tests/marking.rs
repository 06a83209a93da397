//! Threads that mark together: all is marked when whoever collects goes on, and then nobody looks at the heap any more.

use std::sync::Arc;

use loom::cell::UnsafeCell;
use loom::sync::atomic::AtomicUsize;
use loom::sync::atomic::Ordering::Relaxed;
use loom::thread;
use models::check;
use models::pool::Pool;

/// Objects 1, 2, …: that with number n refers to those with numbers 2n and 2n + 1.
const MOST: usize = 8;

struct Heap {
    pool: Pool,
    /// How many there are; changes while nothing is marked.
    len: UnsafeCell<usize>,
    marks: [AtomicUsize; MOST],
}

// SAFETY: loom watches the accesses to `len`.
unsafe impl Send for Heap {}
// SAFETY: as above.
unsafe impl Sync for Heap {}

impl Heap {
    fn new() -> Arc<Heap> {
        let marks = core::array::from_fn(|_| AtomicUsize::new(0));
        Arc::new(Heap { pool: Pool::new(), len: UnsafeCell::new(0), marks })
    }

    /// Marks with the others until the round is over. What it knows about the heap at first it believes until then.
    fn mark(&self, round: u32, mut todo: Vec<usize>) {
        // SAFETY: loom watches.
        let len = self.len.with(|len| unsafe { *len });
        loop {
            self.len.with(|_| {
                while let Some(n) = todo.pop() {
                    self.marks[n].fetch_add(1, Relaxed);
                    todo.extend((2 * n..2 * n + 2).filter(|&n| n < len));
                    if self.pool.is_hungry() {
                        self.pool.share(&mut todo);
                    }
                }
            });
            if !self.pool.more(round, &mut todo) {
                return;
            }
        }
    }

    /// A collection of a heap of that length.
    fn collect(&self, len: usize, helpers: usize) {
        // SAFETY: loom watches.
        self.len.with_mut(|place| unsafe { *place = len });
        let round = self.pool.open(helpers);
        self.mark(round, vec![1]);
        for n in 1..len {
            assert_eq!(self.marks[n].swap(0, Relaxed), 1, "object {n} of {len}");
        }
    }

    /// What a helper does, until it has seen the last of so many rounds.
    fn help(&self, rounds: u32) {
        let mut seen = 0;
        while seen != rounds {
            seen = self.pool.wait_for_round(seen);
            if let Some(round) = self.pool.join() {
                self.mark(round, Vec::new());
            }
        }
    }
}

#[test]
fn one_helper_shares_the_work() {
    check(3, || {
        let heap = Heap::new();
        let helper = {
            let heap = heap.clone();
            thread::spawn(move || heap.help(1))
        };
        heap.collect(MOST, 1);
        helper.join().unwrap();
    });
}

/// A helper may notice the end of a round when the next one is open, and the heap has grown.
#[test]
fn late_helpers_are_no_part_of_the_next_round() {
    check(3, || {
        let heap = Heap::new();
        let helper = {
            let heap = heap.clone();
            thread::spawn(move || heap.help(2))
        };
        heap.collect(3, 1);
        heap.collect(6, 1);
        helper.join().unwrap();
    });
}

#[test]
fn two_helpers() {
    check(2, || {
        let heap = Heap::new();
        let helpers: Vec<_> = (0..2)
            .map(|_| {
                let heap = heap.clone();
                thread::spawn(move || heap.help(1))
            })
            .collect();
        heap.collect(5, 2);
        helpers.into_iter().for_each(|h| h.join().unwrap());
    });
}
