//! Arguments of calls (Go spec, Calls, Passing arguments to ... parameters).

use super::assign::Context;
use super::expr::Generic;
use super::infer::Inference;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind};
use crate::diag::Code;
use crate::program::Mode;
use crate::types::{FuncTy, Ty, TyId};

/// How the last type of a list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Last {
    /// As it is.
    Plain,
    /// A slice `[]T` as the parameter `...T`.
    Variadic,
    /// With the dots of the argument `s...`.
    Dots,
}

/// An argument of a call.
pub(super) struct Argument {
    /// Its value.
    pub operand: Operand,
    /// Type arguments of a generic function that lacks others.
    pub targs: Vec<TyId>,
}

impl Argument {
    fn new(operand: Operand) -> Argument {
        Argument { operand, targs: Vec::new() }
    }
}

/// The function of a call.
pub(super) struct Callee<'a> {
    /// The expression.
    pub fun: ExprId,
    /// Its function type.
    pub ty: TyId,
    /// The first type arguments, as far as they are written and others are missing.
    pub targs: &'a [TyId],
    /// Their expressions.
    pub list: &'a [ExprId],
}

impl<'p> Checker<'p> {
    /// Checks a list of values; a single call may yield several.
    pub fn expr_list(&mut self, exprs: &[ExprId]) -> Vec<Operand> {
        match exprs {
            &[e] => self.multi_expr(e, false).0,
            _ => exprs.iter().map(|&e| self.expr(e, None)).collect(),
        }
    }

    /// [`Checker::expr_list`] for arguments: they may be generic functions, and messages show the call for each of its
    /// results. With each operand come the type arguments of a generic function that has some of them.
    pub(super) fn argument_list(&mut self, exprs: &[ExprId]) -> Vec<Argument> {
        if let &[e] = exprs {
            if let Some(argument) = self.partial_argument(e) {
                return vec![argument];
            }
            let (mut x, _) = self.raw_expr_for(e, None, Generic::Allowed);
            self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
            return match self.tuple_types(x.ty) {
                Some(types) if !x.is_invalid() => {
                    types.iter().map(|&ty| Argument::new(Operand::new(Mode::Value, ty, e))).collect()
                }
                _ => vec![Argument::new(x)],
            };
        }
        let mut list = Vec::with_capacity(exprs.len());
        for &e in exprs {
            let argument = match self.partial_argument(e) {
                Some(argument) => argument,
                None => Argument::new(self.generic_expr(e, None)),
            };
            list.push(argument);
        }
        list
    }

    /// An argument `f[T]` where f is a generic function that may have more type parameters.
    fn partial_argument(&mut self, e: ExprId) -> Option<Argument> {
        let ExprKind::Index { x: inner, index } = self.ast().exprs[e].kind else { return None };
        let (mut x, is_inst) = self.index_expr(e, inner, index);
        x.expr = Some(e);
        x.label = None;
        let mut targs = None;
        if is_inst {
            let pos = self.operand_pos(&x);
            let infer = self.lang() < 21;
            targs = self.func_inst_args(&mut x, pos, Some(e), None, infer);
        }
        if targs.is_none() {
            self.record_operand(&x);
        }
        self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
        self.single_value(&mut x);
        Some(Argument { operand: x, targs: targs.unwrap_or_default() })
    }

    /// Checks that the operands can be passed to a function with this signature. `args` are the expressions they
    /// came from, `dots` tells whether the last is followed by `...`.
    pub(super) fn arguments(
        &mut self,
        call: ExprId,
        fun: ExprId,
        sig: &FuncTy,
        args: &[ExprId],
        dots: bool,
        operands: &mut [Operand],
    ) {
        if let Some(params) = self.match_params(call, fun, sig, args, dots, operands) {
            for (x, ty) in operands.iter_mut().zip(params) {
                self.assignment(x, Some(ty), Context::Argument(fun));
            }
        }
    }

    /// The parameter type for each operand; reports if their number is wrong.
    fn match_params(
        &mut self,
        call: ExprId,
        fun: ExprId,
        sig: &FuncTy,
        args: &[ExprId],
        dots: bool,
        operands: &[Operand],
    ) -> Option<Vec<TyId>> {
        let count = operands.len();
        let mut params: Vec<TyId> = sig.params.iter().map(|p| p.ty).collect();
        let mut wanted = params.len();
        match (sig.variadic, dots) {
            (true, true) if args.len() == 1 && count > 1 => {
                let text = format!("cannot use ... with {count}-valued {}", self.expr_str(args[0]));
                self.error_at(call, Code::InvalidDotDotDot, text);
                return None;
            }
            (false, true) => {
                let text = format!("cannot use ... in call to non-variadic {}", self.expr_str(fun));
                self.error_at(call, Code::NonVariadicDotDotDot, text);
                return None;
            }
            (true, false) if count + 1 >= wanted => {
                let rest = params.pop().expect("a variadic function has a parameter");
                params.resize(count, self.slice_elem(rest));
                wanted = count;
            }
            (true, false) => wanted -= 1,
            (true, true) | (false, false) => {}
        }
        if count != wanted {
            self.argument_mismatch(call, fun, sig, dots, operands, wanted);
            return None;
        }
        Some(params)
    }

    /// Checks the arguments of a call of the function `callee`, infers type arguments that are missing, and yields the
    /// type of the function called, still generic after an error.
    pub(super) fn call_arguments(
        &mut self,
        call: ExprId,
        callee: &Callee<'_>,
        args: &[ExprId],
        dots: bool,
        arguments: Vec<Argument>,
    ) -> TyId {
        let (mut operands, given): (Vec<Operand>, Vec<Vec<TyId>>) =
            arguments.into_iter().map(|a| (a.operand, a.targs)).unzip();
        let Ty::Func(sig) = self.types().get(callee.ty) else { return callee.ty };
        let Some(mut params) = self.match_params(call, callee.fun, sig, args, dots, &operands) else {
            return callee.ty;
        };
        let generic: Vec<usize> =
            (0..operands.len()).filter(|&i| self.generic_signature(&operands[i]).is_some()).collect();
        let mut ty = callee.ty;
        if !sig.tparams.is_empty() || !generic.is_empty() {
            match self.infer_call(call, callee, sig, &params, &mut operands, &generic, &given) {
                Some(instance) => (ty, params) = instance,
                None => return callee.ty,
            }
        }
        for (x, ty) in operands.iter_mut().zip(params) {
            self.assignment(x, Some(ty), Context::Argument(callee.fun));
        }
        ty
    }

    /// Infers the type arguments of a call and of the generic functions among its arguments (`generic`, of which
    /// `given` has the type arguments that were written). The result is the type of the function and of its parameters.
    #[allow(clippy::too_many_arguments)]
    fn infer_call(
        &mut self,
        call: ExprId,
        callee: &Callee<'_>,
        sig: &FuncTy,
        params: &[TyId],
        operands: &mut [Operand],
        generic: &[usize],
        given: &[Vec<TyId>],
    ) -> Option<(TyId, Vec<TyId>)> {
        let pos = self.ast().exprs[call].pos;
        let own = sig.tparams.len();
        if own > 0 && self.lang() < 18 {
            let (at, what) = match self.ast().exprs[callee.fun].kind {
                ExprKind::Index { .. } => (self.ast().exprs[callee.fun].pos, "function instantiation"),
                _ => (pos, "implicit function instantiation"),
            };
            self.verify_version(at, 18, what);
        }
        let (mut tparams, fresh_params) = self.rename_tparams(&sig.tparams, params);
        let mut targs: Vec<Option<TyId>> = callee.targs.iter().copied().map(Some).collect();
        targs.resize(own, None);
        let mut generic_tys = Vec::with_capacity(generic.len());
        for &i in generic {
            let arg = &mut operands[i];
            generic_tys.push(arg.ty);
            let Ty::Func(arg_sig) = self.types().get(arg.ty) else { continue };
            let plain = self.types().intern(Ty::Func(FuncTy { tparams: Box::default(), ..arg_sig.clone() }));
            let (fresh, tys) = self.rename_tparams(&arg_sig.tparams, &[plain]);
            arg.ty = tys[0];
            targs.extend(given[i].iter().copied().map(Some));
            tparams.extend(fresh);
            targs.resize(tparams.len(), None);
        }
        if let Some(&first) = generic.first() {
            let pos = self.operand_pos(&operands[first]);
            self.verify_version(pos, 21, "implicitly instantiated function as argument");
        }
        let inference = Inference { pos, tparams: &tparams, reverse: false };
        let targs = match self.infer(inference, targs, &fresh_params, operands) {
            Ok(targs) => targs,
            Err(error) => {
                if let Some((pos, text)) = error {
                    let text = format!("in call to {}, {text}", self.expr_str(callee.fun));
                    self.error(pos, Code::CannotInferTypeArgs, text);
                }
                return None;
            }
        };
        let (mut ty, mut params) = (callee.ty, params.to_vec());
        if own > 0 {
            ty = self.instantiate_signature(pos, callee.fun, callee.ty, &targs[..own], callee.list);
            params = params.iter().map(|&p| self.types().subst(p, &sig.tparams, &targs[..own])).collect();
        }
        let mut at = own;
        for (&i, generic_ty) in generic.iter().zip(generic_tys) {
            let end = at + self.tparams_of(generic_ty).len();
            let expr = operands[i].expr.expect("a generic function is an expression");
            let arg_pos = self.ast().exprs[expr].pos;
            operands[i].ty = self.instantiate_signature(arg_pos, expr, generic_ty, &targs[at..end], &[]);
            self.record_operand(&operands[i]);
            at = end;
        }
        Some((ty, params))
    }

    /// The element type of a slice type; that of a variadic parameter is always one.
    fn slice_elem(&self, ty: TyId) -> TyId {
        match self.under(ty) {
            Ty::Slice(elem) => *elem,
            _ => TyId::ERROR,
        }
    }

    fn argument_mismatch(
        &mut self,
        call: ExprId,
        fun: ExprId,
        sig: &FuncTy,
        dots: bool,
        operands: &[Operand],
        wanted: usize,
    ) {
        let (pos, quantity) = match (operands.get(wanted), operands.last()) {
            (Some(extra), _) => (self.operand_pos(extra), "too many"),
            (None, Some(last)) => (self.operand_pos(last), "not enough"),
            (None, None) => (self.start(call), "not enough"),
        };
        let have: Vec<TyId> = operands.iter().map(|x| x.ty).collect();
        let want: Vec<TyId> = sig.params.iter().map(|p| p.ty).collect();
        let text = format!(
            "{quantity} arguments in call to {}\n\thave {}\n\twant {}",
            self.expr_str(fun),
            self.types_summary(&have, if dots { Last::Dots } else { Last::Plain }),
            self.types_summary(&want, if sig.variadic { Last::Variadic } else { Last::Plain })
        );
        self.error(pos, Code::WrongArgCount, text);
    }

    /// `(int, string)`: types of values or variables as mismatches show them. Untyped numbers are `number`, so that
    /// no particular type seems to be asked for.
    pub(super) fn types_summary(&self, types: &[TyId], last: Last) -> String {
        let shown = types.iter().enumerate().map(|(i, &ty)| {
            let special = if i + 1 == types.len() { last } else { Last::Plain };
            match special {
                Last::Plain => self.type_summary(ty),
                Last::Variadic => format!("...{}", self.ty_str(self.slice_elem(ty))),
                Last::Dots => format!("{}...", self.type_summary(ty)),
            }
        });
        format!("({})", shown.collect::<Vec<_>>().join(", "))
    }

    fn type_summary(&self, ty: TyId) -> String {
        match self.types().get(ty) {
            _ if !self.is_valid(ty) => "unknown type".to_string(),
            Ty::Basic(b) if b.is_untyped() && b.is_numeric() => "number".to_string(),
            Ty::Basic(b) if b.is_untyped() => b.name().trim_start_matches("untyped ").to_string(),
            _ => self.ty_str(ty),
        }
    }
}
