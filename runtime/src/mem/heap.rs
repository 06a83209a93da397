//! The heap of Go objects: allocation and sweeping.
//!
//! Every processor has for each shape a current run of free cells `[cur, end)` out of which objects are cut by moving
//! `cur` ([`super::shape::Cache`]). A run is made of consecutive free cells of one block, at most 4 KB, zeroed when it
//! is acquired, so an object is zero and valid for the collector from the moment it is handed out. Where a run ends
//! the next one is found through the bits of the used cells, under the lock of the heap.
//!
//! Objects above [`MAX_SMALL`] get blocks of their own.

use abi::layout::Type;
use core::fmt::Write;
use core::ptr::null;
use core::sync::atomic::Ordering::Relaxed;

use super::block::{Arena, BLOCK, BlockState, Cell, NONE, Scan, reciprocal};
use super::shape::{Cache, Placement, Run, Shape, Shapes};
use crate::print::Stderr;
use crate::{fatal, sys};

/// Longest run in bytes.
const RUN: usize = 4096;
/// What free memory is filled with in stress tests: a byte that makes no address.
pub const POISON: u8 = 0xdb;

/// Counters for `runtime.ReadMemStats` and the pacing of collections.
#[derive(Clone, Copy, Default, Debug)]
pub struct Stats {
    /// Bytes in cells that survived the last collection.
    pub live: usize,
    /// Bytes acquired since.
    pub since: usize,
    /// Bytes acquired ever, in cells.
    pub total: u64,
    /// Objects allocated ever; those of the current runs are counted ahead.
    pub mallocs: u64,
    /// Objects freed ever.
    pub frees: u64,
    /// Blocks in use.
    pub blocks: usize,
}

/// The heap.
pub struct Heap {
    /// Memory and its tables.
    pub arena: Arena,
    shapes: Shapes,
    /// Counters.
    pub stats: Stats,
    /// Bytes at which the next collection is due.
    pub trigger: usize,
    /// The collector marks while the program runs: new objects count as marked.
    pub marking: bool,
    /// For stress tests: runs of one cell, so that each allocation takes the slow path.
    pub single_cells: bool,
    /// For stress tests: free memory is filled with [`POISON`] and must still be so when it is used again.
    pub poison: bool,
    search: u32,
    failed_run: u32,
}

/// What all objects without size share.
#[repr(align(16))]
struct ZeroBase([u8; 16]);
static ZERO_BASE: ZeroBase = ZeroBase([0; 16]);

/// Address of objects without size.
pub fn zero_base() -> *mut u8 {
    ZERO_BASE.0.as_ptr() as *mut u8
}

/// Memory that has been handed out, still to be made ready. That needs no lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grant {
    object: usize,
    /// What must be zeroed.
    from: usize,
    bytes: usize,
    /// What the object's header says, null if it has none.
    header: *const Type,
    poison: bool,
}

impl Grant {
    /// The object, zeroed.
    ///
    /// # Safety
    /// Before the next safepoint, and nobody else may use the run yet.
    pub unsafe fn ready(self) -> *mut u8 {
        if self.bytes != 0 {
            clear(self.from, self.bytes, self.poison);
        }
        if self.header.is_null() {
            return self.object as *mut u8;
        }
        // SAFETY: the cell has room for the header and the object.
        unsafe { (self.object as *mut *const Type).write(self.header) };
        (self.object + size_of::<usize>()) as *mut u8
    }

    /// A large object without pointers as it is, but zeroed in stress tests.
    ///
    /// # Safety
    /// As [`Grant::ready`].
    pub unsafe fn unready(self) -> *mut u8 {
        debug_assert!(self.header.is_null());
        if self.poison {
            // SAFETY: by contract.
            return unsafe { self.ready() };
        }
        self.object as *mut u8
    }
}

/// Zeroes free memory that has been used before.
fn clear(from: usize, bytes: usize, poison: bool) {
    if poison {
        check_poison(from, bytes);
    }
    // SAFETY: free cells and blocks belong to nobody.
    unsafe { (from as *mut u8).write_bytes(0, bytes) };
}

/// The reservation is used up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

impl Heap {
    /// A heap without memory, all zero bytes. [`Heap::init`] makes it usable.
    pub const fn new() -> Heap {
        Heap {
            arena: Arena::empty(),
            shapes: Shapes::new(),
            stats: Stats { live: 0, since: 0, total: 0, mallocs: 0, frees: 0, blocks: 0 },
            trigger: 0,
            marking: false,
            single_cells: false,
            poison: false,
            search: 0,
            failed_run: 0,
        }
    }

    /// Gives the heap its memory.
    pub fn init(&mut self, arena: Arena) {
        self.arena = arena;
        self.shapes.init();
        self.trigger = usize::MAX;
        self.failed_run = u32::MAX;
    }

    /// Whether a collection is due.
    #[inline]
    pub fn is_due(&self) -> bool {
        self.stats.live + self.stats.since >= self.trigger
    }

    /// Memory for `size` (not 0) bytes of elements `ty`, after [`Cache::allocate`] had none.
    ///
    /// # Safety
    /// `ty` must be null or the element type's descriptor.
    pub unsafe fn allocate(
        &mut self,
        cache: &mut Cache,
        size: usize,
        ty: *const Type,
    ) -> Result<Grant, OutOfMemory> {
        // SAFETY: by contract.
        match unsafe { self.shapes.place(cache, size, ty) } {
            Placement::Cell(shape) => self.take_cell(cache, shape, null()),
            Placement::Header(shape) => self.take_cell(cache, shape, ty),
            Placement::Large => self.allocate_large(size, ty),
        }
    }

    fn take_cell(
        &mut self,
        cache: &mut Cache,
        shape: u16,
        header: *const Type,
    ) -> Result<Grant, OutOfMemory> {
        let mut grant = Grant { object: 0, from: 0, bytes: 0, header, poison: self.poison };
        let cell = match cache.take(shape) {
            Some(cell) => cell,
            None => {
                let dirty = self.refill(cache, shape)?;
                let run = cache.runs[shape as usize];
                if dirty {
                    (grant.from, grant.bytes) = (run.cur, run.end - run.cur);
                }
                cache.take(shape).expect("a new run has a cell")
            }
        };
        grant.object = cell;
        Ok(grant)
    }

    /// Gives a shape its next run; whether its memory has been used before.
    fn refill(&mut self, cache: &mut Cache, index: u16) -> Result<bool, OutOfMemory> {
        let run = &mut cache.runs[index as usize];
        loop {
            if run.end != 0
                && let Some(dirty) = self.next_run(run)
            {
                return Ok(dirty);
            }
            let partial = self.shapes.get(index).partial;
            let block = if partial != NONE {
                self.shapes.get(index).partial = self.arena.block(partial).next;
                partial
            } else {
                self.new_small_block(index)?
            };
            let start = self.arena.address(block);
            *run = Run { cur: start, end: start, cell: self.shapes.get(index).cell, block };
        }
    }

    /// Acquires the next run of free cells of its block; whether its memory has been used before.
    fn next_run(&mut self, run: &mut Run) -> Option<bool> {
        let record = self.arena.block(run.block);
        let (cells, cell, dirty, cursor) =
            (record.cells as usize, record.cell as usize, record.dirty, record.cursor);
        let longest = if self.single_cells { 1 } else { (RUN / cell).max(1) };
        let bits = self.arena.used_bits(run.block);
        let Some((start, end)) = free_run(bits, cursor as usize, cells, longest) else {
            self.arena.block_mut(run.block).cursor = cells as u16;
            return None;
        };
        words_of(start, end).for_each(|(word, mask)| bits[word] |= mask);
        if self.marking {
            self.arena.mark_cells(run.block, words_of(start, end));
        }
        self.arena.block_mut(run.block).cursor = end as u16;
        let base = self.arena.address(run.block);
        (run.cur, run.end) = (base + start * cell, base + end * cell);
        self.account(end - start, (end - start) * cell);
        Some(dirty)
    }

    /// In stress tests, fills memory that has become free.
    fn spoil(&self, from: usize, bytes: usize) {
        if self.poison {
            // SAFETY: nobody refers to it any more.
            unsafe { (from as *mut u8).write_bytes(POISON, bytes) };
        }
    }

    fn account(&mut self, objects: usize, bytes: usize) {
        self.stats.since += bytes;
        self.stats.total += bytes as u64;
        self.stats.mallocs += objects as u64;
    }

    fn new_small_block(&mut self, index: u16) -> Result<u32, OutOfMemory> {
        let block = self.take_blocks(1)?;
        let Shape { cell, pattern, .. } = *self.shapes.get(index);
        let record = self.arena.block_mut(block);
        record.state = BlockState::Small;
        record.shape = index;
        (record.scan, record.period, record.mask) = pattern.in_cells_of(cell);
        record.cell = cell;
        record.cells = (BLOCK as u32 / cell) as u16;
        record.recip = reciprocal(cell);
        record.cursor = 0;
        record.next = NONE;
        self.arena.publish_kind(block);
        Ok(block)
    }

    fn allocate_large(&mut self, size: usize, ty: *const Type) -> Result<Grant, OutOfMemory> {
        let count = u32::try_from(size.div_ceil(BLOCK)).map_err(|_| OutOfMemory)?;
        let head = self.take_blocks(count)?;
        for i in 0..count {
            let record = self.arena.block_mut(head + i);
            record.state = if i == 0 { BlockState::LargeHead } else { BlockState::LargeRest };
            record.scan = Scan::None;
            record.span = if i == 0 { count } else { i };
        }
        let object = self.arena.address(head);
        let mut grant = Grant { object, from: object, bytes: 0, header: null(), poison: self.poison };
        if (0..count).all(|i| self.arena.block(head + i).dirty) {
            grant.bytes = count as usize * BLOCK;
        } else {
            for i in (0..count).filter(|&i| self.arena.block(head + i).dirty) {
                clear(object + i as usize * BLOCK, BLOCK, self.poison);
            }
        }
        self.arena.used_bits(head)[0] = 1;
        if self.marking {
            self.arena.mark_cells(head, [(0, 1)].into_iter());
        }
        let record = self.arena.block_mut(head);
        // SAFETY: null or a descriptor.
        let has_pointers = unsafe { ty.as_ref() }.is_some_and(|t| t.ptr_bytes != 0);
        record.ty = if has_pointers { ty } else { null() };
        record.bytes = size;
        record.cell = 0;
        record.cells = 1;
        self.account(1, count as usize * BLOCK);
        Ok(grant)
    }

    /// `count` consecutive free blocks: reused ones if there are, else fresh ones.
    fn take_blocks(&mut self, count: u32) -> Result<u32, OutOfMemory> {
        let first = match self.find_free(count) {
            Some(first) => first,
            None => self.fresh_blocks(count)?,
        };
        self.stats.blocks += count as usize;
        Ok(first)
    }

    /// Blocks that have never been used, whose memory is zero.
    fn fresh_blocks(&mut self, count: u32) -> Result<u32, OutOfMemory> {
        let first = self.arena.extend(count).ok_or(OutOfMemory)?;
        if self.poison {
            for index in first..first + count {
                self.spoil(self.arena.address(index), BLOCK);
                self.arena.block_mut(index).dirty = true;
            }
        }
        Ok(first)
    }

    fn find_free(&mut self, count: u32) -> Option<u32> {
        if count == 1 {
            // Everything below `search` has been handed out since the last sweep.
            while self.search < self.arena.used() {
                let index = self.search;
                self.search += 1;
                if self.arena.block(index).state == BlockState::Free {
                    return Some(index);
                }
            }
            return None;
        }
        if count >= self.failed_run {
            return None;
        }
        let mut run = 0;
        for index in self.search..self.arena.used() {
            run = if self.arena.block(index).state == BlockState::Free { run + 1 } else { 0 };
            if run == count {
                return Some(index + 1 - count);
            }
        }
        self.failed_run = count;
        None
    }

    /// Takes the unused rest of all runs of a cache back. Before marking.
    pub fn flush(&mut self, cache: &mut Cache) {
        for run in &mut cache.runs[..self.shapes.all().len()] {
            if run.cur < run.end {
                self.take_back(run);
            }
            *run = Run::NONE;
        }
    }

    fn take_back(&mut self, run: &Run) {
        let (base, cell) = (self.arena.address(run.block), run.cell as usize);
        let (start, end) = ((run.cur - base) / cell, (run.end - base) / cell);
        let bits = self.arena.used_bits(run.block);
        words_of(start, end).for_each(|(word, mask)| bits[word] &= !mask);
        for (word, mask) in words_of(start, end) {
            self.arena.marks.word(run.block, word).fetch_and(!mask, Relaxed);
        }
        let bytes = (end - start) * cell;
        if self.poison {
            self.spoil(run.cur, bytes);
            self.arena.block_mut(run.block).dirty = true;
        }
        self.stats.mallocs -= (end - start) as u64;
        self.stats.since -= bytes.min(self.stats.since);
        self.stats.total -= bytes as u64;
    }

    /// Forgets which blocks have free cells. Before sweeping, which finds them.
    fn forget_partial(&mut self) {
        self.shapes.all().iter_mut().for_each(|shape| shape.partial = NONE);
    }

    /// After marking: everything unmarked becomes free.
    pub fn sweep(&mut self) {
        self.forget_partial();
        let mut live = 0;
        let mut index = self.arena.used();
        // Downwards, so that the lists of blocks with free cells start with the lowest addresses.
        while index > 0 {
            index -= 1;
            match self.arena.block(index).state {
                BlockState::Small => live += self.sweep_small(index),
                BlockState::LargeHead => live += self.sweep_large(index),
                BlockState::Free | BlockState::LargeRest => {}
            }
        }
        self.stats.live = live;
        self.stats.since = 0;
        self.search = 0;
        self.failed_run = u32::MAX;
    }

    fn sweep_small(&mut self, index: u32) -> usize {
        let record = self.arena.block(index);
        let (cells, cell, shape) = (record.cells as usize, record.cell as usize, record.shape);
        let words = cells.div_ceil(64);
        let (mut marked, mut freed) = (0, 0);
        for word in 0..words {
            let mark = self.arena.marks.take(index, word);
            let bits = &mut self.arena.used_bits(index)[word];
            // A wild pointer may have marked a cell without object.
            let (used, mark) = (*bits, mark & *bits);
            *bits = mark;
            marked += mark.count_ones() as usize;
            let dead = used & !mark;
            freed += dead.count_ones() as u64;
            if self.poison {
                self.spoil_cells(index, word, dead, cell);
            }
        }
        self.stats.frees += freed;
        let record = self.arena.block_mut(index);
        record.dirty = true;
        record.cursor = 0;
        if marked == 0 {
            record.state = BlockState::Free;
            self.arena.publish_kind(index);
            self.stats.blocks -= 1;
            self.spoil(self.arena.address(index), BLOCK);
        } else if marked < cells {
            let shape = self.shapes.get(shape);
            record.next = shape.partial;
            shape.partial = index;
        }
        marked * cell
    }

    /// Fills the dead cells of one bitmap word.
    fn spoil_cells(&self, block: u32, word: usize, mut dead: u64, cell: usize) {
        while dead != 0 {
            let i = word * 64 + dead.trailing_zeros() as usize;
            dead &= dead - 1;
            self.spoil(self.arena.address(block) + i * cell, cell);
        }
    }

    fn sweep_large(&mut self, index: u32) -> usize {
        let count = self.arena.block(index).span;
        let bytes = count as usize * BLOCK;
        if self.arena.marks.take(index, 0) & 1 != 0 {
            return bytes;
        }
        self.give_up_large(index);
        0
    }

    /// Makes the blocks of a large object free.
    fn give_up_large(&mut self, index: u32) {
        let count = self.arena.block(index).span;
        self.arena.used_bits(index)[0] = 0;
        self.spoil(self.arena.address(index), count as usize * BLOCK);
        for i in 0..count {
            let record = self.arena.block_mut(index + i);
            record.state = BlockState::Free;
            record.dirty = true;
        }
        self.stats.frees += 1;
        self.stats.blocks -= count as usize;
    }

    /// Frees an object before the collector finds it dead, if it is a large one.
    ///
    /// # Safety
    /// `object` must be the address of an object of this heap that nobody will use any more.
    pub unsafe fn free_large(&mut self, object: *const u8) {
        let Some(cell) = self.arena.locate(object as usize) else { return };
        if self.arena.block(cell.block).state != BlockState::LargeHead {
            return;
        }
        self.arena.marks.take(cell.block, 0);
        self.give_up_large(cell.block);
        let bytes = self.arena.block(cell.block).span as usize * BLOCK;
        let young = bytes.min(self.stats.since);
        self.stats.since -= young;
        self.stats.live -= (bytes - young).min(self.stats.live);
        self.search = self.search.min(cell.block);
        self.failed_run = u32::MAX;
    }

    /// Where an object starts: behind the header if it has one.
    pub fn object_address(&self, cell: Cell) -> usize {
        let record = self.arena.block(cell.block);
        let header = record.state == BlockState::Small && record.scan == Scan::Header;
        self.arena.cell_address(cell) + if header { size_of::<usize>() } else { 0 }
    }

    /// Gives the memory of free blocks back to the system, from the highest address down, until no more than `keep`
    /// bytes of free blocks are left with memory.
    pub fn release(&mut self, keep: usize) {
        if self.poison {
            return;
        }
        let mut end = self.arena.used();
        // Low blocks are the first to be used again, so those are kept.
        let first = behind_kept(&self.arena, keep);
        while end > first {
            let mut start = end;
            while start > first && self.arena.block(start - 1).is_free_with_memory() {
                start -= 1;
            }
            if start < end {
                self.discard(start, end);
            }
            end = start.max(first + 1) - 1;
        }
    }

    fn discard(&mut self, start: u32, end: u32) {
        let bytes = (end - start) as usize * BLOCK;
        // SAFETY: free blocks belong to nobody.
        unsafe { sys::discard(self.arena.address(start) as *mut u8, bytes) };
        for index in start..end {
            self.arena.block_mut(index).dirty = false;
        }
    }

    /// Bytes of free blocks that have been given back or never been touched.
    pub fn released(&self) -> usize {
        (0..self.arena.used())
            .filter(|&i| self.arena.block(i).state == BlockState::Free && !self.arena.block(i).dirty)
            .count()
            * BLOCK
    }
}

impl Default for Heap {
    fn default() -> Self {
        Self::new()
    }
}

/// The block behind the first ones whose free memory adds up to `keep` bytes.
fn behind_kept(arena: &Arena, keep: usize) -> u32 {
    let mut kept = 0;
    (0..arena.used())
        .find(|&i| {
            if kept >= keep {
                return true;
            }
            if arena.block(i).is_free_with_memory() {
                kept += BLOCK;
            }
            false
        })
        .unwrap_or(arena.used())
}

/// Ends the program if free memory has been written to.
fn check_poison(from: usize, bytes: usize) {
    // SAFETY: mapped memory of the heap.
    let memory = unsafe { core::slice::from_raw_parts(from as *const u8, bytes) };
    if let Some(at) = memory.iter().position(|&b| b != POISON) {
        let _ = writeln!(Stderr, "runtime: {:#x}: {:#04x} written to free memory", from + at, memory[at]);
        fatal::throw(b"memory was written to after it was freed");
    }
}

/// The words of a bitmap that the bits `start..end` (not empty) lie in, each with a mask of those bits.
fn words_of(start: usize, end: usize) -> impl Iterator<Item = (usize, u64)> {
    let last = (end - 1) / 64;
    (start / 64..=last).map(move |word| {
        let low = if word == start / 64 { u64::MAX << (start % 64) } else { u64::MAX };
        let high = if word == last { u64::MAX >> (63 - (end - 1) % 64) } else { u64::MAX };
        (word, low & high)
    })
}

/// The first run of zero bits in `bits[from..cells]`, cut to `longest`.
fn free_run(bits: &[u64], from: usize, cells: usize, longest: usize) -> Option<(usize, usize)> {
    let start = next_bit(from, cells, |word| !bits[word]);
    if start == cells {
        return None;
    }
    Some((start, next_bit(start + 1, cells.min(start + longest), |word| bits[word])))
}

/// The first bit that is set in `from..to`, else `to`.
fn next_bit(from: usize, to: usize, words: impl Fn(usize) -> u64) -> usize {
    let mut at = from;
    while at < to {
        let word = words(at / 64) >> (at % 64);
        if word != 0 {
            return to.min(at + word.trailing_zeros() as usize);
        }
        at = (at / 64 + 1) * 64;
    }
    to
}

/// For unit tests: a heap with the cache of one processor.
#[cfg(test)]
pub struct OneCache {
    /// The heap.
    pub heap: Box<Heap>,
    cache: Box<Cache>,
}

#[cfg(test)]
impl OneCache {
    /// A heap of its own.
    pub fn new(size: usize) -> OneCache {
        let mut heap = Box::new(Heap::new());
        heap.init(Arena::reserve(0, size).unwrap());
        OneCache { heap, cache: Box::new(Cache::new()) }
    }

    /// A zeroed object.
    ///
    /// # Safety
    /// As [`Heap::allocate`].
    pub unsafe fn allocate(&mut self, size: usize, ty: *const Type) -> Result<*mut u8, OutOfMemory> {
        // SAFETY: by contract; one thread.
        unsafe {
            if let Some(p) = self.cache.allocate(size, ty) {
                return Ok(p);
            }
            self.heap.allocate(&mut self.cache, size, ty).map(|grant| grant.ready())
        }
    }

    /// See [`Heap::flush`].
    pub fn flush(&mut self) {
        self.heap.flush(&mut self.cache);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mem::size_class::MAX_SMALL;
    use crate::types::fake;

    fn heap() -> OneCache {
        OneCache::new(64 << 20)
    }

    #[test]
    fn free_runs_respect_bounds_and_length() {
        assert_eq!(free_run(&[0b0110, 0], 0, 100, 99), Some((0, 1)));
        assert_eq!(free_run(&[0b0110, 0], 1, 100, 99), Some((3, 100)));
        assert_eq!(free_run(&[0b0110, 0], 1, 100, 5), Some((3, 8)));
        assert_eq!(free_run(&[u64::MAX, u64::MAX], 0, 100, 5), None);
        assert_eq!(free_run(&[u64::MAX, !(1 << 63)], 0, 100, 5), None);
        assert_eq!(free_run(&[0], 64, 64, 5), None);
    }

    /// Objects are zero, disjoint, and found by any address inside them.
    #[test]
    fn objects_do_not_overlap() {
        let mut heap = heap();
        let node = fake::words(&[true, true, false]);
        let mut objects = Vec::new();
        for i in 0..5000usize {
            let size = 1 + i * 7919 % (if i % 50 == 0 { 100_000 } else { 700 });
            let ty = if i % 2 == 0 { node } else { null() };
            // SAFETY: a descriptor or null.
            let p = unsafe { heap.allocate(size, ty) }.unwrap();
            // SAFETY: `size` bytes are ours.
            let bytes = unsafe { core::slice::from_raw_parts_mut(p, size) };
            assert!(bytes.iter().all(|&b| b == 0));
            bytes.fill(i as u8 | 1);
            let cell = heap.heap.arena.find(p as usize).unwrap();
            assert_eq!(heap.heap.arena.find(p as usize + size - 1), Some(cell));
            objects.push((p as usize, size));
        }
        objects.sort();
        assert!(objects.windows(2).all(|w| w[0].0 + w[0].1 <= w[1].0));
        assert_eq!(heap.heap.arena.find(objects[0].0 - 1), None);
        assert_eq!(heap.heap.arena.find(usize::MAX), None);
    }

    /// What is freed by hand can be had again, as zero bytes, and counts no more.
    #[test]
    fn large_objects_are_freed_by_hand() {
        for poison in [false, true] {
            let mut heap = heap();
            heap.heap.poison = poison;
            // SAFETY: objects of this heap without type, used before they are freed only.
            unsafe {
                let first = heap.allocate(100_000, null()).unwrap();
                let kept = heap.allocate(100_000, null()).unwrap();
                let small = heap.allocate(100, null()).unwrap();
                let before = heap.heap.stats;
                first.write_bytes(1, 100_000);
                kept.write_bytes(2, 100_000);
                heap.heap.free_large(first);
                heap.heap.free_large(small);
                let bytes = 4 * BLOCK;
                let after = heap.heap.stats;
                assert_eq!((before.since - after.since, before.blocks - after.blocks), (bytes, 4));
                assert_eq!(after.frees - before.frees, 1);
                assert_eq!(heap.heap.arena.find(first as usize), None);
                assert!(heap.heap.arena.find(small as usize).is_some());
                let again = heap.allocate(70_000, null()).unwrap();
                assert_eq!(again, first);
                assert!((0..70_000).all(|i| *again.add(i) == 0) && *kept == 2);
            }
        }
    }

    /// What is marked survives a sweep untouched, everything else can be had again and is zero.
    #[test]
    fn sweep_frees_exactly_the_unmarked() {
        for poison in [false, true] {
            allocate_and_sweep(poison);
        }
    }

    fn allocate_and_sweep(poison: bool) {
        let mut heap = heap();
        heap.heap.poison = poison;
        let mut live: Vec<(usize, usize, u8)> = Vec::new();
        for round in 0..30u8 {
            for i in 0..600usize {
                let size = 8 + (i * 131 + round as usize * 17) % (if i % 40 == 0 { 90_000 } else { 400 });
                // SAFETY: no type.
                let p = unsafe { heap.allocate(size, null()) }.unwrap();
                // SAFETY: fresh.
                let bytes = unsafe { core::slice::from_raw_parts_mut(p, size) };
                assert!(bytes.iter().all(|&b| b == 0), "round {round} object {i}");
                bytes.fill(round + 1);
                live.push((p as usize, size, round + 1));
            }
            heap.flush();
            let before = heap.heap.stats.mallocs - heap.heap.stats.frees;
            assert_eq!(before as usize, live.len());
            let mut n = 0;
            live.retain(|_| {
                n += 1;
                n % 3 == 0
            });
            for &(p, ..) in &live {
                let cell = heap.heap.arena.find(p).unwrap();
                assert!(heap.heap.arena.mark::<false>(cell));
                assert!(!heap.heap.arena.mark::<true>(cell));
            }
            heap.heap.sweep();
            for &(p, size, byte) in &live {
                // SAFETY: live.
                let bytes = unsafe { core::slice::from_raw_parts(p as *const u8, size) };
                assert!(bytes.iter().all(|&b| b == byte));
                assert!(heap.heap.arena.find(p).is_some());
            }
            assert_eq!((heap.heap.stats.mallocs - heap.heap.stats.frees) as usize, live.len());
        }
        live.clear();
        heap.flush();
        heap.heap.sweep();
        assert_eq!((heap.heap.stats.live, heap.heap.stats.blocks), (0, 0));
    }

    #[test]
    fn header_precedes_objects_of_long_types() {
        let mut heap = heap();
        let long = fake::words(&[true; 100]);
        // SAFETY: a descriptor.
        unsafe {
            let p = heap.allocate(800, long).unwrap();
            assert_eq!(*p.sub(8).cast::<*const Type>(), long);
            let cell = heap.heap.arena.find(p as usize).unwrap();
            assert_eq!(heap.heap.arena.block(cell.block).scan, Scan::Header);
            assert_eq!(heap.heap.arena.cell_address(cell), p as usize - 8);
            assert!(heap.allocate(MAX_SMALL, long).is_ok());
        }
    }

    #[test]
    fn a_full_arena_says_so() {
        let mut heap = OneCache::new(1 << 20);
        // SAFETY: no type.
        unsafe {
            assert_eq!(heap.allocate(2 << 20, null()), Err(OutOfMemory));
            assert!(heap.allocate(900 << 10, null()).is_ok());
            assert_eq!(heap.allocate(200 << 10, null()), Err(OutOfMemory));
        }
    }
}
