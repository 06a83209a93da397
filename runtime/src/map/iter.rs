//! Iteration over a map.
//!
//! An iteration walks the arrays it found at its start, from a random slot. While they are still the map's own it
//! shows them as they are: entries deleted meanwhile are gone, added ones may come. Once the map has grown away from
//! them, each key is looked up again and shown with its current element, or not at all. A key that differs from itself
//! (NaN) cannot be looked up; as only `clear` can remove it, it is shown from the old arrays unless that happened.

use abi::layout::{MapIter, MapType};
use core::ptr::null_mut;

use super::key::{General, Key};
use super::table::{Map, elem_in, is_used, key_in};
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
    mask: usize,
    start: usize,
    /// Slots visited.
    done: usize,
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
        let Some(map) = m.as_ref().filter(|m| m.count != 0) else { return };
        (&raw mut (*it).state).cast::<State>().write(State {
            ty,
            map: m,
            control: map.control,
            slots: map.slots,
            mask: map.mask,
            start: fast_random() as usize,
            done: 0,
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
        (*it).key = null_mut();
        (*it).elem = null_mut();
        if state.control.is_null() {
            return;
        }
        let ty = &*state.ty;
        let map = &*state.map;
        if map.is_writing() {
            fatal::fatal(b"concurrent map iteration and map write");
        }
        while state.done <= state.mask {
            let index = state.start.wrapping_add(state.done) & state.mask;
            state.done += 1;
            if !is_used(*state.control.add(index)) {
                continue;
            }
            let slot = state.slots.add(index * ty.key_stride);
            if let Some((key, elem)) = current(ty, map, state, slot) {
                (*it).key = key;
                (*it).elem = elem;
                return;
            }
        }
    }
}

/// The entry of a slot as it is in the map now.
///
/// # Safety
/// The slot must belong to the iteration's arrays and be used.
unsafe fn current(ty: &MapType, map: &Map, state: &State, slot: *mut u8) -> Option<(*mut u8, *mut u8)> {
    let key = key_in(ty, slot);
    if map.control == state.control {
        return Some((key, elem_in(ty, slot)));
    }
    // SAFETY: by contract.
    unsafe {
        if !General::equal(ty, key, key) {
            return (map.clears == state.clears).then(|| (key, elem_in(ty, slot)));
        }
        let hash = General::hash_of_class(ty, key, map.seed);
        let index = map.find::<General>(ty, key, hash)?;
        Some((map.key(ty, index), map.elem(ty, index)))
    }
}
