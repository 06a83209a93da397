//! Package initialisation and package-level variables (Go spec, Program initialization).
//!
//! A variable whose initialiser is a call `f(constants)` of a function marked `//minigo:pure` is initialised in front of
//! the others of its package, and only if the program reaches it. The mark promises that the call changes nothing,
//! cannot panic and depends on nothing but other such variables and those known at compile time. The tables of package
//! `unicode` are made that way.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use cranelift_entity::SecondaryMap;
use frontend::ast::{ExprId, ExprKind};
use frontend::diag::{Code, Diagnostic};
use frontend::object::{ObjId, PkgId};
use frontend::program::{InitStep, Package};
use frontend::source::{Pos, sym};
use frontend::types::{FuncTy, Ty as GoTy};
use rustc_hash::{FxHashMap, FxHashSet};

use super::captures::Facts;
use super::embed::embedded_image;
use super::func::FuncCx;
use super::static_data::{Image, Purpose, Scope, StaticBuilder};
use super::{Context, Cx, Instance, Item, Output};
use crate::ir::{Data, DataKind, FuncBuilder, Signature, Sym};

impl Cx<'_> {
    /// The symbol of the function that initialises a package's variables at run time.
    fn init_symbol(&self, pkg: PkgId) -> String {
        format!("{}.init", self.pkg_prefix(pkg))
    }

    /// The value of a variable whose initialiser is known at compile time, and the data it refers to.
    fn static_value(
        &self,
        package: &'_ Package,
        step: &InitStep,
        purpose: Purpose,
    ) -> Option<(Image, Vec<(Pos, Data)>)> {
        let &[obj] = &step.lhs[..] else { return None };
        if self.prog.objects.get(obj).name == sym::Blank {
            return None;
        }
        let ty = self.canon(self.prog.objects.ty(obj));
        if self.size_of(ty) > MAX_VARIABLE {
            // It is reported where it is built.
            return (purpose == Purpose::Question).then(Default::default);
        }
        let package = self.prog.packages.values().find(|p| std::ptr::eq(*p, package))?;
        let mut b = StaticBuilder {
            cx: self,
            file: &package.files[step.file],
            name: self.obj_name(obj),
            scope: Scope::Variable,
            variable: Some(obj),
            purpose,
            data: Vec::new(),
        };
        if purpose == Purpose::Data {
            // Nothing is reached in vain.
            self.static_value(package, step, Purpose::Question)?;
        }
        let mut image = Image::zeroed(self.size_of(ty));
        b.put(&mut image, 0, step.rhs, ty)?;
        Some((image, b.data))
    }

    /// Whether a step has to be done at run time, with the others of its package.
    fn is_dynamic(&self, package: &Package, step: &InitStep) -> bool {
        self.static_value(package, step, Purpose::Question).is_none()
            && self.pure_variable(package, step).is_none()
    }

    /// The variable of a step that is an initialisation by a pure call.
    fn pure_variable(&self, package: &Package, step: &InitStep) -> Option<ObjId> {
        let &[obj] = &step.lhs[..] else { return None };
        let file = &package.files[step.file];
        let ExprKind::Call { fun, args, .. } = file.ast.exprs[step.rhs].kind else { return None };
        let callee = *file.info.uses.get(&fun)?;
        let constants = file.ast.list(args).iter().all(|arg| file.info.consts.contains_key(arg));
        (constants && self.has_directive(callee, "minigo:pure")).then_some(obj)
    }

    /// The symbol of the function that initialises a variable by a pure call.
    fn var_init_symbol(&self, pkg: PkgId, obj: ObjId) -> String {
        format!("{}.{}", self.init_symbol(pkg), self.obj_name(obj))
    }
}

/// Requests what [`build_entry`] calls.
pub(super) fn request_entry(cx: &Cx<'_>) {
    for id in Needed::of(cx).all() {
        let package = &cx.prog.packages[id];
        if package.init_order.iter().any(|step| cx.is_dynamic(package, step)) {
            cx.request(Item::PackageInit(id));
        }
        for f in package.funcs.iter().filter(|f| f.init_index.is_some()) {
            cx.func_sym(&Instance::plain(f.obj));
        }
    }
    if let Some(obj) = cx.prog.headers[cx.prog.main].lookup(sym::Main) {
        cx.func_sym(&Instance::plain(obj));
    }
}

/// The packages of the program that is built; other programs may have been checked with it.
struct Needed {
    /// What all code relies on.
    basic: FxHashSet<PkgId>,
    /// What the program imports.
    imported: FxHashSet<PkgId>,
}

impl Needed {
    fn of(cx: &Cx<'_>) -> Needed {
        let runtime = cx.package("runtime").map(|(id, _)| id);
        Needed { basic: imported_by(cx, runtime.as_slice()), imported: imported_by(cx, &[cx.prog.main]) }
    }

    /// In the order of their numbers: each after what it imports.
    fn all(&self) -> Vec<PkgId> {
        let mut all: Vec<PkgId> = self.basic.union(&self.imported).copied().collect();
        all.sort_unstable();
        all
    }
}

/// The packages that have something to do at the start, in order (gc: the linker's `inittasks`): first those that all code
/// relies on, then again and again the one with the least name of those whose imports are done. A package counts only if it or
/// one that it imports has something to do.
fn init_order(cx: &Cx<'_>, needed: &Needed) -> Vec<PkgId> {
    let mut waits: SecondaryMap<PkgId, Option<usize>> = SecondaryMap::new();
    let mut users: SecondaryMap<PkgId, Vec<PkgId>> = SecondaryMap::new();
    for id in needed.all() {
        let package = &cx.prog.packages[id];
        let tasks: Vec<PkgId> = package.imports.iter().copied().filter(|&i| waits[i].is_some()).collect();
        let own = || {
            cx.is_requested(&Item::PackageInit(id)) || package.funcs.iter().any(|f| f.init_index.is_some())
        };
        if !tasks.is_empty() || own() {
            waits[id] = Some(tasks.len());
            tasks.iter().for_each(|&t| users[t].push(id));
        }
    }
    let is_late = |id: PkgId| !needed.basic.contains(&id);
    let key = |id: PkgId| Reverse((is_late(id), format!("{}..inittask", cx.pkg_prefix(id)), id));
    let mut ready: BinaryHeap<_> =
        needed.all().into_iter().filter(|&id| waits[id] == Some(0)).map(key).collect();
    let mut order = Vec::new();
    while let Some(Reverse((_, _, id))) = ready.pop() {
        order.push(id);
        for &user in &users[id] {
            let left = waits[user].map_or(0, |n| n - 1);
            waits[user] = Some(left);
            if left == 0 {
                ready.push(key(user));
            }
        }
    }
    order
}

/// These packages and all that they import.
fn imported_by(cx: &Cx<'_>, roots: &[PkgId]) -> FxHashSet<PkgId> {
    let mut work = roots.to_vec();
    let mut seen = FxHashSet::default();
    while let Some(id) = work.pop() {
        if seen.insert(id) {
            work.extend(&cx.prog.packages[id].imports);
        }
    }
    seen
}

/// Builds `runtime.main`, after all that is reached: initialises the packages in order, then calls `main.main`.
pub(super) fn build_entry(cx: &Cx<'_>) -> Output {
    let sym = cx.sym(abi::symtab::MAIN_SYMBOL);
    let mut b = FuncBuilder::new(sym, Signature::default(), Pos::NONE);
    let needed = Needed::of(cx);
    // They depend on each other only.
    for id in needed.all() {
        let package = &cx.prog.packages[id];
        for obj in package.init_order.iter().filter_map(|step| cx.pure_variable(package, step)) {
            if cx.is_requested(&Item::VarInit(obj)) {
                b.call(cx.sym(&cx.var_init_symbol(id, obj)), &[], &[]);
            }
        }
    }
    for id in init_order(cx, &needed) {
        if cx.is_requested(&Item::PackageInit(id)) {
            b.call(cx.sym(&cx.init_symbol(id)), &[], &[]);
        }
        for f in cx.prog.packages[id].funcs.iter().filter(|f| f.init_index.is_some()) {
            b.call(cx.func_sym(&Instance::plain(f.obj)), &[], &[]);
        }
    }
    let main = cx.prog.headers[cx.prog.main].lookup(sym::Main);
    let mut out = Output::default();
    match main {
        Some(obj) => {
            b.call(cx.func_sym(&Instance::plain(obj)), &[], &[]);
        }
        None => out.diagnostics.push(Diagnostic {
            pos: Pos::NONE,
            code: Code::UndeclaredName,
            message: "function main is undeclared in the main package".to_string(),
            soft: false,
        }),
    }
    b.ret(&[]);
    out.funcs.push(b.finish());
    out
}

/// Builds `<package>.init`.
pub(super) fn build_package_init(cx: &Cx<'_>, id: PkgId) -> Output {
    let package = &cx.prog.packages[id];
    let mut out = Output::default();
    let Some(first) = package.init_order.first() else { return out };
    let facts = initialiser_facts(cx, id);
    let pos = |step: &InitStep| package.files[step.file].ast.start_pos(step.rhs);
    let sig = cx.canon(cx.types().intern(GoTy::Func(FuncTy::default())));
    let abi = cx.fn_abi(sig, None, Context::No);
    let none = Facts::default();
    let file = &package.files[first.file];
    let name = cx.init_symbol(id);
    let mut f = FuncCx::new(cx, file, id, name, abi, pos(first), &none, &mut out);
    for (i, step) in package.init_order.iter().enumerate() {
        if cx.is_dynamic(package, step) {
            f.file = &package.files[step.file];
            f.facts = &facts[&i];
            f.at(pos(step));
            f.init_step(step);
        }
    }
    if f.b.is_reachable() {
        f.b.ret(&[]);
    }
    let func = f.finish();
    out.funcs.push(func);
    out
}

/// Builds `<package>.init.<variable>`.
pub(super) fn build_var_init(cx: &Cx<'_>, obj: ObjId) -> Output {
    let mut out = Output::default();
    let (Some(id), Some((package, i))) = (cx.prog.objects.get(obj).pkg, cx.init_step(obj)) else {
        return out;
    };
    let step = &package.init_order[i];
    let file = &package.files[step.file];
    let pos = file.ast.start_pos(step.rhs);
    let sig = cx.canon(cx.types().intern(GoTy::Func(FuncTy::default())));
    let abi = cx.fn_abi(sig, None, Context::No);
    let none = Facts::default();
    let mut f = FuncCx::new(cx, file, id, cx.var_init_symbol(id, obj), abi, pos, &none, &mut out);
    f.init_step(step);
    if f.b.is_reachable() {
        f.b.ret(&[]);
    }
    let func = f.finish();
    out.funcs.push(func);
    out
}

/// The function value of a literal in the initialiser of a package-level variable that is known at compile time.
pub(super) fn global_literal_sym(cx: &Cx<'_>, variable: ObjId, e: ExprId) -> Sym {
    let home = cx.prog.objects.get(variable).pkg.zip(cx.init_step(variable));
    let (pkg, (_, step)) = home.expect("a package-level variable with an initialiser");
    let number = initialiser_facts(cx, pkg)[&step].lits.get(&e).map_or(0, |l| l.number);
    cx.sym(&format!("{}.func{number}·f", cx.init_symbol(pkg)))
}

/// Builds [`Item::GlobalLiteral`]: the literal as a part of the package's initialisation, which has no code for it.
pub(super) fn build_global_literal(cx: &Cx<'_>, variable: ObjId, e: ExprId) -> Output {
    let mut out = Output::default();
    let (Some(pkg), Some((package, step))) = (cx.prog.objects.get(variable).pkg, cx.init_step(variable))
    else {
        return out;
    };
    let facts = initialiser_facts(cx, pkg);
    let file = &package.files[package.init_order[step].file];
    let ExprKind::FuncLit { ty, body } = file.ast.exprs[e].kind else { return out };
    let sig = cx.canon(cx.types().intern(GoTy::Func(FuncTy::default())));
    let abi = cx.fn_abi(sig, None, Context::No);
    let pos = file.ast.exprs[e].pos;
    let mut f = FuncCx::new(cx, file, pkg, cx.init_symbol(pkg), abi, pos, &facts[&step], &mut out);
    f.func_lit(e, ty, &file.ast[body]);
    out
}

/// The facts about each initialiser of a package, found once.
fn initialiser_facts(cx: &Cx<'_>, pkg: PkgId) -> Arc<InitFacts> {
    let mut all = cx.init_facts.lock().expect("initialiser facts lock");
    all.entry(pkg).or_insert_with(|| Arc::new(find_initialiser_facts(cx, &cx.prog.packages[pkg]))).clone()
}

/// Facts by the number of the initialisation step.
pub(super) type InitFacts = FxHashMap<usize, Facts>;

/// Function literals are numbered through the package in source order.
fn find_initialiser_facts(cx: &Cx<'_>, package: &Package) -> InitFacts {
    let mut order: Vec<usize> = (0..package.init_order.len()).collect();
    order.sort_by_key(|&i| {
        let step = &package.init_order[i];
        package.files[step.file].ast.start_pos(step.rhs)
    });
    let mut literals = 0;
    let mut all = FxHashMap::default();
    for i in order {
        let step = &package.init_order[i];
        let facts = Facts::of_initialiser(cx, &package.files[step.file], step.rhs, literals);
        literals = facts.literal_count;
        all.insert(i, facts);
    }
    all
}

impl FuncCx<'_, '_> {
    /// `lhs… = rhs` of package-level variables.
    fn init_step(&mut self, step: &InitStep) {
        self.settled = false;
        self.hoisted.clear();
        let is_blank = |f: &Self, obj: ObjId| f.cx.prog.objects.get(obj).name == sym::Blank;
        if let &[obj] = &step.lhs[..] {
            if is_blank(self, obj) {
                self.expr(step.rhs);
                return;
            }
            let ty = self.obj_ty(obj);
            let v = self.expr_as(step.rhs, ty);
            let place = self.var_place(obj);
            self.store_place(&place, &v, ty);
            return;
        }
        let values = self.several_values(step.rhs);
        for (&obj, (v, from)) in step.lhs.iter().zip(values) {
            if !is_blank(self, obj) {
                let ty = self.obj_ty(obj);
                let v = self.assign_convert(v, from, ty);
                let place = self.var_place(obj);
                self.store_place(&place, &v, ty);
            }
        }
    }
}

/// The size of the largest variable in static data (gc: `cmd/internal/obj.cutoff`).
pub(super) const MAX_VARIABLE: u64 = 2_000_000_000;

/// Builds a package-level variable.
pub(super) fn build_global(cx: &Cx<'_>, obj: ObjId) -> Output {
    let pos = cx.prog.objects.get(obj).pos;
    let ty = cx.canon(cx.prog.objects.ty(obj));
    let shape = cx.shape(ty);
    let mut out = Output::default();
    if shape.size > MAX_VARIABLE {
        let (name, size) = (cx.obj_name(obj), shape.size);
        let message = format!("{name}: symbol too large ({size} bytes > {MAX_VARIABLE} bytes)");
        out.diagnostics.push(Diagnostic { pos, code: Code::TypeTooLarge, message, soft: false });
        return out;
    }
    let embedded = cx.prog.objects.get(obj).pkg.and_then(|pkg| cx.prog.packages[pkg].embeds.get(&obj));
    let embedded = embedded.map(|value| {
        let image = embedded_image(cx, ty, &cx.obj_name(obj), value, &mut out);
        (image, Vec::new())
    });
    let known = embedded.or_else(|| known_value(cx, obj));
    let (kind, bytes, relocs) = match known {
        Some((image, data)) => {
            out.data.extend(data);
            if image.is_zero() {
                (DataKind::Bss, Vec::new(), Vec::new())
            } else {
                (DataKind::Data, image.bytes, image.relocs)
            }
        }
        None => (DataKind::Bss, Vec::new(), Vec::new()),
    };
    let data = Data {
        sym: cx.global_sym(obj),
        kind,
        align: shape.align,
        size: shape.size.max(1),
        bytes,
        relocs,
        pointer_mask: cx.pointer_mask(ty),
    };
    out.data.push((pos, data));
    out
}

/// The value of a variable whose initialiser is known at compile time; one that needs a call is asked for.
fn known_value(cx: &Cx<'_>, obj: ObjId) -> Option<(Image, Vec<(Pos, Data)>)> {
    let (package, i) = cx.init_step(obj)?;
    let step = &package.init_order[i];
    if cx.pure_variable(package, step).is_some() {
        cx.request(Item::VarInit(obj));
    }
    cx.static_value(package, step, Purpose::Data)
}
