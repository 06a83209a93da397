//! Types, interned.
//!
//! A [`TyId`] names a type *as written*: `[]byte` and `[]uint8` have different ids, so that messages can show what
//! the user wrote. Each id knows its canonical id ([`Types::canon`]), in which aliases are expanded, parameter
//! names dropped and embedded interfaces flattened; two types are identical (Go spec, Type identity) exactly when
//! their canonical ids are equal. Later stages use canonical ids only.
//!
//! The store is append-only and shared by all threads. Ids depend on the order of interning, hence on thread
//! timing: nothing that reaches the output may be sorted by them.

pub mod builtins;
mod canon;
pub mod constant;
pub mod display;
pub mod layout;
pub mod lookup;
pub mod relations;
mod subst;
pub mod typeset;
pub mod universe;

pub use relations::Incomparable;

use std::hash::BuildHasher;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, RwLock};

use cranelift_entity::entity_impl;
use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::ast::ChanDir;
use crate::object::{ObjId, PkgId};
use crate::source::{Interner, Pos, Symbol};

/// A type as written; see the module documentation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TyId(u32);
entity_impl!(TyId, "ty");

/// A defined (named) type or an instance of a generic one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NamedId(u32);
entity_impl!(NamedId, "named");

/// A type parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeParamId(u32);
entity_impl!(TypeParamId, "tparam");

macro_rules! basics {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// Predeclared types and the kinds of untyped constants. Each stands in [`Types`] under its own fixed id.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs)]
        #[repr(u8)]
        pub enum Basic { $($variant),* }

        impl Basic {
            /// All of them in the order of their ids.
            pub const ALL: &'static [Basic] = &[$(Basic::$variant),*];

            /// The name as gc prints it.
            pub fn name(self) -> &'static str {
                match self { $(Basic::$variant => $name),* }
            }

            /// The id of this type.
            pub const fn ty(self) -> TyId {
                TyId(self as u32)
            }
        }
    };
}

basics! {
    Error = "invalid type",
    Bool = "bool",
    Int = "int", Int8 = "int8", Int16 = "int16", Int32 = "int32", Int64 = "int64",
    Uint = "uint", Uint8 = "uint8", Uint16 = "uint16", Uint32 = "uint32", Uint64 = "uint64", Uintptr = "uintptr",
    Float32 = "float32", Float64 = "float64", Complex64 = "complex64", Complex128 = "complex128",
    String = "string", UnsafePointer = "unsafe.Pointer",
    UntypedBool = "untyped bool", UntypedInt = "untyped int", UntypedRune = "untyped rune",
    UntypedFloat = "untyped float", UntypedComplex = "untyped complex", UntypedString = "untyped string",
    UntypedNil = "untyped nil",
}

impl Basic {
    /// Whether values are untyped constants, untyped booleans or nil.
    pub fn is_untyped(self) -> bool {
        self >= Basic::UntypedBool
    }
    /// Signed or unsigned integers, untyped ones and runes included.
    pub fn is_integer(self) -> bool {
        (Basic::Int..=Basic::Uintptr).contains(&self)
            || matches!(self, Basic::UntypedInt | Basic::UntypedRune)
    }
    /// Unsigned integers.
    pub fn is_unsigned(self) -> bool {
        (Basic::Uint..=Basic::Uintptr).contains(&self)
    }
    /// Floating point, untyped included.
    pub fn is_float(self) -> bool {
        matches!(self, Basic::Float32 | Basic::Float64 | Basic::UntypedFloat)
    }
    /// Complex, untyped included.
    pub fn is_complex(self) -> bool {
        matches!(self, Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex)
    }
    /// Integers, floats and complex numbers.
    pub fn is_numeric(self) -> bool {
        self.is_integer() || self.is_float() || self.is_complex()
    }
    /// Strings, untyped included.
    pub fn is_string(self) -> bool {
        matches!(self, Basic::String | Basic::UntypedString)
    }
    /// Booleans, untyped included.
    pub fn is_boolean(self) -> bool {
        matches!(self, Basic::Bool | Basic::UntypedBool)
    }
}

impl TyId {
    /// The type of what is wrong and already reported; it silences follow-up errors.
    pub const ERROR: TyId = Basic::Error.ty();

    /// Whether this is not [`TyId::ERROR`].
    pub fn is_valid(self) -> bool {
        self != TyId::ERROR
    }
}

impl Default for TyId {
    fn default() -> Self {
        TyId::ERROR
    }
}

/// The structure of a type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Ty {
    /// A predeclared type or an untyped kind.
    Basic(Basic),
    /// A defined type.
    Named(NamedId),
    /// An alias, `byte` and `rune` and `any` included; its canonical id is that of `actual`.
    Alias {
        /// The declaring object.
        obj: ObjId,
        /// What it stands for; [`TyId::ERROR`] in references made while the declaration was being resolved (read
        /// it with [`Types::unalias`]).
        actual: TyId,
        /// Type arguments of an instance of a generic alias.
        targs: Box<[TyId]>,
    },
    /// `*T`
    Pointer(TyId),
    /// `[]T`
    Slice(TyId),
    /// `[N]T`
    Array {
        /// Element type.
        elem: TyId,
        /// Number of elements.
        len: u64,
    },
    /// `map[K]V`
    Map {
        /// Key type.
        key: TyId,
        /// Element type.
        elem: TyId,
    },
    /// `chan T`
    Chan {
        /// Direction.
        dir: ChanDir,
        /// Element type.
        elem: TyId,
    },
    /// `struct { … }`
    Struct(Box<[FieldTy]>),
    /// `func(…) …`
    Func(FuncTy),
    /// `interface { … }`
    Interface(InterfaceTy),
    /// The type of a call with several results or none; never written.
    Tuple(Box<[TyId]>),
    /// A type parameter.
    TypeParam(TypeParamId),
    /// A union of terms, only inside an interface.
    Union(Box<[Term]>),
}

/// A struct field.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FieldTy {
    /// The name; for an embedded field that of its type.
    pub name: Symbol,
    /// Where it was declared: part of identity for unexported names only (the canonical form has `None` for
    /// exported ones).
    pub pkg: Option<PkgId>,
    /// Type.
    pub ty: TyId,
    /// Embedded.
    pub embedded: bool,
    /// The tag's value.
    pub tag: Option<Symbol>,
    /// The declaration (`Pos::NONE` in the canonical form).
    pub pos: Pos,
}

/// A signature, without receiver and type parameters.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub struct FuncTy {
    /// Parameters; the last is a slice if `variadic`.
    pub params: Box<[ParamTy]>,
    /// Results.
    pub results: Box<[ParamTy]>,
    /// `...` on the last parameter.
    pub variadic: bool,
    /// Type parameters of a generic function or method (empty for function types that are written).
    pub tparams: Box<[TypeParamId]>,
}

/// A parameter or result.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ParamTy {
    /// Its name, `sym::Empty` if it has none or in the canonical form.
    pub name: Symbol,
    /// Type.
    pub ty: TyId,
}

/// An interface. In the canonical form `embedded` is empty and `methods` holds the whole method set, sorted by
/// [`MethodTy::sort_key`] order (exported names first, then by name, as gc sorts itabs).
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub struct InterfaceTy {
    /// Explicitly declared methods.
    pub methods: Box<[MethodTy]>,
    /// Embedded interfaces, types and unions.
    pub embedded: Box<[TyId]>,
    /// Canonical form: the type set is limited to these terms (`None`: all types).
    pub terms: Option<Box<[Term]>>,
    /// Canonical form: only comparable types.
    pub comparable: bool,
    /// Made for a constraint literal such as `[T ~int|string]`; printed without `interface{}`.
    pub implicit: bool,
}

/// A method of an interface.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MethodTy {
    /// Name.
    pub name: Symbol,
    /// Package, for unexported names (`None` for exported ones in the canonical form).
    pub pkg: Option<PkgId>,
    /// A [`Ty::Func`].
    pub sig: TyId,
    /// The declaration (`Pos::NONE` in the canonical form).
    pub pos: Pos,
}

/// A term of a union.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// `~`
    pub tilde: bool,
    /// Type.
    pub ty: TyId,
}

/// What is known of a defined type; filled while its declaration is resolved.
pub struct Named {
    /// The declaring object.
    pub obj: ObjId,
    /// Type arguments of an instance.
    pub targs: Box<[TyId]>,
    /// The generic type of an instance.
    pub origin: Option<NamedId>,
    /// Declared in a generic function: the function's type parameters, on which it depends.
    pub implicit: Box<[TypeParamId]>,
    /// Type parameters of a generic type.
    pub tparams: OnceLock<Box<[TypeParamId]>>,
    /// The type it was declared with.
    pub rhs: OnceLock<TyId>,
    /// The underlying type, never [`Ty::Named`] or [`Ty::Alias`] itself once set. Read it with
    /// [`Types::underlying`].
    pub underlying: OnceLock<TyId>,
    /// Contains itself (`type T struct { f T }`); reported.
    pub invalid: AtomicBool,
    /// Methods declared for it, in source order.
    pub methods: RwLock<Vec<ObjId>>,
    /// The same by name, set together with them.
    pub method_index: OnceLock<FxHashMap<Symbol, ObjId>>,
    /// Declared in a function: the number that tells it from others of the same name in the package (gc prints
    /// `main.T·1`); 0 for package-level types.
    pub local_index: u32,
}

impl Named {
    /// A defined type whose declaration is not resolved yet.
    pub fn new(obj: ObjId, local_index: u32) -> Named {
        Named {
            obj,
            targs: Box::default(),
            origin: None,
            implicit: Box::default(),
            tparams: OnceLock::new(),
            rhs: OnceLock::new(),
            underlying: OnceLock::new(),
            invalid: AtomicBool::new(false),
            methods: RwLock::default(),
            method_index: OnceLock::new(),
            local_index,
        }
    }
}

/// What is known of a type parameter.
pub struct TypeParam {
    /// The declaring object.
    pub obj: ObjId,
    /// Position in its list.
    pub index: u32,
    /// The constraint, an interface.
    pub constraint: OnceLock<TyId>,
}

struct Entry {
    ty: Ty,
    canon: OnceLock<TyId>,
    layout: OnceLock<layout::Layout>,
    /// Whether a type parameter occurs in it.
    generic: bool,
}

/// The store of all types of a program.
pub struct Types {
    entries: boxcar::Vec<Entry>,
    shards: [RwLock<HashTable<TyId>>; 16],
    named: boxcar::Vec<Named>,
    tparams: boxcar::Vec<TypeParam>,
    /// Fields by name, of structs that have many.
    field_index: RwLock<FxHashMap<TyId, Arc<FxHashMap<Symbol, u32>>>>,
    /// Targets of aliases that were referred to while they were being resolved.
    late_aliases: RwLock<FxHashMap<ObjId, TyId>>,
    interner: Arc<Interner>,
    subst_tables: subst::SubstTables,
}

impl Default for Types {
    fn default() -> Self {
        Types::new(Arc::default())
    }
}

/// Longest chain of defined types that are each declared as another one.
const MAX_CHAIN: usize = 10_000;
/// Longest chain of instances that are each declared as another one.
const MAX_EXPANSIONS: u32 = 200;

impl Types {
    /// An empty store; `interner` is where the names come from.
    pub fn new(interner: Arc<Interner>) -> Types {
        let types = Types {
            entries: boxcar::Vec::new(),
            shards: Default::default(),
            named: boxcar::Vec::new(),
            tparams: boxcar::Vec::new(),
            field_index: RwLock::default(),
            late_aliases: RwLock::default(),
            interner,
            subst_tables: subst::SubstTables::default(),
        };
        for &b in Basic::ALL {
            assert_eq!(types.intern(Ty::Basic(b)), b.ty(), "basic types keep their ids");
        }
        types
    }

    /// The names of fields, methods and parameters.
    pub fn interner(&self) -> &Interner {
        &self.interner
    }

    /// The id of a type as written.
    pub fn intern(&self, ty: Ty) -> TyId {
        let hash = FxBuildHasher.hash_one(&ty);
        let shard = &self.shards[(hash >> 60) as usize];
        let eq = |t: &TyId| self.entries[t.0 as usize].ty == ty;
        if let Some(&t) = shard.read().expect("type table lock").find(hash, eq) {
            return t;
        }
        let generic = self.is_generic_structure(&ty);
        let mut table = shard.write().expect("type table lock");
        if let Some(&t) = table.find(hash, eq) {
            return t;
        }
        let t =
            TyId(self.entries.push(Entry { ty, canon: OnceLock::new(), layout: OnceLock::new(), generic })
                as u32);
        table.insert_unique(hash, t, |t| FxBuildHasher.hash_one(&self.entries[t.0 as usize].ty));
        t
    }

    /// The structure of a type as written.
    pub fn get(&self, id: TyId) -> &Ty {
        &self.entries[id.0 as usize].ty
    }

    /// Registers a defined type.
    pub fn new_named(&self, named: Named) -> NamedId {
        NamedId(self.named.push(named) as u32)
    }

    /// A defined type.
    pub fn named(&self, id: NamedId) -> &Named {
        &self.named[id.0 as usize]
    }

    /// Registers a type parameter.
    pub fn new_type_param(&self, tp: TypeParam) -> TypeParamId {
        TypeParamId(self.tparams.push(tp) as u32)
    }

    /// A type parameter.
    pub fn type_param(&self, id: TypeParamId) -> &TypeParam {
        &self.tparams[id.0 as usize]
    }

    /// The canonical id; see the module documentation. Computed once, as soon as all declarations that it depends on
    /// are resolved.
    pub fn canon(&self, id: TyId) -> TyId {
        canon::canon(self, id)
    }

    /// Go spec, Type identity.
    pub fn identical(&self, a: TyId, b: TyId) -> bool {
        a == b || self.canon(a) == self.canon(b)
    }

    /// The underlying type: for a defined type what it was declared with (`TyId::ERROR` while unresolved), for an
    /// alias that of its target, else the type itself.
    pub fn underlying(&self, id: TyId) -> TyId {
        self.underlying_within(id, MAX_EXPANSIONS)
    }

    /// [`Types::underlying`] with a limit on how many instances lead to each other.
    fn underlying_within(&self, id: TyId, nesting: u32) -> TyId {
        let mut at = id;
        for _ in 0..MAX_CHAIN {
            at = match self.get(at) {
                Ty::Alias { .. } => self.unalias(at),
                Ty::Named(n) => {
                    let named = self.named(*n);
                    let origin = named.origin.map_or(named, |origin| self.named(origin));
                    if origin.invalid.load(Ordering::Relaxed) {
                        return TyId::ERROR;
                    }
                    if let Some(&under) = named.underlying.get() {
                        return under;
                    }
                    if named.origin.is_some() {
                        return self.expand(*n, nesting).unwrap_or(TyId::ERROR);
                    }
                    match named.rhs.get() {
                        Some(&rhs) => rhs,
                        None => return TyId::ERROR,
                    }
                }
                _ => return at,
            };
        }
        TyId::ERROR
    }

    /// Sets what a defined type was declared with.
    pub fn set_rhs(&self, id: NamedId, rhs: TyId) {
        let _ = self.named(id).rhs.set(rhs);
    }

    /// Fixes the underlying type of a defined type, so that it is found at once from now on. Every type that its
    /// declaration leads to has to be resolved.
    pub fn finish_named(&self, id: NamedId) {
        let named = self.named(id);
        if named.underlying.get().is_none()
            && let Some(&rhs) = named.rhs.get()
        {
            let _ = named.underlying.set(self.underlying(rhs));
        }
    }

    /// Sets the target of an alias that may have been referred to while it was being resolved.
    pub fn set_alias_target(&self, obj: ObjId, actual: TyId) {
        self.late_aliases.write().expect("alias table lock").insert(obj, actual);
    }

    /// Whether the declaration of a type name is still being resolved, so that nothing is known of the type.
    pub fn is_incomplete(&self, id: TyId) -> bool {
        match self.get(self.unalias(id)) {
            Ty::Named(n) => {
                let named = self.named(*n);
                named.origin.map_or(named, |origin| self.named(origin)).rhs.get().is_none()
            }
            _ => false,
        }
    }

    /// The structure of the underlying type.
    pub fn under(&self, id: TyId) -> &Ty {
        self.get(self.underlying(id))
    }

    /// The type without alias names at its top (`byte` → `uint8`), but as written below.
    pub fn unalias(&self, mut id: TyId) -> TyId {
        for _ in 0..MAX_CHAIN {
            match self.get(id) {
                Ty::Alias { .. } => id = self.unalias_once(id),
                _ => return id,
            }
        }
        TyId::ERROR
    }

    /// What an alias was declared as, perhaps another alias; [`TyId::ERROR`] while that is unknown.
    pub fn unalias_once(&self, id: TyId) -> TyId {
        match self.get(id) {
            Ty::Alias { obj, actual: TyId::ERROR, .. } => {
                self.late_aliases.read().expect("alias table lock").get(obj).copied().unwrap_or_default()
            }
            Ty::Alias { actual, .. } => *actual,
            _ => id,
        }
    }

    /// The basic kind of the underlying type, if it is basic.
    pub fn basic(&self, id: TyId) -> Option<Basic> {
        match self.under(id) {
            Ty::Basic(b) => Some(*b),
            _ => None,
        }
    }
}
