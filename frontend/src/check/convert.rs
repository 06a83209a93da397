//! Conversions `T(x)` (Go spec, Conversions; gc: `types2/conversions.go`).

use super::untyped::Finality;
use super::{Checker, Operand};
use crate::ast::ExprId;
use crate::diag::Code;
use crate::program::Mode;
use crate::types::constant::ConstValue;
use crate::types::{Basic, TyId};

impl<'p> Checker<'p> {
    /// `T(args…)` where `fun` is the type.
    pub(super) fn conversion_call(&mut self, e: ExprId, ty: TyId, args: &[ExprId], dots: bool) -> Operand {
        let invalid = Operand::invalid(Some(e));
        if !self.is_complete(ty) {
            return invalid;
        }
        let &[arg] = args else {
            self.use_exprs(args);
            let t = self.ty_str(ty);
            let (at, text) = match args.last() {
                None => (e, format!("missing argument in conversion to {t}")),
                Some(&last) => (last, format!("too many arguments in conversion to {t}")),
            };
            self.error_at(at, Code::WrongArgCount, text);
            return invalid;
        };
        let place = self.func_target(Some(ty), |_| "conversion".to_string());
        let mut x = self.target_expr(arg, place);
        if x.is_invalid() {
            return invalid;
        }
        // As with gc, the operand itself stands for the result after these two errors.
        if self.types().type_set(ty).is_some_and(|set| !set.is_method_set()) {
            let text = format!(
                "cannot use interface {} in conversion (contains specific type constraints or is comparable)",
                self.ty_str(ty)
            );
            self.error_at(e, Code::MisplacedConstraintIface, text);
            return x;
        }
        if dots {
            let text = format!("invalid use of ... in conversion to {}", self.ty_str(ty));
            self.error_at(arg, Code::BadDotDotDotSyntax, text);
            return x;
        }
        self.conversion(&mut x, ty);
        x
    }

    /// Converts `x` to `ty`, or reports that it cannot be.
    pub(super) fn conversion(&mut self, x: &mut Operand, ty: TyId) {
        let constant_arg = x.is_constant();
        let result = if constant_arg && self.is_const_type(ty) {
            self.constant_conversion(x, ty)
        } else if constant_arg && self.is_type_param(ty) {
            let result = self.constant_to_param(x, ty);
            x.mode = Mode::Value;
            result
        } else {
            let cause = self.not_convertible(x, ty);
            if cause.is_none() {
                x.mode = Mode::Value;
            }
            cause.map_or(Ok(()), Err)
        };
        if let Err(cause) = result {
            self.report_conversion(x, ty, cause);
            x.invalidate();
            return;
        }
        if self.is_untyped(x.ty) {
            let last = self.argument_type(x, ty, constant_arg);
            self.update_operand_type(x, last, Finality::Final);
        }
        if !x.is_constant() {
            x.value = None;
        }
        x.ty = ty;
    }

    /// The final type of an untyped argument of a conversion to `ty`.
    fn argument_type(&self, x: &Operand, ty: TyId, constant_arg: bool) -> TyId {
        if x.ty == Basic::UntypedNil.ty() {
            ty
        } else if self.is_interface(ty) || constant_arg && !self.is_const_type(ty) {
            self.default_type(x.ty)
        } else if x.is_constant() && self.all_integer(x.ty) && self.all_string(ty) {
            x.ty
        } else {
            ty
        }
    }

    /// A constant converted to a type of constants. The error is the cause to add to the message, if any.
    fn constant_conversion(&mut self, x: &mut Operand, ty: TyId) -> Result<(), String> {
        let Some(value) = &x.value else { return Ok(()) };
        let basic = self.shared.types.basic(ty).expect("a type of constants has a basic underlying type");
        if let Some(rounded) = value.representable(basic) {
            x.value = Some(rounded);
            return Ok(());
        }
        if self.all_integer(x.ty) && basic.is_string() {
            let char = value.to_u64().and_then(|n| u32::try_from(n).ok()).and_then(char::from_u32);
            let char = char.unwrap_or(char::REPLACEMENT_CHARACTER);
            x.value = Some(ConstValue::String(char.to_string().into_bytes().into()));
            return Ok(());
        }
        // Messages show the integer that was tried.
        if basic.is_integer()
            && let Some(int) = value.to_int()
        {
            x.value = Some(ConstValue::Int(int));
        }
        Err(String::new())
    }

    /// A constant converted to a type parameter: possible if it is for all types of the type set.
    fn constant_to_param(&mut self, x: &Operand, ty: TyId) -> Result<(), String> {
        let types = self.types();
        let shown = self.ty_str(ty);
        let Some(list) = types.each_type(ty) else {
            return Err(format!("{shown} does not contain specific types"));
        };
        for (t, u) in list {
            if self.all_string(x.ty) && self.is_bytes_or_runes(u) {
                continue;
            }
            let fits = self.is_const_type(u) && self.constant_conversion(&mut x.clone(), u).is_ok();
            if fits {
                continue;
            }
            let byte_or_rune = t == self.shared.universe.byte || t == self.shared.universe.rune;
            let u_shown = self.ty_str(if byte_or_rune { t } else { u });
            return Err(match &x.value {
                Some(value) if self.all_integer(x.ty) && self.all_integer(u) => {
                    format!("constant {value} overflows {u_shown} (in {shown})")
                }
                _ => format!("cannot convert {} to type {u_shown} (in {shown})", self.operand_string(x)),
            });
        }
        Ok(())
    }

    fn report_conversion(&mut self, x: &Operand, ty: TyId, cause: String) {
        let t = self.ty_str(ty);
        let text = match &x.value {
            Some(value) if x.is_constant() && self.all_integer(x.ty) && self.all_integer(ty) => {
                format!("constant {value} overflows {t}")
            }
            _ if cause.is_empty() => format!("cannot convert {} to type {t}", self.operand_string(x)),
            _ => format!("cannot convert {} to type {t}: {cause}", self.operand_string(x)),
        };
        let pos = self.operand_pos(x);
        self.error(pos, Code::InvalidConversion, text);
    }
}
