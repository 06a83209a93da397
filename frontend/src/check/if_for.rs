//! `if` and `for` (Go spec, If statements, For statements).

use super::Checker;
use crate::ast::{Block, ExprId, StmtId, StmtKind};
use crate::diag::Code;

impl<'p> Checker<'p> {
    /// A condition of a statement that errors call `what`.
    fn condition(&mut self, cond: ExprId, what: &str) {
        let x = self.expr(cond, None);
        if !x.is_invalid() && !self.all_boolean(x.ty) {
            let text = format!("non-boolean condition in {what} statement");
            self.error_at(cond, Code::InvalidCond, text);
        }
    }

    /// `if init; cond { … } else …`
    pub(super) fn if_stmt(&mut self, init: Option<StmtId>, cond: ExprId, then: Block, els: Option<StmtId>) {
        self.open_scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        self.condition(cond, "if");
        self.block(then);
        if let Some(els) = els {
            self.stmt(els);
        }
        self.close_scope();
    }

    /// `for init; cond; post { … }`
    pub(super) fn for_stmt(
        &mut self,
        init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
        body: Block,
    ) {
        self.open_scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        if let Some(cond) = cond {
            self.condition(cond, "for");
        }
        if let Some(post) = post {
            self.stmt(post);
            // Reported by the parser; what it declares counts as used.
            if let StmtKind::Define { lhs, .. } = self.ast().stmts[post].kind {
                self.use_exprs(self.ast().list(lhs));
            }
        }
        self.block(body);
        self.close_scope();
    }
}
