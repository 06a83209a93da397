//! Arithmetic and comparison of constants (gc: `constant.BinaryOp`, `UnaryOp`, `Shift`, `Compare`).

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::{ConstValue, Real, ratio};
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
            (UnaryOp::Neg, ConstValue::Float(r)) => ConstValue::Float(r.neg()),
            (UnaryOp::Neg, ConstValue::Complex(re, im)) => ConstValue::Complex(re.neg(), im.neg()),
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
                Some(ConstValue::Complex(re, im))
            }
            _ => reals(op, &x.to_real()?, &y.to_real()?).map(ConstValue::Float),
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
            _ => Some(self.to_real()?.ordering(&other.to_real()?)),
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
            return Some(ConstValue::Float(Real::from(ratio(a.clone(), b.clone()))));
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

fn reals(op: BinaryOp, a: &Real, b: &Real) -> Option<Real> {
    match op {
        BinaryOp::Add => a.add(b),
        BinaryOp::Sub => a.sub(b),
        BinaryOp::Mul => a.mul(b),
        BinaryOp::Div => a.div(b),
        _ => None,
    }
}

type Pair = (Real, Real);

fn complexes(op: BinaryOp, (a, b): Pair, (c, d): Pair) -> Option<Pair> {
    // x*y + z*w
    let sum = |x: &Real, y: &Real, z: &Real, w: &Real| x.mul(y)?.add(&z.mul(w)?);
    let difference = |x: &Real, y: &Real, z: &Real, w: &Real| x.mul(y)?.sub(&z.mul(w)?);
    Some(match op {
        BinaryOp::Add => (a.add(&c)?, b.add(&d)?),
        BinaryOp::Sub => (a.sub(&c)?, b.sub(&d)?),
        BinaryOp::Mul => (difference(&a, &c, &b, &d)?, sum(&b, &c, &a, &d)?),
        BinaryOp::Div => {
            let scale = sum(&c, &c, &d, &d)?;
            (sum(&a, &c, &b, &d)?.div(&scale)?, difference(&b, &c, &a, &d)?.div(&scale)?)
        }
        _ => return None,
    })
}
