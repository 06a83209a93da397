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

/// Words of a line.
const LINE: usize = 8;
/// Lines of a block.
const LINES: usize = BIT_WORDS / LINE;

/// A bit per cell of each block.
struct Bits {
    table: *mut u64,
    /// Blocks that there can be.
    blocks: usize,
}

impl Bits {
    const fn empty() -> Bits {
        Bits { table: null_mut(), blocks: 0 }
    }

    fn reserve(blocks: usize) -> Option<Bits> {
        Some(Bits { table: sys::map(0, blocks * LINES * LINE * size_of::<u64>())?.cast(), blocks })
    }

    /// Word `word` of a block.
    #[inline(always)]
    fn word(&self, block: u32, word: usize) -> &AtomicU64 {
        // SAFETY: inside the mapped table.
        unsafe {
            let at = (word / LINE * self.blocks + block as usize) * LINE + word % LINE;
            AtomicU64::from_ptr(self.table.add(at))
        }
    }

    fn advise_large_pages(&self, first: usize, blocks: usize) {
        for line in 0..LINES {
            // SAFETY: parts of the mapping; the advice changes no contents.
            unsafe {
                let from = self.table.add((line * self.blocks + first) * LINE);
                sys::advise_large_pages(from as usize, blocks * LINE * size_of::<u64>());
            }
        }
    }
}

/// The tables of an arena.
pub struct Marks {
    marked: Bits,
    waiting: Bits,
    /// For each block a bit for each word in which objects wait.
    words: *mut u64,
}

impl Marks {
    /// Without memory.
    pub const fn empty() -> Marks {
        Marks { marked: Bits::empty(), waiting: Bits::empty(), words: null_mut() }
    }

    /// For so many blocks; `None` if the system refuses.
    pub fn reserve(blocks: usize) -> Option<Marks> {
        Some(Marks {
            marked: Bits::reserve(blocks)?,
            waiting: Bits::reserve(blocks)?,
            words: sys::map(0, blocks * size_of::<u64>())?.cast(),
        })
    }

    /// Asks for large pages for some blocks.
    pub fn advise_large_pages(&self, first: usize, blocks: usize) {
        self.marked.advise_large_pages(first, blocks);
        self.waiting.advise_large_pages(first, blocks);
    }

    /// The word that holds the marks of cells `64 * word` and following.
    #[inline(always)]
    pub fn word(&self, block: u32, word: usize) -> &AtomicU64 {
        self.marked.word(block, word)
    }

    #[inline(always)]
    fn words(&self, block: u32) -> &AtomicU64 {
        // SAFETY: inside the mapped table.
        unsafe { AtomicU64::from_ptr(self.words.add(block as usize)) }
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

    /// A cell waits; whether none of its block did. While several threads mark, all of them must say so.
    #[inline(always)]
    pub fn wait<const SHARED: bool>(&self, cell: Cell) -> bool {
        let (word, words) = (cell.index as usize / 64, self.words(cell.block));
        set::<SHARED>(self.waiting.word(cell.block, word), 1 << (cell.index % 64));
        // Whoever takes the bits clears `words` first: if it is still set now, they have not been taken.
        words.load(Relaxed) >> word & 1 == 0 && set::<SHARED>(words, 1 << word) == 0
    }

    /// Takes the words in which cells of a block wait: a bit for each.
    #[inline(always)]
    pub fn take_words<const SHARED: bool>(&self, block: u32) -> u64 {
        take::<SHARED>(self.words(block))
    }

    /// Takes the waiting bits out of a word.
    #[inline(always)]
    pub fn take_waiting<const SHARED: bool>(&self, block: u32, word: usize) -> u64 {
        take::<SHARED>(self.waiting.word(block, word))
    }
}

/// Sets bits; the old word.
#[inline(always)]
fn set<const SHARED: bool>(word: &AtomicU64, bits: u64) -> u64 {
    if SHARED {
        return word.fetch_or(bits, Relaxed);
    }
    let old = word.load(Relaxed);
    word.store(old | bits, Relaxed);
    old
}

/// Takes all bits.
#[inline(always)]
fn take<const SHARED: bool>(word: &AtomicU64) -> u64 {
    if SHARED {
        return word.swap(0, Relaxed);
    }
    let old = word.load(Relaxed);
    word.store(0, Relaxed);
    old
}
