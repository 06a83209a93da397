//! Calls that are instructions: the functions of `math` and `math/bits` that the processor has.

use super::call::{Callee, Prepared};
use super::func::FuncCx;
use super::value::Val;
use crate::ir::{Cond, Op, Ty, Value};

/// What takes the place of a call.
#[derive(Clone, Copy)]
enum Intrinsic {
    /// An operation of one operand.
    Unary(Op),
    /// The same bits as another type.
    Bits(Ty),
    /// The number of bits that represent a word.
    Len,
    /// The product in two words, the higher one first.
    Mul,
    /// Sum and carry.
    Add,
    /// Difference and borrow.
    Sub,
    /// Rotation to the left.
    Rotate,
}

/// The functions by their symbols.
const INTRINSICS: &[(&str, Intrinsic)] = &[
    ("math.Abs", Intrinsic::Unary(Op::FAbs)),
    ("math.Float32bits", Intrinsic::Bits(Ty::I32)),
    ("math.Float32frombits", Intrinsic::Bits(Ty::F32)),
    ("math.Float64bits", Intrinsic::Bits(Ty::I64)),
    ("math.Float64frombits", Intrinsic::Bits(Ty::F64)),
    ("math.Sqrt", Intrinsic::Unary(Op::FSqrt)),
    ("math.sqrt", Intrinsic::Unary(Op::FSqrt)),
    ("math/bits.Add", Intrinsic::Add),
    ("math/bits.Add64", Intrinsic::Add),
    ("math/bits.LeadingZeros", Intrinsic::Unary(Op::Clz)),
    ("math/bits.LeadingZeros64", Intrinsic::Unary(Op::Clz)),
    ("math/bits.Len", Intrinsic::Len),
    ("math/bits.Len64", Intrinsic::Len),
    ("math/bits.Mul", Intrinsic::Mul),
    ("math/bits.Mul64", Intrinsic::Mul),
    ("math/bits.OnesCount64", Intrinsic::Unary(Op::PopCnt)),
    ("math/bits.ReverseBytes32", Intrinsic::Unary(Op::BSwap)),
    ("math/bits.ReverseBytes64", Intrinsic::Unary(Op::BSwap)),
    ("math/bits.RotateLeft", Intrinsic::Rotate),
    ("math/bits.RotateLeft16", Intrinsic::Rotate),
    ("math/bits.RotateLeft32", Intrinsic::Rotate),
    ("math/bits.RotateLeft64", Intrinsic::Rotate),
    ("math/bits.RotateLeft8", Intrinsic::Rotate),
    ("math/bits.Sub", Intrinsic::Sub),
    ("math/bits.Sub64", Intrinsic::Sub),
    ("math/bits.TrailingZeros64", Intrinsic::Unary(Op::Ctz)),
];

fn find(symbol: &str) -> Option<Intrinsic> {
    let rest = symbol.strip_prefix("math")?;
    if !rest.starts_with(['.', '/']) {
        return None;
    }
    let i = INTRINSICS.binary_search_by_key(&symbol, |&(name, _)| name).ok()?;
    Some(INTRINSICS[i].1)
}

impl FuncCx<'_, '_> {
    /// The results of a call that is no call.
    pub(super) fn intrinsic(&mut self, call: &Prepared) -> Option<Vec<Val>> {
        let Callee::Direct(sym) = call.callee else { return None };
        let intrinsic = find(self.cx.symbols.resolve(sym))?;
        self.at(call.pos);
        let args: Vec<Value> = call.args.iter().map(|(v, _)| v.scalar()).collect();
        let one = |v| vec![Val::one(v)];
        Some(match (intrinsic, &args[..]) {
            (Intrinsic::Unary(op), &[x]) => one(self.b.unary(op, x)),
            (Intrinsic::Bits(ty), &[x]) => one(self.b.convert(Op::Bitcast, ty, x)),
            (Intrinsic::Len, &[x]) => {
                let (width, zeros) = (self.int(64), self.b.unary(Op::Clz, x));
                one(self.b.binary(Op::Sub, width, zeros))
            }
            (Intrinsic::Rotate, &[x, k]) => one(self.b.binary(Op::RotL, x, k)),
            (Intrinsic::Mul, &[x, y]) => {
                [Op::UMulHi, Op::Mul].map(|op| Val::one(self.b.binary(op, x, y))).into()
            }
            (Intrinsic::Add, &[x, y, carry]) => self.with_carry(Op::Add, x, y, carry),
            (Intrinsic::Sub, &[x, y, borrow]) => self.with_carry(Op::Sub, x, y, borrow),
            _ => return None,
        })
    }

    /// Sum or difference of two words and a carry, and the carry out of it: a sum that wraps is below the first operand,
    /// of a difference the first operand is below the second one.
    fn with_carry(&mut self, op: Op, x: Value, y: Value, carry: Value) -> Vec<Val> {
        let step = |f: &mut Self, x, y| {
            let v = f.b.binary(op, x, y);
            let wraps = if op == Op::Add { f.b.icmp(Cond::ULt, v, x) } else { f.b.icmp(Cond::ULt, x, y) };
            (v, wraps)
        };
        let (mut v, mut wraps) = step(self, x, y);
        if self.b.func.as_iconst(carry) != Some(0) {
            let (sum, again) = step(self, v, carry);
            (v, wraps) = (sum, self.b.binary(Op::Or, wraps, again));
        }
        let out = self.b.convert(Op::ZExt, Ty::I64, wraps);
        vec![Val::one(v), Val::one(out)]
    }
}

#[cfg(test)]
mod tests {
    use super::INTRINSICS;

    #[test]
    fn the_table_is_sorted() {
        assert!(INTRINSICS.is_sorted_by_key(|(name, _)| name));
    }
}
