//! Shifts (Go spec, Operators: the count has its own type, and an untyped left operand waits for its type).

use num_traits::Signed;

use super::untyped::Finality;
use super::{Checker, Operand};
use crate::ast::{BinaryOp, ExprId};
use crate::diag::Code;
use crate::source::Pos;
use crate::types::Basic;
use crate::types::constant::ConstValue;

/// Largest constant shift count: enough to write the smallest float64 as a shift.
const MAX_COUNT: u64 = 1023 - 1 + 52;

impl<'p> Checker<'p> {
    /// `x op y`; the result is in `x`. `e` is the expression, `None` for `x op= y`.
    pub(super) fn shift(&mut self, x: &mut Operand, y: &mut Operand, e: Option<ExprId>, op: BinaryOp) {
        let integer_value = match &x.value {
            Some(value) if x.is_constant() => value.to_int().map(ConstValue::Int),
            _ => None,
        };
        let unknown = x.is_constant() && x.value.is_none();
        if !self.all_integer(x.ty) && !(self.is_untyped(x.ty) && (integer_value.is_some() || unknown)) {
            self.bad_shift_operand(x);
            return;
        }
        if !self.shift_count_ok(y) {
            x.invalidate();
            return;
        }
        if x.is_constant() && y.is_constant() {
            self.constant_shift(x, y, integer_value, e, op);
            return;
        }
        // The count of a shift at run time is a value too.
        if y.is_constant() && self.is_untyped(y.ty) {
            self.convert_untyped(y, Basic::Uint.ty());
            self.update_operand_type(y, Basic::Uint.ty(), Finality::Final);
        }
        if x.is_constant() && self.is_untyped(x.ty) {
            if let Some(lhs) = x.expr {
                self.mark_shift_lhs(lhs);
            }
            x.set_value(x.ty);
            return;
        }
        if !self.all_integer(x.ty) {
            self.bad_shift_operand(x);
            return;
        }
        x.set_value(x.ty);
    }

    fn bad_shift_operand(&mut self, x: &mut Operand) {
        self.error_about(x, Code::InvalidShiftOperand, |c, x| {
            format!("invalid operation: shifted operand {} must be integer", c.operand_string(x))
        });
        x.invalidate();
    }

    /// The count must be an integer or an untyped constant that is a `uint`.
    fn shift_count_ok(&mut self, y: &mut Operand) -> bool {
        if y.is_constant() {
            if y.value.as_ref().and_then(ConstValue::to_int).is_some_and(|v| v.is_negative()) {
                self.error_about(y, Code::InvalidShiftCount, |c, y| {
                    format!("invalid operation: negative shift count {}", c.operand_string(y))
                });
                return false;
            }
            if self.is_untyped(y.ty) {
                // A copy: the constant is checked, not converted.
                let mut count = y.clone();
                self.representable(&mut count, Basic::Uint.ty());
                return !count.is_invalid();
            }
            // A typed constant may even be of a floating-point type if its value is integral.
            return true;
        } else if self.all_integer(y.ty) {
            let pos = self.operand_pos(y);
            return self.all_unsigned(y.ty) || self.lang() >= 13 || {
                let what = format!("invalid operation: signed shift count {}", self.operand_string(y));
                self.verify_version(pos, 13, &what)
            };
        } else if self.is_untyped(y.ty) {
            self.convert_untyped(y, Basic::Uint.ty());
            return !y.is_invalid();
        }
        self.error_about(y, Code::InvalidShiftCount, |c, y| {
            format!("invalid operation: shift count {} must be integer", c.operand_string(y))
        });
        false
    }

    fn constant_shift(
        &mut self,
        x: &mut Operand,
        y: &Operand,
        integer_value: Option<ConstValue>,
        e: Option<ExprId>,
        op: BinaryOp,
    ) {
        // The operand may be an untyped constant such as 2.0: the result is an integer.
        if !self.all_integer(x.ty) {
            x.ty = Basic::UntypedInt.ty();
        }
        let (Some(value), Some(count)) = (integer_value, &y.value) else {
            x.value = None;
            return;
        };
        let Some(count) = count.to_u64().filter(|&n| n <= MAX_COUNT) else {
            self.error_about(y, Code::InvalidShiftCount, |c, y| {
                format!("invalid operation: invalid shift count {}", c.operand_string(y))
            });
            x.invalidate();
            return;
        };
        x.value = ConstValue::shift(op, &value, count as u32);
        x.expr = e.or(x.expr);
        let pos = e.map_or(Pos::NONE, |e| self.op_pos(e));
        self.overflow(x, pos);
    }
}
