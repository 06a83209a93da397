//! Trees as Go text, the way gc shows them in error messages (gc: `syntax.String`, its "short form").
//!
//! Bodies of function literals and the elements of composite literals are shortened to `…`.

use super::{
    Ast, ChanDir, ExprId, ExprKind, Field, InterfaceElem, List, One, Signature, SliceBounds, StmtId, StmtKind,
};
use crate::source::{Interner, Symbol};

pub use super::dump::dump;

/// An expression or type as error messages show it: `x + f(a, b...)`, `func(x int) {…}`, `[]int{…}`.
pub fn expr_to_string(ast: &Ast, interner: &Interner, id: ExprId) -> String {
    let mut p = Printer { ast, interner, out: String::new() };
    p.expr(id);
    p.out
}

/// A list of expressions as error messages show it: `a, b`.
pub fn exprs_to_string(ast: &Ast, interner: &Interner, list: List<ExprId>) -> String {
    let mut p = Printer { ast, interner, out: String::new() };
    p.exprs(list);
    p.out
}

/// A simple statement as error messages show it: `x := f()`. Other statements give an empty string.
pub fn stmt_to_string(ast: &Ast, interner: &Interner, id: StmtId) -> String {
    let mut p = Printer { ast, interner, out: String::new() };
    p.simple_stmt(id);
    p.out
}

struct Printer<'a> {
    ast: &'a Ast,
    interner: &'a Interner,
    out: String,
}

impl Printer<'_> {
    fn text(&mut self, s: &str) {
        self.out.push_str(s);
    }

    fn symbol(&mut self, s: Symbol) {
        self.out.push_str(self.interner.resolve(s));
    }

    fn exprs(&mut self, list: List<ExprId>) {
        for (i, &x) in self.ast.list(list).iter().enumerate() {
            if i > 0 {
                self.text(", ");
            }
            self.expr(x);
        }
    }

    fn opt(&mut self, x: Option<ExprId>) {
        if let Some(x) = x {
            self.expr(x);
        }
    }

    fn wrapped(&mut self, open: &str, x: ExprId, close: &str) {
        self.text(open);
        self.expr(x);
        self.text(close);
    }

    fn expr(&mut self, id: ExprId) {
        match self.ast.exprs[id].kind {
            ExprKind::Bad => self.text("<bad expr>"),
            ExprKind::Name(name) => self.symbol(name),
            ExprKind::BasicLit { text, .. } => self.symbol(text),
            ExprKind::CompositeLit { ty, value } => {
                self.opt(ty);
                self.text(if self.ast[value].elems.is_empty() { "{}" } else { "{…}" });
            }
            ExprKind::KeyValue { key, value } => self.infix(key, ": ", value),
            ExprKind::FuncLit { ty, body } => {
                self.expr(ty);
                self.text(if self.ast[body].stmts.is_empty() { " {}" } else { " {…}" });
            }
            ExprKind::Paren(x) => self.wrapped("(", x, ")"),
            ExprKind::Selector { x, sel } => {
                self.expr(x);
                self.text(".");
                self.symbol(sel.name);
            }
            ExprKind::Index { x, index } => {
                self.expr(x);
                self.wrapped("[", index, "]");
            }
            ExprKind::Slice { x, bounds } => {
                let SliceBounds { lo, hi, max, .. } = self.ast[bounds];
                self.slice(x, lo, hi, max);
            }
            ExprKind::TypeAssert { x, ty } => {
                self.expr(x);
                self.wrapped(".(", ty, ")");
            }
            ExprKind::TypeSwitchGuard { lhs, x } => {
                if let Some(lhs) = lhs {
                    self.symbol(lhs.name);
                    self.text(" := ");
                }
                self.expr(x);
                self.text(".(type)");
            }
            ExprKind::Unary { op, x } => self.wrapped(op.text(), x, ""),
            ExprKind::Star(x) => self.wrapped("*", x, ""),
            ExprKind::Binary { op, x, y } => {
                self.expr(x);
                self.text(" ");
                self.text(op.text());
                self.text(" ");
                self.expr(y);
            }
            ExprKind::Call { fun, args, dots, .. } => {
                self.expr(fun);
                self.text("(");
                self.exprs(args);
                self.text(if dots { "...)" } else { ")" });
            }
            ExprKind::List(items) => self.exprs(items),
            ExprKind::ArrayType { len, elem } => {
                self.text("[");
                match len {
                    Some(len) => self.expr(len),
                    None => self.text("..."),
                }
                self.wrapped("]", elem, "");
            }
            ExprKind::SliceType(elem) => self.wrapped("[]", elem, ""),
            ExprKind::DotsType(elem) => self.wrapped("...", elem, ""),
            ExprKind::StructType(fields) => self.struct_type(fields),
            ExprKind::InterfaceType(elems) => self.interface_type(elems),
            ExprKind::FuncType(signature) => {
                self.text("func");
                self.signature(signature);
            }
            ExprKind::MapType { key, value } => {
                self.wrapped("map[", key, "]");
                self.expr(value);
            }
            ExprKind::ChanType { dir, elem } => self.chan_type(dir, elem),
        }
    }

    fn infix(&mut self, x: ExprId, between: &str, y: ExprId) {
        self.expr(x);
        self.text(between);
        self.expr(y);
    }

    fn slice(&mut self, x: ExprId, lo: Option<ExprId>, hi: Option<ExprId>, max: Option<ExprId>) {
        self.expr(x);
        self.text("[");
        self.opt(lo);
        self.text(":");
        self.opt(hi);
        if let Some(max) = max {
            self.wrapped(":", max, "");
        }
        self.text("]");
    }

    fn chan_type(&mut self, dir: ChanDir, elem: ExprId) {
        self.text(match dir {
            ChanDir::Both => "chan ",
            ChanDir::Send => "chan<- ",
            ChanDir::Recv => "<-chan ",
        });
        // Without parentheses `chan (<-chan T)` would read as `chan<- chan T`.
        let recv = matches!(self.ast.exprs[elem].kind, ExprKind::ChanType { dir: ChanDir::Recv, .. });
        if dir == ChanDir::Both && recv {
            self.wrapped("(", elem, ")");
        } else {
            self.expr(elem);
        }
    }

    fn struct_type(&mut self, fields: List<Field>) {
        self.text("struct{");
        let fields = self.ast.list(fields);
        for (i, f) in fields.iter().enumerate() {
            if let Some(name) = f.name {
                self.symbol(name.name);
                let grouped = fields.get(i + 1).is_some_and(|next| next.name.is_some() && next.ty == f.ty);
                if grouped {
                    self.text(", ");
                    continue;
                }
                self.text(" ");
            }
            self.expr(f.ty);
            if let Some(tag) = f.tag {
                self.wrapped(" ", tag, "");
            }
            if i + 1 < fields.len() {
                self.text("; ");
            }
        }
        self.text("}");
    }

    fn interface_type(&mut self, elems: List<InterfaceElem>) {
        self.text("interface{");
        for (i, elem) in self.ast.list(elems).iter().enumerate() {
            if i > 0 {
                self.text("; ");
            }
            match *elem {
                InterfaceElem::Method { name, ty, .. } => {
                    self.symbol(name.name);
                    if let ExprKind::FuncType(signature) = self.ast.exprs[ty].kind {
                        self.signature(signature);
                    }
                }
                InterfaceElem::Embedded(ty) => self.expr(ty),
            }
        }
        self.text("}");
    }

    fn signature(&mut self, signature: One<Signature>) {
        let Signature { params, results } = self.ast[signature];
        self.params(params);
        match *self.ast.list(results) {
            [] => {}
            [Field { name: None, ty, .. }] => self.wrapped(" ", ty, ""),
            _ => {
                self.text(" ");
                self.params(results);
            }
        }
    }

    fn params(&mut self, list: List<Field>) {
        self.text("(");
        let fields = self.ast.list(list);
        for (i, f) in fields.iter().enumerate() {
            if i > 0 {
                self.text(", ");
            }
            if let Some(name) = f.name {
                self.symbol(name.name);
                if fields.get(i + 1).is_some_and(|next| next.name.is_some() && next.ty == f.ty) {
                    continue;
                }
                self.text(" ");
            }
            self.expr(f.ty);
        }
        self.text(")");
    }

    fn simple_stmt(&mut self, id: StmtId) {
        match self.ast.stmts[id].kind {
            StmtKind::Expr(x) => self.expr(x),
            StmtKind::Send { chan, value } => self.infix(chan, " <- ", value),
            StmtKind::IncDec { x, inc } => self.wrapped("", x, if inc { "++" } else { "--" }),
            StmtKind::Assign { lhs, rhs } => {
                self.exprs(lhs);
                self.text(" = ");
                self.exprs(rhs);
            }
            StmtKind::Define { lhs, rhs } => {
                self.exprs(lhs);
                self.text(" := ");
                self.exprs(rhs);
            }
            StmtKind::OpAssign { op, x, y } => {
                self.expr(x);
                self.text(" ");
                self.text(op.text());
                self.wrapped("= ", y, "");
            }
            _ => {}
        }
    }
}
