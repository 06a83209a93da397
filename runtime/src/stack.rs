//! Goroutine stacks.
//!
//! One mapping without swap reservation is cut into slots of 256 MB (smaller ones where
//! address space is limited), of which a goroutine touches only the upper end;
//! the kernel commits pages on first touch. There are no guard pages (each would cost a mapping of the kernel's 65,530)
//! because compiled code compares its stack pointer with `GHeader::stack_limit` on entry. Runtime code runs on the
//! goroutine's stack too and does not check: [`SLACK`] below the limit belongs to it.
//!
//! A goroutine starts with a soft limit of [`SOFT`] bytes. The first function to cross it calls `runtime.morestack`,
//! which moves the limit to the end of the slot and marks the stack as deep. Only deep stacks give pages back when
//! the goroutine ends, so short-lived goroutines cost no system call.

use core::fmt::Write;

use crate::g::{G, Racy, getg};
use crate::{print, sys};

/// Bytes of address space of a stack where there is enough.
const MAX_SLOT: usize = 256 << 20;
/// The same where there is little.
const MIN_SLOT: usize = 256 << 10;
/// Bytes of address space to ask for: a quarter of all.
const RESERVATION: usize = 32 << 40;
/// Slots that a reservation should at least have.
const MIN_SLOTS: usize = 8192;
/// Bytes of the main goroutine's stack.
const MAIN_STACK: usize = 1 << 30;
/// Bytes below the limit that runtime code may use unchecked.
pub const SLACK: usize = 128 << 10;
/// Bytes of compiled code's frames before a stack counts as deep.
const SOFT: usize = 64 << 10;
/// What stays committed when a deep stack is put back.
const KEEP: usize = SOFT;
/// gc's limit, named in the message.
const MAX_STACK_SIZE: usize = 1_000_000_000;

/// A range of addresses, `hi` exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct Stack {
    /// Lowest address.
    pub lo: usize,
    /// One past the highest.
    pub hi: usize,
}

impl Stack {
    /// Whether an address lies in it.
    pub fn contains(&self, p: usize) -> bool {
        self.lo <= p && p < self.hi
    }

    /// Where compiled code must stop.
    pub fn hard_limit(&self) -> usize {
        self.lo + SLACK
    }

    /// The limit of a fresh goroutine.
    pub fn soft_limit(&self) -> usize {
        self.hard_limit().max(self.hi - SOFT)
    }
}

struct Pool {
    /// Bytes of a slot.
    slot: usize,
    next: usize,
    end: usize,
    free: alloc::vec::Vec<Stack>,
}

static POOL: Racy<Pool> = Racy::new(Pool { slot: 0, next: 0, end: 0, free: alloc::vec::Vec::new() });

impl Pool {
    /// Asks for much address space and takes what we get, down to four slots of the smallest size.
    fn reserve(&mut self) -> bool {
        let mut size = RESERVATION;
        while size >= 4 * MIN_SLOT {
            if let Some(base) = sys::map(0, size) {
                // Where address space is short, stacks are too: rather so than few goroutines.
                self.slot = (size / MIN_SLOTS).clamp(MIN_SLOT, MAX_SLOT);
                self.next = base as usize;
                self.end = self.next + size;
                return true;
            }
            size /= 2;
        }
        false
    }
}

/// A stack for a goroutine, `None` when address space is used up.
pub fn take() -> Option<Stack> {
    // SAFETY: single user of the pool.
    let pool = unsafe { &mut *POOL.get() };
    if let Some(stack) = pool.free.pop() {
        return Some(stack);
    }
    if pool.next == pool.end && !pool.reserve() {
        return None;
    }
    let lo = pool.next;
    pool.next += pool.slot;
    Some(Stack { lo, hi: pool.next })
}

/// The stack of the first goroutine, which is never put back.
pub fn take_main() -> Option<Stack> {
    let mut size = MAIN_STACK;
    while size >= MIN_SLOT {
        if let Some(lo) = sys::map(0, size) {
            return Some(Stack { lo: lo as usize, hi: lo as usize + size });
        }
        size /= 4;
    }
    None
}

/// Puts a stack back. `deep`: more than the soft limit has been used.
///
/// # Safety
/// Nobody may use the stack any more.
pub unsafe fn put(stack: Stack, deep: bool) {
    if deep {
        // SAFETY: unused, page-aligned and ours.
        unsafe { sys::discard(stack.lo as *mut u8, stack.hi - KEEP - stack.lo) };
    }
    // SAFETY: single user of the pool.
    unsafe { (*POOL.get()).free.push(stack) };
}

/// The slow path of the stack check. On entry r10 holds the limit plus the function's frame size. All registers that
/// may hold arguments are kept; it returns if the frame fits after all.
#[cfg(feature = "entry")]
#[unsafe(export_name = "runtime.morestack")]
#[unsafe(naked)]
unsafe extern "C" fn morestack() {
    core::arch::naked_asm!(
        "push rax", "push rcx", "push rdx", "push rsi", "push rdi", "push r8", "push r9", "push r10", "push r11",
        "push rbx",
        "push r12",
        "mov rbx, rsp",
        "lea rdi, [rsp + 88]",
        "mov rsi, r10",
        "mov rdx, rbp",
        "sub rsp, 128",
        "and rsp, -16",
        "movups [rsp], xmm0", "movups [rsp + 16], xmm1", "movups [rsp + 32], xmm2", "movups [rsp + 48], xmm3",
        "movups [rsp + 64], xmm4", "movups [rsp + 80], xmm5", "movups [rsp + 96], xmm6", "movups [rsp + 112], xmm7",
        "call {grow}",
        "movups xmm0, [rsp]", "movups xmm1, [rsp + 16]", "movups xmm2, [rsp + 32]", "movups xmm3, [rsp + 48]",
        "movups xmm4, [rsp + 64]", "movups xmm5, [rsp + 80]", "movups xmm6, [rsp + 96]", "movups xmm7, [rsp + 112]",
        "mov rsp, rbx",
        "pop r12",
        "pop rbx",
        "pop r11", "pop r10", "pop r9", "pop r8", "pop rdi", "pop rsi", "pop rdx", "pop rcx", "pop rax",
        "ret",
        grow = sym grow,
    )
}

/// `sp` is the stack pointer at the call of `morestack`'s return address, `wanted` limit plus frame size.
extern "C" fn grow(sp: usize, wanted: usize, rbp: usize) {
    // SAFETY: compiled code runs on a goroutine.
    let g = unsafe { &mut *getg() };
    let frame = wanted.wrapping_sub(g.header.stack_limit);
    let hard = g.stack.hard_limit();
    if g.header.stack_limit != hard && frame <= g.stack.hi - hard && sp - frame.min(sp) >= hard {
        g.header.stack_limit = hard;
        return;
    }
    overflow(g, sp, rbp);
}

/// Reports that a goroutine has used up its stack and ends the program.
fn overflow(g: &mut G, sp: usize, rbp: usize) -> ! {
    // The report needs room that the goroutine no longer has: it runs on the slack, which is its purpose.
    print::flush();
    let _ = writeln!(print::Stderr, "runtime: goroutine stack exceeds {MAX_STACK_SIZE}-byte limit");
    let _ = writeln!(print::Stderr, "runtime: sp={sp:#x} stack=[{:#x}, {:#x}]", g.stack.lo, g.stack.hi);
    // SAFETY: `sp` holds the return address of the call from the function that did not fit.
    let pc = unsafe { *(sp as *const usize) };
    crate::fatal::throw_at(b"stack overflow", crate::unwind::Frame { pc, fp: rbp })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_leave_slack() {
        let s = Stack { lo: 0x1000_0000, hi: 0x1000_0000 + MAX_SLOT };
        assert_eq!(s.hard_limit() - s.lo, SLACK);
        assert_eq!(s.hi - s.soft_limit(), SOFT);
        let small = Stack { lo: 0, hi: SLACK };
        assert_eq!(small.soft_limit(), SLACK);
    }

    #[test]
    fn stacks_are_reused_in_lifo_order() {
        let a = take().unwrap();
        let b = take().unwrap();
        assert!(a.hi <= b.lo || b.hi <= a.lo);
        // SAFETY: nobody uses them.
        unsafe {
            put(a, true);
            put(b, false);
        }
        assert_eq!(take(), Some(b));
        assert_eq!(take(), Some(a));
    }
}
