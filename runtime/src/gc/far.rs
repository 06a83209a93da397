//! Marking in heaps that no cache holds: block by block.
//!
//! There it takes longest to find the way to an object's memory, more than to read it. So an object that has been marked is
//! not visited next, unless it is in the same block as the one that refers to it: it waits in its block
//! ([`Marks::wait`](crate::mem::marks::Marks::wait)), and the block in a list. When it is the block's turn many of its
//! objects wait (compare gc's "Green Tea"). What must be known of the blocks is dense; still, a mark that is to be looked at
//! is fetched some time before.

use alloc::vec::Vec;

use super::mark::{Marker, RING, prefetch, slots};
use super::team;
use crate::mem::block::{Arena, Cell, NONE};

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
    /// The one that is being visited, and objects in it that have been found meanwhile: they come next.
    current: u32,
    near: Vec<usize>,
    /// A ring.
    marks: [Cell; MARKS],
    at: usize,
}

impl Far {
    /// Nothing.
    pub const fn new() -> Far {
        Far {
            now: Vec::new(),
            next: Vec::new(),
            current: NONE,
            near: Vec::new(),
            marks: [NOTHING; MARKS],
            at: 0,
        }
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
        if !arena.mark::<SHARED>(cell) || !arena.kind(cell.block).has_pointers() {
            return;
        }
        if cell.block == self.current {
            self.near.push(arena.cell_address(cell));
        } else if arena.marks.wait::<SHARED>(cell) {
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
                self.visit_single::<SHARED>(arena, entry);
            } else if let Some(block) = arena.block_of(entry) {
                self.visit_waiting::<SHARED>(arena, block);
            }
            if SHARED && team::is_hungry() {
                team::share(self);
            }
        }
    }

    /// Visits an object that is in no block's list, or a piece of a large one.
    #[inline(never)]
    fn visit_single<const SHARED: bool>(&mut self, arena: &Arena, object: usize) {
        slots(arena, object, &mut |slot| {
            // SAFETY: a word of a live object.
            self.visit_slot::<SHARED, true>(arena, unsafe { *slot })
        });
    }

    /// Visits the objects of a block that wait, and those in it to which they lead.
    fn visit_waiting<const SHARED: bool>(&mut self, arena: &Arena, block: u32) {
        let (start, cell) = (arena.address(block), arena.block(block).cell as usize);
        self.far.current = block;
        for word in bits(arena.marks.take_words::<SHARED>(block)) {
            let waiting = arena.marks.take_waiting::<SHARED>(block, word);
            self.far.near.extend(bits(waiting).map(|bit| start + (word * 64 + bit) * cell));
            self.visit_near::<SHARED>(arena);
        }
        self.far.current = NONE;
    }

    /// Between leaving the list and being scanned an object waits in a short ring, while its memory is fetched.
    fn visit_near<const SHARED: bool>(&mut self, arena: &Arena) {
        let (mut ring, mut at, mut len) = ([0; RING], 0, 0);
        loop {
            let next = self.far.near.pop().unwrap_or(0);
            if next != 0 {
                prefetch(next);
                len += 1;
            } else if len == 0 {
                // The block's next objects may be among those whose marks are being fetched.
                self.far.settle::<SHARED>(arena);
                if self.far.near.is_empty() {
                    return;
                }
            }
            let due = core::mem::replace(&mut ring[at % RING], next);
            at += 1;
            if due != 0 {
                len -= 1;
                slots(arena, due, &mut |slot| {
                    // SAFETY: a word of a live object.
                    self.visit_slot::<SHARED, true>(arena, unsafe { *slot })
                });
            }
        }
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
