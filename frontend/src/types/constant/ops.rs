//! Arithmetic and comparison of constants (gc: `constant.BinaryOp`, `UnaryOp`, `Shift`, `Compare`).

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::{ConstValue, limited, ratio};
use crate::ast::{BinaryOp, UnaryOp};

/// How `/` divides two integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Division {
    /// Truncated towards zero, for operands of integer types.
    Integer,
    /// Exactly.
    Exact,
}

impl ConstValue {
    /// `op x`. For `^` of an unsigned type `bits` is its width: the result is limited to it.
    pub fn unary(op: UnaryOp, x: &ConstValue, bits: Option<u32>) -> Option<ConstValue> {
        Some(match (op, x) {
            (UnaryOp::Plus, ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(..)) => x.clone(),
            (UnaryOp::Neg, ConstValue::Int(i)) => ConstValue::Int(-i),
            (UnaryOp::Neg, ConstValue::Float(r)) => ConstValue::Float(-r),
            (UnaryOp::Neg, ConstValue::Complex(re, im)) => ConstValue::Complex(-re, -im),
            (UnaryOp::Not, ConstValue::Bool(b)) => ConstValue::Bool(!b),
            (UnaryOp::Xor, _) => {
                let flipped: BigInt = !x.to_int()?;
                ConstValue::Int(match bits {
                    Some(bits) => flipped & ((BigInt::one() << bits) - 1),
                    None => flipped,
                })
            }
            _ => return None,
        })
    }

    /// `x op y` for operators other than comparisons and shifts; both are brought to the larger of their kinds. A
    /// divisor must not be zero.
    pub fn binary(op: BinaryOp, x: &ConstValue, y: &ConstValue, division: Division) -> Option<ConstValue> {
        match (x, y) {
            (ConstValue::Bool(a), ConstValue::Bool(b)) => match op {
                BinaryOp::AndAnd => Some(ConstValue::Bool(*a && *b)),
                BinaryOp::OrOr => Some(ConstValue::Bool(*a || *b)),
                _ => None,
            },
            (ConstValue::String(a), ConstValue::String(b)) => {
                (op == BinaryOp::Add).then(|| ConstValue::String([&a[..], &b[..]].concat().into()))
            }
            (ConstValue::Int(a), ConstValue::Int(b)) => integers(op, a, b, division),
            (ConstValue::Complex(..), _) | (_, ConstValue::Complex(..)) => {
                let (re, im) = complexes(op, x.to_complex()?, y.to_complex()?)?;
                Some(ConstValue::Complex(limited(re)?, limited(im)?))
            }
            _ => limited(rationals(op, &x.to_rational()?, &y.to_rational()?)?).map(ConstValue::Float),
        }
    }

    /// `x << count` or `x >> count` of an integral value.
    pub fn shift(op: BinaryOp, x: &ConstValue, count: u32) -> Option<ConstValue> {
        let i = x.to_int()?;
        Some(ConstValue::Int(if op == BinaryOp::Shl { i << count } else { i >> count }))
    }

    /// Whether `x op y` holds. Values that cannot be compared so are unequal and unordered.
    pub fn compare(op: BinaryOp, x: &ConstValue, y: &ConstValue) -> bool {
        let ordering = x.ordering(y);
        match op {
            BinaryOp::Eq => ordering == Some(Ordering::Equal),
            BinaryOp::Ne => ordering != Some(Ordering::Equal),
            BinaryOp::Lt => ordering == Some(Ordering::Less),
            BinaryOp::Le => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
            BinaryOp::Gt => ordering == Some(Ordering::Greater),
            BinaryOp::Ge => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
            _ => false,
        }
    }

    fn ordering(&self, other: &ConstValue) -> Option<Ordering> {
        match (self, other) {
            (ConstValue::Bool(a), ConstValue::Bool(b)) => (a == b).then_some(Ordering::Equal),
            (ConstValue::String(a), ConstValue::String(b)) => Some(a.cmp(b)),
            (ConstValue::Int(a), ConstValue::Int(b)) => Some(a.cmp(b)),
            (ConstValue::Complex(..), _) | (_, ConstValue::Complex(..)) => {
                (self.to_complex()? == other.to_complex()?).then_some(Ordering::Equal)
            }
            _ => Some(self.to_rational()?.cmp(&other.to_rational()?)),
        }
    }
}

fn integers(op: BinaryOp, a: &BigInt, b: &BigInt, division: Division) -> Option<ConstValue> {
    Some(ConstValue::Int(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div | BinaryOp::Rem if b.is_zero() => return None,
        BinaryOp::Div if division == Division::Exact => {
            return limited(ratio(a.clone(), b.clone())).map(ConstValue::Float);
        }
        BinaryOp::Div => a / b,
        BinaryOp::Rem => a % b,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::AndNot => a & !b.clone(),
        _ => return None,
    }))
}

fn rationals(op: BinaryOp, a: &BigRational, b: &BigRational) -> Option<BigRational> {
    Some(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if !b.is_zero() => a / b,
        _ => return None,
    })
}

type Pair = (BigRational, BigRational);

fn complexes(op: BinaryOp, (a, b): Pair, (c, d): Pair) -> Option<Pair> {
    Some(match op {
        BinaryOp::Add => (a + c, b + d),
        BinaryOp::Sub => (a - c, b - d),
        BinaryOp::Mul => (&a * &c - &b * &d, &b * &c + &a * &d),
        BinaryOp::Div => {
            let scale = &c * &c + &d * &d;
            if scale.is_zero() {
                return None;
            }
            ((&a * &c + &b * &d) / &scale, (&b * &c - &a * &d) / &scale)
        }
        _ => return None,
    })
}
