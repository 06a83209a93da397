//! Strings: concatenation, comparison, conversions.

use abi::layout::{GoString, SMALL_STRING};
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

/// Memory for `n` bytes: the buffer if they fit, null for none.
fn room(buf: *mut u8, n: usize) -> *mut u8 {
    match n {
        0 => null_mut(),
        _ if n <= SMALL_STRING && !buf.is_null() => buf,
        _ => mem::new_dirty_bytes(n),
    }
}

/// The parts joined. A single part that is not empty is returned as it is.
///
/// # Safety
/// The parts must be strings, the buffer one of the table's.
unsafe fn concat(buf: *mut u8, parts: &[GoString]) -> (*mut u8, usize) {
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
    let start = room(buf, total);
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

/// How two strings are ordered: below, at or above 0. Short ones are the rule, and compared as numbers whose first byte is on
/// top: the first bytes and, unless they decide, the last ones, which may overlap with those.
///
/// # Safety
/// Pointers to so many bytes.
#[inline(always)]
unsafe fn compare(p: *const u8, n: usize, q: *const u8, m: usize) -> i64 {
    let both = n.min(m);
    // SAFETY: the callers stay within `both` bytes.
    let word = |s: *const u8, at: usize| unsafe { u64::from_be(s.add(at).cast::<u64>().read_unaligned()) };
    // SAFETY: as above.
    let half = |s: *const u8, at: usize| unsafe { u32::from_be(s.add(at).cast::<u32>().read_unaligned()) };
    let halves = |s: *const u8| u64::from(half(s, 0)) << 32 | u64::from(half(s, both - 4));
    // SAFETY: by contract.
    let differ = unsafe {
        match both {
            0 => (0, 0),
            1..4 => {
                let three = |s: *const u8| {
                    u64::from(*s) << 16 | u64::from(*s.add(both / 2)) << 8 | u64::from(*s.add(both - 1))
                };
                (three(p), three(q))
            }
            4..8 => (halves(p), halves(q)),
            _ => {
                let first = (word(p, 0), word(q, 0));
                if first.0 != first.1 {
                    first
                } else if both <= 16 {
                    (word(p, both - 8), word(q, both - 8))
                } else {
                    let rest = |s: *const u8| core::slice::from_raw_parts(s.add(8), both - 8);
                    let order = if p == q { 0 } else { rest(p).cmp(rest(q)) as i64 };
                    if order != 0 {
                        return order;
                    }
                    (0, 0)
                }
            }
        }
    };
    if differ.0 != differ.1 {
        return if differ.0 < differ.1 { -1 } else { 1 };
    }
    (n > m) as i64 - (n < m) as i64
}

/// The entry points.
pub mod export {
    use super::*;

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.concatstrings"))]
    pub unsafe extern "C" fn concatstrings(buf: *mut u8, a: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        // SAFETY: by contract.
        let (p, len) = unsafe {
            let parts = if n == 0 { &[] } else { core::slice::from_raw_parts(a.cast(), n as usize) };
            concat(buf, parts)
        };
        Pair(p, len as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.cmpstring"))]
    pub unsafe extern "C" fn cmpstring(p: *mut u8, n: i64, q: *mut u8, m: i64) -> i64 {
        // SAFETY: by contract.
        unsafe { compare(p, n as usize, q, m as usize) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.slicebytetostring"))]
    pub unsafe extern "C" fn slicebytetostring(buf: *mut u8, p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        let to = room(buf, n as usize);
        // SAFETY: by contract; there is room.
        unsafe { to.copy_from_nonoverlapping(p, if n == 0 { 0 } else { n as usize }) };
        Pair(to, n)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.stringtoslicebyte"))]
    pub unsafe extern "C" fn stringtoslicebyte(buf: *mut u8, p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        if n as usize <= SMALL_STRING && !buf.is_null() {
            // SAFETY: by contract. What the capacity lets the program see is zero.
            unsafe {
                buf.write_bytes(0, SMALL_STRING);
                buf.copy_from_nonoverlapping(p, if n == 0 { 0 } else { n as usize });
            }
            return Pair(buf, SMALL_STRING as i64);
        }
        if n == 0 {
            // Not nil: the conversion of an empty string is an empty slice.
            return Pair(mem::heap::zero_base(), 0);
        }
        let cap = mem::size_class::round_up_size(n as usize, false);
        let to = mem::new_dirty_bytes(cap);
        // SAFETY: by contract, and fresh memory.
        unsafe {
            to.copy_from_nonoverlapping(p, n as usize);
            to.add(n as usize).write_bytes(0, cap - n as usize);
        }
        Pair(to, cap as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.slicerunetostring"))]
    pub unsafe extern "C" fn slicerunetostring(buf: *mut u8, p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        if n == 0 {
            return Pair(null_mut(), 0);
        }
        // SAFETY: by contract.
        let runes: &[u32] = unsafe { core::slice::from_raw_parts(p.cast(), n as usize) };
        let total: usize = runes.iter().map(|&r| utf8::encoded_len(r)).sum();
        let start = room(buf, total);
        let mut at = start;
        let mut encoded = [0; 4];
        for &rune in runes {
            let len = utf8::encode(rune, &mut encoded);
            // SAFETY: there is room for the sum of the lengths.
            unsafe {
                at.copy_from_nonoverlapping(encoded.as_ptr(), len);
                at = at.add(len);
            }
        }
        Pair(start, total as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.stringtoslicerune"))]
    pub unsafe extern "C" fn stringtoslicerune(buf: *mut u8, p: *mut u8, n: i64) -> Pair<*mut u8, i64> {
        const RUNE: usize = size_of::<u32>();
        // SAFETY: by contract.
        let text = unsafe { bytes(p, n) };
        let count = utf8::count(text);
        let (to, cap) = if count <= SMALL_STRING && !buf.is_null() {
            // SAFETY: by contract. What the capacity lets the program see is zero.
            unsafe { buf.write_bytes(0, SMALL_STRING * RUNE) };
            (buf, SMALL_STRING)
        } else {
            let bytes = mem::size_class::round_up_size(count * RUNE, false);
            (mem::new_bytes(bytes), bytes / RUNE)
        };
        let to = to.cast::<u32>();
        let (mut i, mut at) = (0, to);
        while i < text.len() {
            let (rune, width) = utf8::decode(&text[i..]);
            // SAFETY: there is room for `count` runes.
            unsafe {
                at.write(rune);
                at = at.add(1);
            }
            i += width;
        }
        Pair(to.cast(), (count | (cap - count) << 48) as i64)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.intstring"))]
    pub unsafe extern "C" fn intstring(buf: *mut u8, v: i64) -> Pair<*mut u8, i64> {
        let mut encoded = [0; 4];
        let len = utf8::encode(u32::try_from(v).unwrap_or(utf8::RUNE_ERROR), &mut encoded);
        let to = room(buf, len);
        // SAFETY: there is room.
        unsafe { to.copy_from_nonoverlapping(encoded.as_ptr(), len) };
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

    #[test]
    fn strings_are_ordered_as_slices() {
        let text: Vec<u8> = (0..40u8).map(|i| i.wrapping_mul(37)).collect();
        for n in 0..text.len() {
            for m in 0..text.len() {
                for at in 0..m.max(1) {
                    let (a, mut b) = (text[..n].to_vec(), text[..m].to_vec());
                    if let Some(c) = b.get_mut(at) {
                        *c ^= 0x81;
                    }
                    // SAFETY: slices.
                    let order = unsafe { compare(a.as_ptr(), n, b.as_ptr(), m) };
                    assert_eq!(order, a.cmp(&b) as i64, "{a:?} {b:?}");
                }
                // SAFETY: as above.
                let order = unsafe { compare(text.as_ptr(), n, text.as_ptr(), m) };
                assert_eq!(order, n.cmp(&m) as i64);
            }
        }
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
            unsafe { concatstrings(null_mut(), parts.as_ptr() as *mut u8, parts.len() as i64) }
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
            let runes = stringtoslicerune(null_mut(), p, s.len() as i64);
            assert_eq!(runes.1, 4, "and no more room");
            assert_eq!(text(slicerunetostring(null_mut(), runes.0, 4)), s);
            assert_eq!(text(slicebytetostring(null_mut(), p, s.len() as i64)), s);
            let b = stringtoslicebyte(null_mut(), p, s.len() as i64);
            assert_eq!((bytes(b.0, s.len() as i64), b.1), (s.as_bytes(), 16));
            assert!(!stringtoslicebyte(null_mut(), p, 0).0.is_null());
            assert_eq!(text(intstring(null_mut(), 0x4e16)), "世");
            assert_eq!(text(intstring(null_mut(), -1)), "\u{fffd}");
            assert_eq!(text(intstring(null_mut(), 0xd800)), "\u{fffd}");
            assert_eq!(decoderune(p, s.len() as i64, 1).1, 3);
            let less = cmpstring(p, 1, p, 2);
            assert_eq!((less, cmpstring(p, 2, p, 1), cmpstring(p, 2, p, 2)), (-1, 1, 0));
        }
    }

    #[test]
    fn what_is_small_goes_to_the_buffer() {
        let _serial = crate::mem::tests::serial();
        let mut buf = [1u32; SMALL_STRING];
        let at = buf.as_mut_ptr().cast::<u8>();
        let long = "x".repeat(SMALL_STRING + 1);
        let n = SMALL_STRING as i64;
        // SAFETY: strings, and a buffer for as many runes.
        unsafe {
            let p = long.as_ptr() as *mut u8;
            assert_eq!(slicebytetostring(at, p, n).0, at);
            assert_ne!(slicebytetostring(at, p, n + 1).0, at);
            let b = stringtoslicebyte(at, p, 3);
            assert_eq!((b.0, b.1, bytes(at, 4)), (at, n, &b"xxx\0"[..]));
            assert_ne!(stringtoslicebyte(at, p, n + 1).0, at);
            assert_eq!(stringtoslicebyte(at, p, 0).0, at, "not nil");
            let runes = stringtoslicerune(at, p, 2);
            assert_eq!((runes.0, runes.1), (at, 2 | (n - 2) << 48));
            let parts = [string("ab"), string("c")];
            let joined = concatstrings(at, parts.as_ptr() as *mut u8, 2);
            assert_eq!((joined.0, joined.1, bytes(at, 3)), (at, 3, &b"abc"[..]));
            assert_eq!(intstring(at, 0x4e16).0, at);
        }
    }
}
