//! The collector's bits: which objects are marked, and which of them still *wait* to be scanned.
//!
//! A block has as many of each as cells of 8 bytes would need. They are kept in lines of 8 words; the first lines of all
//! blocks stand together, then the second ones, and so on. A block of larger cells uses only its first lines, so what a
//! marking goes through is dense however large the cells are. In a large heap the processor's caches of pages are what
//! counts.

use core::ptr::null_mut;
use core::sync::atomic::AtomicU64;
use core::sync::atomic::Ordering::Relaxed;

use super::block::{BIT_WORDS, Cell};
use crate::sys;

/// Words of a line of marks.
const LINE: usize = 8;
/// Words of it and the line of waiting bits beside it.
const PAIR: usize = 2 * LINE;
/// Lines of a block.
const LINES: usize = BIT_WORDS / LINE;

/// The tables of an arena.
pub struct Marks {
    table: *mut u64,
    /// Blocks that there can be.
    blocks: usize,
}

impl Marks {
    /// Without memory.
    pub const fn empty() -> Marks {
        Marks { table: null_mut(), blocks: 0 }
    }

    /// For so many blocks; `None` if the system refuses.
    pub fn reserve(blocks: usize) -> Option<Marks> {
        let table = sys::map(0, blocks * LINES * PAIR * size_of::<u64>())?;
        Some(Marks { table: table.cast(), blocks })
    }

    /// Asks for large pages for some blocks.
    pub fn advise_large_pages(&self, first: usize, blocks: usize) {
        for line in 0..LINES {
            // SAFETY: parts of the mapping; the advice changes no contents.
            unsafe {
                let from = self.table.add((line * self.blocks + first) * PAIR);
                sys::advise_large_pages(from as usize, blocks * PAIR * size_of::<u64>());
            }
        }
    }

    #[inline(always)]
    fn at(&self, block: u32, word: usize) -> *mut u64 {
        // SAFETY: inside the mapped table.
        unsafe { self.table.add((word / LINE * self.blocks + block as usize) * PAIR + word % LINE) }
    }

    /// The word that holds the marks of cells `64 * word` and following.
    #[inline(always)]
    pub fn word(&self, block: u32, word: usize) -> &AtomicU64 {
        // SAFETY: inside the mapped table.
        unsafe { AtomicU64::from_ptr(self.at(block, word)) }
    }

    /// The word that holds their waiting bits.
    #[inline(always)]
    fn waiting(&self, block: u32, word: usize) -> &AtomicU64 {
        // SAFETY: inside the mapped table.
        unsafe { AtomicU64::from_ptr(self.at(block, word).add(LINE)) }
    }

    /// The word that holds a cell's mark.
    #[inline(always)]
    pub fn word_of(&self, cell: Cell) -> &AtomicU64 {
        self.word(cell.block, cell.index as usize / 64)
    }

    /// Takes the marks out of a word. After marking.
    pub fn take(&self, block: u32, word: usize) -> u64 {
        let word = self.word(block, word);
        let marks = word.load(Relaxed);
        word.store(0, Relaxed);
        marks
    }

    /// A cell waits; `words`, with a bit for each word of the block in which one does, is told. Whether none did.
    /// While several threads mark, all of them must say so.
    #[inline(always)]
    pub fn wait<const SHARED: bool>(&self, cell: Cell, words: &AtomicU64) -> bool {
        let word = cell.index as usize / 64;
        set::<SHARED>(self.waiting(cell.block, word), 1 << (cell.index % 64));
        // Whoever takes the bits clears `words` first: if it is still set now, they have not been taken.
        words.load(Relaxed) >> word & 1 == 0 && set::<SHARED>(words, 1 << word) == 0
    }

    /// Takes the waiting bits out of a word.
    #[inline(always)]
    pub fn take_waiting<const SHARED: bool>(&self, block: u32, word: usize) -> u64 {
        take::<SHARED>(self.waiting(block, word))
    }
}

/// Sets bits; the old word.
#[inline(always)]
pub fn set<const SHARED: bool>(word: &AtomicU64, bits: u64) -> u64 {
    if SHARED {
        return word.fetch_or(bits, Relaxed);
    }
    let old = word.load(Relaxed);
    word.store(old | bits, Relaxed);
    old
}

/// Takes all bits.
#[inline(always)]
pub fn take<const SHARED: bool>(word: &AtomicU64) -> u64 {
    if SHARED {
        return word.swap(0, Relaxed);
    }
    let old = word.load(Relaxed);
    word.store(0, Relaxed);
    old
}
