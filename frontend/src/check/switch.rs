//! Expression switches (Go spec, Expression switches).

use rustc_hash::FxHashMap;

use super::binary::CompareContext;
use super::constant_expr::ConstKey;
use super::{Checker, Operand};
use crate::ast::{BinaryOp, CaseClause, ExprId, ExprKind, List, StmtId};
use crate::diag::Code;
use crate::program::Mode;
use crate::source::Pos;
use crate::types::constant::ConstValue;
use crate::types::{Basic, TyId};

/// Constants of the cases seen so far, with their types and positions.
type SeenCases = FxHashMap<ConstKey, Vec<(TyId, Pos)>>;

impl<'p> Checker<'p> {
    /// `switch init; tag { … }` of either kind.
    pub(super) fn switch_stmt(
        &mut self,
        init: Option<StmtId>,
        tag: Option<ExprId>,
        clauses: List<CaseClause>,
        rbrace: Pos,
    ) {
        self.open_scope();
        if let Some(init) = init {
            self.stmt(init);
        }
        let clauses = self.ast().list(clauses);
        let guard = tag.map(|tag| self.ast().exprs[tag].kind);
        if let Some(ExprKind::TypeSwitchGuard { lhs, x }) = guard {
            self.type_switch(lhs, x, clauses);
        } else {
            self.expr_switch(tag, clauses, rbrace);
        }
        self.close_scope();
    }

    fn expr_switch(&mut self, tag: Option<ExprId>, clauses: &[CaseClause], rbrace: Pos) {
        let x = match tag {
            Some(tag) => self.switch_tag(tag),
            None => {
                let pos = clauses.first().map_or(rbrace, |c| c.pos);
                let value = Some(ConstValue::Bool(true));
                Operand { value, ..Operand::labelled(Mode::Constant, Basic::Bool.ty(), "true", pos) }
            }
        };
        self.several_defaults(clauses.iter().map(|c| (c.pos, c.is_default)));
        let mut seen = SeenCases::default();
        for clause in clauses {
            for &e in self.ast().list(clause.exprs) {
                self.case_value(&x, e, &mut seen);
            }
            self.open_scope();
            self.stmt_list(clause.body);
            self.close_scope();
        }
    }

    fn switch_tag(&mut self, tag: ExprId) -> Operand {
        let mut x = self.expr(tag, None);
        self.assignment(&mut x, None, "switch expression");
        if !x.is_invalid() && !self.types().comparable(x.ty) && !self.has_nil(x.ty) {
            self.error_about(&x, Code::InvalidExprSwitch, |c, x| {
                format!("cannot switch on {} ({} is not comparable)", c.operand_string(x), c.ty_str(x.ty))
            });
            x.invalidate();
        }
        x
    }

    /// Checks `case e` of a switch on `x`.
    fn case_value(&mut self, x: &Operand, e: ExprId, seen: &mut SeenCases) {
        let mut v = self.expr(e, None);
        if x.is_invalid() || v.is_invalid() {
            return;
        }
        self.convert_untyped(&mut v, x.ty);
        if v.is_invalid() {
            return;
        }
        // Compared in this order, errors stand at the case.
        let mut result = v.clone();
        self.comparison(&mut result, &mut x.clone(), BinaryOp::Eq, CompareContext::Case);
        let Some(value) = v.value.as_ref().filter(|_| !result.is_invalid() && v.is_constant()) else {
            return;
        };
        let key = ConstKey::of(value);
        if !matches!(key, ConstKey::Int(_) | ConstKey::Float(_) | ConstKey::String(_)) {
            return;
        }
        let same = seen.entry(key).or_default();
        let pos = self.ast().exprs[e].pos;
        match same.iter().find(|(ty, _)| self.types().identical(*ty, v.ty)) {
            None => same.push((v.ty, pos)),
            Some(&(_, previous)) => {
                let previous = self.show_pos(previous);
                self.error_about(&v, Code::DuplicateCase, |c, v| {
                    let v = c.operand_string(v);
                    format!("duplicate case {v} in expression switch\n\t{previous}: previous case")
                });
            }
        }
    }

    /// Reports all `default` clauses but the first.
    pub(super) fn several_defaults(&mut self, clauses: impl Iterator<Item = (Pos, bool)>) {
        let mut defaults = clauses.filter(|&(_, is_default)| is_default).map(|(pos, _)| pos);
        let Some(first) = defaults.next() else { return };
        for pos in defaults {
            let text = format!("multiple defaults (first at {})", self.show_pos(first));
            self.error(pos, Code::DuplicateDefault, text);
        }
    }
}
