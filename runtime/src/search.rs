//! Searches in bytes, 16 at a time: what `internal/bytealg` asks for. SSE2 belongs to every x86-64 processor; bytes are
//! looked for 32 at a time where the processor can do that.

mod wide;

use abi::layout::processor::AVX2;
use core::arch::x86_64::{
    __m128i, _mm_and_si128, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128, _mm_sad_epu8,
    _mm_set1_epi8, _mm_setzero_si128, _mm_sub_epi8, _mm_subs_epu8,
};

use crate::processor;

/// Bytes of a vector.
const LANES: usize = 16;

/// The vector at `s[i..]`.
#[inline(always)]
fn load(s: &[u8], i: usize) -> __m128i {
    debug_assert!(i + LANES <= s.len());
    // SAFETY: the callers make sure that 16 bytes are there; any alignment will do.
    unsafe { _mm_loadu_si128(s.as_ptr().add(i).cast()) }
}

/// A bit for each byte of `v` that is equal to that of `c`.
#[inline(always)]
fn equal_bits(v: __m128i, c: __m128i) -> u32 {
    // SAFETY: SSE2.
    unsafe { _mm_movemask_epi8(_mm_cmpeq_epi8(v, c)) as u32 }
}

#[inline(always)]
fn splat(c: u8) -> __m128i {
    // SAFETY: SSE2.
    unsafe { _mm_set1_epi8(c as i8) }
}

/// Index of the first `c`.
#[inline(always)]
pub fn index_byte(s: &[u8], c: u8) -> Option<usize> {
    let n = s.len();
    if n < LANES {
        return index_byte_short(s, c);
    }
    if n >= wide::LANES && processor::features() & AVX2 != 0 {
        // SAFETY: the processor has the instructions.
        let at = unsafe { wide::index_byte(s, c) };
        return (at != wide::NONE).then_some(at);
    }
    let wanted = splat(c);
    let mut i = 0;
    while i + 4 * LANES <= n {
        // SAFETY: SSE2.
        unsafe {
            let [a, b, c, d] = [0, 1, 2, 3].map(|k| _mm_cmpeq_epi8(load(s, i + k * LANES), wanted));
            if _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0 {
                let bits = |v: __m128i, k: usize| (_mm_movemask_epi8(v) as u64) << (k * LANES);
                let all = (bits(a, 0) | bits(b, 1)) | (bits(c, 2) | bits(d, 3));
                return Some(i + all.trailing_zeros() as usize);
            }
        }
        i += 4 * LANES;
    }
    while i + LANES <= n {
        let bits = equal_bits(load(s, i), wanted);
        if bits != 0 {
            return Some(i + bits.trailing_zeros() as usize);
        }
        i += LANES;
    }
    // The last vector overlaps what was looked at.
    let last = n - LANES;
    let bits = equal_bits(load(s, last), wanted);
    (bits != 0).then(|| last + bits.trailing_zeros() as usize)
}

/// [`index_byte`] in less than [`LANES`] bytes, by words that may overlap.
#[inline(always)]
fn index_byte_short(s: &[u8], c: u8) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    /// The highest bit of each byte of `word` that is 0, and of none before the first such byte.
    fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & (ONES << 7)
    }
    let wanted = ONES * u64::from(c);
    let found = |bits: u64, at: usize| at + bits.trailing_zeros() as usize / 8;
    if let (Some(first), Some(last)) = (s.first_chunk::<8>(), s.last_chunk::<8>()) {
        let bits = zeros(u64::from_le_bytes(*first) ^ wanted);
        if bits != 0 {
            return Some(found(bits, 0));
        }
        let bits = zeros(u64::from_le_bytes(*last) ^ wanted);
        return (bits != 0).then(|| found(bits, s.len() - 8));
    }
    s.iter().position(|&b| b == c)
}

/// Index of the last `c`.
pub fn last_index_byte(s: &[u8], c: u8) -> Option<usize> {
    let wanted = splat(c);
    let mut end = s.len();
    while end >= LANES {
        let bits = equal_bits(load(s, end - LANES), wanted);
        if bits != 0 {
            return Some(end - 1 - (bits << 16).leading_zeros() as usize);
        }
        end -= LANES;
    }
    s[..end].iter().rposition(|&b| b == c)
}

/// Number of bytes `c`.
pub fn count_byte(mut s: &[u8], c: u8) -> usize {
    let wanted = splat(c);
    let mut n = 0;
    if s.len() >= 4 * wide::LANES && processor::features() & AVX2 != 0 {
        // SAFETY: the processor has the instructions.
        let (found, done) = unsafe { wide::count_byte(s, c) };
        n = found;
        s = &s[done..];
    }
    let (blocks, rest) = s.as_chunks::<{ 255 * LANES }>();
    for block in blocks {
        n += count_vectors(block, wanted);
    }
    let whole = rest.len() / LANES * LANES;
    n += count_vectors(&rest[..whole], wanted);
    n + rest[whole..].iter().filter(|&&b| b == c).count()
}

/// [`count_byte`] in at most 255 whole vectors: the sum of a lane fits in a byte.
#[inline(always)]
fn count_vectors(s: &[u8], wanted: __m128i) -> usize {
    // SAFETY: SSE2; the vectors are inside `s`.
    unsafe {
        let mut sums = _mm_setzero_si128();
        for i in (0..s.len()).step_by(LANES) {
            sums = _mm_sub_epi8(sums, _mm_cmpeq_epi8(load(s, i), wanted));
        }
        let halves: [u64; 2] = core::mem::transmute(_mm_sad_epu8(sums, _mm_setzero_si128()));
        (halves[0] + halves[1]) as usize
    }
}

/// Most bytes of a string that is searched for as a word.
const WORD: usize = 8;

/// Index of the first `sep`, which has 2 to [`WORD`] bytes, in what is long enough for a vector of starts. A start where both
/// the first and the last byte fit is compared as a word, so that the time is linear whatever the bytes are.
#[inline(always)]
fn index_word(s: &[u8], sep: &[u8]) -> Option<usize> {
    let n = sep.len();
    debug_assert!((2..=WORD).contains(&n) && s.len() >= LANES + WORD);
    let (first, last) = (splat(sep[0]), splat(sep[n - 1]));
    let want = sep.iter().rev().fold(0u64, |w, &c| w << 8 | u64::from(c));
    let mask = u64::MAX >> (8 * (WORD - n));
    // The last vector of starts whose words lie inside; what is behind it fits in a vector more.
    let end = s.len() - LANES - WORD;
    let mut i = 0;
    loop {
        // SAFETY: SSE2; the vectors and words end at most `LANES + WORD` behind `i`, which is at most `end`.
        unsafe {
            let a = _mm_cmpeq_epi8(load(s, i), first);
            let b = _mm_cmpeq_epi8(load(s, i + n - 1), last);
            let mut bits = _mm_movemask_epi8(_mm_and_si128(a, b)) as u32;
            while bits != 0 {
                let at = i + bits.trailing_zeros() as usize;
                let word = s.as_ptr().add(at).cast::<u64>().read_unaligned();
                if (word ^ want) & mask == 0 {
                    return Some(at);
                }
                bits &= bits - 1;
            }
        }
        if i == end {
            break;
        }
        i = (i + LANES).min(end);
    }
    let rest = s.len() - WORD;
    // SAFETY: the last bytes.
    let word = unsafe { s.as_ptr().add(rest).cast::<u64>().read_unaligned() };
    (0..=WORD - n).find(|k| (word >> (8 * k) ^ want) & mask == 0).map(|k| rest + k)
}

/// Number of `sep`, which has at least two bytes, that do not overlap.
pub fn count(mut s: &[u8], sep: &[u8]) -> usize {
    let mut n = 0;
    while let Some(at) = index(s, sep) {
        s = &s[at + sep.len()..];
        n += 1;
    }
    n
}

/// A bit for each byte that is ASCII white space, and for each that is not ASCII, of the first 64 bytes. What is missing to 64
/// is white space.
pub fn space_bits(s: &[u8]) -> (u64, u64) {
    let (mut spaces, mut others) = (0, 0);
    let mut add = |v: __m128i, at: usize| {
        // SAFETY: SSE2. Of the bytes from tab on, those up to carriage return saturate to 0.
        unsafe {
            let from_tab = _mm_sub_epi8(v, splat(b'\t'));
            let control = _mm_cmpeq_epi8(_mm_subs_epu8(from_tab, splat(b'\r' - b'\t')), _mm_setzero_si128());
            let space = _mm_or_si128(control, _mm_cmpeq_epi8(v, splat(b' ')));
            spaces |= u64::from(_mm_movemask_epi8(space) as u32) << at;
            others |= u64::from(_mm_movemask_epi8(v) as u32) << at;
        }
    };
    const BITS: usize = u64::BITS as usize;
    let s = &s[..s.len().min(BITS)];
    let (vectors, rest) = s.as_chunks::<LANES>();
    for (k, v) in vectors.iter().enumerate() {
        add(load(v, 0), k * LANES);
    }
    if !rest.is_empty() {
        let mut last = [0; LANES];
        last[..rest.len()].copy_from_slice(rest);
        add(load(&last, 0), vectors.len() * LANES);
    }
    if s.len() < BITS {
        spaces |= u64::MAX << s.len();
    }
    (spaces, others)
}

/// Index of the first `sep`, which has at least two bytes.
///
/// Where both the first and the last byte of `sep` fit, the rest is compared (W. Muła, "SIMD-friendly algorithms for
/// substring searching", 2016). If that fails too often for the way made, the search goes on with hashes (R. Karp and
/// M. Rabin, 1987), whose time is linear whatever the bytes are.
pub fn index(s: &[u8], sep: &[u8]) -> Option<usize> {
    let n = sep.len();
    if n > s.len() {
        return None;
    }
    if n <= WORD && s.len() >= LANES + WORD {
        return index_word(s, sep);
    }
    let starts = s.len() - n + 1;
    let (first, last) = (splat(sep[0]), splat(sep[n - 1]));
    let mut fails = 0;
    let mut i = 0;
    while i + LANES <= starts {
        // SAFETY: SSE2; the second vector ends at most at the end of `s`.
        let mut bits = unsafe {
            let a = _mm_cmpeq_epi8(load(s, i), first);
            let b = _mm_cmpeq_epi8(load(s, i + n - 1), last);
            _mm_movemask_epi8(_mm_and_si128(a, b)) as u32
        };
        while bits != 0 {
            let at = i + bits.trailing_zeros() as usize;
            if same(&s[at..at + n], sep) {
                return Some(at);
            }
            bits &= bits - 1;
            fails += 1;
        }
        i += LANES;
        if fails > 8 + i / 8 {
            return index_hash(&s[i..], sep).map(|at| i + at);
        }
    }
    (i..starts).find(|&at| s[at] == sep[0] && s[at + n - 1] == sep[n - 1] && same(&s[at..at + n], sep))
}

/// Whether two slices of the same length are equal. Short ones are the rule, and not worth a call.
#[inline(always)]
fn same(a: &[u8], b: &[u8]) -> bool {
    let n = b.len();
    if n >= LANES {
        return a == b;
    }
    a.iter().zip(b).all(|(x, y)| x == y)
}

/// The base of the hashes: that of the FNV hash.
const PRIME: u32 = 16777619;

fn index_hash(s: &[u8], sep: &[u8]) -> Option<usize> {
    let n = sep.len();
    if n > s.len() {
        return None;
    }
    let hash = |s: &[u8]| s.iter().fold(0u32, |h, &c| h.wrapping_mul(PRIME).wrapping_add(u32::from(c)));
    let pow = (0..n).fold(1u32, |p, _| p.wrapping_mul(PRIME));
    let want = hash(sep);
    let mut h = hash(&s[..n]);
    let mut i = 0;
    loop {
        if h == want && &s[i..i + n] == sep {
            return Some(i);
        }
        if i + n == s.len() {
            return None;
        }
        h = h
            .wrapping_mul(PRIME)
            .wrapping_add(u32::from(s[i + n]))
            .wrapping_sub(pow.wrapping_mul(u32::from(s[i])));
        i += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    /// Bytes of a small alphabet, so that there are many near matches.
    fn text(n: usize, seed: u32) -> Vec<u8> {
        let mut x = seed | 1;
        let mut next = || {
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
            b'a' + (x >> 8 & 3) as u8
        };
        (0..n).map(|_| next()).collect()
    }

    #[test]
    fn bytes_are_found_at_every_place() {
        look_at_every_place();
        processor::init();
        look_at_every_place();
    }

    fn look_at_every_place() {
        for n in 0..600 {
            let mut s: Vec<u8> = core::iter::repeat_n(b'.', n).collect();
            assert_eq!(index_byte(&s, b'x'), None);
            assert_eq!(last_index_byte(&s, b'x'), None);
            assert_eq!(count_byte(&s, b'.'), n);
            for i in 0..n {
                s[i] = b'x';
                assert_eq!(index_byte(&s, b'x'), Some(i));
                assert_eq!(last_index_byte(&s, b'x'), Some(i));
                assert_eq!(count_byte(&s, b'x'), 1);
                s[i] = b'.';
            }
        }
        let mut long = text(100_000, 9);
        assert_eq!(count_byte(&long, b'b'), long.iter().filter(|&&c| c == b'b').count());
        long.fill(1);
        assert_eq!((count_byte(&long, 1), count_byte(&long, 0)), (long.len(), 0));
        for n in 0..24 {
            for c in 0..=255 {
                let s: Vec<u8> = (0..n).map(|i| c ^ (0x80u16 >> (i % 9)) as u8).collect();
                assert_eq!(index_byte(&s, c), s.iter().position(|&b| b == c), "{s:?}");
            }
        }
    }

    #[test]
    fn substrings_are_found_as_by_windows() {
        for seed in 0..40 {
            let s = text(150, seed * 77 + 3);
            for n in 2..24 {
                let sep = text(n, seed * 31 + n as u32);
                assert_eq!(index(&s, &sep), s.windows(n).position(|w| w == sep));
                let own = &s[150 - n..];
                assert_eq!(index(&s, own), s.windows(n).position(|w| w == own));
                assert_eq!(index_hash(&s, own), s.windows(n).position(|w| w == own));
            }
        }
        let s: Vec<u8> = core::iter::repeat_n(b'a', 5000).collect();
        let mut sep: Vec<u8> = core::iter::repeat_n(b'a', 40).collect();
        sep[20] = b'b';
        assert_eq!(index(&s, &sep), None);
    }

    #[test]
    fn words_are_found_at_every_place() {
        for n in 2..=WORD {
            let sep: Vec<u8> = (b'1'..).take(n).collect();
            for size in LANES + WORD..LANES + WORD + 40 {
                let mut s: Vec<u8> = core::iter::repeat_n(b'1', size).collect();
                assert_eq!((index(&s, &sep), count(&s, &sep)), (None, 0));
                for at in 0..=size - n {
                    s[at..at + n].copy_from_slice(&sep);
                    assert_eq!((index(&s, &sep), count(&s, &sep)), (Some(at), 1), "{n} bytes of {size}");
                    s[at..at + n].fill(b'1');
                }
            }
        }
        assert_eq!((count(b"aaaaa", b"aa"), count(&[b'a'; 101], b"aaa")), (2, 33));
    }

    #[test]
    fn spaces_are_those_of_ascii() {
        let all: Vec<u8> = (0..=255).collect();
        let is_space = |c: u8| matches!(c, b'\t'..=b'\r' | b' ');
        for from in 0..256 {
            let s = &all[from..];
            let (spaces, others) = space_bits(s);
            for k in 0..64 {
                assert_eq!(spaces >> k & 1 != 0, s.get(k).is_none_or(|&c| is_space(c)), "{k} from {from}");
                assert_eq!(others >> k & 1 != 0, s.get(k).is_some_and(|&c| c >= 0x80), "{k} from {from}");
            }
        }
    }
}
