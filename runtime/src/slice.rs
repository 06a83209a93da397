//! Slices: `make` and the growth of `append`.

use abi::layout::{GoSlice, PanicCode, Type};

use crate::gc::barrier;
use crate::mem::size_class::round_up_size;
use crate::{go, mem};

/// Bytes that no object can exceed (gc: `maxAlloc`).
const MAX_ALLOC: usize = 1 << 48;
/// Capacity up to which append doubles.
const THRESHOLD: i64 = 256;

/// `n` elements in bytes, if that can be allocated.
fn bytes_of(elem: &Type, n: i64) -> Option<usize> {
    usize::try_from(n).ok()?.checked_mul(elem.size).filter(|&b| b <= MAX_ALLOC)
}

/// The capacity that append aims at: double up to 256, then a transition to a quarter more
/// (gc: `slice.go`, `nextslicecap`).
fn next_capacity(new_len: i64, old_cap: i64) -> i64 {
    let double = old_cap.wrapping_add(old_cap);
    if new_len > double {
        return new_len;
    }
    if old_cap < THRESHOLD {
        return double;
    }
    let mut cap = old_cap;
    loop {
        cap = cap.wrapping_add((cap.wrapping_add(3 * THRESHOLD)) >> 2);
        if cap as u64 >= new_len as u64 {
            break;
        }
    }
    if cap <= 0 { new_len } else { cap }
}

/// Capacity and bytes of the array that append allocates, `None` if it is too long.
fn grown(elem: &Type, new_len: i64, old_cap: i64) -> Option<(i64, usize)> {
    if new_len < 0 {
        return None;
    }
    let wanted = bytes_of(elem, next_capacity(new_len, old_cap))?;
    let bytes = round_up_size(wanted, elem.ptr_bytes != 0);
    let cap = bytes / elem.size;
    (cap * elem.size <= MAX_ALLOC).then_some((cap as i64, cap * elem.size))
}

/// The array of `make([]T, len, cap)`.
fn make(elem: &Type, len: i64, cap: i64) -> *mut u8 {
    match bytes_of(elem, cap) {
        // SAFETY: a descriptor.
        Some(bytes) if 0 <= len && len <= cap => unsafe { mem::allocate(bytes, elem) },
        // When only a length was given it is what was wrong.
        _ if bytes_of(elem, len).is_none() => go::panic_code(PanicCode::MakeSliceLen),
        _ => go::panic_code(PanicCode::MakeSliceCap),
    }
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.makeslice"))]
    pub unsafe extern "C" fn makeslice(ty: *mut u8, len: i64, cap: i64) -> *mut u8 {
        // SAFETY: a descriptor.
        make(unsafe { &*ty.cast() }, len, cap)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.growslice"))]
    pub unsafe extern "C" fn growslice(
        out: *mut u8,
        old: *mut u8,
        new_len: i64,
        old_cap: i64,
        num: i64,
        ty: *mut u8,
    ) {
        // SAFETY: a descriptor.
        let elem = unsafe { &*ty.cast::<Type>() };
        let slice = if elem.size == 0 && new_len >= 0 {
            GoSlice { ptr: mem::heap::zero_base(), len: new_len as isize, cap: new_len as isize }
        } else {
            let Some((cap, bytes)) = grown(elem, new_len, old_cap) else {
                go::panic_code(PanicCode::GrowSliceLen)
            };
            // SAFETY: a descriptor; the old array has `new_len - num` elements.
            let ptr = unsafe {
                let ptr = if elem.ptr_bytes == 0 {
                    // The new elements are overwritten by whoever asked.
                    let ptr = mem::new_dirty_bytes(bytes);
                    let used = new_len as usize * elem.size;
                    ptr.add(used).write_bytes(0, bytes - used);
                    ptr
                } else {
                    mem::allocate(bytes, elem)
                };
                ptr.copy_from_nonoverlapping(old, (new_len - num) as usize * elem.size);
                ptr
            };
            GoSlice { ptr, len: new_len as isize, cap: cap as isize }
        };
        barrier::before_overwrite(out, size_of::<GoSlice>());
        // SAFETY: by contract.
        unsafe { out.cast::<GoSlice>().write(slice) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::fake;
    use abi::layout::Kind;

    /// Capacities seen by appending one element at a time, printed by gc 1.27.3.
    #[test]
    fn growth_is_gcs() {
        let series = |elem: *const Type, steps: usize| {
            let (mut cap, mut len, mut seen) = (0, 0, Vec::new());
            while seen.len() < steps {
                len += 1;
                if len > cap {
                    // SAFETY: a descriptor.
                    cap = grown(unsafe { &*elem }, len, cap).unwrap().0;
                    seen.push(cap);
                    len = cap;
                }
            }
            seen
        };
        let bytes = series(fake::basic(Kind::Uint8), 12);
        assert_eq!(bytes, [8, 16, 32, 64, 128, 256, 512, 896, 1408, 2048, 3072, 4096]);
        let ints = series(fake::basic(Kind::Int), 14);
        assert_eq!(ints, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560]);
        let strings = series(fake::basic(Kind::String), 13);
        assert_eq!(strings, [1, 2, 4, 8, 16, 32, 71, 143, 303, 591, 1023, 1535, 2560]);
        let three =
            fake::structure(&[("A", fake::basic(Kind::Int), 0), ("B", fake::basic(Kind::String), 8)], 24);
        assert_eq!(series(three, 8), [1, 2, 4, 8, 16, 37, 74, 170]);
    }

    #[test]
    fn several_at_once_and_limits() {
        // SAFETY: descriptors.
        let int = unsafe { &*fake::basic(Kind::Int) };
        assert_eq!(grown(int, 5, 0).unwrap().0, 6);
        assert_eq!(grown(int, 5, 4).unwrap().0, 8);
        assert_eq!(grown(int, i64::MAX, 4), None);
        assert_eq!(grown(int, -1, 4), None);
        assert_eq!(next_capacity(i64::MAX, i64::MAX - 1), i64::MAX);
    }

    #[test]
    fn grow_copies_the_old_elements() {
        let _serial = crate::mem::tests::serial();
        let old = [1i64, 2, 3];
        let mut out = GoSlice { ptr: core::ptr::null_mut(), len: 0, cap: 0 };
        // SAFETY: a slice of ints.
        unsafe {
            export::growslice(
                (&raw mut out).cast(),
                old.as_ptr() as *mut u8,
                4,
                3,
                1,
                fake::basic(Kind::Int) as *mut u8,
            );
            assert_eq!((out.len, out.cap), (4, 6));
            assert_eq!(core::slice::from_raw_parts(out.ptr.cast::<i64>(), 4), [1, 2, 3, 0]);
        }
    }

    #[test]
    #[should_panic(expected = "panicrt")]
    fn negative_length_panics() {
        // SAFETY: a descriptor.
        make(unsafe { &*fake::basic(Kind::Int) }, -1, -1);
    }
}
