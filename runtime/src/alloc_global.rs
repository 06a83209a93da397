//! The allocator of the runtime's own Rust data, apart from the heap of the Go program.
//!
//! Power-of-two classes from 16 bytes to 64 KB with intrusive free lists, cut from mapped chunks; larger requests
//! are mapped one by one. The collector never looks in here: what points to Go memory from here must be reached
//! through a registered root.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::sync::atomic::{AtomicBool, Ordering};

use crate::sys;

const MIN_SHIFT: u32 = 4;
const MAX_SHIFT: u32 = 16;
const CLASSES: usize = (MAX_SHIFT - MIN_SHIFT + 1) as usize;
const CHUNK: usize = 1 << 20;
const PAGE: usize = 4096;

struct Free {
    next: *mut Free,
}

struct State {
    free: [*mut Free; CLASSES],
    chunk: usize,
    chunk_end: usize,
}

/// The global allocator of an executable.
pub struct RustHeap {
    busy: AtomicBool,
    state: UnsafeCell<State>,
}

// SAFETY: `state` is only touched between `lock` and `unlock`.
unsafe impl Sync for RustHeap {}

impl RustHeap {
    /// An empty heap.
    pub const fn new() -> RustHeap {
        let state = State { free: [core::ptr::null_mut(); CLASSES], chunk: 0, chunk_end: 0 };
        RustHeap { busy: AtomicBool::new(false), state: UnsafeCell::new(state) }
    }

    fn with<R>(&self, f: impl FnOnce(&mut State) -> R) -> R {
        while self.busy.swap(true, Ordering::Acquire) {
            core::hint::spin_loop();
        }
        // SAFETY: the flag admits one user at a time.
        let result = f(unsafe { &mut *self.state.get() });
        self.busy.store(false, Ordering::Release);
        result
    }
}

impl Default for RustHeap {
    fn default() -> Self {
        Self::new()
    }
}

/// The class of a layout, `None` for those that are mapped one by one.
fn class_of(layout: Layout) -> Option<u32> {
    let size = layout.size().max(layout.align()).max(1 << MIN_SHIFT);
    let shift = size.next_power_of_two().trailing_zeros();
    (shift <= MAX_SHIFT).then_some(shift - MIN_SHIFT)
}

fn pages(size: usize) -> usize {
    size.next_multiple_of(PAGE)
}

impl State {
    fn take(&mut self, class: u32) -> *mut u8 {
        let head = self.free[class as usize];
        if !head.is_null() {
            // SAFETY: blocks on the list are unused and hold a `Free`.
            self.free[class as usize] = unsafe { (*head).next };
            return head.cast();
        }
        let size = 1usize << (class + MIN_SHIFT);
        // Every block is aligned to its size.
        let start = self.chunk.next_multiple_of(size);
        if self.chunk == 0 || start + size > self.chunk_end {
            let Some(chunk) = sys::map(0, CHUNK) else { return core::ptr::null_mut() };
            self.chunk = chunk as usize;
            self.chunk_end = self.chunk + CHUNK;
            return self.take(class);
        }
        self.chunk = start + size;
        start as *mut u8
    }
}

// SAFETY: blocks are handed out once, large enough and aligned to their power-of-two size.
unsafe impl GlobalAlloc for RustHeap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match class_of(layout) {
            Some(class) => self.with(|state| state.take(class)),
            None if layout.align() <= PAGE => {
                sys::map(0, pages(layout.size())).unwrap_or(core::ptr::null_mut())
            }
            None => core::ptr::null_mut(),
        }
    }

    unsafe fn dealloc(&self, p: *mut u8, layout: Layout) {
        match class_of(layout) {
            Some(class) => self.with(|state| {
                let free = p.cast::<Free>();
                // SAFETY: the block is at least 16 bytes and unused from here on.
                unsafe { (*free).next = state.free[class as usize] };
                state.free[class as usize] = free;
            }),
            // SAFETY: mapped by `alloc` with the same size.
            None => unsafe { sys::unmap(p, pages(layout.size())) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_disjoint_aligned_and_reused() {
        let heap = RustHeap::new();
        let mut live: Vec<(*mut u8, Layout)> = Vec::new();
        for i in 0..2000usize {
            let layout = Layout::from_size_align(1 + (i * 37) % 70_000, 1 << (i % 7)).unwrap();
            // SAFETY: size is not zero.
            let p = unsafe { heap.alloc(layout) };
            assert!(!p.is_null() && (p as usize).is_multiple_of(layout.align()));
            // SAFETY: fresh block of that size.
            unsafe { p.write_bytes(i as u8, layout.size()) };
            live.push((p, layout));
            if i % 3 == 0 {
                let (p, layout) = live.swap_remove(i % live.len());
                // SAFETY: allocated above with this layout.
                unsafe { heap.dealloc(p, layout) };
            }
        }
        let mut ranges: Vec<_> = live.iter().map(|(p, l)| (*p as usize, *p as usize + l.size())).collect();
        ranges.sort();
        assert!(ranges.windows(2).all(|w| w[0].1 <= w[1].0));
    }
}
