//! Memory of Go objects.
//!
//! [`block`] has the reserved address range and its side tables, [`shape`] says how objects without headers are
//! typed, [`heap`] allocates and sweeps, [`size_class`] rounds. This file holds the one heap of the program and the
//! entry points. Each processor allocates from runs of its own; the heap is locked to get the next one. Collections
//! start there, when enough has been allocated, so an allocation is a safepoint (`sched::world`).

pub mod block;
pub mod heap;
pub mod marks;
pub mod shape;
pub mod size_class;

use abi::layout::Type;
use core::fmt::Write;
use core::sync::atomic::AtomicUsize;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};

use crate::g::getp;
use crate::lock::Locked;
use crate::print::Stderr;
use crate::sched::world;
use crate::{fatal, gc};
use block::Arena;
use heap::Heap;

/// The heap of the program.
pub static HEAP: Locked<Heap> = Locked::new(Heap::new());

/// First address of the heap: high bytes that no small integer, text or code address has.
const BASE: usize = 0xc0 << 32;
/// Reservations to try.
const RESERVATIONS: [usize; 6] = [512 << 30, 64 << 30, 8 << 30, 1 << 30, 256 << 20, 64 << 20];

/// Reserves the heap.
pub fn init() {
    let arena =
        RESERVATIONS.iter().find_map(|&size| Arena::reserve(BASE, size).or_else(|| Arena::reserve(0, size)));
    let Some(arena) = arena else { fatal::throw(b"cannot reserve memory for the heap") };
    let (from, to) = arena.range();
    RANGE.0.store(from, SeqCst);
    RANGE.1.store(to - from, SeqCst);
    HEAP.lock().init(arena);
}

/// Where the heap starts and how long its reservation is.
static RANGE: (AtomicUsize, AtomicUsize) = (AtomicUsize::new(0), AtomicUsize::new(0));

/// Whether an address lies in the reservation of the heap.
#[inline]
pub fn is_in_heap(address: usize) -> bool {
    address.wrapping_sub(RANGE.0.load(Relaxed)) < RANGE.1.load(Relaxed)
}

/// Zeroed memory for elements `ty` (null: no pointers).
///
/// # Safety
/// `ty` must be null or the element type's descriptor.
#[inline]
pub unsafe fn allocate(size: usize, ty: *const Type) -> *mut u8 {
    if size == 0 {
        return heap::zero_base();
    }
    // SAFETY: this thread's processor; by contract.
    match unsafe { (*getp()).cache.allocate(size, ty) } {
        Some(p) => p,
        // SAFETY: by contract.
        None => unsafe { allocate_slow(size, ty, true) },
    }
}

#[cold]
#[inline(never)]
unsafe fn allocate_slow(size: usize, ty: *const Type, zeroed: bool) -> *mut u8 {
    world::safepoint();
    let mut collected = false;
    loop {
        let mut heap = HEAP.lock();
        if !collected && let Some(number) = gc::due(&mut heap) {
            drop(heap);
            gc::collect_number(number);
            collected = true;
            continue;
        }
        // SAFETY: this thread's processor; by contract. There is no safepoint before the object is ready.
        unsafe {
            match heap.allocate(&mut (*getp()).cache, size, ty) {
                Ok(grant) => {
                    drop(heap);
                    return if zeroed { grant.ready() } else { grant.unready() };
                }
                Err(_) if collected => out_of_memory(&heap, size),
                Err(_) => {
                    drop(heap);
                    gc::collect();
                    collected = true;
                }
            }
        }
    }
}

/// Ends the program as gc does: small objects are said to want the memory that gc would add for them.
fn out_of_memory(heap: &Heap, size: usize) -> ! {
    const PAGE: usize = 8 << 10;
    const SHARE: usize = 4 << 20;
    let wanted = if size > size_class::MAX_SMALL { size.next_multiple_of(PAGE) } else { SHARE };
    let in_use = heap.stats.blocks * block::BLOCK;
    crate::print::flush();
    let _ = writeln!(Stderr, "runtime: out of memory: cannot allocate {wanted}-byte block ({in_use} in use)");
    fatal::throw(b"out of memory")
}

/// A zeroed object.
///
/// # Safety
/// `ty` must be a descriptor.
#[inline]
pub unsafe fn new_object(ty: *const Type) -> *mut u8 {
    // SAFETY: this thread's processor; by contract.
    unsafe { (*getp()).cache.new_object(ty).unwrap_or_else(|| new_object_slow(ty)) }
}

#[cold]
#[inline(never)]
unsafe fn new_object_slow(ty: *const Type) -> *mut u8 {
    // SAFETY: by contract; the processor may be another one than before. Processors do not move.
    unsafe {
        let p = allocate((*ty).size, ty);
        (*getp()).cache.know_object(ty);
        p
    }
}

/// Zeroed memory without pointers.
#[inline]
pub fn new_bytes(size: usize) -> *mut u8 {
    // SAFETY: null is allowed.
    unsafe { allocate(size, core::ptr::null()) }
}

/// Frees an object that nobody will use any more, if it is large enough to be worth it. While the collector marks and the
/// program runs it stays, since it may be what still has to be looked at.
///
/// # Safety
/// `object` must be the address of an object of `size` bytes; no pointer to it may be followed from now on.
#[inline]
pub unsafe fn free(object: *mut u8, size: usize) {
    if size > size_class::MAX_SMALL && !gc::barrier::is_marking() {
        // SAFETY: by contract.
        unsafe { HEAP.lock().free_large(object) };
    }
}

/// Memory without pointers that is about to be overwritten: large blocks are not zeroed.
#[inline]
pub fn new_dirty_bytes(size: usize) -> *mut u8 {
    if size <= size_class::MAX_SMALL {
        return new_bytes(size);
    }
    // SAFETY: null is allowed.
    unsafe { allocate_slow(size, core::ptr::null(), false) }
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.newobject"))]
    pub unsafe extern "C" fn newobject(ty: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { new_object(ty.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mallocgc"))]
    pub unsafe extern "C" fn mallocgc(size: i64, ty: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { allocate(size as usize, ty.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.newobject"))]
    pub unsafe extern "C" fn rtype_newobject(ty: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { new_object(ty.cast()) }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use std::sync::{Mutex, MutexGuard, Once};

    /// Gives the heap of the test process its memory.
    pub fn with_heap() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            crate::sched::proc::init_for_tests();
            init();
        });
    }

    /// The heap and the scheduler are made for one thread: tests that use them run one at a time.
    pub fn serial() -> MutexGuard<'static, ()> {
        static TURN: Mutex<()> = Mutex::new(());
        with_heap();
        TURN.lock().unwrap_or_else(|e| e.into_inner())
    }

    #[test]
    fn objects_without_size_share_an_address() {
        let _serial = serial();
        assert_eq!(new_bytes(0), heap::zero_base());
        assert_ne!(new_bytes(1), new_bytes(1));
    }
}
