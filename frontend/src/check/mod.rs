//! The type checker of one package (model: gc's `types2`).
//!
//! Phases: collect the package's objects ([`resolve`]); resolve declarations on demand ([`decl`]); check function
//! bodies and other actions that were put off; order the initialisers; report what is unused. Broken input is
//! data: [`TyId::ERROR`] and [`Mode::Invalid`] silence follow-up errors.
//!
//! One file a construct, named like the same construct in the later stages.

mod args;
pub mod assign;
mod assignable;
mod binary;
mod builtin;
mod builtin_number;
mod builtin_slice;
mod builtin_unsafe;
mod call;
mod constant_expr;
mod convert;
pub mod decl;
mod directives;
mod embed;
pub mod expr;
mod format;
mod func_lit;
mod generic;
mod go_defer;
mod if_for;
pub mod implements;
mod index;
mod infer;
mod init_order;
mod instantiate;
mod interface;
pub(crate) mod late;
mod literal;
mod mono;
pub mod operand;
mod predicates;
pub mod program;
mod range;
pub mod record;
mod resolve;
mod returns;
mod satisfy;
pub mod scope;
mod select;
mod selector;
mod shift;
pub mod signature;
mod sizes;
mod slice;
mod stmt;
mod structs;
mod switch;
mod tparams;
mod type_switch;
mod typexpr;
mod unary;
mod unify;
pub mod untyped;
mod unused;
mod valid_type;

use std::cell::OnceCell;
use std::rc::Rc;

use cranelift_entity::PrimaryMap;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ast::{Ast, ExprId};
use crate::constraint;
use crate::diag::{Code, Sink};
use crate::embed::EmbeddedValue;
use crate::object::{ObjId, Object, Objects, PkgId};
use crate::program::{FileInfo, FuncDecl, InitStep, PackageHeader};
use crate::source::{Interner, Pos, SourceMap, Symbol};
use crate::types::constant::ConstValue;
use crate::types::universe::Universe;
use crate::types::{NamedId, Ty, TyId, TypeParamId, Types};

pub use crate::program::Mode;
use decl::{DeclIndex, DeclInfo};
use late::LateBodies;
pub use operand::Operand;
pub use scope::{Scope, ScopeId};

/// The stores that all packages share.
#[derive(Clone, Copy)]
pub struct Shared<'p> {
    /// Names.
    pub interner: &'p Interner,
    /// Types.
    pub types: &'p Types,
    /// Objects.
    pub objects: &'p Objects,
    /// Files, for positions inside messages.
    pub sources: &'p SourceMap,
    /// The predeclared objects.
    pub universe: &'p Universe,
    /// All packages of the program; those imported by the one being checked are complete.
    pub packages: &'p PrimaryMap<PkgId, PackageHeader>,
    /// Minor number of the language version (27 for Go 1.27).
    pub lang: u32,
}

/// The function whose body is being checked.
#[derive(Default)]
pub struct FuncEnv {
    /// Its signature.
    pub sig: TyId,
    /// The type parameters it sees, its receiver's and own ones or those of the function around it.
    pub tparams: Rc<[TypeParamId]>,
    /// Result objects, in order (for `result parameter x not in scope at return`).
    pub results: Vec<ObjId>,
    /// Whether the results are named.
    pub named_results: bool,
    /// Local variables in the order of declaration, blank ones excluded; reported at the end if unused.
    pub locals: Vec<ObjId>,
    /// Calls of the predeclared `panic`, which end a statement list (Go spec, Terminating statements).
    pub panics: FxHashSet<ExprId>,
}

/// What surrounds the expression or statement being checked.
#[derive(Default)]
pub struct Env {
    /// The innermost open scope.
    pub scope: ScopeId,
    /// The enclosing function.
    pub func: Option<FuncEnv>,
    /// The value of `iota` inside a constant declaration.
    pub iota: Option<ConstValue>,
    /// Where errors are reported while a constant's initialiser is repeated implicitly: at the constant's name.
    pub err_pos: Option<Pos>,
    /// The package-level declaration being resolved: references to package-level objects are recorded as its
    /// dependencies for the order of initialisation.
    pub decl: Option<DeclIndex>,
    /// Set when an expression contains a function call or a channel receive (`len` of such is no constant).
    pub has_call_or_recv: bool,
    /// How many interface types stand around the type being checked.
    pub interface_depth: u32,
}

/// Something to be done once the declarations it needs are complete.
pub type Action<'p> = Box<dyn FnOnce(&mut Checker<'p>) + 'p>;

struct Delayed<'p> {
    file: usize,
    action: Action<'p>,
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
    /// The language version that each file asks for itself.
    file_langs: Vec<Option<u32>>,
    /// The file of what is being checked.
    pub file: usize,
    /// What surrounds it.
    pub env: Env,
    /// Reported errors.
    pub sink: Sink,
    scopes: PrimaryMap<ScopeId, Scope>,
    used: FxHashSet<ObjId>,
    imports: Vec<ObjId>,
    dot_imports: FxHashMap<(ScopeId, Symbol), ObjId>,
    delayed: Vec<Option<Delayed<'p>>>,
    ambiguous: OnceCell<FxHashSet<Symbol>>,
    decls: PrimaryMap<DeclIndex, DeclInfo>,
    /// The declaration of each package-level object and method.
    decl_of: FxHashMap<ObjId, DeclIndex>,
    /// The keys of `decl_of` in source order.
    obj_list: Vec<ObjId>,
    /// Objects being resolved, see [`decl`].
    path: Vec<ObjId>,
    path_index: FxHashMap<ObjId, usize>,
    /// Methods by the name of their receiver's type, with whether the receiver is a pointer.
    methods: FxHashMap<ObjId, Vec<(ObjId, bool)>>,
    funcs: Vec<FuncDecl>,
    /// The file of the package that the only file here is a part of, if a late body is being checked.
    late_file: Option<usize>,
    init_count: u32,
    /// Numbers of the types declared in functions, by the position of their names.
    local_types: FxHashMap<Pos, u32>,
    local_aliases: FxHashSet<ObjId>,
    named_types: Vec<NamedId>,
    /// Types that are known not to contain themselves.
    valid_types: FxHashSet<NamedId>,
    /// Interface types that do not stand inside another one.
    interfaces: Vec<(usize, ExprId)>,
    /// Untyped constants that are shifted by a count that is not constant.
    shift_lhs: FxHashSet<(usize, ExprId)>,
    mono: mono::MonoGraph,
    /// Where instances of generic types are first written.
    instance_pos: FxHashMap<NamedId, Pos>,
}

/// What is known of a package once it is checked.
pub struct CheckedPackage {
    /// Facts, one entry a file.
    pub infos: Vec<FileInfo>,
    /// Package-level objects by name.
    pub scope: FxHashMap<Symbol, ObjId>,
    /// Functions and methods with bodies.
    pub funcs: Vec<FuncDecl>,
    /// Bodies that are checked late.
    pub(crate) late: LateBodies,
    /// Initialisation of package-level variables.
    pub init_order: Vec<InitStep>,
    /// What variables below `//go:embed` directives are filled with.
    pub embeds: FxHashMap<ObjId, EmbeddedValue>,
    /// What is wrong.
    pub sink: Sink,
}

/// Checks a package, whose imports have been checked.
pub fn check_package(shared: Shared<'_>, pkg: PkgId, files: &[Ast]) -> CheckedPackage {
    let mut c = Checker::new(shared, pkg, files);
    c.collect_objects();
    c.resolve_objects();
    c.process_delayed(0);
    c.finish_types();
    let late = c.late_bodies();
    c.add_late_dependencies(&late);
    let init_order = c.init_order();
    if late.is_empty() {
        c.report_unused_imports();
    }
    c.finish_untyped();
    if c.sink.is_empty() {
        c.check_instance_cycles();
    }
    if c.sink.is_empty() {
        c.check_interface_cycles();
    }
    c.check_directives();
    let clean = c.sink.is_empty() && !files.iter().any(|f| f.has_errors);
    if clean {
        c.check_late_directives();
    }
    let embeds =
        if clean && c.sink.is_empty() { c.embedded_values(c.embeds()) } else { FxHashMap::default() };
    if clean && c.sink.is_empty() {
        c.check_sizes();
    }
    let scope = c.declared();
    CheckedPackage { infos: c.infos, scope, funcs: c.funcs, late, init_order, embeds, sink: c.sink }
}

/// Whether a line of a message is about another position: `./prog.go:5:2: other declaration of x`.
fn starts_with_position(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    let Some(rest) = word.strip_suffix(':') else { return false };
    let mut numbers = rest.rsplitn(3, ':');
    let is_number = |part: Option<&str>| part.is_some_and(|p| p.parse::<u32>().is_ok());
    is_number(numbers.next()) && is_number(numbers.next()) && numbers.next().is_some()
}

/// The language version that a file asks for in its `//go:build` line. Go 1.21 is the oldest it can have.
pub(crate) fn file_lang(text: &str) -> Option<u32> {
    constraint::go_version(text).map(|minor| minor.max(21))
}

impl<'p> Checker<'p> {
    fn new(shared: Shared<'p>, pkg: PkgId, files: &'p [Ast]) -> Checker<'p> {
        Checker {
            shared,
            pkg,
            files,
            infos: files.iter().map(|ast| FileInfo::with_room(ast.exprs.len())).collect(),
            file_langs: files.iter().map(|f| file_lang(&shared.sources.file(f.file).text)).collect(),
            file: 0,
            env: Env::default(),
            sink: Sink::default(),
            scopes: PrimaryMap::new(),
            used: FxHashSet::default(),
            imports: Vec::new(),
            dot_imports: FxHashMap::default(),
            delayed: Vec::new(),
            ambiguous: OnceCell::new(),
            decls: PrimaryMap::new(),
            decl_of: FxHashMap::default(),
            obj_list: Vec::new(),
            path: Vec::new(),
            path_index: FxHashMap::default(),
            methods: FxHashMap::default(),
            funcs: Vec::new(),
            late_file: None,
            init_count: 0,
            local_types: FxHashMap::default(),
            local_aliases: FxHashSet::default(),
            named_types: Vec::new(),
            valid_types: FxHashSet::default(),
            interfaces: Vec::new(),
            shift_lhs: FxHashSet::default(),
            mono: mono::MonoGraph::default(),
            instance_pos: FxHashMap::default(),
        }
    }

    /// The package-level objects by name.
    fn declared(&self) -> FxHashMap<Symbol, ObjId> {
        self.scopes[scope::PACKAGE_SCOPE].entries().iter().copied().collect()
    }

    /// Fixes the underlying types, so that later stages find them at once.
    fn finish_types(&mut self) {
        for named in std::mem::take(&mut self.named_types) {
            self.types().finish_named(named);
        }
    }

    /// The tree of the current file.
    pub fn ast(&self) -> &'p Ast {
        &self.files[self.file]
    }

    /// The store of types.
    pub fn types(&self) -> &'p Types {
        self.shared.types
    }

    /// The structure of the underlying type.
    pub fn under(&self, ty: TyId) -> &'p Ty {
        self.shared.types.under(ty)
    }

    /// An object.
    pub fn object(&self, obj: ObjId) -> &'p Object {
        self.shared.objects.get(obj)
    }

    /// The text of a name.
    pub fn name(&self, name: Symbol) -> &'p str {
        self.shared.interner.resolve(name)
    }

    /// A position as messages show it.
    pub fn show_pos(&self, pos: Pos) -> String {
        self.shared.sources.mention(pos)
    }

    /// Reports an error.
    ///
    /// A message that only passes on an earlier failure is dropped, and so is the position inside a repeated
    /// constant initialiser: the constant's name takes its place (gc: `error_.report`).
    pub fn error(&mut self, pos: Pos, code: Code, message: impl Into<String>) {
        self.report(pos, code, message.into(), false);
    }

    /// Reports an error that does not keep the package from being understood, such as an unused variable.
    pub fn soft_error(&mut self, pos: Pos, code: Code, message: impl Into<String>) {
        self.report(pos, code, message.into(), true);
    }

    /// Reports an error at the leftmost position of an expression.
    pub fn error_at(&mut self, e: ExprId, code: Code, message: impl Into<String>) {
        self.error(self.ast().start_pos(e), code, message);
    }

    fn report(&mut self, pos: Pos, code: Code, message: String, soft: bool) {
        let notes = message.match_indices("\n\t").find(|&(at, _)| starts_with_position(&message[at + 2..]));
        let first = &message[..notes.map_or(message.len(), |(at, _)| at)];
        let is_follow_up = |text| first.find(text).is_some_and(|at| at > 0);
        if !self.sink.is_empty() && (is_follow_up("invalid operand") || is_follow_up("invalid type")) {
            return;
        }
        let mut message = message;
        self.explain_version(&mut message);
        let pos = self.env.err_pos.unwrap_or(pos);
        if soft {
            self.sink.soft_error(pos, code, message);
        } else {
            self.sink.error(pos, code, message);
        }
    }

    /// Minor number of the language version of the current file.
    pub fn lang(&self) -> u32 {
        self.file_langs[self.file].unwrap_or(self.shared.lang)
    }

    /// gc says where the version comes from that lacks a feature.
    fn explain_version(&self, message: &mut String) {
        let Some((_, rest)) = message.split_once("requires go1.") else { return };
        if !rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" or later") {
            return;
        }
        message.push_str(&match self.file_langs[self.file] {
            Some(lang) => format!(" (file declares //go:build go1.{lang})"),
            None => format!(" (-lang was set to go1.{}; check go.mod)", self.shared.lang),
        });
    }

    /// Whether the language version has a feature of Go 1.`minor`; if not, reports `<what> requires go1.N or
    /// later`.
    pub fn verify_version(&mut self, pos: Pos, minor: u32, what: &str) -> bool {
        let ok = self.lang() >= minor;
        if !ok {
            self.error(pos, Code::UnsupportedFeature, format!("{what} requires go1.{minor} or later"));
        }
        ok
    }

    /// Puts `action` off until the end of the current statement or, outside functions, until all package-level
    /// declarations are resolved.
    pub fn later(&mut self, action: impl FnOnce(&mut Checker<'p>) + 'p) {
        self.delayed.push(Some(Delayed { file: self.file, action: Box::new(action) }));
    }

    /// The number of actions that are put off; an argument for [`Checker::process_delayed`].
    pub fn delayed_len(&self) -> usize {
        self.delayed.len()
    }

    /// Does what was put off since there were `top` actions, and what these put off themselves.
    pub fn process_delayed(&mut self, top: usize) {
        let file = self.file;
        let mut i = top;
        while i < self.delayed.len() {
            let Delayed { file, action } = self.delayed[i].take().expect("an action runs once");
            self.file = file;
            action(self);
            i += 1;
        }
        self.delayed.truncate(top);
        self.file = file;
    }
}
