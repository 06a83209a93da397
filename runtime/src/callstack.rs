//! The stack as Go programs see it: Go frames, and between them where a panic runs deferred calls or a fault happened.

use crate::g::G;
use crate::panic::Panic;
use crate::signal;
use crate::stack::Segments;
use crate::symtab::{SourceFrame, SourceFrames};
use crate::unwind::{Frame, Walk};

/// Bytes from the frame pointer to the caller's stack pointer: the frame pointer saved there, and the return address.
pub const FRAME_WORDS: usize = 16;

/// A step up the stack.
#[derive(Clone, Copy)]
pub enum Entry {
    /// A frame of Go code, as the source has it.
    Go {
        /// Its function and line.
        source: SourceFrame,
        /// The physical frame.
        frame: Frame,
        /// Its stack pointer while it calls what is below, 0 if nothing is.
        sp: usize,
        /// A panic or a fault begins here.
        panics: bool,
    },
    /// The panic that called what is below, and the frame from which it did.
    Panic(*const Panic, Frame),
    /// A fault was turned into a call of what is below.
    Fault,
}

impl Entry {
    /// Whether gc leaves the frame out of stacks: that of a wrapper, unless it panics itself instead of calling what it
    /// wraps.
    pub fn is_elided(&self) -> bool {
        matches!(self, Entry::Go { source, panics: false, .. } if source.wrapper)
    }
}

/// The steps of a stack, youngest first.
pub struct Entries {
    walk: Walk,
    stack: Segments,
    panic: *const Panic,
    after_fault: bool,
    /// The stack pointer of the physical frame, and of the one above.
    sp: [usize; 2],
    /// The step before was a panic or a fault.
    panics: bool,
    /// What is left of the physical frame.
    rest: Option<(SourceFrames, Frame)>,
}

impl Entries {
    /// Starts at a frame of a goroutine.
    ///
    /// # Safety
    /// `start` must be a live frame of `g`, whose stack does not change meanwhile.
    pub unsafe fn new(start: Option<Frame>, g: &G) -> Entries {
        // SAFETY: by contract.
        let walk = unsafe { Walk::new(start, &g.stack) };
        let after_fault = start.is_some_and(|f| g.fault.number != 0 && f.pc == g.fault.pc);
        // SAFETY: a live panic or null.
        let panics = unsafe { g.panic().as_ref() }.is_some_and(|p| Some(p.start) == start);
        Entries {
            walk,
            stack: g.stack,
            panic: g.panic(),
            after_fault,
            sp: [0; 2],
            panics: panics || after_fault,
            rest: None,
        }
    }

    /// Makes the stack pointer of the first frame known.
    pub fn with_sp(mut self, sp: usize) -> Entries {
        self.sp[1] = sp;
        self
    }

    /// The panic whose trampoline has this frame.
    fn panic_at(&mut self, frame: Frame) -> Option<Entry> {
        let fp = frame.fp;
        // SAFETY: panics are linked while their frames are on the stack that is being walked. Those whose last call
        // has returned have a stale trampoline, younger than anything that is walked now.
        while let Some(panic) = unsafe { self.panic.as_ref() } {
            if panic.call_frame != 0 && self.stack.age(panic.call_frame) < self.stack.age(fp) {
                break;
            }
            self.panic = panic.link;
            if panic.call_frame == fp && fp != 0 && !panic.goexit {
                return Some(Entry::Panic(panic, frame));
            }
        }
        None
    }
}

impl Iterator for Entries {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        loop {
            if let Some((sources, frame)) = &mut self.rest
                && let Some(source) = sources.next()
            {
                let panics = core::mem::take(&mut self.panics);
                return Some(Entry::Go { source, frame: *frame, sp: self.sp[0], panics });
            }
            let frame = self.walk.next()?;
            self.sp = [self.sp[1], frame.fp + FRAME_WORDS];
            if let Some(func) = frame.func() {
                // The address of a faulting instruction, or a return address: readers look at the byte before.
                let exact = core::mem::take(&mut self.after_fault) as usize;
                let sources = func.frames(frame.pc + exact - 1, frame.pc + exact);
                self.rest = Some((sources, frame));
                continue;
            }
            if signal::is_fault_entry(frame.pc) {
                (self.after_fault, self.panics) = (true, true);
                return Some(Entry::Fault);
            }
            if let Some(entry) = self.panic_at(frame) {
                self.panics = true;
                return Some(entry);
            }
        }
    }
}
