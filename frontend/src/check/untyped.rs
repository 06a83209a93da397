//! Untyped operands and how they get their types (Go spec, Constants; gc: `types2/expr.go`, `types2/const.go`).
//!
//! `1 << s` shows why types flow down: in `var f float64 = 1 << s` the `1` becomes a `float64`, which cannot be
//! shifted. So an untyped operand of a shift that is not constant is only marked ([`Checker::mark_shift_lhs`]) and
//! judged when its type is decided.

use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind};
use crate::diag::Code;
use crate::program::{ExprInfo, Mode};
use crate::types::constant::ConstValue;
use crate::types::{Basic, Ty, TyId};

/// Whether a type passed down to an expression may change again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Finality {
    /// It is the type the expression keeps.
    Final,
    /// An untyped type that may still be replaced.
    Provisional,
}

/// An untyped operand's implicit type.
pub struct Implicit {
    /// The type.
    pub ty: TyId,
    /// The constant as a value of that type, if it is one and had to be converted.
    pub value: Option<ConstValue>,
}

/// Why an untyped operand cannot have a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotImplicit {
    /// A constant with a fraction as an integer.
    Truncated,
    /// A constant out of range.
    Overflows,
    /// The kinds do not match.
    Mismatch,
}

impl<'p> Checker<'p> {
    /// The type an untyped operand gets where none is asked for (Go spec, Constants). Typed ones keep theirs.
    pub fn default_type(&self, ty: TyId) -> TyId {
        match self.shared.types.get(ty) {
            Ty::Basic(Basic::UntypedBool) => Basic::Bool.ty(),
            Ty::Basic(Basic::UntypedInt) => Basic::Int.ty(),
            Ty::Basic(Basic::UntypedRune) => self.shared.universe.rune,
            Ty::Basic(Basic::UntypedFloat) => Basic::Float64.ty(),
            Ty::Basic(Basic::UntypedComplex) => Basic::Complex128.ty(),
            Ty::Basic(Basic::UntypedString) => Basic::String.ty(),
            _ => ty,
        }
    }

    /// The type of an operation on operands of untyped types `x` and `y`: of two numeric kinds the later one in
    /// integer, rune, floating-point, complex.
    pub(super) fn larger_kind(&self, x: TyId, y: TyId) -> Option<TyId> {
        if x == y {
            return Some(x);
        }
        match (self.shared.types.get(x), self.shared.types.get(y)) {
            (Ty::Basic(a), Ty::Basic(b)) if a.is_numeric() && b.is_numeric() => Some((*a).max(*b).ty()),
            _ => None,
        }
    }

    /// The type that `x` takes where a `target` is expected (gc: `implicitTypeAndValue`).
    pub fn implicit_type(&self, x: &Operand, target: TyId) -> Result<Implicit, NotImplicit> {
        if x.is_invalid() || !self.is_untyped(x.ty) || !self.is_valid(target) {
            return Ok(Implicit { ty: x.ty, value: None });
        }
        let mismatch = NotImplicit::Mismatch;
        if self.is_untyped(target) {
            return self.larger_kind(x.ty, target).map(|ty| Implicit { ty, value: None }).ok_or(mismatch);
        }
        if x.is_nil() {
            return if self.has_nil(target) {
                Ok(Implicit { ty: target, value: None })
            } else {
                Err(mismatch)
            };
        }
        match self.shared.types.under(target) {
            Ty::Basic(b) if x.is_constant() => {
                let value = self.representation(x, *b)?;
                Ok(Implicit { ty: target, value })
            }
            Ty::Basic(b) => {
                let kind = self.shared.types.basic(x.ty).unwrap_or(Basic::Error);
                let fits = kind.is_boolean() && b.is_boolean()
                    || kind.is_numeric() && b.is_numeric()
                    || kind.is_string() && b.is_string();
                if fits { Ok(Implicit { ty: target, value: None }) } else { Err(mismatch) }
            }
            Ty::TypeParam(_) => {
                let fits = |&(_, u): &(TyId, TyId)| self.implicit_type(x, u).is_ok();
                let all = self.types().each_type(target).is_some_and(|list| list.iter().all(fits));
                if all { Ok(Implicit { ty: target, value: None }) } else { Err(mismatch) }
            }
            // A value in an interface has a concrete type.
            Ty::Interface(_) if self.types().type_set(target).is_some_and(|set| set.is_empty()) => {
                Ok(Implicit { ty: self.default_type(x.ty), value: None })
            }
            _ => Err(mismatch),
        }
    }

    /// Converts an untyped operand to `target`, or reports that it cannot be.
    pub fn convert_untyped(&mut self, x: &mut Operand, target: TyId) {
        match self.implicit_type(x, target) {
            Ok(implicit) => self.apply_implicit(x, implicit),
            Err(why) => {
                let shown = self.shown_underlying(target);
                self.invalid_conversion(why, x, shown);
                x.invalidate();
            }
        }
    }

    /// Gives `x` its implicit type and value, and passes them down its expression.
    pub(super) fn apply_implicit(&mut self, x: &mut Operand, implicit: Implicit) {
        if let Some(value) = implicit.value {
            if let Some(e) = x.expr
                && self.is_pending(e)
            {
                self.record_const(e, value.clone());
            }
            x.value = Some(value);
        }
        if implicit.ty != x.ty {
            x.ty = implicit.ty;
            self.update_operand_type(x, implicit.ty, Finality::Provisional);
        }
    }

    /// Reports a conversion that loses something.
    pub(super) fn invalid_conversion(&mut self, why: NotImplicit, x: &Operand, target: TyId) {
        let (code, text) = {
            let (x, t) = (self.operand_string(x), self.ty_str(target));
            match why {
                NotImplicit::Truncated => (Code::TruncatedFloat, format!("{x} truncated to {t}")),
                NotImplicit::Overflows => (Code::NumericOverflow, format!("{x} overflows {t}")),
                NotImplicit::Mismatch => {
                    (Code::InvalidUntypedConversion, format!("cannot convert {x} to type {t}"))
                }
            }
        };
        let pos = self.operand_pos(x);
        self.error(pos, code, text);
    }

    /// Whether the type of an expression is untyped so far.
    fn is_pending(&self, e: ExprId) -> bool {
        let info = self.infos[self.file].expr(e);
        info.mode != Mode::Invalid && self.is_untyped(info.ty)
    }

    /// [`Checker::update_expr_type`] for the expression of an operand.
    pub fn update_operand_type(&mut self, x: &Operand, ty: TyId, finality: Finality) {
        if let (Some(e), None) = (x.expr, &x.label) {
            self.update_expr_type(e, ty, finality);
        }
    }

    /// Records the type of an expression that was untyped so far, and of those operands in it whose type it is.
    pub fn update_expr_type(&mut self, e: ExprId, ty: TyId, finality: Finality) {
        if !self.is_pending(e) {
            return;
        }
        let old = self.infos[self.file].expr(e);
        // The operands of a constant never become values.
        if old.mode != Mode::Constant {
            self.update_operands(e, ty, finality);
        } else if let ExprKind::Paren(inner) = self.ast().exprs[e].kind {
            self.update_expr_type(inner, ty, finality);
        }
        if finality == Finality::Provisional && self.is_untyped(ty) {
            self.record(e, ExprInfo { mode: old.mode, ty });
            return;
        }
        if self.take_shift_lhs(e) && !self.all_integer(ty) {
            let text = format!(
                "invalid operation: shifted operand {} (type {}) must be integer",
                self.expr_str(e),
                self.ty_str(ty)
            );
            let pos = self.start(e);
            self.error(pos, Code::InvalidShiftOperand, text);
            return;
        }
        if old.mode == Mode::Constant {
            let x = Operand {
                value: self.infos[self.file].consts.get(&e).cloned(),
                ..Operand::new(old.mode, old.ty, e)
            };
            match self.implicit_type(&x, ty) {
                Ok(Implicit { value: Some(value), .. }) => self.record_const(e, value),
                Ok(_) => {}
                Err(why) => {
                    self.invalid_conversion(why, &x, self.shown_underlying(ty));
                    return;
                }
            }
        }
        self.record(e, ExprInfo { mode: old.mode, ty });
    }

    /// The operands that have the type of the expression around them.
    fn update_operands(&mut self, e: ExprId, ty: TyId, finality: Finality) {
        match self.ast().exprs[e].kind {
            ExprKind::Paren(x) | ExprKind::Unary { x, .. } => self.update_expr_type(x, ty, finality),
            ExprKind::Binary { op, .. } if op.is_comparison() => {}
            ExprKind::Binary { op, x, .. } if op.is_shift() => self.update_expr_type(x, ty, finality),
            ExprKind::Binary { x, y, .. } => {
                self.update_expr_type(x, ty, finality);
                self.update_expr_type(y, ty, finality);
            }
            _ => {}
        }
    }

    /// Marks an untyped constant that is the left operand of a shift whose count is not constant: its final type
    /// must be an integer.
    pub(super) fn mark_shift_lhs(&mut self, e: ExprId) {
        if self.is_pending(e) {
            self.shift_lhs.insert((self.file, e));
        }
    }

    fn take_shift_lhs(&mut self, e: ExprId) -> bool {
        !self.shift_lhs.is_empty() && self.shift_lhs.remove(&(self.file, e))
    }

    /// Gives the default type to every expression of the package that no context has given one, such as the
    /// condition `a == b` or the string indexed in `"abc"[i]`. Constants too large for it, which are operands of
    /// other constants only, stay untyped.
    pub fn finish_untyped(&mut self) {
        for file in 0..self.infos.len() {
            self.file = file;
            for e in self.infos[file].exprs.keys() {
                let info = self.infos[file].expr(e);
                if info.mode == Mode::Invalid || !self.is_untyped(info.ty) {
                    continue;
                }
                self.finish_expr(e, info);
            }
        }
    }

    fn finish_expr(&mut self, e: ExprId, info: ExprInfo) {
        let ty = self.default_type(info.ty);
        if info.mode == Mode::Constant {
            let x = Operand {
                value: self.infos[self.file].consts.get(&e).cloned(),
                ..Operand::new(info.mode, info.ty, e)
            };
            match self.implicit_type(&x, ty) {
                Ok(Implicit { value: Some(value), .. }) => self.record_const(e, value),
                Ok(_) => {}
                Err(_) => return,
            }
        }
        self.record(e, ExprInfo { mode: info.mode, ty });
    }
}
