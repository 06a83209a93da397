//! Iteration over a map.
//!
//! An iteration walks the arrays it found at its start, from a random group and a random slot of each group. While they
//! are still the map's own it shows them as they are: entries deleted meanwhile are gone, added ones may come. Once the
//! map has grown away from them, each key is looked up again and shown with its current element, or not at all. A key
//! that differs from itself (NaN) cannot be looked up; as only `clear` can remove it, it is shown from the old arrays
//! unless that happened.

use abi::layout::{GoString, MapIter, MapType};
use core::ptr::null_mut;

use super::key::{Class, General, Key};
use super::table::{GROUP, Map, elem_in, first_of, is_used, key_in, match_used};
use crate::fatal;
use crate::g::fast_random;
use crate::gc::barrier;

/// What the private words of an iterator hold.
#[repr(C)]
struct State {
    ty: *const MapType,
    map: *mut Map,
    control: *mut u8,
    slots: *mut u8,
    group_mask: usize,
    /// The current group.
    group: usize,
    /// Groups still to come.
    left: usize,
    /// The used slots of the group that are still to come, rotated so that slot `first` is the lowest.
    used: u64,
    first: usize,
    clears: usize,
}

const _: () = assert!(size_of::<State>() <= 14 * 8);

/// Starts an iteration and moves to the first entry.
///
/// # Safety
/// `m` must be nil or a map of type `ty`; `it` is overwritten.
pub unsafe fn start(ty: *const MapType, m: *mut Map, it: *mut MapIter) {
    barrier::before_overwrite(it.cast(), size_of::<MapIter>());
    // SAFETY: by contract.
    unsafe {
        it.write(MapIter { key: null_mut(), elem: null_mut(), state: [0; 14] });
        let Some(map) = m.as_mut().filter(|m| m.count != 0) else { return };
        map.shared = true;
        let random = fast_random() as usize;
        (&raw mut (*it).state).cast::<State>().write(State {
            ty,
            map: m,
            control: map.control,
            slots: map.slots,
            group_mask: map.group_mask,
            group: random / GROUP,
            left: map.group_mask + 1,
            used: 0,
            first: random % GROUP,
            clears: map.clears,
        });
        next(it);
    }
}

/// Moves to the next entry; the key is null at the end.
///
/// # Safety
/// `it` must have been started.
pub unsafe fn next(it: *mut MapIter) {
    // SAFETY: by contract; the arrays are kept alive by the iterator.
    unsafe {
        let state = &mut *(&raw mut (*it).state).cast::<State>();
        let Some(map) = state.map.as_ref() else { return };
        if map.is_writing() {
            concurrent_write();
        }
        loop {
            while state.used == 0 {
                if state.left == 0 {
                    (*it).key = null_mut();
                    (*it).elem = null_mut();
                    return;
                }
                state.left -= 1;
                state.group = (state.group + 1) & state.group_mask;
                let control = *state.control.cast::<u64>().add(state.group);
                state.used = match_used(control).rotate_right((state.first * 8) as u32);
            }
            let index = state.group * GROUP + ((first_of(state.used) + state.first) & (GROUP - 1));
            state.used &= state.used - 1;
            if !is_used(*state.control.add(index)) {
                continue;
            }
            let ty = &*state.ty;
            let slot = state.slots.add(index * ty.key_stride);
            if map.control == state.control {
                (*it).key = key_in(ty, slot);
                (*it).elem = elem_in(ty, slot);
                return;
            }
            if let Some((key, elem)) = current(ty, map, state.clears, slot) {
                (*it).key = key;
                (*it).elem = elem;
                return;
            }
        }
    }
}

#[cold]
#[inline(never)]
fn concurrent_write() -> ! {
    fatal::fatal(b"concurrent map iteration and map write")
}

/// The entry of a slot of old arrays as it is in the map now. `clears` is from the start of the iteration.
///
/// # Safety
/// The slot must be used.
#[cold]
#[inline(never)]
unsafe fn current(ty: &MapType, map: &Map, clears: usize, slot: *mut u8) -> Option<(*mut u8, *mut u8)> {
    let key = key_in(ty, slot);
    // SAFETY: by contract.
    unsafe {
        if !General(key).equals(ty, key) {
            return (map.clears == clears).then(|| (key, elem_in(ty, slot)));
        }
        let hash = with_key!(ty, key, k => k.hash(ty, map.seed, false));
        // Rare enough for one look-up of all classes.
        let slot = map.find(ty, General(key), hash)?;
        Some((key_in(ty, slot), elem_in(ty, slot)))
    }
}
