//! Threads that mark together: helpers, and what they look at. How they share the work is in [`pool`](super::pool).
//!
//! While the world is stopped the thread that collects is joined by helpers, which sleep otherwise. A helper may be slow to
//! notice that a marking is over, and be asleep when the heap changes again: it has a reference to the heap only while it
//! marks.

use core::sync::atomic::Ordering::Relaxed;
use core::sync::atomic::{AtomicPtr, AtomicUsize};

use super::mark::Marker;
use super::pool::Pool;
use crate::g::{G, GState, Racy};
use crate::mem::heap::Heap;
use crate::sched::{proc, thread};
use crate::sys;

/// Helpers there can be.
const MOST: usize = 15;
/// Bytes that marking must find to do, judged by the last time, for helpers to be worth waking. Where the heap fits into the
/// caches the locked instructions of common marks cost a third more time.
const WORTH: usize = 16 << 20;
/// Goroutines that are taken at a time.
const BATCH: usize = 16;

static POOL: Pool = Pool::new();
/// What the round of [`POOL`] marks, if one is open.
static HEAP: AtomicPtr<Heap> = AtomicPtr::new(core::ptr::null_mut());
/// Helpers that exist. Changed by whoever collects.
static SPAWNED: AtomicUsize = AtomicUsize::new(0);

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
    if bytes < WORTH { 0 } else { most().min(sys::cpu_count() - 1) }
}

/// How many can help: the threads that mark are no more than the processors.
pub fn most() -> usize {
    (proc::PROCS.load(Relaxed) as usize - 1).min(MOST)
}

/// Calls helpers. The caller marks, too, and ends the marking with [`finish`].
pub fn call(marker: &mut Marker, heap: &Heap, helpers: usize) {
    HEAP.store((&raw const *heap).cast_mut(), Relaxed);
    marker.enter(POOL.open(helpers));
    let exist = SPAWNED.load(Relaxed);
    if exist < helpers {
        SPAWNED.store(helpers, Relaxed);
        (exist..helpers).for_each(|_| thread::spawn_helper(help));
    }
}

/// Marks, with all the others, what is reachable from what has been visited: then they are done.
pub fn finish(marker: &mut Marker, heap: &Heap) {
    let round = marker.round();
    loop {
        marker.drain(heap);
        if !POOL.more(round, marker.todo()) {
            break;
        }
    }
    marker.leave();
}

/// A helper.
extern "C" fn help(_: *mut u8) -> ! {
    let (mut marker, mut seen) = (Marker::new(), 0);
    loop {
        seen = POOL.wait_for_round(seen);
        take_part(&mut marker);
    }
}

/// Marks with the others if one more is wanted.
fn take_part(marker: &mut Marker) {
    let Some(round) = POOL.join() else { return };
    marker.enter(round);
    mark_until_empty(marker, true);
    while POOL.more(round, marker.todo()) {
        mark_until_empty(marker, false);
    }
    marker.leave();
    marker.rest();
}

/// What a helper does between joining, or getting more, and having nothing.
fn mark_until_empty(marker: &mut Marker, roots: bool) {
    // SAFETY: this thread is active in a round: so the caller is in it, too, and keeps the heap as it is.
    let heap = unsafe { &*HEAP.load(Relaxed) };
    if roots {
        GOROUTINES.mark(marker, heap);
    }
    marker.drain(heap);
}

/// Whether somebody waits for work.
#[inline(always)]
pub fn is_hungry() -> bool {
    POOL.is_hungry()
}

/// Gives work away if there is enough of it.
#[cold]
#[inline(never)]
pub fn share(marker: &mut Marker) {
    POOL.share(marker.shareable());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mem::block::BIT_WORDS;
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
                    scope.spawn(|| take_part(&mut Marker::new()));
                }
                words.iter().for_each(|&word| marker.visit(heap, word));
                finish(&mut marker, heap);
            });
        }
    }

    #[test]
    fn together_they_mark_what_is_reachable() {
        let _serial = crate::mem::tests::serial();
        SPAWNED.store(MOST, Relaxed);
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
                    for word in 0..BIT_WORDS {
                        arena.marks.take(block, word);
                    }
                }
                assert!(marked == graph.reachable(&roots), "seed {seed} round {round}");
            }
        }
    }
}
