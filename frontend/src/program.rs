//! The result of the frontend: a checked program, read by the later stages.

use std::sync::{Arc, OnceLock};

use cranelift_entity::{PrimaryMap, SecondaryMap};
use rustc_hash::FxHashMap;

use crate::ast::{Ast, DeclId, ExprId};
use crate::check::Shared;
use crate::check::late::LateBodies;
use crate::diag::Diagnostic;
use crate::embed::{EmbeddedFile, EmbeddedValue};
use crate::object::{ObjId, Objects, PkgId};
use crate::source::{Interner, Pos, SourceMap, Symbol};
use crate::types::constant::ConstValue;
use crate::types::universe::Universe;
use crate::types::{TyId, Types};

/// Everything that later stages need to know of the source.
pub struct Program {
    /// Files.
    pub sources: SourceMap,
    /// Names.
    pub interner: Arc<Interner>,
    /// Types.
    pub types: Types,
    /// Objects.
    pub objects: Objects,
    /// The predeclared objects and types.
    pub universe: Universe,
    /// What packages see of each other: names, paths, package-level objects.
    pub headers: PrimaryMap<PkgId, PackageHeader>,
    /// Packages, every package after those it imports.
    pub packages: PrimaryMap<PkgId, Package>,
    /// The package to be built (`main`).
    pub main: PkgId,
    /// The packages that were asked for; each may be built.
    pub roots: Vec<PkgId>,
}

/// What other packages see of a package.
pub struct PackageHeader {
    /// The path that symbols begin with: the import path, `main` for programs.
    pub path: String,
    /// The import path, or the go command's name for files given by hand.
    pub import_path: String,
    /// The name in its package clauses.
    pub name: Symbol,
    /// Whether it is one of the embedded standard packages.
    pub is_std: bool,
    /// Minor number of its language version.
    pub lang: u32,
    /// Whether functions may lack a body.
    pub may_lack_bodies: bool,
    /// The files that the patterns of `//go:embed` directives match.
    pub embeds: FxHashMap<String, Vec<EmbeddedFile>>,
    /// Directly imported packages, by import path as written.
    pub imports: FxHashMap<String, PkgId>,
    /// Package-level objects by name; set when the package has been checked.
    pub scope: OnceLock<FxHashMap<Symbol, ObjId>>,
}

impl PackageHeader {
    /// The package-level object with a name.
    pub fn lookup(&self, name: Symbol) -> Option<ObjId> {
        self.scope.get()?.get(&name).copied()
    }
}

impl Program {
    /// The stores, as the checker wants them for a package.
    fn shared(&self, pkg: PkgId) -> Shared<'_> {
        Shared {
            interner: &self.interner,
            types: &self.types,
            objects: &self.objects,
            sources: &self.sources,
            universe: &self.universe,
            packages: &self.headers,
            lang: self.headers[pkg].lang,
        }
    }

    /// The file and declaration of a function with its body, which is parsed and checked now if that was put off.
    pub fn func_source(&self, pkg: PkgId, index: usize) -> (&CheckedFile, DeclId) {
        let (file, decl, _) = self.func_checked(pkg, index);
        (file, decl)
    }

    /// The same with what is wrong with the body: nothing, unless it was put off.
    pub fn func_checked(&self, pkg: PkgId, index: usize) -> (&CheckedFile, DeclId, &[Diagnostic]) {
        let package = &self.packages[pkg];
        let func = &package.funcs[index];
        let outline = &package.files[func.file];
        if !func.is_late {
            return (outline, func.decl, &[]);
        }
        let body = package.late.get(self.shared(pkg), pkg, index, func, &outline.ast);
        (&body.file, body.decl, &body.errors)
    }
}

/// A checked package.
pub struct Package {
    /// Directly imported packages.
    pub imports: Vec<PkgId>,
    /// Files, in the order given, with what the checker found out.
    pub files: Vec<CheckedFile>,
    /// Functions and methods with bodies, in source order, `init` functions included.
    pub funcs: Vec<FuncDecl>,
    /// Bodies that are parsed and checked late.
    pub(crate) late: LateBodies,
    /// Package-level variables with initialisers, in order of initialisation (Go spec, Package initialization).
    pub init_order: Vec<InitStep>,
    /// What variables below `//go:embed` directives are filled with.
    pub embeds: FxHashMap<ObjId, EmbeddedValue>,
}

/// A file with its facts.
pub struct CheckedFile {
    /// The tree.
    pub ast: Ast,
    /// The facts.
    pub info: FileInfo,
    /// Minor number of its language version: from 22 on, loops have new variables in each iteration.
    pub lang: u32,
}

/// A function or method declaration.
#[derive(Clone, Copy, Debug)]
pub struct FuncDecl {
    /// The function. `init` functions and those named `_` have an object too, which is in no scope.
    pub obj: ObjId,
    /// Index into [`Package::files`].
    pub file: usize,
    /// A [`crate::ast::DeclKind::Func`].
    pub decl: DeclId,
    /// 0-based number among the package's `init` functions, if it is one.
    pub init_index: Option<u32>,
    /// The body is parsed and checked late, see [`Program::func_source`].
    pub is_late: bool,
}

/// `lhs… = rhs` run before main.
#[derive(Clone, Debug)]
pub struct InitStep {
    /// Variables; several if `rhs` is a call with several results. Blank ones are included.
    pub lhs: Vec<ObjId>,
    /// Index into [`Package::files`].
    pub file: usize,
    /// The initialiser.
    pub rhs: ExprId,
}

/// How an expression can be used (gc: `types2.operandMode`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Not an operand of a valid program, or not checked.
    #[default]
    Invalid,
    /// A call without result.
    NoValue,
    /// A predeclared function.
    Builtin,
    /// A type.
    Type,
    /// A constant; the value is in [`FileInfo::consts`].
    Constant,
    /// An addressable variable.
    Variable,
    /// A map index expression: assignable, not addressable; may yield a second value.
    MapIndex,
    /// A computed value.
    Value,
    /// `nil`
    Nil,
    /// A value that may come with a second, boolean one (type assertion, receive).
    CommaOk,
    /// A package name.
    Package,
}

/// What the checker knows of an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExprInfo {
    /// How it can be used.
    pub mode: Mode,
    /// Its type. Untyped operands have received their final type (an untyped constant converted to `any` has its
    /// default type, an untyped nil the type it is used as). A call with several results has a
    /// [`crate::types::Ty::Tuple`], also `v, ok` forms: the two-result use of an index, assertion or receive has
    /// the tuple `(T, bool)`.
    pub ty: TyId,
}

impl Default for ExprInfo {
    fn default() -> Self {
        ExprInfo { mode: Mode::Invalid, ty: TyId::ERROR }
    }
}

/// The checker's facts about one file.
///
/// Bodies of generic functions are checked once: the types recorded here may contain [`crate::types::Ty::TypeParam`].
/// An untyped operand that is converted to the type of a type parameter has that type; a constant stays one
/// ([`Mode::Constant`]) with its exact value, to be converted when the type is known. An explicit conversion `T(1)` is
/// a value, its operand has its default type.
///
/// To build an instance, substitute ([`crate::types::Types::subst`]) in every type the type arguments for
///  - a function: the type parameters in its type ([`crate::types::FuncTy::tparams`]),
///  - a method of a generic type: [`crate::types::Types::method_tparams`], which stand for the type arguments of the
///    receiver's type, and after these its own in [`crate::types::FuncTy::tparams`].
///
/// Types declared in a generic function depend on its type parameters; substituting in them gives an instance with the
/// arguments for [`crate::types::Named::implicit`].
#[derive(Default)]
pub struct FileInfo {
    /// Type and mode of each expression (types included). Parenthesised expressions have their own entry.
    ///
    /// The operand of a `range` over an array (or a pointer to one) that is not evaluated, because its elements are
    /// not asked for, stands here as the constant of type `int` that is its length (Go spec, For statements with
    /// range clause).
    pub exprs: SecondaryMap<ExprId, ExprInfo>,
    /// Values of constant expressions, of the outermost constant expressions at least.
    pub consts: FxHashMap<ExprId, ConstValue>,
    /// The object a name denotes: uses, and the left sides of `:=` (new and reused variables alike). For a
    /// qualified identifier `pkg.Name`, the selector expression maps to the object.
    pub uses: FxHashMap<ExprId, ObjId>,
    /// Objects declared by an [`crate::ast::Ident`], by its position: parameters, results, receivers, variables,
    /// constants, types, functions, range and `:=` variables that are new.
    pub defs: FxHashMap<Pos, ObjId>,
    /// The variable of a type switch in one clause, by the clause's position.
    pub implicits: FxHashMap<Pos, ObjId>,
    /// Selectors that are not qualified identifiers, and the field names (keys) of struct literals, whose path may lead
    /// through embedded structs.
    pub selections: FxHashMap<ExprId, Selection>,
    /// Type arguments (canonical; they may mention type parameters of the enclosing function) of every expression that
    /// denotes an instantiated generic function or method. The key is the expression that is the function: the name,
    /// the selector or the index expression, whether the arguments were written or inferred from a call or an
    /// assignment. Of `f[int]` both the index expression and the name in it are keys, of `(f)` both expressions.
    ///
    /// A method's own type arguments only: those of its receiver follow from [`Selection::recv`].
    pub instances: FxHashMap<ExprId, Box<[TyId]>>,
}

/// What `x.f` means.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Which form.
    pub kind: SelectionKind,
    /// The type of `x` (for a method expression `T.m` the type `T`).
    pub recv: TyId,
    /// Indices of the embedded fields passed through, from `recv` inwards; pointers on the way are dereferenced.
    /// For a field, the last index is the field's own.
    pub path: Box<[u32]>,
    /// The method, for methods of defined types. For an instance of a generic type it is the generic type's method; its
    /// receiver's type arguments are those of the type reached from `recv` by `path` (see
    /// [`crate::types::Types::owner_at`]).
    ///
    /// `None` also if that type is a type parameter: the kind is then [`SelectionKind::InterfaceMethod`] or
    /// [`SelectionKind::InterfaceMethodExpr`], and the method has to be looked up by `name` in the type argument. It is
    /// called on the value itself, whose method set has it.
    pub method: Option<ObjId>,
    /// For methods of an interface: the name and package to look up in the canonical method list of the type
    /// reached by `path`.
    pub name: Symbol,
    /// The type of the selection: the field's, the method's signature without receiver (method value), or with the
    /// receiver as first parameter (method expression).
    pub ty: TyId,
    /// Method values and calls: the method wants a pointer and the operand (after `path`) is an addressable value.
    pub takes_address: bool,
    /// Method values and calls: the method wants a value and the operand (after `path`) is a pointer to it.
    pub derefs: bool,
}

/// Forms of selectors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SelectionKind {
    /// A struct field.
    Field,
    /// A method of a defined type, bound to `x`.
    Method,
    /// A method of an interface value.
    InterfaceMethod,
    /// `T.m` where T's method set has a concrete m.
    MethodExpr,
    /// `I.m` for an interface type I.
    InterfaceMethodExpr,
}

impl FileInfo {
    /// No facts yet about that many expressions.
    pub(crate) fn with_room(exprs: usize) -> FileInfo {
        let mut info = FileInfo::default();
        info.exprs.resize(exprs);
        info
    }

    /// Mode and type of an expression.
    pub fn expr(&self, e: ExprId) -> ExprInfo {
        self.exprs[e]
    }
}
