//! Method tables of interfaces, made at run time where an assertion asks for a pair that the compiler did not see.
//!
//! A hash table keyed by interface and dynamic type holds the compiler's tables and those made here, also for pairs
//! that do not fit (their first method is null).

use abi::layout::{Imethod, InterfaceType, Itab, Method, Type};
use alloc::boxed::Box;
use core::ptr::{null, null_mut};
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::{Acquire, Release};

use crate::lock::Locked;
use crate::types::{Name, at, interface_methods, methods, uncommon};
use crate::{fatal, go};

/// Read by anyone at any time; entries are added under [`WRITER`]. A table that has become too small stays where it is.
struct Table {
    /// Power of two, half full at most; null is free.
    slots: Box<[AtomicPtr<Itab>]>,
}

static TABLE: AtomicPtr<Table> = AtomicPtr::new(null_mut());
/// Entries of the table.
static WRITER: Locked<usize> = Locked::new(0);
/// Slots of the first table.
const FIRST_SLOTS: usize = 64;

fn hash(inter: *const InterfaceType, ty: *const Type) -> usize {
    ((inter as usize >> 3) ^ (ty as usize >> 3).rotate_left(16)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20
}

impl Table {
    fn new(slots: usize) -> Table {
        Table { slots: (0..slots).map(|_| AtomicPtr::new(null_mut())).collect() }
    }

    fn find(&self, inter: *const InterfaceType, ty: *const Type) -> Option<&'static Itab> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut i = hash(inter, ty);
        while let Some(slot) = self.slots.get(i & mask) {
            // SAFETY: tables live for ever.
            let itab = unsafe { slot.load(Acquire).as_ref() }?;
            if itab.inter == inter && itab.ty == ty {
                return Some(itab);
            }
            i += 1;
        }
        None
    }

    /// Under the writer's lock.
    fn place(&self, itab: *const Itab) {
        let mask = self.slots.len() - 1;
        // SAFETY: a table.
        let mut i = unsafe { hash((*itab).inter, (*itab).ty) };
        while !self.slots[i & mask].load(Acquire).is_null() {
            i += 1;
        }
        self.slots[i & mask].store(itab.cast_mut(), Release);
    }
}

fn table() -> Option<&'static Table> {
    // SAFETY: null or a table, which lives for ever.
    unsafe { TABLE.load(Acquire).as_ref() }
}

/// Adds an entry. Under the writer's lock, which guards `len`.
fn insert(len: &mut usize, itab: *const Itab) {
    let old = table();
    let slots = old.map_or(0, |t| t.slots.len());
    if slots <= 2 * *len {
        let bigger = Table::new((slots * 2).max(FIRST_SLOTS));
        let entries = old.iter().flat_map(|t| t.slots.iter()).map(|slot| slot.load(Acquire));
        entries.filter(|p| !p.is_null()).for_each(|p| bigger.place(p));
        TABLE.store(Box::into_raw(Box::new(bigger)), Release);
    }
    table().expect("it has just been made").place(itab);
    *len += 1;
}

/// Enters the compiler's tables.
#[cfg(feature = "entry")]
pub fn init() {
    unsafe extern "C" {
        #[link_name = "runtime.firstmoduledata"]
        static MODULE: abi::symtab::ModuleData;
    }
    let mut len = WRITER.lock();
    // SAFETY: emitted by the compiler.
    unsafe {
        for i in 0..MODULE.itab_count {
            insert(&mut len, *MODULE.itabs.add(i));
        }
    }
}

/// Whether a type's method is the one that an interface wants.
fn matches(want: &Imethod, inter: &InterfaceType, have: &Method, ty: &Type) -> bool {
    if want.ty != have.mtyp {
        return false;
    }
    // SAFETY: descriptors hold addresses of encoded names.
    unsafe {
        let (w, h) = (Name::new(at(want.name)), Name::new(at(have.name)));
        if w.as_str() != h.as_str() {
            return false;
        }
        // Unexported methods are the same only if they come from the same package.
        w.is_exported()
            || w.pkg_path().unwrap_or_else(|| path(inter.pkg_path))
                == h.pkg_path().unwrap_or_else(|| uncommon(ty).map_or("", |u| path(at(u.pkg_path))))
    }
}

/// The text of a package path name, empty if there is none.
///
/// # Safety
/// Null or an encoded name.
unsafe fn path(name: *const u8) -> &'static str {
    // SAFETY: by contract.
    if name.is_null() { "" } else { unsafe { Name::new(name) }.as_str() }
}

/// Builds a table; the first method is null if one is missing.
fn build(inter: &'static InterfaceType, ty: &'static Type) -> &'static Itab {
    let wanted = interface_methods(inter);
    let layout = core::alloc::Layout::from_size_align(
        core::mem::offset_of!(Itab, fun) + 8 * wanted.len().max(1),
        align_of::<Itab>(),
    );
    let layout = layout.expect("the size of a method table is small");
    // SAFETY: not empty; filled completely before it is used.
    unsafe {
        let itab = alloc::alloc::alloc_zeroed(layout).cast::<Itab>();
        if itab.is_null() {
            fatal::throw(b"out of memory (itab)");
        }
        (*itab).inter = inter;
        (*itab).ty = ty;
        (*itab).hash = ty.hash;
        let fun = (&raw mut (*itab).fun).cast::<*const u8>();
        for (i, want) in wanted.iter().enumerate() {
            match methods(ty).iter().find(|have| matches(want, inter, have, ty)) {
                Some(have) => fun.add(i).write(at(have.ifn)),
                None => {
                    fun.write(null());
                    break;
                }
            }
        }
        &*itab
    }
}

/// The table for a pair, `None` if the type lacks a method.
///
/// # Safety
/// Both must be descriptors.
pub unsafe fn find(inter: *const InterfaceType, ty: *const Type) -> Option<&'static Itab> {
    let known = || table().and_then(|t| t.find(inter, ty));
    let itab = known().unwrap_or_else(|| {
        let mut len = WRITER.lock();
        known().unwrap_or_else(|| {
            // SAFETY: by contract.
            let itab = unsafe { build(&*inter, &*ty) };
            insert(&mut len, itab);
            itab
        })
    });
    (!itab.fun[0].is_null()).then_some(itab)
}

/// The name of the first method that a type lacks.
fn missing(inter: &InterfaceType, ty: &Type) -> &'static str {
    let missing =
        interface_methods(inter).iter().find(|w| !methods(ty).iter().any(|h| matches(w, inter, h, ty)));
    // SAFETY: descriptors hold addresses of encoded names.
    missing.map_or("", |m| unsafe { Name::new(at(m.name)) }.as_str())
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.assertE2I"))]
    pub unsafe extern "C" fn assert_e2i(inter: *mut u8, ty: *mut u8) -> *mut u8 {
        let (inter, ty) = (inter.cast::<InterfaceType>(), ty.cast::<Type>());
        // SAFETY: by contract.
        unsafe {
            if ty.is_null() {
                go::panic_nil_dot_type(inter.cast());
            }
            match find(inter, ty) {
                Some(itab) => itab as *const Itab as *mut u8,
                None => go::panic_type_assert(ty, inter.cast(), missing(&*inter, &*ty)),
            }
        }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.assertE2I2"))]
    pub unsafe extern "C" fn assert_e2i2(inter: *mut u8, ty: *mut u8) -> *mut u8 {
        if ty.is_null() {
            return null_mut();
        }
        // SAFETY: by contract.
        let itab = unsafe { find(inter.cast(), ty.cast()) };
        itab.map_or(null_mut(), |itab| itab as *const Itab as *mut u8)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "internal/rtype.getitab"))]
    pub unsafe extern "C" fn getitab(inter: *mut u8, ty: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { assert_e2i2(inter, ty) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.itabFor"))]
    pub unsafe extern "C" fn itab_for(inter: *mut u8, ty: *mut u8) -> *mut u8 {
        // SAFETY: by contract.
        unsafe { assert_e2i2(inter, ty) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_finds_what_was_entered() {
        assert!(Table::new(0).find(null(), null()).is_none());
        let mut len = WRITER.lock();
        for i in 1..500usize {
            let itab = Box::leak(Box::new(Itab {
                inter: (i * 96) as *const InterfaceType,
                ty: (i * 64) as *const Type,
                hash: i as u32,
                pad: 0,
                fun: [null()],
            }));
            insert(&mut len, itab);
        }
        for i in 1..500usize {
            let found =
                table().unwrap().find((i * 96) as *const InterfaceType, (i * 64) as *const Type).unwrap();
            assert_eq!(found.hash, i as u32);
            assert!(table().unwrap().find((i * 96) as *const InterfaceType, 64000 as *const Type).is_none());
        }
    }
}
