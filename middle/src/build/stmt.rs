//! Statements.

use frontend::ast::{DeclKind, ExprId, ExprKind, Ident, List, StmtId, StmtKind};
use frontend::types::Ty as GoTy;

use super::func::FuncCx;

impl FuncCx<'_, '_> {
    /// Builds statements in order.
    pub fn stmts(&mut self, list: List<StmtId>) {
        for &s in self.ast().list(list) {
            self.stmt(s);
        }
    }

    /// Builds an optional simple statement.
    pub fn opt_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    /// Builds a statement.
    pub fn stmt(&mut self, id: StmtId) {
        let s = self.ast().stmts[id];
        self.settled = false;
        self.hoisted.clear();
        self.at(s.pos);
        let label = self.pending_label.take();
        match s.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Labeled { label, stmt } => self.labeled(label, stmt),
            StmtKind::Block(b) => self.stmts(self.ast()[b].stmts),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { chan, value } => self.send(s.pos, chan, value),
            StmtKind::IncDec { x, inc } => self.inc_dec(s.pos, x, inc),
            StmtKind::Assign { lhs, rhs } => self.assign_stmt(s.pos, lhs, rhs),
            StmtKind::Define { lhs, rhs } => self.define_stmt(s.pos, lhs, rhs),
            StmtKind::OpAssign { op, x, y } => self.op_assign(s.pos, op, x, y),
            StmtKind::Branch { kind, label } => self.branch(s.pos, kind, label),
            StmtKind::GoDefer { kind, call } => self.go_defer(s.pos, kind, call),
            StmtKind::Return(results) => self.return_stmt(s.pos, results),
            StmtKind::If { init, cond, then, els } => self.if_stmt(init, cond, &self.ast()[then], els),
            StmtKind::For { init, cond, post, body } => {
                self.for_stmt(label, init, cond, post, &self.ast()[body])
            }
            StmtKind::Range { key, value, define, x, body } => {
                self.range_stmt(s.pos, label, [key, value], define, x, &self.ast()[body]);
            }
            StmtKind::Switch { init, tag, clauses, .. } => self.switch_stmt(s.pos, label, init, tag, clauses),
            StmtKind::Select { clauses, .. } => self.select_stmt(s.pos, label, clauses),
            StmtKind::Decl(decls) => {
                for &d in self.ast().list(decls) {
                    self.local_decl(d);
                }
            }
        }
    }

    fn expr_stmt(&mut self, e: ExprId) {
        let plain = self.ast().unparen(e);
        if let ExprKind::Call { .. } = self.ast().exprs[plain].kind
            && matches!(self.under(self.ty(plain)), GoTy::Tuple(_))
            && !self.is_builtin_call(plain)
        {
            self.call_results(plain);
            return;
        }
        self.expr(e);
    }

    fn is_builtin_call(&self, e: ExprId) -> bool {
        match self.ast().exprs[e].kind {
            ExprKind::Call { fun, .. } => self.info().expr(fun).mode == frontend::program::Mode::Builtin,
            _ => false,
        }
    }

    /// Only variables have code; constants and types were dealt with by the checker.
    fn local_decl(&mut self, d: frontend::ast::DeclId) {
        let decl = self.ast().decl_nodes[d];
        let DeclKind::Var { names, values, .. } = decl.kind else { return };
        let names: &[Ident] = self.ast().list(names);
        let values = self.ast().list(values);
        if values.is_empty() {
            for n in names {
                self.at(n.pos);
                if let Some(obj) = self.def(n.pos).filter(|_| n.name != frontend::source::sym::Blank) {
                    self.declare(obj, None);
                }
            }
            return;
        }
        let targets: Vec<_> = names
            .iter()
            .map(|n| self.def(n.pos).filter(|_| n.name != frontend::source::sym::Blank))
            .collect();
        self.define_vars(decl.pos, &targets, values);
    }
}
