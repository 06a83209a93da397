//! Select statements (Go spec, Select statements).

use super::Checker;
use crate::ast::{CommClause, ExprId, ExprKind, List, StmtId, StmtKind, UnaryOp};
use crate::diag::Code;
use crate::source::Pos;

impl<'p> Checker<'p> {
    /// `select { … }`
    pub(super) fn select_stmt(&mut self, clauses: List<CommClause>) {
        let clauses = self.ast().list(clauses);
        self.several_defaults(clauses.iter().map(|c| (c.pos, c.comm.is_none())));
        for clause in clauses {
            if let Some(comm) = clause.comm
                && !self.is_communication(comm)
            {
                let text = "select case must be send or receive (possibly with assignment)";
                let pos = self.stmt_start(comm);
                self.error(pos, Code::InvalidSelectCase, text);
                continue;
            }
            self.open_scope();
            if let Some(comm) = clause.comm {
                self.stmt(comm);
            }
            self.stmt_list(clause.body);
            self.close_scope();
        }
    }

    /// Whether a statement is a send, a receive, or an assignment of one receive.
    fn is_communication(&self, comm: StmtId) -> bool {
        match self.ast().stmts[comm].kind {
            StmtKind::Bad | StmtKind::Send { .. } => true,
            StmtKind::Expr(e) => self.is_receive(e),
            StmtKind::Assign { rhs, .. } | StmtKind::Define { rhs, .. } => {
                matches!(self.ast().list(rhs), &[e] if self.is_receive(e))
            }
            _ => false,
        }
    }

    fn is_receive(&self, e: ExprId) -> bool {
        matches!(self.ast().exprs[self.ast().unparen(e)].kind, ExprKind::Unary { op: UnaryOp::Recv, .. })
    }

    /// The leftmost position of a simple statement.
    fn stmt_start(&self, stmt: StmtId) -> Pos {
        let node = self.ast().stmts[stmt];
        match node.kind {
            StmtKind::Expr(e) => self.ast().exprs[e].pos,
            StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. } => {
                self.ast().list(lhs).first().map_or(node.pos, |&e| self.start(e))
            }
            StmtKind::OpAssign { x, .. } | StmtKind::IncDec { x, .. } => self.start(x),
            _ => node.pos,
        }
    }
}
