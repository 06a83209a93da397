//! Real numbers: exact fractions while they are of moderate size, else a mantissa of [`PRECISION`] bits and a binary
//! exponent (gc: `ratVal` and `floatVal`). What was rounded once stays rounded.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::{MAX_FRACTION_BITS, PRECISION, round};

/// A real number.
#[derive(Clone, PartialEq, Debug)]
pub enum Real {
    /// A fraction, exactly.
    Exact(BigRational),
    /// A number too large or too small for that, rounded.
    Rounded(Rounded),
}

/// `mantissa * 2^exponent`. The mantissa is odd or zero and has at most [`PRECISION`] bits.
#[derive(Clone, PartialEq, Debug)]
pub struct Rounded {
    mantissa: BigInt,
    exponent: i64,
}

/// Numbers must be less than this power of two (Go: `big.MaxExp`).
pub(super) const MAX_EXPONENT: i64 = (1 << 31) - 1;
/// Numbers that are less than half of this power of two count as zero (Go: `big.MinExp`).
pub(super) const MIN_EXPONENT: i64 = -1 << 31;

impl From<BigInt> for Real {
    fn from(i: BigInt) -> Real {
        Real::from(BigRational::from_integer(i))
    }
}

impl From<BigRational> for Real {
    /// Rounds the fraction if it has grown too large.
    fn from(r: BigRational) -> Real {
        if r.numer().bits() < MAX_FRACTION_BITS && r.denom().bits() < MAX_FRACTION_BITS {
            return Real::Exact(r);
        }
        Real::Rounded(Rounded::from(&r))
    }
}

impl From<&BigRational> for Rounded {
    fn from(r: &BigRational) -> Rounded {
        // Its parts have thousands of bits at most, so the exponent is in range.
        let (mantissa, exponent) = round::to_bits(r, PRECISION);
        Rounded::odd(mantissa, exponent)
    }
}

impl Real {
    /// Zero.
    pub fn zero() -> Real {
        Real::Exact(BigRational::zero())
    }

    /// `mantissa * power^±1`, where the power is a rounded number of more bits than are kept.
    pub(super) fn scaled(mantissa: BigInt, power: (BigInt, i64), inverse: bool) -> Option<Real> {
        let power = Rounded { mantissa: power.0, exponent: power.1 };
        let mantissa = Rounded { mantissa, exponent: 0 };
        let r = if inverse { mantissa.div(&power) } else { mantissa.mul(&power) };
        r.map(Real::Rounded)
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        match self {
            Real::Exact(r) => r.is_zero(),
            Real::Rounded(r) => r.mantissa.is_zero(),
        }
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match self {
            Real::Exact(r) => r.is_negative(),
            Real::Rounded(r) => r.mantissa.is_negative(),
        }
    }

    /// Whether it has no fractional part.
    pub fn is_integer(&self) -> bool {
        match self {
            Real::Exact(r) => r.is_integer(),
            Real::Rounded(r) => r.exponent >= 0,
        }
    }

    /// The integer that it is. A rounded number that misses one by its last bits counts as that integer: the
    /// difference is an error of earlier roundings (gc: `constant.ToInt`).
    pub fn to_int(&self) -> Option<BigInt> {
        match self {
            Real::Exact(r) => r.is_integer().then(|| r.to_integer()),
            Real::Rounded(r) => r.to_int(),
        }
    }

    /// The nearest `f64`, infinite if it is too large.
    pub fn to_f64(&self) -> f64 {
        match self {
            Real::Exact(r) => round::to_f64(r),
            Real::Rounded(r) => r.fraction_for(1100).map_or_else(|beyond| beyond, |r| round::to_f64(&r)),
        }
    }

    /// The nearest `f32`, infinite if it is too large.
    pub fn to_f32(&self) -> f32 {
        match self {
            Real::Exact(r) => round::to_f32(r),
            Real::Rounded(r) => {
                r.fraction_for(200).map_or_else(|beyond| beyond as f32, |r| round::to_f32(&r))
            }
        }
    }

    /// The number as `m * 2^e` with `0.5 <= |m| < 1`, the mantissa rounded to an `f64`.
    pub(super) fn mantissa_exponent(&self) -> (f64, i64) {
        let r = self.rounded();
        let exponent = r.magnitude();
        let mantissa = Rounded { exponent: r.exponent - exponent, mantissa: r.mantissa };
        (Real::Rounded(mantissa).to_f64(), exponent)
    }

    fn rounded(&self) -> Rounded {
        match self {
            Real::Exact(r) => Rounded::from(r),
            Real::Rounded(r) => r.clone(),
        }
    }

    /// An operation that is exact on two exact numbers.
    fn combine(
        &self,
        other: &Real,
        exact: impl FnOnce(&BigRational, &BigRational) -> BigRational,
        rounded: impl FnOnce(&Rounded, &Rounded) -> Option<Rounded>,
    ) -> Option<Real> {
        match (self, other) {
            (Real::Exact(a), Real::Exact(b)) => Some(Real::from(exact(a, b))),
            _ => rounded(&self.rounded(), &other.rounded()).map(Real::Rounded),
        }
    }

    /// The sum; `None` for this and what follows if the result is too large to be kept.
    pub fn add(&self, other: &Real) -> Option<Real> {
        self.combine(other, |a, b| a + b, Rounded::add)
    }

    /// The difference.
    pub fn sub(&self, other: &Real) -> Option<Real> {
        self.add(&other.neg())
    }

    /// The product.
    pub fn mul(&self, other: &Real) -> Option<Real> {
        self.combine(other, |a, b| a * b, Rounded::mul)
    }

    /// The quotient; `None` also if the divisor is zero.
    pub fn div(&self, other: &Real) -> Option<Real> {
        if other.is_zero() {
            return None;
        }
        self.combine(other, |a, b| a / b, Rounded::div)
    }

    /// The number with the other sign.
    pub fn neg(&self) -> Real {
        match self {
            Real::Exact(r) => Real::Exact(-r),
            Real::Rounded(r) => Real::Rounded(Rounded { mantissa: -&r.mantissa, exponent: r.exponent }),
        }
    }

    /// How it compares.
    pub fn ordering(&self, other: &Real) -> Ordering {
        match (self, other) {
            (Real::Exact(a), Real::Exact(b)) => a.cmp(b),
            _ => self.rounded().ordering(&other.rounded()),
        }
    }
}

impl Rounded {
    /// Makes the mantissa odd, so that equal numbers have equal parts.
    fn odd(mantissa: BigInt, exponent: i64) -> Rounded {
        let zeros = mantissa.trailing_zeros().unwrap_or(0);
        let exponent = if mantissa.is_zero() { 0 } else { exponent + zeros as i64 };
        Rounded { mantissa: mantissa >> zeros, exponent }
    }

    /// Rounds to nearest even; `more` says that the true number is a little larger in magnitude. `None` if it is too
    /// large, zero if it is too small.
    fn new(mantissa: BigInt, exponent: i64, more: bool) -> Option<Rounded> {
        let (sign, magnitude) = mantissa.into_parts();
        // Two bits below the last one: what is cut off, and that there is more.
        let magnitude = (magnitude << 2u32) + u32::from(more);
        let (magnitude, exponent) = cut(magnitude, exponent - 2);
        let r = Rounded::odd(BigInt::from_biguint(sign, magnitude), exponent);
        if r.magnitude() > MAX_EXPONENT {
            None
        } else if r.magnitude() < MIN_EXPONENT {
            Some(Rounded { mantissa: BigInt::zero(), exponent: 0 })
        } else {
            Some(r)
        }
    }

    /// The least `e` with `|self| < 2^e`.
    fn magnitude(&self) -> i64 {
        self.mantissa.bits() as i64 + self.exponent
    }

    /// As a fraction, or what it is rounded to if its magnitude is beyond `2^±most`.
    fn fraction_for(&self, most: i64) -> Result<BigRational, f64> {
        let sign = if self.mantissa.is_negative() { -1.0 } else { 1.0 };
        match self.magnitude() {
            m if m > most => Err(sign * f64::INFINITY),
            m if m < -most => Err(0.0),
            _ => Ok(round::scaled(self.mantissa.clone(), self.exponent)),
        }
    }

    fn to_int(&self) -> Option<BigInt> {
        if self.mantissa.is_zero() || self.magnitude().unsigned_abs() >= MAX_FRACTION_BITS {
            return self.mantissa.is_zero().then(BigInt::zero);
        }
        // Cut to a few bits less, downwards and upwards in magnitude.
        const DELTA: u64 = 4;
        let excess = self.mantissa.bits().saturating_sub(PRECISION - DELTA);
        let step = BigInt::from_biguint(self.mantissa.sign(), BigUint::one() << excess);
        let down = (&self.mantissa / &step).abs() * &step;
        let candidates = [self.mantissa.clone(), down.clone(), down + step];
        candidates.into_iter().map(|m| Rounded::odd(m, self.exponent)).find_map(|r| {
            let shift = u64::try_from(r.exponent).ok()?;
            Some(r.mantissa << shift)
        })
    }

    fn add(&self, other: &Rounded) -> Option<Rounded> {
        let (large, small) =
            if self.magnitude() >= other.magnitude() { (self, other) } else { (other, self) };
        if small.mantissa.is_zero() {
            return Some(large.clone());
        }
        if large.mantissa.is_zero() {
            return Some(small.clone());
        }
        if large.magnitude() - small.magnitude() > PRECISION as i64 + 2 {
            return Some(large.clone());
        }
        let exponent = large.exponent.min(small.exponent);
        let aligned = |r: &Rounded| &r.mantissa << (r.exponent - exponent).unsigned_abs();
        Rounded::new(aligned(large) + aligned(small), exponent, false)
    }

    fn mul(&self, other: &Rounded) -> Option<Rounded> {
        Rounded::new(&self.mantissa * &other.mantissa, self.exponent + other.exponent, false)
    }

    fn div(&self, other: &Rounded) -> Option<Rounded> {
        let wanted = PRECISION + 2 + other.mantissa.bits();
        let shift = wanted.saturating_sub(self.mantissa.bits());
        let dividend = &self.mantissa << shift;
        let quotient = &dividend / &other.mantissa;
        let more = &quotient * &other.mantissa != dividend;
        Rounded::new(quotient, self.exponent - shift as i64 - other.exponent, more)
    }

    fn ordering(&self, other: &Rounded) -> Ordering {
        let by_sign = |r: &Rounded| match r.mantissa.sign() {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        };
        let sign = by_sign(self);
        if sign == 0 || sign != by_sign(other) {
            return sign.cmp(&by_sign(other));
        }
        let larger = self.magnitude().cmp(&other.magnitude()).then_with(|| {
            let exponent = self.exponent.min(other.exponent);
            let aligned = |r: &Rounded| r.mantissa.magnitude() << (r.exponent - exponent).unsigned_abs();
            aligned(self).cmp(&aligned(other))
        });
        if sign < 0 { larger.reverse() } else { larger }
    }
}

/// Rounds to [`PRECISION`] bits, to nearest, ties to even.
fn cut(magnitude: BigUint, exponent: i64) -> (BigUint, i64) {
    let excess = magnitude.bits().saturating_sub(PRECISION);
    if excess == 0 {
        return (magnitude, exponent);
    }
    let half = BigUint::one() << (excess - 1);
    let low = &magnitude & &((BigUint::one() << excess) - 1u32);
    let mut kept = magnitude >> excess;
    if low > half || low == half && kept.bit(0) {
        kept += 1u32;
    }
    (kept, exponent + excess as i64)
}
