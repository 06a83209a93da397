//! Scopes: which names are visible where (Go spec, Declarations and scope).
//!
//! Scopes form a tree that lives as long as the checker, because the bodies of function literals are checked after
//! the expression that holds them.

use cranelift_entity::{EntityRef, entity_impl};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Checker;
use crate::ast::Ident;
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, Object, VarKind};
use crate::source::{Symbol, sym};
use crate::types::TyId;

/// A scope of a package: number 0 is the package's, the next ones those of its files, the rest blocks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScopeId(u32);
entity_impl!(ScopeId, "scope");

/// The scope of the package itself.
pub const PACKAGE_SCOPE: ScopeId = ScopeId(0);

impl Default for ScopeId {
    fn default() -> Self {
        PACKAGE_SCOPE
    }
}

/// Beyond this many names a scope gets a hash table.
const LINEAR_LIMIT: usize = 12;

/// The names declared in one block.
#[derive(Clone, Default)]
pub struct Scope {
    parent: Option<ScopeId>,
    list: SmallVec<[(Symbol, ObjId); 3]>,
    table: Option<FxHashMap<Symbol, ObjId>>,
}

impl Scope {
    /// An empty scope inside `parent`.
    pub fn new(parent: Option<ScopeId>) -> Scope {
        Scope { parent, ..Scope::default() }
    }

    /// The object declared here under this name.
    pub fn get(&self, name: Symbol) -> Option<ObjId> {
        match &self.table {
            Some(table) => table.get(&name).copied(),
            None => self.list.iter().find(|(n, _)| *n == name).map(|&(_, obj)| obj),
        }
    }

    /// Declares a name unless it is taken; then the object that has it is returned.
    pub fn insert(&mut self, name: Symbol, obj: ObjId) -> Option<ObjId> {
        if let Some(other) = self.get(name) {
            return Some(other);
        }
        self.list.push((name, obj));
        if let Some(table) = &mut self.table {
            table.insert(name, obj);
        } else if self.list.len() > LINEAR_LIMIT {
            self.table = Some(self.list.iter().copied().collect());
        }
        None
    }

    /// Names and objects in the order of declaration.
    pub fn entries(&self) -> &[(Symbol, ObjId)] {
        &self.list
    }
}

impl Checker<'_> {
    /// Opens a block inside the current one.
    pub fn open_scope(&mut self) {
        self.env.scope = self.new_scope(self.env.scope);
    }

    /// Leaves the current block. Unused variables are reported at the end of the function.
    pub fn close_scope(&mut self) {
        self.env.scope = self.scopes[self.env.scope].parent.expect("the package scope is never closed");
    }

    pub(super) fn new_scope(&mut self, parent: ScopeId) -> ScopeId {
        self.scopes.push(Scope::new(Some(parent)))
    }

    /// The scope that holds `name` and the object, searching from the innermost block outwards, then the file, the
    /// package and the universe (for which the scope is `None`).
    pub fn lookup_scope(&self, name: Symbol) -> Option<(Option<ScopeId>, ObjId)> {
        let mut scope = Some(self.env.scope);
        while let Some(id) = scope {
            let s = &self.scopes[id];
            if let Some(obj) = s.get(name).or_else(|| self.published(id, name)) {
                return Some((Some(id), obj));
            }
            scope = s.parent;
        }
        self.shared.universe.scope.get(&name).map(|&obj| (None, obj))
    }

    /// What the package has already published under a name: all that late bodies see of it.
    fn published(&self, scope: ScopeId, name: Symbol) -> Option<ObjId> {
        if scope != PACKAGE_SCOPE {
            return None;
        }
        self.shared.packages[self.pkg].lookup(name)
    }

    /// The object a name denotes here. A dot-import that provides it counts as used.
    pub fn lookup(&mut self, name: Symbol) -> Option<ObjId> {
        let (scope, obj) = self.lookup_scope(name)?;
        self.note_dot_import(scope, name);
        Some(obj)
    }

    /// Marks the dot-import that put `name` into a file scope as used.
    pub(super) fn note_dot_import(&mut self, scope: Option<ScopeId>, name: Symbol) {
        if let Some(scope) = scope
            && let Some(&import) = self.dot_imports.get(&(scope, name))
        {
            self.used.insert(import);
        }
    }

    /// Declares `obj` in the current block and records the definition. A name that is taken is an error.
    pub fn declare(&mut self, ident: Ident, obj: ObjId) {
        self.declare_in(self.env.scope, Some(ident), obj);
    }

    pub(super) fn declare_in(&mut self, scope: ScopeId, ident: Option<Ident>, obj: ObjId) {
        let o = self.object(obj);
        if o.name != sym::Blank
            && let Some(other) = self.scopes[scope].insert(o.name, obj)
        {
            let mut message = format!("{} redeclared in this block", self.name(o.name));
            self.add_alt_decl(&mut message, other);
            self.error(o.pos, Code::DuplicateDecl, message);
            return;
        }
        if let Some(ident) = ident {
            if let (ObjKind::Var(VarKind::Local), Some(func)) = (&o.kind, &mut self.env.func)
                && o.name != sym::Blank
            {
                func.locals.push(obj);
            }
            self.record_def(ident, obj);
        }
    }

    /// Appends the line `other declaration of x` to a message, if `obj` has a position.
    pub fn add_alt_decl(&self, message: &mut String, obj: ObjId) {
        let o = self.object(obj);
        if o.pos.is_known() {
            let line = format!("\n\t{}: other declaration of {}", self.show_pos(o.pos), self.name(o.name));
            message.push_str(&line);
        }
    }

    /// Makes an object of this package; a `ty` of `None` is set later.
    pub fn new_object(&mut self, ident: Ident, kind: ObjKind, ty: Option<TyId>) -> ObjId {
        let object = Object {
            name: ident.name,
            pos: ident.pos,
            pkg: Some(self.pkg),
            kind,
            ty: ty.map_or_else(Default::default, Into::into),
        };
        self.shared.objects.add(object)
    }

    /// Makes a local variable. Once it is declared ([`Checker::declare`]), it will be reported at the end of the
    /// function unless it is used.
    pub fn new_local_var(&mut self, ident: Ident, ty: Option<TyId>) -> ObjId {
        self.new_object(ident, ObjKind::Var(VarKind::Local), ty)
    }

    /// Sets the type of an object that has none yet; one that has keeps it.
    pub fn set_type(&mut self, obj: ObjId, ty: TyId) {
        let _ = self.object(obj).ty.set(ty);
    }

    /// Marks a variable or an import as used.
    pub fn mark_used(&mut self, obj: ObjId) {
        self.used.insert(obj);
    }

    /// Whether a variable or an import was used so far.
    pub fn is_used(&self, obj: ObjId) -> bool {
        self.used.contains(&obj)
    }
}

/// The scope of file number `index` of the package.
pub(super) fn file_scope(index: usize) -> ScopeId {
    ScopeId::new(1 + index)
}
