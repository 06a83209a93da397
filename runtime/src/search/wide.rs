//! Searches 32 bytes at a time, for processors with AVX2.

use core::arch::x86_64::{
    __m256i, _mm256_add_epi64, _mm256_cmpeq_epi8, _mm256_loadu_si256, _mm256_movemask_epi8, _mm256_or_si256,
    _mm256_sad_epu8, _mm256_set1_epi8, _mm256_setzero_si256, _mm256_sub_epi8,
};

/// Bytes of a vector.
pub const LANES: usize = 32;
/// Bytes of a step in long slices.
const BLOCK: usize = 4 * LANES;

/// The vector at `s[i..]`.
#[inline]
#[target_feature(enable = "avx2")]
fn load(s: &[u8], i: usize) -> __m256i {
    debug_assert!(i + LANES <= s.len());
    // SAFETY: the callers make sure that 32 bytes are there; any alignment will do.
    unsafe { _mm256_loadu_si256(s.as_ptr().add(i).cast()) }
}

/// A bit for each byte of `s[i..]` that is equal to that of `c`.
#[inline]
#[target_feature(enable = "avx2")]
fn equal_bits(s: &[u8], i: usize, c: __m256i) -> u32 {
    _mm256_movemask_epi8(_mm256_cmpeq_epi8(load(s, i), c)) as u32
}

/// What [`index_byte`] returns if there is none: -1, and so the result in Go.
pub const NONE: usize = usize::MAX;

/// Index of the first `c` in at least [`LANES`] bytes.
#[target_feature(enable = "avx2")]
pub fn index_byte(s: &[u8], c: u8) -> usize {
    let n = s.len();
    let wanted = _mm256_set1_epi8(c as i8);
    let mut i = 0;
    // It is often near.
    while i + LANES <= n {
        let bits = equal_bits(s, i, wanted);
        if bits != 0 {
            return i + bits.trailing_zeros() as usize;
        }
        i += LANES;
        if i == BLOCK {
            while i + BLOCK <= n {
                let [a, b, c, d] = [0, 1, 2, 3].map(|k| _mm256_cmpeq_epi8(load(s, i + k * LANES), wanted));
                if _mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(a, b), _mm256_or_si256(c, d))) != 0 {
                    break; // one of the next steps finds it
                }
                i += BLOCK;
            }
        }
    }
    // The last vector overlaps what was looked at.
    let last = n - LANES;
    let bits = equal_bits(s, last, wanted);
    if bits == 0 { NONE } else { last + bits.trailing_zeros() as usize }
}

/// Number of bytes `c` in whole blocks at the beginning of `s`, and how many bytes those are.
#[target_feature(enable = "avx2")]
pub fn count_byte(s: &[u8], c: u8) -> (usize, usize) {
    let wanted = _mm256_set1_epi8(c as i8);
    let zero = _mm256_setzero_si256();
    let mut total = zero;
    let mut i = 0;
    while i + BLOCK <= s.len() {
        let mut sums = [zero; 4];
        // The sum of a lane fits in a byte.
        for _ in 0..255 {
            if i + BLOCK > s.len() {
                break;
            }
            for (k, sum) in sums.iter_mut().enumerate() {
                *sum = _mm256_sub_epi8(*sum, _mm256_cmpeq_epi8(load(s, i + k * LANES), wanted));
            }
            i += BLOCK;
        }
        for sum in sums {
            total = _mm256_add_epi64(total, _mm256_sad_epu8(sum, zero));
        }
    }
    // SAFETY: vectors and arrays of words are the same bits.
    let words: [u64; 4] = unsafe { core::mem::transmute(total) };
    (words.iter().sum::<u64>() as usize, i)
}
