//! Goroutine stacks.
//!
//! A stack consists of up to three segments. Every goroutine starts in a small one; the first function that does not
//! fit into a segment continues in one of the next level, and what it calls stays there until it returns. There are no
//! guard pages (each would cost a mapping of the kernel's 65,530): compiled code compares its stack pointer with
//! `GHeader::stack_limit` on entry and calls `runtime.morestack` if its frame does not fit. Runtime code runs on the
//! goroutine's stack too and does not check: [`SLACK`] below the limit of each segment belongs to it.
//!
//! One mapping without swap reservation holds the segments of all levels, those of higher levels at higher addresses;
//! the kernel commits pages on first touch. The order of addresses is what makes returning free of charge: a function
//! returns to an older segment by its frame pointer, unnoticed. The limit in force is then that of the younger segment,
//! above every address of the older one, so the next function that checks calls `morestack`, which sees where the
//! stack pointer is. Segments stay with their goroutine until it ends, so crossing a border again and again costs one
//! such call each time and no more.
//!
//! A function that crosses a border has its frame pointer in the old segment and its frame in the new one. Who wants
//! to know where something in a frame lies asks [`Segments::frame_base`].

use core::fmt::Write;
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::g::{G, getg, getp};
use crate::lock::Locked;
use crate::sched::preempt;
use crate::{print, sys};

/// Levels of segments.
pub const LEVELS: usize = 3;
/// Bytes below the limit that runtime code may use unchecked.
pub const SLACK: usize = 128 << 10;
/// Bytes of a slot by level, where address space is not short.
const SLOTS: [usize; LEVELS] = [(64 << 10) + SLACK, 8 << 20, 1 << 30];
/// What each level gets of the reservation, in eighths.
const SHARES: [usize; LEVELS] = [1, 1, 6];
/// Slots that a level should at least have before they become smaller.
const MIN_SLOTS: [usize; LEVELS] = [1, 64, 8];
/// Bytes of address space to ask for: a quarter of all.
const RESERVATION: usize = 32 << 40;
/// The least that is asked for.
const MIN_RESERVATION: usize = 8 << 20;
/// Bytes of the main goroutine's stack, a single segment.
const MAIN_STACK: usize = 1 << 30;
/// The level at which the main goroutine's segment counts.
const MAIN_LEVEL: usize = LEVELS - 1;
/// What stays committed when a segment of a higher level is put back.
const KEEP: usize = 64 << 10;
/// Small segments put back that may keep their memory.
const KEPT_SEGMENTS: usize = 1024;
/// gc's limit, named in the message, unless the program sets another one.
const MAX_STACK_SIZE: usize = 1_000_000_000;
static MOST: AtomicUsize = AtomicUsize::new(MAX_STACK_SIZE);
/// Bytes left free at the top of a segment.
const TOP: usize = 64;

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
    /// No memory.
    pub const NONE: Stack = Stack { lo: 0, hi: 0 };

    /// Whether an address lies in it.
    pub fn contains(&self, p: usize) -> bool {
        self.lo <= p && p < self.hi
    }

    /// Where compiled code must stop.
    pub fn limit(&self) -> usize {
        (self.lo + SLACK).max(self.hi.saturating_sub(MOST.load(Relaxed)))
    }
}

/// A part of a goroutine's stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Segment {
    memory: Stack,
    /// The segment from which this one was entered.
    from: u8,
    /// Frame pointer of the function that crossed the border, which was the stack pointer at that time; 0 if
    /// nothing in this segment is in use, as far as has been noticed.
    entered_at: usize,
}

impl Segment {
    const NONE: Segment = Segment { memory: Stack::NONE, from: 0, entered_at: 0 };

    /// The stack pointer with which this segment is entered.
    fn top(&self) -> usize {
        self.memory.hi - TOP
    }
}

/// A goroutine's stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segments {
    segments: [Segment; LEVELS],
    /// The one whose limit is in force.
    current: u8,
}

impl Segments {
    /// No stack.
    pub const NONE: Segments = Segments { segments: [Segment::NONE; LEVELS], current: 0 };

    fn of(level: usize, memory: Stack) -> Segments {
        let mut all = Segments::NONE;
        all.segments[level].memory = memory;
        all.current = level as u8;
        all
    }

    /// A single segment.
    #[cfg(test)]
    pub fn of_range(lo: usize, hi: usize) -> Segments {
        Segments::of(0, Stack { lo, hi })
    }

    /// Where the first frame goes.
    pub fn start(&self) -> usize {
        self.segments[self.current as usize].memory.hi
    }

    /// The limit for compiled code in the current segment.
    pub fn limit(&self) -> usize {
        self.segments[self.current as usize].memory.limit()
    }

    fn index_of(&self, p: usize) -> Option<usize> {
        (0..LEVELS).rev().find(|&i| self.segments[i].memory.contains(p))
    }

    /// Whether an address lies in it.
    pub fn contains(&self, p: usize) -> bool {
        self.index_of(p).is_some()
    }

    /// The segment that an address lies in.
    pub fn segment_of(&self, p: usize) -> Option<Stack> {
        self.index_of(p).map(|i| self.segments[i].memory)
    }

    /// Orders addresses by age: of two places in the stack the younger one's value is the greater.
    pub fn age(&self, p: usize) -> (usize, usize) {
        (self.index_of(p).unwrap_or(0), usize::MAX - p)
    }

    /// The address below which the frame with this frame pointer lies: the frame pointer, unless the frame is in
    /// another segment.
    pub fn frame_base(&self, fp: usize) -> usize {
        self.segments.iter().find(|s| s.entered_at == fp && fp != 0).map_or(fp, Segment::top)
    }

    /// The used ranges while the stack pointer is `sp`, youngest first.
    pub fn used(&self, sp: usize) -> impl Iterator<Item = Stack> {
        let mut next = self.index_of(sp).map(|i| (i, sp));
        core::iter::from_fn(move || {
            let (i, lo) = next?;
            let segment = &self.segments[i];
            next = (segment.entered_at != 0).then_some((segment.from as usize, segment.entered_at));
            Some(Stack { lo, hi: segment.memory.hi })
        })
    }

    /// Makes room for a frame of a function whose stack pointer, equal to its frame pointer, is `sp`: the stack
    /// pointer to go on with, `None` if there is no room.
    fn make_room(&mut self, sp: usize, frame: usize) -> Option<usize> {
        let here = self.index_of(sp)?;
        // The calls in younger segments have all returned.
        self.segments[here + 1..].iter_mut().for_each(|s| s.entered_at = 0);
        self.current = here as u8;
        if sp - frame.min(sp) >= self.limit() {
            return Some(sp);
        }
        for level in here + 1..LEVELS {
            let segment = &mut self.segments[level];
            if segment.memory == Stack::NONE {
                segment.memory = take_segment(level)?;
            }
            if segment.top() - segment.memory.limit() >= frame {
                (segment.from, segment.entered_at) = (here as u8, sp);
                self.current = level as u8;
                return Some(segment.top());
            }
        }
        None
    }
}

struct Pool {
    /// Bytes of a slot.
    slot: usize,
    next: usize,
    end: usize,
    free: alloc::vec::Vec<Stack>,
    /// How many of the last of `free` may have memory.
    with_memory: usize,
}

const EMPTY: Pool = Pool { slot: 0, next: 0, end: 0, free: alloc::vec::Vec::new(), with_memory: 0 };
static POOLS: Locked<[Pool; LEVELS]> = Locked::new([EMPTY; LEVELS]);

/// Small segments that a processor has at hand.
const CACHED: usize = 32;

/// Unused small segments of a processor. All zero bytes are none.
pub struct StackCache {
    segments: [Stack; CACHED],
    len: usize,
}

impl StackCache {
    /// Gives all back. Nobody else uses the processor.
    pub fn give_back(&mut self) {
        self.give_back_down_to(0);
    }

    fn give_back_down_to(&mut self, keep: usize) {
        let pool = &mut POOLS.lock()[0];
        pool.free.extend_from_slice(&self.segments[keep..self.len]);
        pool.with_memory += self.len - keep;
        self.len = keep;
    }

    fn push(&mut self, memory: Stack) {
        if self.len == CACHED {
            self.give_back_down_to(CACHED / 2);
        }
        self.segments[self.len] = memory;
        self.len += 1;
    }

    fn pop(&mut self) -> Option<Stack> {
        self.len = self.len.checked_sub(1)?;
        Some(self.segments[self.len])
    }
}

/// Asks for much address space and takes what we get.
fn reserve(pools: &mut [Pool; LEVELS]) -> bool {
    let mut size = RESERVATION;
    while size >= MIN_RESERVATION {
        if let Some(base) = sys::map(0, size) {
            let mut next = (base as usize).next_multiple_of(SLACK);
            let end = base as usize + size;
            for (level, pool) in pools.iter_mut().enumerate() {
                let share = size / 8 * SHARES[level];
                // Where address space is short, stacks are too: rather so than few goroutines.
                pool.slot = (share / MIN_SLOTS[level]).clamp(SLOTS[0], SLOTS[level]) & !(SLACK / 2 - 1);
                pool.next = next;
                pool.end = (next + share).min(end);
                next = pool.end.next_multiple_of(SLACK);
            }
            return true;
        }
        size /= 2;
    }
    false
}

/// A segment of a level, `None` when address space is used up.
fn take_segment(level: usize) -> Option<Stack> {
    let mut pools = POOLS.lock();
    let pool = &mut pools[level];
    if let Some(stack) = pool.free.pop() {
        pool.with_memory = pool.with_memory.min(pool.free.len());
        return Some(stack);
    }
    if pool.slot == 0 && !reserve(&mut pools) {
        return None;
    }
    let pool = &mut pools[level];
    let lo = pool.next;
    if pool.end.saturating_sub(lo) < pool.slot {
        return None;
    }
    pool.next += pool.slot;
    Some(Stack { lo, hi: pool.next })
}

/// A stack for a goroutine, `None` when address space is used up.
pub fn take() -> Option<Segments> {
    // SAFETY: this thread's processor.
    let cached = unsafe { (*getp()).stacks.pop() };
    Some(Segments::of(0, cached.or_else(|| take_segment(0))?))
}

/// The stack of the first goroutine, which is never put back.
pub fn take_main() -> Option<Segments> {
    let mut size = MAIN_STACK;
    while size >= SLOTS[0] {
        if let Some(lo) = sys::map(0, size) {
            let memory = Stack { lo: lo as usize, hi: lo as usize + size };
            return Some(Segments::of(MAIN_LEVEL, memory));
        }
        size /= 4;
    }
    None
}

/// Puts a stack back.
///
/// # Safety
/// Nobody may use the stack any more. It must not be the main goroutine's.
pub unsafe fn put(stack: &Segments) {
    for (level, segment) in stack.segments.iter().enumerate() {
        let memory = segment.memory;
        if memory == Stack::NONE {
            continue;
        }
        if level == 0 {
            // SAFETY: this thread's processor.
            unsafe { (*getp()).stacks.push(memory) };
            continue;
        }
        // SAFETY: unused, page-aligned and ours.
        unsafe { sys::discard(memory.lo as *mut u8, memory.hi - KEEP - memory.lo) };
        let pool = &mut POOLS.lock()[level];
        pool.free.push(memory);
        pool.with_memory += 1;
    }
}

/// Gives the memory of most unused small segments back. At collections.
pub fn trim() {
    let pool = &mut POOLS.lock()[0];
    if pool.with_memory <= KEPT_SEGMENTS {
        return;
    }
    // The lowest are at the end, to be used first; neighbours are given back together.
    pool.free.sort_unstable_by_key(|s| core::cmp::Reverse(s.lo));
    let given = pool.free.len() - KEPT_SEGMENTS.min(pool.free.len());
    let mut at = 0;
    while at < given {
        let hi = pool.free[at].hi;
        let mut lo = pool.free[at].lo;
        at += 1;
        while at < given && pool.free[at].hi == lo {
            lo = pool.free[at].lo;
            at += 1;
        }
        // SAFETY: unused, page-aligned and ours.
        unsafe { sys::discard(lo as *mut u8, hi - lo) };
    }
    pool.with_memory = pool.free.len() - given;
}

/// The slow path of the stack check. On entry r11 holds the size of the function's frame, and the return address lies
/// on the stack, right below the frame pointer. All registers that may hold arguments are kept. It returns with the
/// stack pointer where the frame goes.
#[cfg(feature = "entry")]
#[unsafe(export_name = "runtime.morestack")]
#[unsafe(naked)]
unsafe extern "C" fn morestack() {
    core::arch::naked_asm!(
        "push rax", "push rcx", "push rdx", "push rsi", "push rdi", "push r8", "push r9",
        "push rbx",
        "push r12",
        "mov rbx, rsp",
        "lea rdi, [rsp + 80]",
        "mov esi, r11d",
        "sub rsp, 128",
        "and rsp, -16",
        "movups [rsp], xmm0", "movups [rsp + 16], xmm1", "movups [rsp + 32], xmm2", "movups [rsp + 48], xmm3",
        "movups [rsp + 64], xmm4", "movups [rsp + 80], xmm5", "movups [rsp + 96], xmm6", "movups [rsp + 112], xmm7",
        "call {grow}",
        "mov r11, rax",
        "movups xmm0, [rsp]", "movups xmm1, [rsp + 16]", "movups xmm2, [rsp + 32]", "movups xmm3, [rsp + 48]",
        "movups xmm4, [rsp + 64]", "movups xmm5, [rsp + 80]", "movups xmm6, [rsp + 96]", "movups xmm7, [rsp + 112]",
        "mov rsp, rbx",
        "pop r12",
        "pop rbx",
        "pop r9", "pop r8", "pop rdi", "pop rsi", "pop rdx", "pop rcx", "pop rax",
        "pop r10",
        "mov rsp, r11",
        "jmp r10",
        grow = sym grow,
    )
}

/// `sp` is the stack pointer of the function at its check; the stack pointer to go on with.
extern "C" fn grow(sp: usize, frame: usize) -> usize {
    preempt::at_prologue(getg());
    // SAFETY: compiled code runs on a goroutine.
    let g = unsafe { &mut *getg() };
    match g.stack.make_room(sp, frame) {
        Some(sp) => {
            preempt::set_limit(g);
            sp
        }
        None => overflow(g, sp),
    }
}

/// Reports that a goroutine has used up its stack and ends the program.
fn overflow(g: &mut G, sp: usize) -> ! {
    // The report needs room that the goroutine no longer has: it runs on the slack, which is its purpose.
    print::flush();
    let memory = g.stack.segments[g.stack.current as usize].memory;
    let most = MOST.load(Relaxed);
    let _ = writeln!(print::Stderr, "runtime: goroutine stack exceeds {most}-byte limit");
    let _ = writeln!(print::Stderr, "runtime: sp={sp:#x} stack=[{:#x}, {:#x}]", memory.lo, memory.hi);
    // SAFETY: below `sp` stands the return address of the call from the function that did not fit.
    let pc = unsafe { *(sp as *const usize).sub(1) };
    crate::fatal::throw_at(b"stack overflow", crate::unwind::Frame { pc, fp: sp })
}

/// The functions that package debug calls.
pub mod export {
    use super::*;

    /// `runtime/debug.setMaxStack`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.setMaxStack"))]
    pub unsafe extern "C" fn set_max_stack(bytes: i64) -> i64 {
        let old = MOST.swap(bytes.max(0) as usize, Relaxed);
        // SAFETY: the current goroutine.
        let g = unsafe { &mut *getg() };
        g.header.stack_limit = g.stack.limit();
        old as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_leave_slack() {
        let s = Stack { lo: 0x1000_0000, hi: 0x1000_0000 + SLOTS[1] };
        assert_eq!(s.limit() - s.lo, SLACK);
        let large = Stack { lo: 0x1000_0000, hi: 0x1000_0000 + SLOTS[2] };
        assert_eq!(large.hi - large.limit(), MAX_STACK_SIZE);
        assert!(large.limit() - large.lo >= SLACK);
    }

    #[test]
    fn stacks_are_reused_in_lifo_order() {
        let _serial = crate::mem::tests::serial();
        let (a, b) = (take().unwrap(), take().unwrap());
        let range = |s: &Segments| s.segments[0].memory;
        assert!(range(&a).hi <= range(&b).lo || range(&b).hi <= range(&a).lo);
        // SAFETY: nobody uses them.
        unsafe {
            put(&a);
            put(&b);
        }
        assert_eq!(take(), Some(b));
        assert_eq!(take(), Some(a));
    }

    #[test]
    fn frames_go_to_higher_segments_and_back() {
        let _serial = crate::mem::tests::serial();
        let mut s = take().unwrap();
        let first = s.start();
        assert_eq!(s.make_room(first - 4096, 100), Some(first - 4096), "fits after all");
        let at = s.limit() + 64;
        let top = s.make_room(at, 4096).unwrap();
        assert!(top > first && s.limit() > first, "higher levels lie at higher addresses");
        assert_eq!(s.frame_base(at), top);
        assert_eq!(s.frame_base(at + 16), at + 16);
        assert!(s.age(top - 64) > s.age(at) && s.age(at) > s.age(first - 16));
        let used: Vec<Stack> = s.used(top - 100).collect();
        assert_eq!(used.iter().map(|u| u.lo).collect::<Vec<_>>(), [top - 100, at]);
        // A huge frame passes the middle level over.
        let mut huge = take().unwrap();
        let base = huge.make_room(huge.start() - 64, 100 << 20).unwrap();
        assert_eq!(huge.current, 2);
        assert_eq!(huge.used(base - 8).count(), 2);
        assert_eq!(huge.make_room(base - 64, 2 << 30), None);
        // Back in the first segment, which the next check notices.
        assert_eq!(s.used(at + 128).count(), 1);
        assert_eq!(s.make_room(at + 1024, 512), Some(at + 1024));
        assert_eq!((s.current, s.frame_base(at)), (0, at));
        assert_eq!(s.make_room(at, 4096), Some(top), "the same segment again");
        // SAFETY: nobody uses them.
        unsafe {
            put(&s);
            put(&huge);
        }
        trim();
    }
}
