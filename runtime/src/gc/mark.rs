//! Marking: from the roots through the heap.
//!
//! A marked object waits in a list until its words have been visited. The list holds addresses; that of a large object
//! stands once for each of its pieces, so that several threads can share it.

use abi::layout::{Defer, Type};
use abi::symtab::ModuleData;
use alloc::vec::Vec;

use super::far::Far;
use super::{barrier, team};
use crate::g::G;
use crate::mem::block::{Arena, BLOCK, Block, BlockState, Cell, Scan};
use crate::mem::heap::Heap;

/// The work list of a thread in a collection. It keeps its memory between collections.
pub struct Marker {
    todo: Vec<usize>,
    /// The round in which other threads mark at the same time.
    round: Option<u32>,
    /// For heaps that no cache holds.
    pub(super) far: Far,
}

impl Default for Marker {
    fn default() -> Self {
        Self::new()
    }
}

impl Marker {
    /// An empty work list.
    pub const fn new() -> Marker {
        Marker { todo: Vec::new(), round: None, far: Far::new() }
    }

    /// Other threads mark from now on.
    pub fn enter(&mut self, round: u32) {
        self.round = Some(round);
    }

    /// They do no more.
    pub fn leave(&mut self) {
        self.round = None;
    }

    /// The round that it has entered.
    pub fn round(&self) -> u32 {
        self.round.expect("in a round")
    }

    /// Whether other threads mark.
    pub fn is_shared(&self) -> bool {
        self.round.is_some()
    }

    /// Gives the memory of a list that was long back.
    pub fn rest(&mut self) {
        if self.todo.capacity() > LONG {
            self.todo = Vec::new();
        }
        self.far = Far::new();
    }

    /// What others can be given.
    pub fn shareable(&mut self) -> &mut Vec<usize> {
        self.far.shareable().unwrap_or(&mut self.todo)
    }

    /// Objects that wait.
    pub fn todo(&mut self) -> &mut Vec<usize> {
        &mut self.todo
    }

    /// Marks what a word refers to, if it refers to an object. For roots, which are looked for at many places.
    #[inline(never)]
    pub fn visit(&mut self, heap: &Heap, word: usize) {
        let arena = &heap.arena;
        let Some(cell) = arena.find(word) else { return };
        let fresh = if self.is_shared() { arena.mark::<true>(cell) } else { arena.mark::<false>(cell) };
        if fresh {
            self.push(arena, cell);
        }
    }

    /// The same for a word of a live object. That refers to an object or to nothing: but for objects with header, whose
    /// scan must find one, the cell is not looked up.
    #[inline(always)]
    pub(super) fn visit_slot<const SHARED: bool, const FAR: bool>(&mut self, arena: &Arena, word: usize) {
        let Some(block) = arena.block_of(word) else { return };
        let kind = arena.kind(block);
        if !kind.is_plain() {
            return self.visit_rare::<SHARED>(arena, word);
        }
        let Some(index) = kind.cell_at(arena.offset_in_block(word)) else { return };
        let cell = Cell { block, index };
        if FAR { self.far.visit::<SHARED>(arena, cell) } else { self.mark_small::<SHARED>(arena, cell) }
    }

    #[inline(always)]
    fn mark_small<const SHARED: bool>(&mut self, arena: &Arena, cell: Cell) {
        if arena.mark::<SHARED>(cell) && arena.kind(cell.block).has_pointers() {
            self.todo.push(arena.cell_address(cell));
        }
    }

    #[inline(never)]
    fn visit_rare<const SHARED: bool>(&mut self, arena: &Arena, word: usize) {
        if let Some(cell) = arena.find(word)
            && arena.mark::<SHARED>(cell)
        {
            self.push(arena, cell);
        }
    }

    #[inline(never)]
    fn push(&mut self, arena: &Arena, cell: Cell) {
        let record = arena.block(cell.block);
        if record.scan != Scan::None {
            self.todo.push(arena.cell_address(cell));
        } else if record.state == BlockState::LargeHead && !record.ty.is_null() {
            self.todo.extend(pieces(arena, cell.block));
        }
    }

    /// Visits every word of a range, and the byte before each: compiled code may hold an address one past the end.
    ///
    /// # Safety
    /// The range must be readable and 8-aligned.
    pub unsafe fn visit_range(&mut self, heap: &Heap, from: usize, to: usize) {
        let mut p = from;
        while p < to {
            // SAFETY: by contract.
            let word = unsafe { *(p as *const usize) };
            if heap.arena.contains(word) || heap.arena.contains(word.wrapping_sub(1)) {
                self.visit(heap, word);
                self.visit(heap, word.wrapping_sub(1));
            }
            p += 8;
        }
    }

    /// Marks from the program's variables; returns their size in bytes.
    #[inline(never)]
    pub fn mark_globals(&mut self, heap: &Heap) -> usize {
        let Some(module) = module() else { return 0 };
        let mut visit = |slot: *const usize| {
            // SAFETY: a word of a variable.
            let word = unsafe { *slot };
            if heap.arena.contains(word) {
                self.visit(heap, word)
            }
        };
        // SAFETY: emitted by the compiler.
        unsafe {
            masked_slots(module.data_start as usize, module.data_len, module.data_mask, &mut visit);
            masked_slots(module.bss_start as usize, module.bss_len, module.bss_mask, &mut visit);
            module.data_len + module.bss_len
        }
    }

    /// Marks from a goroutine that stands still: stack, saved registers, deferred calls.
    pub fn mark_goroutine(&mut self, heap: &Heap, g: &G) {
        // SAFETY: the used parts of its stack; its defer records are live.
        unsafe {
            for used in g.stack.used(g.sp) {
                self.visit_range(heap, used.lo, used.hi);
            }
            let mut record: *const Defer = g.header.defer;
            while let Some(defer) = record.as_ref() {
                self.visit(heap, defer.fun as usize);
                if defer.rangefunc {
                    self.visit(heap, record as usize);
                    let mut call = crate::defer::pending_of(defer);
                    while let Some(defer) = call.as_ref() {
                        self.visit(heap, defer.fun as usize);
                        call = defer.link;
                    }
                }
                record = defer.link;
            }
        }
    }

    /// Marks what the objects refer to that an interrupted goroutine may be about to write to.
    pub fn mark_interrupted(&mut self, heap: &Heap, g: &G) {
        // SAFETY: it stands still.
        let Some((from, to)) = (unsafe { barrier::interrupted_words(g) }) else { return };
        for p in (from..to).step_by(8) {
            // SAFETY: on its stack.
            let word = unsafe { *(p as *const usize) };
            for cell in [word, word.wrapping_sub(1)].into_iter().filter_map(|w| heap.arena.find(w)) {
                object_slots(&heap.arena, cell, &mut |slot| {
                    // SAFETY: a word of a live object.
                    self.visit(heap, unsafe { *slot })
                });
            }
        }
    }

    /// Marks everything reachable from what has been visited, but for what others have been given.
    pub fn drain(&mut self, heap: &Heap) {
        match (self.is_shared(), heap.arena.used() as usize * BLOCK >= FAR) {
            (false, false) => self.drain_near::<false>(&heap.arena),
            (false, true) => self.drain_far::<false>(&heap.arena),
            (true, false) => self.drain_near::<true>(&heap.arena),
            (true, true) => self.drain_far::<true>(&heap.arena),
        }
    }

    /// Between leaving the list and being scanned an object waits in a short ring, while its memory is fetched.
    fn drain_near<const SHARED: bool>(&mut self, arena: &Arena) {
        let (mut ring, mut at, mut len) = ([0; RING], 0, 0);
        loop {
            let next = self.todo.pop().unwrap_or(0);
            if next != 0 {
                prefetch(next);
                len += 1;
            } else if len == 0 {
                return;
            }
            let due = core::mem::replace(&mut ring[at % RING], next);
            at += 1;
            if due != 0 {
                len -= 1;
                slots(arena, due, &mut |slot| {
                    // SAFETY: a word of a live object.
                    self.visit_slot::<SHARED, false>(arena, unsafe { *slot })
                });
                if SHARED && team::is_hungry() {
                    team::share(self);
                }
            }
        }
    }
}

/// Entries of a list whose memory is kept.
const LONG: usize = 1 << 16;
/// Objects whose memory is being fetched.
pub(super) const RING: usize = 8;
/// Bytes of heaps that no cache holds; tests have both kinds.
const FAR: usize = if cfg!(test) { 1 << 20 } else { 64 << 20 };

#[inline(always)]
pub(super) fn prefetch(address: usize) {
    // SAFETY: a hint, which faults nowhere.
    unsafe { core::arch::x86_64::_mm_prefetch(address as *const i8, core::arch::x86_64::_MM_HINT_T0) };
}

/// Blocks of a piece of a large object.
const PIECE: u32 = 4;

/// The addresses of the pieces of a large object.
fn pieces(arena: &Arena, head: u32) -> impl Iterator<Item = usize> {
    (0..arena.block(head).span).step_by(PIECE as usize).map(move |at| arena.address(head + at))
}

/// What the compiler says of the program's variables.
#[cfg(feature = "entry")]
pub(super) fn module() -> Option<&'static ModuleData> {
    unsafe extern "C" {
        #[link_name = "runtime.firstmoduledata"]
        static MODULE: ModuleData;
    }
    // SAFETY: emitted by the compiler, constant.
    Some(unsafe { &MODULE })
}

/// No program, no variables.
#[cfg(not(feature = "entry"))]
pub(super) fn module() -> Option<&'static ModuleData> {
    None
}

/// Calls `visit` for each word of an object that may hold a pointer.
pub fn object_slots(arena: &Arena, cell: Cell, visit: &mut impl FnMut(*const usize)) {
    let record = arena.block(cell.block);
    if record.scan != Scan::None {
        slots(arena, arena.cell_address(cell), visit);
    } else if record.state == BlockState::LargeHead && !record.ty.is_null() {
        pieces(arena, cell.block).for_each(|piece| slots(arena, piece, visit));
    }
}

/// The same for what stands in a work list: the address of a small object, or of a piece of a large one.
#[inline(always)]
pub(super) fn slots(arena: &Arena, address: usize, visit: &mut impl FnMut(*const usize)) {
    let Some(block) = arena.block_of(address) else { return };
    let record = arena.block(block);
    if record.scan == Scan::Whole {
        mask_slots(address, record.mask, visit)
    } else {
        rare_slots(arena, address, block, visit)
    }
}

#[inline(never)]
fn rare_slots(arena: &Arena, address: usize, block: u32, visit: &mut impl FnMut(*const usize)) {
    let record = arena.block(block);
    match record.scan {
        Scan::Whole => {}
        Scan::Repeated => repeated_slots(record, address, visit),
        Scan::Header => {
            // SAFETY: the header names the element type; null in a cell that only looks used.
            unsafe {
                let ty = *(address as *const *const Type);
                if !ty.is_null() {
                    let end = address + record.cell as usize;
                    element_slots(address + size_of::<usize>(), end, end, ty, visit);
                }
            }
        }
        Scan::None => piece_slots(arena, block, visit),
    }
}

#[inline(always)]
fn mask_slots(start: usize, mut mask: u64, visit: &mut impl FnMut(*const usize)) {
    while mask != 0 {
        visit((start + mask.trailing_zeros() as usize * 8) as *const usize);
        mask &= mask - 1;
    }
}

fn repeated_slots(record: &Block, start: usize, visit: &mut impl FnMut(*const usize)) {
    let end = start + record.cell as usize;
    let mut element = start;
    while element < end {
        let words = (end - element) / 8;
        let room = if words < 64 { (1 << words) - 1 } else { u64::MAX };
        mask_slots(element, record.mask & room, visit);
        element += record.period as usize * 8;
    }
}

/// The elements that start in a piece of a large object.
fn piece_slots(arena: &Arena, block: u32, visit: &mut impl FnMut(*const usize)) {
    let head = if arena.block(block).state == BlockState::LargeHead {
        block
    } else {
        block - arena.block(block).span
    };
    let record = arena.block(head);
    let (start, piece) = (arena.address(head), arena.address(block));
    // SAFETY: a live large object of that type.
    unsafe {
        let first = (piece - start).next_multiple_of((*record.ty).size);
        let stop = piece + PIECE as usize * BLOCK;
        element_slots(start + first, stop, start + record.bytes, record.ty, visit);
    }
}

/// The slots of elements of one type that start before `stop` and lie before `end`; an element that does not fit is not one.
///
/// # Safety
/// The memory must be readable, `ty` a descriptor with pointers.
unsafe fn element_slots(
    start: usize,
    stop: usize,
    end: usize,
    ty: *const Type,
    visit: &mut impl FnMut(*const usize),
) {
    // SAFETY: by contract.
    let ty = unsafe { &*ty };
    let mut element = start;
    while element < stop && element + ty.size <= end {
        // SAFETY: by contract.
        unsafe { masked_slots(element, ty.ptr_bytes, ty.mask(), visit) };
        element += ty.size;
    }
}

/// The words of a range that a mask names; all of them without a mask.
///
/// # Safety
/// The range must be readable and 8-aligned, the mask as long or null.
pub(super) unsafe fn masked_slots(
    start: usize,
    bytes: usize,
    mask: *const u8,
    visit: &mut impl FnMut(*const usize),
) {
    let words = bytes / 8;
    for group in 0..words.div_ceil(8) {
        // SAFETY: by contract.
        let bits = if mask.is_null() { 0xff } else { unsafe { *mask.add(group) } };
        let room = if words - group * 8 < 8 { (1 << (words - group * 8)) - 1 } else { 0xff };
        mask_slots(start + group * 64, (bits & room) as u64, visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mem::heap::OneCache;
    use crate::types::fake;
    use core::ptr::null;

    fn heap() -> OneCache {
        OneCache::new(64 << 20)
    }

    fn new(heap: &mut OneCache, size: usize, ty: *const Type) -> usize {
        // SAFETY: null or a descriptor.
        unsafe { heap.allocate(size, ty) }.unwrap() as usize
    }

    fn set(object: usize, word: usize, value: usize) {
        // SAFETY: inside an object of the test.
        unsafe { *(object as *mut usize).add(word) = value };
    }

    fn collect(heap: &mut OneCache, roots: &[usize]) {
        let mut marker = Marker::new();
        heap.flush();
        for &root in roots {
            marker.visit(&heap.heap, root);
        }
        marker.drain(&heap.heap);
        heap.heap.sweep();
    }

    fn live(heap: &OneCache, object: usize) -> bool {
        heap.heap.arena.find(object).is_some()
    }

    #[test]
    fn only_pointer_words_keep_alive() {
        let mut heap = heap();
        let node = fake::words(&[true, false]);
        let (a, b, c, d) = (
            new(&mut heap, 16, node),
            new(&mut heap, 16, node),
            new(&mut heap, 16, node),
            new(&mut heap, 64, null()),
        );
        set(a, 0, b + 8);
        set(a, 1, c);
        set(d, 0, c);
        collect(&mut heap, &[a, d + 63]);
        assert!(live(&heap, a) && live(&heap, b) && live(&heap, d));
        assert!(!live(&heap, c), "reached only through words that are no pointers");
    }

    #[test]
    fn arrays_headers_and_large_objects_are_scanned() {
        let mut heap = heap();
        let node = fake::words(&[false, true]);
        let mut long_mask = vec![false; 100];
        long_mask[99] = true;
        let long = fake::words(&long_mask);
        for (size, ty, word) in
            [(160, node, 19), (160, node, 1), (800, long, 99), (64_000, node, 7999), (64_000, long, 7999)]
        {
            let array = new(&mut heap, size, ty);
            let kept = new(&mut heap, 32, null());
            let lost = new(&mut heap, 32, null());
            set(array, word, kept);
            set(array, word - 1, lost);
            collect(&mut heap, &[array + size - 8]);
            assert!(live(&heap, array) && live(&heap, kept), "size {size}");
            assert!(!live(&heap, lost), "size {size}");
        }
    }

    #[test]
    fn cycles_and_long_lists_end() {
        let mut heap = heap();
        let node = fake::words(&[true]);
        let first = new(&mut heap, 8, node);
        let mut last = first;
        for _ in 0..20_000 {
            let next = new(&mut heap, 8, node);
            set(last, 0, next);
            last = next;
        }
        set(last, 0, first);
        collect(&mut heap, &[first]);
        assert_eq!(heap.heap.stats.live, 20_001 * 8);
        collect(&mut heap, &[]);
        assert_eq!(heap.heap.stats.live, 0);
    }

    #[test]
    fn one_past_the_end_on_a_stack_keeps_alive() {
        let mut heap = heap();
        let a = new(&mut heap, 48, null());
        let stack = [a + 48];
        let mut marker = Marker::new();
        heap.flush();
        // SAFETY: the array.
        unsafe { marker.visit_range(&heap.heap, stack.as_ptr() as usize, stack.as_ptr() as usize + 8) };
        heap.heap.sweep();
        assert!(live(&heap, a));
    }
}
