//! `--emit=ast`: the tree as indented text, one node a line with its position.

use super::{
    Ast, Block, CaseClause, CommClause, Decl, DeclId, DeclKind, ExprId, ExprKind, Field, Ident,
    InterfaceElem, List, Pooled, Signature, SliceBounds, Stmt, StmtId, StmtKind,
};
use crate::source::{Interner, Pos, SourceMap};

/// The whole tree of one file. Each line is `role: Kind value @line:column`; children are indented below.
pub fn dump(ast: &Ast, interner: &Interner, source: &SourceMap) -> String {
    let mut d = Dumper { ast, interner, source, out: String::new(), indent: 0 };
    d.line("", &format!("File {}", source.file(ast.file).display_name), Pos::NONE);
    d.indent += 1;
    d.ident("package", ast.package);
    for &decl in ast.list(ast.decls) {
        d.decl("", decl);
    }
    for directive in &ast.directives {
        d.line("", &format!("Directive {}", directive.text), directive.pos);
    }
    d.out
}

struct Dumper<'a> {
    ast: &'a Ast,
    interner: &'a Interner,
    source: &'a SourceMap,
    out: String,
    indent: usize,
}

impl<'a> Dumper<'a> {
    fn line(&mut self, role: &str, text: &str, pos: Pos) {
        for _ in 0..self.indent {
            self.out.push_str("  ");
        }
        if !role.is_empty() {
            self.out.push_str(role);
            self.out.push_str(": ");
        }
        self.out.push_str(text);
        if let Some((_, lc)) = self.source.resolve(pos) {
            self.out.push_str(&format!(" @{}:{}", lc.line, lc.col));
        }
        self.out.push('\n');
    }

    fn node(&mut self, role: &str, text: &str, pos: Pos, children: impl FnOnce(&mut Self)) {
        self.line(role, text, pos);
        self.indent += 1;
        children(self);
        self.indent -= 1;
    }

    fn each<T: Pooled + 'a>(&mut self, list: List<T>, mut f: impl FnMut(&mut Self, T)) {
        for &item in self.ast.list(list) {
            f(self, item);
        }
    }

    fn ident(&mut self, role: &str, id: Ident) {
        let text = format!("Name {}", self.interner.resolve(id.name));
        self.line(role, &text, id.pos);
    }

    fn exprs(&mut self, role: &str, list: List<ExprId>) {
        self.each(list, |d, x| d.expr(role, x));
    }

    fn opt(&mut self, role: &str, x: Option<ExprId>) {
        if let Some(x) = x {
            self.expr(role, x);
        }
    }

    fn fields(&mut self, role: &str, list: List<Field>) {
        self.each(list, |d, f| d.field(role, f));
    }

    fn field(&mut self, role: &str, f: Field) {
        self.node(role, if f.embedded { "Embedded" } else { "Field" }, f.pos, |d| {
            if let Some(name) = f.name {
                d.ident("name", name);
            }
            d.expr("type", f.ty);
            d.opt("tag", f.tag);
        });
    }

    fn expr(&mut self, role: &str, id: ExprId) {
        let e = self.ast.exprs[id];
        let head = self.expr_head(e.kind);
        self.node(role, &head, e.pos, |d| d.expr_children(e.kind));
    }

    fn expr_head(&self, kind: ExprKind) -> String {
        let name = |s| self.interner.resolve(s);
        match kind {
            ExprKind::Bad => "Bad".into(),
            ExprKind::Name(s) => format!("Name {}", name(s)),
            ExprKind::BasicLit { kind, text, bad } => {
                format!("Literal {kind:?} {}{}", name(text), if bad { " (bad)" } else { "" })
            }
            ExprKind::CompositeLit { .. } => "CompositeLit".into(),
            ExprKind::KeyValue { .. } => "KeyValue".into(),
            ExprKind::FuncLit { .. } => "FuncLit".into(),
            ExprKind::Paren(_) => "Paren".into(),
            ExprKind::Selector { sel, .. } => format!("Selector {}", name(sel.name)),
            ExprKind::Index { .. } => "Index".into(),
            ExprKind::Slice { bounds, .. } => {
                if self.ast[bounds].full { "Slice full" } else { "Slice" }.into()
            }
            ExprKind::TypeAssert { .. } => "TypeAssert".into(),
            ExprKind::TypeSwitchGuard { .. } => "TypeSwitchGuard".into(),
            ExprKind::Unary { op, .. } => format!("Unary {}", op.text()),
            ExprKind::Star(_) => "Unary *".into(),
            ExprKind::Binary { op, .. } => format!("Binary {}", op.text()),
            ExprKind::Call { dots, .. } => if dots { "Call ..." } else { "Call" }.into(),
            ExprKind::List(_) => "List".into(),
            ExprKind::ArrayType { .. } => "ArrayType".into(),
            ExprKind::SliceType(_) => "SliceType".into(),
            ExprKind::DotsType(_) => "DotsType".into(),
            ExprKind::StructType(_) => "StructType".into(),
            ExprKind::InterfaceType(_) => "InterfaceType".into(),
            ExprKind::FuncType(_) => "FuncType".into(),
            ExprKind::MapType { .. } => "MapType".into(),
            ExprKind::ChanType { dir, .. } => format!("ChanType {dir:?}"),
        }
    }

    fn expr_children(&mut self, kind: ExprKind) {
        match kind {
            ExprKind::Bad | ExprKind::Name(_) | ExprKind::BasicLit { .. } => {}
            ExprKind::CompositeLit { ty, value } => {
                self.opt("type", ty);
                self.exprs("elem", self.ast[value].elems);
            }
            ExprKind::KeyValue { key, value } => {
                self.expr("key", key);
                self.expr("value", value);
            }
            ExprKind::FuncLit { ty, body } => {
                self.expr("type", ty);
                self.block("body", self.ast[body]);
            }
            ExprKind::Selector { x, .. } | ExprKind::Paren(x) => self.expr("x", x),
            ExprKind::Unary { x, .. } | ExprKind::Star(x) => self.expr("x", x),
            ExprKind::Index { x, index } => {
                self.expr("x", x);
                self.expr("index", index);
            }
            ExprKind::Slice { x, bounds } => {
                let SliceBounds { lo, hi, max, .. } = self.ast[bounds];
                self.expr("x", x);
                self.opt("lo", lo);
                self.opt("hi", hi);
                self.opt("max", max);
            }
            ExprKind::TypeAssert { x, ty } => {
                self.expr("x", x);
                self.expr("type", ty);
            }
            ExprKind::TypeSwitchGuard { lhs, x } => {
                if let Some(lhs) = lhs {
                    self.ident("lhs", lhs);
                }
                self.expr("x", x);
            }
            ExprKind::Binary { x, y, .. } => {
                self.expr("x", x);
                self.expr("y", y);
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr("fun", fun);
                self.exprs("arg", args);
            }
            ExprKind::List(items) => self.exprs("", items),
            ExprKind::ArrayType { len, elem } => {
                self.opt("len", len);
                self.expr("elem", elem);
            }
            ExprKind::SliceType(elem) | ExprKind::DotsType(elem) => self.expr("elem", elem),
            ExprKind::StructType(fields) => self.fields("", fields),
            ExprKind::InterfaceType(elems) => self.each(elems, Self::interface_elem),
            ExprKind::FuncType(signature) => {
                let Signature { params, results } = self.ast[signature];
                self.fields("param", params);
                self.fields("result", results);
            }
            ExprKind::MapType { key, value } => {
                self.expr("key", key);
                self.expr("value", value);
            }
            ExprKind::ChanType { elem, .. } => self.expr("elem", elem),
        }
    }

    fn interface_elem(&mut self, elem: InterfaceElem) {
        match elem {
            InterfaceElem::Method { name, ty } => {
                let text = format!("Method {}", self.interner.resolve(name.name));
                self.node("", &text, name.pos, |d| d.expr("type", ty));
            }
            InterfaceElem::Embedded(ty) => self.expr("embedded", ty),
        }
    }

    fn block(&mut self, role: &str, b: Block) {
        self.node(role, "Block", b.lbrace, |d| d.stmts(b.stmts));
    }

    fn stmts(&mut self, list: List<StmtId>) {
        self.each(list, |d, s| d.stmt("", s));
    }

    fn opt_stmt(&mut self, role: &str, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(role, s);
        }
    }

    fn stmt(&mut self, role: &str, id: StmtId) {
        let s: Stmt = self.ast.stmts[id];
        if let StmtKind::Block(b) = s.kind {
            return self.block(role, self.ast[b]);
        }
        let head = self.stmt_head(s.kind);
        self.node(role, &head, s.pos, |d| d.stmt_children(s.kind));
    }

    fn stmt_head(&self, kind: StmtKind) -> String {
        let name = |i: Ident| self.interner.resolve(i.name);
        match kind {
            StmtKind::Bad => "Bad".into(),
            StmtKind::Empty => "Empty".into(),
            StmtKind::Labeled { label, .. } => format!("Labeled {}", name(label)),
            StmtKind::Block(_) => "Block".into(),
            StmtKind::Expr(_) => "ExprStmt".into(),
            StmtKind::Send { .. } => "Send".into(),
            StmtKind::IncDec { inc, .. } => if inc { "Inc" } else { "Dec" }.into(),
            StmtKind::Assign { .. } => "Assign".into(),
            StmtKind::Define { .. } => "Define".into(),
            StmtKind::OpAssign { op, .. } => format!("Assign {}=", op.text()),
            StmtKind::Branch { kind, label: Some(l) } => format!("{kind:?} {}", name(l)),
            StmtKind::Branch { kind, label: None } => format!("{kind:?}"),
            StmtKind::GoDefer { kind, .. } => format!("{kind:?}"),
            StmtKind::Return(_) => "Return".into(),
            StmtKind::If { .. } => "If".into(),
            StmtKind::For { .. } => "For".into(),
            StmtKind::Range { define, .. } => if define { "Range :=" } else { "Range" }.into(),
            StmtKind::Switch { .. } => "Switch".into(),
            StmtKind::Select { .. } => "Select".into(),
            StmtKind::Decl(_) => "DeclStmt".into(),
        }
    }

    fn stmt_children(&mut self, kind: StmtKind) {
        match kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Labeled { stmt, .. } => self.stmt("", stmt),
            StmtKind::Block(b) => self.stmts(self.ast[b].stmts),
            StmtKind::Expr(x) | StmtKind::IncDec { x, .. } => self.expr("x", x),
            StmtKind::GoDefer { call, .. } => self.expr("call", call),
            StmtKind::Send { chan, value } => {
                self.expr("chan", chan);
                self.expr("value", value);
            }
            StmtKind::Assign { lhs, rhs } | StmtKind::Define { lhs, rhs } => {
                self.exprs("lhs", lhs);
                self.exprs("rhs", rhs);
            }
            StmtKind::OpAssign { x, y, .. } => {
                self.expr("lhs", x);
                self.expr("rhs", y);
            }
            StmtKind::Return(results) => self.exprs("", results),
            StmtKind::If { init, cond, then, els } => {
                self.opt_stmt("init", init);
                self.expr("cond", cond);
                self.block("then", self.ast[then]);
                self.opt_stmt("else", els);
            }
            StmtKind::For { init, cond, post, body } => {
                self.opt_stmt("init", init);
                self.opt("cond", cond);
                self.opt_stmt("post", post);
                self.block("body", self.ast[body]);
            }
            StmtKind::Range { key, value, x, body, .. } => {
                self.opt("key", key);
                self.opt("value", value);
                self.expr("x", x);
                self.block("body", self.ast[body]);
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                self.opt_stmt("init", init);
                self.opt("tag", tag);
                self.each(clauses, Self::case);
            }
            StmtKind::Select { clauses, .. } => self.each(clauses, Self::comm),
            StmtKind::Decl(decls) => self.each(decls, |d, x| d.decl("", x)),
        }
    }

    fn case(&mut self, c: CaseClause) {
        self.node("", if c.is_default { "Default" } else { "Case" }, c.pos, |d| {
            d.exprs("case", c.exprs);
            d.stmts(c.body);
        });
    }

    fn comm(&mut self, c: CommClause) {
        self.node("", if c.comm.is_none() { "Default" } else { "Case" }, c.pos, |d| {
            d.opt_stmt("comm", c.comm);
            d.stmts(c.body);
        });
    }

    fn decl(&mut self, role: &str, id: DeclId) {
        let d: Decl = self.ast.decl_nodes[id];
        let head = self.decl_head(d.kind);
        self.node(role, &head, d.pos, |p| p.decl_children(d.kind));
    }

    fn decl_head(&self, kind: DeclKind) -> String {
        let name = |i: Ident| self.interner.resolve(i.name);
        match kind {
            DeclKind::Import { .. } => "Import".into(),
            DeclKind::Const { group: 0, .. } => "Const".into(),
            DeclKind::Const { group, iota, .. } => format!("Const (group {group}, iota {iota})"),
            DeclKind::Type { name: n, alias, .. } => {
                format!("Type {}{}", name(n), if alias { " =" } else { "" })
            }
            DeclKind::Var { .. } => "Var".into(),
            DeclKind::Func { name: n, .. } => format!("Func {}", name(n)),
        }
    }

    fn decl_children(&mut self, kind: DeclKind) {
        match kind {
            DeclKind::Import { name, path } => {
                if let Some(name) = name {
                    self.ident("name", name);
                }
                self.expr("path", path);
            }
            DeclKind::Const { names, ty, values, .. } | DeclKind::Var { names, ty, values } => {
                self.each(names, |d, n| d.ident("name", n));
                self.opt("type", ty);
                self.exprs("value", values);
            }
            DeclKind::Type { tparams, ty, .. } => {
                self.fields("tparam", tparams);
                self.expr("type", ty);
            }
            DeclKind::Func { recv, tparams, ty, body, .. } => {
                if let Some(recv) = recv {
                    self.field("recv", self.ast[recv]);
                }
                self.fields("tparam", tparams);
                self.expr("type", ty);
                if let Some(body) = body {
                    self.block("body", self.ast[body]);
                }
            }
        }
    }
}
