//! Bodies that are checked late, when a later stage first asks for them: see [`parse::parse_function`].
//!
//! The declaration is checked once more, with its body, as if it were the only one in a file of its own with the scope of
//! the file it stands in. What the package declares is published by then ([`PackageHeader::scope`]), so that bodies can be
//! checked at any time and at the same time.
//!
//! [`PackageHeader::scope`]: crate::program::PackageHeader::scope

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::decl::{DeclIndex, DeclSource};
use super::scope::{Scope, file_scope};
use super::{Checker, Shared};
use crate::ast::{Ast, DeclId, DeclKind};
use crate::diag::Diagnostic;
use crate::object::{ObjId, PkgId};
use crate::parse;
use crate::program::{CheckedFile, FuncDecl};
use crate::source::Pos;

/// The bodies of a package that are checked late.
pub(crate) struct LateBodies {
    /// Imported packages as the files name them; nothing if no body is late.
    file_scopes: Vec<Scope>,
    /// One a function of the package.
    bodies: Vec<OnceLock<LateBody>>,
}

/// A function declaration in a file of its own.
pub(crate) struct LateBody {
    /// The file.
    pub file: CheckedFile,
    /// The declaration.
    pub decl: DeclId,
    /// What is wrong with it: embedded packages lack some things that packages of a Go installation want.
    pub errors: Vec<Diagnostic>,
}

impl LateBodies {
    /// Whether the package has none.
    pub fn is_empty(&self) -> bool {
        self.file_scopes.is_empty()
    }

    /// The body of the function with an index in its package, whose file has the tree `outline`.
    pub fn get(
        &self,
        shared: Shared<'_>,
        pkg: PkgId,
        index: usize,
        func: &FuncDecl,
        outline: &Ast,
    ) -> &LateBody {
        self.bodies[index].get_or_init(|| check(shared, pkg, func, outline, &self.file_scopes[func.file]))
    }
}

fn check(shared: Shared<'_>, pkg: PkgId, func: &FuncDecl, outline: &Ast, file_scope: &Scope) -> LateBody {
    let src = shared.sources.file(outline.file);
    let DeclKind::Func { body: Some(block), .. } = outline.decl_nodes[func.decl].kind else {
        unreachable!("only bodies are late");
    };
    let rbrace = outline[block].rbrace;
    let span = (outline.late_bodies[&rbrace], rbrace);
    let ast = parse::parse_function(outline, src, shared.interner, span);
    let decl = ast.list(ast.decls)[0];
    let (info, lang, errors) = {
        let mut c = Checker::new(shared, pkg, std::slice::from_ref(&ast));
        c.late_file = Some(func.file);
        c.check_late_body(decl, file_scope);
        let lang = c.lang();
        (c.infos.pop().expect("there is one file"), lang, c.sink.diagnostics)
    };
    LateBody { file: CheckedFile { ast, info, lang }, decl, errors }
}

impl Checker<'_> {
    fn check_late_body(&mut self, decl: DeclId, imports: &Scope) {
        self.scopes.push(Scope::new(None));
        self.scopes.push(imports.clone());
        self.env.scope = file_scope(0);
        self.number_local_types();
        let DeclKind::Func { recv, tparams, ty, body: Some(body), .. } = self.ast().decl_nodes[decl].kind
        else {
            unreachable!("it was parsed for its body");
        };
        let header = self.func_header(recv.map(|recv| self.ast()[recv]), tparams, ty);
        self.func_body(None, None, header, self.ast()[body]);
        self.process_delayed(0);
        self.finish_types();
        self.finish_untyped();
    }

    /// A number for a type declared in a late body that no other one of the package has.
    pub(super) fn late_type_number(&self, file: usize, pos: Pos) -> u32 {
        let offset = pos.0 - self.shared.sources.file(self.ast().file).base;
        (file as u32 + 1) << 24 | offset & 0x00ff_ffff
    }

    /// The bodies that were left out. Lets them see what the package declares.
    pub(super) fn late_bodies(&self) -> LateBodies {
        if !self.funcs.iter().any(|f| f.is_late) {
            return LateBodies { file_scopes: Vec::new(), bodies: Vec::new() };
        }
        self.shared.packages[self.pkg].scope.get_or_init(|| self.declared());
        let file_scopes = (0..self.files.len()).map(|i| self.scopes[file_scope(i)].clone()).collect();
        LateBodies { file_scopes, bodies: self.funcs.iter().map(|_| OnceLock::new()).collect() }
    }

    /// Completes the references between package-level objects by those in the late bodies that initialisers reach.
    pub(super) fn add_late_dependencies(&mut self, late: &LateBodies) {
        if late.is_empty() {
            return;
        }
        let is_var = |d: &DeclIndex| matches!(self.decls[*d].source, DeclSource::Var { .. });
        let mut work: Vec<DeclIndex> = self.decls.keys().filter(is_var).collect();
        let mut seen: FxHashSet<DeclIndex> = work.iter().copied().collect();
        while let Some(decl) = work.pop() {
            if let DeclSource::Func(node) = self.decls[decl].source {
                let file = self.decls[decl].file;
                let is_it = |f: &FuncDecl| f.is_late && f.file == file && f.decl == node;
                if let Some(index) = self.funcs.iter().position(is_it) {
                    self.decls[decl].deps = self.late_references(late, index);
                }
            }
            let next = self.decls[decl].deps.iter().map(|obj| self.decl_of[obj]);
            work.extend(next.filter(|&d| seen.insert(d)));
        }
    }

    fn late_references(&self, late: &LateBodies, index: usize) -> FxHashSet<ObjId> {
        let func = &self.funcs[index];
        let body = late.get(self.shared, self.pkg, index, func, &self.files[func.file]);
        let info = &body.file.info;
        let methods = info.selections.values().filter_map(|s| s.method);
        info.uses.values().copied().chain(methods).filter(|obj| self.decl_of.contains_key(obj)).collect()
    }
}
