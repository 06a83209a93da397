//! Terminating statements (Go spec, Terminating statements; gc: `types2/return.go`).

use super::Checker;
use crate::ast::{BranchKind, CaseClause, CommClause, ExprId, ExprKind, List, StmtId, StmtKind};
use crate::source::Symbol;

/// What a `break` can belong to.
#[derive(Clone, Copy)]
struct Target {
    /// The label of the statement in question.
    label: Option<Symbol>,
    /// Whether a `break` without label would leave it.
    unlabelled: bool,
}

impl Checker<'_> {
    /// Whether a list ends in a terminating statement, empty ones aside.
    pub(super) fn is_terminating_list(&self, list: &[StmtId]) -> bool {
        let is_empty = |s: StmtId| matches!(self.ast().stmts[s].kind, StmtKind::Empty);
        list.iter().rev().copied().find(|&s| !is_empty(s)).is_some_and(|s| self.is_terminating(s, None))
    }

    fn is_terminating(&self, s: StmtId, label: Option<Symbol>) -> bool {
        let ast = self.ast();
        match ast.stmts[s].kind {
            StmtKind::Labeled { label, stmt } => self.is_terminating(stmt, Some(label.name)),
            StmtKind::Expr(e) => self.is_panic_call(e),
            StmtKind::Return(_) => true,
            StmtKind::Branch { kind, .. } => matches!(kind, BranchKind::Goto | BranchKind::Fallthrough),
            StmtKind::Block(b) => self.is_terminating_list(ast.list(ast[b].stmts)),
            StmtKind::If { then, els: Some(els), .. } => {
                self.is_terminating_list(ast.list(ast[then].stmts)) && self.is_terminating(els, None)
            }
            StmtKind::Switch { clauses, .. } => self.is_terminating_switch(clauses, label),
            StmtKind::Select { clauses, .. } => self.is_terminating_select(clauses, label),
            StmtKind::For { cond: None, body, .. } => {
                !self.has_break_list(ast[body].stmts, Target { label, unlabelled: true })
            }
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Send { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::OpAssign { .. }
            | StmtKind::GoDefer { .. }
            | StmtKind::If { els: None, .. }
            | StmtKind::For { .. }
            | StmtKind::Range { .. }
            | StmtKind::Decl(_) => false,
        }
    }

    fn is_panic_call(&self, e: ExprId) -> bool {
        let e = self.ast().unparen(e);
        matches!(self.ast().exprs[e].kind, ExprKind::Call { .. })
            && self.env.func.as_ref().is_some_and(|f| f.panics.contains(&e))
    }

    fn is_terminating_switch(&self, clauses: List<CaseClause>, label: Option<Symbol>) -> bool {
        let clauses = self.ast().list(clauses);
        let target = Target { label, unlabelled: true };
        clauses.iter().any(|c| c.is_default)
            && clauses.iter().all(|c| {
                self.is_terminating_list(self.ast().list(c.body)) && !self.has_break_list(c.body, target)
            })
    }

    fn is_terminating_select(&self, clauses: List<CommClause>, label: Option<Symbol>) -> bool {
        let target = Target { label, unlabelled: true };
        self.ast().list(clauses).iter().all(|c| {
            self.is_terminating_list(self.ast().list(c.body)) && !self.has_break_list(c.body, target)
        })
    }

    fn has_break_list(&self, list: List<StmtId>, target: Target) -> bool {
        self.ast().list(list).iter().any(|&s| self.has_break(s, target))
    }

    /// Whether a statement contains a `break` that leaves the target.
    fn has_break(&self, s: StmtId, target: Target) -> bool {
        let ast = self.ast();
        // Inside another loop, switch or select only a label leads out.
        let inner = Target { unlabelled: false, ..target };
        match ast.stmts[s].kind {
            StmtKind::Labeled { stmt, .. } => self.has_break(stmt, target),
            StmtKind::Branch { kind: BranchKind::Break, label: None } => target.unlabelled,
            StmtKind::Branch { kind: BranchKind::Break, label: Some(l) } => Some(l.name) == target.label,
            StmtKind::Block(b) => self.has_break_list(ast[b].stmts, target),
            StmtKind::If { then, els, .. } => {
                self.has_break_list(ast[then].stmts, target)
                    || els.is_some_and(|els| self.has_break(els, target))
            }
            StmtKind::Switch { clauses, .. } => {
                target.label.is_some() && ast.list(clauses).iter().any(|c| self.has_break_list(c.body, inner))
            }
            StmtKind::Select { clauses, .. } => {
                target.label.is_some() && ast.list(clauses).iter().any(|c| self.has_break_list(c.body, inner))
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                target.label.is_some() && self.has_break_list(ast[body].stmts, inner)
            }
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Expr(_)
            | StmtKind::Send { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::OpAssign { .. }
            | StmtKind::Branch { .. }
            | StmtKind::GoDefer { .. }
            | StmtKind::Return(_)
            | StmtKind::Decl(_) => false,
        }
    }
}
