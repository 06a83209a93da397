//! `runtime.MemStats`.

use crate::{gc, mem, sched};

/// The Go type's layout; the fields have the names of gc's in other words.
#[repr(C)]
pub struct MemStats {
    alloc: u64,
    total_alloc: u64,
    sys: u64,
    lookups: u64,
    mallocs: u64,
    frees: u64,
    heap_alloc: u64,
    heap_sys: u64,
    heap_idle: u64,
    heap_inuse: u64,
    heap_released: u64,
    heap_objects: u64,
    stack_inuse: u64,
    stack_sys: u64,
    mspan: [u64; 2],
    mcache: [u64; 2],
    buck_hash_sys: u64,
    gc_sys: u64,
    other_sys: u64,
    next_gc: u64,
    last_gc: u64,
    pause_total: u64,
    pauses: [u64; 256],
    pause_ends: [u64; 256],
    num_gc: u32,
    num_forced: u32,
    cpu_fraction: f64,
    enabled: bool,
    debug: bool,
}

impl MemStats {
    /// Takes all figures. The world is stopped, so that they are exact.
    pub fn fill(&mut self) {
        let m = self;
        let heap = mem::HEAP.lock();
        let mut stats = heap.stats;
        for p in sched::proc::every() {
            // SAFETY: nobody uses the processors.
            let (objects, bytes) = unsafe { (*p).cache.counted_ahead() };
            stats.mallocs -= objects;
            stats.total -= bytes;
            stats.since -= (bytes as usize).min(stats.since);
        }
        let figures = gc::figures();
        let live = (stats.live + stats.since) as u64;
        let reserved = heap.arena.used() as u64 * mem::block::BLOCK as u64;
        let in_use = (stats.blocks * mem::block::BLOCK) as u64;
        (m.alloc, m.heap_alloc, m.total_alloc) = (live, live, stats.total);
        (m.mallocs, m.frees, m.heap_objects) = (stats.mallocs, stats.frees, stats.mallocs - stats.frees);
        (m.sys, m.heap_sys, m.heap_inuse, m.heap_idle) = (reserved, reserved, in_use, reserved - in_use);
        m.heap_released = heap.released() as u64;
        m.next_gc = heap.trigger as u64;
        (m.num_gc, m.num_forced, m.pause_total) = (figures.count, figures.forced, figures.pause_total);
        (m.pauses, m.pause_ends) = (figures.pauses, figures.ends);
        m.last_gc = if figures.count == 0 { 0 } else { figures.ends[(figures.count as usize + 255) % 256] };
        m.enabled = true;
    }

    /// The figures in the order of the fields, up to the number of collections, without the ends of the pauses.
    pub fn each_until_pauses(&self, mut f: impl FnMut(u64)) {
        const WORDS: usize = core::mem::offset_of!(MemStats, pause_ends) / size_of::<u64>();
        // SAFETY: the fields before that one are such words.
        let words = unsafe { &*(self as *const MemStats).cast::<[u64; WORDS]>() };
        words.iter().copied().chain([self.num_gc as u64]).for_each(&mut f);
    }
}
