//! Keys of maps: fast operations for the common kinds, the descriptor walk for all others.

use abi::layout::{GoString, Kind, MapType};

use super::table::{elem_in, key_in};
use crate::hash::{equal_bytes, equal_value, hash_bytes, hash_value, hash_word};
use crate::types::{is_regular_memory, kind};

/// A key that is looked up, of one class.
///
/// # Safety
/// A key must be one of the map type that it is used with, and so must be what pointers point to.
pub unsafe trait Key: Copy {
    /// Whether equal keys can be different values.
    const MAY_NEED_UPDATE: bool;
    /// Whether slots may hold a pointer instead.
    const MAY_BE_INDIRECT: bool;

    /// A key in memory.
    ///
    /// # Safety
    /// See the trait.
    unsafe fn in_memory(key: *const u8) -> Self;
    /// Hash. `empty_map` chooses the wording of the panic for keys that cannot be hashed.
    ///
    /// # Safety
    /// See the trait.
    unsafe fn hash(self, ty: &MapType, seed: u64, empty_map: bool) -> u64;
    /// Equality with a key in memory.
    ///
    /// # Safety
    /// See the trait.
    unsafe fn equals(self, ty: &MapType, other: *const u8) -> bool;
    /// Writes the key to memory.
    ///
    /// # Safety
    /// See the trait.
    unsafe fn store(self, ty: &MapType, to: *mut u8);

    /// The key in a slot.
    #[inline(always)]
    fn in_slot(ty: &MapType, slot: *mut u8) -> *mut u8 {
        if Self::MAY_BE_INDIRECT { key_in(ty, slot) } else { slot }
    }

    /// The element in a slot.
    #[inline(always)]
    fn elem_in(ty: &MapType, slot: *mut u8) -> *mut u8 {
        elem_in(ty, slot)
    }
}

/// Which operations fit a map type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Four bytes of plain memory.
    Word32,
    /// Eight bytes of plain memory.
    Word64,
    /// Strings.
    Str,
    /// Anything.
    General,
}

impl Class {
    /// The class of a map type's keys.
    #[inline]
    pub fn of(ty: &MapType) -> Class {
        // SAFETY: a descriptor.
        let key = unsafe { &*ty.key };
        match key.size {
            4 if is_regular_memory(key) => Class::Word32,
            8 if is_regular_memory(key) => Class::Word64,
            16 if kind(key) == Kind::String => Class::Str,
            _ => Class::General,
        }
    }
}

/// See [`Class::General`].
#[derive(Clone, Copy)]
pub struct General(pub *const u8);

macro_rules! word {
    ($word:ty) => {
        // SAFETY: a word is what such keys are.
        unsafe impl Key for $word {
            const MAY_NEED_UPDATE: bool = false;
            const MAY_BE_INDIRECT: bool = false;

            #[inline(always)]
            unsafe fn in_memory(key: *const u8) -> Self {
                // SAFETY: by contract.
                unsafe { *key.cast() }
            }

            #[inline(always)]
            unsafe fn hash(self, _: &MapType, seed: u64, _: bool) -> u64 {
                hash_word(self as u64, seed)
            }

            #[inline(always)]
            unsafe fn equals(self, _: &MapType, other: *const u8) -> bool {
                // SAFETY: by contract.
                unsafe { *other.cast::<Self>() == self }
            }

            #[inline(always)]
            unsafe fn store(self, _: &MapType, to: *mut u8) {
                // SAFETY: by contract.
                unsafe { *to.cast() = self };
            }
        }
    };
}

word!(u32);
word!(u64);

// SAFETY: reads strings.
unsafe impl Key for GoString {
    const MAY_NEED_UPDATE: bool = true;
    const MAY_BE_INDIRECT: bool = false;

    #[inline(always)]
    unsafe fn in_memory(key: *const u8) -> Self {
        // SAFETY: by contract.
        unsafe { *key.cast() }
    }

    #[inline(always)]
    unsafe fn hash(self, _: &MapType, seed: u64, _: bool) -> u64 {
        // SAFETY: by contract.
        unsafe { hash_bytes(self.ptr, self.len as usize, seed) }
    }

    #[inline(always)]
    unsafe fn equals(self, _: &MapType, other: *const u8) -> bool {
        // SAFETY: by contract.
        unsafe {
            let other = &*other.cast::<GoString>();
            self.len == other.len
                && (self.ptr == other.ptr
                    || self.len == 0
                    || equal_bytes(self.ptr, other.ptr, self.len as usize))
        }
    }

    #[inline(always)]
    unsafe fn store(self, _: &MapType, to: *mut u8) {
        // SAFETY: by contract.
        unsafe { *to.cast() = self };
    }
}

// SAFETY: follows the descriptor.
unsafe impl Key for General {
    const MAY_NEED_UPDATE: bool = true;
    const MAY_BE_INDIRECT: bool = true;

    unsafe fn in_memory(key: *const u8) -> Self {
        General(key)
    }

    unsafe fn hash(self, ty: &MapType, seed: u64, empty_map: bool) -> u64 {
        // SAFETY: by contract.
        unsafe { hash_value(&*ty.key, self.0, seed, empty_map) }
    }

    unsafe fn equals(self, ty: &MapType, other: *const u8) -> bool {
        // SAFETY: by contract.
        unsafe { equal_value(&*ty.key, other, self.0) }
    }

    unsafe fn store(self, ty: &MapType, to: *mut u8) {
        // SAFETY: by contract.
        unsafe { to.copy_from(self.0, (*ty.key).size) };
    }
}
