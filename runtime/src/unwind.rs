//! Walking a goroutine's stack along the frame pointers.
//!
//! A frame is described by the address at which it will go on and by its own frame pointer. The word at the frame
//! pointer is the caller's frame pointer, the word above it the address in the caller. Frames of Rust code and of the
//! assembler trampolines are part of the chain; they are told from Go frames by the program counter.

use crate::g::{G, GState, getg};
use crate::stack::Segments;
use crate::switch_x86_64::{SWITCH_RBP, SWITCH_WORDS};
use crate::symtab::{Func, tables};

/// A physical frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Where execution goes on in this frame.
    pub pc: usize,
    /// Its frame pointer.
    pub fp: usize,
}

impl Frame {
    /// The function, if it is Go code.
    pub fn func(&self) -> Option<Func> {
        // The pc of a call is its return address, which for a call that does not return may already belong to the
        // next function.
        tables().func(self.pc.wrapping_sub(1)).or_else(|| tables().func(self.pc))
    }

    /// The calling frame, `None` at the end of the stack.
    ///
    /// # Safety
    /// The frame must be part of a live chain on `stack`.
    #[inline]
    pub unsafe fn caller(&self, stack: &Segments) -> Option<Frame> {
        let own = stack.segment_of(self.fp).filter(|own| self.fp & 7 == 0 && own.hi - self.fp >= 16)?;
        let words = self.fp as *const usize;
        // SAFETY: inside the stack, and frames in progress keep these two words.
        let (fp, pc) = unsafe { (*words, *words.add(1)) };
        // The caller's frame lies above, mostly in the same segment. Anything else would loop.
        let is_older = match own.contains(fp) {
            true => fp > self.fp,
            false => fp == 0 || stack.age(fp) < stack.age(self.fp),
        };
        if pc == 0 || !is_older {
            return None;
        }
        Some(Frame { pc, fp })
    }

    /// The frame at which a goroutine that does not run will go on.
    ///
    /// # Safety
    /// The goroutine must not run.
    pub unsafe fn of_parked(g: &G) -> Option<Frame> {
        if g.state.get() == GState::Dead || !g.stack.contains(g.sp) {
            return None;
        }
        let words = g.sp as *const usize;
        // SAFETY: a switch and `prepare_goroutine` leave these words.
        unsafe { Some(Frame { fp: *words.add(SWITCH_RBP), pc: *words.add(SWITCH_WORDS - 1) }) }
    }
}

/// A walk over the frames of one stack, youngest first.
pub struct Walk {
    next: Option<Frame>,
    stack: Segments,
}

impl Walk {
    /// Starts at a frame.
    ///
    /// # Safety
    /// The frame must be part of a live chain on `stack`, which must not change during the walk.
    pub unsafe fn new(start: Option<Frame>, stack: &Segments) -> Walk {
        Walk { next: start, stack: *stack }
    }

    /// A walk over the current goroutine's stack.
    ///
    /// # Safety
    /// As [`Walk::new`].
    pub unsafe fn of_current(start: Frame) -> Walk {
        let g = getg();
        // SAFETY: the current goroutine is live.
        let stack = if g.is_null() { Segments::NONE } else { unsafe { (*g).stack } };
        Walk { next: Some(start), stack }
    }
}

impl Iterator for Walk {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        let frame = self.next?;
        // SAFETY: by the contract of the constructors.
        self.next = unsafe { frame.caller(&self.stack) };
        Some(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chain_is_followed_to_its_end_and_no_further() {
        let words: &mut [usize; 8] = Box::leak(Box::new([0; 8]));
        let base = words.as_ptr() as usize;
        (words[0], words[1], words[5]) = (base + 32, 111, 222);
        let stack = Segments::of_range(base, base + 64);
        // SAFETY: the words above form a chain.
        let frames: Vec<Frame> = unsafe { Walk::new(Some(Frame { pc: 1, fp: base }), &stack) }.collect();
        assert_eq!(frames.iter().map(|f| f.pc).collect::<Vec<_>>(), [1, 111, 222]);
    }

    #[test]
    fn descending_or_foreign_frame_pointers_end_the_walk() {
        let words: &mut [usize; 4] = Box::leak(Box::new([0; 4]));
        let base = words.as_ptr() as usize;
        (words[2], words[3]) = (base, 5);
        let stack = Segments::of_range(base, base + 32);
        for fp in [base + 16, 8, base + 3] {
            // SAFETY: bounds are checked before reading.
            assert_eq!(unsafe { Walk::new(Some(Frame { pc: 1, fp }), &stack) }.count(), 1);
        }
    }
}
