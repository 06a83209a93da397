//! `go` and `defer` (Go spec, Go statements, Defer statements).

use super::Checker;
use super::expr::ExprClass;
use crate::ast::{ExprId, ExprKind, GoDefer};
use crate::diag::Code;

impl<'p> Checker<'p> {
    /// `go call`, `defer call`
    pub(super) fn go_defer_stmt(&mut self, kind: GoDefer, call: ExprId) {
        let (word, code) = match kind {
            GoDefer::Go => ("go", Code::InvalidGo),
            GoDefer::Defer => ("defer", Code::InvalidDefer),
        };
        if !matches!(self.ast().exprs[call].kind, ExprKind::Call { .. }) {
            self.error_at(call, code, format!("expression in {word} must be function call"));
            self.use_exprs(&[call]);
            return;
        }
        let (x, class) = self.raw_expr(call, None);
        let (code, problem) = match class {
            ExprClass::Conversion => (code, "requires function call, not conversion"),
            ExprClass::Expression => (Code::UnusedResults, "discards result of"),
            ExprClass::Statement => return,
        };
        self.error_about(&x, code, |c, x| format!("{word} {problem} {}", c.operand_string(x)));
    }
}
