//! Declarations of constants, variables, types and functions, at package level and in functions
//! (gc: `types2/decl.go`).
//!
//! An object is *white* while its type is unknown, *grey* while its declaration is being resolved (it stands on
//! [`Checker::path`]) and *black* afterwards. Meeting a grey object means a cycle, which is fine if it goes through a
//! defined type and no value: `type T struct{ next *T }`.

use cranelift_entity::entity_impl;
use rustc_hash::FxHashSet;

use super::{Checker, Env, Operand};
use crate::ast::{DeclId, DeclKind, ExprId, Field, Ident, List};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind};
use crate::source::Pos;
use crate::types::constant::ConstValue;
use crate::types::{FuncTy, Named, NamedId, Ty, TyId, TypeParamId};

/// A package-level declaration (one for all names of `var a, b = f()`) or a method.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeclIndex(u32);
entity_impl!(DeclIndex, "decl");

/// A package-level declaration.
pub struct DeclInfo {
    /// Index of the file.
    pub file: usize,
    /// What is declared.
    pub source: DeclSource,
    /// Package-level objects that the initialiser or body refers to.
    pub deps: FxHashSet<ObjId>,
}

/// The parts of a declaration.
#[derive(Clone)]
pub enum DeclSource {
    /// A constant.
    Const(ConstSource),
    /// A variable.
    Var {
        /// All variables of `var a, b = f()`; empty for one variable with its own value.
        lhs: Vec<ObjId>,
        /// Type, if written.
        ty: Option<ExprId>,
        /// Value, if written.
        init: Option<ExprId>,
    },
    /// A type.
    Type(TypeSource),
    /// A function or method; the [`DeclKind::Func`].
    Func(DeclId),
}

/// The parts of a constant's declaration.
#[derive(Clone, Copy)]
pub struct ConstSource {
    /// Type, if written here or repeated implicitly.
    pub ty: Option<ExprId>,
    /// Value; missing only after an error.
    pub init: Option<ExprId>,
    /// Whether type and value are those of an earlier constant of the group.
    pub inherited: bool,
    /// The value of `iota`.
    pub iota: u32,
}

/// The parts of a type's declaration.
#[derive(Clone, Copy)]
pub struct TypeSource {
    /// Name.
    pub name: Ident,
    /// Type parameters.
    pub tparams: List<Field>,
    /// `=` was written.
    pub alias: bool,
    /// The type.
    pub ty: ExprId,
}

impl DeclInfo {
    /// The initialiser of a variable.
    pub fn init(&self) -> Option<ExprId> {
        match &self.source {
            DeclSource::Var { init, .. } => *init,
            _ => None,
        }
    }
}

impl<'p> Checker<'p> {
    /// Determines the type of an object, and a constant's value, if that has not been done yet.
    pub fn resolve(&mut self, obj: ObjId) {
        if self.object(obj).ty.get().is_some() {
            return;
        }
        if self.path_index.contains_key(&obj) {
            // A function needs only its being one, an alias is found later. Constants and variables are judged.
            if matches!(self.object(obj).kind, ObjKind::Var(_) | ObjKind::Const(_)) {
                self.judge_cycle(obj);
            }
            return;
        }
        let Some(&index) = self.decl_of.get(&obj) else { return };
        self.push_path(obj);
        let info = &self.decls[index];
        let (file, source) = (info.file, info.source.clone());
        let env = Env { scope: super::scope::file_scope(file), ..Env::default() };
        let outer = (std::mem::replace(&mut self.env, env), std::mem::replace(&mut self.file, file));
        // Functions may be recursive; only constants and variables must not depend on themselves.
        match source {
            DeclSource::Const(c) => {
                self.env.decl = Some(index);
                self.const_decl(obj, c);
            }
            DeclSource::Var { lhs, ty, init } => {
                self.env.decl = Some(index);
                self.var_decl(obj, &lhs, ty, init);
            }
            DeclSource::Type(t) => {
                self.type_decl(obj, t);
                self.collect_methods(obj);
            }
            DeclSource::Func(decl) => self.func_decl(obj, index, decl),
        }
        (self.env, self.file) = outer;
        self.pop_path(obj);
    }

    fn push_path(&mut self, obj: ObjId) {
        self.path_index.insert(obj, self.path.len());
        self.path.push(obj);
    }

    fn pop_path(&mut self, obj: ObjId) {
        self.path.pop();
        self.path_index.remove(&obj);
    }

    /// [`Checker::resolve`] for a name where a type is expected: in a cycle of types every link is judged.
    pub(super) fn resolve_type_name(&mut self, obj: ObjId) {
        if self.path_index.contains_key(&obj) {
            self.judge_cycle(obj);
        } else {
            self.resolve(obj);
        }
    }

    /// Judges the cycle that ends at `obj` again; an object of an invalid cycle gets the invalid type.
    fn judge_cycle(&mut self, obj: ObjId) {
        let start = self.path_index[&obj];
        let valid = self.valid_cycle(start);
        match &self.object(obj).kind {
            // Cycles of values only are reported with the order of initialisation; the type stays unknown.
            ObjKind::Var(_) | ObjKind::Const(_) => self.set_type(obj, TyId::ERROR),
            ObjKind::TypeName if !valid => self.invalidate_type_name(obj),
            _ => {}
        }
    }

    /// The type of an object that was resolved or is being resolved.
    pub fn object_type(&mut self, obj: ObjId) -> TyId {
        match (self.object(obj).ty.get(), &self.object(obj).kind) {
            (_, ObjKind::TypeName) => self.type_of_name(obj),
            (Some(&ty), _) => ty,
            // The signature is not known yet; that it is a function will do, as in `func f([unsafe.Sizeof(f)]int)`.
            (None, ObjKind::Func { .. }) => self.types().intern(Ty::Func(FuncTy::default())),
            (None, _) => TyId::ERROR,
        }
    }

    /// Gives a type name whose declaration is wrong the invalid type.
    pub(super) fn invalidate_type_name(&mut self, obj: ObjId) {
        self.set_type(obj, TyId::ERROR);
        if let Ty::Named(n) = self.types().get(self.shared.objects.ty(obj)) {
            self.invalidate_named(*n);
        }
    }

    pub(super) fn invalidate_named(&mut self, n: NamedId) {
        self.types().named(n).invalid.store(true, std::sync::atomic::Ordering::Relaxed);
    }

    /// Whether the objects on the path from `start` on may refer to each other in a circle; reports it if not.
    fn valid_cycle(&mut self, start: usize) -> bool {
        let cycle = self.path[start..].to_vec();
        let mut values = 0;
        let mut defined = 0;
        for &obj in &cycle {
            match &self.object(obj).kind {
                ObjKind::Var(_) | ObjKind::Const(_) => values += 1,
                ObjKind::TypeName if !self.is_alias_decl(obj) => defined += 1,
                _ => {}
            }
        }
        if values == cycle.len() || values == 0 && defined > 0 {
            return true;
        }
        let first = self.first_in_source(&cycle);
        self.cycle_error(&cycle, first);
        false
    }

    /// Whether a type name is declared as an alias.
    fn is_alias_decl(&self, obj: ObjId) -> bool {
        match self.decl_of.get(&obj).map(|&d| &self.decls[d].source) {
            Some(DeclSource::Type(t)) => t.alias,
            _ => self.local_aliases.contains(&obj),
        }
    }

    /// The index of the object that is declared first.
    pub(super) fn first_in_source(&self, cycle: &[ObjId]) -> usize {
        (0..cycle.len()).min_by_key(|&i| self.object(cycle[i]).pos).unwrap_or(0)
    }

    /// Reports a cycle of declarations, beginning with `cycle[start]`.
    pub(super) fn cycle_error(&mut self, cycle: &[ObjId], start: usize) {
        let name = |c: &Self, obj: ObjId| {
            let o = c.object(obj);
            let prefix = o.pkg.map(|p| c.qualifier(p)).filter(|p| !p.is_empty());
            prefix.map(|p| p + ".").unwrap_or_default() + c.name(o.name)
        };
        let first = cycle[start];
        let is_type = matches!(self.object(first).kind, ObjKind::TypeName);
        let pos = self.object(first).pos;
        let what = if is_type { "invalid recursive type" } else { "invalid cycle in declaration" };
        let shown = name(self, first);
        if cycle.len() == 1 {
            self.error(pos, Code::InvalidDeclCycle, format!("{what}: {shown} refers to itself"));
            return;
        }
        let mut message = if is_type { format!("{what} {shown}") } else { format!("{what} of {shown}") };
        for i in 0..cycle.len() {
            let from = cycle[(start + i) % cycle.len()];
            let to = cycle[(start + i + 1) % cycle.len()];
            let at = self.show_pos(self.object(from).pos);
            message += &format!("\n\t{at}: {} refers to {}", name(self, from), name(self, to));
        }
        self.error(pos, Code::InvalidDeclCycle, message);
    }

    /// Records that the declaration being checked refers to `obj`.
    pub fn add_dependency(&mut self, obj: ObjId) {
        if let Some(decl) = self.env.decl
            && self.decl_of.contains_key(&obj)
        {
            self.decls[decl].deps.insert(obj);
        }
    }

    fn const_decl(&mut self, obj: ObjId, source: ConstSource) {
        let iota = self.env.iota.replace(ConstValue::from(u64::from(source.iota)));
        let err_pos = self.env.err_pos.take();
        self.const_decl_here(obj, source);
        self.env.iota = iota;
        self.env.err_pos = err_pos;
    }

    fn const_decl_here(&mut self, obj: ObjId, source: ConstSource) {
        if let Some(e) = source.ty {
            let ty = self.typ(e);
            if !self.is_const_type(ty) {
                if self.types().underlying(ty).is_valid() {
                    let text = format!("invalid constant type {}", self.ty_str(ty));
                    self.error_at(e, Code::InvalidConstType, text);
                }
                self.set_type(obj, TyId::ERROR);
                return;
            }
            self.set_type(obj, ty);
        }
        let mut x = Operand::invalid(None);
        if let Some(init) = source.init {
            if source.inherited {
                self.env.err_pos = Some(self.object(obj).pos);
            }
            x = self.expr(init, None);
        }
        self.init_const(obj, &mut x);
    }

    fn var_decl(&mut self, obj: ObjId, lhs: &[ObjId], ty: Option<ExprId>, init: Option<ExprId>) {
        let declared = ty.map(|e| self.var_type(e));
        if let Some(ty) = declared {
            self.set_type(obj, ty);
        }
        let Some(init) = init else {
            // Without a type an error was reported already.
            self.set_type(obj, TyId::ERROR);
            return;
        };
        if lhs.len() <= 1 {
            let place = self.func_target(declared, |c| c.name(c.object(obj).name).to_string());
            let mut x = self.target_expr(init, place);
            self.init_var(obj, &mut x, "variable declaration");
            return;
        }
        if let Some(ty) = declared {
            for &v in lhs {
                self.set_type(v, ty);
            }
        }
        self.init_vars(lhs, &[init], None);
    }

    fn type_decl(&mut self, obj: ObjId, source: TypeSource) {
        if source.alias {
            let outer = self.env.scope;
            // The higher requirement comes first, so that it need not be raised twice.
            let tparam = self.ast().list(source.tparams).first().map(|f| f.pos);
            if tparam.is_none_or(|pos| self.verify_version(pos, 23, "generic type alias")) {
                self.verify_version(source.name.pos, 9, "type alias");
            }
            let tparams = self.alias_type_params(obj, source.tparams);
            let mut rhs = self.typ(source.ty);
            self.env.scope = outer;
            if self.types().as_type_param(rhs).is_some_and(|p| tparams.contains(&p)) {
                let text = "cannot use type parameter declared in alias declaration as RHS";
                self.error_at(source.ty, Code::MisplacedTypeParam, text);
                rhs = TyId::ERROR;
            }
            if self.object(obj).ty.get().is_none() {
                self.types().set_alias_target(obj, rhs);
                let actual = self.types().intern(Ty::Alias { obj, actual: rhs, targs: Box::default() });
                self.set_type(obj, if rhs.is_valid() { actual } else { rhs });
            }
            return;
        }
        let local_index = self.local_types.get(&source.name.pos).copied().unwrap_or(0);
        let mut named = Named::new(obj, local_index);
        if let Some(func) = &self.env.func {
            named.implicit = func.tparams.iter().copied().collect();
        }
        let named = self.types().new_named(named);
        self.named_types.push(named);
        let ty = self.types().intern(Ty::Named(named));
        self.set_type(obj, ty);
        self.later(move |c| {
            c.valid_type(named);
        });
        let outer = self.env.scope;
        if let Some(first) = self.ast().list(source.tparams).first() {
            self.verify_version(first.pos, 18, "type parameter");
            self.open_scope();
            let tparams = self.declare_type_params(source.tparams);
            let _ = self.types().named(named).tparams.set(tparams.clone().into());
            self.type_param_constraints(source.tparams, &tparams);
        }
        let mut rhs = self.typ(source.ty);
        self.env.scope = outer;
        if self.types().as_type_param(rhs).is_some() {
            let text = "cannot use a type parameter as RHS in type declaration";
            self.error_at(source.ty, Code::MisplacedTypeParam, text);
            rhs = TyId::ERROR;
        }
        self.types().set_rhs(named, rhs);
        if self.is_chain_to_itself(named) {
            self.invalidate_named(named);
        }
    }

    /// Opens a scope for the type parameters of an alias, if it has any, and declares them.
    fn alias_type_params(&mut self, obj: ObjId, list: List<Field>) -> Vec<TypeParamId> {
        if list.is_empty() {
            return Vec::new();
        }
        self.open_scope();
        let tparams = self.declare_type_params(list);
        self.types().set_alias_tparams(obj, &tparams);
        self.type_param_constraints(list, &tparams);
        tparams
    }

    /// Whether `type T U; type U T` leads back to where it started.
    fn is_chain_to_itself(&mut self, start: NamedId) -> bool {
        let mut chain = vec![start];
        loop {
            let last = chain[chain.len() - 1];
            let Some(&rhs) = self.types().named(last).rhs.get() else { return false };
            let Ty::Named(next) = self.types().get(self.types().unalias(rhs)) else { return false };
            if let Some(at) = chain.iter().position(|n| n == next) {
                let cycle: Vec<ObjId> = chain[at..].iter().map(|&n| self.types().named(n).obj).collect();
                let first = self.first_in_source(&cycle);
                self.cycle_error(&cycle, first);
                return true;
            }
            chain.push(*next);
        }
    }

    /// Reports that the declarations needed to know a type's structure are not complete because they need this
    /// structure themselves, as in `type T [unsafe.Sizeof(T{})]int` (gc: `isComplete`).
    pub fn is_complete(&mut self, ty: TyId) -> bool {
        let obj = match self.types().get(ty) {
            Ty::Named(n) => self.types().named(*n).obj,
            Ty::Alias { obj, .. } => *obj,
            _ => return true,
        };
        if let Some(&start) = self.path_index.get(&obj) {
            let cycle = self.path[start..].to_vec();
            let first = self.first_in_source(&cycle);
            self.cycle_error(&cycle, first);
            return false;
        }
        match self.types().get(ty) {
            Ty::Named(n) => self.types().named(*n).rhs.get().is_none_or(|&rhs| self.is_complete(rhs)),
            Ty::Alias { .. } => self.is_complete(self.types().unalias(ty)),
            _ => true,
        }
    }

    /// Whether the size of a type is not known when it is compiled, as after an error. A type that is needed to know
    /// its own size is reported (gc: `hasVarSize`).
    pub fn has_variable_size(&mut self, ty: TyId) -> bool {
        match self.types().get(self.types().unalias(ty)) {
            Ty::Named(n) => {
                let named = self.types().named(*n);
                if named.underlying.get().is_some() {
                    return false;
                }
                if let Some(&start) = self.path_index.get(&named.obj) {
                    let cycle = self.path[start..].to_vec();
                    let first = self.first_in_source(&cycle);
                    self.cycle_error(&cycle, first);
                    return true;
                }
                let Some(&rhs) = named.rhs.get() else { return true };
                self.push_path(named.obj);
                let variable = self.has_variable_size(rhs);
                self.pop_path(named.obj);
                variable
            }
            Ty::Array { elem, .. } => self.has_variable_size(*elem),
            Ty::Struct(fields) => fields.iter().any(|f| self.has_variable_size(f.ty)),
            Ty::TypeParam(_) => true,
            _ => false,
        }
    }

    fn func_decl(&mut self, obj: ObjId, index: DeclIndex, decl: DeclId) {
        let DeclKind::Func { recv, tparams, ty, body, .. } = self.ast().decl_nodes[decl].kind else {
            return;
        };
        if let Some(first) = self.ast().list(tparams).first() {
            if recv.is_some() {
                self.verify_version(first.pos, 27, "generic method");
            } else {
                self.verify_version(first.pos, 18, "type parameter");
            }
        }
        let header = self.func_header(recv.map(|recv| self.ast()[recv]), tparams, ty);
        if header.recv_tparams > 0 {
            self.types().set_method_tparams(obj, &header.tparams[..header.recv_tparams]);
        }
        if !tparams.is_empty() && body.is_none() {
            let pos = self.ast().decl_nodes[decl].pos;
            self.soft_error(pos, Code::BadDecl, "generic function is missing function body");
        }
        self.set_type(obj, header.ty);
        if let (ObjKind::Func { recv: slot }, Some(recv)) = (&self.object(obj).kind, header.recv) {
            // Methods of known types have their receiver type already.
            let _ = slot.set(self.shared.objects.ty(recv));
        }
        if let Some(body) = body.map(|body| self.ast()[body])
            && !self.ast().late_bodies.contains_key(&body.rbrace)
        {
            self.later(move |c| c.func_body(Some(index), None, header, body));
        }
    }

    /// The constants, types and variables declared by a statement.
    pub fn local_decl(&mut self, list: List<DeclId>) {
        let mut inherited = None;
        for &decl in self.ast().list(list) {
            match self.ast().decl_nodes[decl].kind {
                DeclKind::Const { iota, names, ty, values, .. } => {
                    let pos = self.ast().decl_nodes[decl].pos;
                    self.local_consts(pos, iota, names, (ty, values), &mut inherited);
                }
                DeclKind::Var { names, ty, values } => self.local_vars(names, ty, values),
                DeclKind::Type { name, tparams, alias, ty } => {
                    self.local_type(TypeSource { name, tparams, alias, ty });
                }
                DeclKind::Import { .. } | DeclKind::Func { .. } => {}
            }
        }
    }

    fn local_consts(
        &mut self,
        pos: Pos,
        iota: u32,
        names: List<Ident>,
        own: (Option<ExprId>, List<ExprId>),
        group: &mut Option<(Option<ExprId>, List<ExprId>)>,
    ) {
        let top = self.delayed_len();
        let (source, inherited) = repeated(iota, own, group);
        let names = self.ast().list(names);
        let values = self.ast().list(source.1);
        let mut objs = Vec::with_capacity(names.len());
        for (i, &name) in names.iter().enumerate() {
            let obj = self.new_object(name, ObjKind::Const(Default::default()), None);
            let init = values.get(i).copied();
            self.const_decl(obj, ConstSource { ty: source.0, init, inherited, iota });
            objs.push(obj);
        }
        self.arity(pos, names, values, Arity::Const { inherited });
        self.process_delayed(top);
        for (&name, obj) in names.iter().zip(objs) {
            self.declare(name, obj);
        }
    }

    fn local_vars(&mut self, names: List<Ident>, ty: Option<ExprId>, values: List<ExprId>) {
        let top = self.delayed_len();
        let names = self.ast().list(names);
        let values = self.ast().list(values);
        let objs: Vec<ObjId> = names.iter().map(|&name| self.new_local_var(name, None)).collect();
        for (i, &obj) in objs.iter().enumerate() {
            let many = values.len() == 1 && names.len() > 1;
            let init = if many { Some(values[0]) } else { values.get(i).copied() };
            self.var_decl(obj, if many { &objs } else { &[] }, ty, init);
            if values.len() == 1 {
                break;
            }
        }
        for &obj in &objs {
            // Only after an error a variable still lacks a type.
            self.set_type(obj, TyId::ERROR);
        }
        if ty.is_none() || !values.is_empty() {
            let pos = names.first().map_or(Pos::NONE, |n| n.pos);
            self.arity(pos, names, values, Arity::Var);
        }
        self.process_delayed(top);
        for (&name, obj) in names.iter().zip(objs) {
            self.declare(name, obj);
        }
    }

    fn local_type(&mut self, source: TypeSource) {
        let obj = self.new_object(source.name, ObjKind::TypeName, None);
        if source.alias {
            self.local_aliases.insert(obj);
        }
        self.declare(source.name, obj);
        self.push_path(obj);
        self.type_decl(obj, source);
        self.pop_path(obj);
    }

    /// Checks that there are as many values as names (Go spec, Constant and Variable declarations).
    pub(super) fn arity(&mut self, pos: Pos, names: &[Ident], values: &[ExprId], kind: Arity) {
        let code = Code::WrongAssignCount;
        if names.len() < values.len() {
            let extra = values[names.len()];
            if kind == (Arity::Const { inherited: true }) {
                let at = self.show_pos(self.ast().start_pos(extra));
                self.error(pos, code, format!("extra init expr at {at}"));
            } else {
                let text = format!("extra init expr {}", self.expr_str(extra));
                self.error_at(extra, code, text);
            }
        } else if names.len() > values.len() && (kind != Arity::Var || values.len() != 1) {
            let name = names[values.len()];
            self.error(name.pos, code, format!("missing init expr for {}", self.name(name.name)));
        }
    }
}

/// What [`Checker::arity`] is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Arity {
    /// Constants, whose values may be those of an earlier declaration.
    Const { inherited: bool },
    /// Variables.
    Var,
}

/// Type and values of a constant specification: its own, or if it has none those of the last one in its group that
/// had, and whether it is so.
pub(super) fn repeated(
    iota: u32,
    own: (Option<ExprId>, List<ExprId>),
    group: &mut Option<(Option<ExprId>, List<ExprId>)>,
) -> ((Option<ExprId>, List<ExprId>), bool) {
    if iota == 0 {
        *group = None;
    }
    if own.0.is_some() || !own.1.is_empty() {
        *group = Some(own);
        return (own, false);
    }
    match group {
        Some(last) => (*last, true),
        None => {
            *group = Some(own);
            (own, false)
        }
    }
}
