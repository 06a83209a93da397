//! Hash and equality of map keys: fast ones for the common kinds, the descriptor walk for all others.

use abi::layout::{GoString, Kind, MapType};

use crate::hash::{equal_bytes, equal_value, hash_bytes, hash_u64, hash_value};
use crate::types::{is_regular_memory, kind};

/// The operations on a class of keys.
///
/// # Safety
/// Pointers passed in must point to keys of the map type.
pub unsafe trait Key {
    /// Hash.
    ///
    /// # Safety
    /// `key` must be a key of the type.
    unsafe fn hash(ty: &MapType, key: *const u8, seed: u64, empty_map: bool) -> u64;
    /// Equality.
    ///
    /// # Safety
    /// Both must be keys of the type.
    unsafe fn equal(ty: &MapType, a: *const u8, b: *const u8) -> bool;
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

/// See [`Class::Word32`].
pub struct Word32;
/// See [`Class::Word64`].
pub struct Word64;
/// See [`Class::Str`].
pub struct Str;
/// See [`Class::General`].
pub struct General;

// SAFETY: reads four bytes.
unsafe impl Key for Word32 {
    #[inline]
    unsafe fn hash(_: &MapType, key: *const u8, seed: u64, _: bool) -> u64 {
        // SAFETY: by contract.
        hash_u64(unsafe { *key.cast::<u32>() } as u64, seed)
    }

    #[inline]
    unsafe fn equal(_: &MapType, a: *const u8, b: *const u8) -> bool {
        // SAFETY: by contract.
        unsafe { *a.cast::<u32>() == *b.cast::<u32>() }
    }
}

// SAFETY: reads eight bytes.
unsafe impl Key for Word64 {
    #[inline]
    unsafe fn hash(_: &MapType, key: *const u8, seed: u64, _: bool) -> u64 {
        // SAFETY: by contract.
        hash_u64(unsafe { *key.cast::<u64>() }, seed)
    }

    #[inline]
    unsafe fn equal(_: &MapType, a: *const u8, b: *const u8) -> bool {
        // SAFETY: by contract.
        unsafe { *a.cast::<u64>() == *b.cast::<u64>() }
    }
}

// SAFETY: reads strings.
unsafe impl Key for Str {
    #[inline]
    unsafe fn hash(_: &MapType, key: *const u8, seed: u64, _: bool) -> u64 {
        // SAFETY: by contract.
        unsafe {
            let s = &*key.cast::<GoString>();
            hash_bytes(s.ptr, s.len as usize, seed)
        }
    }

    #[inline]
    unsafe fn equal(_: &MapType, a: *const u8, b: *const u8) -> bool {
        // SAFETY: by contract.
        unsafe {
            let (a, b) = (&*a.cast::<GoString>(), &*b.cast::<GoString>());
            a.len == b.len && (a.len == 0 || equal_bytes(a.ptr, b.ptr, a.len as usize))
        }
    }
}

// SAFETY: follows the descriptor.
unsafe impl Key for General {
    unsafe fn hash(ty: &MapType, key: *const u8, seed: u64, empty_map: bool) -> u64 {
        // SAFETY: by contract.
        unsafe { hash_value(&*ty.key, key, seed, empty_map) }
    }

    unsafe fn equal(ty: &MapType, a: *const u8, b: *const u8) -> bool {
        // SAFETY: by contract.
        unsafe { equal_value(&*ty.key, a, b) }
    }
}

impl General {
    /// The hash that the operations of the type's class give, for code that is not made for one class.
    ///
    /// # Safety
    /// `key` must be a key of the type.
    pub unsafe fn hash_of_class(ty: &MapType, key: *const u8, seed: u64) -> u64 {
        // SAFETY: by contract.
        unsafe {
            match Class::of(ty) {
                Class::Word32 => Word32::hash(ty, key, seed, false),
                Class::Word64 => Word64::hash(ty, key, seed, false),
                Class::Str => Str::hash(ty, key, seed, false),
                Class::General => General::hash(ty, key, seed, false),
            }
        }
    }
}
