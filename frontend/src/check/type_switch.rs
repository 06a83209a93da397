//! Type switches (Go spec, Type switches).

use super::{Checker, Operand};
use crate::ast::{CaseClause, ExprId, ExprKind, Ident};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::source::sym;
use crate::types::TyId;

/// A case seen before: its type (`None` for `nil`) and where it stands.
type SeenType = (Option<TyId>, ExprId);

impl<'p> Checker<'p> {
    /// `switch lhs := x.(type) { … }`
    pub(super) fn type_switch(&mut self, lhs: Option<Ident>, x: ExprId, clauses: &[CaseClause]) {
        let lhs = lhs.filter(|ident| {
            let blank = ident.name == sym::Blank;
            if blank {
                self.soft_error(ident.pos, Code::NoNewVar, "no new variable on left side of :=");
            }
            !blank
        });
        let x = self.expr(x, None);
        let iface = if x.is_invalid() {
            None
        } else if self.is_interface(x.ty) {
            Some(x)
        } else if self.is_type_param(x.ty) {
            self.error_about(&x, Code::InvalidTypeSwitch, |c, x| {
                format!("cannot use type switch on type parameter value {}", c.operand_string(x))
            });
            None
        } else {
            self.error_about(&x, Code::InvalidTypeSwitch, |c, x| {
                format!("{} is not an interface", c.operand_string(x))
            });
            None
        };
        self.several_defaults(clauses.iter().map(|c| (c.pos, c.is_default)));
        let mut vars = Vec::new();
        let mut seen = Vec::new();
        for clause in clauses {
            let ty = self.case_types(iface.as_ref(), self.ast().list(clause.exprs), &mut seen);
            self.open_scope();
            if let Some(ident) = lhs {
                vars.push(self.clause_var(ident, ty, clause));
            }
            self.stmt_list(clause.body);
            self.close_scope();
        }
        if let Some(ident) = lhs
            && !vars.iter().any(|&v| self.is_used(v))
        {
            let text = format!("{} declared and not used", self.name(ident.name));
            self.soft_error(ident.pos, Code::UnusedVar, text);
        }
    }

    /// Declares the variable of one clause. All of them are one in the source: whether it is used is decided by the
    /// switch, not by each.
    fn clause_var(&mut self, ident: Ident, ty: TyId, clause: &CaseClause) -> ObjId {
        let obj = self.new_object(ident, ObjKind::Var(VarKind::Local), Some(ty));
        self.declare_in(self.env.scope, None, obj);
        self.record_implicit(clause.pos, obj);
        obj
    }

    /// Checks the types of a case against the switch's operand and each other. The result is the type of the
    /// variable in the clause.
    fn case_types(&mut self, x: Option<&Operand>, exprs: &[ExprId], seen: &mut Vec<SeenType>) -> TyId {
        let mut last = None;
        for &e in exprs {
            last = if self.is_nil_name(e) {
                self.expr(e, None);
                None
            } else {
                let ty = self.var_type(e);
                if !self.is_valid(ty) {
                    last = Some(ty);
                    continue;
                }
                Some(ty)
            };
            self.case_type(x, e, last, seen);
        }
        match (exprs, last) {
            ([_], Some(ty)) => ty,
            _ => x.map_or(TyId::ERROR, |x| x.ty),
        }
    }

    fn case_type(&mut self, x: Option<&Operand>, e: ExprId, ty: Option<TyId>, seen: &mut Vec<SeenType>) {
        let same = |other: Option<TyId>| match (ty, other) {
            (Some(a), Some(b)) => self.types().identical(a, b),
            (a, b) => a == b,
        };
        if let Some(&(_, previous)) = seen.iter().find(|(other, _)| same(*other)) {
            let what = ty.map_or_else(|| "nil".to_string(), |t| self.ty_str(t));
            let previous = self.show_pos(self.start(previous));
            let text = format!("duplicate case {what} in type switch\n\t{previous}: previous case");
            self.error_at(e, Code::DuplicateCase, text);
            return;
        }
        seen.push((ty, e));
        let (Some(x), Some(ty)) = (x, ty) else { return };
        if let Some(cause) = self.why_not_assertable(x.ty, ty) {
            let text = format!(
                "impossible type switch case: {}\n\t{} cannot have dynamic type {} {cause}",
                self.expr_str(e),
                self.operand_string(x),
                self.ty_str(ty)
            );
            self.error_at(e, Code::ImpossibleAssert, text);
        }
    }

    /// Whether `e` is the predeclared `nil`.
    fn is_nil_name(&mut self, e: ExprId) -> bool {
        match self.ast().exprs[self.ast().unparen(e)].kind {
            ExprKind::Name(name) => {
                self.lookup(name).is_some_and(|obj| matches!(self.object(obj).kind, ObjKind::Nil))
            }
            _ => false,
        }
    }
}
