//! Maps: a swiss table.
//!
//! Slots come in groups of eight with one control byte each: empty, deleted, or seven bits of the hash. A lookup
//! compares the control bytes of a group at once and goes on to the next group of its probe sequence until a group has
//! an empty slot. A slot is given up as empty again only if its group has an empty slot anyway, else marked deleted.
//! The table grows, or is cleaned of deleted slots, into *new* arrays; an iteration keeps the arrays that it started
//! with ([`iter`]).
//!
//! Keys and elements above gc's inline limit are stored behind pointers, as the type's flags say. Freed slots are
//! zeroed so that they retain nothing. The map itself and its arrays are ordinary objects of the heap.

pub mod iter;
mod key;
mod table;

use abi::layout::{Kind, MapType, PanicCode, Type};

use crate::{fatal, go, mem};
use key::{Class, Key};
pub use table::Map;

/// Bits of [`MapType::flags`].
mod flag {
    /// Overwriting an element must store the key again (±0, strings).
    pub const NEED_KEY_UPDATE: u32 = 1;
    /// Hashing can panic.
    pub const HASH_MIGHT_PANIC: u32 = 2;
    /// Slots hold a pointer to the key.
    pub const INDIRECT_KEY: u32 = 4;
    /// Slots hold a pointer to the element.
    pub const INDIRECT_ELEM: u32 = 8;
}

/// What a lookup without result points to, for elements up to this size (gc: `maxZero`).
const ZERO_BYTES: usize = 1024;

#[repr(align(16))]
struct Zero([u8; ZERO_BYTES]);
static ZERO: Zero = Zero([0; ZERO_BYTES]);

/// The zero element of a map type.
///
/// # Safety
/// `ty` must be a descriptor.
unsafe fn zero_elem(ty: &MapType) -> *mut u8 {
    // SAFETY: by contract.
    let elem = unsafe { &*ty.elem };
    if elem.size <= ZERO_BYTES {
        return ZERO.0.as_ptr() as *mut u8;
    }
    // SAFETY: a descriptor.
    unsafe { mem::new_object(elem) }
}

/// Runs `$body` with `$K` bound to the key operations for the type's keys.
macro_rules! with_key {
    ($ty:expr, $K:ident => $body:expr) => {
        match Class::of($ty) {
            Class::Word32 => {
                type $K = key::Word32;
                $body
            }
            Class::Word64 => {
                type $K = key::Word64;
                $body
            }
            Class::Str => {
                type $K = key::Str;
                $body
            }
            Class::General => {
                type $K = key::General;
                $body
            }
        }
    };
}

fn check_not_writing(map: &Map, text: &'static [u8]) {
    if map.is_writing() {
        fatal::fatal(text);
    }
}

/// The element for a key.
///
/// # Safety
/// `m` must be nil or a map of type `ty`, `key` a key.
unsafe fn access(ty: &MapType, m: *mut u8, key: *mut u8) -> Option<*mut u8> {
    // SAFETY: by contract.
    unsafe {
        let map = match m.cast::<Map>().as_ref() {
            Some(map) if map.count != 0 => map,
            _ => {
                check_key(ty, key);
                return None;
            }
        };
        check_not_writing(map, b"concurrent map read and map write");
        with_key!(ty, K => map.find::<K>(ty, key, K::hash(ty, key, map.seed, false)))
            .map(|slot| map.elem(ty, slot))
    }
}

/// Raises the panic for a key that cannot be hashed, in the wording for empty maps.
///
/// # Safety
/// `key` must be a key of the type.
unsafe fn check_key(ty: &MapType, key: *mut u8) {
    if ty.flags & flag::HASH_MIGHT_PANIC != 0 || is_interface(ty.key) {
        // SAFETY: by contract.
        unsafe { key::General::hash(ty, key, 0, true) };
    }
}

fn is_interface(ty: *const Type) -> bool {
    // SAFETY: a key type's descriptor.
    crate::types::kind(unsafe { &*ty }) == Kind::Interface
}

/// The place of the element for a key, created if missing.
///
/// # Safety
/// As [`access`].
unsafe fn assign(ty: &MapType, m: *mut u8, key: *mut u8) -> *mut u8 {
    // SAFETY: by contract.
    unsafe {
        let Some(map) = m.cast::<Map>().as_mut() else { go::panic_code(PanicCode::NilMapAssign) };
        check_not_writing(map, b"concurrent map writes");
        with_key!(ty, K => {
            let hash = K::hash(ty, key, map.seed, false);
            map.assign::<K>(ty, key, hash)
        })
    }
}

/// # Safety
/// As [`access`].
unsafe fn delete(ty: &MapType, m: *mut u8, key: *mut u8) {
    // SAFETY: by contract.
    unsafe {
        let map = match m.cast::<Map>().as_mut() {
            Some(map) if map.count != 0 => map,
            _ => return check_key(ty, key),
        };
        check_not_writing(map, b"concurrent map writes");
        with_key!(ty, K => {
            let hash = K::hash(ty, key, map.seed, false);
            if let Some(slot) = map.find::<K>(ty, key, hash) {
                map.remove(ty, slot);
            }
        })
    }
}

/// The entry points.
pub mod export {
    use super::*;
    use core::ptr::null_mut;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.makemap"))]
    pub unsafe extern "C" fn makemap(ty: *mut u8, hint: i64) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { Map::new(&*ty.cast(), hint).cast() }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapaccess1"))]
    pub unsafe extern "C" fn mapaccess1(ty: *mut u8, m: *mut u8, key: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe {
            let ty = &*ty.cast();
            access(ty, m, key).unwrap_or_else(|| zero_elem(ty))
        }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapaccess2"))]
    pub unsafe extern "C" fn mapaccess2(ty: *mut u8, m: *mut u8, key: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { access(&*ty.cast(), m, key).unwrap_or(null_mut()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapassign"))]
    pub unsafe extern "C" fn mapassign(ty: *mut u8, m: *mut u8, key: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { assign(&*ty.cast(), m, key) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapdelete"))]
    pub unsafe extern "C" fn mapdelete(ty: *mut u8, m: *mut u8, key: *mut u8) {
        // SAFETY: by contract.
        unsafe { delete(&*ty.cast(), m, key) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapclear"))]
    pub unsafe extern "C" fn mapclear(ty: *mut u8, m: *mut u8) {
        // SAFETY: by contract.
        unsafe {
            if let Some(map) = m.cast::<Map>().as_mut() {
                check_not_writing(map, b"concurrent map writes");
                map.clear(&*ty.cast());
            }
        }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapIterStart"))]
    pub unsafe extern "C" fn map_iter_start(ty: *mut u8, m: *mut u8, it: *mut u8) {
        // SAFETY: by contract.
        unsafe { iter::start(ty.cast(), m.cast(), it.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapIterNext"))]
    pub unsafe extern "C" fn map_iter_next(it: *mut u8) {
        // SAFETY: by contract.
        unsafe { iter::next(it.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.mapiterinit"))]
    pub unsafe extern "C" fn mapiterinit(ty: *mut u8, m: *mut u8, it: *mut u8) {
        // SAFETY: by contract.
        unsafe { iter::start(ty.cast(), m.cast(), it.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.mapiternext"))]
    pub unsafe extern "C" fn mapiternext(it: *mut u8) {
        // SAFETY: by contract.
        unsafe { iter::next(it.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.maplen"))]
    pub unsafe extern "C" fn maplen(m: *mut u8) -> i64 {
        // SAFETY: nil or a map.
        unsafe { m.cast::<Map>().as_ref() }.map_or(0, |m| m.count as i64)
    }
}

#[cfg(test)]
mod tests;
