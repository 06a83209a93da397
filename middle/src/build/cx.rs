//! What all functions of a program are built against: the checked program, the symbols, and the work list.
//!
//! Building starts from the roots and follows references: whoever needs the symbol of a function, variable,
//! descriptor or wrapper asks [`Cx`] for it, and asking puts the thing on the work list of the next round. Rounds are
//! built in parallel; the set that is reached does not depend on the order.

use std::sync::{Arc, Mutex, RwLock};

use frontend::ast::{Ast, DeclId, ExprId};
use frontend::diag::Diagnostic;
use frontend::object::{ObjId, PkgId};
use frontend::program::{CheckedFile, FuncDecl, Package, PackageHeader, Program};
use frontend::source::{Interner, Pos, Symbol};
use frontend::types::{TyId, Types};
use rustc_hash::{FxHashMap, FxHashSet};

use super::shape::Shape;
use super::signature::{Context, FnAbi};
use crate::ir::{Data, DataKind, Signature, Sym};

/// A function or method with the type arguments it is compiled for (none unless it is generic).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Instance {
    /// The function.
    pub obj: ObjId,
    /// Canonical type arguments.
    pub targs: Arc<[TyId]>,
}

impl Instance {
    /// A function that is not generic.
    pub fn plain(obj: ObjId) -> Instance {
        Instance { obj, targs: Arc::from([]) }
    }
}

/// A method found in the method set of a type, possibly promoted from an embedded field.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MethodKey {
    /// The (canonical) type: `T`, `*T` or an interface type.
    pub recv: TyId,
    /// The method's name.
    pub name: Symbol,
    /// Its package, for unexported names.
    pub pkg: Option<PkgId>,
}

/// A generic method with its type arguments, as `T.m[int]` denotes it: a function with the receiver as first parameter.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct GenericMethod {
    /// The type `T` and the method's name.
    pub key: MethodKey,
    /// Embedded fields passed through.
    pub path: Box<[u32]>,
    /// The declared method.
    pub inst: Instance,
}

/// Something to be built.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Item {
    /// `<package>.init`: the variables that are initialised at run time.
    PackageInit(PkgId),
    /// `<package>.init.<variable>`: the initialisation of a variable by a pure call, if the variable is reached.
    VarInit(ObjId),
    /// A function or method with a body, and the function literals in it.
    Func(Instance),
    /// The function value of a declared function, data `main.f·f`, with a thunk if the function cannot take the
    /// additional context argument.
    FuncValue(Instance),
    /// A package-level variable.
    Global(ObjId),
    /// A function without body.
    Extern(ObjId),
    /// A function literal in the initialiser of a variable whose value is known at compile time.
    GlobalLiteral(ObjId, ExprId),
    /// The type descriptor of a canonical type.
    TypeDesc(TyId),
    /// The method table of an interface type and a concrete type, both canonical.
    Itab(TyId, TyId),
    /// A method as a function with the receiver as first parameter, where that is not the declared method itself.
    MethodExpr(MethodKey),
    /// The function value of a [`Item::MethodExpr`].
    MethodExprValue(MethodKey),
    /// The code of a method value: a closure over the receiver.
    BoundMethod(MethodKey),
    /// A method as it is called through a method table: the receiver is the data word.
    IfaceMethod(MethodKey),
    /// Like [`Item::MethodExpr`].
    GenericMethodExpr(GenericMethod),
    /// The function value of a [`Item::GenericMethodExpr`].
    GenericMethodExprValue(GenericMethod),
    /// The code of a method value of a generic method: a closure over the receiver that the method is declared for.
    BoundGenericMethod(Instance),
}

/// What building an item yields.
#[derive(Default)]
pub struct Output {
    /// Functions.
    pub funcs: Vec<crate::ir::Func>,
    /// Data, with the position that orders it.
    pub data: Vec<(frontend::source::Pos, Data)>,
    /// What cannot be compiled.
    pub diagnostics: Vec<frontend::diag::Diagnostic>,
}

/// A method's entry in the descriptor of its type: the code is filled in if an interface asks for it.
#[derive(Clone, Debug)]
pub struct MethodSlot {
    /// The method.
    pub key: MethodKey,
    /// Its canonical signature.
    pub sig: TyId,
    /// The descriptor.
    pub desc: Sym,
    /// Offset of the entry in it.
    pub offset: u64,
}

/// A method's entry with the code and the descriptor of the method's type.
pub struct TakenMethod {
    /// The entry.
    pub slot: MethodSlot,
    /// The code as method tables have it.
    pub code: Sym,
    /// The code as a function value with the receiver as first parameter; only package reflect asks for it.
    pub func_code: Option<Sym>,
    /// The method's type.
    pub type_desc: Sym,
}

/// Methods that interfaces ask for, and those that descriptors offer.
#[derive(Default)]
struct Methods {
    /// All exported ones: package reflect may find them by number or name.
    all: bool,
    wanted: FxHashSet<(Symbol, Option<PkgId>, TyId)>,
    offered: Vec<MethodSlot>,
    taken: Vec<TakenMethod>,
}

#[derive(Default)]
struct Work {
    seen: FxHashSet<Item>,
    next: Vec<Item>,
}

/// The context shared by all threads that build functions.
pub struct Cx<'p> {
    /// The checked program.
    pub prog: &'p Program,
    /// Linker symbols.
    pub symbols: Interner,
    pub(super) shapes: RwLock<FxHashMap<TyId, Arc<Shape>>>,
    #[allow(clippy::type_complexity)]
    pub(super) abis: RwLock<FxHashMap<(TyId, Option<TyId>, Context), Arc<FnAbi>>>,
    /// Where functions with bodies are declared: package and index into [`Package::funcs`].
    decls: FxHashMap<ObjId, (PkgId, usize)>,
    /// Index into [`Package::init_order`] of the initialiser of a variable.
    init_steps: FxHashMap<ObjId, (PkgId, usize)>,
    /// What linkname directives say.
    links: super::linkname::Links,
    work: Mutex<Work>,
    strings: Mutex<FxHashMap<Sym, Arc<[u8]>>>,
    consts: Mutex<FxHashMap<Sym, Data>>,
    externs: Mutex<FxHashMap<Sym, Signature>>,
    methods: Mutex<Methods>,
    /// `Method` and `MethodByName` of `reflect.Value`.
    reflecting: Vec<ObjId>,
    /// A package is in the program for which descriptors are complete.
    pub reflects: bool,
    /// Descriptors of types without names, by the texts of the types, if it is.
    type_links: Mutex<Vec<(String, Sym)>>,
    pub(super) init_facts: Mutex<FxHashMap<PkgId, Arc<super::init::InitFacts>>>,
}

/// Whether a directive stands between the declaration before and this one.
fn has_directive(ast: &Ast, decl: DeclId, text: &str) -> bool {
    let pos = ast.decl_nodes[decl].pos;
    let of_decl =
        |p: Pos| p < pos && !ast.list(ast.decls).iter().any(|&d| (p..pos).contains(&ast.decl_nodes[d].pos));
    ast.directives.iter().any(|d| d.text.trim() == text && of_decl(d.pos))
}

/// The package that looks at types and values at run time, taken from a Go installation.
const REFLECT: &str = "reflect";

/// Packages that look at more of descriptors than the runtime does.
const LOOKS_AT_TYPES: &[&str] = &[REFLECT, "hash/maphash"];

/// The methods of `reflect.Value` that find methods.
fn reflecting_methods(prog: &Program) -> Vec<ObjId> {
    let Some(reflect) = prog.headers.values().find(|p| p.path == REFLECT) else { return Vec::new() };
    let value = reflect.lookup(prog.interner.intern("Value")).map(|v| prog.objects.ty(v));
    let Some(named) = value.and_then(|ty| prog.types.as_named(ty)) else { return Vec::new() };
    let name = |m: ObjId| prog.interner.resolve(prog.objects.get(m).name);
    prog.types
        .methods_of(named)
        .into_iter()
        .filter(|&m| matches!(name(m), "Method" | "MethodByName"))
        .collect()
}

impl<'p> Cx<'p> {
    /// A context with an empty work list.
    pub fn new(prog: &'p Program) -> Cx<'p> {
        let mut decls = FxHashMap::default();
        let mut init_steps = FxHashMap::default();
        for (id, pkg) in prog.packages.iter() {
            decls.extend(pkg.funcs.iter().enumerate().map(|(i, f)| (f.obj, (id, i))));
            for (i, step) in pkg.init_order.iter().enumerate() {
                init_steps.extend(step.lhs.iter().map(|&v| (v, (id, i))));
            }
        }
        let links = super::linkname::links(prog, &decls.keys().copied().collect());
        Cx {
            prog,
            links,
            symbols: Interner::default(),
            shapes: RwLock::default(),
            abis: RwLock::default(),
            decls,
            init_steps,
            work: Mutex::default(),
            strings: Mutex::default(),
            consts: Mutex::default(),
            externs: Mutex::default(),
            methods: Mutex::default(),
            reflecting: reflecting_methods(prog),
            reflects: prog.headers.values().any(|p| LOOKS_AT_TYPES.contains(&&*p.path)),
            type_links: Mutex::default(),
            init_facts: Mutex::default(),
        }
    }

    /// The store of types.
    pub fn types(&self) -> &'p Types {
        &self.prog.types
    }

    /// The canonical id of a type.
    pub fn canon(&self, ty: TyId) -> TyId {
        self.prog.types.canon(ty)
    }

    /// The package with this import path, if it is part of the program.
    pub fn package(&self, path: &str) -> Option<(PkgId, &'p PackageHeader)> {
        self.prog.headers.iter().find(|(_, p)| p.path == path)
    }

    /// Where a function with a body is declared; `None` for functions implemented by the runtime.
    pub fn func_decl(&self, obj: ObjId) -> Option<(&'p Package, &'p FuncDecl)> {
        let &(pkg, index) = self.decls.get(&obj)?;
        let pkg = &self.prog.packages[pkg];
        Some((pkg, &pkg.funcs[index]))
    }

    /// The file and declaration of a function with a body, and what is wrong with it.
    pub fn func_source(&self, obj: ObjId) -> Option<(&'p CheckedFile, DeclId, &'p [Diagnostic])> {
        let &(pkg, index) = self.decls.get(&obj)?;
        Some(self.prog.func_checked(pkg, index))
    }

    /// Whether a function with a body has a directive (`go:noinline`).
    pub fn has_directive(&self, obj: ObjId, text: &str) -> bool {
        self.func_decl(obj).is_some_and(|(pkg, f)| has_directive(&pkg.files[f.file].ast, f.decl, text))
    }

    /// The number among the `init` functions of its package, if the function is one.
    pub fn init_number(&self, obj: ObjId) -> Option<u32> {
        self.func_decl(obj)?.1.init_index
    }

    /// The step that initialises a package-level variable, if it has an initialiser.
    pub fn init_step(&self, obj: ObjId) -> Option<(&'p Package, usize)> {
        let &(pkg, index) = self.init_steps.get(&obj)?;
        Some((&self.prog.packages[pkg], index))
    }

    /// Puts an item on the work list, unless it was there before.
    pub fn request(&self, item: Item) {
        let mut work = self.work.lock().expect("work list lock");
        if work.seen.insert(item.clone()) {
            work.next.push(item);
        }
    }

    /// Whether an item was requested.
    pub fn is_requested(&self, item: &Item) -> bool {
        self.work.lock().expect("work list lock").seen.contains(item)
    }

    /// The items requested since the last call.
    pub(super) fn take_work(&self) -> Vec<Item> {
        std::mem::take(&mut self.work.lock().expect("work list lock").next)
    }

    // Symbols of things that are thereby reached

    /// The code of a declared function or method.
    pub fn func_sym(&self, inst: &Instance) -> Sym {
        if let Some(&obj) = self.links.objects.get(&inst.obj) {
            return self.func_sym(&Instance::plain(obj));
        }
        if self.reflecting.contains(&inst.obj) {
            self.want_all_methods();
        }
        let sym = match self.links.runtime.get(&inst.obj) {
            Some(symbol) => self.sym(symbol),
            None => self.sym(&self.func_name(inst)),
        };
        if self.decls.contains_key(&inst.obj) {
            self.request(Item::Func(inst.clone()));
        } else {
            self.request(Item::Extern(inst.obj));
            let abi = self.fn_abi(self.inst_sig(inst), self.inst_receiver(inst), Context::No);
            self.externs.lock().expect("extern table lock").entry(sym).or_insert_with(|| abi.sig.clone());
        }
        sym
    }

    /// Whether a link makes a function without body one of the runtime's.
    pub(super) fn is_linked_to_runtime(&self, obj: ObjId) -> bool {
        self.links.runtime.contains_key(&obj)
    }

    /// The receiver type of a method as declared, canonical.
    pub fn receiver(&self, obj: ObjId) -> Option<TyId> {
        match &self.prog.objects.get(obj).kind {
            frontend::object::ObjKind::Func { recv } => recv.get().map(|&r| self.canon(r)),
            _ => None,
        }
    }

    /// The function value of a declared function: data that holds the code's address.
    pub fn func_value(&self, inst: &Instance) -> Sym {
        if let Some(&obj) = self.links.objects.get(&inst.obj) {
            return self.func_value(&Instance::plain(obj));
        }
        self.request(Item::FuncValue(inst.clone()));
        self.sym(&format!("{}·f", self.func_name(inst)))
    }

    /// A package-level variable.
    pub fn global_sym(&self, obj: ObjId) -> Sym {
        let obj = self.links.objects.get(&obj).copied().unwrap_or(obj);
        self.request(Item::Global(obj));
        self.sym(&self.obj_name(obj))
    }

    /// The function value of a literal in the initialiser of a variable whose value is known at compile time.
    pub(super) fn global_literal(&self, variable: ObjId, e: ExprId) -> Sym {
        self.request(Item::GlobalLiteral(variable, e));
        super::init::global_literal_sym(self, variable, e)
    }

    /// The descriptor of a type.
    pub fn type_desc(&self, ty: TyId) -> Sym {
        let ty = self.canon(ty);
        self.request(Item::TypeDesc(ty));
        self.sym(&format!("type:{}", self.link_string(ty)))
    }

    /// The method table for values of type `concrete` in variables of the interface type `iface`.
    pub fn itab(&self, iface: TyId, concrete: TyId) -> Sym {
        let (iface, concrete) = (self.canon(iface), self.canon(concrete));
        self.request(Item::Itab(iface, concrete));
        self.sym(&format!("go:itab.{},{}", self.link_string(concrete), self.link_string(iface)))
    }

    /// The code of a method with the receiver (of exactly the key's type) as first parameter: what `T.m` denotes.
    /// It takes no context.
    pub fn method_expr(&self, key: MethodKey) -> Sym {
        super::wrappers::method_expr_sym(self, key)
    }

    /// The function value of [`Cx::method_expr`].
    pub fn method_expr_value(&self, key: MethodKey) -> Sym {
        super::wrappers::method_expr_value_sym(self, key)
    }

    /// The code of [`Cx::method_expr_value`], which can be called with a context.
    pub fn method_func_code(&self, key: MethodKey) -> Sym {
        super::wrappers::method_func_code(self, key)
    }

    /// The code of the closure that a method value `x.m` is: its function value holds the code's address, then `x`
    /// (of exactly the key's type) at the next offset suited to its alignment.
    pub fn bound_method(&self, key: MethodKey) -> Sym {
        super::wrappers::bound_method_sym(self, key)
    }

    /// The code of a method as method tables hold it: the receiver is the data word of the interface.
    pub fn iface_method(&self, key: MethodKey) -> Sym {
        super::wrappers::iface_method_sym(self, key)
    }

    /// Some interface type with a descriptor has this method, so dynamic types may be searched for it.
    pub fn want_method(&self, name: Symbol, pkg: Option<PkgId>, sig: TyId) {
        self.methods.lock().expect("method table lock").wanted.insert((name, pkg, sig));
    }

    /// A method of an interface is called that may be one of `reflect.Type` by which methods are found (gc: `usemethod`).
    pub fn note_interface_call(&self, from: PkgId, name: Symbol, sig: TyId) {
        if self.prog.headers[from].path != REFLECT {
            self.note_method_found(name, sig);
        }
    }

    /// The same wherever the call is.
    pub(super) fn note_method_found(&self, name: Symbol, sig: TyId) {
        if self.reflects
            && matches!(self.text(name), "Method" | "MethodByName" | "Methods")
            && crate::type_desc::string::type_string(self.prog, sig).contains("reflect.Method")
        {
            self.want_all_methods();
        }
    }

    /// Whether a function of package reflect stands between a call and the function that is called (gc: `WRAPPER`).
    pub fn is_transparent(&self, pkg: PkgId, name: &str) -> bool {
        const NAMES: &[&str] =
            &["reflect.reflectCall", "reflect.callReflect", "reflect.callMethod", "reflect.answer"];
        self.reflects && self.prog.headers[pkg].path == REFLECT && NAMES.contains(&name)
    }

    fn want_all_methods(&self) {
        self.methods.lock().expect("method table lock").all = true;
    }

    /// There is a descriptor of a type without name.
    pub fn add_type_link(&self, text: String, desc: Sym) {
        self.type_links.lock().expect("type table lock").push((text, desc));
    }

    /// The descriptors of types without names, sorted by their texts.
    pub(super) fn take_type_links(&self) -> Vec<(String, Sym)> {
        let mut links = std::mem::take(&mut *self.type_links.lock().expect("type table lock"));
        links.sort_by(|a, b| (&a.0, self.symbols.resolve(a.1)).cmp(&(&b.0, self.symbols.resolve(b.1))));
        links
    }

    /// A descriptor has an entry for this method.
    pub fn offer_method(&self, slot: MethodSlot) {
        self.methods.lock().expect("method table lock").offered.push(slot);
    }

    /// Requests the code of all offered methods that are wanted by now.
    pub(super) fn match_methods(&self) {
        let mut methods = self.methods.lock().expect("method table lock");
        let Methods { all, wanted, offered, .. } = &mut *methods;
        let is_wanted = |s: &MethodSlot| {
            (*all && s.key.pkg.is_none()) || wanted.contains(&(s.key.name, s.key.pkg, s.sig))
        };
        let (hit, rest) = std::mem::take(offered).into_iter().partition::<Vec<_>, _>(is_wanted);
        *offered = rest;
        let find_functions = *all;
        drop(methods);
        let hit = hit.into_iter().map(|slot| {
            let (code, type_desc) = (self.iface_method(slot.key), self.type_desc(slot.sig));
            let func_code = find_functions.then(|| self.method_func_code(slot.key));
            TakenMethod { slot, code, func_code, type_desc }
        });
        let hit: Vec<TakenMethod> = hit.collect();
        self.methods.lock().expect("method table lock").taken.extend(hit);
    }

    /// The entries whose code was requested.
    pub(super) fn take_methods(&self) -> Vec<TakenMethod> {
        std::mem::take(&mut self.methods.lock().expect("method table lock").taken)
    }

    /// The bytes of a string, read-only.
    pub fn string_data(&self, bytes: &[u8]) -> Sym {
        let sym = self.sym(&super::constant::string_symbol(bytes));
        self.strings.lock().expect("string table lock").entry(sym).or_insert_with(|| bytes.into());
        sym
    }

    /// Adds read-only data that is named by its contents.
    pub(super) fn add_const(&self, data: Data) {
        self.consts.lock().expect("constant table lock").entry(data.sym).or_insert(data);
    }

    /// Strings and other constants, in no order.
    pub(super) fn take_constants(&self) -> Vec<Data> {
        let consts = std::mem::take(&mut *self.consts.lock().expect("constant table lock"));
        let strings = std::mem::take(&mut *self.strings.lock().expect("string table lock"));
        let data = |(sym, bytes): (Sym, Arc<[u8]>)| Data {
            sym,
            kind: DataKind::ReadOnly,
            align: 1,
            size: bytes.len() as u64,
            bytes: bytes.to_vec(),
            relocs: Vec::new(),
            pointer_mask: Vec::new(),
        };
        strings.into_iter().map(data).chain(consts.into_values()).collect()
    }

    pub(super) fn take_externs(&self) -> FxHashMap<Sym, Signature> {
        std::mem::take(&mut *self.externs.lock().expect("extern table lock"))
    }
}
