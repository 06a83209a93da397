//! A check of the heap after marking, for tests: every pointer in a live object refers to a live object.
//!
//! Marking follows the same pointers, so what this finds is a pointer into memory that had been freed before: an
//! object that was still in use and that an earlier collection did not see.

use core::fmt::Write;

use super::mark;
use crate::fatal;
use crate::mem::block::{BLOCK, BlockState, Cell};
use crate::mem::heap::Heap;
use crate::print::Stderr;

/// Checks all marked objects; ends the program if one refers to free memory.
pub fn verify(heap: &Heap) {
    for block in 0..heap.arena.used() {
        let record = heap.arena.block(block);
        let cells = match record.state {
            BlockState::Small => record.cells as u32,
            BlockState::LargeHead => 1,
            BlockState::Free | BlockState::LargeRest => continue,
        };
        for index in 0..cells {
            let cell = Cell { block, index };
            if heap.arena.is_marked(cell) {
                mark::object_slots(&heap.arena, cell, &mut |slot| check(heap, cell, slot));
            }
        }
    }
}

fn check(heap: &Heap, object: Cell, slot: *const usize) {
    // SAFETY: a word of a live object.
    let word = unsafe { *slot };
    if !heap.arena.contains(word) || heap.arena.find(word).is_some_and(|target| heap.arena.is_marked(target))
    {
        return;
    }
    let start = heap.arena.cell_address(object);
    let _ = writeln!(
        Stderr,
        "runtime: object {start:#x} of {} bytes holds {word:#x} at offset {}: free memory (block {:?})",
        heap.arena.block(object.block).cell,
        slot as usize - start,
        heap.arena.block(((word - heap.arena.address(0)) / BLOCK) as u32).state,
    );
    fatal::throw(b"found a pointer to free memory")
}
