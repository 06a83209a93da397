//! Threads that mark together.
//!
//! While the world is stopped the thread that collects is joined by helpers, which sleep otherwise. Each has a work list
//! of its own. One that has nothing left waits; whoever sees that somebody waits ([`is_hungry`]) gives away the older half
//! of its list, in which the larger parts of the heap hang. When all wait there is nothing left and marking is over.
//! Nobody spins: on a machine with other work that would only take time from those that mark.

use alloc::vec::Vec;
use core::ptr::null;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, AtomicUsize};

use super::mark::Marker;
use crate::g::{G, GState, Racy};
use crate::lock::Locked;
use crate::mem::heap::Heap;
use crate::sched::{proc, thread};
use crate::sys;

/// Off: with helpers `tests/golden/std/time_unreferenced.go` under `MINIGO_GCSTRESS=997 MINIGO_GCVERIFY=1 GOMAXPROCS=8` and
/// load beside loses an object once in about ten runs; without them never.
const ENABLED: bool = false;
/// Helpers there can be.
const MOST: usize = 15;
/// Bytes that marking must find to do, judged by the last time, for helpers to be worth waking. Where the heap fits into the
/// caches the locked instructions of common marks cost a third more time.
const WORTH: usize = 16 << 20;
/// Objects that are given away at a time, at most, and how many somebody must have.
const GIFT: usize = 256;
const ENOUGH: usize = 4;
/// Goroutines that are taken at a time.
const BATCH: usize = 16;

/// What all share.
struct Pool {
    gifts: Vec<Vec<usize>>,
    /// Those that mark.
    active: usize,
    /// Those that wait.
    waiting: usize,
    /// Those that may still join.
    wanted: usize,
    /// Marking goes on.
    open: bool,
    /// Helpers that exist.
    helpers: usize,
    heap: *const Heap,
}

static POOL: Locked<Pool> = Locked::new(Pool {
    gifts: Vec::new(),
    active: 0,
    waiting: 0,
    wanted: 0,
    open: false,
    helpers: 0,
    heap: null(),
});
/// More wait than there are gifts.
static HUNGRY: AtomicBool = AtomicBool::new(false);
/// Counts what those that wait should look at.
static NEWS: AtomicU32 = AtomicU32::new(0);
/// Counts the times that helpers were called.
static CALLS: AtomicU32 = AtomicU32::new(0);

/// The goroutines whose stacks are roots. Valid while marking goes on.
pub struct Goroutines {
    all: AtomicPtr<*mut G>,
    len: AtomicUsize,
    next: AtomicUsize,
    /// Bytes of their stacks.
    stacks: AtomicUsize,
    now: Racy<i64>,
}

/// See [`Goroutines`].
pub static GOROUTINES: Goroutines = Goroutines {
    all: AtomicPtr::new(core::ptr::null_mut()),
    len: AtomicUsize::new(0),
    next: AtomicUsize::new(0),
    stacks: AtomicUsize::new(0),
    now: Racy::new(0),
};

impl Goroutines {
    /// Names those of this collection.
    pub fn set(&self, all: &[*mut G], now: i64) {
        self.all.store(all.as_ptr().cast_mut(), Relaxed);
        self.len.store(all.len(), Relaxed);
        self.next.store(0, Relaxed);
        self.stacks.store(0, Relaxed);
        // SAFETY: before others look.
        unsafe { *self.now.get() = now };
    }

    /// Marks from those that nobody has taken yet.
    pub fn mark(&self, marker: &mut Marker, heap: &Heap) {
        let len = self.len.load(Relaxed);
        let mut bytes = 0;
        loop {
            let first = self.next.fetch_add(BATCH, Relaxed);
            for at in first..len.min(first + BATCH) {
                // SAFETY: descriptors live for ever; nobody else has taken this one.
                bytes += unsafe {
                    let g = *self.all.load(Relaxed).add(at);
                    mark_goroutine(marker, heap, &mut *g, *self.now.get())
                };
            }
            if first >= len {
                self.stacks.fetch_add(bytes, Relaxed);
                return;
            }
            // One that has not yet noticed that the last marking is over may still seem to wait.
            if marker.is_shared() && is_hungry() {
                share(marker);
            }
        }
    }

    /// Bytes of the stacks that have been looked at.
    pub fn stacks(&self) -> usize {
        self.stacks.load(Relaxed)
    }
}

/// Marks from the stack of a goroutine; its bytes.
fn mark_goroutine(marker: &mut Marker, heap: &Heap, g: &mut G, now: i64) -> usize {
    let state = g.state.get();
    if state == GState::Waiting && g.wait_since == 0 {
        g.wait_since = now;
    }
    if state == GState::Dead || !g.stack.contains(g.sp) {
        return 0;
    }
    marker.mark_goroutine(heap, g);
    g.stack.used(g.sp).map(|used| used.hi - used.lo).sum()
}

/// How many helpers a collection is worth that will find `bytes` to look at.
pub fn worth(bytes: usize) -> usize {
    if bytes < WORTH { 0 } else { most() }
}

/// How many can help: the threads that mark are no more than the processors.
pub fn most() -> usize {
    if ENABLED { (proc::PROCS.load(Relaxed) as usize - 1).min(MOST) } else { 0 }
}

/// Calls helpers. The caller marks, too, and is the last to leave if it calls [`Marker::drain`].
pub fn call(marker: &mut Marker, heap: &Heap, helpers: usize) {
    marker.set_shared(true);
    let mut pool = POOL.lock();
    (pool.active, pool.wanted, pool.open) = (1, helpers, true);
    pool.heap = heap;
    let missing = helpers.saturating_sub(pool.helpers);
    pool.helpers += missing;
    CALLS.fetch_add(1, SeqCst);
    drop(pool);
    (0..missing).for_each(|_| thread::spawn_helper(help));
    sys::futex_wake(&CALLS, helpers as u32);
}

/// A helper.
extern "C" fn help(_: *mut u8) -> ! {
    let mut marker = Marker::new();
    marker.set_shared(true);
    let mut seen = 0;
    loop {
        let calls = CALLS.load(SeqCst);
        if calls == seen {
            sys::futex_wait(&CALLS, calls, None);
            continue;
        }
        seen = calls;
        take_part(&mut marker);
    }
}

/// Marks with the others if one more is wanted; whether that was so.
fn take_part(marker: &mut Marker) -> bool {
    let heap = {
        let mut pool = POOL.lock();
        if !pool.open || pool.wanted == 0 {
            return false;
        }
        pool.wanted -= 1;
        pool.active += 1;
        pool.heap
    };
    // SAFETY: it does not change before all that are active have ended.
    let heap = unsafe { &*heap };
    GOROUTINES.mark(marker, heap);
    marker.drain(heap);
    marker.rest();
    true
}

/// Whether somebody waits for work.
#[inline(always)]
pub fn is_hungry() -> bool {
    HUNGRY.load(Relaxed)
}

/// Gives work away if there is enough of it.
#[cold]
#[inline(never)]
pub fn share(marker: &mut Marker) {
    let todo = marker.todo();
    if todo.len() < ENOUGH {
        return;
    }
    let mut pool = POOL.lock();
    if pool.waiting > pool.gifts.len() {
        let gift = todo.drain(..GIFT.min(todo.len() / 2)).collect();
        pool.gifts.push(gift);
        pool.publish();
        drop(pool);
        tell(1);
    }
}

impl Pool {
    fn publish(&self) {
        HUNGRY.store(self.waiting > self.gifts.len(), Relaxed);
    }
}

fn tell(how_many: u32) {
    NEWS.fetch_add(1, SeqCst);
    sys::futex_wake(&NEWS, how_many);
}

/// More work for one that has none; false if marking is over.
pub fn more(marker: &mut Marker) -> bool {
    let mut pool = POOL.lock();
    pool.active -= 1;
    loop {
        if let Some(gift) = pool.gifts.pop() {
            pool.active += 1;
            pool.publish();
            drop(pool);
            marker.todo().extend_from_slice(&gift);
            return true;
        }
        if !pool.open {
            return false;
        }
        if pool.active == 0 {
            pool.open = false;
            drop(pool);
            tell(MOST as u32);
            return false;
        }
        pool.waiting += 1;
        pool.publish();
        let news = NEWS.load(SeqCst);
        drop(pool);
        sys::futex_wait(&NEWS, news, None);
        pool = POOL.lock();
        pool.waiting -= 1;
        pool.publish();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mem::heap::OneCache;
    use crate::types::fake;

    const NODES: usize = 60_000;
    const HELPERS: usize = 3;

    /// Two pointers to earlier nodes each: what is reachable is known. Some come out of one large array.
    struct Graph {
        heap: OneCache,
        nodes: Vec<usize>,
        links: Vec<[usize; 2]>,
        array: usize,
    }

    fn random(state: &mut u64) -> usize {
        *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (*state >> 33) as usize
    }

    fn graph(seed: u64) -> Graph {
        let (mut heap, mut state) = (OneCache::new(64 << 20), seed);
        let mut new = |size, mask: &[bool]| {
            // SAFETY: a descriptor.
            unsafe { heap.allocate(size, fake::words(mask)) }.unwrap() as usize
        };
        let nodes: Vec<usize> = (0..NODES).map(|i| new([16, 48][i % 2], &[true, true])).collect();
        let array = new(NODES * 4, &[true]);
        let mut links = vec![[0; 2]; NODES];
        for i in 1..NODES {
            links[i] = [random(&mut state) % i, i - 1 - random(&mut state) % i.min(40)];
            for word in 0..2 {
                // SAFETY: inside the node.
                unsafe { *(nodes[i] as *mut usize).add(word) = nodes[links[i][word]] };
            }
        }
        for (i, &node) in nodes[..NODES / 2].iter().enumerate() {
            // SAFETY: inside the array.
            unsafe { *(array as *mut usize).add(i) = node };
        }
        Graph { heap, nodes, links, array }
    }

    impl Graph {
        fn reachable(&self, roots: &[usize]) -> Vec<bool> {
            let (mut seen, mut todo) = (vec![false; NODES], roots.to_vec());
            while let Some(i) = todo.pop() {
                if !core::mem::replace(&mut seen[i], true) {
                    todo.extend(self.links[i]);
                }
            }
            seen
        }

        fn mark(&mut self, words: &[usize]) {
            self.heap.flush();
            let heap: &Heap = &self.heap.heap;
            let mut marker = Marker::new();
            call(&mut marker, heap, HELPERS);
            std::thread::scope(|scope| {
                for _ in 0..HELPERS {
                    scope.spawn(|| {
                        let mut marker = Marker::new();
                        marker.set_shared(true);
                        take_part(&mut marker);
                    });
                }
                words.iter().for_each(|&word| marker.visit(heap, word));
                marker.drain(heap);
            });
        }
    }

    #[test]
    fn together_they_mark_what_is_reachable() {
        let _serial = crate::mem::tests::serial();
        POOL.lock().helpers = MOST;
        GOROUTINES.set(&[], 0);
        for seed in 1..6 {
            let mut graph = graph(seed);
            let mut state = seed;
            for round in 0..4 {
                let mut roots: Vec<usize> =
                    (0..2).map(|_| (random(&mut state) % NODES) >> (round * 3)).collect();
                let mut words: Vec<usize> = roots.iter().map(|&i| graph.nodes[i] + 7).collect();
                if round == 3 {
                    roots.extend(0..NODES / 2);
                    words.push(graph.array + 1);
                }
                graph.mark(&words);
                let arena = &mut graph.heap.heap.arena;
                let marked: Vec<bool> =
                    graph.nodes.iter().map(|&p| arena.is_marked(arena.find(p).unwrap())).collect();
                for block in 0..arena.used() {
                    arena.mark_bits(block).fill(0);
                }
                assert!(marked == graph.reachable(&roots), "seed {seed} round {round}");
            }
        }
    }
}
