//! Slice expressions (Go spec, Slice expressions).

use abi::RuntimeFn;
use frontend::ast::{ExprId, SliceBounds};
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::FuncCx;
use super::index::Index;
use super::value::Val;
use crate::ir::{Cond, Op, Ty, Value};

/// What is sliced.
struct Operand {
    ptr: Value,
    len: Value,
    cap: Value,
    /// Size of an element.
    stride: u64,
    is_slice: bool,
    is_string: bool,
}

/// The bounds checks; each has a variant for unsigned operands.
#[derive(Clone, Copy)]
enum Bound {
    Alen,
    Acap,
    B,
    Alen3,
    Acap3,
    B3,
    C3,
}

impl Bound {
    fn panic_fn(self, unsigned: bool) -> RuntimeFn {
        use RuntimeFn::*;
        let (signed_fn, unsigned_fn) = match self {
            Bound::Alen => (PanicSliceAlen, PanicSliceAlenU),
            Bound::Acap => (PanicSliceAcap, PanicSliceAcapU),
            Bound::B => (PanicSliceB, PanicSliceBU),
            Bound::Alen3 => (PanicSlice3Alen, PanicSlice3AlenU),
            Bound::Acap3 => (PanicSlice3Acap, PanicSlice3AcapU),
            Bound::B3 => (PanicSlice3B, PanicSlice3BU),
            Bound::C3 => (PanicSlice3C, PanicSlice3CU),
        };
        if unsigned { unsigned_fn } else { signed_fn }
    }
}

impl FuncCx<'_, '_> {
    /// `x[lo:hi]`, `x[lo:hi:max]`
    pub fn slice_expr(&mut self, e: ExprId, x: ExprId, SliceBounds { lo, hi, max, .. }: SliceBounds) -> Val {
        let operands: Vec<ExprId> = [Some(x), lo, hi, max].into_iter().flatten().collect();
        let outer = self.settle(&operands);
        let ty = self.ty(x);
        let operand = self.slice_operand(e, x, ty);
        let [lo, hi, max] = [lo, hi, max].map(|i| i.map(|i| self.index_value(i)));
        self.unsettle(outer);
        self.at(self.pos(e));
        self.slice_value(&operand, lo, hi, max)
    }

    fn slice_operand(&mut self, e: ExprId, x: ExprId, ty: TyId) -> Operand {
        match *self.under(ty) {
            GoTy::Slice(elem) => {
                let v = self.expr(x);
                let s = v.scalars();
                let stride = self.shape(elem).size;
                Operand { ptr: s[0], len: s[1], cap: s[2], stride, is_slice: true, is_string: false }
            }
            GoTy::Basic(Basic::String | Basic::UntypedString) => {
                let v = self.expr(x);
                let s = v.scalars();
                Operand { ptr: s[0], len: s[1], cap: s[1], stride: 1, is_slice: false, is_string: true }
            }
            GoTy::Pointer(array) => {
                let p = self.expr(x).scalar();
                self.at(self.pos(e));
                self.b.nil_check(p, 0);
                self.array_operand(p, array)
            }
            _ => {
                let p = self.address_of(x);
                self.array_operand(p, ty)
            }
        }
    }

    fn array_operand(&mut self, ptr: Value, array: TyId) -> Operand {
        let GoTy::Array { elem, len } = *self.under(array) else { unreachable!("an array is sliced") };
        let n = self.int(len as i64);
        let stride = self.shape(elem).size;
        Operand { ptr, len: n, cap: n, stride, is_slice: false, is_string: false }
    }

    /// Checks in reverse order, so that each index is compared with one that is known not to be negative
    /// (gc: `ssagen`, `slice`).
    fn slice_value(&mut self, x: &Operand, lo: Option<Index>, hi: Option<Index>, max: Option<Index>) -> Val {
        let zero = self.int(0);
        let low = lo.unwrap_or(Index { value: zero, unsigned: false, known: Some(0) });
        let high = hi.map_or(x.len, |i| i.value);
        let (limit, whole) = match max {
            Some(max) => {
                let bound = if x.is_slice { Bound::Acap3 } else { Bound::Alen3 };
                self.check_bound(max, x.cap, bound);
                if let Some(hi) = hi {
                    self.check_bound(hi, max.value, Bound::B3);
                }
                self.check_bound(low, high, Bound::C3);
                (max.value, false)
            }
            None => {
                if let Some(hi) = hi {
                    let bound = if x.is_slice { Bound::Acap } else { Bound::Alen };
                    self.check_bound(hi, x.cap, bound);
                }
                if low.known != Some(0) {
                    self.check_bound(low, high, Bound::B);
                }
                (x.cap, hi.is_none() && !x.is_slice)
            }
        };
        let from_start = low.known == Some(0);
        let len = if from_start { high } else { self.b.binary(Op::Sub, high, low.value) };
        let cap = match () {
            _ if x.is_string || whole => len,
            _ if from_start => limit,
            _ => self.b.binary(Op::Sub, limit, low.value),
        };
        let ptr = if from_start { x.ptr } else { self.advance(x, low.value, cap) };
        if x.is_string { Val::of(&[ptr, len]) } else { Val::of(&[ptr, len, cap]) }
    }

    /// The pointer to element `i`; the old pointer if nothing is left there, so that it does not leave its object.
    fn advance(&mut self, x: &Operand, i: Value, cap: Value) -> Value {
        let delta = self.scaled(i, x.stride);
        let zero = self.int(0);
        let some = self.b.icmp(Cond::Ne, cap, zero);
        let delta = self.b.select(some, delta, zero);
        self.b.ptr_add(x.ptr, delta)
    }

    fn check_bound(&mut self, i: Index, limit: Value, bound: Bound) {
        if let (Some(i), Some(n)) = (i.known, self.b.func.as_iconst(limit))
            && (0..=n).contains(&i)
        {
            return;
        }
        let ok = self.b.icmp(Cond::ULe, i.value, limit);
        self.b.guard(bound.panic_fn(i.unsigned), ok, &[i.value, limit]);
    }

    /// A slice header of an array's memory.
    pub fn slice_of_array(&mut self, p: Value, len: u64) -> Val {
        let n = self.b.iconst(Ty::I64, len as i64);
        Val::of(&[p, n, n])
    }
}
