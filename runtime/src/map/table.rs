//! The table of a map: groups, probing, growth.

use abi::layout::{Kind, MapType, Type};
pub use abi::map::GROUP;
use abi::map::{CONTROL_SHIFT, EMPTY, HIGH_BITS, LOW_BITS, MapHeader};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec;
use core::ops::{Deref, DerefMut};
use core::ptr::{null, null_mut};
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};

use super::flag;
use super::key::Key;
use crate::fatal;
use crate::g::fast_random;
use crate::gc::barrier;
use crate::lock::Locked;
use crate::mem as heap;
use crate::mem::shape::pointer_bit;

const DELETED: u8 = 2;
/// Of the control byte of a used slot.
const USED: u8 = HIGH_BITS as u8;
/// Of eight slots at most seven are filled once there is more than one group.
const MAX_LOAD: usize = 7;

/// A map. One without slots has one empty group and no room.
#[repr(C)]
pub struct Map {
    head: MapHeader,
    /// The control bytes of the first table if it has one group.
    first: u64,
    /// Empty slots that may still be filled before the table must grow.
    room: usize,
    /// Number of times that the map was cleared.
    pub clears: usize,
    /// An iteration may hold the arrays.
    pub shared: bool,
}

impl Deref for Map {
    type Target = MapHeader;

    #[inline(always)]
    fn deref(&self) -> &MapHeader {
        &self.head
    }
}

impl DerefMut for Map {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut MapHeader {
        &mut self.head
    }
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

/// A map type and the descriptor of its slots, for the collector; null for slots without pointers.
struct SlotType {
    map: *const MapType,
    slot: *const Type,
}

/// Those asked for lately, by map type, to be read without the lock.
static RECENT: [AtomicPtr<SlotType>; 64] = [const { AtomicPtr::new(null_mut()) }; 64];
/// All of them.
static SLOT_TYPES: Locked<BTreeMap<usize, Box<SlotType>>> = Locked::new(BTreeMap::new());

/// The descriptor of a map type's slots.
fn slot_type(ty: &MapType) -> *const Type {
    let place = &RECENT[(ty as *const MapType as usize / 32) % RECENT.len()];
    // SAFETY: entries live for ever.
    if let Some(known) = unsafe { place.load(Acquire).as_ref() }
        && core::ptr::eq(known.map, ty)
    {
        return known.slot;
    }
    let mut all = SLOT_TYPES.lock();
    let known = all
        .entry(ty as *const MapType as usize)
        .or_insert_with(|| Box::new(SlotType { map: ty, slot: make_slot_type(ty) }));
    place.store(&raw mut **known, Release);
    known.slot
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

/// The part of a hash that tells where probing starts.
fn h1(hash: u64) -> usize {
    hash as usize
}

/// The part that the control byte holds.
fn h2(hash: u64) -> u64 {
    hash >> CONTROL_SHIFT
}

/// A bit at the top of each byte of the group for a used slot with this part of the hash; may report another used slot
/// above a true match or an unused slot, which the comparison of keys finds out.
fn match_hash(group: u64, h2: u64) -> u64 {
    // Now the bytes looked for are 0x80, others of used slots are above.
    let x = group ^ (LOW_BITS * h2);
    x.wrapping_sub(HIGH_BITS | LOW_BITS) & group & HIGH_BITS
}

/// The same for empty slots, exactly: of the marks only `EMPTY` has bit 1 clear.
fn match_empty(group: u64) -> u64 {
    !(group | group << 6) & HIGH_BITS
}

/// The same for empty or deleted slots.
fn match_free(group: u64) -> u64 {
    !group & HIGH_BITS
}

/// The same for used slots.
pub fn match_used(group: u64) -> u64 {
    group & HIGH_BITS
}

/// The first slot of a match.
#[inline(always)]
pub fn first_of(matches: u64) -> usize {
    matches.trailing_zeros() as usize / 8
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

/// The groups of a probe sequence, by the indices of their first slots: triangular steps visit every group once.
struct Probe {
    group: usize,
    step: usize,
    mask: usize,
}

impl Probe {
    #[inline(always)]
    fn new(hash: u64, mask: usize) -> Probe {
        Probe { group: h1(hash) & mask, step: 0, mask }
    }

    /// Goes on to the next group; false after the last one.
    #[inline(always)]
    fn advance(&mut self) -> bool {
        self.step += GROUP;
        self.group = (self.group + self.step) & self.mask;
        self.step <= self.mask
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
            let map = &mut *m;
            map.seed = fast_random();
            map.control = (&raw mut (*m).first).cast();
            let capacity = usize::try_from(hint).ok().and_then(capacity_for);
            let fits = |&c: &usize| c.checked_mul(ty.key_stride).is_some_and(|b| b < 1 << 47);
            // A hint that cannot be right is ignored.
            if let Some(capacity) = capacity.filter(fits)
                && hint > GROUP as i64
            {
                map.set_table(ty, capacity);
            }
            map.stable = map.control;
            m
        }
    }

    /// The control bytes, null while an operation changes the map.
    #[inline(always)]
    pub fn stable(&self) -> *mut u8 {
        // SAFETY: a word that is only accessed as an atomic, so that the stores are made even where no other goroutine
        // could see them without a data race.
        unsafe { AtomicPtr::from_ptr((&raw const self.head.stable).cast_mut()).load(Relaxed) }
    }

    /// Whether an operation that changes the map is in progress.
    #[inline(always)]
    pub fn is_writing(&self) -> bool {
        self.stable().is_null()
    }

    #[inline(always)]
    fn set_stable(&mut self, control: *mut u8) {
        // SAFETY: see `stable`.
        unsafe { AtomicPtr::from_ptr(&raw mut self.head.stable).store(control, Relaxed) };
    }

    /// Marks the beginning of a change.
    #[inline(always)]
    fn begin(&mut self) {
        if self.is_writing() {
            concurrent_writes();
        }
        self.set_stable(null_mut());
    }

    /// Marks the end of a change.
    #[inline(always)]
    fn end(&mut self) {
        if !self.is_writing() {
            concurrent_writes();
        }
        self.set_stable(self.control);
    }

    fn capacity(&self) -> usize {
        if self.slots.is_null() { 0 } else { self.group_mask + GROUP }
    }

    fn set_table(&mut self, ty: &MapType, capacity: usize) {
        // SAFETY: sizes and type fit.
        unsafe {
            let control = if capacity == GROUP {
                // A table of one group never has deleted slots, so it comes only once.
                (&raw mut self.first).cast()
            } else {
                // All empty: zero.
                heap::new_bytes(capacity)
            };
            let slots = heap::allocate(capacity * ty.key_stride, slot_type(ty));
            barrier::before_overwrite((&raw const self.control).cast(), 2 * size_of::<*mut u8>());
            (self.control, self.slots) = (control, slots);
        }
        self.group_mask = capacity - GROUP;
        self.room = max_load(capacity);
        self.shared = false;
    }

    /// The control bytes of the group with this first slot.
    #[inline(always)]
    fn group(&self, first: usize) -> u64 {
        // SAFETY: inside the control bytes.
        unsafe { *self.control.add(first).cast() }
    }

    #[inline(always)]
    fn slot(&self, ty: &MapType, index: usize) -> *mut u8 {
        // SAFETY: inside the slots.
        unsafe { self.slots.add(index * ty.key_stride) }
    }

    /// The slot of a key.
    ///
    /// # Safety
    /// `key` must be a key of the type and `hash` its hash.
    #[inline(always)]
    pub unsafe fn find<K: Key>(&self, ty: &MapType, key: K, hash: u64) -> Option<*mut u8> {
        let mut probe = Probe::new(hash, self.group_mask);
        loop {
            let control = self.group(probe.group);
            // SAFETY: by contract.
            if let Some(slot) = unsafe { self.find_in_group(ty, key, hash, probe.group, control) } {
                return Some(slot);
            }
            if match_empty(control) != 0 || !probe.advance() {
                return None;
            }
        }
    }

    /// The slot of a key in the group with this first slot.
    ///
    /// # Safety
    /// As [`Map::find`].
    #[inline(always)]
    unsafe fn find_in_group<K: Key>(
        &self,
        ty: &MapType,
        key: K,
        hash: u64,
        group: usize,
        control: u64,
    ) -> Option<*mut u8> {
        let mut matches = match_hash(control, h2(hash));
        while matches != 0 {
            let slot = self.slot(ty, group + first_of(matches));
            // SAFETY: by contract.
            if unsafe { key.equals(ty, K::in_slot(ty, slot)) } {
                return Some(slot);
            }
            matches &= matches - 1;
        }
        None
    }

    /// The place of a key's element, created if missing.
    ///
    /// # Safety
    /// As [`Map::find`].
    #[inline(always)]
    pub unsafe fn assign<K: Key>(&mut self, ty: &MapType, key: K, hash: u64) -> *mut u8 {
        self.begin();
        // SAFETY: by contract; descriptors.
        let elem = unsafe {
            match self.find_or_free(ty, key, hash) {
                Ok(slot) => {
                    if K::MAY_NEED_UPDATE && ty.flags & flag::NEED_KEY_UPDATE != 0 {
                        barrier::before_overwrite(K::in_slot(ty, slot), (*ty.key).size);
                        key.store(ty, K::in_slot(ty, slot));
                    }
                    K::elem_in(ty, slot)
                }
                Err(free) => self.insert(ty, key, hash, free),
            }
        };
        self.end();
        elem
    }

    /// The slot of a key, or the index of the first free one of its probe sequence if there is one.
    ///
    /// # Safety
    /// As [`Map::find`].
    #[inline(always)]
    unsafe fn find_or_free<K: Key>(&self, ty: &MapType, key: K, hash: u64) -> Result<*mut u8, Option<usize>> {
        let mut probe = Probe::new(hash, self.group_mask);
        let mut free = None;
        loop {
            let control = self.group(probe.group);
            // SAFETY: by contract.
            if let Some(slot) = unsafe { self.find_in_group(ty, key, hash, probe.group, control) } {
                return Ok(slot);
            }
            let here = match_free(control);
            if free.is_none() && here != 0 {
                free = Some(probe.group + first_of(here));
            }
            if match_empty(control) != 0 || !probe.advance() {
                return Err(free);
            }
        }
    }

    /// Makes an entry with a zero element.
    ///
    /// # Safety
    /// The key must not be in the map, and `free` the first free slot of its probe sequence.
    unsafe fn insert<K: Key>(&mut self, ty: &MapType, key: K, hash: u64, free: Option<usize>) -> *mut u8 {
        let index = match free {
            Some(index) if self.take(index, hash) => index,
            _ => {
                self.grow::<K>(ty);
                self.take_first(hash)
            }
        };
        let slot = self.slot(ty, index);
        self.count += 1;
        // SAFETY: the slot is ours; descriptors.
        unsafe {
            if K::MAY_BE_INDIRECT && ty.flags & flag::INDIRECT_KEY != 0 {
                *slot.cast::<*mut u8>() = heap::new_object(ty.key);
            }
            if ty.flags & flag::INDIRECT_ELEM != 0 {
                *slot.add(ty.elem_off).cast::<*mut u8>() = heap::new_object(ty.elem);
            }
            key.store(ty, K::in_slot(ty, slot));
            elem_in(ty, slot)
        }
    }

    /// Gives a free slot to an entry with this hash, unless that would leave too few empty ones.
    #[inline(always)]
    fn take(&mut self, index: usize, hash: u64) -> bool {
        // SAFETY: inside the control bytes.
        if unsafe { *self.control.add(index) } == EMPTY {
            if self.room == 0 {
                return false;
            }
            self.room -= 1;
        }
        self.set_control(index, h2(hash) as u8 | USED);
        true
    }

    /// Gives the first free slot of the probe sequence to an entry with this hash. There must be room.
    #[inline(always)]
    fn take_first(&mut self, hash: u64) -> usize {
        let mut probe = Probe::new(hash, self.group_mask);
        loop {
            let free = match_free(self.group(probe.group));
            if free != 0 {
                let index = probe.group + first_of(free);
                self.set_control(index, h2(hash) as u8 | USED);
                self.room -= 1;
                return index;
            }
            probe.advance();
        }
    }

    /// Written as a whole group: the processor hands that on to the next read of the group, a byte it would not.
    #[inline(always)]
    fn set_control(&mut self, index: usize, value: u8) {
        // SAFETY: inside the control bytes.
        let group = unsafe { &mut *self.control.cast::<u64>().add(index / GROUP) };
        let shift = index % GROUP * 8;
        *group = *group & !(0xff << shift) | (value as u64) << shift;
    }

    /// Moves everything to new arrays: larger ones, unless deleted slots were what filled the table.
    #[inline(never)]
    fn grow<K: Key>(&mut self, ty: &MapType) {
        let old = (self.control, self.slots, self.capacity(), self.shared);
        let (control, slots, capacity, shared) = old;
        let crowded = self.count > max_load(capacity) * 3 / 4;
        self.set_table(ty, if crowded { capacity * 2 } else { capacity.max(GROUP) });
        for first in (0..capacity).step_by(GROUP) {
            // SAFETY: inside the old arrays, which `control` and `slots` keep alive.
            unsafe {
                let mut used = match_used(*control.add(first).cast());
                while used != 0 {
                    let from = slots.add((first + first_of(used)) * ty.key_stride);
                    used &= used - 1;
                    // Any key that got in can be hashed; keys that differ from themselves just move.
                    let hash = K::in_memory(K::in_slot(ty, from)).hash(ty, self.seed, false);
                    let index = self.take_first(hash);
                    copy_slot(from, self.slot(ty, index), ty.key_stride);
                }
            }
        }
        if !shared && capacity != 0 {
            // SAFETY: they are the map's own, and no iteration has them.
            unsafe {
                // The control bytes of a large table are an object of their own.
                heap::free(control, capacity);
                heap::free(slots, capacity * ty.key_stride);
            }
        }
    }

    /// Empties a slot.
    ///
    /// # Safety
    /// The slot must be used.
    pub unsafe fn remove(&mut self, ty: &MapType, slot: *mut u8) {
        self.begin();
        let index = (slot as usize - self.slots as usize) / ty.key_stride;
        barrier::before_overwrite(slot, ty.key_stride);
        // SAFETY: inside the slots.
        unsafe { slot.write_bytes(0, ty.key_stride) };
        if match_empty(self.group(index & !(GROUP - 1))) != 0 || self.group_mask == 0 {
            // Nothing was ever pushed past this group for want of room here.
            self.set_control(index, EMPTY);
            self.room += 1;
        } else {
            self.set_control(index, DELETED);
        }
        self.count -= 1;
        self.end();
    }

    /// Empties the map.
    pub fn clear(&mut self, ty: &MapType) {
        self.begin();
        self.clears += 1;
        self.count = 0;
        self.seed = fast_random();
        let capacity = self.capacity();
        if capacity != 0 {
            barrier::before_overwrite(self.slots, capacity * ty.key_stride);
            // SAFETY: the arrays have that capacity.
            unsafe {
                self.control.write_bytes(EMPTY, capacity);
                self.slots.write_bytes(0, capacity * ty.key_stride);
            }
            self.room = max_load(capacity);
        }
        self.end();
    }
}

#[cold]
#[inline(never)]
fn concurrent_writes() -> ! {
    fatal::fatal(b"concurrent map writes")
}

/// Copies a slot, a multiple of four bytes or few bytes.
///
/// # Safety
/// Both must be slots of this size.
#[inline(always)]
unsafe fn copy_slot(from: *const u8, to: *mut u8, size: usize) {
    // SAFETY: by contract.
    unsafe {
        match size {
            16 => to.cast::<[u64; 2]>().write_unaligned(from.cast::<[u64; 2]>().read_unaligned()),
            24 => to.cast::<[u64; 3]>().write_unaligned(from.cast::<[u64; 3]>().read_unaligned()),
            _ => to.copy_from_nonoverlapping(from, size),
        }
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
        let bytes = [0x92, EMPTY, 0xff, DELETED, 0x92, 0x80, EMPTY, 0x81];
        let group = u64::from_le_bytes(bytes);
        let positions = |m: u64| (0..8).filter(|i| m >> (i * 8 + 7) & 1 != 0).collect::<Vec<_>>();
        assert_eq!(positions(match_empty(group)), [1, 6]);
        assert_eq!(positions(match_free(group)), [1, 3, 6]);
        assert_eq!(positions(match_used(group)), [0, 2, 4, 5, 7]);
        for h2 in 0..0x80u8 {
            let found = positions(match_hash(group, h2.into()));
            let real: Vec<_> = (0..8).filter(|&i| bytes[i] == h2 | USED).collect();
            assert!(real.iter().all(|i| found.contains(i)), "{h2:#x}");
            assert!(found.iter().all(|&i| bytes[i] & !1 == (h2 | USED) & !1), "{h2:#x}");
        }
    }

    #[test]
    fn probes_visit_every_group_once() {
        for groups in [1usize, 2, 8, 64] {
            let mut probe = Probe::new(5 << 3 | 7, (groups - 1) * GROUP);
            let mut seen = vec![probe.group];
            while probe.advance() {
                seen.push(probe.group);
            }
            seen.sort();
            assert_eq!(seen, (0..groups).map(|g| g * GROUP).collect::<Vec<_>>());
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

    /// Groups to be looked at to find each of the keys, and slots with the same part of the hash before it.
    fn effort(groups: usize, hashes: impl Iterator<Item = u64>) -> [f64; 2] {
        let mut filled = vec![Vec::new(); groups];
        let (mut looked_at, mut alike) = (0, 0);
        for hash in hashes {
            let mut probe = Probe::new(hash, (groups - 1) * GROUP);
            loop {
                let group = &mut filled[probe.group / GROUP];
                looked_at += 1;
                alike += group.iter().filter(|&&other| other == h2(hash)).count();
                if group.len() < GROUP {
                    group.push(h2(hash));
                    break;
                }
                probe.advance();
            }
        }
        [looked_at as f64, alike as f64]
    }

    /// Words of any pattern are spread about as well as by chance.
    #[test]
    fn words_are_spread() {
        let mut x = 88172645463325252u64;
        let mut random = || {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            x.wrapping_mul(0x2545_f491_4f6c_dd1d)
        };
        type Pattern = fn(u64) -> u64;
        let patterns: [(&str, Pattern); 10] = [
            ("sequence", |i| i),
            ("negative", |i| !i),
            ("pointers", |i| 0xc000_0000 + 48 * i),
            ("pages", |i| 0xc000_0000 + (i << 13)),
            ("upper half", |i| i << 32),
            ("top", |i| i << 52),
            ("two halves", |i| ((i % 32) << 32) | (i / 32)),
            ("bytes", |i| (i & 7) | (i & 0x38) << 21 | (i & 0x1c0) << 42 | (i & 0xe00) << 51),
            ("reversed", |i| i.reverse_bits()),
            ("squares", |i| i * i),
        ];
        for groups in [2usize, 16, 256] {
            let keys = (groups * MAX_LOAD) as u64;
            let rounds = if cfg!(miri) { 1 } else { 40_000 / keys };
            let mut measure = |key: Pattern, hash: fn(u64, u64) -> u64| {
                let (mut sum, mut worst) = ([0.0; 2], 0.0f64);
                for _ in 0..rounds {
                    let seed = random();
                    let found = effort(groups, (0..keys).map(|i| hash(key(i), seed)));
                    sum = [sum[0] + found[0], sum[1] + found[1]];
                    worst = worst.max(found[0]);
                }
                [sum[0], worst, sum[1]]
            };
            let mut chance = measure(|i| i, hash_bytes_of);
            for (most, tolerance) in chance.iter_mut().zip([1.1, 1.4, 1.5]) {
                *most *= tolerance;
            }
            for (name, key) in patterns {
                let found = measure(key, crate::hash::hash_word);
                let fine = found.iter().zip(chance).all(|(found, most)| *found < most);
                assert!(fine || cfg!(miri), "{name}, {groups} groups: {found:?}, at most {chance:?}");
            }
        }
    }

    fn hash_bytes_of(v: u64, seed: u64) -> u64 {
        // SAFETY: a word.
        unsafe { crate::hash::hash_bytes((&raw const v).cast(), 8, seed) }
    }
}
