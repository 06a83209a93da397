//! Headers of if, for and switch: what stands before the block.

use crate::ast::print::{expr_to_string, exprs_to_string, stmt_to_string};
use crate::ast::{Block, ExprId, ExprKind, List, One, StmtId, StmtKind};
use crate::lex::Semi;
use crate::parse::builder::{Builder, Header};
use crate::source::Pos;

impl Builder<'_> {
    /// `cond {`; `pos` is where the condition starts, or the brace.
    pub(crate) fn header(&mut self, pos: Pos, cond: Option<StmtId>) {
        self.headers.push(Header { pos, init: None, cond, semi: None });
    }

    /// `init; cond {`
    pub(crate) fn header_init(&mut self, init: Option<StmtId>, pos: Pos, semi: Semi, cond: Option<StmtId>) {
        self.headers.push(Header { pos, init, cond, semi: Some((pos, semi)) });
    }

    fn pop_header(&mut self) -> Header {
        let none = Header { pos: Pos::NONE, init: None, cond: None, semi: None };
        self.headers.pop().unwrap_or(none)
    }

    pub(crate) fn if_stmt(&mut self, pos: Pos, then: One<Block>, els: Option<StmtId>) -> StmtId {
        let header = self.pop_header();
        let cond = match header.cond {
            Some(cond) => self.condition(cond),
            None => {
                self.missing_condition(&header);
                self.bad_expr(header.pos)
            }
        };
        self.stmt(pos, StmtKind::If { init: header.init, cond, then, els })
    }

    pub(crate) fn if_else(&mut self, pos: Pos, then: One<Block>, els: One<Block>) -> StmtId {
        let els = self.block_stmt(els);
        self.if_stmt(pos, then, Some(els))
    }

    fn missing_condition(&mut self, header: &Header) {
        match header.semi {
            Some((pos, semi)) if semi != Semi::Semicolon => {
                self.syntax_error(pos, format!("unexpected {}, expected {{ after if clause", semi.text()));
            }
            _ => self.syntax_error(header.pos, "missing condition in if statement"),
        }
    }

    /// The expression of a condition.
    pub(crate) fn condition(&mut self, cond: StmtId) -> ExprId {
        if let StmtKind::Expr(x) = self.ast.stmts[cond].kind {
            return x;
        }
        if let Some((pos, text)) = self.not_a_value(cond) {
            self.syntax_error(pos, text);
        }
        self.bad_expr(self.ast.stmts[cond].pos)
    }

    /// What is wrong with a statement that stands for a condition: position and message. A common mistake is `=`
    /// for `==`, so the message shows what was read.
    pub(crate) fn not_a_value(&self, cond: StmtId) -> Option<(Pos, String)> {
        let stmt = self.ast.stmts[cond];
        let text = match stmt.kind {
            StmtKind::Assign { lhs, rhs } => {
                format!("assignment {} = {}", self.emphasized(lhs), self.emphasized(rhs))
            }
            StmtKind::Send { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Define { .. }
            | StmtKind::OpAssign { .. } => stmt_to_string(&self.ast, self.interner, cond),
            _ => return None,
        };
        Some((stmt.pos, format!("cannot use {text} as value")))
    }

    /// A side of an assignment, in parentheses if it is a binary expression, so that the `=` stands out.
    fn emphasized(&self, list: List<ExprId>) -> String {
        match *self.ast.list(list) {
            [x] if matches!(self.kind(x), ExprKind::Binary { .. }) => {
                format!("({})", expr_to_string(&self.ast, self.interner, x))
            }
            _ => exprs_to_string(&self.ast, self.interner, list),
        }
    }

    /// Initial statement and tag of a switch. `x := y.(type)` becomes the guard of a type switch.
    pub(crate) fn switch_header(&mut self) -> (Option<StmtId>, Option<ExprId>) {
        let header = self.pop_header();
        let tag = header.cond.map(|cond| self.guard(cond).unwrap_or_else(|| self.condition(cond)));
        (header.init, tag)
    }

    fn guard(&mut self, cond: StmtId) -> Option<ExprId> {
        let (name, guard) = match self.ast.stmts[cond].kind {
            StmtKind::Expr(x) => (None, x),
            StmtKind::Define { lhs, rhs } => match (self.ast.list(lhs), self.ast.list(rhs)) {
                (&[name], &[guard]) => (Some(self.as_name(name)?), guard),
                _ => return None,
            },
            _ => return None,
        };
        let ExprKind::TypeSwitchGuard { x, .. } = self.kind(guard) else { return None };
        self.ast.exprs[guard].kind = ExprKind::TypeSwitchGuard { lhs: name, x };
        Some(guard)
    }
}
