//! Unification: making two types that contain type parameters the same (Go spec, Type unification;
//! gc: `types2/unify.go`).

use super::Checker;
use crate::ast::ChanDir;
use crate::types::lookup::{Found, Lookup, Member, NameMatch};
use crate::types::{InterfaceTy, MethodTy, ParamTy, Ty, TyId, TypeParamId};

/// How exactly types have to match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct UnifyMode {
    /// The types match as in an assignment, at the top level.
    assign: bool,
    /// The types must be identical.
    exact: bool,
}

impl UnifyMode {
    /// A defined type matches a type literal with its underlying type.
    pub(super) const INEXACT: UnifyMode = UnifyMode { assign: false, exact: false };
    /// Inexact outside, exact for what types are made of.
    pub(super) const ASSIGN: UnifyMode = UnifyMode { assign: true, exact: false };
    /// Identity.
    pub(super) const EXACT: UnifyMode = UnifyMode { assign: false, exact: true };

    fn of_parts(self) -> UnifyMode {
        UnifyMode { exact: self.exact || self.assign, ..self }
    }
}

/// Deepest nesting of types; beyond it they are taken as different.
const MAX_DEPTH: u32 = 100;

/// What is known of type parameters. Those that were found equal share a slot.
pub(super) struct Unifier {
    tparams: Vec<TypeParamId>,
    slot_of: Vec<usize>,
    slots: Vec<Option<TyId>>,
    /// Interfaces are matched by their methods (since Go 1.21).
    by_methods: bool,
    depth: u32,
    /// Pairs of interfaces being compared.
    pairs: Vec<(TyId, TyId)>,
}

impl Unifier {
    /// A unifier for the type parameters, of which some have arguments already.
    pub(super) fn new(tparams: &[TypeParamId], targs: &[Option<TyId>], by_methods: bool) -> Unifier {
        Unifier {
            tparams: tparams.to_vec(),
            slot_of: (0..tparams.len()).collect(),
            slots: targs.to_vec(),
            by_methods,
            depth: 0,
            pairs: Vec::new(),
        }
    }

    fn slot(&self, p: TypeParamId) -> Option<usize> {
        self.tparams.iter().position(|&q| q == p).map(|i| self.slot_of[i])
    }

    /// What is known of a type parameter.
    pub(super) fn at(&self, p: TypeParamId) -> Option<TyId> {
        self.slot(p).and_then(|s| self.slots[s])
    }

    /// Sets what a type parameter is.
    pub(super) fn set(&mut self, p: TypeParamId, ty: TyId) {
        if let Some(s) = self.slot(p) {
            self.slots[s] = Some(ty);
        }
    }

    /// How many type parameters nothing is known of.
    pub(super) fn unknowns(&self) -> usize {
        self.slot_of.iter().filter(|&&s| self.slots[s].is_none()).count()
    }

    /// What is known of each of the type parameters.
    pub(super) fn inferred(&self, tparams: &[TypeParamId]) -> Vec<Option<TyId>> {
        tparams.iter().map(|&p| self.at(p)).collect()
    }

    /// Makes two type parameters one; not possible if both are known.
    fn join(&mut self, x: TypeParamId, y: TypeParamId) -> bool {
        let (Some(sx), Some(sy)) = (self.slot(x), self.slot(y)) else { return false };
        if sx == sy {
            return true;
        }
        let (keep, drop) = match (self.slots[sx], self.slots[sy]) {
            (Some(_), Some(_)) => return false,
            (Some(_), None) => (sx, sy),
            _ => (sy, sx),
        };
        self.slot_of.iter_mut().filter(|s| **s == drop).for_each(|s| *s = keep);
        true
    }
}

impl<'p> Checker<'p> {
    /// Whether `x` and `y` can be made the same; what that takes is noted in `u`.
    pub(super) fn unify(&mut self, u: &mut Unifier, x: TyId, y: TyId, mode: UnifyMode) -> bool {
        if u.depth > MAX_DEPTH {
            return false;
        }
        u.depth += 1;
        let ok = self.unify_within(u, x, y, mode);
        u.depth -= 1;
        ok
    }

    fn bound_param(&self, u: &Unifier, ty: TyId) -> Option<TypeParamId> {
        self.types().as_type_param(ty).filter(|&p| u.slot(p).is_some())
    }

    /// Interface types, type parameters not counted.
    fn interface_set(&self, ty: TyId) -> Option<&'p InterfaceTy> {
        self.types().type_set(ty)
    }

    /// Whether a type is written as a literal: not a name.
    fn is_type_literal(&self, ty: TyId) -> bool {
        !matches!(self.types().get(self.types().unalias(ty)), Ty::Named(_) | Ty::TypeParam(_))
    }

    fn unify_within(&mut self, u: &mut Unifier, mut x: TyId, mut y: TyId, mode: UnifyMode) -> bool {
        let types = self.types();
        let same = |x: TyId, y: TyId| x == y || types.unalias(x) == types.unalias(y);
        if same(x, y) {
            return true;
        }
        // A defined type stands on the right, a type parameter to be inferred on the left.
        if types.as_named(x).is_some() || self.bound_param(u, y).is_some() {
            std::mem::swap(&mut x, &mut y);
        }
        if !mode.exact
            && types.as_named(y).is_some()
            && self.is_type_literal(x)
            && !(u.by_methods && self.interface_set(x).is_some())
        {
            y = types.underlying(y);
            if same(x, y) {
                return true;
            }
        }
        match (self.bound_param(u, x), self.bound_param(u, y)) {
            (Some(px), Some(py)) => {
                if u.join(px, py) {
                    return true;
                }
                match (u.at(px), u.at(py)) {
                    (Some(x), Some(y)) => return self.unify(u, x, y, mode),
                    _ => return false,
                }
            }
            (Some(px), None) => match u.at(px) {
                Some(known) => return self.unify_known(u, px, known, y, mode),
                None => {
                    u.set(px, y);
                    return true;
                }
            },
            _ => {}
        }
        if u.by_methods
            && !mode.exact
            && let Some(result) = self.unify_interfaces(u, x, y)
        {
            return result;
        }
        // A type parameter of the surroundings stands for its core type.
        if types.as_type_param(y).is_some() {
            std::mem::swap(&mut x, &mut y);
        }
        self.unify_structure(u, x, y, mode)
    }

    /// A type for a type parameter of which something is known: the more telling of both is kept.
    fn unify_known(&mut self, u: &mut Unifier, p: TypeParamId, x: TyId, y: TyId, mode: UnifyMode) -> bool {
        if !self.unify(u, x, y, mode) {
            return false;
        }
        let types = self.types();
        let (xn, yn) = (types.as_named(x).is_some(), types.as_named(y).is_some());
        match (self.interface_set(x), self.interface_set(y)) {
            (Some(_), Some(_)) if xn && yn => return types.identical(x, y),
            (Some(a), Some(b)) if a.methods.len() != b.methods.len() => return false,
            (Some(_), Some(_)) | (None, None) => {}
            _ => return false,
        }
        if !mode.exact && !xn {
            let directed = matches!(types.under(y), Ty::Chan { dir, .. } if *dir != ChanDir::Both);
            if yn || directed {
                u.set(p, y);
            }
        }
        true
    }

    /// Interfaces by their common methods, or an interface with a type that has its methods; `None` if neither is an
    /// interface.
    fn unify_interfaces(&mut self, u: &mut Unifier, x: TyId, y: TyId) -> Option<bool> {
        let types = self.types();
        let (xset, yset) = (self.interface_set(x), self.interface_set(y));
        if let (Some(a), Some(b)) = (xset, yset) {
            if a.comparable != b.comparable || !self.same_terms(a, b) {
                return Some(false);
            }
            if u.pairs.contains(&(x, y)) || u.pairs.contains(&(y, x)) {
                return Some(true);
            }
            u.pairs.push((x, y));
            let (few, many) = if a.methods.len() <= b.methods.len() { (a, b) } else { (b, a) };
            let ok = few.methods.iter().all(|m| {
                let other = many.methods.iter().find(|n| types.same_name((m.name, m.pkg), (n.name, n.pkg)));
                other.is_some_and(|n| self.unify(u, m.sig, n.sig, UnifyMode::EXACT))
            });
            u.pairs.pop();
            return Some(ok);
        }
        let (set, other) = match (xset, yset) {
            (Some(set), None) => (set, y),
            (None, Some(set)) => (set, x),
            _ => return None,
        };
        Some(set.methods.iter().all(|m| self.unify_method(u, m, other)))
    }

    fn same_terms(&self, a: &InterfaceTy, b: &InterfaceTy) -> bool {
        match (&a.terms, &b.terms) {
            (None, None) => true,
            (Some(a), Some(b)) => a.iter().all(|t| b.contains(t)) && b.iter().all(|t| a.contains(t)),
            _ => false,
        }
    }

    /// The method of an interface with that of another type.
    fn unify_method(&mut self, u: &mut Unifier, m: &MethodTy, other: TyId) -> bool {
        let found = self.types().lookup(self.shared.objects, other, false, (m.name, m.pkg), NameMatch::Exact);
        let Lookup::Found(found) = found else { return false };
        let Some(sig) = self.found_method_sig(other, &found) else { return false };
        let plain = matches!(self.types().get(sig), Ty::Func(f) if f.tparams.is_empty());
        plain && self.unify(u, m.sig, sig, UnifyMode::EXACT)
    }

    /// The signature of a method that was found in a type.
    pub(super) fn found_method_sig(&mut self, ty: TyId, found: &Found) -> Option<TyId> {
        match found.member {
            Member::Field { .. } => None,
            Member::InterfaceMethod { sig, .. } => Some(sig),
            Member::Method(m) => {
                let owner = self.types().owner_at(ty, &found.path);
                Some(self.method_sig_of(owner, m))
            }
        }
    }

    fn unify_structure(&mut self, u: &mut Unifier, x: TyId, y: TyId, mode: UnifyMode) -> bool {
        let types = self.types();
        let parts = mode.of_parts();
        let (x0, y0) = (types.unalias(x), types.unalias(y));
        match (types.get(x0), types.get(y0)) {
            (Ty::Basic(a), Ty::Basic(b)) => a == b,
            (Ty::Array { elem: a, len: n }, Ty::Array { elem: b, len: m }) => {
                n == m && self.unify(u, *a, *b, parts)
            }
            (Ty::Slice(a), Ty::Slice(b)) | (Ty::Pointer(a), Ty::Pointer(b)) => self.unify(u, *a, *b, parts),
            (Ty::Struct(a), Ty::Struct(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.tag == g.tag
                            && types.same_name((f.name, f.pkg), (g.name, g.pkg))
                            && self.unify(u, f.ty, g.ty, parts)
                    })
            }
            (Ty::Func(a), Ty::Func(b)) => {
                a.variadic == b.variadic
                    && self.unify_params(u, &a.params, &b.params, parts)
                    && self.unify_params(u, &a.results, &b.results, parts)
            }
            (Ty::Interface(_), Ty::Interface(_)) => self.unify_exact_interfaces(u, x0, y0),
            (Ty::Map { key: k1, elem: e1 }, Ty::Map { key: k2, elem: e2 }) => {
                self.unify(u, *k1, *k2, parts) && self.unify(u, *e1, *e2, parts)
            }
            (Ty::Chan { dir: d1, elem: a }, Ty::Chan { dir: d2, elem: b }) => {
                (!mode.exact || d1 == d2) && self.unify(u, *a, *b, parts)
            }
            (Ty::Named(a), Ty::Named(b)) => {
                let (a, b) = (types.named(*a), types.named(*b));
                a.obj == b.obj
                    && a.targs.len() == b.targs.len()
                    && !a.targs.is_empty()
                    && a.targs.iter().zip(&b.targs).all(|(&s, &t)| self.unify(u, s, t, mode))
            }
            (Ty::TypeParam(_), _) => match types.common_underlying(x0) {
                Ok(Some(core)) => self.unify(u, core, y, UnifyMode::ASSIGN),
                _ => false,
            },
            _ => false,
        }
    }

    fn unify_params(&mut self, u: &mut Unifier, a: &[ParamTy], b: &[ParamTy], mode: UnifyMode) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(p, q)| self.unify(u, p.ty, q.ty, mode))
    }

    fn unify_exact_interfaces(&mut self, u: &mut Unifier, x: TyId, y: TyId) -> bool {
        let types = self.types();
        let (Some(a), Some(b)) = (self.interface_set(x), self.interface_set(y)) else { return false };
        if a.comparable != b.comparable || !self.same_terms(a, b) || a.methods.len() != b.methods.len() {
            return false;
        }
        if u.pairs.contains(&(x, y)) || u.pairs.contains(&(y, x)) {
            return true;
        }
        u.pairs.push((x, y));
        let ok = a.methods.iter().zip(&b.methods).all(|(m, n)| {
            types.same_name((m.name, m.pkg), (n.name, n.pkg)) && self.unify(u, m.sig, n.sig, UnifyMode::EXACT)
        });
        u.pairs.pop();
        ok
    }
}
