//! Blocks: the unit in which the heap hands memory to objects of one shape, with all bookkeeping beside the memory.
//!
//! The heap is one reserved range of addresses cut into blocks of 32 KB. For each block there are a [`Block`] record
//! and bitmaps with a bit per cell: `used` says which cells hold objects (or belong to a free run that an
//! allocation cache owns), [`marks`](super::marks) are the collector's. Whether a word points into the heap is one subtraction
//! and one comparison; the cell of an address is a multiplication by the block's reciprocal of the cell size.

use abi::layout::Type;
use core::ptr::null;
use core::sync::atomic::Ordering::Relaxed;

use super::marks::Marks;
use crate::sys;

const _: () = assert!(size_of::<Block>() == 64 && size_of::<Kind>() == 8);

/// Bytes of a block.
pub const BLOCK: usize = 32 << 10;
/// Words of a bitmap of a block: a bit per 8 bytes.
pub const BIT_WORDS: usize = BLOCK / 8 / 64;
/// No block.
pub const NONE: u32 = u32::MAX;

/// What a block is used for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum BlockState {
    /// Nothing.
    Free = 0,
    /// Cells of a shape.
    Small,
    /// Start of a large object.
    LargeHead,
    /// Continuation of a large object.
    LargeRest,
}

/// How the collector reads the cells of a small block: the [`Pattern`](super::shape::Pattern) of its shape, made ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Scan {
    /// No pointers.
    None = 0,
    /// [`Block::mask`] has a bit for each word of the cell.
    Whole,
    /// The mask is repeated every [`Block::period`] words.
    Repeated,
    /// The first word is the element type.
    Header,
}

/// The record of a block: one cache line.
#[repr(C, align(64))]
pub struct Block {
    /// Use.
    pub state: BlockState,
    /// Has been used before, so its memory is not zero.
    pub dirty: bool,
    /// Small blocks: how to read the cells.
    pub scan: Scan,
    /// See [`Scan`].
    pub period: u8,
    /// Shape of its cells.
    pub shape: u16,
    /// Number of cells.
    pub cells: u16,
    /// The next cell to look at for free ones.
    pub cursor: u16,
    /// Bytes of a cell.
    pub cell: u32,
    /// ceil(2^32 / cell)
    pub recip: u32,
    /// The next block in the list of its shape.
    pub next: u32,
    /// Blocks of a large object; in its continuations the distance to the head.
    pub span: u32,
    /// Type of a large object's elements, null if it has no pointers.
    pub ty: *const Type,
    /// Bytes of a large object.
    pub bytes: usize,
    /// See [`Scan`].
    pub mask: u64,
}

impl Block {
    /// Unused, but its memory is still there.
    pub fn is_free_with_memory(&self) -> bool {
        self.state == BlockState::Free && self.dirty
    }
}

/// An object: block and cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Index of the block (the head of a large object).
    pub block: u32,
    /// Index of the cell in it.
    pub index: u32,
}

/// What the collector must know of a block to find the cell of an address in it: apart from the records, so that the caches
/// hold those of a large heap. All zero bytes are a block of which the record must be asked.
#[derive(Clone, Copy)]
pub struct Kind {
    recip: u32,
    cells: u16,
    /// A small block with pointers and without headers, or one without pointers.
    has_pointers: bool,
    plain: bool,
}

impl Kind {
    /// Whether the cells are small, without headers.
    #[inline(always)]
    pub fn is_plain(self) -> bool {
        self.plain
    }

    /// Whether they hold pointers, if so.
    #[inline(always)]
    pub fn has_pointers(self) -> bool {
        self.has_pointers
    }

    /// The cell at an offset in the block, if so.
    #[inline(always)]
    pub fn cell_at(self, offset: usize) -> Option<u32> {
        let index = (offset as u64 * self.recip as u64) >> 32;
        (index < self.cells as u64).then_some(index as u32)
    }
}

/// The reserved range with its side tables.
pub struct Arena {
    base: usize,
    /// Blocks that have ever been used.
    used: u32,
    /// Blocks that fit into the reservation.
    limit: u32,
    blocks: *mut Block,
    kinds: *mut Kind,
    used_bits: *mut u64,
    /// The collector's bits.
    pub marks: Marks,
    /// Blocks for which the system has been asked for large pages, from [`SMALL_PAGES`] on.
    advised: u32,
}

/// Blocks for which small pages do.
const SMALL_PAGES: u32 = (64 << 20) / BLOCK as u32;
/// Blocks for which large pages are asked at a time.
const ADVICE: u32 = (64 << 20) / BLOCK as u32;

impl Arena {
    /// An arena without memory.
    pub const fn empty() -> Arena {
        use core::ptr::null_mut;
        Arena {
            base: 0,
            used: 0,
            limit: 0,
            blocks: null_mut(),
            kinds: null_mut(),
            used_bits: null_mut(),
            marks: Marks::empty(),
            advised: 0,
        }
    }

    /// Reserves `size` bytes of addresses, at `at` if that is not 0; `None` if the system refuses.
    pub fn reserve(at: usize, size: usize) -> Option<Arena> {
        let limit = size / BLOCK;
        let raw = sys::map(at, size + BLOCK)? as usize;
        let bits = limit * BIT_WORDS * 8;
        Some(Arena {
            base: raw.next_multiple_of(BLOCK),
            used: 0,
            limit: limit as u32,
            blocks: sys::map(0, limit * size_of::<Block>())?.cast(),
            kinds: sys::map(0, limit * size_of::<Kind>())?.cast(),
            used_bits: sys::map(0, bits)?.cast(),
            marks: Marks::reserve(limit)?,
            advised: SMALL_PAGES,
        })
    }

    /// The reservation: its start and end.
    pub fn range(&self) -> (usize, usize) {
        (self.base, self.base + self.limit as usize * BLOCK)
    }

    /// Blocks that have ever been used.
    pub fn used(&self) -> u32 {
        self.used
    }

    /// Adds `n` fresh blocks; the first one's index, `None` at the end of the reservation.
    pub fn extend(&mut self, n: u32) -> Option<u32> {
        let first = self.used;
        if n > self.limit - first {
            return None;
        }
        self.used += n;
        self.advise();
        for index in first..self.used {
            // SAFETY: inside the mapped table, which starts out as zeros.
            unsafe {
                self.blocks.add(index as usize).write(Block {
                    state: BlockState::Free,
                    dirty: false,
                    scan: Scan::None,
                    period: 0,
                    shape: 0,
                    cells: 0,
                    cursor: 0,
                    cell: 0,
                    recip: 0,
                    next: NONE,
                    span: 0,
                    ty: null(),
                    bytes: 0,
                    mask: 0,
                });
            }
        }
        Some(first)
    }

    /// In a large heap most of the time of marking goes into looking up pages: asks for large ones.
    fn advise(&mut self) {
        while self.advised < self.used {
            let blocks = ADVICE.min(self.limit - self.advised) as usize;
            let first = self.advised as usize;
            // SAFETY: parts of the mappings; the advice changes no contents.
            unsafe {
                sys::advise_large_pages(self.address(self.advised), blocks * BLOCK);
                let bits = self.used_bits.add(first * BIT_WORDS);
                sys::advise_large_pages(bits as usize, blocks * BIT_WORDS * 8);
            }
            self.marks.advise_large_pages(first, blocks);
            self.advised += blocks as u32;
        }
    }

    /// The record of a used block.
    #[inline]
    pub fn block(&self, index: u32) -> &Block {
        debug_assert!(index < self.used);
        // SAFETY: written by `extend`.
        unsafe { &*self.blocks.add(index as usize) }
    }

    /// The record of a used block.
    #[inline]
    pub fn block_mut(&mut self, index: u32) -> &mut Block {
        debug_assert!(index < self.used);
        // SAFETY: written by `extend`; `self` is borrowed mutably.
        unsafe { &mut *self.blocks.add(index as usize) }
    }

    /// See [`Kind`].
    #[inline(always)]
    pub fn kind(&self, index: u32) -> Kind {
        // SAFETY: inside the mapped table.
        unsafe { *self.kinds.add(index as usize) }
    }

    /// After the use of a block has changed.
    pub fn publish_kind(&mut self, index: u32) {
        let record = self.block(index);
        let kind = Kind {
            recip: record.recip,
            cells: record.cells,
            has_pointers: record.scan != Scan::None,
            plain: record.state == BlockState::Small && record.scan != Scan::Header,
        };
        // SAFETY: inside the mapped table.
        unsafe { *self.kinds.add(index as usize) = kind };
    }

    /// Where in its block an address lies.
    #[inline(always)]
    pub fn offset_in_block(&self, address: usize) -> usize {
        address.wrapping_sub(self.base) % BLOCK
    }

    /// First byte of a block.
    #[inline]
    pub fn address(&self, index: u32) -> usize {
        self.base + index as usize * BLOCK
    }

    /// Bitmap of the used cells.
    #[inline]
    pub fn used_bits(&mut self, index: u32) -> &mut [u64; BIT_WORDS] {
        // SAFETY: inside the mapped table.
        unsafe { &mut *self.used_bits.add(index as usize * BIT_WORDS).cast() }
    }

    /// The object that contains an address. Any word may be asked for.
    #[inline]
    pub fn find(&self, address: usize) -> Option<Cell> {
        self.locate(address).filter(|&cell| self.is_used(cell))
    }

    /// The cell that contains an address, whether or not it is used. Any word may be asked for.
    #[inline(always)]
    pub fn locate(&self, address: usize) -> Option<Cell> {
        let block = self.block_of(address)?;
        if self.block(block).state == BlockState::Small {
            return self.cell_in(block, address);
        }
        self.large_at(block)
    }

    /// The cell of a small block that contains an address.
    #[inline(always)]
    pub fn cell_in(&self, block: u32, address: usize) -> Option<Cell> {
        let record = self.block(block);
        let offset = self.offset_in_block(address);
        let index = (offset as u64 * record.recip as u64) >> 32;
        (index < record.cells as u64).then_some(Cell { block, index: index as u32 })
    }

    #[cold]
    fn large_at(&self, block: u32) -> Option<Cell> {
        let record = self.block(block);
        match record.state {
            BlockState::LargeHead => Some(Cell { block, index: 0 }),
            BlockState::LargeRest => Some(Cell { block: block - record.span, index: 0 }),
            BlockState::Free | BlockState::Small => None,
        }
    }

    /// The block of an address, if it has ever been used.
    #[inline(always)]
    pub fn block_of(&self, address: usize) -> Option<u32> {
        let block = address.wrapping_sub(self.base) / BLOCK;
        (block < self.used as usize).then_some(block as u32)
    }

    /// Whether an address lies in a block that has ever been used.
    #[inline]
    pub fn contains(&self, address: usize) -> bool {
        self.block_of(address).is_some()
    }

    /// Whether the mark is set.
    pub fn is_marked(&self, cell: Cell) -> bool {
        self.marks.word_of(cell).load(Relaxed) >> (cell.index % 64) & 1 != 0
    }

    /// Whether the cell holds an object.
    #[inline(always)]
    pub fn is_used(&self, cell: Cell) -> bool {
        let word = cell.block as usize * BIT_WORDS + cell.index as usize / 64;
        // SAFETY: inside the mapped table.
        unsafe { *self.used_bits.add(word) >> (cell.index % 64) & 1 != 0 }
    }

    /// Sets the mark; false if it was set. While several threads mark, all of them must say so.
    #[inline(always)]
    pub fn mark<const SHARED: bool>(&self, cell: Cell) -> bool {
        let (word, bit) = (self.marks.word_of(cell), 1u64 << (cell.index % 64));
        let old = word.load(Relaxed);
        if old & bit != 0 {
            return false;
        }
        if SHARED {
            return word.fetch_or(bit, Relaxed) & bit == 0;
        }
        word.store(old | bit, Relaxed);
        true
    }

    /// Sets the marks of cells of a block: words of the bitmap with masks. Others may be marking.
    pub fn mark_cells(&self, block: u32, words: impl Iterator<Item = (usize, u64)>) {
        for (word, mask) in words {
            self.marks.word(block, word).fetch_or(mask, Relaxed);
        }
    }

    /// Where a cell's memory starts.
    #[inline]
    pub fn cell_address(&self, cell: Cell) -> usize {
        self.address(cell.block) + cell.index as usize * self.block(cell.block).cell as usize
    }
}

/// The multiplier that divides an offset below [`BLOCK`] by a cell size.
pub fn reciprocal(cell: u32) -> u32 {
    (1u64 << 32).div_ceil(cell as u64) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mem::size_class::{CLASSES, SIZES};

    #[test]
    fn reciprocals_divide_exactly() {
        for &size in &SIZES[1..CLASSES] {
            let recip = reciprocal(size as u32) as u64;
            for offset in 0..BLOCK as u64 {
                assert_eq!((offset * recip) >> 32, offset / size as u64, "{offset} / {size}");
            }
        }
    }
}
