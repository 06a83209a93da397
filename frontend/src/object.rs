//! Declared things: variables, constants, types, functions, packages.

use std::sync::OnceLock;

use cranelift_entity::entity_impl;

use crate::source::{Pos, Symbol};
use crate::types::TyId;
use crate::types::builtins::Builtin;
use crate::types::constant::ConstValue;

/// A declared thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjId(u32);
entity_impl!(ObjId, "obj");

/// A package of the program. Numbered in the order of the package list (dependencies first), so deterministic.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PkgId(u32);
entity_impl!(PkgId, "pkg");

/// What role a variable has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VarKind {
    /// Package-level.
    Global,
    /// Declared in a function body.
    Local,
    /// Parameter.
    Param,
    /// Receiver.
    Recv,
    /// Result, named or not.
    Result,
}

/// A declared thing. The type is set when the declaration is resolved.
pub struct Object {
    /// Name.
    pub name: Symbol,
    /// Declaring identifier; `Pos::NONE` for predeclared ones.
    pub pos: Pos,
    /// Package; `None` for predeclared ones.
    pub pkg: Option<PkgId>,
    /// What it is.
    pub kind: ObjKind,
    /// Its type; for a type name the type it denotes.
    pub ty: OnceLock<TyId>,
}

/// Kinds of objects.
pub enum ObjKind {
    /// A variable.
    Var(VarKind),
    /// A constant; the value is set when its declaration is resolved.
    Const(OnceLock<ConstValue>),
    /// A type or alias.
    TypeName,
    /// A function or method. `recv` of a method: the receiver's type as declared (`T` or `*T`).
    Func {
        /// Receiver type, for methods. For methods of a generic type the generic type itself, without type arguments.
        recv: OnceLock<TyId>,
    },
    /// An imported package's local name.
    PkgName(PkgId),
    /// A predeclared function.
    Builtin(Builtin),
    /// `nil`
    Nil,
}

/// The store of all objects of a program, shared by all threads.
#[derive(Default)]
pub struct Objects {
    entries: boxcar::Vec<Object>,
}

impl Objects {
    /// Adds an object.
    pub fn add(&self, obj: Object) -> ObjId {
        ObjId(self.entries.push(obj) as u32)
    }

    /// An object.
    pub fn get(&self, id: ObjId) -> &Object {
        &self.entries[id.0 as usize]
    }

    /// The type of an object, [`TyId::ERROR`] while unresolved.
    pub fn ty(&self, id: ObjId) -> TyId {
        self.get(id).ty.get().copied().unwrap_or(TyId::ERROR)
    }
}
