//! The stack as Go programs see it: Go frames, and between them where a panic runs deferred calls or a fault happened.

use crate::g::G;
use crate::panic::Panic;
use crate::signal;
use crate::stack::Segments;
use crate::symtab::{SourceFrame, SourceFrames};
use crate::unwind::{Frame, Walk};

/// A step up the stack.
#[derive(Clone, Copy)]
pub enum Entry {
    /// A frame of Go code, as the source has it.
    Go {
        /// Its function and line.
        source: SourceFrame,
        /// The physical frame.
        frame: Frame,
    },
    /// The panic that called what is below.
    Panic(*const Panic),
    /// A fault was turned into a call of what is below.
    Fault,
}

/// The steps of a stack, youngest first.
pub struct Entries {
    walk: Walk,
    stack: Segments,
    panic: *const Panic,
    after_fault: bool,
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
        Entries { walk, stack: g.stack, panic: g.panic(), after_fault, rest: None }
    }

    /// The panic whose trampoline has this frame pointer.
    fn panic_at(&mut self, fp: usize) -> Option<Entry> {
        // SAFETY: panics are linked while their frames are on the stack that is being walked. Those whose last call
        // has returned have a stale trampoline, younger than anything that is walked now.
        while let Some(panic) = unsafe { self.panic.as_ref() } {
            if self.stack.age(panic.call_frame) < self.stack.age(fp) {
                break;
            }
            self.panic = panic.link;
            if panic.call_frame == fp && !panic.goexit {
                return Some(Entry::Panic(panic));
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
                return Some(Entry::Go { source, frame: *frame });
            }
            let frame = self.walk.next()?;
            if let Some(func) = frame.func() {
                // The address of a faulting instruction, or a return address: readers look at the byte before.
                let exact = core::mem::take(&mut self.after_fault) as usize;
                let sources = func.frames(frame.pc + exact - 1, frame.pc + exact);
                self.rest = Some((sources, frame));
                continue;
            }
            if signal::is_fault_entry(frame.pc) {
                self.after_fault = true;
                return Some(Entry::Fault);
            }
            if let Some(entry) = self.panic_at(frame.fp) {
                return Some(entry);
            }
        }
    }
}
