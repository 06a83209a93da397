//! Marking in heaps that no cache holds: block by block.
//!
//! There it takes longest to find the way to an object's memory, more than to read it. So an object that has been marked is
//! not visited next: it waits in its block ([`Marks::wait`](crate::mem::marks::Marks::wait)), and the block in a list. When
//! it is its turn many of its objects wait, and they are visited in the order of their addresses (compare gc's "Green
//! Tea"). The marks themselves are dense; still, one that is to be looked at is fetched some time before.

use alloc::vec::Vec;

use super::mark::{Marker, prefetch, slots};
use super::team;
use crate::mem::block::{Arena, Cell, NONE, Scan};
use crate::mem::marks;

/// Objects whose marks are being fetched.
const MARKS: usize = 16;
/// In a work list, what tells a block from an object.
const BLOCK_TAG: usize = 1;
/// Blocks that make a list worth sharing.
const MANY: usize = 8;

const NOTHING: Cell = Cell { block: NONE, index: 0 };

/// Blocks that wait, as their tagged addresses, and marks that are being fetched.
pub struct Far {
    /// The blocks whose turn it is.
    now: Vec<usize>,
    /// Those that have come since.
    next: Vec<usize>,
    /// The one that is being visited: it need not be in a list.
    current: u32,
    /// A ring.
    marks: [Cell; MARKS],
    at: usize,
}

impl Far {
    /// Nothing.
    pub const fn new() -> Far {
        Far { now: Vec::new(), next: Vec::new(), current: NONE, marks: [NOTHING; MARKS], at: 0 }
    }

    /// A list of blocks that is worth sharing.
    pub fn shareable(&mut self) -> Option<&mut Vec<usize>> {
        [&mut self.now, &mut self.next].into_iter().find(|list| list.len() >= MANY)
    }

    /// Has a cell's mark fetched and looks at that of another one, which has waited longest.
    #[inline(always)]
    pub fn visit<const SHARED: bool>(&mut self, arena: &Arena, cell: Cell) {
        prefetch(arena.marks.word_of(cell).as_ptr() as usize);
        let due = core::mem::replace(&mut self.marks[self.at % MARKS], cell);
        self.at += 1;
        if due != NOTHING {
            self.mark::<SHARED>(arena, due);
        }
    }

    #[inline(always)]
    fn mark<const SHARED: bool>(&mut self, arena: &Arena, cell: Cell) {
        if !arena.mark::<SHARED>(cell) {
            return;
        }
        let record = arena.block(cell.block);
        if record.scan != Scan::None
            && arena.marks.wait::<SHARED>(cell, &record.waiting)
            && cell.block != self.current
        {
            self.next.push(arena.address(cell.block) | BLOCK_TAG);
        }
    }

    /// Looks at all marks that are being fetched; whether there were any.
    fn settle<const SHARED: bool>(&mut self, arena: &Arena) -> bool {
        let mut some = false;
        for cell in core::mem::replace(&mut self.marks, [NOTHING; MARKS]) {
            if cell != NOTHING {
                self.mark::<SHARED>(arena, cell);
                some = true;
            }
        }
        some
    }

    /// The next block.
    fn pop(&mut self) -> Option<usize> {
        if self.now.is_empty() {
            core::mem::swap(&mut self.now, &mut self.next);
        }
        self.now.pop()
    }
}

impl Marker {
    /// See [`Marker::drain`].
    pub(super) fn drain_far<const SHARED: bool>(&mut self, arena: &Arena) {
        loop {
            // Roots, pieces of large objects and what others have given come first.
            let Some(entry) = self.todo().pop().or_else(|| self.far.pop()) else {
                if self.far.settle::<SHARED>(arena) {
                    continue;
                }
                return;
            };
            if entry & BLOCK_TAG == 0 {
                self.visit_slots::<SHARED>(arena, entry);
            } else if let Some(block) = arena.block_of(entry) {
                self.visit_waiting::<SHARED>(arena, block);
            }
            if SHARED && team::is_hungry() {
                team::share(self);
            }
        }
    }

    #[inline(always)]
    fn visit_slots<const SHARED: bool>(&mut self, arena: &Arena, object: usize) {
        slots(arena, object, &mut |slot| {
            // SAFETY: a word of a live object.
            self.visit_slot::<SHARED, true>(arena, unsafe { *slot })
        });
    }

    /// Visits the objects of a block that wait, and those that begin to wait meanwhile.
    fn visit_waiting<const SHARED: bool>(&mut self, arena: &Arena, block: u32) {
        let record = arena.block(block);
        let (start, cell) = (arena.address(block), record.cell as usize);
        self.far.current = block;
        loop {
            let words = marks::take::<SHARED>(&record.waiting);
            if words == 0 {
                break;
            }
            for word in bits(words) {
                let waiting = arena.marks.take_waiting::<SHARED>(block, word);
                let objects = || bits(waiting).map(|bit| start + (word * 64 + bit) * cell);
                objects().for_each(prefetch);
                objects().for_each(|object| self.visit_slots::<SHARED>(arena, object));
            }
        }
        self.far.current = NONE;
    }
}

/// The numbers of the bits that are set.
#[inline(always)]
fn bits(mut word: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let bit = (word != 0).then_some(word.trailing_zeros() as usize)?;
        word &= word - 1;
        Some(bit)
    })
}
