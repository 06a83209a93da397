//! Exact constants (Go spec, Constants; gc: `go/constant`).
//!
//! Integers and fractions are exact. A fraction whose numerator or denominator would grow beyond
//! [`MAX_FRACTION_BITS`] is rounded to [`PRECISION`] bits, as gc does, so that no constant expression takes long
//! ([`Real`]).
//! A constant whose value cannot be known (after an error, or an infinity) is no `ConstValue`; operations return
//! `None` for it.

mod format;
mod literal;
mod ops;
mod real;
mod round;

use std::sync::Arc;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};

use super::Basic;

pub use format::quote;
pub use ops::Division;
pub use real::Real;

/// Bits of the mantissa of fractions that are not kept exactly.
pub const PRECISION: u64 = 512;
/// Fractions with fewer bits in numerator and denominator are exact.
pub const MAX_FRACTION_BITS: u64 = 4096;

/// The value of a constant expression. Numbers are exact; the kind is that of the *value* (an untyped float
/// constant with an integral value may be held as `Int`).
#[derive(Clone, PartialEq, Debug)]
pub enum ConstValue {
    /// A boolean.
    Bool(bool),
    /// A string; Go strings may hold any bytes.
    String(Arc<[u8]>),
    /// An integer.
    Int(BigInt),
    /// A real number.
    Float(Real),
    /// A complex number.
    Complex(Real, Real),
}

impl From<bool> for ConstValue {
    fn from(b: bool) -> Self {
        ConstValue::Bool(b)
    }
}

impl From<i64> for ConstValue {
    fn from(i: i64) -> Self {
        ConstValue::Int(i.into())
    }
}

impl From<u64> for ConstValue {
    fn from(i: u64) -> Self {
        ConstValue::Int(i.into())
    }
}

impl ConstValue {
    /// A string constant.
    pub fn string(bytes: &[u8]) -> ConstValue {
        ConstValue::String(bytes.into())
    }

    /// The value as an integer, if it is a number with an integral value.
    pub fn to_int(&self) -> Option<BigInt> {
        match self {
            ConstValue::Int(i) => Some(i.clone()),
            ConstValue::Float(r) => r.to_int(),
            ConstValue::Complex(re, im) => im.is_zero().then(|| re.to_int()).flatten(),
            ConstValue::Bool(_) | ConstValue::String(_) => None,
        }
    }

    /// The value as a real number, if it is a number without imaginary part.
    pub fn to_real(&self) -> Option<Real> {
        match self {
            ConstValue::Int(i) => Some(Real::from(i.clone())),
            ConstValue::Float(r) => Some(r.clone()),
            ConstValue::Complex(re, im) => im.is_zero().then(|| re.clone()),
            ConstValue::Bool(_) | ConstValue::String(_) => None,
        }
    }

    /// Real and imaginary part, if it is a number.
    pub fn to_complex(&self) -> Option<(Real, Real)> {
        match self {
            ConstValue::Complex(re, im) => Some((re.clone(), im.clone())),
            other => other.to_real().map(|re| (re, Real::zero())),
        }
    }

    /// The real part of a number.
    pub fn real(&self) -> Option<ConstValue> {
        match self {
            ConstValue::Complex(re, _) => Some(ConstValue::Float(re.clone())),
            ConstValue::Int(_) | ConstValue::Float(_) => Some(self.clone()),
            ConstValue::Bool(_) | ConstValue::String(_) => None,
        }
    }

    /// The imaginary part of a number.
    pub fn imag(&self) -> Option<ConstValue> {
        match self {
            ConstValue::Complex(_, im) => Some(ConstValue::Float(im.clone())),
            ConstValue::Int(_) | ConstValue::Float(_) => Some(ConstValue::from(0i64)),
            ConstValue::Bool(_) | ConstValue::String(_) => None,
        }
    }

    /// -1, 0 or 1 by the sign of a number; a complex number has sign 0 if it is zero and 1 otherwise.
    pub fn sign(&self) -> i32 {
        match self {
            ConstValue::Int(i) => i.signum().to_i32().unwrap_or(0),
            ConstValue::Float(r) => i32::from(!r.is_zero() && !r.is_negative()) - i32::from(r.is_negative()),
            ConstValue::Complex(re, im) => i32::from(!re.is_zero() || !im.is_zero()),
            ConstValue::Bool(_) | ConstValue::String(_) => 1,
        }
    }

    /// The value of a boolean constant.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            ConstValue::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// The bytes of a string constant.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            ConstValue::String(s) => Some(s),
            _ => None,
        }
    }

    /// An integral value that fits an `i64`.
    pub fn to_i64(&self) -> Option<i64> {
        match self {
            ConstValue::Int(i) => i.to_i64(),
            other => other.to_int()?.to_i64(),
        }
    }

    /// An integral value that fits a `u64`.
    pub fn to_u64(&self) -> Option<u64> {
        match self {
            ConstValue::Int(i) => i.to_u64(),
            other => other.to_int()?.to_u64(),
        }
    }

    /// The lowest 64 bits of an integer in two's complement: what a register holds, whatever the integer type.
    pub fn to_bits64(&self) -> Option<u64> {
        let i = self.to_int()?;
        let low = i.iter_u64_digits().next().unwrap_or(0);
        Some(if i.is_negative() { low.wrapping_neg() } else { low })
    }

    /// The nearest `f64` of a real number, infinite if it is too large.
    pub fn to_f64(&self) -> Option<f64> {
        self.to_real().map(|r| r.to_f64())
    }

    /// The nearest `f32` of a real number, infinite if it is too large. (Rounding to `f64` first could round twice.)
    pub fn to_f32(&self) -> Option<f32> {
        self.to_real().map(|r| r.to_f32())
    }

    /// The value in the given type: rounded to it if the type is one of floating-point numbers, `None` if the value
    /// cannot be represented (Go spec, Representability; gc: `representableConst`).
    pub fn representable(&self, basic: Basic) -> Option<ConstValue> {
        if basic.is_integer() {
            let i = self.to_int()?;
            return fits_integer(&i, basic).then_some(ConstValue::Int(i));
        }
        if basic.is_float() {
            return Some(ConstValue::Float(round_float(self.to_real()?, basic)?));
        }
        if basic.is_complex() {
            let (re, im) = self.to_complex()?;
            let part = match basic {
                Basic::Complex64 => Basic::Float32,
                Basic::Complex128 => Basic::Float64,
                _ => Basic::UntypedFloat,
            };
            return Some(ConstValue::Complex(round_float(re, part)?, round_float(im, part)?));
        }
        match self {
            ConstValue::String(_) if basic.is_string() => Some(self.clone()),
            ConstValue::Bool(_) if basic.is_boolean() => Some(self.clone()),
            _ => None,
        }
    }
}

/// Whether an integer is in the range of an integer type.
fn fits_integer(i: &BigInt, basic: Basic) -> bool {
    let signed = |bits: u32| match i.to_i64() {
        Some(i) => i >= i64::MIN >> (64 - bits) && i <= i64::MAX >> (64 - bits),
        None => false,
    };
    let unsigned = |bits: u32| i.to_u64().is_some_and(|i| i <= u64::MAX >> (64 - bits));
    match basic {
        Basic::UntypedInt | Basic::UntypedRune => true,
        Basic::Int8 => signed(8),
        Basic::Int16 => signed(16),
        Basic::Int32 => signed(32),
        Basic::Int | Basic::Int64 => signed(64),
        Basic::Uint8 => unsigned(8),
        Basic::Uint16 => unsigned(16),
        Basic::Uint32 => unsigned(32),
        _ => unsigned(64),
    }
}

/// A real number as a value of a floating-point type; `None` if it overflows.
fn round_float(r: Real, basic: Basic) -> Option<Real> {
    let rounded = match basic {
        Basic::Float32 => f64::from(r.to_f32()),
        Basic::Float64 => r.to_f64(),
        _ => return Some(r),
    };
    // `None` for an infinity.
    BigRational::from_float(rounded).map(Real::Exact)
}

/// A quotient of integers.
fn ratio(n: BigInt, d: BigInt) -> BigRational {
    if d.is_one() { BigRational::from_integer(n) } else { BigRational::new(n, d) }
}

#[cfg(test)]
mod tests;
