//! `complex`, `real`, `imag`, `min` and `max` (Go spec, Manipulating complex numbers, Min and max).

use super::builtin::BuiltinCall;
use super::untyped::Finality;
use super::{Checker, Operand};
use crate::ast::BinaryOp;
use crate::diag::Code;
use crate::types::Basic;
use crate::types::builtins::Builtin;
use crate::types::constant::ConstValue;

impl<'p> Checker<'p> {
    /// `complex(re, im)`
    pub(super) fn builtin_complex(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let mut y = call.operands.remove(1);
        let mut x = call.operands.remove(0);
        self.match_complex_parts(&mut x, &mut y);
        if x.is_invalid() || y.is_invalid() {
            return call.invalid();
        }
        if self.types().identical(x.ty, y.ty)
            && self.is_type_param(x.ty)
            && self.all_basic(x.ty, Basic::is_float)
        {
            self.unsupported_param(&x, call.builtin);
            return call.invalid();
        }
        if !self.types().identical(x.ty, y.ty) {
            let what = self.expr_str(call.e);
            let types = format!("mismatched types {} and {}", self.ty_str(x.ty), self.ty_str(y.ty));
            self.error_about(&x, Code::InvalidComplex, |_, _| format!("invalid operation: {what} ({types})"));
            return call.invalid();
        }
        let result = match self.types().basic(x.ty) {
            Some(Basic::Float32) => Basic::Complex64,
            Some(Basic::Float64) => Basic::Complex128,
            Some(Basic::UntypedFloat) => Basic::UntypedComplex,
            _ => {
                self.error_about(&x, Code::InvalidComplex, |c, x| {
                    format!(
                        "invalid argument: arguments have type {}, expected floating-point",
                        c.ty_str(x.ty)
                    )
                });
                return call.invalid();
            }
        };
        if x.is_constant() && y.is_constant() {
            let part = |x: &Operand| x.value.as_ref().and_then(ConstValue::to_real);
            let value = part(&x).zip(part(&y)).map(|(re, im)| ConstValue::Complex(re, im));
            x.ty = result.ty();
            x.value = value;
        } else {
            x.set_value(result.ty());
        }
        x
    }

    /// Brings untyped parts of a complex number to the type of the other, or to a floating-point one.
    fn match_complex_parts(&mut self, x: &mut Operand, y: &mut Operand) {
        match (self.is_untyped(x.ty), self.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(x, y.ty),
            (false, true) => self.convert_untyped(y, x.ty),
            (true, true) if x.is_constant() && y.is_constant() => {
                for part in [x, y] {
                    let real = part.value.as_ref().is_none_or(|v| v.to_real().is_some());
                    if self.all_numeric(part.ty) && real {
                        part.ty = Basic::UntypedFloat.ty();
                    }
                }
            }
            // A shift that has no type yet: it becomes one of floats, which is an error.
            (true, true) => {
                self.convert_untyped(x, Basic::Float64.ty());
                self.convert_untyped(y, Basic::Float64.ty());
            }
        }
    }

    /// gc has no type for the parts of a number of a type parameter.
    fn unsupported_param(&mut self, x: &Operand, builtin: Builtin) {
        self.error_about(x, Code::UnsupportedFeature, |c, x| {
            format!(
                "{} not supported as argument to built-in {} for go1.18 (see go.dev/issue/50937)",
                c.operand_string(x),
                builtin.name()
            )
        });
    }

    /// `real(x)`, `imag(x)`
    pub(super) fn builtin_part(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let mut x = call.operands.remove(0);
        if self.is_untyped(x.ty) {
            if !x.is_constant() {
                self.convert_untyped(&mut x, Basic::Complex128.ty());
                if x.is_invalid() {
                    return call.invalid();
                }
            } else if self.all_numeric(x.ty) {
                x.ty = Basic::UntypedComplex.ty();
            }
        }
        if self.is_type_param(x.ty) && self.all_complex(x.ty) {
            self.unsupported_param(&x, call.builtin);
            return call.invalid();
        }
        let is_real = call.builtin == Builtin::Real;
        let result = match self.types().basic(x.ty) {
            Some(Basic::Complex64) => Basic::Float32,
            Some(Basic::Complex128) => Basic::Float64,
            Some(Basic::UntypedComplex) => Basic::UntypedFloat,
            _ => {
                let code = if is_real { Code::InvalidReal } else { Code::InvalidImag };
                self.error_about(&x, code, |c, x| {
                    format!("invalid argument: argument has type {}, expected complex type", c.ty_str(x.ty))
                });
                return call.invalid();
            }
        };
        if x.is_constant() {
            let part = if is_real { ConstValue::real } else { ConstValue::imag };
            x.value = x.value.as_ref().and_then(part);
            x.ty = result.ty();
        } else {
            x.set_value(result.ty());
        }
        x
    }

    /// `min(x, …)`, `max(x, …)`
    pub(super) fn builtin_min_max(&mut self, mut call: BuiltinCall<'_>) -> Operand {
        let name = call.builtin.name();
        if self.lang() < 21 {
            self.verify_version(self.start(call.fun), 21, &format!("built-in {name}"));
        }
        let mut operands = std::mem::take(&mut call.operands);
        let mut x = operands[0].clone();
        for (i, a) in operands.iter_mut().enumerate() {
            if !self.all_ordered(a.ty) {
                self.error_about(a, Code::InvalidMinMaxOperand, |c, a| {
                    format!("invalid argument: {} cannot be ordered", c.operand_string(a))
                });
                return call.invalid();
            }
            if i > 0 && !self.extend_min_max(&mut x, a, call.builtin) {
                return call.invalid();
            }
        }
        if !x.is_constant() {
            x.set_value(x.ty);
            let any = self.shared.universe.empty_interface;
            self.assignment(&mut x, Some(any), &*format!("argument to built-in {name}"));
            if x.is_invalid() {
                return call.invalid();
            }
        }
        for a in &operands {
            self.update_operand_type(a, x.ty, Finality::Final);
        }
        x
    }

    /// Makes `x` the smaller or larger of `x` and `a`.
    fn extend_min_max(&mut self, x: &mut Operand, a: &mut Operand, builtin: Builtin) -> bool {
        self.match_types(x, a);
        if x.is_invalid() {
            return false;
        }
        if !self.types().identical(x.ty, a.ty) {
            let text = format!(
                "invalid argument: mismatched types {} (previous argument) and {} (type of {})",
                self.ty_str(x.ty),
                self.ty_str(a.ty),
                self.operand_expr(a)
            );
            self.error_about(a, Code::MismatchedTypes, |_, _| text);
            return false;
        }
        if !x.is_constant() || !a.is_constant() {
            x.set_value(x.ty);
            return true;
        }
        let op = if builtin == Builtin::Max { BinaryOp::Gt } else { BinaryOp::Lt };
        match (&x.value, &a.value) {
            (Some(best), Some(value)) if ConstValue::compare(op, value, best) => *x = a.clone(),
            (Some(_), Some(_)) => {}
            _ => x.value = None,
        }
        true
    }
}
