//! Statements.

use crate::ast::{
    BinaryOp, Block, BranchKind, CaseClause, CommClause, ExprId, GoDefer, Ident, List, One, StmtId, StmtKind,
};
use crate::parse::builder::{Builder, Mark};
use crate::source::Pos;

impl Builder<'_> {
    pub(crate) fn stmts_mark(&mut self) -> Mark {
        self.stmts.mark()
    }

    pub(crate) fn push_stmt(&mut self, mark: Mark, s: StmtId) -> Mark {
        self.stmts.push(s);
        mark
    }

    pub(crate) fn block(&mut self, lbrace: Pos, mark: Mark, rbrace: Pos) -> One<Block> {
        let stmts = self.stmts.finish(&mut self.ast, mark);
        self.ast.new_one(Block { stmts, lbrace, rbrace })
    }

    pub(crate) fn block_with(&mut self, lbrace: Pos, mark: Mark, last: StmtId, rbrace: Pos) -> One<Block> {
        self.stmts.push(last);
        self.block(lbrace, mark, rbrace)
    }

    pub(crate) fn block_stmt(&mut self, block: One<Block>) -> StmtId {
        self.stmt(self.ast[block].lbrace, StmtKind::Block(block))
    }

    pub(crate) fn labeled(&mut self, label: Ident, colon: Pos, stmt: Option<StmtId>) -> StmtId {
        let stmt = stmt.unwrap_or_else(|| self.stmt(colon.offset(1), StmtKind::Empty));
        self.stmt(colon, StmtKind::Labeled { label, stmt })
    }

    pub(crate) fn decl_stmt(&mut self, pos: Pos, group: Mark) -> StmtId {
        let decls = self.decls.finish(&mut self.ast, group);
        self.stmt(pos, StmtKind::Decl(decls))
    }

    pub(crate) fn go_defer(&mut self, pos: Pos, kind: GoDefer, x: ExprId) -> StmtId {
        let call = self.ast.unparen(x);
        if call != x {
            let word = match kind {
                GoDefer::Go => "go",
                GoDefer::Defer => "defer",
            };
            self.error(self.pos(x), format!("expression in {word} must not be parenthesized"));
        }
        self.stmt(pos, StmtKind::GoDefer { kind, call })
    }

    pub(crate) fn return_stmt(&mut self, pos: Pos, results: Option<Mark>) -> StmtId {
        let results = self.finish_exprs(results);
        self.stmt(pos, StmtKind::Return(results))
    }

    pub(crate) fn branch(&mut self, pos: Pos, kind: BranchKind, label: Option<Ident>) -> StmtId {
        self.stmt(pos, StmtKind::Branch { kind, label })
    }

    // -- Simple statements -----------------------------------------------------------------------------------

    pub(crate) fn expr_stmt(&mut self, x: ExprId) -> StmtId {
        self.stmt(self.pos(x), StmtKind::Expr(x))
    }

    pub(crate) fn send(&mut self, chan: ExprId, pos: Pos, value: ExprId) -> StmtId {
        self.stmt(pos, StmtKind::Send { chan, value })
    }

    pub(crate) fn inc_dec(&mut self, x: ExprId, pos: Pos, inc: bool) -> StmtId {
        self.stmt(pos, StmtKind::IncDec { x, inc })
    }

    pub(crate) fn op_assign(&mut self, x: ExprId, pos: Pos, op: BinaryOp, y: ExprId) -> StmtId {
        self.stmt(pos, StmtKind::OpAssign { op, x, y })
    }

    pub(crate) fn assign(&mut self, lhs: Mark, pos: Pos, rhs: Mark) -> StmtId {
        let rhs = self.exprs.finish(&mut self.ast, rhs);
        let lhs = self.exprs.finish(&mut self.ast, lhs);
        self.stmt(pos, StmtKind::Assign { lhs, rhs })
    }

    /// `lhs := rhs`. That the left sides are names is checked with the types.
    pub(crate) fn define(&mut self, lhs: Mark, pos: Pos, rhs: Mark) -> StmtId {
        let rhs = self.exprs.finish(&mut self.ast, rhs);
        let lhs = self.exprs.finish(&mut self.ast, lhs);
        self.stmt(pos, StmtKind::Define { lhs, rhs })
    }

    // -- Loops -----------------------------------------------------------------------------------------------

    pub(crate) fn for_stmt(
        &mut self,
        pos: Pos,
        init: Option<StmtId>,
        cond: Option<StmtId>,
        post: Option<StmtId>,
        body: One<Block>,
    ) -> StmtId {
        let cond = cond.map(|cond| self.condition(cond));
        if let Some(post) = post
            && let StmtKind::Define { .. } = self.ast.stmts[post].kind
        {
            let at = self.ast.stmts[post].pos;
            self.syntax_error(at, "cannot declare in post statement of for loop");
        }
        self.stmt(pos, StmtKind::For { init, cond, post, body })
    }

    pub(crate) fn range(
        &mut self,
        pos: Pos,
        lhs: Option<(Mark, bool)>,
        x: ExprId,
        body: One<Block>,
    ) -> StmtId {
        let define = lhs.is_some_and(|(_, define)| define);
        let vars = match lhs {
            None => Vec::new(),
            Some((mark, _)) => {
                let vars = self.exprs.from(mark).to_vec();
                self.exprs.truncate(mark);
                vars
            }
        };
        if let Some(&extra) = vars.get(2) {
            let at = self.ast.start_pos(extra);
            self.ast.extra_range_vars.push((x, at));
        }
        let (key, value) = (vars.first().copied(), vars.get(1).copied());
        self.stmt(pos, StmtKind::Range { key, value, define, x, body })
    }

    // -- Clauses ---------------------------------------------------------------------------------------------

    pub(crate) fn cases_mark(&mut self) -> Mark {
        self.cases.mark()
    }

    pub(crate) fn case_head(&mut self, pos: Pos, exprs: Option<Mark>, colon: Pos) {
        let is_default = exprs.is_none();
        let exprs = self.finish_exprs(exprs);
        self.case_heads.push(CaseClause { pos, exprs, is_default, body: List::default(), colon });
    }

    pub(crate) fn case(&mut self, cases: Mark, body: Mark) -> Mark {
        let body = self.stmts.finish(&mut self.ast, body);
        if let Some(head) = self.case_heads.pop() {
            self.cases.push(CaseClause { body, ..head });
        }
        cases
    }

    pub(crate) fn last_case(&mut self, body: Mark, last: StmtId) {
        self.stmts.push(last);
        self.case(body, body);
    }

    pub(crate) fn switch(&mut self, pos: Pos, cases: Mark, rbrace: Pos) -> StmtId {
        let clauses = self.cases.finish(&mut self.ast, cases);
        let (init, tag) = self.switch_header();
        self.stmt(pos, StmtKind::Switch { init, tag, clauses, rbrace })
    }

    pub(crate) fn comms_mark(&mut self) -> Mark {
        self.comms.mark()
    }

    pub(crate) fn comm_head(&mut self, pos: Pos, comm: Option<StmtId>, colon: Pos) {
        self.comm_heads.push(CommClause { pos, comm, body: List::default(), colon });
    }

    pub(crate) fn comm(&mut self, comms: Mark, body: Mark) -> Mark {
        let body = self.stmts.finish(&mut self.ast, body);
        if let Some(head) = self.comm_heads.pop() {
            self.comms.push(CommClause { body, ..head });
        }
        comms
    }

    pub(crate) fn last_comm(&mut self, body: Mark, last: StmtId) {
        self.stmts.push(last);
        self.comm(body, body);
    }

    pub(crate) fn select(&mut self, pos: Pos, comms: Mark, rbrace: Pos) -> StmtId {
        let clauses = self.comms.finish(&mut self.ast, comms);
        self.stmt(pos, StmtKind::Select { clauses, rbrace })
    }
}
