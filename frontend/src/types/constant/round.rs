//! Rounding of fractions to floating-point numbers: to nearest, ties to even.

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// `numer/denom` as `mantissa * 2^exponent` where the mantissa has at most `bits` bits, and none below
/// `2^min_exponent`.
fn round(numer: &BigUint, denom: &BigUint, bits: u64, min_exponent: i64) -> (BigUint, i64) {
    // Two bits more than needed: the bit to round by, and one because the quotient's length is known up to one.
    let length = numer.bits() as i64 - denom.bits() as i64;
    let mut exponent = (length - bits as i64 - 2).max(min_exponent - 2);
    let (n, d) = if exponent < 0 {
        (numer << exponent.unsigned_abs(), denom.clone())
    } else {
        (numer.clone(), denom << exponent.unsigned_abs())
    };
    let mut quotient = &n / &d;
    let mut inexact = &quotient * &d != n;
    let excess = (quotient.bits() as i64 - bits as i64).max(min_exponent - exponent).max(0) as u64;
    if excess > 0 {
        let half = BigUint::one() << (excess - 1);
        let low = &quotient & &((BigUint::one() << excess) - 1u32);
        quotient >>= excess;
        exponent += excess as i64;
        let up = low > half || low == half && (inexact || quotient.bit(0));
        inexact = false;
        if up {
            quotient += 1u32;
        }
    }
    debug_assert!(!inexact, "two spare bits were cut");
    (quotient, exponent)
}

/// The nearest number with a mantissa of `bits` bits: mantissa and binary exponent.
pub(super) fn to_bits(r: &BigRational, bits: u64) -> (BigInt, i64) {
    let (mantissa, exponent) = round(r.numer().magnitude(), r.denom().magnitude(), bits, i64::MIN / 4);
    (BigInt::from_biguint(r.numer().sign(), mantissa), exponent)
}

/// `mantissa * 2^exponent`
pub(super) fn scaled(mantissa: BigInt, exponent: i64) -> BigRational {
    if exponent >= 0 {
        BigRational::from_integer(mantissa << exponent.unsigned_abs())
    } else {
        BigRational::new(mantissa, BigInt::one() << exponent.unsigned_abs())
    }
}

/// The nearest `f64`, infinite if too large.
pub(super) fn to_f64(r: &BigRational) -> f64 {
    if r.is_zero() {
        return 0.0;
    }
    let magnitude = r.numer().bits() as i64 - r.denom().bits() as i64;
    let value = if magnitude > 1100 {
        f64::INFINITY
    } else if magnitude < -1100 {
        0.0
    } else {
        let (mantissa, exponent) = round(r.numer().magnitude(), r.denom().magnitude(), 53, -1074);
        let mantissa = mantissa.to_f64().expect("53 bits fit");
        // In two steps, because a power of two below 2^-1022 is not normal. Both are exact.
        let half = exponent / 2;
        mantissa * power_of_two(half) * power_of_two(exponent - half)
    };
    if r.is_negative() { -value } else { value }
}

/// The nearest `f32`, infinite if too large.
pub(super) fn to_f32(r: &BigRational) -> f32 {
    if r.is_zero() {
        return 0.0;
    }
    let magnitude = r.numer().bits() as i64 - r.denom().bits() as i64;
    let value = if magnitude > 200 {
        f32::INFINITY
    } else if magnitude < -200 {
        0.0
    } else {
        let (mantissa, exponent) = round(r.numer().magnitude(), r.denom().magnitude(), 24, -149);
        // Exact in f64, and a value of f32 unless too large.
        (mantissa.to_f64().expect("24 bits fit") * power_of_two(exponent)) as f32
    };
    if r.is_negative() { -value } else { value }
}

/// 2^exponent for exponents of normal `f64`s, infinite or zero beyond.
fn power_of_two(exponent: i64) -> f64 {
    match exponent {
        1024.. => f64::INFINITY,
        ..=-1023 => 0.0,
        e => f64::from_bits(((e + 1023) as u64) << 52),
    }
}
