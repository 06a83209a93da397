//! The package's own objects: collecting them, associating methods with types, and resolving all in an order that
//! cycles of types allow (gc: `types2/resolver.go`).

use rustc_hash::{FxHashMap, FxHashSet};

use super::decl::{Arity, ConstSource, DeclIndex, DeclInfo, DeclSource, TypeSource, repeated};
use super::scope::{PACKAGE_SCOPE, file_scope};
use super::{Checker, Scope};
use crate::ast::{Block, DeclId, DeclKind, ExprId, ExprKind, Field, Ident, List, Signature};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, PkgId, VarKind};
use crate::program::FuncDecl;
use crate::source::{Pos, Symbol, sym};
use crate::types::constant::ConstValue;
use crate::types::{NamedId, Ty, TyId};

/// A method with the name of its receiver's type.
struct MethodInfo {
    obj: ObjId,
    pointer: bool,
    recv: Symbol,
}

impl<'p> Checker<'p> {
    /// Declares everything in package and file scopes.
    pub(super) fn collect_objects(&mut self) {
        debug_assert!(self.scopes.is_empty());
        self.scopes.push(Scope::new(None));
        for _ in self.files {
            self.scopes.push(Scope::new(Some(PACKAGE_SCOPE)));
        }
        let mut methods = Vec::new();
        for file in 0..self.files.len() {
            self.file = file;
            self.env.scope = file_scope(file);
            self.number_local_types();
            if self.ast().package.name == sym::Blank {
                self.error(self.ast().package.pos, Code::BlankPkgName, "invalid package name _");
            }
            self.collect_file(&mut methods);
        }
        self.check_file_scopes();
        self.associate_methods(methods);
    }

    fn collect_file(&mut self, methods: &mut Vec<MethodInfo>) {
        let mut const_group = None;
        for &decl in self.ast().list(self.ast().decls) {
            let node = self.ast().decl_nodes[decl];
            match node.kind {
                DeclKind::Import { name, path } => self.import_decl(node.pos, name, path),
                DeclKind::Const { iota, names, ty, values, .. } => {
                    self.collect_consts(node.pos, iota, names, (ty, values), &mut const_group);
                }
                DeclKind::Var { names, ty, values } => self.collect_vars(node.pos, names, ty, values),
                DeclKind::Type { name, tparams, alias, ty } => {
                    let obj = self.new_object(name, ObjKind::TypeName, None);
                    let source = DeclSource::Type(TypeSource { name, tparams, alias, ty });
                    let index = self.new_decl(source);
                    self.declare_package_object(name, obj, index);
                }
                DeclKind::Func { recv, name, tparams, ty, body } => {
                    let (recv, body) = (recv.map(|recv| self.ast()[recv]), body.map(|body| self.ast()[body]));
                    self.collect_func(decl, (recv, name, tparams, ty), body, methods);
                }
            }
        }
    }

    /// Numbers the types declared in functions, in source order over all files (gc prints `main.T·1`).
    pub(super) fn number_local_types(&mut self) {
        let ast = self.ast();
        let top: FxHashSet<DeclId> = ast.list(ast.decls).iter().copied().collect();
        let mut local: Vec<Pos> = Vec::new();
        for (id, node) in ast.decl_nodes.iter() {
            if let DeclKind::Type { name, alias: false, .. } = node.kind
                && !top.contains(&id)
            {
                local.push(name.pos);
            }
        }
        local.sort_unstable();
        for pos in local {
            let number = match self.late_file {
                None => self.local_types.len() as u32 + 1,
                Some(file) => self.late_type_number(file, pos),
            };
            self.local_types.insert(pos, number);
        }
    }

    fn new_decl(&mut self, source: DeclSource) -> DeclIndex {
        self.decls.push(DeclInfo { file: self.file, source, deps: Default::default() })
    }

    fn collect_consts(
        &mut self,
        pos: Pos,
        iota: u32,
        names: List<Ident>,
        own: (Option<ExprId>, List<ExprId>),
        group: &mut Option<(Option<ExprId>, List<ExprId>)>,
    ) {
        let (source, inherited) = repeated(iota, own, group);
        let names = self.ast().list(names);
        let values = self.ast().list(source.1);
        for (i, &name) in names.iter().enumerate() {
            let obj = self.new_object(name, ObjKind::Const(Default::default()), None);
            let init = values.get(i).copied();
            let index = self.new_decl(DeclSource::Const(ConstSource { ty: source.0, init, inherited, iota }));
            self.declare_package_object(name, obj, index);
        }
        self.arity(pos, names, values, Arity::Const { inherited });
    }

    fn collect_vars(&mut self, pos: Pos, names: List<Ident>, ty: Option<ExprId>, values: List<ExprId>) {
        let names = self.ast().list(names);
        let values = self.ast().list(values);
        let new_var = |c: &mut Self, &name: &Ident| c.new_object(name, ObjKind::Var(VarKind::Global), None);
        let objs: Vec<ObjId> = names.iter().map(|name| new_var(self, name)).collect();
        // With one value for several names, all depend on the same initialiser.
        let shared = (values.len() == 1 && names.len() > 1)
            .then(|| self.new_decl(DeclSource::Var { lhs: objs.clone(), ty, init: Some(values[0]) }));
        for (i, (&name, &obj)) in names.iter().zip(&objs).enumerate() {
            let own = DeclSource::Var { lhs: Vec::new(), ty, init: values.get(i).copied() };
            let index = shared.unwrap_or_else(|| self.new_decl(own));
            self.declare_package_object(name, obj, index);
        }
        if ty.is_none() || !values.is_empty() {
            self.arity(pos, names, values, Arity::Var);
        }
    }

    /// Declares a package-level constant, variable or type.
    fn declare_package_object(&mut self, name: Ident, obj: ObjId, index: DeclIndex) {
        let is_main = self.shared.packages[self.pkg].name == sym::Main;
        if name.name == sym::Init {
            self.error(name.pos, Code::InvalidInitDecl, "cannot declare init - must be func");
            return;
        }
        if name.name == sym::Main && is_main {
            self.error(name.pos, Code::InvalidMainDecl, "cannot declare main - must be func");
            return;
        }
        self.declare_in(PACKAGE_SCOPE, Some(name), obj);
        // Blank variables are not found by name but still have an initialiser.
        self.record_def(name, obj);
        self.decl_of.insert(obj, index);
        self.obj_list.push(obj);
    }

    fn collect_func(
        &mut self,
        decl: DeclId,
        (recv, name, tparams, ty): (Option<Field>, Ident, List<Field>, ExprId),
        body: Option<Block>,
        methods: &mut Vec<MethodInfo>,
    ) {
        let obj = self.new_object(name, ObjKind::Func { recv: Default::default() }, None);
        let mut init_index = None;
        match recv {
            None => {
                let is_main = name.name == sym::Main && self.shared.packages[self.pkg].name == sym::Main;
                if name.name == sym::Init || is_main {
                    self.check_main_signature(name, tparams, ty);
                }
                if name.name == sym::Init {
                    self.record_def(name, obj);
                    init_index = Some(self.init_count);
                    self.init_count += 1;
                    if body.is_none() {
                        self.soft_error(name.pos, Code::MissingInitBody, "func init must have a body");
                    }
                } else {
                    self.declare_in(PACKAGE_SCOPE, Some(name), obj);
                }
            }
            Some(recv) => {
                let (pointer, base) = self.unpack_receiver(recv.ty);
                if let ExprKind::Name(base) = self.ast().exprs[base].kind
                    && name.name != sym::Blank
                {
                    methods.push(MethodInfo { obj, pointer, recv: base });
                }
                self.record_def(name, obj);
            }
        }
        let index = self.new_decl(DeclSource::Func(decl));
        self.decl_of.insert(obj, index);
        self.obj_list.push(obj);
        if let Some(body) = body {
            let is_late = self.ast().late_bodies.contains_key(&body.rbrace);
            self.funcs.push(FuncDecl { obj, file: self.file, decl, init_index, is_late });
        }
    }

    /// `main` and `init` have neither parameters nor results.
    fn check_main_signature(&mut self, name: Ident, tparams: List<Field>, ty: ExprId) {
        let code = if name.name == sym::Main { Code::InvalidMainDecl } else { Code::InvalidInitDecl };
        let text = self.name(name.name);
        if let Some(first) = self.ast().list(tparams).first() {
            self.soft_error(first.pos, code, format!("func {text} must have no type parameters"));
        }
        if let ExprKind::FuncType(signature) = self.ast().exprs[ty].kind
            && let Signature { params, results } = self.ast()[signature]
            && !(params.is_empty() && results.is_empty())
        {
            self.soft_error(
                name.pos,
                code,
                format!("func {text} must have no arguments and no return values"),
            );
        }
    }

    /// Whether a receiver type is a pointer, and its base without parentheses, pointer and type parameters.
    pub(super) fn unpack_receiver(&self, ty: ExprId) -> (bool, ExprId) {
        let ast = self.ast();
        let mut base = ast.unparen(ty);
        let mut pointer = false;
        if let ExprKind::Star(inner) = ast.exprs[base].kind {
            pointer = true;
            base = ast.unparen(inner);
        }
        if let ExprKind::Index { x, .. } = ast.exprs[base].kind {
            base = x;
        }
        (pointer, base)
    }

    fn import_decl(&mut self, pos: Pos, local: Option<Ident>, path: ExprId) {
        let ExprKind::BasicLit { kind, text, bad: false } = self.ast().exprs[path].kind else { return };
        let value = ConstValue::from_literal(kind, self.name(text));
        let Some(path) =
            value.as_ref().and_then(ConstValue::as_bytes).and_then(|b| std::str::from_utf8(b).ok())
        else {
            return;
        };
        // A package that could not be loaded was reported before anything was checked.
        let Some(&imported) = self.shared.packages[self.pkg].imports.get(path) else { return };
        let name = local.map_or(self.shared.packages[imported].name, |l| l.name);
        if name == sym::Init {
            self.error(pos, Code::InvalidInitDecl, "cannot import package as init - init must be a func");
            return;
        }
        let ident = Ident { name, pos: local.map_or(pos, |l| l.pos) };
        let obj = self.new_object(ident, ObjKind::PkgName(imported), Some(TyId::ERROR));
        self.imports.push(obj);
        if name == sym::Dot {
            self.dot_import(obj, ident, imported);
        } else {
            self.declare_in(file_scope(self.file), None, obj);
        }
    }

    fn dot_import(&mut self, import: ObjId, ident: Ident, imported: PkgId) {
        let scope = file_scope(self.file);
        let mut exported: Vec<(Symbol, ObjId)> =
            self.package_scope(imported).iter().map(|(&n, &o)| (n, o)).collect();
        exported.retain(|&(name, _)| self.types().is_exported(name));
        exported.sort_by_key(|&(name, _)| self.name(name));
        for (name, obj) in exported {
            if let Some(other) = self.scopes[scope].insert(name, obj) {
                let mut message = format!("{} redeclared in this block", self.name(name));
                self.add_alt_decl(&mut message, other);
                self.error(ident.pos, Code::DuplicateDecl, message);
            } else {
                self.dot_imports.insert((scope, name), import);
            }
        }
    }

    /// The package-level objects of an imported package, unexported ones included.
    pub fn package_scope(&self, pkg: PkgId) -> &'p FxHashMap<Symbol, ObjId> {
        let header = &self.shared.packages[pkg];
        if header.name == sym::Unsafe && header.path == "unsafe" {
            return &self.shared.universe.unsafe_scope;
        }
        header.scope.get().expect("imported packages are checked first")
    }

    /// The object of an imported package with this name, exported or not.
    ///
    /// gc's export data holds, of what is not exported, types only.
    pub fn exported_object(&self, pkg: PkgId, name: Symbol) -> Option<ObjId> {
        let obj = self.package_scope(pkg).get(&name).copied()?;
        let known = self.types().is_exported(name) || matches!(self.object(obj).kind, ObjKind::TypeName);
        known.then_some(obj)
    }

    /// An exported name of a package that differs from `name` in the case of letters only.
    pub fn similar_export(&self, pkg: PkgId, name: Symbol) -> Option<Symbol> {
        let wanted = self.name(name).to_lowercase();
        let similar = |&n: &Symbol| self.types().is_exported(n) && self.name(n).to_lowercase() == wanted;
        self.package_scope(pkg).keys().copied().filter(similar).min_by_key(|&n| self.name(n))
    }

    /// The name of a package.
    pub fn package_name(&self, pkg: PkgId) -> &'p str {
        self.name(self.shared.packages[pkg].name)
    }

    /// Names must differ between a file's imports and the package.
    fn check_file_scopes(&mut self) {
        for file in 0..self.files.len() {
            let entries = self.scopes[file_scope(file)].entries().to_vec();
            for (name, obj) in entries {
                let Some(own) = self.scopes[PACKAGE_SCOPE].get(name) else { continue };
                let (how, pkg) = match self.object(obj).kind {
                    ObjKind::PkgName(pkg) => ("import", pkg),
                    _ => ("dot-import", self.object(obj).pkg.expect("dot-imported objects have a package")),
                };
                let (path, package) = (&self.shared.packages[pkg].path, self.package_name(pkg));
                let mut message = format!(
                    "{} already declared through {how} of package {package} ({path:?})",
                    self.name(name)
                );
                self.add_alt_decl(&mut message, obj);
                self.error(self.object(own).pos, Code::DuplicateDecl, message);
            }
        }
    }

    fn associate_methods(&mut self, methods: Vec<MethodInfo>) {
        for m in methods {
            if let Some((pointer, base)) = self.base_type_name(m.pointer, m.recv) {
                self.methods.entry(base).or_default().push((m.obj, pointer));
            }
        }
    }

    /// The defined type of this package that a receiver's type name stands for, through aliases, and whether a pointer
    /// was passed on the way.
    fn base_type_name(&self, mut pointer: bool, mut name: Symbol) -> Option<(bool, ObjId)> {
        let mut seen = Vec::new();
        loop {
            let obj = self.scopes[PACKAGE_SCOPE].get(name)?;
            let info = &self.decls[*self.decl_of.get(&obj)?];
            let DeclSource::Type(t) = &info.source else { return None };
            if seen.contains(&obj) {
                return None;
            }
            if !t.alias {
                return Some((pointer, obj));
            }
            seen.push(obj);
            let ast = &self.files[info.file];
            let mut target = ast.unparen(t.ty);
            if let ExprKind::Star(inner) = ast.exprs[target].kind {
                if pointer {
                    return None;
                }
                pointer = true;
                target = ast.unparen(inner);
            }
            match ast.exprs[target].kind {
                ExprKind::Name(next) => name = next,
                _ => return None,
            }
        }
    }

    /// Gives a type its methods, after its declaration was resolved.
    pub(super) fn collect_methods(&mut self, obj: ObjId) {
        let Some(methods) = self.methods.remove(&obj) else { return };
        let base = self.shared.objects.ty(obj);
        let Some(named) = self.types().as_named(base) else { return };
        let mut by_name: FxHashMap<Symbol, ObjId> = FxHashMap::default();
        let mut list = Vec::with_capacity(methods.len());
        for (m, pointer) in methods {
            let name = self.object(m).name;
            if let Some(&other) = by_name.get(&name) {
                let at = self.show_pos(self.object(other).pos);
                let (t, m_name) = (self.name(self.object(obj).name), self.name(name));
                let text = format!("method {t}.{m_name} already declared at {at}");
                self.error(self.object(m).pos, Code::DuplicateMethod, text);
                continue;
            }
            by_name.insert(name, m);
            list.push(m);
            if let ObjKind::Func { recv } = &self.object(m).kind {
                let ty = if pointer { self.types().intern(Ty::Pointer(base)) } else { base };
                let _ = recv.set(ty);
            }
        }
        *self.types().named(named).methods.write().expect("method list lock") = list;
        let _ = self.types().named(named).method_index.set(by_name.clone());
        self.later(move |c| c.check_field_uniqueness(named, &by_name));
    }

    /// A struct type's fields and methods have different names (Go spec, Method declarations).
    fn check_field_uniqueness(&mut self, named: NamedId, methods: &FxHashMap<Symbol, ObjId>) {
        let ty = self.types().intern(Ty::Named(named));
        let Ty::Struct(fields) = self.under(ty) else { return };
        for f in fields.iter().filter(|f| f.name != sym::Blank) {
            if let Some(&m) = methods.get(&f.name) {
                let name = self.name(f.name);
                let at = self.show_pos(f.pos);
                let text = format!(
                    "field and method with the same name {name}\n\t{at}: other declaration of {name}"
                );
                self.error(self.object(m).pos, Code::DuplicateFieldAndMethod, text);
            }
        }
    }

    /// Resolves all package-level objects: types first, then aliases, then the rest, since that leaves the fewest
    /// aliases that are needed before they are known.
    pub(super) fn resolve_objects(&mut self) {
        self.direct_cycles();
        let objs = self.obj_list.clone();
        let phase = |c: &Self, obj: ObjId| match &c.decls[c.decl_of[&obj]].source {
            DeclSource::Type(t) if !t.alias => 0,
            DeclSource::Type(_) => 1,
            _ => 2,
        };
        for wanted in 0..3 {
            for &obj in &objs {
                if phase(self, obj) == wanted {
                    self.resolve(obj);
                }
            }
        }
        self.methods.clear();
    }

    /// Reports types that are declared as each other and nothing else (gc: `types2/cycles.go`).
    fn direct_cycles(&mut self) {
        #[derive(Clone, Copy)]
        enum Mark {
            OnPath(usize),
            Done,
        }
        let mut marks: FxHashMap<ObjId, Mark> = FxHashMap::default();
        for start in self.obj_list.clone() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(obj) = next {
                let DeclSource::Type(t) = &self.decls[self.decl_of[&obj]].source else { break };
                let t = *t;
                match marks.get(&obj) {
                    Some(Mark::Done) => break,
                    Some(&Mark::OnPath(at)) => {
                        self.set_type(obj, TyId::ERROR);
                        let cycle: Vec<ObjId> = path[at..].to_vec();
                        let first = self.first_in_source(&cycle);
                        self.cycle_error(&cycle, first);
                        break;
                    }
                    None => {}
                }
                marks.insert(obj, Mark::OnPath(path.len()));
                path.push(obj);
                let file = self.decls[self.decl_of[&obj]].file;
                next = match self.files[file].exprs[t.ty].kind {
                    ExprKind::Name(name) => self.scopes[PACKAGE_SCOPE].get(name),
                    _ => None,
                };
                next = next.filter(|o| self.decl_of.contains_key(o));
            }
            for obj in path {
                marks.insert(obj, Mark::Done);
            }
        }
    }
}
