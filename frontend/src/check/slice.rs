//! Slice expressions (Go spec, Slice expressions; gc: `types2/index.go`).

use super::index::Index;
use super::{Checker, Operand};
use crate::ast::{ExprId, SliceBounds};
use crate::diag::Code;
use crate::program::Mode;
use crate::types::constant::ConstValue;
use crate::types::{Basic, Ty, TyId};

impl<'p> Checker<'p> {
    /// `x[lo:hi]`, `x[lo:hi:max]` (`full`)
    pub(super) fn slice_expr(
        &mut self,
        e: ExprId,
        inner: ExprId,
        SliceBounds { lo, hi, max, full }: SliceBounds,
    ) -> Operand {
        let bounds = [lo, hi, max];
        let mut x = self.expr(inner, None);
        if x.is_invalid() {
            let given: Vec<ExprId> = bounds.into_iter().flatten().collect();
            self.use_exprs(&given);
            return Operand::invalid(Some(e));
        }
        if self.pointer_base(x.ty).is_some_and(|base| !self.is_complete(base)) {
            return Operand::invalid(Some(e));
        }
        let Some((ty, len)) = self.sliceable(&x, bounds[2].filter(|_| full)) else {
            return Operand::invalid(Some(e));
        };
        x.set_value(ty);
        if full && (bounds[1].is_none() || bounds[2].is_none()) {
            let text = "invalid syntax tree: 2nd and 3rd index required in 3-index slice";
            self.error_at(e, Code::InvalidSyntaxTree, text);
            return Operand::invalid(Some(e));
        }
        self.slice_bounds(bounds, len);
        x
    }

    /// The type of a slice of `x`, and the number of elements if it is fixed; reports if `x` cannot be sliced.
    /// `max` is the third index, if any.
    fn sliceable(&mut self, x: &Operand, max: Option<ExprId>) -> Option<(TyId, Option<u64>)> {
        let under = self.slice_core(x)?;
        match self.types().get(under) {
            Ty::Basic(b) if b.is_string() => {
                if let Some(max) = max {
                    self.error_at(max, Code::InvalidSliceExpr, "invalid operation: 3-index slice of string");
                    return None;
                }
                let len = x.value.as_ref().and_then(ConstValue::as_bytes).map(|s| s.len() as u64);
                let ty = if self.is_untyped(x.ty) { Basic::String.ty() } else { x.ty };
                return Some((ty, len));
            }
            Ty::Array { elem, len } => {
                if x.mode != Mode::Variable {
                    self.error_about(x, Code::NonSliceableOperand, |c, x| {
                        format!("cannot slice unaddressable value {}", c.operand_string(x))
                    });
                    return None;
                }
                return Some((self.slice_of(*elem), Some(*len)));
            }
            Ty::Pointer(_) => {
                if let Some((elem, len)) = self.array_or_pointer(under) {
                    return Some((self.slice_of(elem), Some(len)));
                }
            }
            Ty::Slice(_) => return Some((x.ty, None)),
            _ => {}
        }
        self.error_about(x, Code::NonSliceableOperand, |c, x| {
            format!("cannot slice {}", c.operand_string(x))
        });
        None
    }

    /// The underlying type that all types of the operand's type set have. Strings count as `[]byte`, the result is then a
    /// string.
    fn slice_core(&mut self, x: &Operand) -> Option<TyId> {
        let types = self.types();
        if !self.is_type_param(x.ty) {
            return Some(types.underlying(x.ty));
        }
        let Some(list) = types.each_type(x.ty) else {
            self.error_about(x, Code::NonSliceableOperand, |c, x| {
                format!("cannot slice {}: no specific type in {}", c.operand_string(x), c.ty_str(x.ty))
            });
            return None;
        };
        let bytes = self.slice_of(self.shared.universe.byte);
        let mut common: Option<(TyId, TyId)> = None;
        let mut has_string = false;
        for (t, u) in list {
            let is_string = types.basic(u).is_some_and(Basic::is_string);
            has_string |= is_string;
            let u = if is_string { bytes } else { u };
            match common {
                None => common = Some((t, u)),
                Some((first, known)) if !types.identical(known, u) => {
                    self.error_about(x, Code::NonSliceableOperand, |c, x| {
                        let (x, a, b) = (c.operand_string(x), c.ty_str(first), c.ty_str(t));
                        format!("cannot slice {x}: {a} and {b} have different underlying types")
                    });
                    return None;
                }
                Some(_) => {}
            }
        }
        if has_string { Some(Basic::String.ty()) } else { common.map(|(_, u)| u) }
    }

    /// Checks the indices, and that constant ones are in order.
    fn slice_bounds(&mut self, bounds: [Option<ExprId>; 3], len: Option<u64>) {
        // The capacity is fixed for strings and arrays only, and it is their length.
        let limit = len.map(|n| n.saturating_add(1));
        let mut values = [None; 3];
        for (i, bound) in bounds.into_iter().enumerate() {
            values[i] = match bound {
                Some(e) => match self.index(e, limit) {
                    Index::Constant(value) => Some(value),
                    Index::Dynamic | Index::Invalid => None,
                },
                None if i == 0 => Some(0),
                None => len,
            };
        }
        for (i, low) in values.iter().enumerate() {
            let Some(low) = *low else { continue };
            let smaller = (i + 1..3).find_map(|j| values[j].filter(|&high| high < low).zip(bounds[j]));
            if let Some((high, at)) = smaller {
                let text = format!("invalid slice indices: {high} < {low}");
                self.error_at(at, Code::SwappedSliceIndices, text);
                return;
            }
        }
    }
}
