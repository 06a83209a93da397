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

/// Runs `$body` with `$k` bound to the key, which is in memory, as one of the type's class.
macro_rules! with_key {
    ($ty:expr, $key:expr, $k:ident => $body:expr) => {
        match Class::of($ty) {
            Class::Word32 => {
                let $k = <u32 as Key>::in_memory($key);
                $body
            }
            Class::Word64 => {
                let $k = <u64 as Key>::in_memory($key);
                $body
            }
            Class::Str => {
                let $k = <GoString as Key>::in_memory($key);
                $body
            }
            Class::General => {
                let $k = <General as Key>::in_memory($key);
                $body
            }
        }
    };
}

pub mod iter;
mod key;
mod table;

use abi::layout::{GoString, Kind, MapType, PanicCode, Type};
use abi::map::MAP_ZERO;

use crate::{fatal, go, mem};
use iter::Entries;
use key::{Class, General, Key};
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

/// What a lookup without result points to, if it is large enough.
#[repr(align(16))]
struct Zero([u8; MAP_ZERO]);
static ZERO: Zero = Zero([0; MAP_ZERO]);

/// The zero element of a map type.
///
/// # Safety
/// `ty` must be a descriptor.
unsafe fn zero_elem(ty: &MapType) -> *mut u8 {
    // SAFETY: by contract.
    let elem = unsafe { &*ty.elem };
    if elem.size <= MAP_ZERO {
        return ZERO.0.as_ptr() as *mut u8;
    }
    // SAFETY: a descriptor.
    unsafe { mem::new_object(elem) }
}

#[cold]
#[inline(never)]
fn concurrent_read() -> ! {
    fatal::fatal(b"concurrent map read and map write")
}

/// The slot of a key in a map, which must not be in the course of a change.
///
/// # Safety
/// `key` must be a key of the type.
#[inline(always)]
unsafe fn find<K: Key>(ty: &MapType, map: &Map, key: K) -> Option<*mut u8> {
    if map.is_writing() {
        concurrent_read();
    }
    // SAFETY: by contract.
    unsafe { map.find(ty, key, key.hash(ty, map.seed, false)) }
}

/// The element for a key of a class that can always be hashed.
///
/// # Safety
/// `m` must be nil or a map of type `ty`, `key` a key.
#[inline(always)]
unsafe fn access_fast<K: Key>(ty: &MapType, m: *mut u8, key: K) -> Option<*mut u8> {
    // SAFETY: by contract.
    unsafe { find(ty, m.cast::<Map>().as_ref()?, key).map(|slot| K::elem_in(ty, slot)) }
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
        with_key!(ty, key, k => find(ty, map, k)).map(|slot| table::elem_in(ty, slot))
    }
}

/// Raises the panic for a key that cannot be hashed, in the wording for empty maps.
///
/// # Safety
/// `key` must be a key of the type.
unsafe fn check_key(ty: &MapType, key: *mut u8) {
    if ty.flags & flag::HASH_MIGHT_PANIC != 0 || is_interface(ty.key) {
        // SAFETY: by contract.
        unsafe { General(key).hash(ty, 0, true) };
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
#[inline(always)]
unsafe fn assign<K: Key>(ty: &MapType, m: *mut u8, key: K) -> *mut u8 {
    // SAFETY: by contract.
    unsafe {
        let Some(map) = m.cast::<Map>().as_mut() else { go::panic_code(PanicCode::NilMapAssign) };
        let hash = key.hash(ty, map.seed, false);
        map.assign(ty, key, hash)
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
        with_key!(ty, key, k => {
            let hash = k.hash(ty, map.seed, false);
            if let Some(slot) = map.find(ty, k, hash) {
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

    /// The entry points for one class of keys, which are passed as values.
    macro_rules! fast {
        ($($p:ident: $t:ty),* => $key:expr; $($layout:ident)?;
            $access:ident $symbol1:literal $assign:ident $symbol2:literal) => {
            /// # Safety
            /// Called by compiled code according to the table.
            #[cfg_attr(feature = "entry", unsafe(export_name = $symbol1))]
            pub unsafe extern "C" fn $access(ty: *mut u8, m: *mut u8, $($p: $t),*, missing: *mut u8 $(, $layout: i64)?) -> *mut u8 {
                // SAFETY: by contract.
                unsafe { access_fast(&*ty.cast(), m, $key).unwrap_or(missing) }
            }

            /// # Safety
            /// Called by compiled code according to the table.
            #[cfg_attr(feature = "entry", unsafe(export_name = $symbol2))]
            pub unsafe extern "C" fn $assign(ty: *mut u8, m: *mut u8, $($p: $t),*) -> *mut u8 {
                // SAFETY: by contract.
                unsafe { assign(&*ty.cast(), m, $key) }
            }
        };
    }

    fast!(key: i32 => key as u32; _slots;
        mapaccess_fast32 "runtime.mapaccess_fast32"
        mapassign_fast32 "runtime.mapassign_fast32");
    fast!(key: i64 => key as u64; _slots;
        mapaccess_fast64 "runtime.mapaccess_fast64"
        mapassign_fast64 "runtime.mapassign_fast64");
    fast!(key: *mut u8 => key as u64; _slots;
        mapaccess_fastptr "runtime.mapaccess_fastptr"
        mapassign_fastptr "runtime.mapassign_fastptr");
    fast!(p: *mut u8, n: i64 => GoString { ptr: p, len: n as isize };;
        mapaccess_faststr "runtime.mapaccess_faststr"
        mapassign_faststr "runtime.mapassign_faststr");

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.mapassign"))]
    pub unsafe extern "C" fn mapassign(ty: *mut u8, m: *mut u8, key: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe {
            let ty = &*ty.cast();
            with_key!(ty, key, k => assign(ty, m, k))
        }
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
    pub unsafe extern "C" fn map_iter_next(it: *mut u8, _slots: i64) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { iter::next(&mut *it.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.mapiterinit"))]
    pub unsafe extern "C" fn mapiterinit(ty: *mut u8, m: *mut u8, it: *mut u8) {
        // SAFETY: by contract.
        unsafe { Entries::start(ty.cast(), m.cast(), it.cast()) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.mapiternext"))]
    pub unsafe extern "C" fn mapiternext(it: *mut u8) {
        // SAFETY: by contract.
        unsafe { Entries::next(it.cast()) }
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
