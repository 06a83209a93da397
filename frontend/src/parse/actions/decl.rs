//! Source file and declarations.

use crate::ast::{Block, Decl, DeclId, DeclKind, ExprId, ExprKind, Field, Ident, List, LitKind, One};
use crate::parse::builder::{Builder, Mark};
use crate::source::Pos;

impl Builder<'_> {
    pub(crate) fn package(&mut self, name: Ident) {
        // A restart after an error begins with a package clause of its own.
        if !self.package_seen {
            self.ast.package = name;
            self.package_seen = true;
        }
    }

    fn decl(&mut self, pos: Pos, kind: DeclKind) -> DeclId {
        self.depths.push_decl(&self.ast, &kind);
        self.ast.decl_nodes.push(Decl { pos, kind })
    }

    /// The declarations from `group` on are complete; they stay at the bottom of the stack.
    pub(crate) fn top_decls(&mut self, group: Mark, import: Option<Pos>) {
        if std::mem::take(&mut self.made_up_decl) {
            self.decls.truncate(group);
        }
        self.top = self.decls.mark();
        match import {
            Some(pos) if !self.in_imports => {
                self.syntax_error(pos, "imports must appear before other declarations");
                self.in_imports = true;
            }
            Some(_) => {}
            None => self.in_imports = false,
        }
    }

    pub(crate) fn top_func(&mut self, decl: DeclId) {
        let group = self.decls.first(decl);
        self.top_decls(group, None);
    }

    pub(crate) fn one_decl(&mut self, decl: DeclId) -> Mark {
        self.decls.first(decl)
    }

    pub(crate) fn decls_mark(&mut self) -> Mark {
        self.decls.mark()
    }

    pub(crate) fn push_decl(&mut self, mark: Mark, decl: DeclId) -> Mark {
        self.decls.push(decl);
        mark
    }

    pub(crate) fn close_group_with(&mut self, mark: Mark, decl: DeclId) -> Mark {
        self.decls.push(decl);
        self.close_group(mark)
    }

    /// Numbers the constants of a parenthesised group.
    pub(crate) fn close_group(&mut self, mark: Mark) -> Mark {
        let mut next = 0;
        for &id in self.decls.from(mark) {
            if let DeclKind::Const { group, iota, .. } = &mut self.ast.decl_nodes[id].kind {
                if next == 0 {
                    self.groups += 1;
                }
                (*group, *iota) = (self.groups, next);
                next += 1;
            }
        }
        mark
    }

    pub(crate) fn import_spec(&mut self, name: Option<Ident>, path: ExprId) -> DeclId {
        let pos = name.map_or(self.pos(path), |n| n.pos);
        if let ExprKind::BasicLit { kind, bad: false, text } = self.kind(path)
            && kind != LitKind::String
        {
            self.syntax_error(self.pos(path), "import path must be a string");
            self.ast.exprs[path].kind = ExprKind::BasicLit { kind, bad: true, text };
        }
        self.decl(pos, DeclKind::Import { name, path })
    }

    pub(crate) fn first_ident(&mut self, name: Ident) -> Mark {
        self.idents.first(name)
    }

    pub(crate) fn push_ident(&mut self, mark: Mark, name: Ident) -> Mark {
        self.idents.push(name);
        mark
    }

    fn names(&mut self, mark: Mark) -> (Pos, List<Ident>) {
        let pos = self.idents.from(mark)[0].pos;
        (pos, self.idents.finish(&mut self.ast, mark))
    }

    fn values(&mut self, mark: Option<Mark>) -> List<ExprId> {
        mark.map_or(List::default(), |mark| self.exprs.finish(&mut self.ast, mark))
    }

    pub(crate) fn const_spec(&mut self, names: Mark, ty: Option<ExprId>, values: Option<Mark>) -> DeclId {
        let values = self.values(values);
        let (pos, names) = self.names(names);
        self.decl(pos, DeclKind::Const { group: 0, iota: 0, names, ty, values })
    }

    pub(crate) fn var_spec(&mut self, names: Mark, ty: Option<ExprId>, values: Option<Mark>) -> DeclId {
        let values = self.values(values);
        let (pos, names) = self.names(names);
        self.decl(pos, DeclKind::Var { names, ty, values })
    }

    /// `name ty`, where an array type written directly after the name may be a type parameter and a type.
    pub(crate) fn type_spec(&mut self, name: Ident, start: Pos, ty: ExprId) -> DeclId {
        let (tparams, ty) = match self.kind(ty) {
            ExprKind::ArrayType { len: Some(len), elem } if self.pos(ty) == start => {
                match self.split_length(len) {
                    Some(tparams) => (tparams, elem),
                    None => (List::default(), ty),
                }
            }
            _ => (List::default(), ty),
        };
        self.decl(name.pos, DeclKind::Type { name, tparams, alias: false, ty })
    }

    pub(crate) fn alias_spec(&mut self, name: Ident, ty: ExprId) -> DeclId {
        self.decl(name.pos, DeclKind::Type { name, tparams: List::default(), alias: true, ty })
    }

    pub(crate) fn generic_spec(&mut self, name: Ident, tparams: Mark, alias: bool, ty: ExprId) -> DeclId {
        let tparams = self.release(tparams);
        self.decl(name.pos, DeclKind::Type { name, tparams, alias, ty })
    }

    pub(crate) fn plain_signature(&mut self, ty: ExprId) -> ExprId {
        self.hold(List::default());
        ty
    }

    pub(crate) fn generic_signature(&mut self, pos: Pos, ty: ExprId) -> ExprId {
        // gc places the type of a generic function at its `[`.
        self.ast.exprs[ty].pos = pos;
        ty
    }

    pub(crate) fn func_decl(&mut self, name: Ident, ty: ExprId, body: Option<One<Block>>) -> DeclId {
        let tparams = self.params_lists.pop().unwrap_or_default();
        self.decl(name.pos, DeclKind::Func { recv: None, name, tparams, ty, body })
    }

    pub(crate) fn method_decl(
        &mut self,
        pos: Pos,
        recv: Mark,
        name: Ident,
        ty: ExprId,
        body: Option<One<Block>>,
    ) -> DeclId {
        let tparams = self.params_lists.pop().unwrap_or_default();
        let recv = self.release(recv);
        let recv = self.receiver(recv, name.pos);
        self.decl(pos, DeclKind::Func { recv, name, tparams, ty, body })
    }

    /// Exactly one receiver; `at` is the position after the list, where gc reports.
    fn receiver(&mut self, list: List<Field>, at: Pos) -> Option<One<Field>> {
        self.check_dots(list, false);
        match *self.ast.list(list) {
            [] => self.error(at, "method has no receiver"),
            [_] => {}
            _ => self.error(at, "method has multiple receivers"),
        }
        self.ast.first(list)
    }

    /// Ends the file: moves the declarations into the tree.
    pub(crate) fn finish_decls(&mut self) {
        let all = self.decls.mark_bottom();
        self.ast.decls = self.decls.finish(&mut self.ast, all);
    }
}
