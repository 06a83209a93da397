//! Substitution of type parameters, and instances of generic types (gc: `types2/subst.go`, `types2/named.go`).
//!
//! An instance is a [`Named`] of its own for each list of type arguments as written; its canonical id is the instance
//! with canonical arguments. What an instance looks like inside is worked out when it is first asked for, so types that
//! lead to ever larger instances of themselves do no harm.
//!
//! A type declared inside a generic function depends on the function's type parameters without naming them. It is
//! treated as generic in these ([`Named::implicit`]): substituting in it gives an instance.

use super::*;

/// An interned pair of type parameters and arguments.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct MapId(u32);

type SubstMaps = FxHashMap<(Box<[TypeParamId]>, Box<[TyId]>), MapId>;

/// Instances by origin and canonical type arguments.
type InstanceTable = FxHashMap<(NamedId, Box<[TyId]>), NamedId>;

/// Instances and substitutions done so far.
#[derive(Default)]
pub(super) struct SubstTables {
    instances: RwLock<InstanceTable>,
    maps: RwLock<SubstMaps>,
    memo: RwLock<FxHashMap<(TyId, MapId), TyId>>,
    /// Lists of receiver type parameters; they never move.
    lists: boxcar::Vec<Box<[TypeParamId]>>,
    methods: RwLock<FxHashMap<ObjId, usize>>,
    aliases: RwLock<FxHashMap<ObjId, usize>>,
}

/// One substitution.
struct Subst<'a> {
    types: &'a Types,
    params: &'a [TypeParamId],
    args: &'a [TyId],
    map: MapId,
    /// An alias was met whose target is not known yet.
    provisional: bool,
}

impl Types {
    /// Whether a type is or contains a type parameter.
    pub fn mentions_type_params(&self, ty: TyId) -> bool {
        self.entries[ty.0 as usize].generic
    }

    pub(super) fn is_generic_structure(&self, ty: &Ty) -> bool {
        let g = |t: TyId| self.mentions_type_params(t);
        match ty {
            Ty::Basic(_) => false,
            Ty::TypeParam(_) => true,
            Ty::Named(n) => {
                let named = self.named(*n);
                named.targs.iter().any(|&t| g(t)) || named.origin.is_none() && !named.implicit.is_empty()
            }
            // The target of an alias in progress may be anything.
            Ty::Alias { actual, targs, .. } => {
                *actual == TyId::ERROR || g(*actual) || targs.iter().any(|&t| g(t))
            }
            Ty::Pointer(t) | Ty::Slice(t) | Ty::Array { elem: t, .. } | Ty::Chan { elem: t, .. } => g(*t),
            Ty::Map { key, elem } => g(*key) || g(*elem),
            Ty::Struct(fields) => fields.iter().any(|f| g(f.ty)),
            Ty::Func(f) => f.params.iter().chain(&f.results).any(|p| g(p.ty)),
            Ty::Interface(i) => {
                i.methods.iter().any(|m| g(m.sig))
                    || i.embedded.iter().any(|&e| g(e))
                    || i.terms.iter().flatten().any(|t| g(t.ty))
            }
            Ty::Tuple(ts) => ts.iter().any(|&t| g(t)),
            Ty::Union(ts) => ts.iter().any(|t| g(t.ty)),
        }
    }

    /// The type parameters that a generic type is written with, or for a type declared in a generic function those of
    /// the function: what the type arguments of an instance stand for.
    pub fn type_params_of(&self, origin: NamedId) -> &[TypeParamId] {
        let named = self.named(origin);
        match named.tparams.get() {
            Some(own) if !own.is_empty() => own,
            _ => &named.implicit,
        }
    }

    /// The instance of a generic type with these type arguments, as written. There may be fewer or more than the type
    /// has parameters; such an instance has no underlying type.
    pub fn instance(&self, origin: NamedId, targs: &[TyId]) -> TyId {
        let implicit = &self.named(origin).implicit;
        let same = |(&p, &t): (&TypeParamId, &TyId)| matches!(self.get(t), Ty::TypeParam(q) if p == *q);
        let has_own = self.named(origin).tparams.get().is_some_and(|p| !p.is_empty());
        if !has_own && implicit.len() == targs.len() && implicit.iter().zip(targs).all(same) {
            return self.intern(Ty::Named(origin));
        }
        let tables = &self.subst_tables;
        let key = (origin, Box::<[TyId]>::from(targs));
        if let Some(&n) = tables.instances.read().expect("instance table lock").get(&key) {
            return self.intern(Ty::Named(n));
        }
        let mut instances = tables.instances.write().expect("instance table lock");
        let n = *instances.entry(key).or_insert_with(|| {
            let generic = self.named(origin);
            let mut named = Named::new(generic.obj, generic.local_index);
            named.targs = targs.into();
            named.origin = Some(origin);
            self.new_named(named)
        });
        drop(instances);
        self.intern(Ty::Named(n))
    }

    /// The underlying type of an instance, `None` while that of its generic type is not known.
    pub(super) fn expand(&self, n: NamedId, nesting: u32) -> Option<TyId> {
        let named = self.named(n);
        let origin = named.origin?;
        let params = self.type_params_of(origin);
        if params.len() != named.targs.len() {
            return None;
        }
        let generic = self.intern(Ty::Named(origin));
        let under = self.underlying_within(generic, nesting.checked_sub(1)?);
        if under == TyId::ERROR {
            return None;
        }
        let under = self.subst(under, params, &named.targs);
        Some(*named.underlying.get_or_init(|| under))
    }

    /// The methods declared for a defined type; for an instance those of its generic type, whose signatures are in
    /// terms of [`Types::method_tparams`].
    pub fn methods_of(&self, n: NamedId) -> Vec<ObjId> {
        let named = self.named(n);
        let named = named.origin.map_or(named, |origin| self.named(origin));
        named.methods.read().expect("method list lock").clone()
    }

    /// The receiver type parameters of a method of a generic type, in order: its signature is in terms of them. The
    /// method's own type parameters stand in [`FuncTy::tparams`].
    pub fn method_tparams(&self, method: ObjId) -> &[TypeParamId] {
        let tables = &self.subst_tables;
        match tables.methods.read().expect("method parameter lock").get(&method) {
            Some(&at) => &tables.lists[at],
            None => &[],
        }
    }

    /// Sets what [`Types::method_tparams`] yields.
    pub fn set_method_tparams(&self, method: ObjId, params: &[TypeParamId]) {
        let at = self.subst_tables.lists.push(params.into());
        self.subst_tables.methods.write().expect("method parameter lock").insert(method, at);
    }

    /// The type parameters of a generic alias.
    pub fn alias_tparams(&self, alias: ObjId) -> &[TypeParamId] {
        let tables = &self.subst_tables;
        match tables.aliases.read().expect("alias parameter lock").get(&alias) {
            Some(&at) => &tables.lists[at],
            None => &[],
        }
    }

    /// Sets what [`Types::alias_tparams`] yields.
    pub fn set_alias_tparams(&self, alias: ObjId, params: &[TypeParamId]) {
        let at = self.subst_tables.lists.push(params.into());
        self.subst_tables.aliases.write().expect("alias parameter lock").insert(alias, at);
    }

    /// `ty` with `args` in place of `params`. Canonical if `ty` and `args` are.
    pub fn subst(&self, ty: TyId, params: &[TypeParamId], args: &[TyId]) -> TyId {
        if params.is_empty() || !self.mentions_type_params(ty) {
            return ty;
        }
        debug_assert_eq!(params.len(), args.len());
        let map = self.subst_map(params, args);
        let mut s = Subst { types: self, params, args, map, provisional: false };
        let out = s.ty(ty);
        let canonical = |t: TyId| self.entries[t.0 as usize].canon.get() == Some(&t);
        if canonical(ty) && args.iter().all(|&a| canonical(a)) { self.canon(out) } else { out }
    }

    fn subst_map(&self, params: &[TypeParamId], args: &[TyId]) -> MapId {
        let key = (params.into(), args.into());
        let maps = &self.subst_tables.maps;
        if let Some(&known) = maps.read().expect("substitution lock").get(&key) {
            return known;
        }
        let mut maps = maps.write().expect("substitution lock");
        let next = MapId(maps.len() as u32);
        *maps.entry(key).or_insert(next)
    }
}

impl Subst<'_> {
    fn ty(&mut self, ty: TyId) -> TyId {
        let types = self.types;
        if !types.mentions_type_params(ty) {
            return ty;
        }
        if let Ty::TypeParam(p) = types.get(ty) {
            return self.params.iter().position(|q| q == p).map_or(ty, |i| self.args[i]);
        }
        let memo = &types.subst_tables.memo;
        if let Some(&known) = memo.read().expect("substitution lock").get(&(ty, self.map)) {
            return known;
        }
        let outer = std::mem::take(&mut self.provisional);
        let out = self.compute(ty);
        if !self.provisional {
            memo.write().expect("substitution lock").insert((ty, self.map), out);
        }
        self.provisional |= outer;
        out
    }

    fn list(&mut self, list: &[TyId]) -> Box<[TyId]> {
        list.iter().map(|&t| self.ty(t)).collect()
    }

    fn compute(&mut self, ty: TyId) -> TyId {
        let types = self.types;
        let new = match types.get(ty) {
            Ty::Basic(_) | Ty::TypeParam(_) => return ty,
            Ty::Named(n) => {
                let named = types.named(*n);
                let (origin, targs) = match named.origin {
                    Some(origin) => (origin, self.list(&named.targs)),
                    None => {
                        let implicit: Vec<TyId> =
                            named.implicit.iter().map(|&p| types.intern(Ty::TypeParam(p))).collect();
                        (*n, self.list(&implicit))
                    }
                };
                return types.instance(origin, &targs);
            }
            Ty::Alias { obj, targs, .. } => {
                let actual = types.unalias_once(ty);
                if actual == TyId::ERROR {
                    self.provisional = true;
                    return ty;
                }
                let actual = self.ty(actual);
                if targs.is_empty() {
                    return actual;
                }
                Ty::Alias { obj: *obj, actual, targs: self.list(targs) }
            }
            Ty::Pointer(t) => Ty::Pointer(self.ty(*t)),
            Ty::Slice(t) => Ty::Slice(self.ty(*t)),
            Ty::Array { elem, len } => Ty::Array { elem: self.ty(*elem), len: *len },
            Ty::Map { key, elem } => Ty::Map { key: self.ty(*key), elem: self.ty(*elem) },
            Ty::Chan { dir, elem } => Ty::Chan { dir: *dir, elem: self.ty(*elem) },
            Ty::Tuple(ts) => Ty::Tuple(self.list(ts)),
            Ty::Union(ts) => Ty::Union(self.terms(ts)),
            Ty::Struct(fields) => {
                Ty::Struct(fields.iter().map(|f| FieldTy { ty: self.ty(f.ty), ..f.clone() }).collect())
            }
            Ty::Func(f) => Ty::Func(FuncTy {
                params: self.params(&f.params),
                results: self.params(&f.results),
                ..f.clone()
            }),
            Ty::Interface(i) => Ty::Interface(InterfaceTy {
                methods: i.methods.iter().map(|m| MethodTy { sig: self.ty(m.sig), ..m.clone() }).collect(),
                embedded: self.list(&i.embedded),
                terms: i.terms.as_ref().map(|ts| self.terms(ts)),
                ..i.clone()
            }),
        };
        types.intern(new)
    }

    fn params(&mut self, params: &[ParamTy]) -> Box<[ParamTy]> {
        params.iter().map(|p| ParamTy { ty: self.ty(p.ty), ..*p }).collect()
    }

    fn terms(&mut self, terms: &[Term]) -> Box<[Term]> {
        terms.iter().map(|t| Term { ty: self.ty(t.ty), ..*t }).collect()
    }
}
