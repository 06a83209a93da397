//! Generic functions used as values: explicit, partial and inferred instantiation (Go spec, Instantiations;
//! gc: `types2/call.go`).

use super::infer::Inference;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind};
use crate::diag::Code;
use crate::program::Mode;
use crate::source::Pos;
use crate::types::{FuncTy, Ty, TyId, TypeParamId};

/// The function type that a generic function is assigned to, from which type arguments are inferred.
#[derive(Clone, Debug)]
pub(super) struct FuncTarget {
    /// The type, whose underlying type is a function type.
    pub ty: TyId,
    /// What messages call the place.
    pub desc: String,
}

impl<'p> Checker<'p> {
    /// A target for inference, if `ty` is a function type.
    pub(super) fn func_target(
        &self,
        ty: Option<TyId>,
        desc: impl FnOnce(&Self) -> String,
    ) -> Option<FuncTarget> {
        let ty = ty?;
        let ty = self.types().common_underlying(ty).ok().flatten()?;
        matches!(self.types().get(ty), Ty::Func(_)).then(|| FuncTarget { ty, desc: desc(self) })
    }

    /// The signature of an operand that is a generic function without (all) type arguments.
    pub(super) fn generic_signature(&self, x: &Operand) -> Option<&'p FuncTy> {
        match self.types().get(x.ty) {
            Ty::Func(f) if x.mode == Mode::Value && !f.tparams.is_empty() => Some(f),
            _ => None,
        }
    }

    /// Reports and invalidates an operand that is a generic type, or a generic function whose type arguments do not
    /// follow from a target.
    pub(super) fn non_generic(&mut self, x: &mut Operand, target: Option<&FuncTarget>) {
        if x.is_invalid() || x.mode == Mode::NoValue || !self.is_generic(x.ty) {
            return;
        }
        let is_func = matches!(self.types().get(x.ty), Ty::Func(_));
        if is_func && x.mode != Mode::Value {
            return;
        }
        if let (true, Some(target)) = (is_func, target) {
            let pos = self.operand_pos_of(x);
            self.func_inst(x, pos, None, Some(target));
            return;
        }
        let what = if is_func { "function" } else { "type" };
        let text = format!("cannot use generic {what} {} without instantiation", self.operand_expr(x));
        let pos = self.operand_pos(x);
        self.error(pos, Code::WrongTypeArgCount, text);
        x.invalidate();
        x.ty = TyId::ERROR;
    }

    /// The position that gc gives an operand's expression (not its leftmost one).
    fn operand_pos_of(&self, x: &Operand) -> Pos {
        match (&x.label, x.expr) {
            (None, Some(e)) => self.ast().exprs[e].pos,
            _ => self.operand_pos(x),
        }
    }

    /// Instantiates the generic function `x`, with the type arguments in the index expression `inst` if there is one;
    /// the rest is inferred from the target.
    pub(super) fn func_inst(
        &mut self,
        x: &mut Operand,
        pos: Pos,
        inst: Option<ExprId>,
        target: Option<&FuncTarget>,
    ) {
        if let Some(targs) = self.func_inst_args(x, pos, inst, target, true) {
            debug_assert!(targs.is_empty());
        }
    }

    /// [`Checker::func_inst`]; without `infer` too few type arguments are returned instead.
    pub(super) fn func_inst_args(
        &mut self,
        x: &mut Operand,
        pos: Pos,
        inst: Option<ExprId>,
        target: Option<&FuncTarget>,
        infer: bool,
    ) -> Option<Vec<TyId>> {
        let err_pos = inst.map_or(pos, |e| self.ast().exprs[e].pos);
        if inst.is_some() {
            x.expr = inst;
        }
        let version_ok = self.verify_version(err_pos, 18, "function instantiation");
        let list = inst.map(|e| self.type_arg_exprs(e)).unwrap_or_default();
        let Some(mut targs) = self.type_list(&list) else {
            x.invalidate();
            return None;
        };
        let sig = self.generic_signature(x)?;
        let (got, want) = (targs.len(), sig.tparams.len());
        if got > want {
            let text = format!("got {got} type arguments but want {want}");
            self.error_at(list[got - 1], Code::WrongTypeArgCount, text);
            x.invalidate();
            return None;
        }
        if got < want {
            if !infer {
                return Some(targs);
            }
            if target.is_some() && version_ok && self.lang() < 21 {
                let how = if inst.is_some() { "partially" } else { "implicitly" };
                self.verify_version(err_pos, 21, &format!("{how} instantiated function in assignment"));
            }
            let Some(inferred) = self.infer_from_target(x, pos, sig, &targs, target) else {
                x.invalidate();
                return None;
            };
            targs = inferred;
        }
        let expr = x.expr.expect("an instantiated function is an expression");
        let x_pos = self.ast().exprs[expr].pos;
        x.ty = self.instantiate_signature(x_pos, expr, x.ty, &targs, &list);
        x.mode = Mode::Value;
        None
    }

    /// The type arguments in the brackets of `x[…]`.
    pub(super) fn type_arg_exprs(&self, e: ExprId) -> Vec<ExprId> {
        match self.ast().exprs[e].kind {
            ExprKind::Index { index, .. } => self.index_list(index),
            _ => Vec::new(),
        }
    }

    fn infer_from_target(
        &mut self,
        x: &Operand,
        pos: Pos,
        sig: &FuncTy,
        targs: &[TyId],
        target: Option<&FuncTarget>,
    ) -> Option<Vec<TyId>> {
        let mut params = Vec::new();
        let mut args = Vec::new();
        if let Some(target) = target {
            let plain = FuncTy { tparams: Box::default(), ..sig.clone() };
            params.push(self.types().intern(Ty::Func(plain)));
            let at = self.operand_pos_of(x);
            args.push(Operand::labelled(Mode::Value, self.types().underlying(target.ty), &target.desc, at));
        }
        let (tparams, params) = self.rename_tparams(&sig.tparams, &params);
        let mut given: Vec<Option<TyId>> = targs.iter().copied().map(Some).collect();
        given.resize(tparams.len(), None);
        let inference = Inference { pos, tparams: &tparams, reverse: target.is_some() };
        match self.infer(inference, given, &params, &args) {
            Ok(targs) => Some(targs),
            Err(error) => {
                if let Some((pos, text)) = error {
                    self.error(pos, Code::CannotInferTypeArgs, text);
                }
                None
            }
        }
    }

    /// The type of a generic function with all its type arguments. Records the instance for `expr` and what stands in
    /// it.
    pub(super) fn instantiate_signature(
        &mut self,
        pos: Pos,
        expr: ExprId,
        generic: TyId,
        targs: &[TyId],
        list: &[ExprId],
    ) -> TyId {
        let Ty::Func(sig) = self.types().get(generic) else { return TyId::ERROR };
        let plain = self.types().intern(Ty::Func(FuncTy { tparams: Box::default(), ..sig.clone() }));
        let instance = self.types().subst(plain, &sig.tparams, targs);
        self.record_instance(expr, targs);
        let (targs, list) = (targs.to_vec(), list.to_vec());
        self.later(move |c| c.verify_type_args(pos, &sig.tparams, &targs, &list));
        instance
    }

    /// Records the type arguments of a generic function for the expression that denotes it, and for the name in it.
    fn record_instance(&mut self, mut expr: ExprId, targs: &[TyId]) {
        let canon: Box<[TyId]> = targs.iter().map(|&t| self.types().canon(t)).collect();
        loop {
            self.info().instances.insert(expr, canon.clone());
            expr = match self.ast().exprs[expr].kind {
                ExprKind::Paren(inner) => inner,
                ExprKind::Index { x, .. } => x,
                _ => return,
            };
        }
    }

    /// Fresh type parameters in place of `tparams`, with the constraints adapted, and `types` in terms of them: so that
    /// a generic function can be called with arguments that mention its own type parameters.
    pub(super) fn rename_tparams(
        &mut self,
        tparams: &[TypeParamId],
        types: &[TyId],
    ) -> (Vec<TypeParamId>, Vec<TyId>) {
        let store = self.types();
        let fresh: Vec<TypeParamId> = tparams
            .iter()
            .map(|&p| {
                let param = store.type_param(p);
                self.new_type_param(param.obj, param.index)
            })
            .collect();
        let args: Vec<TyId> = fresh.iter().map(|&p| store.intern(Ty::TypeParam(p))).collect();
        for (&p, &f) in tparams.iter().zip(&fresh) {
            let constraint = store.type_param(p).constraint.get().copied().unwrap_or_default();
            let _ = store.type_param(f).constraint.set(store.subst(constraint, tparams, &args));
        }
        let types = types.iter().map(|&t| store.subst(t, tparams, &args)).collect();
        (fresh, types)
    }

    /// The signature of a method reached through a value of type `owner`, the type it was declared for: in terms of the
    /// owner's type arguments.
    pub(super) fn method_sig_of(&mut self, owner: TyId, method: crate::object::ObjId) -> TyId {
        let sig = self.method_sig(method);
        let types = self.types();
        let (owner, _) = types.deref(owner);
        let Some(named) = types.as_named(owner) else { return sig };
        let targs = &types.named(named).targs;
        let params = types.method_tparams(method);
        if targs.is_empty() || params.len() != targs.len() {
            return sig;
        }
        let Ty::Func(f) = types.get(sig) else { return sig };
        let sig = types.subst(sig, params, targs);
        let depends = |&p: &TypeParamId| {
            types.type_param(p).constraint.get().is_some_and(|&c| types.mentions_type_params(c))
        };
        if f.tparams.is_empty() || !f.tparams.iter().any(depends) {
            return sig;
        }
        self.adapt_own_params(sig, params, targs)
    }

    /// A generic method's signature whose own type parameters have constraints that mention the receiver's.
    fn adapt_own_params(&mut self, sig: TyId, params: &[TypeParamId], targs: &[TyId]) -> TyId {
        let types = self.types();
        let Ty::Func(f) = types.get(sig) else { return sig };
        let plain = types.intern(Ty::Func(FuncTy { tparams: Box::default(), ..f.clone() }));
        let fresh: Vec<TypeParamId> = f
            .tparams
            .iter()
            .map(|&p| {
                let param = types.type_param(p);
                self.new_type_param(param.obj, param.index)
            })
            .collect();
        let own: Vec<TyId> = fresh.iter().map(|&p| types.intern(Ty::TypeParam(p))).collect();
        for (&p, &q) in f.tparams.iter().zip(&fresh) {
            let constraint = types.type_param(p).constraint.get().copied().unwrap_or_default();
            let constraint = types.subst(constraint, params, targs);
            let _ = types.type_param(q).constraint.set(types.subst(constraint, &f.tparams, &own));
        }
        let plain = types.subst(plain, &f.tparams, &own);
        let Ty::Func(plain) = types.get(plain) else { return sig };
        types.intern(Ty::Func(FuncTy { tparams: fresh.into(), ..plain.clone() }))
    }
}
