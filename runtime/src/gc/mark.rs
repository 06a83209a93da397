//! Marking: from the roots through the heap.

use abi::layout::{Defer, Type};
use alloc::vec::Vec;

use crate::g::G;
use crate::mem::block::{BlockState, Cell};
use crate::mem::heap::Heap;
use crate::mem::shape::Pattern;

/// The work list of a collection. It keeps its memory between collections.
pub struct Marker {
    todo: Vec<Cell>,
}

impl Default for Marker {
    fn default() -> Self {
        Self::new()
    }
}

impl Marker {
    /// An empty work list.
    pub const fn new() -> Marker {
        Marker { todo: Vec::new() }
    }

    /// Marks what a word refers to, if it refers to an object.
    #[inline]
    pub fn visit(&mut self, heap: &mut Heap, word: usize) {
        let Some(cell) = heap.arena.find(word) else { return };
        if heap.arena.mark(cell) && has_pointers(heap, cell) {
            self.todo.push(cell);
        }
    }

    /// Visits every word of a range, and the byte before each: compiled code may hold an address one past the end.
    ///
    /// # Safety
    /// The range must be readable and 8-aligned.
    pub unsafe fn visit_range(&mut self, heap: &mut Heap, from: usize, to: usize) {
        let mut p = from;
        while p < to {
            // SAFETY: by contract.
            let word = unsafe { *(p as *const usize) };
            self.visit(heap, word);
            self.visit(heap, word.wrapping_sub(1));
            p += 8;
        }
    }

    /// Marks from the program's variables; returns their size in bytes.
    #[cfg(feature = "entry")]
    pub fn mark_globals(&mut self, heap: &mut Heap) -> usize {
        unsafe extern "C" {
            #[link_name = "runtime.firstmoduledata"]
            static MODULE: abi::symtab::ModuleData;
        }
        let mut visit = |heap: &mut Heap, slot: *const usize| {
            // SAFETY: a word of a variable.
            self.visit(heap, unsafe { *slot })
        };
        // SAFETY: emitted by the compiler.
        unsafe {
            masked_slots(heap, MODULE.data_start as usize, MODULE.data_len, MODULE.data_mask, &mut visit);
            masked_slots(heap, MODULE.bss_start as usize, MODULE.bss_len, MODULE.bss_mask, &mut visit);
            MODULE.data_len + MODULE.bss_len
        }
    }

    /// No program, no variables.
    #[cfg(not(feature = "entry"))]
    pub fn mark_globals(&mut self, _: &mut Heap) -> usize {
        0
    }

    /// Marks from a goroutine that stands still: stack, saved registers, deferred calls.
    pub fn mark_goroutine(&mut self, heap: &mut Heap, g: &G) {
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

    /// Marks everything reachable from what has been visited.
    ///
    /// Between leaving the list and being scanned an object waits in a short ring, while its memory is fetched.
    pub fn drain(&mut self, heap: &mut Heap) {
        let mut ring = [Cell { block: 0, index: 0 }; RING];
        let (mut first, mut len) = (0, 0);
        loop {
            while len < RING
                && let Some(cell) = self.todo.pop()
            {
                prefetch(heap.arena.cell_address(cell));
                ring[(first + len) % RING] = cell;
                len += 1;
            }
            if len == 0 {
                return;
            }
            let cell = ring[first];
            (first, len) = ((first + 1) % RING, len - 1);
            slots(heap, cell, &mut |heap, slot| {
                // SAFETY: a word of a live object.
                self.visit(heap, unsafe { *slot })
            });
        }
    }
}

/// Objects whose memory is being fetched.
const RING: usize = 8;

#[inline(always)]
fn prefetch(address: usize) {
    // SAFETY: a hint, which faults nowhere.
    unsafe { core::arch::x86_64::_mm_prefetch(address as *const i8, core::arch::x86_64::_MM_HINT_T0) };
}

/// Calls `visit` for each word of an object that may hold a pointer.
#[inline(always)]
pub fn slots(heap: &mut Heap, cell: Cell, visit: &mut impl FnMut(&mut Heap, *const usize)) {
    let record = heap.arena.block(cell.block);
    let start = heap.arena.cell_address(cell);
    if record.state == BlockState::LargeHead {
        let (ty, bytes) = (record.ty, record.bytes);
        if !ty.is_null() {
            // SAFETY: a live large object of that type.
            unsafe { element_slots(heap, start, start + bytes, ty, visit) };
        }
        return;
    }
    let end = start + record.cell as usize;
    match heap.pattern(cell) {
        Pattern::None => {}
        Pattern::Mask { period, mask } => {
            let mut element = start;
            while element < end {
                let mut bits = mask;
                while bits != 0 {
                    let p = element + bits.trailing_zeros() as usize * 8;
                    bits &= bits - 1;
                    if p >= end {
                        break;
                    }
                    visit(heap, p as *const usize);
                }
                element += period as usize * 8;
            }
        }
        Pattern::Header => {
            // SAFETY: the header names the element type; null in a cell that only looks used.
            unsafe {
                let ty = *(start as *const *const Type);
                if !ty.is_null() {
                    element_slots(heap, start + 8, end, ty, visit);
                }
            }
        }
    }
}

/// The slots of elements of one type up to `end`; an element that does not fit any more is not one.
///
/// # Safety
/// The memory must be readable, `ty` a descriptor with pointers.
unsafe fn element_slots(
    heap: &mut Heap,
    start: usize,
    end: usize,
    ty: *const Type,
    visit: &mut impl FnMut(&mut Heap, *const usize),
) {
    // SAFETY: by contract.
    let ty = unsafe { &*ty };
    let mut element = start;
    while element + ty.size <= end {
        // SAFETY: by contract.
        unsafe { masked_slots(heap, element, ty.ptr_bytes, ty.mask(), visit) };
        element += ty.size;
    }
}

/// The words of a range that a mask names; all of them without a mask.
///
/// # Safety
/// The range must be readable and 8-aligned, the mask as long or null.
unsafe fn masked_slots(
    heap: &mut Heap,
    start: usize,
    bytes: usize,
    mask: *const u8,
    visit: &mut impl FnMut(&mut Heap, *const usize),
) {
    let words = bytes / 8;
    for group in 0..words.div_ceil(8) {
        // SAFETY: by contract.
        let mut bits = if mask.is_null() { 0xff } else { unsafe { *mask.add(group) } };
        while bits != 0 {
            let word = group * 8 + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            if word < words {
                visit(heap, (start + word * 8) as *const usize);
            }
        }
    }
}

fn has_pointers(heap: &mut Heap, cell: Cell) -> bool {
    match heap.arena.block(cell.block).state {
        BlockState::LargeHead => !heap.arena.block(cell.block).ty.is_null(),
        _ => heap.pattern(cell) != Pattern::None,
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
            marker.visit(&mut heap.heap, root);
        }
        marker.drain(&mut heap.heap);
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
        unsafe { marker.visit_range(&mut heap.heap, stack.as_ptr() as usize, stack.as_ptr() as usize + 8) };
        heap.heap.sweep();
        assert!(live(&heap, a));
    }
}
