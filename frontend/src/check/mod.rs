//! The type checker of one package (model: gc's `types2`).
//!
//! Phases: collect the package's objects; resolve declarations on demand ([`decl`]); check function bodies, which
//! were queued; order the initialisers; report what is unused. Broken input is data: [`TyId::ERROR`] and
//! [`Mode::Invalid`] silence follow-up errors.
//!
//! One file a construct, named like the same construct in the later stages.

pub mod operand;

use rustc_hash::FxHashMap;

use crate::ast::{Ast, Block};
use crate::diag::{Code, Sink};
use crate::object::{ObjId, Objects, PkgId};
use crate::program::FileInfo;
use crate::source::{Interner, Pos, Symbol};
use crate::types::constant::ConstValue;
use crate::types::{TyId, Types};

pub use crate::program::Mode;
pub use operand::Operand;

/// The stores that all packages share.
#[derive(Clone, Copy)]
pub struct Shared<'p> {
    /// Names.
    pub interner: &'p Interner,
    /// Types.
    pub types: &'p Types,
    /// Objects.
    pub objects: &'p Objects,
}

/// A block scope while it is open.
#[derive(Default)]
pub struct Scope {
    /// Objects declared in it.
    pub names: FxHashMap<Symbol, ObjId>,
}

/// The function whose body is being checked.
#[derive(Clone)]
pub struct FuncEnv {
    /// Its signature.
    pub sig: TyId,
    /// Result objects, in order (for `result parameter x not in scope at return`).
    pub results: Vec<ObjId>,
    /// Whether the results are named.
    pub named_results: bool,
}

/// What surrounds the expression or statement being checked.
#[derive(Default)]
pub struct Env {
    /// Open scopes from outermost (file) to innermost; package and universe are searched after them.
    pub scopes: Vec<Scope>,
    /// The enclosing function.
    pub func: Option<FuncEnv>,
    /// The value of `iota` inside a constant declaration.
    pub iota: Option<ConstValue>,
    /// Positions of constant initialisers are reported here when they are repeated implicitly.
    pub err_pos: Option<Pos>,
    /// The package-level declaration being resolved: references to package-level objects are recorded as its
    /// dependencies for the order of initialisation.
    pub decl: Option<ObjId>,
}

/// A function body that waits to be checked.
pub struct DelayedBody {
    /// Index of the file.
    pub file: usize,
    /// The environment in which it stands.
    pub env: Env,
    /// The body.
    pub body: Block,
}

/// Checks one package.
pub struct Checker<'p> {
    /// Shared stores.
    pub shared: Shared<'p>,
    /// The package.
    pub pkg: PkgId,
    /// Its files.
    pub files: &'p [Ast],
    /// Facts, one entry a file.
    pub infos: Vec<FileInfo>,
    /// The file of what is being checked.
    pub file: usize,
    /// What surrounds it.
    pub env: Env,
    /// Reported errors.
    pub sink: Sink,
}

impl<'p> Checker<'p> {
    /// The tree of the current file.
    pub fn ast(&self) -> &'p Ast {
        &self.files[self.file]
    }

    /// Reports an error.
    pub fn error(&mut self, pos: Pos, code: Code, message: impl Into<String>) {
        self.sink.error(pos, code, message);
    }
}
