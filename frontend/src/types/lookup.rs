//! Fields and methods of a type, found through embedded fields (Go spec, Selectors; gc: `types2/lookup.go`).
//!
//! The search goes level by level of embedding; the shallowest hit wins, two at one level are ambiguous.

use smallvec::SmallVec;

use super::*;
use crate::object::{ObjKind, Objects};
use crate::source::sym;

/// What a selector names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Member {
    /// A struct field of this type, declared at this position.
    Field {
        /// Its type.
        ty: TyId,
        /// Its declaration.
        pos: Pos,
        /// Its name (which differs from the one looked for only if case was ignored).
        name: Symbol,
        /// Its package.
        pkg: Option<PkgId>,
    },
    /// A method declared for a defined type.
    Method(ObjId),
    /// A method of an interface.
    InterfaceMethod {
        /// Its name.
        name: Symbol,
        /// Its package if it is unexported.
        pkg: Option<PkgId>,
        /// Its signature.
        sig: TyId,
    },
}

/// A field or method and the way to it.
#[derive(Clone, Debug)]
pub struct Found {
    /// What was found.
    pub member: Member,
    /// Indices of the fields passed through, outermost first. For a field the last is its own.
    pub path: SmallVec<[u32; 4]>,
    /// Whether a pointer was followed on the way, the operand's own included.
    pub indirect: bool,
}

/// The outcome of a search.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// Found once.
    Found(Found),
    /// Several at the same depth; the path of one of them.
    Ambiguous(SmallVec<[u32; 4]>),
    /// A method that needs a pointer, which the operand is not.
    NeedsPointer,
    /// Nothing.
    NotFound,
}

/// How names are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameMatch {
    /// By Go's rules.
    Exact,
    /// Letters may differ in case, packages too: for hints in messages.
    IgnoreCase,
}

/// Structs with so many fields are searched by an index.
const INDEXED: usize = 24;

/// A type reached by embedding.
struct Embedded {
    ty: TyId,
    path: SmallVec<[u32; 4]>,
    indirect: bool,
    /// The type stands several times at this depth.
    multiple: bool,
}

/// One search.
struct Search<'a> {
    types: &'a Types,
    objects: &'a Objects,
    name: (Symbol, Option<PkgId>),
    how: NameMatch,
}

impl Types {
    /// Looks for a field or method `name` of a value of type `ty`, seen from package `pkg`. `addressable` values have
    /// the methods with pointer receivers too.
    pub fn lookup(
        &self,
        objects: &Objects,
        ty: TyId,
        addressable: bool,
        name: (Symbol, Option<PkgId>),
        how: NameMatch,
    ) -> Lookup {
        // A defined pointer type has the fields of what it points to, but no methods.
        if self.as_named(ty).is_some() && matches!(self.under(ty), Ty::Pointer(_)) {
            return match self.lookup_in(objects, self.underlying(ty), false, name, how) {
                Lookup::Found(Found {
                    member: Member::Method(_) | Member::InterfaceMethod { .. }, ..
                }) => Lookup::NotFound,
                other => other,
            };
        }
        self.lookup_in(objects, ty, addressable, name, how)
    }

    /// [`Types::lookup`] without the rule for defined pointer types.
    pub fn lookup_in(
        &self,
        objects: &Objects,
        ty: TyId,
        addressable: bool,
        name: (Symbol, Option<PkgId>),
        how: NameMatch,
    ) -> Lookup {
        if name.0 == sym::Blank {
            return Lookup::NotFound;
        }
        let (base, is_pointer) = self.deref(ty);
        if is_pointer && matches!(self.under(base), Ty::Interface(_) | Ty::TypeParam(_)) {
            return Lookup::NotFound;
        }
        let search = Search { types: self, objects, name, how };
        search.run(base, is_pointer, addressable)
    }

    /// A method of an interface type, embedded ones included, as written: with parameter names and aliases, which its
    /// canonical form lacks.
    pub fn find_interface_method(&self, ty: TyId, wanted: &dyn Fn(&MethodTy) -> bool) -> Option<&MethodTy> {
        self.find_method_within(ty, wanted, &mut SmallVec::new())
    }

    fn find_method_within(
        &self,
        ty: TyId,
        wanted: &dyn Fn(&MethodTy) -> bool,
        busy: &mut SmallVec<[TyId; 8]>,
    ) -> Option<&MethodTy> {
        let under = match self.as_type_param(ty) {
            Some(p) => self.underlying(self.constraint_of(p)),
            None => self.underlying(ty),
        };
        let Ty::Interface(i) = self.get(under) else { return None };
        if let Some(m) = i.methods.iter().find(|m| wanted(m)) {
            return Some(m);
        }
        if i.embedded.is_empty() || busy.contains(&under) {
            return None;
        }
        busy.push(under);
        i.embedded.iter().find_map(|&e| self.find_method_within(e, wanted, busy))
    }

    /// Fields of a struct type by name.
    fn field_index(&self, ty: TyId, fields: &[FieldTy]) -> Arc<FxHashMap<Symbol, u32>> {
        if let Some(index) = self.field_index.read().expect("field index lock").get(&ty) {
            return Arc::clone(index);
        }
        let index: FxHashMap<Symbol, u32> =
            fields.iter().enumerate().rev().map(|(i, f)| (f.name, i as u32)).collect();
        let index = Arc::new(index);
        self.field_index.write().expect("field index lock").insert(ty, Arc::clone(&index));
        index
    }

    /// Whether a method has a pointer receiver.
    pub fn has_pointer_receiver(&self, objects: &Objects, method: ObjId) -> bool {
        match &objects.get(method).kind {
            ObjKind::Func { recv } => recv.get().is_some_and(|&r| self.deref(r).1),
            _ => false,
        }
    }

    /// The method of a defined type with this name, declared for the type itself.
    pub fn own_method(
        &self,
        objects: &Objects,
        named: NamedId,
        name: (Symbol, Option<PkgId>),
    ) -> Option<ObjId> {
        Search { types: self, objects, name, how: NameMatch::Exact }.own_method(named)
    }
}

impl Search<'_> {
    fn run(&self, base: TyId, is_pointer: bool, addressable: bool) -> Lookup {
        let start = Embedded { ty: base, path: SmallVec::new(), indirect: is_pointer, multiple: false };
        let mut current = vec![start];
        let mut seen: SmallVec<[NamedId; 4]> = SmallVec::new();
        while !current.is_empty() {
            let mut next = Vec::new();
            let mut found: Option<Found> = None;
            for e in &current {
                let Some((member, path)) = self.look_at(e, &mut seen, found.is_none(), &mut next) else {
                    continue;
                };
                if found.is_some() || e.multiple {
                    return Lookup::Ambiguous(path);
                }
                found = Some(Found { member, path, indirect: e.indirect });
            }
            if let Some(found) = found {
                if let Member::Method(m) = found.member
                    && self.types.has_pointer_receiver(self.objects, m)
                    && !found.indirect
                    && !addressable
                {
                    return Lookup::NeedsPointer;
                }
                return Lookup::Found(found);
            }
            current = self.consolidate(next);
        }
        Lookup::NotFound
    }

    /// The member that the type itself has, and its path. Embedded fields are put into `next` if `descend`.
    fn look_at(
        &self,
        e: &Embedded,
        seen: &mut SmallVec<[NamedId; 4]>,
        descend: bool,
        next: &mut Vec<Embedded>,
    ) -> Option<(Member, SmallVec<[u32; 4]>)> {
        if let Some(named) = self.types.as_named(e.ty) {
            if seen.contains(&named) {
                return None;
            }
            seen.push(named);
            if let Some(m) = self.own_method(named) {
                return Some((Member::Method(m), e.path.clone()));
            }
        }
        match self.types.under(e.ty) {
            Ty::Struct(fields) => self.look_at_fields(e, fields, descend, next),
            Ty::Interface(_) | Ty::TypeParam(_) => {
                let m = self.types.find_interface_method(e.ty, &|m| self.matches(m.name, m.pkg))?;
                Some((Member::InterfaceMethod { name: m.name, pkg: m.pkg, sig: m.sig }, e.path.clone()))
            }
            _ => None,
        }
    }

    fn look_at_fields(
        &self,
        e: &Embedded,
        fields: &[FieldTy],
        descend: bool,
        next: &mut Vec<Embedded>,
    ) -> Option<(Member, SmallVec<[u32; 4]>)> {
        let extended = |i: usize| {
            let mut path = e.path.clone();
            path.push(i as u32);
            path
        };
        if let Some(i) = self.find_field(e.ty, fields) {
            let f = &fields[i];
            return Some((Member::Field { ty: f.ty, pos: f.pos, name: f.name, pkg: f.pkg }, extended(i)));
        }
        if descend {
            for (i, f) in fields.iter().enumerate().filter(|(_, f)| f.embedded) {
                let (ty, is_pointer) = self.types.deref(f.ty);
                let indirect = e.indirect || is_pointer;
                next.push(Embedded { ty, path: extended(i), indirect, multiple: e.multiple });
            }
        }
        None
    }

    fn find_field(&self, ty: TyId, fields: &[FieldTy]) -> Option<usize> {
        let matches = |f: &FieldTy| self.matches(f.name, f.pkg);
        if fields.len() < INDEXED || self.how == NameMatch::IgnoreCase {
            return fields.iter().position(matches);
        }
        let index = self.types.field_index(self.types.underlying(ty), fields);
        let i = *index.get(&self.name.0)? as usize;
        matches(&fields[i]).then_some(i)
    }

    fn own_method(&self, named: NamedId) -> Option<ObjId> {
        let named = self.types.named(named);
        let named = named.origin.map_or(named, |origin| self.types.named(origin));
        if self.how == NameMatch::Exact {
            let &m = named.method_index.get()?.get(&self.name.0)?;
            let object = self.objects.get(m);
            return self.matches(object.name, object.pkg).then_some(m);
        }
        let methods = named.methods.read().expect("method list lock");
        methods.iter().copied().find(|&m| {
            let m = self.objects.get(m);
            self.matches(m.name, m.pkg)
        })
    }

    fn matches(&self, name: Symbol, pkg: Option<PkgId>) -> bool {
        match self.how {
            NameMatch::Exact => self.types.same_name((name, pkg), self.name),
            NameMatch::IgnoreCase => {
                let lower = |s| self.types.interner().resolve(s).to_lowercase();
                name == self.name.0 || lower(name) == lower(self.name.0)
            }
        }
    }

    /// Merges types that stand several times at one depth.
    fn consolidate(&self, list: Vec<Embedded>) -> Vec<Embedded> {
        let mut index: FxHashMap<TyId, usize> = FxHashMap::default();
        let mut out: Vec<Embedded> = Vec::with_capacity(list.len());
        for e in list {
            match index.entry(self.types.canon(e.ty)) {
                std::collections::hash_map::Entry::Occupied(at) => out[*at.get()].multiple = true,
                std::collections::hash_map::Entry::Vacant(at) => {
                    at.insert(out.len());
                    out.push(e);
                }
            }
        }
        out
    }
}
