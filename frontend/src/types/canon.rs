//! Canonical forms of types; see [`super::Types`].
//!
//! The canonical form of an interface depends on the declarations of what it embeds. While one of these is not
//! resolved, the form computed is provisional and is not kept.

use super::*;
use crate::source::sym;

/// The canonical id of `id`.
pub(super) fn canon(types: &Types, id: TyId) -> TyId {
    if let Some(&known) = types.entries[id.0 as usize].canon.get() {
        return known;
    }
    Canon { types, busy: Vec::new(), provisional: false }.canon(id)
}

struct Canon<'a> {
    types: &'a Types,
    /// Interfaces being flattened: one may be met again inside itself (`type T interface{ m() interface{ T } }`).
    busy: Vec<TyId>,
    /// Something that was needed is not known yet.
    provisional: bool,
}

impl Canon<'_> {
    fn canon(&mut self, id: TyId) -> TyId {
        let entry = &self.types.entries[id.0 as usize];
        if let Some(&known) = entry.canon.get() {
            return known;
        }
        let outer = std::mem::take(&mut self.provisional);
        let form = self.compute(id);
        if !self.provisional {
            let _ = entry.canon.set(form);
        }
        self.provisional |= outer;
        form
    }

    fn compute(&mut self, id: TyId) -> TyId {
        let types = self.types;
        let ty = match types.get(id) {
            Ty::Basic(_) | Ty::TypeParam(_) => return id,
            Ty::Named(n) => {
                let named = types.named(*n);
                let Some(origin) = named.origin else { return id };
                let targs: Vec<TyId> = named.targs.iter().map(|&t| self.canon(t)).collect();
                return if targs[..] == named.targs[..] { id } else { types.instance(origin, &targs) };
            }
            Ty::Alias { .. } => {
                let actual = types.unalias(id);
                self.provisional |= actual == TyId::ERROR;
                return self.canon(actual);
            }
            Ty::Pointer(t) => Ty::Pointer(self.canon(*t)),
            Ty::Slice(t) => Ty::Slice(self.canon(*t)),
            Ty::Array { elem, len } => Ty::Array { elem: self.canon(*elem), len: *len },
            Ty::Map { key, elem } => Ty::Map { key: self.canon(*key), elem: self.canon(*elem) },
            Ty::Chan { dir, elem } => Ty::Chan { dir: *dir, elem: self.canon(*elem) },
            Ty::Tuple(ts) => Ty::Tuple(ts.iter().map(|&t| self.canon(t)).collect()),
            Ty::Union(ts) => {
                Ty::Union(ts.iter().map(|t| Term { tilde: t.tilde, ty: self.canon(t.ty) }).collect())
            }
            Ty::Struct(fields) => Ty::Struct(fields.iter().map(|f| self.field(f)).collect()),
            Ty::Func(f) => Ty::Func(FuncTy {
                params: self.params(&f.params),
                results: self.params(&f.results),
                variadic: f.variadic,
                tparams: f.tparams.clone(),
            }),
            Ty::Interface(i) => {
                if self.busy.contains(&id) {
                    self.provisional = true;
                    return id;
                }
                self.busy.push(id);
                let flat = self.flatten(i);
                self.busy.pop();
                Ty::Interface(flat)
            }
        };
        types.intern(ty)
    }

    fn field(&mut self, f: &FieldTy) -> FieldTy {
        let pkg = self.identity_pkg(f.name, f.pkg);
        FieldTy { ty: self.canon(f.ty), pos: Pos::NONE, pkg, ..f.clone() }
    }

    fn params(&mut self, params: &[ParamTy]) -> Box<[ParamTy]> {
        params.iter().map(|p| ParamTy { name: sym::Empty, ty: self.canon(p.ty) }).collect()
    }

    /// The package counts for unexported names only (Go spec, Uniqueness of identifiers).
    fn identity_pkg(&self, name: Symbol, pkg: Option<PkgId>) -> Option<PkgId> {
        if self.types.is_exported(name) { None } else { pkg }
    }

    /// The whole method set and type set of an interface.
    fn flatten(&mut self, i: &InterfaceTy) -> InterfaceTy {
        let types = self.types;
        let mut methods: Vec<MethodTy> = Vec::with_capacity(i.methods.len());
        for m in &i.methods {
            let pkg = self.identity_pkg(m.name, m.pkg);
            methods.push(MethodTy { sig: self.canon(m.sig), pos: Pos::NONE, pkg, name: m.name });
        }
        let mut terms = i.terms.clone();
        let mut comparable = i.comparable;
        for &e in &i.embedded {
            self.provisional |= types.is_incomplete(e) || types.underlying(e) == TyId::ERROR;
            let under = self.canon(types.underlying(e));
            match types.get(under) {
                Ty::Interface(inner) => {
                    for m in &inner.methods {
                        if !methods.iter().any(|n| n.name == m.name && n.pkg == m.pkg) {
                            methods.push(m.clone());
                        }
                    }
                    comparable |= inner.comparable;
                    terms = intersect(types, terms, inner.terms.clone());
                }
                Ty::Union(ts) => terms = intersect(types, terms, self.union_terms(ts)),
                Ty::Basic(Basic::Error) => {}
                _ => terms = intersect(types, terms, Some([Term { tilde: false, ty: self.canon(e) }].into())),
            }
        }
        // A type set that is listed is limited to comparable types once and for all.
        // (One that depends on type parameters may depend on itself, and waits until it is asked for.)
        if comparable
            && let Some(listed) = &terms
            && !listed.iter().any(|t| types.mentions_type_params(t.ty))
        {
            let strict = |t: &&Term| types.why_incomparable(t.ty, false).is_none();
            terms = Some(listed.iter().filter(strict).copied().collect());
            comparable = false;
        }
        let interner = types.interner();
        methods.sort_by(|a, b| {
            let key = |m: &MethodTy| (m.pkg.is_some(), interner.resolve(m.name), m.pkg);
            key(a).cmp(&key(b))
        });
        InterfaceTy { methods: methods.into(), embedded: Box::default(), terms, comparable, implicit: false }
    }
}

impl Canon<'_> {
    /// The terms of a union; an interface among them stands for its own.
    fn union_terms(&mut self, union: &[Term]) -> Option<Box<[Term]>> {
        let mut out = Vec::with_capacity(union.len());
        for t in union {
            let under = self.types.underlying(t.ty);
            if !matches!(self.types.get(under), Ty::Interface(_)) {
                // No type has an underlying type that is not its own: `~T` of such a `T` is reported, and empty.
                if !t.tilde || self.canon(under) == self.canon(t.ty) {
                    out.push(*t);
                }
                continue;
            }
            let set = self.canon(under);
            let Ty::Interface(set) = self.types.get(set) else { continue };
            out.extend(set.terms.as_ref()?.iter().copied());
        }
        Some(out.into())
    }
}

/// The intersection of two type sets; `None` is the set of all types.
fn intersect(types: &Types, a: Option<Box<[Term]>>, b: Option<Box<[Term]>>) -> Option<Box<[Term]>> {
    let (Some(a), Some(b)) = (&a, &b) else { return a.or(b) };
    let mut out: Vec<Term> = Vec::new();
    for x in a {
        for y in b {
            let same = types.identical(x.ty, y.ty);
            let meet = match (x.tilde, y.tilde) {
                (false, false) | (true, true) => same.then_some(*x),
                (true, false) => types.identical(types.underlying(y.ty), x.ty).then_some(*y),
                (false, true) => types.identical(types.underlying(x.ty), y.ty).then_some(*x),
            };
            if let Some(t) = meet
                && !out.contains(&t)
            {
                out.push(t);
            }
        }
    }
    Some(out.into())
}
