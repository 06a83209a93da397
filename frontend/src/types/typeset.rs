//! The types that a type parameter stands for (Go spec, General interfaces; gc: `types2/typeset.go`,
//! `types2/under.go`).

use smallvec::{SmallVec, smallvec};

use super::*;

/// A type of a type set with its underlying type.
pub type SetType = (TyId, TyId);

/// Why the types of a set have no underlying type in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoCommon {
    /// The set is not limited to certain types.
    NoSpecificType,
    /// Channels with different element types.
    ChanElems(TyId, TyId),
    /// Channels with conflicting directions.
    ChanDirs(TyId, TyId),
    /// Different underlying types.
    Different(TyId, TyId),
}

impl Types {
    /// The type parameter that `ty` is.
    pub fn as_type_param(&self, ty: TyId) -> Option<TypeParamId> {
        match self.get(self.unalias(ty)) {
            Ty::TypeParam(p) => Some(*p),
            _ => None,
        }
    }

    /// The interface that a constraint is: `~int` and `int|string` stand for `interface{ ~int }` and so on.
    pub fn constraint_interface(&self, constraint: TyId) -> TyId {
        match self.under(constraint) {
            Ty::Interface(_) => constraint,
            Ty::Basic(Basic::Error) => self.intern(Ty::Interface(InterfaceTy::default())),
            _ => self.intern(Ty::Interface(InterfaceTy {
                embedded: [constraint].into(),
                implicit: true,
                ..InterfaceTy::default()
            })),
        }
    }

    /// The constraint of a type parameter, an interface.
    pub fn constraint_of(&self, p: TypeParamId) -> TyId {
        self.constraint_interface(self.type_param(p).constraint.get().copied().unwrap_or_default())
    }

    /// Method set and type set of the constraint of a type parameter.
    pub fn constraint_set(&self, p: TypeParamId) -> &InterfaceTy {
        self.type_set(self.constraint_of(p)).expect("a constraint is an interface")
    }

    /// The types that a type parameter may stand for, `None` if they are not listed, or none are; a type that is no type parameter
    /// stands for itself.
    pub fn each_type(&self, ty: TyId) -> Option<SmallVec<[SetType; 4]>> {
        let Some(p) = self.as_type_param(ty) else { return Some(smallvec![(ty, self.underlying(ty))]) };
        let constraint = self.constraint_of(p);
        let terms = self.type_set(constraint)?.terms.as_ref().filter(|terms| !terms.is_empty())?;
        let written = |t: TyId| self.written_term(constraint, t).unwrap_or(t);
        Some(terms.iter().map(|t| (written(t.ty), self.underlying(written(t.ty)))).collect())
    }

    /// The number of different terms of a union, those of interfaces in it included.
    pub fn union_size(&self, union: TyId) -> usize {
        let of_interface = |i: TyId| self.type_set(i).and_then(|set| set.terms.as_deref());
        let as_interface = self.constraint_interface(union);
        let Some(terms) = of_interface(as_interface) else { return 0 };
        terms.iter().collect::<rustc_hash::FxHashSet<_>>().len()
    }

    /// A type of a type set as the interface or one that it embeds spells it, for messages: `[]byte`, not `[]uint8`.
    fn written_term(&self, interface: TyId, canonical: TyId) -> Option<TyId> {
        let Ty::Interface(i) = self.under(interface) else { return None };
        i.embedded.iter().find_map(|&e| match self.under(e) {
            Ty::Interface(_) => self.written_term(e, canonical),
            Ty::Union(terms) => terms.iter().find_map(|t| match self.under(t.ty) {
                Ty::Interface(_) => self.written_term(t.ty, canonical),
                _ => (self.canon(t.ty) == canonical).then_some(t.ty),
            }),
            _ => (self.canon(e) == canonical).then_some(e),
        })
    }

    /// The underlying type that all types of a type set share (with channels of which one is directed, the directed
    /// one); `None` without reason for an empty set.
    pub fn common_underlying(&self, ty: TyId) -> Result<Option<TyId>, NoCommon> {
        let types = self.each_type(ty).ok_or(NoCommon::NoSpecificType)?;
        let mut common: Option<SetType> = None;
        for (t, u) in types {
            let Some((ct, cu)) = common else {
                common = Some((t, u));
                continue;
            };
            if let (Ty::Chan { dir: d1, elem: e1 }, Ty::Chan { dir: d2, elem: e2 }) =
                (self.get(cu), self.get(u))
            {
                if !self.identical(*e1, *e2) {
                    return Err(NoCommon::ChanElems(ct, t));
                }
                if d1 != d2 && *d1 == ChanDir::Both {
                    common = Some((t, u));
                } else if d1 != d2 && *d2 != ChanDir::Both {
                    return Err(NoCommon::ChanDirs(ct, t));
                }
            } else if !self.identical(cu, u) {
                return Err(NoCommon::Different(ct, t));
            }
        }
        Ok(common.map(|(_, u)| u))
    }

    /// The structure that all types of the type set share; that of the underlying type for other types. A type
    /// parameter itself if they share none.
    pub fn core(&self, ty: TyId) -> &Ty {
        match self.common_underlying(ty) {
            Ok(Some(u)) => self.get(u),
            _ => self.under(ty),
        }
    }
}

impl Types {
    /// Calls `found` with every type parameter that a type mentions, also several times.
    pub fn each_tparam(&self, ty: TyId, found: &mut dyn FnMut(TypeParamId)) {
        self.walk_tparams(ty, found, &mut Vec::new());
    }

    fn walk_tparams(&self, ty: TyId, found: &mut dyn FnMut(TypeParamId), busy: &mut Vec<TyId>) {
        let ty = self.unalias(ty);
        if !self.mentions_type_params(ty) || busy.contains(&ty) {
            return;
        }
        if let Ty::TypeParam(p) = self.get(ty) {
            return found(*p);
        }
        busy.push(ty);
        let mut each = |t: TyId| self.walk_tparams(t, found, busy);
        match self.get(ty) {
            Ty::Basic(_) | Ty::TypeParam(_) | Ty::Alias { .. } => {}
            Ty::Named(n) => {
                let named = self.named(*n);
                named.targs.iter().for_each(|&t| each(t));
                if named.origin.is_none() {
                    named.implicit.iter().for_each(|&p| found(p));
                }
            }
            Ty::Pointer(t) | Ty::Slice(t) | Ty::Array { elem: t, .. } | Ty::Chan { elem: t, .. } => each(*t),
            Ty::Map { key, elem } => {
                each(*key);
                each(*elem);
            }
            Ty::Struct(fields) => fields.iter().for_each(|f| each(f.ty)),
            Ty::Func(f) => f.params.iter().chain(&f.results).for_each(|p| each(p.ty)),
            Ty::Interface(i) => {
                i.methods.iter().for_each(|m| each(m.sig));
                i.embedded.iter().for_each(|&e| each(e));
                i.terms.iter().flatten().for_each(|t| each(t.ty));
            }
            Ty::Tuple(ts) => ts.iter().for_each(|&t| each(t)),
            Ty::Union(ts) => ts.iter().for_each(|t| each(t.ty)),
        }
        busy.pop();
    }

    /// What pointers written one in the other point to.
    pub fn written_base(&self, mut ty: TyId) -> TyId {
        while let Ty::Pointer(base) = self.get(ty) {
            ty = *base;
        }
        ty
    }

    /// The type at the end of a path of embedded fields from `ty`, for which a method found there was declared.
    pub fn owner_at(&self, mut ty: TyId, path: &[u32]) -> TyId {
        for &i in path {
            let base = match self.under(ty) {
                Ty::Pointer(base) => *base,
                _ => ty,
            };
            let Ty::Struct(fields) = self.under(base) else { return TyId::ERROR };
            ty = fields[i as usize].ty;
        }
        self.deref(ty).0
    }
}
