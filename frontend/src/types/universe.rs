//! The predeclared identifiers (Go spec, Predeclared identifiers) and package unsafe.

use std::sync::OnceLock;

use num_bigint::BigInt;
use rustc_hash::FxHashMap;

use super::builtins::Builtin;
use super::constant::ConstValue;
use super::{Basic, FuncTy, InterfaceTy, MethodTy, Named, ParamTy, Ty, TyId, Types};
use crate::object::{ObjId, ObjKind, Object, Objects};
use crate::source::{Interner, Pos, Symbol, sym};

/// The predeclared objects and the types that have no [`Basic`] kind.
pub struct Universe {
    /// All names that are visible everywhere.
    pub scope: FxHashMap<Symbol, ObjId>,
    /// What package unsafe exports.
    pub unsafe_scope: FxHashMap<Symbol, ObjId>,
    /// `any`, an alias of the empty interface.
    pub any: TyId,
    /// `error`
    pub error: TyId,
    /// `comparable`
    pub comparable: TyId,
    /// `byte`, an alias of uint8.
    pub byte: TyId,
    /// `rune`, an alias of int32.
    pub rune: TyId,
    /// `interface{}`
    pub empty_interface: TyId,
    /// The constant `iota`, whose value depends on where it is used.
    pub iota: ObjId,
}

struct Builder<'a> {
    interner: &'a Interner,
    types: &'a Types,
    objects: &'a Objects,
    scope: FxHashMap<Symbol, ObjId>,
}

impl Builder<'_> {
    fn object(&self, name: &str, kind: ObjKind, ty: Option<TyId>) -> (Symbol, ObjId) {
        let name = self.interner.intern(name);
        let ty = ty.map_or_else(OnceLock::new, Into::into);
        (name, self.objects.add(Object { name, pos: Pos::NONE, pkg: None, kind, ty }))
    }

    fn add(&mut self, name: &str, kind: ObjKind, ty: TyId) -> ObjId {
        let (name, obj) = self.object(name, kind, Some(ty));
        self.scope.insert(name, obj);
        obj
    }

    fn alias(&mut self, name: &str, actual: TyId) -> TyId {
        let (name, obj) = self.object(name, ObjKind::TypeName, None);
        let ty = self.types.intern(Ty::Alias { obj, actual, targs: Box::default() });
        let _ = self.objects.get(obj).ty.set(ty);
        self.scope.insert(name, obj);
        ty
    }

    fn interface(&mut self, name: &str, methods: Box<[MethodTy]>, comparable: bool) -> TyId {
        let (name, obj) = self.object(name, ObjKind::TypeName, None);
        let named = self.types.new_named(Named::new(obj, 0));
        let ty = self.types.intern(Ty::Named(named));
        let rhs =
            self.types.intern(Ty::Interface(InterfaceTy { methods, comparable, ..InterfaceTy::default() }));
        self.types.set_rhs(named, rhs);
        self.types.finish_named(named);
        let _ = self.objects.get(obj).ty.set(ty);
        self.scope.insert(name, obj);
        ty
    }
}

impl Universe {
    /// Makes the predeclared objects.
    pub fn new(interner: &Interner, types: &Types, objects: &Objects) -> Universe {
        let mut b = Builder { interner, types, objects, scope: FxHashMap::default() };
        for &basic in Basic::ALL {
            if basic != Basic::Error && basic != Basic::UnsafePointer && !basic.is_untyped() {
                b.add(basic.name(), ObjKind::TypeName, basic.ty());
            }
        }
        let byte = b.alias("byte", Basic::Uint8.ty());
        let rune = b.alias("rune", Basic::Int32.ty());
        let empty_interface = types.intern(Ty::Interface(InterfaceTy::default()));
        let any = b.alias("any", empty_interface);
        let text = ParamTy { name: sym::Empty, ty: Basic::String.ty() };
        let sig = types.intern(Ty::Func(FuncTy { results: [text].into(), ..FuncTy::default() }));
        let method = MethodTy { name: sym::Error, pkg: None, sig, pos: Pos::NONE };
        let error = b.interface("error", [method].into(), false);
        let comparable = b.interface("comparable", Box::default(), true);
        for (name, value) in [("true", true), ("false", false)] {
            b.add(name, ObjKind::Const(ConstValue::Bool(value).into()), Basic::UntypedBool.ty());
        }
        let zero = ConstValue::Int(BigInt::ZERO);
        let iota = b.add("iota", ObjKind::Const(zero.into()), Basic::UntypedInt.ty());
        b.add("nil", ObjKind::Nil, Basic::UntypedNil.ty());
        let mut unsafe_scope = FxHashMap::default();
        for &builtin in Builtin::ALL {
            let (name, obj) = b.object(builtin.name(), ObjKind::Builtin(builtin), Some(TyId::ERROR));
            if builtin.is_unsafe() { &mut unsafe_scope } else { &mut b.scope }.insert(name, obj);
        }
        let (name, obj) = b.object("Pointer", ObjKind::TypeName, Some(Basic::UnsafePointer.ty()));
        unsafe_scope.insert(name, obj);
        let scope = b.scope;
        Universe { scope, unsafe_scope, any, error, comparable, byte, rune, empty_interface, iota }
    }
}
