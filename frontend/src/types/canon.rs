//! Canonical forms of types; see [`super::Types`].

use super::*;
use crate::source::sym;

/// The canonical id of `id`.
pub(super) fn compute(types: &Types, id: TyId) -> TyId {
    let c = |t: TyId| types.canon(t);
    let ty = match types.get(id) {
        Ty::Basic(_) | Ty::TypeParam(_) => return id,
        // An instance is canonical if its arguments are; the instantiation code interns by canonical arguments.
        Ty::Named(_) => return id,
        Ty::Alias { actual, .. } => return c(*actual),
        Ty::Pointer(t) => Ty::Pointer(c(*t)),
        Ty::Slice(t) => Ty::Slice(c(*t)),
        Ty::Array { elem, len } => Ty::Array { elem: c(*elem), len: *len },
        Ty::Map { key, elem } => Ty::Map { key: c(*key), elem: c(*elem) },
        Ty::Chan { dir, elem } => Ty::Chan { dir: *dir, elem: c(*elem) },
        Ty::Tuple(ts) => Ty::Tuple(ts.iter().map(|&t| c(t)).collect()),
        Ty::Union(ts) => Ty::Union(ts.iter().map(|t| Term { tilde: t.tilde, ty: c(t.ty) }).collect()),
        Ty::Struct(fields) => Ty::Struct(
            fields
                .iter()
                .map(|f| FieldTy { ty: c(f.ty), pos: Pos::NONE, ..f.clone() })
                .collect(),
        ),
        Ty::Func(f) => {
            let strip = |ps: &[ParamTy]| ps.iter().map(|p| ParamTy { name: sym::Empty, ty: c(p.ty) }).collect();
            Ty::Func(FuncTy {
                params: strip(&f.params),
                results: strip(&f.results),
                variadic: f.variadic,
                tparams: f.tparams.clone(),
            })
        }
        Ty::Interface(i) => Ty::Interface(flatten(types, i)),
    };
    types.intern(ty)
}

/// The whole method set and type set of an interface.
fn flatten(types: &Types, i: &InterfaceTy) -> InterfaceTy {
    let mut methods: Vec<MethodTy> = i
        .methods
        .iter()
        .map(|m| MethodTy { sig: types.canon(m.sig), pos: Pos::NONE, ..m.clone() })
        .collect();
    let mut terms = i.terms.clone();
    let mut comparable = i.comparable;
    for &e in &i.embedded {
        let under = types.canon(types.underlying(e));
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
            Ty::Union(ts) => terms = intersect(types, terms, Some(ts.clone())),
            _ => terms = intersect(types, terms, Some([Term { tilde: false, ty: types.canon(e) }].into())),
        }
    }
    methods.sort_by_key(|m| (m.pkg.is_some(), m.name, m.pkg));
    InterfaceTy { methods: methods.into(), embedded: Box::default(), terms, comparable, implicit: false }
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
