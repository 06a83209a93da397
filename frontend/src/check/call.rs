//! Calls (Go spec, Calls; gc: `types2/call.go`).

use super::args::Callee;
use super::expr::ExprClass;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind, List};
use crate::diag::Code;
use crate::program::{ExprInfo, Mode};
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
        let (mut f, inst) = self.callee(fun);
        if f.mode == Mode::Type {
            self.non_generic(&mut f, None);
            if f.is_invalid() {
                return (Operand::invalid(Some(e)), ExprClass::Conversion);
            }
        }
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
            _ => (self.function_call(e, f, fun, inst, args, dots), ExprClass::Statement),
        }
    }

    /// The function or type of a call. The flag tells that it is a generic function with an index expression whose type
    /// arguments are not looked at yet.
    fn callee(&mut self, fun: ExprId) -> (Operand, bool) {
        let ExprKind::Index { x, index } = self.ast().exprs[fun].kind else {
            return (self.generic_expr_or_type(fun), false);
        };
        let (mut f, is_inst) = self.index_expr(fun, x, index);
        f.expr = Some(fun);
        f.label = None;
        self.record_operand(&f);
        (f, is_inst)
    }

    /// The function type that a callee has, all types of its type set alike, or why it cannot be called.
    fn callee_type(&self, ty: TyId) -> Result<TyId, String> {
        let types = self.types();
        if let Some(list) = types.each_type(ty)
            && let Some(&(t, _)) = list.iter().find(|(_, u)| !matches!(types.get(*u), Ty::Func(_)))
        {
            return Err(format!("{} is not a function", self.ty_str(t)));
        }
        self.common_underlying(ty)
    }

    /// A call of a function value. `inst` tells that `fun` has type arguments that are not looked at yet.
    fn function_call(
        &mut self,
        e: ExprId,
        f: Operand,
        fun: ExprId,
        inst: bool,
        args: &[ExprId],
        dots: bool,
    ) -> Operand {
        let mut ty = match self.callee_type(f.ty) {
            Ok(ty) => ty,
            Err(why) => {
                self.error_about(&f, Code::InvalidCall, |c, f| {
                    format!("invalid operation: cannot call {}: {why}", c.operand_string(f))
                });
                return Operand::invalid(Some(e));
            }
        };
        let was_generic = self.is_generic(ty);
        let mut list = if inst { self.type_arg_exprs(fun) } else { Vec::new() };
        let Some(mut targs) = self.type_list(&list) else {
            self.use_exprs(args);
            return Operand::invalid(Some(e));
        };
        let (got, want) = (targs.len(), self.tparams_of(ty).len());
        if got > want {
            let text = format!("got {got} type arguments but want {want}");
            self.error_at(list[want], Code::WrongTypeArgCount, text);
            self.use_exprs(args);
            return Operand::invalid(Some(e));
        }
        if got == want && want > 0 {
            let pos = self.ast().exprs[fun].pos;
            self.verify_version(pos, 18, "function instantiation");
            ty = self.instantiate_signature(pos, fun, ty, &targs, &list);
            targs.clear();
            list.clear();
        }
        let arguments = self.argument_list(args);
        let callee = Callee { fun, ty, targs: &targs, list: &list };
        let ty = self.call_arguments(e, &callee, args, dots, arguments);
        let Ty::Func(sig) = self.types().get(ty) else { return Operand::invalid(Some(e)) };
        if was_generic && sig.tparams.is_empty() {
            self.record_callee(fun, ty);
        }
        self.env.has_call_or_recv = true;
        if let [one] = &*sig.results
            && !self.is_complete(one.ty)
        {
            return Operand::invalid(Some(e));
        }
        let x = self.call_result(e, if was_generic { ty } else { f.ty }, sig);
        // After an error the result may have the type of a type parameter that means nothing here.
        if x.mode == Mode::Value && !sig.tparams.is_empty() && self.is_parameterized(&sig.tparams, x.ty) {
            return Operand::invalid(Some(e));
        }
        x
    }

    /// Records the type of an instantiated function, for the expression and for the name in it.
    fn record_callee(&mut self, mut fun: ExprId, ty: TyId) {
        loop {
            self.record(fun, ExprInfo { mode: Mode::Value, ty });
            fun = match self.ast().exprs[fun].kind {
                ExprKind::Paren(inner) => inner,
                _ => return,
            };
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
