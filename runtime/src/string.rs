//! Strings: concatenation, comparison, conversions.

use abi::layout::GoString;
use core::arch::naked_asm;
use core::ptr::null_mut;

use crate::exports::Pair;
use crate::{fatal, mem, memcpy, utf8};

/// A string or byte slice as a Rust slice.
///
/// # Safety
/// `p` must be readable for `n` bytes if `n` is not 0.
pub unsafe fn bytes<'a>(p: *const u8, n: i64) -> &'a [u8] {
    if n <= 0 {
        return &[];
    }
    // SAFETY: by contract.
    unsafe { core::slice::from_raw_parts(p, n as usize) }
}

/// Fresh memory for `n` bytes, null for none.
fn new(n: usize) -> *mut u8 {
    if n == 0 { null_mut() } else { mem::new_bytes(n) }
}

/// The parts joined. A single part that is not empty is returned as it is.
///
/// # Safety
/// The parts must be strings.
unsafe fn concat(parts: &[GoString]) -> (*mut u8, usize) {
    let mut total = 0usize;
    let mut last = None;
    let mut count = 0;
    for part in parts.iter().filter(|p| p.len != 0) {
        let Some(sum) = total.checked_add(part.len as usize).filter(|&n| n <= isize::MAX as usize) else {
            fatal::throw(b"string concatenation too long")
        };
        total = sum;
        count += 1;
        last = Some(part);
    }
    match last {
        None => return (null_mut(), 0),
        Some(part) if count == 1 => return (part.ptr as *mut u8, total),
        Some(_) => {}
    }
    let start = mem::new_bytes(total);
    let mut at = start;
    for part in parts {
        // SAFETY: by contract; the sum of the lengths has been allocated.
        unsafe {
            at.copy_from_nonoverlapping(part.ptr, part.len as usize);
            at = at.add(part.len as usize);
        }
    }
    (start, total)
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.concatstrings"))]
    pub unsafe extern "C" fn concatstrings(a: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        // SAFETY: by contract.
        let (p, len) = unsafe {
            let parts = if n == 0 { &[] } else { core::slice::from_raw_parts(a.cast(), n as usize) };
            concat(parts)
        };
        Pair(p, len as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.cmpstring"))]
    pub unsafe extern "C" fn cmpstring(p: *mut u8, n: i64, q: *mut u8, m: i64) -> i64 {
        // SAFETY: by contract.
        unsafe { bytes(p, n).cmp(bytes(q, m)) as i64 }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.slicebytetostring"))]
    pub unsafe extern "C" fn slicebytetostring(p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        let to = new(n as usize);
        // SAFETY: by contract, and fresh memory.
        unsafe { to.copy_from_nonoverlapping(p, if n == 0 { 0 } else { n as usize }) };
        Pair(to, n)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.stringtoslicebyte"))]
    pub unsafe extern "C" fn stringtoslicebyte(p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        if n == 0 {
            // Not nil: the conversion of an empty string is an empty slice.
            return Pair(mem::heap::zero_base(), 0);
        }
        let cap = mem::size_class::round_up_size(n as usize, false);
        let to = mem::new_bytes(cap);
        // SAFETY: by contract, and fresh memory.
        unsafe { to.copy_from_nonoverlapping(p, n as usize) };
        Pair(to, cap as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.slicerunetostring"))]
    pub unsafe extern "C" fn slicerunetostring(p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        if n == 0 {
            return Pair(null_mut(), 0);
        }
        // SAFETY: by contract.
        let runes: &[u32] = unsafe { core::slice::from_raw_parts(p.cast(), n as usize) };
        let total: usize = runes.iter().map(|&r| utf8::encoded_len(r)).sum();
        let start = new(total);
        let mut at = start;
        let mut buf = [0; 4];
        for &rune in runes {
            let len = utf8::encode(rune, &mut buf);
            // SAFETY: the sum of the lengths has been allocated.
            unsafe {
                at.copy_from_nonoverlapping(buf.as_ptr(), len);
                at = at.add(len);
            }
        }
        Pair(start, total as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.stringtoslicerune"))]
    pub unsafe extern "C" fn stringtoslicerune(p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        // SAFETY: by contract.
        let text = unsafe { bytes(p, n) };
        let count = utf8::count(text);
        let to = mem::new_bytes(count * 4).cast::<u32>();
        let (mut i, mut at) = (0, to);
        while i < text.len() {
            let (rune, width) = utf8::decode(&text[i..]);
            // SAFETY: `count` runes have been allocated.
            unsafe {
                at.write(rune);
                at = at.add(1);
            }
            i += width;
        }
        Pair(to.cast(), count as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.intstring"))]
    pub unsafe extern "C" fn intstring(v: i64) -> Pair<*mut u8, i64> {
        let mut buf = [0; 4];
        let len = utf8::encode(u32::try_from(v).unwrap_or(utf8::RUNE_ERROR), &mut buf);
        let to = new(len);
        // SAFETY: fresh memory.
        unsafe { to.copy_from_nonoverlapping(buf.as_ptr(), len) };
        Pair(to, len as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.decoderune"))]
    pub unsafe extern "C" fn decoderune(p: *mut u8, n: i64, k: i64) -> Pair<i64, i64> {
        // SAFETY: by contract `k` is below `n`.
        let (rune, width) = utf8::decode(unsafe { &bytes(p, n)[k as usize..] });
        Pair(rune as i64, k + width as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.countrunes"))]
    pub unsafe extern "C" fn countrunes(p: *mut u8, n: i64) -> i64 {
        // SAFETY: by contract.
        utf8::count(unsafe { bytes(p, n) }) as i64
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.memequal"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn memequal(p: *mut u8, q: *mut u8, n: i64) -> u8 {
        naked_asm!("jmp {}", sym memcpy::memequal)
    }
}

#[cfg(test)]
mod tests {
    use super::export::*;
    use super::*;

    fn text(p: Pair<*mut u8, i64>) -> String {
        // SAFETY: the results are strings of UTF-8.
        String::from_utf8(unsafe { bytes(p.0, p.1) }.to_vec()).unwrap()
    }

    fn string(s: &str) -> GoString {
        GoString { ptr: s.as_ptr(), len: s.len() as isize }
    }

    #[test]
    fn concatenation() {
        let _serial = crate::mem::tests::serial();
        let of = |parts: &[&str]| {
            let parts: Vec<GoString> = parts.iter().map(|s| string(s)).collect();
            // SAFETY: strings.
            unsafe { concatstrings(parts.as_ptr() as *mut u8, parts.len() as i64) }
        };
        assert_eq!(text(of(&["ab", "", "cde"])), "abcde");
        assert_eq!(text(of(&["", ""])), "");
        let single = "only";
        assert_eq!(of(&["", single]).0 as *const u8, single.as_ptr(), "not copied");
    }

    #[test]
    fn runes_and_bytes() {
        let _serial = crate::mem::tests::serial();
        let s = "añ世\u{1f600}";
        let p = s.as_ptr() as *mut u8;
        // SAFETY: strings and what the conversions return.
        unsafe {
            let runes = stringtoslicerune(p, s.len() as i64);
            assert_eq!(runes.1, 4);
            assert_eq!(text(slicerunetostring(runes.0, runes.1)), s);
            assert_eq!(text(slicebytetostring(p, s.len() as i64)), s);
            let b = stringtoslicebyte(p, s.len() as i64);
            assert_eq!((bytes(b.0, s.len() as i64), b.1), (s.as_bytes(), 16));
            assert!(!stringtoslicebyte(p, 0).0.is_null());
            assert_eq!(text(intstring(0x4e16)), "世");
            assert_eq!(text(intstring(-1)), "\u{fffd}");
            assert_eq!(text(intstring(0xd800)), "\u{fffd}");
            assert_eq!(decoderune(p, s.len() as i64, 1).1, 3);
            let less = cmpstring(p, 1, p, 2);
            assert_eq!((less, cmpstring(p, 2, p, 1), cmpstring(p, 2, p, 2)), (-1, 1, 0));
        }
    }
}
