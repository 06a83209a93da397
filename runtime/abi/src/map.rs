//! What compiled code knows of maps: it looks for keys of one word in the first group of their probe sequence itself.
//!
//! Slots come in groups of [`GROUP`], with a control byte each in an array of its own: [`EMPTY`], another value with the
//! highest bit set, or the lowest seven bits of the hash of the slot's key. The other bits of the hash, masked, are the
//! number of the first group. If the key is not there and the group has an empty slot, the map does not have it.

/// The part of a map that compiled code reads. Look-ups in a map without entries find nothing, as if it had one group.
#[repr(C)]
pub struct MapHeader {
    /// Number of elements.
    pub count: usize,
    /// Control bytes, one per slot.
    pub control: *mut u8,
    /// Slots.
    pub slots: *mut u8,
    /// Number of groups minus 1.
    pub group_mask: usize,
    /// Of the hash function.
    pub seed: u64,
    /// Not 0 while an operation changes the map.
    pub writing: u8,
}

/// Slots of a group.
pub const GROUP: usize = 8;
/// A control byte per slot, each with the lowest bit set.
pub const LOW_BITS: u64 = 0x0101_0101_0101_0101;
/// The same for the highest bit: of a control byte, it tells that the slot is not used.
pub const HIGH_BITS: u64 = LOW_BITS << 7;
/// The control byte of an empty slot. Of those with the highest bit only this has bit 1 clear.
pub const EMPTY: u8 = 0x80;
/// Bits of the hash in a control byte.
pub const CONTROL_BITS: u32 = 7;

/// The largest element for which a look-up without result has zero bytes at hand, and compiled code has the entry points
/// that rely on it (gc: `maxZero`).
pub const MAP_ZERO: usize = 1024;

/// Size of the slots and offset of the element, as one constant.
pub const fn slot_layout(stride: u64, elem_off: u64) -> i64 {
    (stride << 8 | elem_off) as i64
}

/// The two parts of such a constant.
pub const fn slot_parts(layout: i64) -> (i64, i64) {
    (layout >> 8, layout & 0xff)
}

/// The keys of the hash functions. The hash of a word v is `fold(fold(v ^ seed, K[0]), K[2])`, where fold is exclusive
/// or of both halves of the product.
pub const HASH_KEYS: [u64; 3] = [0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db, 0x8ebc_6af0_9c88_c6e3];
