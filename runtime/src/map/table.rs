//! The table of a map: groups, probing, growth.

use abi::layout::{Kind, MapType, Type};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec;
use core::ptr::null;

use super::flag;
use super::key::{General, Key};
use crate::g::fast_random;
use crate::gc::barrier;
use crate::lock::Locked;
use crate::mem as heap;
use crate::mem::shape::pointer_bit;

/// Slots of a group.
pub const GROUP: usize = 8;
const EMPTY: u8 = 0x80;
const DELETED: u8 = 0xfe;
const EMPTY_GROUP: u64 = 0x8080_8080_8080_8080;
const LOW_BITS: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = EMPTY_GROUP;
/// Of eight slots at most seven are filled once there is more than one group.
const MAX_LOAD: usize = 7;

/// A map. The first word is `abi::layout::MapHeader`.
#[repr(C)]
pub struct Map {
    /// Elements.
    pub count: usize,
    /// Control bytes, one per slot; null before the first insertion.
    pub control: *mut u8,
    /// Slots.
    pub slots: *mut u8,
    /// Number of slots minus 1.
    pub mask: usize,
    /// Empty slots that may still be filled before the table must grow.
    room: usize,
    /// Of the hash function.
    pub seed: u64,
    /// Number of times that the map was cleared.
    pub clears: usize,
    writing: bool,
}

struct Descriptor(Type);

// SAFETY: never written.
unsafe impl Sync for Descriptor {}

static POINTERS: [u8; 1] = [0b110];
static DESCRIPTOR: Descriptor = Descriptor(Type {
    size: size_of::<Map>(),
    ptr_bytes: 24,
    hash: 0,
    tflag: 0,
    align: 8,
    field_align: 8,
    kind: Kind::Struct as u8,
    equal: null(),
    gcdata: (&raw const POINTERS).cast(),
    str: 0,
    ptr_to_this: 0,
});

/// Descriptors of slots by map type, for the collector; null for slots without pointers.
static SLOT_TYPES: Locked<BTreeMap<usize, *const Type>> = Locked::new(BTreeMap::new());

/// The descriptor of a map type's slots.
fn slot_type(ty: &MapType) -> *const Type {
    *SLOT_TYPES.lock().entry(ty as *const MapType as usize).or_insert_with(|| make_slot_type(ty))
}

fn make_slot_type(ty: &MapType) -> *const Type {
    let mut mask = vec![0u8; ty.key_stride.div_ceil(64)];
    let mut words = 0;
    let mut set = |word: usize| {
        mask[word / 8] |= 1 << (word % 8);
        words = words.max(word + 1);
    };
    // SAFETY: descriptors; masks cover `ptr_bytes`.
    unsafe {
        for (part, offset, indirect) in [
            (&*ty.key, 0, ty.flags & flag::INDIRECT_KEY != 0),
            (&*ty.elem, ty.elem_off, ty.flags & flag::INDIRECT_ELEM != 0),
        ] {
            if indirect {
                set(offset / 8);
                continue;
            }
            let pointers = part.mask();
            for word in (0..part.ptr_bytes / 8).filter(|&w| pointers.is_null() || pointer_bit(pointers, w)) {
                set(offset / 8 + word);
            }
        }
    }
    if words == 0 {
        return null();
    }
    Box::leak(Box::new(Type {
        size: ty.key_stride,
        ptr_bytes: words * 8,
        hash: 0,
        tflag: 0,
        align: 8,
        field_align: 8,
        kind: Kind::Struct as u8,
        equal: null(),
        gcdata: mask.leak().as_ptr(),
        str: 0,
        ptr_to_this: 0,
    }))
}

/// Upper part of a hash: where probing starts.
fn h1(hash: u64) -> usize {
    (hash >> 7) as usize
}

/// Lower part: what the control byte holds.
fn h2(hash: u64) -> u8 {
    (hash & 0x7f) as u8
}

/// A bit at the top of each byte of the group that equals `byte`; may report a byte above a true match wrongly, which
/// the comparison of keys finds out.
fn match_byte(group: u64, byte: u8) -> u64 {
    let x = group ^ (LOW_BITS * byte as u64);
    x.wrapping_sub(LOW_BITS) & !x & HIGH_BITS
}

/// The same for empty slots, exactly: of the marks only `EMPTY` has bit 1 clear.
fn match_empty(group: u64) -> u64 {
    group & !(group << 6) & HIGH_BITS
}

/// The same for empty or deleted slots.
fn match_free(group: u64) -> u64 {
    group & HIGH_BITS
}

/// Whether a control byte marks a used slot.
pub fn is_used(control: u8) -> bool {
    control & 0x80 == 0
}

/// Slots for so many elements.
fn capacity_for(count: usize) -> Option<usize> {
    if count <= GROUP {
        return Some(GROUP);
    }
    (count.checked_mul(GROUP)? / MAX_LOAD).checked_next_power_of_two()
}

/// Elements that so many slots may hold.
fn max_load(capacity: usize) -> usize {
    if capacity <= GROUP { capacity } else { capacity / GROUP * MAX_LOAD }
}

/// The groups of a probe sequence: triangular steps visit every group once.
struct Probe {
    group: usize,
    step: usize,
    mask: usize,
}

impl Iterator for Probe {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.step > self.mask {
            return None;
        }
        let group = self.group;
        self.step += 1;
        self.group = (self.group + self.step) & self.mask;
        Some(group)
    }
}

impl Map {
    /// A new map with room for `hint` elements.
    ///
    /// # Safety
    /// `ty` must be a map type's descriptor.
    pub unsafe fn new(ty: &MapType, hint: i64) -> *mut Map {
        // SAFETY: by contract; the map is ours until it is returned.
        unsafe {
            let m = heap::new_object(&DESCRIPTOR.0).cast::<Map>();
            (*m).seed = fast_random();
            let capacity = usize::try_from(hint).ok().and_then(capacity_for);
            let fits = |&c: &usize| c.checked_mul(ty.key_stride).is_some_and(|b| b < 1 << 47);
            // A hint that cannot be right is ignored.
            if let Some(capacity) = capacity.filter(fits)
                && hint > GROUP as i64
            {
                (*m).set_table(ty, capacity);
            }
            m
        }
    }

    /// Whether an operation that changes the map is in progress.
    pub fn is_writing(&self) -> bool {
        self.writing
    }

    fn set_table(&mut self, ty: &MapType, capacity: usize) {
        // SAFETY: sizes and type fit.
        unsafe {
            let control = heap::new_bytes(capacity);
            control.write_bytes(EMPTY, capacity);
            let slots = heap::allocate(capacity * ty.key_stride, slot_type(ty));
            barrier::before_overwrite((&raw const self.control).cast(), 2 * size_of::<*mut u8>());
            (self.control, self.slots) = (control, slots);
        }
        self.mask = capacity - 1;
        self.room = max_load(capacity);
    }

    fn probe(&self, hash: u64) -> Probe {
        let mask = self.mask / GROUP;
        Probe { group: h1(hash) & mask, step: 0, mask }
    }

    fn group(&self, group: usize) -> u64 {
        // SAFETY: inside the control bytes.
        unsafe { *self.control.cast::<u64>().add(group) }
    }

    fn slot(&self, ty: &MapType, index: usize) -> *mut u8 {
        // SAFETY: inside the slots.
        unsafe { self.slots.add(index * ty.key_stride) }
    }

    /// The key of a slot.
    pub fn key(&self, ty: &MapType, index: usize) -> *mut u8 {
        key_in(ty, self.slot(ty, index))
    }

    /// The element of a slot.
    pub fn elem(&self, ty: &MapType, index: usize) -> *mut u8 {
        elem_in(ty, self.slot(ty, index))
    }

    /// The slot of a key.
    ///
    /// # Safety
    /// `key` must be a key of the type and `hash` its hash.
    #[inline]
    pub unsafe fn find<K: Key>(&self, ty: &MapType, key: *const u8, hash: u64) -> Option<usize> {
        if self.control.is_null() {
            return None;
        }
        for group in self.probe(hash) {
            let control = self.group(group);
            let mut matches = match_byte(control, h2(hash));
            while matches != 0 {
                let index = group * GROUP + matches.trailing_zeros() as usize / 8;
                // SAFETY: by contract.
                if unsafe { K::equal(ty, self.key(ty, index), key) } {
                    return Some(index);
                }
                matches &= matches - 1;
            }
            if match_empty(control) != 0 {
                return None;
            }
        }
        None
    }

    /// The place of a key's element, created if missing.
    ///
    /// # Safety
    /// As [`Map::find`].
    pub unsafe fn assign<K: Key>(&mut self, ty: &MapType, key: *const u8, hash: u64) -> *mut u8 {
        self.writing = true;
        // SAFETY: by contract; descriptors.
        let elem = unsafe {
            let key_size = (*ty.key).size;
            match self.find::<K>(ty, key, hash) {
                Some(index) => {
                    if ty.flags & flag::NEED_KEY_UPDATE != 0 {
                        barrier::before_overwrite(self.key(ty, index), key_size);
                        self.key(ty, index).copy_from(key, key_size);
                    }
                    self.elem(ty, index)
                }
                None => {
                    let slot = self.insert_slot(ty, hash);
                    if ty.flags & flag::INDIRECT_KEY != 0 {
                        *slot.cast::<*mut u8>() = heap::new_object(ty.key);
                    }
                    if ty.flags & flag::INDIRECT_ELEM != 0 {
                        *slot.add(ty.elem_off).cast::<*mut u8>() = heap::new_object(ty.elem);
                    }
                    key_in(ty, slot).copy_from(key, key_size);
                    self.count += 1;
                    elem_in(ty, slot)
                }
            }
        };
        self.writing = false;
        elem
    }

    /// A slot for a new key, in a table that is grown first if it is full.
    fn insert_slot(&mut self, ty: &MapType, hash: u64) -> *mut u8 {
        if self.control.is_null() {
            self.set_table(ty, GROUP);
        }
        loop {
            if let Some(index) = self.free_slot(hash) {
                self.set_control(index, h2(hash));
                return self.slot(ty, index);
            }
            self.grow(ty);
        }
    }

    /// The first free slot of the probe sequence, `None` if taking it would leave too few empty ones.
    fn free_slot(&mut self, hash: u64) -> Option<usize> {
        for group in self.probe(hash) {
            let free = match_free(self.group(group));
            if free == 0 {
                continue;
            }
            let index = group * GROUP + free.trailing_zeros() as usize / 8;
            // SAFETY: inside the control bytes.
            if unsafe { *self.control.add(index) } == EMPTY {
                if self.room == 0 {
                    return None;
                }
                self.room -= 1;
            }
            return Some(index);
        }
        None
    }

    fn set_control(&mut self, index: usize, value: u8) {
        // SAFETY: inside the control bytes.
        unsafe { *self.control.add(index) = value };
    }

    /// Moves everything to new arrays: larger ones, unless deleted slots were what filled the table.
    fn grow(&mut self, ty: &MapType) {
        let old_capacity = self.mask + 1;
        let (control, slots) = (self.control, self.slots);
        let crowded = self.count > max_load(old_capacity) * 3 / 4;
        self.set_table(ty, if crowded { old_capacity * 2 } else { old_capacity });
        for index in 0..old_capacity {
            // SAFETY: inside the old arrays, which `control` and `slots` keep alive.
            unsafe {
                if is_used(*control.add(index)) {
                    let old = slots.add(index * ty.key_stride);
                    // Any key that got in can be hashed; keys that differ from themselves just move.
                    let hash = General::hash_of_class(ty, key_in(ty, old), self.seed);
                    let new = self.insert_slot(ty, hash);
                    new.copy_from_nonoverlapping(old, ty.key_stride);
                }
            }
        }
    }

    /// Empties a slot.
    ///
    /// # Safety
    /// The slot must be used.
    pub unsafe fn remove(&mut self, ty: &MapType, index: usize) {
        self.writing = true;
        barrier::before_overwrite(self.slot(ty, index), ty.key_stride);
        // SAFETY: inside the slots.
        unsafe { self.slot(ty, index).write_bytes(0, ty.key_stride) };
        if match_empty(self.group(index / GROUP)) != 0 || self.mask < GROUP {
            // Nothing was ever pushed past this group for want of room here.
            self.set_control(index, EMPTY);
            self.room += 1;
        } else {
            self.set_control(index, DELETED);
        }
        self.count -= 1;
        self.writing = false;
    }

    /// Empties the map.
    pub fn clear(&mut self, ty: &MapType) {
        self.writing = true;
        self.clears += 1;
        self.count = 0;
        self.seed = fast_random();
        if !self.control.is_null() {
            let capacity = self.mask + 1;
            barrier::before_overwrite(self.slots, capacity * ty.key_stride);
            // SAFETY: the arrays have that capacity.
            unsafe {
                self.control.write_bytes(EMPTY, capacity);
                self.slots.write_bytes(0, capacity * ty.key_stride);
            }
            self.room = max_load(capacity);
        }
        self.writing = false;
    }
}

/// The key in a slot.
pub fn key_in(ty: &MapType, slot: *mut u8) -> *mut u8 {
    // SAFETY: the flag says that the slot holds a pointer.
    if ty.flags & flag::INDIRECT_KEY != 0 { unsafe { *slot.cast() } } else { slot }
}

/// The element in a slot.
pub fn elem_in(ty: &MapType, slot: *mut u8) -> *mut u8 {
    // SAFETY: inside the slot; the flag says that it holds a pointer there.
    unsafe {
        let p = slot.add(ty.elem_off);
        if ty.flags & flag::INDIRECT_ELEM != 0 { *p.cast() } else { p }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn group_matching() {
        let bytes = [0x12, EMPTY, 0x7f, DELETED, 0x12, 0, EMPTY, 1];
        let group = u64::from_le_bytes(bytes);
        let positions = |m: u64| (0..8).filter(|i| m >> (i * 8 + 7) & 1 != 0).collect::<Vec<_>>();
        assert_eq!(positions(match_empty(group)), [1, 6]);
        assert_eq!(positions(match_free(group)), [1, 3, 6]);
        for byte in 0..0x80u8 {
            let found = positions(match_byte(group, byte));
            let real: Vec<_> = (0..8).filter(|&i| bytes[i] == byte).collect();
            assert!(real.iter().all(|i| found.contains(i)), "{byte:#x}");
            assert_eq!(found.first(), real.first(), "{byte:#x}");
        }
    }

    #[test]
    fn probes_visit_every_group_once() {
        for groups in [1usize, 2, 8, 64] {
            let mut seen: Vec<_> = Probe { group: 5 & (groups - 1), step: 0, mask: groups - 1 }.collect();
            seen.sort();
            assert_eq!(seen, (0..groups).collect::<Vec<_>>());
        }
    }

    #[test]
    fn capacities_leave_an_empty_slot_per_group() {
        for count in [0, 1, 8, 9, 14, 15, 100, 895, 896, 897] {
            let capacity = capacity_for(count).unwrap();
            assert!(capacity.is_power_of_two() && max_load(capacity) >= count, "{count}");
        }
        assert_eq!(capacity_for(usize::MAX), None);
    }
}
