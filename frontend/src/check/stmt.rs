//! Statements: the dispatch over their forms, and the simple ones (gc: `types2/stmt.go`).
//!
//! Rules about `break`, `continue`, `fallthrough`, `goto` and labels need only the syntax and stand in
//! `labels`.

use super::Checker;
use super::expr::ExprClass;
use crate::ast::{BinaryOp, Block, ChanDir, ExprId, List, StmtId, StmtKind};
use crate::diag::Code;
use crate::object::ObjKind;
use crate::program::Mode;
use crate::source::{Pos, sym};

impl<'p> Checker<'p> {
    /// Checks statements in the current block.
    pub fn stmt_list(&mut self, stmts: List<StmtId>) {
        for &stmt in self.ast().list(stmts) {
            self.stmt(stmt);
        }
    }

    /// Checks a block in a scope of its own.
    pub(super) fn block(&mut self, block: Block) {
        self.open_scope();
        self.stmt_list(block.stmts);
        self.close_scope();
    }

    /// Checks a statement, and the function literals in it.
    pub(super) fn stmt(&mut self, stmt: StmtId) {
        let top = self.delayed_len();
        self.dispatch_stmt(stmt);
        self.process_delayed(top);
    }

    fn dispatch_stmt(&mut self, stmt: StmtId) {
        let node = self.ast().stmts[stmt];
        match node.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Block(block) => self.block(self.ast()[block]),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { chan, value } => self.send_stmt(chan, value),
            StmtKind::IncDec { x, inc } => self.inc_dec_stmt(x, inc),
            StmtKind::Assign { lhs, rhs } => self.assign_vars(self.ast().list(lhs), self.ast().list(rhs)),
            StmtKind::Define { lhs, rhs } => {
                self.short_var_decl(node.pos, self.ast().list(lhs), self.ast().list(rhs));
            }
            StmtKind::OpAssign { op, x, y } => self.op_assign_stmt(op, x, y),
            StmtKind::GoDefer { kind, call } => self.go_defer_stmt(kind, call),
            StmtKind::Return(results) => self.return_stmt(node.pos, self.ast().list(results)),
            StmtKind::If { init, cond, then, els } => self.if_stmt(init, cond, self.ast()[then], els),
            StmtKind::For { init, cond, post, body } => self.for_stmt(init, cond, post, self.ast()[body]),
            StmtKind::Range { key, value, define, x, body } => {
                self.range_stmt(node.pos, key, value, define, x, self.ast()[body]);
            }
            StmtKind::Switch { init, tag, clauses, rbrace } => self.switch_stmt(init, tag, clauses, rbrace),
            StmtKind::Select { clauses, .. } => self.select_stmt(clauses),
            StmtKind::Decl(decls) => self.local_decl(decls),
        }
    }

    /// An expression as a statement: only calls and receive operations (Go spec, Expression statements).
    fn expr_stmt(&mut self, e: ExprId) {
        let (x, class) = self.raw_expr(e, None);
        let (code, problem) = match x.mode {
            Mode::Invalid => return,
            Mode::Builtin => (Code::UncalledBuiltin, "must be called"),
            Mode::Type => (Code::NotAnExpr, "is not an expression"),
            _ if class == ExprClass::Statement => return,
            _ => (Code::UnusedExpr, "is not used"),
        };
        self.error_about(&x, code, |c, x| format!("{} {problem}", c.operand_string(x)));
    }

    /// `ch <- v`
    fn send_stmt(&mut self, chan: ExprId, value: ExprId) {
        let ch = self.expr(chan, None);
        let mut v = self.generic_expr(value, None);
        if ch.is_invalid() || v.is_invalid() {
            return;
        }
        let pos = self.start(chan);
        if let Some(elem) = self.chan_elem(pos, &ch, ChanDir::Send) {
            self.assignment(&mut v, Some(elem), "send");
        }
    }

    /// `x++`, `x--`
    fn inc_dec_stmt(&mut self, e: ExprId, inc: bool) {
        let mut x = self.expr(e, None);
        if x.is_invalid() {
            return;
        }
        if !self.all_numeric(x.ty) {
            let op = if inc { "++" } else { "--" };
            let text = format!(
                "invalid operation: {}{op} (non-numeric type {})",
                self.expr_str(e),
                self.ty_str(x.ty)
            );
            self.error_at(e, Code::NonNumericIncDec, text);
            return;
        }
        self.assign_operand(e, &mut x, "assignment");
    }

    /// `x op= y`
    fn op_assign_stmt(&mut self, op: BinaryOp, x: ExprId, y: ExprId) {
        let mut value = self.binary(None, x, y, op);
        self.assign_operand(x, &mut value, "assignment");
    }

    /// `return …` at `pos`
    fn return_stmt(&mut self, pos: Pos, results: &[ExprId]) {
        let Some(func) = &self.env.func else { return };
        let vars = func.results.clone();
        if !results.is_empty() || vars.is_empty() || !func.named_results {
            self.init_vars(&vars, results, Some(pos));
            return;
        }
        for var in vars {
            let name = self.object(var).name;
            if name == sym::Blank {
                continue;
            }
            let Some(other) = self.lookup(name).filter(|&other| other != var) else { continue };
            let mut text = format!("result parameter {} not in scope at return", self.name(name));
            let inner = self.object(other);
            text.push_str(&format!(
                "\n\t{}: inner declaration of {}",
                self.show_pos(inner.pos),
                self.declaration_str(var)
            ));
            self.error(pos, Code::OutOfScopeResult, text);
        }
    }

    /// An object as its declaration, `var x int` (gc: `ObjectString`).
    fn declaration_str(&self, obj: crate::object::ObjId) -> String {
        let object = self.object(obj);
        let word = match object.kind {
            ObjKind::Var(_) => "var",
            ObjKind::Const(_) => "const",
            ObjKind::TypeName => "type",
            ObjKind::Func { .. } => "func",
            ObjKind::PkgName(_) => "package",
            ObjKind::Builtin(_) => "builtin",
            ObjKind::Nil => return "nil".to_string(),
        };
        format!("{word} {} {}", self.name(object.name), self.ty_str(self.shared.objects.ty(obj)))
    }
}
