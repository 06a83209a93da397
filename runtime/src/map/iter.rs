//! Iteration over a map.
//!
//! An iteration walks the arrays it found at its start, from a random group and a random slot of each group. While they
//! are still the map's own it shows them as they are: entries deleted meanwhile are gone, added ones may come. Once the
//! map has grown away from them, each key is looked up again and shown with its current element, or not at all. A key
//! that differs from itself (NaN) cannot be looked up; as only `clear` can remove it, it is shown from the old arrays
//! unless that happened. Within a group that has not changed compiled code goes on by itself.

use abi::layout::{GoString, MapType};
use abi::map::MapIter;
use core::ptr::null_mut;

use super::key::{Class, General, Key};
use super::table::{GROUP, Map, elem_in, first_of, key_in, match_used};
use super::{ZERO, Zero};
use crate::fatal;
use crate::g::fast_random;
use crate::gc::barrier;

/// What the private words of an iterator hold.
#[repr(C)]
struct State {
    ty: *const MapType,
    /// All slots.
    slots: *mut u8,
    /// The map's mask of groups.
    mask: usize,
    /// The index of the first slot of the current group.
    first: usize,
    /// The number of times that the map had been cleared.
    clears: usize,
}

const _: () = assert!(size_of::<State>() == size_of::<[usize; 5]>());
const _: () = assert!(size_of::<Map>() <= size_of::<Zero>());

/// Starts an iteration, before the first entry.
///
/// # Safety
/// `m` must be nil or a map of type `ty`; `it` is overwritten.
#[inline(always)]
pub unsafe fn start(ty: *const MapType, m: *mut Map, it: *mut MapIter) {
    // SAFETY: by contract.
    unsafe {
        let Some(map) = m.as_mut().filter(|m| m.count != 0) else {
            // Zero bytes are a map without arrays.
            it.write(MapIter { map: (&raw const ZERO).cast(), ..core::mem::zeroed() });
            return;
        };
        map.shared = true;
        let random = fast_random() as usize;
        let turn = random % GROUP * 8;
        let first = random & map.group_mask;
        let group = map.control.add(first).cast::<u64>();
        it.write(MapIter {
            map: &raw const **map,
            control: map.control,
            group,
            word: *group,
            left: match_used(*group).rotate_right(turn as u32),
            turn: turn as u64,
            slots: map.slots.add(first * (*ty).key_stride),
            groups: map.group_mask / GROUP,
            state: core::mem::transmute::<State, [usize; 5]>(State {
                ty,
                slots: map.slots,
                mask: map.group_mask,
                first,
                clears: map.clears,
            }),
        });
    }
}

/// The next slot, which is null at the end.
///
/// # Safety
/// `it` must have been started.
pub unsafe fn next(it: &mut MapIter) -> *mut u8 {
    // SAFETY: by contract; the arrays are kept alive by the iterator.
    unsafe {
        if it.control.is_null() {
            return null_mut();
        }
        let map = &*it.map.cast::<Map>();
        if map.is_writing() {
            concurrent_write();
        }
        loop {
            while it.left == 0 {
                if !next_group(it) {
                    return null_mut();
                }
            }
            if *it.group != it.word {
                // Entries are gone or new. The new ones are not shown.
                it.word = *it.group;
                it.left &= match_used(it.word).rotate_right(it.turn as u32);
                continue;
            }
            let state = &*(&raw const it.state).cast::<State>();
            let index = (first_of(it.left) + it.turn as usize / 8) % GROUP;
            it.left &= it.left - 1;
            let ty = &*state.ty;
            let slot = it.slots.add(index * ty.key_stride);
            if map.control == it.control {
                return slot;
            }
            if let Some(slot) = current(ty, map, state.clears, slot) {
                return slot;
            }
        }
    }
}

/// Goes on to the next group; false if that was the last one.
///
/// # Safety
/// As [`next`], which must not be before the start of a group.
#[inline(always)]
unsafe fn next_group(it: &mut MapIter) -> bool {
    if it.groups == 0 {
        return false;
    }
    it.groups -= 1;
    // SAFETY: by contract; inside the arrays.
    unsafe {
        let state = &mut *(&raw mut it.state).cast::<State>();
        state.first = (state.first + GROUP) & state.mask;
        it.group = it.control.add(state.first).cast();
        it.word = *it.group;
        it.left = match_used(it.word).rotate_right(it.turn as u32);
        it.slots = state.slots.add(state.first * (*state.ty).key_stride);
    }
    true
}

/// An iterator with the entry that it is at, as the embedded packages have it.
#[repr(C)]
pub struct Entries {
    /// The current key; null at the end.
    pub key: *mut u8,
    /// The current element.
    pub elem: *mut u8,
    iter: MapIter,
}

// They have 16 words for it.
const _: () = assert!(size_of::<Entries>() <= 16 * 8);

impl Entries {
    /// Starts an iteration and moves to the first entry.
    ///
    /// # Safety
    /// As [`start`].
    pub unsafe fn start(ty: *const MapType, m: *mut Map, it: *mut Entries) {
        barrier::before_overwrite(it.cast(), size_of::<Entries>());
        // SAFETY: by contract.
        unsafe {
            start(ty, m, &raw mut (*it).iter);
            Entries::next(it);
        }
    }

    /// Moves to the next entry.
    ///
    /// # Safety
    /// As [`next`].
    pub unsafe fn next(it: *mut Entries) {
        // SAFETY: by contract.
        unsafe {
            let slot = next(&mut (*it).iter);
            ((*it).key, (*it).elem) = if slot.is_null() {
                (null_mut(), null_mut())
            } else {
                let ty = &*(*(&raw const (*it).iter.state).cast::<State>()).ty;
                (key_in(ty, slot), elem_in(ty, slot))
            };
        }
    }
}

#[cold]
#[inline(never)]
fn concurrent_write() -> ! {
    fatal::fatal(b"concurrent map iteration and map write")
}

/// The slot that the entry of a slot of old arrays has in the map now. `clears` is from the start of the iteration.
///
/// # Safety
/// The slot must be used.
#[cold]
#[inline(never)]
unsafe fn current(ty: &MapType, map: &Map, clears: usize, slot: *mut u8) -> Option<*mut u8> {
    let key = key_in(ty, slot);
    // SAFETY: by contract.
    unsafe {
        if !General(key).equals(ty, key) {
            return (map.clears == clears).then_some(slot);
        }
        let hash = with_key!(ty, key, k => k.hash(ty, map.seed, false));
        // Rare enough for one look-up of all classes.
        map.find(ty, General(key), hash)
    }
}
