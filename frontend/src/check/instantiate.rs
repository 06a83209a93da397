//! Instances of generic types (Go spec, Instantiations; gc: `types2/instantiate.go`, `types2/typexpr.go`).

use super::Checker;
use crate::ast::{ExprId, ExprKind};
use crate::diag::Code;
use crate::source::Pos;
use crate::types::{Ty, TyId, TypeParamId};

impl<'p> Checker<'p> {
    /// The type parameters of a generic type or alias, or of a generic function's type, that has no type arguments yet;
    /// empty for other types.
    pub(super) fn tparams_of(&self, ty: TyId) -> &'p [TypeParamId] {
        match self.types().get(ty) {
            Ty::Named(n) => {
                let named = self.types().named(*n);
                if named.origin.is_some() { &[] } else { named.tparams.get().map_or(&[], |p| p) }
            }
            Ty::Alias { obj, targs, .. } if targs.is_empty() => self.types().alias_tparams(*obj),
            Ty::Func(f) => &f.tparams,
            _ => &[],
        }
    }

    /// Whether a type lacks type arguments.
    pub(super) fn is_generic(&self, ty: TyId) -> bool {
        !self.tparams_of(ty).is_empty()
    }

    /// A type expression that must denote a generic type. The error is a reason that has not been reported, if any.
    pub(super) fn generic_type(&mut self, e: ExprId) -> Result<TyId, Option<String>> {
        let ty = self.type_expr(e);
        if !ty.is_valid() {
            return Err(None);
        }
        if !self.is_generic(ty) {
            return Err(Some(format!("{} is not a generic type", self.ty_str(ty))));
        }
        self.record_type(e, ty);
        Ok(ty)
    }

    /// `x[args…]` where a type is expected.
    pub(super) fn instantiated_type(&mut self, e: ExprId, x: ExprId) -> TyId {
        let ExprKind::Index { index, .. } = self.ast().exprs[e].kind else { return TyId::ERROR };
        let list = self.index_list(index);
        let generic = match self.generic_type(x) {
            Ok(ty) => ty,
            Err(cause) => {
                if let Some(cause) = cause {
                    let args: Vec<String> = list.iter().map(|&a| self.expr_str(a)).collect();
                    let what = format!("{}[{}]", self.expr_str(x), args.join(", "));
                    let text = format!("invalid operation: {what} ({cause})");
                    self.error_at(x, Code::NotAGenericType, text);
                }
                return TyId::ERROR;
            }
        };
        let Some(targs) = self.type_list(&list) else { return TyId::ERROR };
        // Errors about the instance stand at the name, for a qualified one at its last part.
        let pos = self.ast().exprs[x].pos;
        let params = self.tparams_of(generic);
        let instance = match self.types().get(generic) {
            Ty::Named(n) => {
                let instance = self.types().instance(*n, &targs);
                if let Ty::Named(n) = self.types().get(instance) {
                    self.instance_pos.entry(*n).or_insert(pos);
                }
                instance
            }
            Ty::Alias { obj, .. } => {
                if !self.enough_type_args(pos, generic, params.len(), targs.len()) {
                    return TyId::ERROR;
                }
                let target = self.types().unalias_once(generic);
                let actual = self.types().subst(target, params, &targs);
                if !actual.is_valid() {
                    return TyId::ERROR;
                }
                self.types().intern(Ty::Alias { obj: *obj, actual, targs: targs.clone().into() })
            }
            _ => return TyId::ERROR,
        };
        self.later(move |c| {
            let params = c.tparams_of(generic);
            if c.enough_type_args(pos, generic, params.len(), targs.len()) {
                c.verify_type_args(pos, params, &targs, &list);
            }
        });
        instance
    }

    /// Types of a list; `None` if one is wrong.
    pub(super) fn type_list(&mut self, list: &[ExprId]) -> Option<Vec<TyId>> {
        let types: Vec<TyId> = list.iter().map(|&e| self.var_type(e)).collect();
        types.iter().all(|&t| t.is_valid()).then_some(types)
    }

    /// Whether the number of type arguments is right; reports if not.
    fn enough_type_args(&mut self, pos: Pos, generic: TyId, want: usize, got: usize) -> bool {
        let quantity = match got.cmp(&want) {
            std::cmp::Ordering::Less => "not enough",
            std::cmp::Ordering::Greater => "too many",
            std::cmp::Ordering::Equal => return true,
        };
        let name = match self.types().get(generic) {
            Ty::Named(n) => self.name(self.object(self.types().named(*n).obj).name),
            Ty::Alias { obj, .. } => self.name(self.object(*obj).name),
            _ => "",
        };
        let text = format!("{quantity} type arguments for type {name}: have {got}, want {want}");
        self.error(pos, Code::WrongTypeArgCount, text);
        false
    }

    /// Checks type arguments against the constraints, and records the instance for the search for endless ones.
    /// `list` holds the expressions of the first ones.
    pub(super) fn verify_type_args(
        &mut self,
        pos: Pos,
        params: &[TypeParamId],
        targs: &[TyId],
        list: &[ExprId],
    ) {
        if let Some((i, text)) = self.unsatisfied(params, targs) {
            let pos = list.get(i).map_or(pos, |&e| self.start(e));
            self.soft_error(pos, Code::InvalidTypeArg, text);
            return;
        }
        let positions: Vec<Pos> = list.iter().map(|&e| self.start(e)).collect();
        self.record_mono(pos, params, targs, &positions);
    }

    /// The first type argument that does not satisfy its constraint, and why.
    pub(super) fn unsatisfied(&mut self, params: &[TypeParamId], targs: &[TyId]) -> Option<(usize, String)> {
        for (i, (&p, &targ)) in params.iter().zip(targs).enumerate() {
            let types = self.types();
            let constraint = types.type_param(p).constraint.get().copied().unwrap_or_default();
            if !types.underlying(constraint).is_valid() {
                continue;
            }
            let constraint = types.subst(types.constraint_interface(constraint), params, targs);
            if let Some(cause) = self.why_not_satisfied(targ, constraint) {
                return Some((i, cause));
            }
        }
        None
    }
}
