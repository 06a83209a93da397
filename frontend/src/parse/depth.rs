//! Bounds the depth of the tree, so that later passes may recurse over it.
//!
//! The parser itself keeps its stack on the heap and has no limit. The depth of each node is computed when it is
//! made, from its children; a node that is too deep becomes a `Bad` one.

use crate::ast::{
    Ast, Block, DeclId, DeclKind, ExprId, ExprKind, Field, InterfaceElem, List, One, Signature, SliceBounds,
    StmtId, StmtKind,
};

/// What one level of nesting counts.
const LEVEL: u32 = 10;
/// What one link of a chain counts that programs are known to write long: `a + b + c …`, `else if … else if …`.
const LINK: u32 = 1;
/// The most that a node may count: 1,000 levels, or a chain of 10,000 links.
const MAX: u32 = 10_000;

/// Depths of all nodes so far.
#[derive(Default)]
pub(super) struct Depths {
    exprs: Vec<u32>,
    stmts: Vec<u32>,
    decls: Vec<u32>,
    reported: bool,
}

impl Depths {
    /// Whether the limit has not been reported yet; from now on it has.
    pub fn first_time_too_deep(&mut self) -> bool {
        !std::mem::replace(&mut self.reported, true)
    }

    /// Forgets all, for the next file.
    pub fn clear(&mut self) {
        self.exprs.clear();
        self.stmts.clear();
        self.decls.clear();
        self.reported = false;
    }

    /// Records the depth of the next expression. False if it is too deep; it must then have no children.
    pub fn push_expr(&mut self, ast: &Ast, kind: &ExprKind) -> bool {
        let (depth, fits) = bounded(self.of_expr(ast, kind));
        self.exprs.push(depth);
        fits
    }

    /// The same for the next statement.
    pub fn push_stmt(&mut self, ast: &Ast, kind: &StmtKind) -> bool {
        let (depth, fits) = bounded(self.of_stmt(ast, kind));
        self.stmts.push(depth);
        fits
    }

    /// Records the depth of the next declaration, whose parts are bounded already.
    pub fn push_decl(&mut self, ast: &Ast, kind: &DeclKind) {
        self.decls.push(self.of_decl(ast, kind));
    }

    /// Recomputes the depth of an expression whose kind changed. False if it is now too deep.
    pub fn update(&mut self, ast: &Ast, id: ExprId) -> bool {
        let (depth, fits) = bounded(self.of_expr(ast, &ast.exprs[id].kind));
        self.exprs[id.as_u32() as usize] = depth;
        fits
    }

    fn expr(&self, id: ExprId) -> u32 {
        self.exprs[id.as_u32() as usize]
    }

    fn opt(&self, id: Option<ExprId>) -> u32 {
        id.map_or(0, |id| self.expr(id))
    }

    fn list(&self, ast: &Ast, list: List<ExprId>) -> u32 {
        ast.list(list).iter().map(|&x| self.expr(x)).max().unwrap_or(0)
    }

    fn fields(&self, ast: &Ast, list: List<Field>) -> u32 {
        ast.list(list).iter().map(|f| self.expr(f.ty)).max().unwrap_or(0)
    }

    fn stmt(&self, id: StmtId) -> u32 {
        self.stmts[id.as_u32() as usize]
    }

    fn opt_stmt(&self, id: Option<StmtId>) -> u32 {
        id.map_or(0, |id| self.stmt(id))
    }

    fn stmts(&self, ast: &Ast, list: List<StmtId>) -> u32 {
        ast.list(list).iter().map(|&s| self.stmt(s)).max().unwrap_or(0)
    }

    fn block(&self, ast: &Ast, block: One<Block>) -> u32 {
        self.stmts(ast, ast[block].stmts)
    }

    fn decl(&self, id: DeclId) -> u32 {
        self.decls[id.as_u32() as usize]
    }

    fn of_expr(&self, ast: &Ast, kind: &ExprKind) -> u32 {
        let inner = match *kind {
            ExprKind::Bad | ExprKind::Name(_) | ExprKind::BasicLit { .. } => return 0,
            ExprKind::Binary { x, y, .. } => return (self.expr(x) + LINK).max(self.expr(y) + LEVEL),
            ExprKind::CompositeLit { ty, value } => self.opt(ty).max(self.list(ast, ast[value].elems)),
            ExprKind::KeyValue { key, value } | ExprKind::MapType { key, value } => {
                self.expr(key).max(self.expr(value))
            }
            ExprKind::FuncLit { ty, body } => self.expr(ty).max(self.block(ast, body)),
            ExprKind::Paren(x)
            | ExprKind::Selector { x, .. }
            | ExprKind::TypeSwitchGuard { x, .. }
            | ExprKind::Unary { x, .. }
            | ExprKind::Star(x)
            | ExprKind::SliceType(x)
            | ExprKind::DotsType(x)
            | ExprKind::ChanType { elem: x, .. } => self.expr(x),
            ExprKind::Index { x, index } => self.expr(x).max(self.expr(index)),
            ExprKind::Slice { x, bounds } => {
                let SliceBounds { lo, hi, max, .. } = ast[bounds];
                self.expr(x).max(self.opt(lo)).max(self.opt(hi)).max(self.opt(max))
            }
            ExprKind::TypeAssert { x, ty } => self.expr(x).max(self.expr(ty)),
            ExprKind::Call { fun, args, .. } => self.expr(fun).max(self.list(ast, args)),
            ExprKind::List(items) => self.list(ast, items),
            ExprKind::ArrayType { len, elem } => self.opt(len).max(self.expr(elem)),
            ExprKind::StructType(fields) => self.fields(ast, fields),
            ExprKind::InterfaceType(elems) => self.elems(ast, elems),
            ExprKind::FuncType(signature) => {
                let Signature { params, results } = ast[signature];
                self.fields(ast, params).max(self.fields(ast, results))
            }
        };
        inner + LEVEL
    }

    fn elems(&self, ast: &Ast, list: List<InterfaceElem>) -> u32 {
        let depth = |e: &InterfaceElem| match *e {
            InterfaceElem::Method { ty, .. } | InterfaceElem::Embedded(ty) => self.expr(ty),
        };
        ast.list(list).iter().map(depth).max().unwrap_or(0)
    }

    fn of_stmt(&self, ast: &Ast, kind: &StmtKind) -> u32 {
        let inner = match *kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => 0,
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Block(b) => self.block(ast, b),
            StmtKind::Expr(x) | StmtKind::IncDec { x, .. } | StmtKind::GoDefer { call: x, .. } => {
                self.expr(x)
            }
            StmtKind::Send { chan: x, value: y } | StmtKind::OpAssign { x, y, .. } => {
                self.expr(x).max(self.expr(y))
            }
            StmtKind::Assign { lhs, rhs } | StmtKind::Define { lhs, rhs } => {
                self.list(ast, lhs).max(self.list(ast, rhs))
            }
            StmtKind::Return(results) => self.list(ast, results),
            StmtKind::If { init, cond, then, els } => {
                let body = self.opt_stmt(init).max(self.expr(cond)).max(self.block(ast, then));
                return (body + LEVEL).max(self.opt_stmt(els) + LINK);
            }
            StmtKind::For { init, cond, post, body } => {
                let header = self.opt_stmt(init).max(self.opt(cond)).max(self.opt_stmt(post));
                header.max(self.block(ast, body))
            }
            StmtKind::Range { key, value, x, body, .. } => {
                self.opt(key).max(self.opt(value)).max(self.expr(x)).max(self.block(ast, body))
            }
            StmtKind::Switch { init, tag, clauses, .. } => {
                let clause =
                    ast.list(clauses).iter().map(|c| self.list(ast, c.exprs).max(self.stmts(ast, c.body)));
                self.opt_stmt(init).max(self.opt(tag)).max(clause.max().unwrap_or(0))
            }
            StmtKind::Select { clauses, .. } => {
                let clause =
                    ast.list(clauses).iter().map(|c| self.opt_stmt(c.comm).max(self.stmts(ast, c.body)));
                clause.max().unwrap_or(0)
            }
            StmtKind::Decl(decls) => ast.list(decls).iter().map(|&d| self.decl(d)).max().unwrap_or(0),
        };
        inner + LEVEL
    }

    fn of_decl(&self, ast: &Ast, kind: &DeclKind) -> u32 {
        match *kind {
            DeclKind::Import { .. } => 0,
            DeclKind::Const { ty, values, .. } | DeclKind::Var { ty, values, .. } => {
                self.opt(ty).max(self.list(ast, values))
            }
            DeclKind::Type { tparams, ty, .. } => self.fields(ast, tparams).max(self.expr(ty)),
            DeclKind::Func { .. } => 0,
        }
    }
}

fn bounded(depth: u32) -> (u32, bool) {
    if depth > MAX { (0, false) } else { (depth, true) }
}
