//! Calls (Go spec, Calls; gc: `types2/call.go`).

use super::expr::ExprClass;
use super::{Checker, Operand};
use crate::ast::{ExprId, List};
use crate::diag::Code;
use crate::program::Mode;
use crate::types::{FuncTy, Ty, TyId};

impl<'p> Checker<'p> {
    /// `fun(args…)`: a call, a conversion or a call of a predeclared function.
    pub(super) fn call_expr(
        &mut self,
        e: ExprId,
        fun: ExprId,
        args: List<ExprId>,
        dots: bool,
    ) -> (Operand, ExprClass) {
        let args = self.ast().list(args);
        let f = self.expr_or_type(fun);
        match f.mode {
            Mode::Invalid => {
                self.use_exprs(args);
                (Operand::invalid(Some(e)), ExprClass::Statement)
            }
            Mode::Type => (self.conversion_call(e, f.ty, args, dots), ExprClass::Conversion),
            Mode::Builtin => {
                let builtin = f.builtin.expect("an operand of mode builtin names one");
                let x = self.builtin_call(e, builtin, fun, args, dots);
                if !x.is_invalid() && !x.is_constant() {
                    self.env.has_call_or_recv = true;
                }
                let class = if builtin.is_statement() { ExprClass::Statement } else { ExprClass::Expression };
                (x, class)
            }
            _ => (self.function_call(e, f, fun, args, dots), ExprClass::Statement),
        }
    }

    /// A call of a function value.
    fn function_call(&mut self, e: ExprId, f: Operand, fun: ExprId, args: &[ExprId], dots: bool) -> Operand {
        let Ty::Func(sig) = self.under(f.ty) else {
            self.error_about(&f, Code::InvalidCall, |c, f| {
                let t = c.ty_str(f.ty);
                format!("invalid operation: cannot call {}: {t} is not a function", c.operand_string(f))
            });
            return Operand::invalid(Some(e));
        };
        let mut operands = self.argument_list(args);
        self.arguments(e, fun, sig, args, dots, &mut operands);
        self.env.has_call_or_recv = true;
        match &*sig.results {
            [one] if !self.is_complete(one.ty) => Operand::invalid(Some(e)),
            _ => self.call_result(e, f.ty, sig),
        }
    }

    /// What a call of a function with this signature yields.
    fn call_result(&self, e: ExprId, fun: TyId, sig: &FuncTy) -> Operand {
        match &*sig.results {
            // The type is shown where the call is counted as an argument.
            [] => Operand::new(Mode::NoValue, fun, e),
            [one] => Operand::new(Mode::Value, one.ty, e),
            several => {
                let types: Vec<_> = several.iter().map(|r| r.ty).collect();
                Operand::new(Mode::Value, self.tuple(&types), e)
            }
        }
    }
}
