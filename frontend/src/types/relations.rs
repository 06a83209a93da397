//! Relations between types that need nothing but the types (gc: `types2/predicates.go`).

use super::*;

impl Types {
    /// Whether a name starts with an upper-case letter (Go spec, Exported identifiers).
    pub fn is_exported(&self, name: Symbol) -> bool {
        self.interner().resolve(name).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether two names in the given packages are the same: exported ones regardless of the package
    /// (Go spec, Uniqueness of identifiers).
    pub fn same_name(&self, a: (Symbol, Option<PkgId>), b: (Symbol, Option<PkgId>)) -> bool {
        a.0 == b.0 && (a.1 == b.1 || self.is_exported(a.0))
    }

    /// Whether values can be compared with `==`; interfaces can, though it may panic (Go spec, Comparison operators).
    pub fn comparable(&self, ty: TyId) -> bool {
        self.why_incomparable(ty, true).is_none()
    }

    /// What keeps values of `ty` from being compared: nothing, the type itself, or a part of it. Interfaces count as
    /// comparable if `dynamic`; otherwise only if their type sets are.
    pub fn why_incomparable(&self, ty: TyId, dynamic: bool) -> Option<Incomparable> {
        self.incomparable(ty, dynamic, &mut Vec::new())
    }

    fn incomparable(&self, ty: TyId, dynamic: bool, seen: &mut Vec<TyId>) -> Option<Incomparable> {
        let at = self.unalias(ty);
        if matches!(self.get(at), Ty::Named(_) | Ty::TypeParam(_)) {
            if seen.contains(&at) {
                return None;
            }
            seen.push(at);
        }
        match self.under(ty) {
            Ty::Basic(Basic::UntypedNil) => Some(Incomparable::Itself),
            Ty::Basic(_) | Ty::Pointer(_) | Ty::Chan { .. } => None,
            Ty::Struct(fields) => {
                let bad = fields.iter().find(|f| self.incomparable(f.ty, dynamic, seen).is_some());
                bad.map(|f| Incomparable::Field(f.ty))
            }
            Ty::Array { elem, .. } => self.incomparable(*elem, dynamic, seen).map(|_| Incomparable::Elements),
            Ty::Interface(_) if dynamic => None,
            Ty::Interface(_) => {
                let Ty::Interface(set) = self.get(self.canon(self.underlying(ty))) else { return None };
                match &set.terms {
                    Some(terms) if terms.is_empty() => Some(Incomparable::EmptySet),
                    _ if self.comparable_set(set, seen) => None,
                    _ => Some(Incomparable::TypeSet),
                }
            }
            Ty::TypeParam(p) => {
                let set = self.constraint_set(*p);
                let empty = set.terms.as_ref().is_some_and(|terms| terms.is_empty());
                let why = if empty { Incomparable::EmptySet } else { Incomparable::TypeParam };
                (!self.comparable_set(set, seen)).then_some(why)
            }
            Ty::Slice(_) | Ty::Map { .. } | Ty::Func(_) | Ty::Tuple(_) | Ty::Union(_) => {
                Some(Incomparable::Itself)
            }
            Ty::Named(_) | Ty::Alias { .. } => None,
        }
    }

    /// Whether all types of a set are (strictly) comparable.
    pub fn is_comparable_set(&self, set: &InterfaceTy) -> bool {
        self.comparable_set(set, &mut Vec::new())
    }

    fn comparable_set(&self, set: &InterfaceTy, seen: &mut Vec<TyId>) -> bool {
        match &set.terms {
            None => set.comparable,
            Some(terms) => {
                !terms.is_empty() && terms.iter().all(|t| self.incomparable(t.ty, false, seen).is_none())
            }
        }
    }

    /// Identity that ignores struct tags (Go spec, Conversions).
    pub fn identical_ignore_tags(&self, a: TyId, b: TyId) -> bool {
        self.identical(a, b) || self.identical(self.without_tags(a), self.without_tags(b))
    }

    /// The canonical type with the tags of all structs removed that stand in it directly.
    fn without_tags(&self, ty: TyId) -> TyId {
        let ty = self.canon(ty);
        let w = |t: TyId| self.without_tags(t);
        let params = |ps: &[ParamTy]| ps.iter().map(|p| ParamTy { ty: w(p.ty), ..*p }).collect();
        let bare = match self.get(ty) {
            Ty::Basic(_) | Ty::Named(_) | Ty::Alias { .. } | Ty::TypeParam(_) | Ty::Union(_) => return ty,
            Ty::Interface(i) => {
                let methods = i.methods.iter().map(|m| MethodTy { sig: w(m.sig), ..m.clone() }).collect();
                Ty::Interface(InterfaceTy { methods, ..i.clone() })
            }
            Ty::Pointer(t) => Ty::Pointer(w(*t)),
            Ty::Slice(t) => Ty::Slice(w(*t)),
            Ty::Array { elem, len } => Ty::Array { elem: w(*elem), len: *len },
            Ty::Map { key, elem } => Ty::Map { key: w(*key), elem: w(*elem) },
            Ty::Chan { dir, elem } => Ty::Chan { dir: *dir, elem: w(*elem) },
            Ty::Tuple(ts) => Ty::Tuple(ts.iter().map(|&t| w(t)).collect()),
            Ty::Func(f) => {
                Ty::Func(FuncTy { params: params(&f.params), results: params(&f.results), ..f.clone() })
            }
            Ty::Struct(fields) => {
                Ty::Struct(fields.iter().map(|f| FieldTy { ty: w(f.ty), tag: None, ..f.clone() }).collect())
            }
        };
        self.intern(bare)
    }

    /// The whole method set and type set of an interface type; `None` if `ty` is no interface.
    pub fn type_set(&self, ty: TyId) -> Option<&InterfaceTy> {
        let under = self.underlying(ty);
        match self.get(under) {
            Ty::Interface(_) => match self.get(self.canon(under)) {
                Ty::Interface(set) => Some(set),
                _ => None,
            },
            _ => None,
        }
    }

    /// The base type of an unnamed pointer type, and whether `ty` was one (gc: `deref`).
    pub fn deref(&self, ty: TyId) -> (TyId, bool) {
        match self.get(self.unalias(ty)) {
            Ty::Pointer(base) => (*base, true),
            _ => (ty, false),
        }
    }

    /// The defined type that `ty` is, aliases expanded.
    pub fn as_named(&self, ty: TyId) -> Option<NamedId> {
        match self.get(self.unalias(ty)) {
            Ty::Named(n) => Some(*n),
            _ => None,
        }
    }
}

/// Why values cannot be compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Incomparable {
    /// Slices, maps and functions.
    Itself,
    /// A struct with a field of this type.
    Field(TyId),
    /// An array of such.
    Elements,
    /// An interface that no type implements.
    EmptySet,
    /// An interface whose type set has such types.
    TypeSet,
    /// A type parameter whose type set has such types.
    TypeParam,
}

impl InterfaceTy {
    /// Whether the interface (in its canonical form) only limits methods, so that variables of it can exist.
    pub fn is_method_set(&self) -> bool {
        !self.comparable && self.terms.is_none()
    }

    /// Whether every type implements the interface (in its canonical form).
    pub fn is_empty(&self) -> bool {
        self.is_method_set() && self.methods.is_empty()
    }
}
