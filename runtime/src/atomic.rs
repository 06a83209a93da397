//! `internal/atomic`: sequentially consistent operations on words, for where the compiler does not emit the
//! instruction itself.

use crate::gc::barrier::before_overwrite;
use core::sync::atomic::{AtomicI32, AtomicI64, Ordering::SeqCst};

macro_rules! operations {
    ($($symbol:literal $name:ident: $word:ident($value:ty) ($a:ident $(, $v:ident)*) $(-> $r:ty)? $body:block)*) => { $(
        #[doc = concat!("`", $symbol, "`, see the table.")]
        ///
        /// # Safety
        /// The first argument must be the address of an aligned word.
        #[cfg_attr(feature = "entry", unsafe(export_name = $symbol))]
        pub unsafe extern "C" fn $name(p: *mut u8 $(, $v: $value)*) $(-> $r)? {
            // SAFETY: by contract.
            let $a = unsafe { $word::from_ptr(p.cast()) };
            $body
        }
    )* };
}

operations! {
    "internal/atomic.Load32" load32: AtomicI32(i32) (a) -> i32 { a.load(SeqCst) }
    "internal/atomic.Load64" load64: AtomicI64(i64) (a) -> i64 { a.load(SeqCst) }
    "internal/atomic.LoadPtr" load_ptr: AtomicI64(i64) (a) -> *mut u8 { a.load(SeqCst) as *mut u8 }
    "internal/atomic.Store32" store32: AtomicI32(i32) (a, v) { a.store(v, SeqCst) }
    "internal/atomic.Store64" store64: AtomicI64(i64) (a, v) { a.store(v, SeqCst) }
    "internal/atomic.StorePtr" store_ptr: AtomicI64(*mut u8) (a, v) {
        before_overwrite(a.as_ptr().cast(), 8);
        a.store(v as i64, SeqCst)
    }
    "internal/atomic.Xchg32" xchg32: AtomicI32(i32) (a, v) -> i32 { a.swap(v, SeqCst) }
    "internal/atomic.Xchg64" xchg64: AtomicI64(i64) (a, v) -> i64 { a.swap(v, SeqCst) }
    "internal/atomic.XchgPtr" xchg_ptr: AtomicI64(*mut u8) (a, v) -> *mut u8 {
        before_overwrite(a.as_ptr().cast(), 8);
        a.swap(v as i64, SeqCst) as *mut u8
    }
    "internal/atomic.Cas32" cas32: AtomicI32(i32) (a, old, new) -> u8 {
        a.compare_exchange(old, new, SeqCst, SeqCst).is_ok() as u8
    }
    "internal/atomic.Cas64" cas64: AtomicI64(i64) (a, old, new) -> u8 {
        a.compare_exchange(old, new, SeqCst, SeqCst).is_ok() as u8
    }
    "internal/atomic.CasPtr" cas_ptr: AtomicI64(*mut u8) (a, old, new) -> u8 {
        before_overwrite(a.as_ptr().cast(), 8);
        a.compare_exchange(old as i64, new as i64, SeqCst, SeqCst).is_ok() as u8
    }
    "internal/atomic.Add32" add32: AtomicI32(i32) (a, d) -> i32 { a.fetch_add(d, SeqCst).wrapping_add(d) }
    "internal/atomic.Add64" add64: AtomicI64(i64) (a, d) -> i64 { a.fetch_add(d, SeqCst).wrapping_add(d) }
    "internal/atomic.And32" and32: AtomicI32(i32) (a, m) -> i32 { a.fetch_and(m, SeqCst) }
    "internal/atomic.And64" and64: AtomicI64(i64) (a, m) -> i64 { a.fetch_and(m, SeqCst) }
    "internal/atomic.Or32" or32: AtomicI32(i32) (a, m) -> i32 { a.fetch_or(m, SeqCst) }
    "internal/atomic.Or64" or64: AtomicI64(i64) (a, m) -> i64 { a.fetch_or(m, SeqCst) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_old_or_new_as_go_wants() {
        let mut word = 5i64;
        let p = (&raw mut word).cast::<u8>();
        // SAFETY: an aligned word.
        unsafe {
            assert_eq!((add64(p, -7), load64(p)), (-2, -2));
            assert_eq!((xchg64(p, 12), cas64(p, 1, 2), cas64(p, 12, 10)), (-2, 0, 1));
            assert_eq!((and64(p, 2), or64(p, 5), load64(p)), (10, 2, 7));
            store32(p, i32::MAX);
            assert_eq!(add32(p, 1), i32::MIN);
        }
    }
}
