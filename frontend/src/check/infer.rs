//! Type inference (Go spec, Type inference; gc: `types2/infer.go`).

use super::unify::{Unifier, UnifyMode};
use super::{Checker, Operand};
use crate::source::Pos;
use crate::types::{Ty, TyId, TypeParamId};

/// What is to be inferred.
#[derive(Clone, Copy)]
pub(super) struct Inference<'a> {
    /// Where it is needed.
    pub pos: Pos,
    /// The type parameters.
    pub tparams: &'a [TypeParamId],
    /// The argument is the place that a function is assigned to.
    pub reverse: bool,
}

/// Why inference failed, unless that was reported before.
pub(super) type InferError = Option<(Pos, String)>;

/// The type that all types of a type set have as underlying type.
struct CoreTerm {
    tilde: bool,
    ty: TyId,
    /// The set has no other type.
    single: bool,
}

impl<'p> Checker<'p> {
    /// The type arguments for all type parameters, some of which may be given. `params` are in terms of the type
    /// parameters, and as many as `args`.
    pub(super) fn infer(
        &mut self,
        what: Inference<'_>,
        mut targs: Vec<Option<TyId>>,
        params: &[TyId],
        args: &[Operand],
    ) -> Result<Vec<TyId>, InferError> {
        targs.resize(what.tparams.len(), None);
        if targs.iter().all(Option::is_some) {
            return Ok(targs.into_iter().flatten().collect());
        }
        if args.iter().any(|a| a.is_invalid()) {
            return Err(None);
        }
        let params: Vec<TyId> = params.iter().map(|&p| self.subst_known(p, what.tparams, &targs)).collect();
        let mut u = Unifier::new(what.tparams, &targs, self.lang() >= 21);
        let untyped = self.infer_typed(&mut u, what, &params, args)?;
        self.infer_from_constraints(&mut u, what)?;
        self.infer_untyped(&mut u, &untyped, &params, args)?;
        self.simplify_inferred(what, &targs, u.inferred(what.tparams))
    }

    /// `ty` with those type parameters replaced whose arguments are known.
    fn subst_known(&self, ty: TyId, tparams: &[TypeParamId], targs: &[Option<TyId>]) -> TyId {
        let known = tparams.iter().zip(targs).filter_map(|(&p, &t)| Some((p, t?)));
        let (params, args): (Vec<TypeParamId>, Vec<TyId>) = known.unzip();
        self.types().subst(ty, &params, &args)
    }

    /// Unifies parameter types with the types of typed arguments. The result are the arguments that are untyped and
    /// for a type parameter itself.
    fn infer_typed(
        &mut self,
        u: &mut Unifier,
        what: Inference<'_>,
        params: &[TyId],
        args: &[Operand],
    ) -> Result<Vec<usize>, InferError> {
        let mut untyped = Vec::new();
        for (i, (&par, x)) in params.iter().zip(args).enumerate() {
            if !self.is_parameterized(what.tparams, par) && !self.is_parameterized(what.tparams, x.ty) {
                continue;
            }
            if !self.is_untyped(x.ty) {
                if !self.unify(u, par, x.ty, UnifyMode::ASSIGN) {
                    return Err(Some(self.infer_mismatch(u, what, par, x)));
                }
            } else if matches!(self.types().get(par), Ty::TypeParam(_)) && !x.is_nil() {
                untyped.push(i);
            }
        }
        Ok(untyped)
    }

    fn infer_mismatch(&mut self, u: &Unifier, what: Inference<'_>, par: TyId, x: &Operand) -> (Pos, String) {
        let targs = u.inferred(what.tparams);
        let (pos, expr, t) = (self.operand_pos(x), self.operand_expr(x), self.ty_str(x.ty));
        let p = self.ty_str(par);
        if targs.iter().all(Option::is_none) {
            let names = self.tparam_names(what.tparams);
            return (pos, format!("type {t} of {expr} does not match {p} (cannot infer {names})"));
        }
        let inferred = self.subst_known(par, what.tparams, &targs);
        if inferred == par {
            return (pos, format!("type {t} of {expr} does not match {p}"));
        }
        let inferred = self.ty_str(inferred);
        let text = if what.reverse {
            format!("inferred type {inferred} for {p} does not match type {t} of {expr}")
        } else {
            format!("type {t} of {expr} does not match inferred type {inferred} for {p}")
        };
        (pos, text)
    }

    /// `K, V, and T`
    fn tparam_names(&self, tparams: &[TypeParamId]) -> String {
        let names: Vec<&str> = tparams.iter().map(|&p| self.tparam_name(p)).collect();
        match &names[..] {
            [] => String::new(),
            [one] => one.to_string(),
            [a, b] => format!("{a} and {b}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        }
    }

    fn tparam_name(&self, p: TypeParamId) -> &'p str {
        self.name(self.object(self.types().type_param(p).obj).name)
    }

    /// Unifies type arguments with the core types and methods of their constraints until nothing new is learned.
    fn infer_from_constraints(&mut self, u: &mut Unifier, what: Inference<'_>) -> Result<(), InferError> {
        loop {
            let before = u.unknowns();
            for &p in what.tparams {
                let known = u.at(p);
                if let Some(core) = self.core_term(p) {
                    match known {
                        Some(t) if !self.unify(u, t, core.ty, UnifyMode::INEXACT) => {
                            return Err(Some(self.constraint_mismatch(what.pos, p, t, "")));
                        }
                        None if core.single && !core.tilde => u.set(p, core.ty),
                        _ => {}
                    }
                }
                if let Some(t) = known
                    && !self.is_parameterized(what.tparams, t)
                    && let Some(cause) = self.unify_methods(u, t, p)
                {
                    return Err(Some(self.constraint_mismatch(what.pos, p, t, &cause)));
                }
            }
            if u.unknowns() == before {
                return Ok(());
            }
        }
    }

    fn constraint_mismatch(&self, pos: Pos, p: TypeParamId, t: TyId, cause: &str) -> (Pos, String) {
        let constraint = self.types().type_param(p).constraint.get().copied().unwrap_or_default();
        let (name, t, c) = (self.tparam_name(p), self.ty_str(t), self.ty_str(constraint));
        let cause = if cause.is_empty() { String::new() } else { format!(" {cause}") };
        (pos, format!("{name} (type {t}) does not satisfy {c}{cause}"))
    }

    /// Unifies the methods of a type argument with those of the constraint; the result is the reason if one is missing.
    fn unify_methods(&mut self, u: &mut Unifier, t: TyId, p: TypeParamId) -> Option<String> {
        let constraint = self.types().constraint_of(p);
        let mut same = |c: &mut Self, a: TyId, b: TyId| c.unify(u, a, b, UnifyMode::EXACT);
        let how = super::implements::Implements::Statically;
        self.missing_method_with(t, constraint, how, &mut same).map(|m| m.cause)
    }

    /// Gives type parameters that only untyped constants are passed for the default type of the largest kind.
    fn infer_untyped(
        &mut self,
        u: &mut Unifier,
        untyped: &[usize],
        params: &[TyId],
        args: &[Operand],
    ) -> Result<(), InferError> {
        let mut largest: Vec<(TypeParamId, TyId)> = Vec::new();
        for &i in untyped {
            let Ty::TypeParam(p) = *self.types().get(params[i]) else { continue };
            if u.at(p).is_some() {
                continue;
            }
            let x = &args[i];
            let Some(known) = largest.iter_mut().find(|(q, _)| *q == p) else {
                largest.push((p, x.ty));
                continue;
            };
            match self.larger_kind(known.1, x.ty) {
                Some(max) => known.1 = max,
                None => {
                    let (a, b) = (self.ty_str(known.1), self.ty_str(x.ty));
                    let text = format!("mismatched types {a} and {b} (cannot infer {})", self.tparam_name(p));
                    return Err(Some((self.operand_pos(x), text)));
                }
            }
        }
        for (p, ty) in largest {
            u.set(p, self.default_type(ty));
        }
        Ok(())
    }

    /// Replaces type parameters in the inferred types by what was inferred for them.
    fn simplify_inferred(
        &mut self,
        what: Inference<'_>,
        given: &[Option<TyId>],
        mut inferred: Vec<Option<TyId>>,
    ) -> Result<Vec<TyId>, InferError> {
        for &p in what.tparams {
            let ty = self.types().intern(Ty::TypeParam(p));
            self.kill_cycles(what.tparams, &mut inferred, ty, &mut Vec::new());
        }
        let mut dirty: Vec<usize> =
            (0..inferred.len()).filter(|&i| inferred[i].is_some() && given[i].is_none()).collect();
        while !dirty.is_empty() {
            let known = inferred.clone();
            dirty.retain(|&i| {
                let old = known[i].expect("dirty types are known");
                let new = self.subst_known(old, what.tparams, &known);
                inferred[i] = Some(self.without_tparams(new, what.tparams));
                new != old
            });
        }
        for (&p, t) in what.tparams.iter().zip(&inferred) {
            if t.is_none_or(|t| self.is_parameterized(what.tparams, t)) {
                let at = self.show_pos(self.object(self.types().type_param(p).obj).pos);
                let text = format!("cannot infer {} (declared at {at})", self.tparam_name(p));
                return Err(Some((what.pos, text)));
            }
        }
        Ok(inferred.into_iter().flatten().collect())
    }

    /// A generic function's type, once its type parameters are inferred, is one of a plain function.
    fn without_tparams(&self, ty: TyId, tparams: &[TypeParamId]) -> TyId {
        match self.types().get(ty) {
            Ty::Func(f) if !f.tparams.is_empty() && !self.is_parameterized(tparams, ty) => {
                let plain = crate::types::FuncTy { tparams: Box::default(), ..f.clone() };
                self.types().intern(Ty::Func(plain))
            }
            _ => ty,
        }
    }

    /// Forgets what was inferred for type parameters that depend on themselves.
    fn kill_cycles(
        &self,
        tparams: &[TypeParamId],
        inferred: &mut [Option<TyId>],
        ty: TyId,
        busy: &mut Vec<TypeParamId>,
    ) {
        self.types().each_tparam(ty, &mut |p| {
            let Some(i) = tparams.iter().position(|&q| q == p) else { return };
            if busy.contains(&p) {
                inferred[i] = None;
            } else if let Some(t) = inferred[i] {
                busy.push(p);
                self.kill_cycles(tparams, inferred, t, busy);
                busy.pop();
            }
        });
    }

    /// Whether a type contains one of the type parameters.
    pub(super) fn is_parameterized(&self, tparams: &[TypeParamId], ty: TyId) -> bool {
        let mut found = false;
        self.types().each_tparam(ty, &mut |p| found |= tparams.contains(&p));
        found
    }

    fn core_term(&self, p: TypeParamId) -> Option<CoreTerm> {
        let types = self.types();
        let terms = types.constraint_set(p).terms.as_ref()?;
        if let [only] = **terms {
            return Some(CoreTerm { tilde: only.tilde, ty: only.ty, single: true });
        }
        let ty = types.common_underlying(types.intern(Ty::TypeParam(p))).ok().flatten()?;
        Some(CoreTerm { tilde: terms.iter().any(|t| t.tilde), ty, single: false })
    }
}
