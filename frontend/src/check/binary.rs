//! Binary operators but shifts (Go spec, Operators; gc: `types2/expr.go`).

use super::untyped::Finality;
use super::{Checker, Operand};
use crate::ast::{BinaryOp, ExprId, ExprKind};
use crate::diag::Code;
use crate::program::Mode;
use crate::source::Pos;
use crate::types::constant::{ConstValue, Division, Real};
use crate::types::{Basic, Ty, TyId};

/// Where a comparison stands, for its error messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareContext {
    /// `x == y`
    Expr,
    /// `case x:` in `switch y`
    Case,
}

impl<'p> Checker<'p> {
    /// `lhs op rhs`. `e` is the expression, `None` for an assignment `lhs op= rhs`.
    pub(super) fn binary(&mut self, e: Option<ExprId>, lhs: ExprId, rhs: ExprId, op: BinaryOp) -> Operand {
        let mut x = self.expr(lhs, None);
        let mut y = self.expr(rhs, None);
        if x.is_invalid() || y.is_invalid() {
            return Operand::invalid(e);
        }
        if op.is_shift() {
            self.shift(&mut x, &mut y, e, op);
            return x;
        }
        self.match_types(&mut x, &mut y);
        if x.is_invalid() {
            return x;
        }
        if op.is_comparison() {
            self.comparison(&mut x, &mut y, op, CompareContext::Expr);
            return x;
        }
        if !self.shared.types.identical(x.ty, y.ty) {
            self.mismatched_operands(e, lhs, rhs, op, &x, &y);
            x.invalidate();
            return x;
        }
        if !self.operator_defined(&x, op) || !self.divisor_ok(&x, &y, op) {
            x.invalidate();
            return x;
        }
        self.fold_binary(&mut x, &y, e, op);
        x
    }

    /// The value of an operation on checked operands.
    fn fold_binary(&mut self, x: &mut Operand, y: &Operand, e: Option<ExprId>, op: BinaryOp) {
        if !x.is_constant() || !y.is_constant() {
            x.set_value(x.ty);
            return;
        }
        let division = if self.all_integer(x.ty) { Division::Integer } else { Division::Exact };
        let (Some(a), Some(b)) = (&x.value, &y.value) else {
            x.value = None;
            return;
        };
        x.value = match (a, b) {
            // The sum of long strings is not made only to be refused.
            (ConstValue::String(a), ConstValue::String(b)) if self.string_too_long(e, a.len() + b.len()) => {
                None
            }
            _ => ConstValue::binary(op, a, b, division),
        };
        if matches!(x.value, Some(ConstValue::String(_))) {
            self.forget_partial_string(x);
            self.forget_partial_string(y);
        }
        if x.value.is_none() && self.all_string(x.ty) {
            return;
        }
        x.expr = e.or(x.expr);
        let pos = e.map_or(Pos::NONE, |e| self.op_pos(e));
        self.overflow(x, pos);
    }

    /// Drops the recorded value of a sum of strings that has become part of a larger one: a long text written as
    /// many short ones would take quadratic space.
    fn forget_partial_string(&mut self, x: &Operand) {
        let Some(e) = x.expr.filter(|_| x.label.is_none()) else { return };
        if matches!(self.ast().exprs[e].kind, ExprKind::Binary { .. }) {
            self.infos[self.file].consts.remove(&e);
        }
    }

    fn mismatched_operands(
        &mut self,
        e: Option<ExprId>,
        lhs: ExprId,
        rhs: ExprId,
        op: BinaryOp,
        x: &Operand,
        y: &Operand,
    ) {
        if !self.is_valid(x.ty) || !self.is_valid(y.ty) {
            return;
        }
        let what = match e {
            Some(e) => self.expr_str(e),
            None => format!("{} {}= {}", self.expr_str(lhs), op.text(), self.expr_str(rhs)),
        };
        let types = format!("mismatched types {} and {}", self.ty_str(x.ty), self.ty_str(y.ty));
        let pos = self.operand_pos(x);
        self.error(pos, Code::MismatchedTypes, format!("invalid operation: {what} ({types})"));
    }

    /// Whether `op` is defined on the type of `x`; reports if not.
    fn operator_defined(&mut self, x: &Operand, op: BinaryOp) -> bool {
        use BinaryOp::*;
        let defined = match op {
            Add => self.all_numeric_or_string(x.ty),
            Sub | Mul | Div => self.all_numeric(x.ty),
            Rem | And | Or | Xor | AndNot => self.all_integer(x.ty),
            AndAnd | OrOr => self.all_boolean(x.ty),
            Eq | Ne | Lt | Le | Gt | Ge | Shl | Shr => true,
        };
        if !defined {
            self.error_about(x, Code::UndefinedOp, |c, x| {
                format!("invalid operation: operator {} not defined on {}", op.text(), c.operand_string(x))
            });
        }
        defined
    }

    /// Reports a division by a constant zero, where that is known to be wrong.
    fn divisor_ok(&mut self, x: &Operand, y: &Operand, op: BinaryOp) -> bool {
        if !matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            return true;
        }
        let Some(divisor) = &y.value else { return true };
        let zero = (x.is_constant() || self.all_integer(x.ty)) && self.is_zero_divisor(divisor, x.ty);
        if zero {
            let pos = self.operand_pos(y);
            self.error(pos, Code::DivByZero, "invalid operation: division by zero");
        }
        !zero
    }

    /// A complex number counts as zero where the squares of its parts vanish, because division needs them.
    fn is_zero_divisor(&self, divisor: &ConstValue, ty: TyId) -> bool {
        if !self.all_basic(ty, Basic::is_complex) {
            return divisor.sign() == 0;
        }
        let vanishes = |part: &Real| part.mul(part).is_some_and(|square| square.is_zero());
        divisor.to_complex().is_some_and(|(re, im)| vanishes(&re) && vanishes(&im))
    }

    /// Converts untyped operands to each other's type, if that may succeed. After an error `x` is invalid.
    pub(super) fn match_types(&mut self, x: &mut Operand, y: &mut Operand) {
        if !self.may_match(x, y) {
            return;
        }
        self.convert_untyped(x, y.ty);
        if x.is_invalid() {
            return;
        }
        self.convert_untyped(y, x.ty);
        if y.is_invalid() {
            x.invalidate();
        }
    }

    /// Whether a conversion of an untyped operand to the type of the other is worth trying; if not, the types are
    /// reported as mismatched.
    fn may_match(&self, x: &Operand, y: &Operand) -> bool {
        if !self.is_untyped(x.ty) && !self.is_untyped(y.ty) {
            return false;
        }
        // A numeric type converts to numeric types only.
        if self.all_numeric(x.ty) != self.all_numeric(y.ty) {
            return false;
        }
        if self.is_interface(x.ty) || self.is_interface(y.ty) {
            return true;
        }
        if self.all_boolean(x.ty) != self.all_boolean(y.ty) || self.all_string(x.ty) != self.all_string(y.ty)
        {
            return false;
        }
        if x.is_nil() {
            return self.has_nil(y.ty);
        }
        if y.is_nil() {
            return self.has_nil(x.ty);
        }
        self.pointer_base(x.ty).is_none() && self.pointer_base(y.ty).is_none()
    }

    /// `x op y` or a case, where `op` compares. The result is an untyped boolean in `x`.
    pub(super) fn comparison(
        &mut self,
        x: &mut Operand,
        y: &mut Operand,
        op: BinaryOp,
        context: CompareContext,
    ) {
        if !self.is_valid(x.ty) || !self.is_valid(y.ty) {
            x.invalidate();
            return;
        }
        if let Err(Incomparable { second, code, cause }) = self.comparable_operands(x, y, op) {
            self.report_comparison(x, y, op, context, second, code, cause);
            x.invalidate();
            return;
        }
        if x.is_constant() && y.is_constant() {
            x.value = match (&x.value, &y.value) {
                (Some(a), Some(b)) => Some(ConstValue::Bool(ConstValue::compare(op, a, b))),
                _ => None,
            };
        } else {
            x.mode = Mode::Value;
            x.value = None;
            self.update_operand_type(x, self.default_type(x.ty), Finality::Final);
            self.update_operand_type(y, self.default_type(y.ty), Finality::Final);
        }
        x.ty = Basic::UntypedBool.ty();
    }

    fn comparable_operands(&mut self, x: &Operand, y: &Operand, op: BinaryOp) -> Result<(), Incomparable> {
        let bad = |second, code, cause| Err(Incomparable { second, code, cause });
        if self.not_assignable(x, y.ty).is_some() && self.not_assignable(y, x.ty).is_some() {
            let cause = format!("mismatched types {} and {}", self.ty_str(x.ty), self.ty_str(y.ty));
            return bad(true, Code::MismatchedTypes, Some(cause));
        }
        let code = Code::UndefinedOp;
        if !matches!(op, BinaryOp::Eq | BinaryOp::Ne) {
            return match () {
                _ if !self.all_ordered(x.ty) => bad(false, code, None),
                _ if !self.all_ordered(y.ty) => bad(true, code, None),
                _ => Ok(()),
            };
        }
        if x.is_nil() || y.is_nil() {
            let other = if x.is_nil() { y.ty } else { x.ty };
            return if self.has_nil(other) { Ok(()) } else { bad(true, code, None) };
        }
        if !self.types().comparable(x.ty) {
            return bad(false, code, self.incomparable_cause(x.ty));
        }
        if !self.types().comparable(y.ty) {
            return bad(true, code, self.incomparable_cause(y.ty));
        }
        Ok(())
    }

    /// Why values of the type cannot be compared, if there is more to say than that they cannot.
    fn incomparable_cause(&self, ty: TyId) -> Option<String> {
        match self.under(ty) {
            Ty::Slice(_) | Ty::Func(_) | Ty::Map { .. } => {
                Some(format!("{} can only be compared to nil", self.composite_kind(ty)))
            }
            _ => self.why_incomparable_text(ty).filter(|text| !text.is_empty()),
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn report_comparison(
        &mut self,
        x: &Operand,
        y: &Operand,
        op: BinaryOp,
        context: CompareContext,
        second: bool,
        code: Code,
        cause: Option<String>,
    ) {
        let wrong = if second { y } else { x };
        let params = [x, y].map(|o| self.is_type_param(o.ty));
        let wrong = match params {
            [true, _] if cause.is_none() => x,
            [false, true] if cause.is_none() => y,
            _ => wrong,
        };
        let cause = cause.unwrap_or_else(|| {
            if params != [false, false] {
                let t = self.ty_str(wrong.ty);
                return format!("type parameter {t} cannot use operator {}", op.text());
            }
            let kind = self.composite_kind(wrong.ty);
            let what = if kind.is_empty() { self.ty_str(wrong.ty) } else { kind.to_string() };
            format!("operator {} not defined on {what}", op.text())
        });
        let (xs, ys) = (self.operand_expr(x), self.operand_expr(y));
        let (pos, text) = match context {
            CompareContext::Case => {
                (self.operand_pos(x), format!("invalid case {xs} in switch on {ys} ({cause})"))
            }
            CompareContext::Expr => {
                (self.operand_pos(wrong), format!("invalid operation: {xs} {} {ys} ({cause})", op.text()))
            }
        };
        self.error(pos, code, text);
    }
}

/// Why two operands cannot be compared.
struct Incomparable {
    /// The second operand is to blame, not the first.
    second: bool,
    code: Code,
    /// The reason, if it is not simply that the operator is not defined on the type.
    cause: Option<String>,
}
