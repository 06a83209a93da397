//! Barriers: the one hook of the runtime before writes that may overwrite a pointer in the heap. Compiled code has its own
//! (`backend/src/clif/barrier.rs`, which says what is noted and why) in programs built with `-d=barriers`.
//!
//! While the collector marks and the program runs, old values are noted in a buffer of the processor, whatever they are:
//! marking takes any word. Full buffers go to a common list.
//!
//! A goroutine that has been interrupted between the test of a barrier and its write when marking starts will write
//! without having noted anything. So then everything is marked that the objects hold to which words of its innermost frame
//! and its registers refer ([`interrupted_words`]): the write's address is formed from one of them.

use alloc::vec::Vec;
use core::sync::atomic::AtomicBool;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};

use crate::g::{G, getm};
use crate::lock::Locked;
use crate::mem;

/// Marking goes on while the program runs. Changed while the world is stopped.
static MARKING: AtomicBool = AtomicBool::new(false);
/// The program has barriers.
static PRESENT: AtomicBool = AtomicBool::new(false);
/// What full buffers held.
static NOTED: Locked<Vec<usize>> = Locked::new(Vec::new());

/// Words of a buffer.
const SIZE: usize = 256;

/// Old values that a processor has noted. All zero bytes are none.
pub struct Buffer {
    len: usize,
    words: [usize; SIZE],
}

impl Buffer {
    /// Empties it.
    pub fn flush(&mut self) {
        if self.len != 0 {
            NOTED.lock().extend_from_slice(&self.words[..self.len]);
            self.len = 0;
        }
    }

    fn push(&mut self, word: usize) {
        if self.len == SIZE {
            self.flush();
        }
        self.words[self.len] = word;
        self.len += 1;
    }
}

/// Whether the program has barriers.
pub fn are_present() -> bool {
    PRESENT.load(Relaxed)
}

/// Whether old values are to be noted.
#[inline(always)]
pub fn is_marking() -> bool {
    MARKING.load(Relaxed)
}

/// Starts or ends that. While the world is stopped; the same must be said to all goroutines.
pub fn set_marking(marking: bool) {
    MARKING.store(marking, SeqCst);
}

/// Takes what full buffers held.
pub fn take() -> Vec<usize> {
    core::mem::take(&mut *NOTED.lock())
}

/// Before `bytes` bytes of memory are overwritten, with no safepoint in between. Not needed where there is nothing, in
/// objects that have just been made.
#[inline(always)]
pub fn before_overwrite(p: *const u8, bytes: usize) {
    if is_marking() {
        note_range(p, bytes);
    }
}

/// An object is held again whose last pointer may have been a weak one.
#[inline(always)]
pub fn hold(p: *const u8) {
    if is_marking() {
        note(p as usize);
    }
}

#[cold]
#[inline(never)]
extern "C" fn note_range(p: *const u8, bytes: usize) {
    let (from, to) = ((p as usize).next_multiple_of(8), (p as usize).saturating_add(bytes));
    if is_marking() && mem::is_in_heap(from) {
        for word in (from..to.saturating_sub(7)).step_by(8) {
            // SAFETY: a word of a heap object that is about to be overwritten; the write will fault if it is not there.
            note(unsafe { (word as *const usize).read_volatile() });
        }
    }
}

fn note(word: usize) {
    if !mem::is_in_heap(word) {
        return;
    }
    // SAFETY: this thread's descriptor and processor; runtime code is not interrupted.
    unsafe {
        match (*getm()).p.as_mut() {
            Some(p) => p.noted.push(word),
            None => NOTED.lock().push(word),
        }
    }
}

/// The registers of a goroutine that was interrupted at any instruction, and the words of the frame that it was in.
///
/// # Safety
/// It must stand still.
pub unsafe fn interrupted_words(g: &G) -> Option<(usize, usize)> {
    /// Bytes of the registers below the frame of the routine that saved them, and of what callers pass above theirs.
    const REGISTERS: usize = 16 * 8 + 16 * 16 + 16;
    const ARGUMENTS: usize = 512;
    let frame = g.interrupted;
    if frame == 0 {
        return None;
    }
    let end = g.stack.used(g.sp).find(|used| (used.lo..used.hi).contains(&frame)).map(|used| used.hi)?;
    // SAFETY: the routine keeps the interrupted frame pointer there. It is in another segment if the frame did not fit.
    let caller = unsafe { *(frame as *const usize) };
    let to = if (frame..end).contains(&caller) { end.min(caller + ARGUMENTS) } else { end };
    Some((frame - REGISTERS, to))
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.writeBarrierStart"))]
    pub unsafe extern "C" fn write_barrier_start() {
        PRESENT.store(true, SeqCst);
    }

    /// Keeps all registers.
    ///
    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.writeBarrier"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn write_barrier(slot: *mut u8) {
        core::arch::naked_asm!(
            "push rsi",
            "mov esi, 8",
            "call {}",
            "pop rsi",
            "ret",
            sym write_barrier_range
        )
    }

    /// Keeps all registers: of the vectors the lower halves, since compiled code uses no others.
    ///
    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.writeBarrierRange"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn write_barrier_range(p: *mut u8, n: i64) {
        core::arch::naked_asm!(
            "push rbp",
            "mov rbp, rsp",
            "push rax", "push rcx", "push rdx", "push rsi", "push rdi", "push r8", "push r9", "push r10", "push r11",
            "sub rsp, 264",
            "and rsp, -16",
            "movaps [rsp], xmm0", "movaps [rsp + 16], xmm1", "movaps [rsp + 32], xmm2", "movaps [rsp + 48], xmm3",
            "movaps [rsp + 64], xmm4", "movaps [rsp + 80], xmm5", "movaps [rsp + 96], xmm6",
            "movaps [rsp + 112], xmm7", "movaps [rsp + 128], xmm8", "movaps [rsp + 144], xmm9",
            "movaps [rsp + 160], xmm10", "movaps [rsp + 176], xmm11", "movaps [rsp + 192], xmm12",
            "movaps [rsp + 208], xmm13", "movaps [rsp + 224], xmm14", "movaps [rsp + 240], xmm15",
            "call {note}",
            "movaps xmm0, [rsp]", "movaps xmm1, [rsp + 16]", "movaps xmm2, [rsp + 32]", "movaps xmm3, [rsp + 48]",
            "movaps xmm4, [rsp + 64]", "movaps xmm5, [rsp + 80]", "movaps xmm6, [rsp + 96]",
            "movaps xmm7, [rsp + 112]", "movaps xmm8, [rsp + 128]", "movaps xmm9, [rsp + 144]",
            "movaps xmm10, [rsp + 160]", "movaps xmm11, [rsp + 176]", "movaps xmm12, [rsp + 192]",
            "movaps xmm13, [rsp + 208]", "movaps xmm14, [rsp + 224]", "movaps xmm15, [rsp + 240]",
            "lea rsp, [rbp - 72]",
            "pop r11", "pop r10", "pop r9", "pop r8", "pop rdi", "pop rsi", "pop rdx", "pop rcx", "pop rax",
            "pop rbp",
            "ret",
            note = sym note_range,
        )
    }

    /// `memmove` to where pointers may be. Keeps all registers.
    ///
    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.memmove"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn memmove(to: *mut u8, from: *mut u8, n: i64) {
        core::arch::naked_asm!(
            "cmp byte ptr [rip + {marking}], 0",
            "je {memmove}",
            "push rsi",
            "mov rsi, rdx",
            "call {range}",
            "pop rsi",
            "jmp {memmove}",
            marking = sym MARKING,
            range = sym write_barrier_range,
            memmove = sym crate::memcpy::memmove_keeping,
        )
    }

    /// The same for zeroing.
    ///
    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.memclrNoHeapPointers"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn memclr(p: *mut u8, n: i64) {
        core::arch::naked_asm!(
            "cmp byte ptr [rip + {marking}], 0",
            "je 1f",
            "call {range}",
            "1:",
            "mov rdx, rsi",
            "xor esi, esi",
            "jmp {memset}",
            marking = sym MARKING,
            range = sym write_barrier_range,
            memset = sym crate::memcpy::memset,
        )
    }
}
