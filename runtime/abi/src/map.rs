//! What compiled code knows of maps: it looks for keys of one word in the first group of their probe sequence itself.
//!
//! Slots come in groups of [`GROUP`], with a control byte each in an array of its own: [`EMPTY`], another value with the
//! highest bit clear, or that bit and the highest seven bits of the hash of the slot's key. The hash, masked, is the
//! index of the first slot of the first group. If the key is not there and the group has an empty slot, the map does not
//! have it.

/// The part of a map that compiled code reads. Look-ups in a map without entries find nothing, as if it had one group.
#[repr(C)]
pub struct MapHeader {
    /// Number of elements.
    pub count: usize,
    /// Control bytes, one per slot.
    pub control: *mut u8,
    /// Slots.
    pub slots: *mut u8,
    /// The control bytes again, but null while an operation changes the map.
    pub stable: *mut u8,
    /// Number of slots less those of one group.
    pub group_mask: usize,
    /// Of the hash function.
    pub seed: u64,
}

/// An iteration, in the frame of the loop. Compiled code goes on with it as long as the map has the same arrays, the current
/// group has not changed and has slots to come, and is not at the end.
#[repr(C)]
pub struct MapIter {
    /// The map, or one without arrays.
    pub map: *const MapHeader,
    /// The map's control bytes at the start of the iteration.
    pub control: *mut u8,
    /// The control bytes of the current group.
    pub group: *mut u64,
    /// What they were when `left` was found.
    pub word: u64,
    /// The highest bits of the used slots of the group that are still to come, rotated to the right by `turn`.
    pub left: u64,
    /// Eight times the first slot that is shown of each group.
    pub turn: u64,
    /// The slots of the current group.
    pub slots: *mut u8,
    /// Groups still to come.
    pub groups: usize,
    /// Private to the runtime.
    pub state: [usize; 5],
}

/// Slots of a group.
pub const GROUP: usize = 8;
/// A control byte per slot, each with the lowest bit set.
pub const LOW_BITS: u64 = 0x0101_0101_0101_0101;
/// The same for the highest bit: of a control byte, it tells that the slot is used.
pub const HIGH_BITS: u64 = LOW_BITS << 7;
/// The control byte of an empty slot. Of those without the highest bit only this has bit 1 clear.
pub const EMPTY: u8 = 0;
/// How far the hash is shifted for a control byte: seven bits are left.
pub const CONTROL_SHIFT: u32 = 57;

/// The largest element for which a look-up without result has zero bytes at hand, and compiled code has the entry points
/// that rely on it (gc: `maxZero`).
pub const MAP_ZERO: usize = 1024;

/// Size of the slots and offset of the element, as one constant (for iterations, the size only).
pub const fn slot_layout(stride: u64, elem_off: u64) -> i64 {
    (stride << 8 | elem_off) as i64
}

/// The two parts of such a constant.
pub const fn slot_parts(layout: i64) -> (i64, i64) {
    (layout >> 8, layout & 0xff)
}

/// The hash of a key v of one word is exclusive or of both halves of the product of this and `v ^ seed`. Of many odd numbers
/// this one spreads words at equal distances best.
pub const WORD_KEY: u64 = 0x2d3a_e5eb_72f2_a037;
