//! Assignments and initialisations (Go spec, Assignment statements, Variable declarations, Short variable
//! declarations; gc: `types2/assignments.go`).

use super::expr::Generic;
use super::untyped::NotImplicit;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind, Ident};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::program::{ExprInfo, Mode};
use crate::source::{Pos, sym};
use crate::types::constant::ConstValue;
use crate::types::{Basic, TyId};

/// Where a value is assigned, for messages.
#[derive(Clone, Copy, Debug)]
pub enum Context<'a> {
    /// In words.
    Text(&'a str),
    /// `argument to f`, where the expression is `f`.
    Argument(ExprId),
}

impl<'a> From<&'a str> for Context<'a> {
    fn from(text: &'a str) -> Self {
        Context::Text(text)
    }
}

/// The left side of an assignment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Target {
    /// `_`
    Blank,
    /// Wrong and reported.
    Invalid,
    /// Something of this type that can be assigned to.
    Place(TyId),
}

impl<'p> Checker<'p> {
    fn context_text(&self, context: Context<'_>) -> String {
        match context {
            Context::Text(text) => text.to_string(),
            Context::Argument(fun) => format!("argument to {}", self.expr_str(fun)),
        }
    }

    /// Checks that `x` can be assigned to a variable of type `target` (`None`: the blank identifier or another place
    /// that takes any value) and converts it if it is untyped. After an error `x` is invalid.
    pub fn assignment<'a>(&mut self, x: &mut Operand, target: Option<TyId>, context: impl Into<Context<'a>>) {
        let context = context.into();
        self.single_value(x);
        match x.mode {
            Mode::Invalid => return,
            Mode::Constant | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::Nil | Mode::CommaOk => {}
            Mode::NoValue | Mode::Builtin | Mode::Type | Mode::Package => {
                let t = target.map_or_else(|| "_".to_string(), |t| self.ty_str(t));
                let place = self.context_text(context);
                self.error_about(x, Code::IncompatibleAssign, |c, x| {
                    format!("cannot assign {} to {t} in {place}", c.operand_string(x))
                });
                x.invalidate();
                return;
            }
        }
        if self.is_untyped(x.ty) && !self.assign_untyped(x, target, context) {
            x.invalidate();
            return;
        }
        if self.is_generic(x.ty) {
            let place = self.func_target(target, |c| c.context_text(context));
            self.non_generic(x, place.as_ref());
            if x.is_invalid() {
                return;
            }
            self.record_operand(x);
        }
        let Some(target) = target else { return };
        if let Some(no) = self.not_assignable(x, target) {
            let mut text = self.cannot_use(x, target, context);
            if !no.cause.is_empty() {
                text.push_str(": ");
                text.push_str(&no.cause);
            }
            let pos = self.operand_pos(x);
            self.error(pos, no.code, text);
            x.invalidate();
        }
    }

    fn cannot_use(&self, x: &Operand, target: TyId, context: Context<'_>) -> String {
        let (x, t, place) = (self.operand_string(x), self.ty_str(target), self.context_text(context));
        format!("cannot use {x} as {t} value in {place}")
    }

    /// Gives an untyped operand the type of the variable, or its default type where any value is taken.
    fn assign_untyped(&mut self, x: &mut Operand, target: Option<TyId>, context: Context<'_>) -> bool {
        let wanted = match target {
            None if x.is_nil() => {
                let text = format!("use of untyped nil in {}", self.context_text(context));
                self.error_about(x, Code::UntypedNilUse, |_, _| text);
                return false;
            }
            Some(t) if x.is_nil() || !self.is_interface(t) => t,
            _ => self.default_type(x.ty),
        };
        match self.implicit_type(x, wanted) {
            Ok(implicit) => {
                self.apply_implicit(x, implicit);
                true
            }
            Err(why) => {
                let (code, detail) = match why {
                    NotImplicit::Truncated => (Code::TruncatedFloat, " (truncated)"),
                    NotImplicit::Overflows => (Code::NumericOverflow, " (overflows)"),
                    NotImplicit::Mismatch => (Code::IncompatibleAssign, ""),
                };
                let text = format!("{}{detail}", self.cannot_use(x, wanted, context));
                let pos = self.operand_pos(x);
                self.error(pos, code, text);
                false
            }
        }
    }

    /// `lhs = x` in a constant declaration.
    pub fn init_const(&mut self, lhs: ObjId, x: &mut Operand) {
        let declared = self.object(lhs).ty.get().copied();
        if x.is_invalid() || !self.is_valid(x.ty) || declared.is_some_and(|t| !self.is_valid(t)) {
            self.set_type(lhs, TyId::ERROR);
            return;
        }
        if !x.is_constant() {
            self.error_about(x, Code::InvalidConstInit, |c, x| {
                format!("{} is not constant", c.operand_string(x))
            });
            self.set_type(lhs, TyId::ERROR);
            return;
        }
        let ty = declared.unwrap_or(x.ty);
        self.set_type(lhs, ty);
        self.assignment(x, Some(ty), "constant declaration");
        if x.is_invalid() {
            return;
        }
        if let (ObjKind::Const(cell), Some(value)) = (&self.object(lhs).kind, x.value.clone()) {
            let _: Result<(), ConstValue> = cell.set(value);
        }
    }

    /// `lhs = x` in a variable declaration. A variable without type gets that of `x`.
    pub fn init_var<'a>(&mut self, lhs: ObjId, x: &mut Operand, context: impl Into<Context<'a>>) {
        let context = context.into();
        let declared = self.object(lhs).ty.get().copied();
        if x.is_invalid() || !self.is_valid(x.ty) || declared.is_some_and(|t| !self.is_valid(t)) {
            self.set_type(lhs, TyId::ERROR);
            x.invalidate();
            return;
        }
        let ty = match declared {
            Some(ty) => ty,
            None if x.ty == Basic::UntypedNil.ty() => {
                let text = format!("use of untyped nil in {}", self.context_text(context));
                self.error_about(x, Code::UntypedNilUse, |_, _| text);
                self.set_type(lhs, TyId::ERROR);
                x.invalidate();
                return;
            }
            None => self.default_type(x.ty),
        };
        self.set_type(lhs, ty);
        self.assignment(x, Some(ty), context);
    }

    /// Checks the left side of an assignment. Assigning to a variable does not use it.
    fn assign_target(&mut self, lhs: ExprId) -> Target {
        let ident = match self.ast().exprs[self.ast().unparen(lhs)].kind {
            ExprKind::Name(sym::Blank) => return Target::Blank,
            ExprKind::Name(name) => Some(name),
            _ => None,
        };
        let unused = ident.and_then(|name| self.unused_variable(name));
        let x = self.expr(lhs, None);
        self.restore_unused(unused);
        if x.is_invalid() || !self.is_valid(x.ty) {
            return Target::Invalid;
        }
        if matches!(x.mode, Mode::Variable | Mode::MapIndex) {
            return Target::Place(x.ty);
        }
        if let ExprKind::Selector { x: inner, .. } = self.ast().exprs[lhs].kind
            && self.expr(inner, None).mode == Mode::MapIndex
        {
            let text = format!("cannot assign to struct field {} in map", self.expr_str(lhs));
            self.error_at(lhs, Code::UnaddressableFieldAssign, text);
            return Target::Invalid;
        }
        let text = format!(
            "cannot assign to {} (neither addressable nor a map index expression)",
            self.expr_str(lhs)
        );
        self.error_at(lhs, Code::UnassignableOperand, text);
        Target::Invalid
    }

    /// The variable of this package called `name`, if it was not used so far.
    fn unused_variable(&mut self, name: crate::source::Symbol) -> Option<ObjId> {
        let obj = self.lookup(name)?;
        let object = self.object(obj);
        let own = matches!(object.kind, ObjKind::Var(_)) && object.pkg == Some(self.pkg);
        (own && !self.is_used(obj)).then_some(obj)
    }

    fn restore_unused(&mut self, obj: Option<ObjId>) {
        if let Some(obj) = obj {
            self.used.remove(&obj);
        }
    }

    /// `lhs = rhs`
    fn assign_expr(&mut self, lhs: ExprId, rhs: ExprId, context: &str) {
        match self.assign_target(lhs) {
            Target::Invalid => {
                self.use_exprs(&[rhs]);
            }
            target => {
                let ty = target.ty();
                let place = self.func_target(ty, |c| c.expr_str(lhs));
                let mut x = self.target_expr(rhs, place);
                self.assignment(&mut x, ty, target.context(context));
            }
        }
    }

    /// `lhs = x` where `x` is checked already.
    pub(super) fn assign_operand(&mut self, lhs: ExprId, x: &mut Operand, context: &str) {
        match self.assign_target(lhs) {
            Target::Invalid => x.invalidate(),
            target => self.assignment(x, target.ty(), target.context(context)),
        }
    }

    fn assign_mismatch(&mut self, rhs: &[ExprId], vars: usize, values: usize) {
        let (vars, values) = (count(vars, "variable"), count(values, "value"));
        let text = match rhs {
            &[call] if let ExprKind::Call { fun, .. } = self.ast().exprs[self.ast().unparen(call)].kind => {
                format!("assignment mismatch: {vars} but {} returns {values}", self.expr_str(fun))
            }
            _ => format!("assignment mismatch: {vars} but {values}"),
        };
        self.error_at(rhs[0], Code::WrongAssignCount, text);
    }

    fn return_mismatch(&mut self, at: Pos, lhs: &[ObjId], rhs: &[Operand]) {
        let (pos, quantity) = match rhs.get(lhs.len()) {
            Some(extra) => (self.operand_pos(extra), "too many"),
            None => (rhs.last().map_or(at, |last| self.operand_pos(last)), "not enough"),
        };
        let have: Vec<TyId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TyId> = lhs.iter().map(|&v| self.shared.objects.ty(v)).collect();
        let text = format!(
            "{quantity} return values\n\thave {}\n\twant {}",
            self.types_summary(&have, super::args::Last::Plain),
            self.types_summary(&want, super::args::Last::Plain)
        );
        self.error(pos, Code::WrongResultCount, text);
    }

    fn is_call(&self, e: ExprId) -> bool {
        matches!(self.ast().exprs[self.ast().unparen(e)].kind, ExprKind::Call { .. })
    }

    /// Initialises variables, or with `return_stmt` (its position) the results of the enclosing function.
    pub fn init_vars(&mut self, lhs: &[ObjId], rhs: &[ExprId], return_stmt: Option<Pos>) {
        let context = match return_stmt {
            Some(_) => "return statement",
            None if lhs.len() > 1 => "multiple assignment",
            None => "assignment",
        };
        let single_call = rhs.len() == 1 && self.is_call(rhs[0]);
        if lhs.len() == rhs.len() && !single_call {
            for (&var, &e) in lhs.iter().zip(rhs) {
                let target = self.object(var).ty.get().copied();
                let place = self.func_target(target, |c| match c.name(c.object(var).name) {
                    "" if return_stmt.is_some() => "result variable".to_string(),
                    name => name.to_string(),
                });
                let mut x = self.target_expr(e, place);
                self.init_var(var, &mut x, context);
            }
            return;
        }
        if let &[e] = rhs {
            self.init_from_one(lhs, e, context, return_stmt);
        } else if self.use_exprs(rhs) {
            match return_stmt {
                Some(at) => {
                    let values = self.expr_list(rhs);
                    self.return_mismatch(at, lhs, &values);
                }
                None => self.assign_mismatch(rhs, lhs.len(), rhs.len()),
            }
        }
        for &var in lhs {
            self.set_type(var, TyId::ERROR);
        }
    }

    /// Initialises several variables from one expression. Variables may be left without type.
    fn init_from_one(&mut self, lhs: &[ObjId], e: ExprId, context: &str, return_stmt: Option<Pos>) {
        let (mut values, comma_ok) = self.multi_expr(e, lhs.len() == 2 && return_stmt.is_none());
        if lhs.len() == values.len() {
            for (&var, x) in lhs.iter().zip(&mut values) {
                self.init_var(var, x, context);
            }
            self.record_comma_ok(e, &values, comma_ok);
        } else if !values[0].is_invalid() {
            match return_stmt {
                Some(at) => self.return_mismatch(at, lhs, &values),
                None => self.assign_mismatch(&[e], lhs.len(), values.len()),
            }
        }
    }

    /// Records that `e` is used for two values.
    fn record_comma_ok(&mut self, mut e: ExprId, values: &[Operand], comma_ok: bool) {
        if !comma_ok || values.iter().any(Operand::is_invalid) {
            return;
        }
        let ty = self.tuple(&[values[0].ty, values[1].ty]);
        loop {
            let mode = self.infos[self.file].expr(e).mode;
            self.record(e, ExprInfo { mode, ty });
            let ExprKind::Paren(inner) = self.ast().exprs[e].kind else { return };
            e = inner;
        }
    }

    /// `lhs… = rhs…`
    pub(super) fn assign_vars(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let context = if lhs.len() > 1 { "multiple assignment" } else { "assignment" };
        let single_call = rhs.len() == 1 && self.is_call(rhs[0]);
        if lhs.len() == rhs.len() && !single_call {
            for (&l, &r) in lhs.iter().zip(rhs) {
                self.assign_expr(l, r, context);
            }
            return;
        }
        let &[e] = rhs else {
            let lhs_ok = self.use_targets(lhs);
            if self.use_exprs(rhs) && lhs_ok {
                self.assign_mismatch(rhs, lhs.len(), rhs.len());
            }
            return;
        };
        let (mut values, comma_ok) = self.multi_expr(e, lhs.len() == 2);
        if lhs.len() == values.len() {
            for (&l, x) in lhs.iter().zip(&mut values) {
                self.assign_operand(l, x, context);
            }
            self.record_comma_ok(e, &values, comma_ok);
            return;
        }
        if !values[0].is_invalid() {
            self.assign_mismatch(rhs, lhs.len(), values.len());
        }
        self.use_targets(lhs);
    }

    /// `lhs… := rhs…` at `pos`
    pub(super) fn short_var_decl(&mut self, pos: Pos, lhs: &[ExprId], rhs: &[ExprId]) {
        let top = self.delayed_len();
        let mut vars = Vec::with_capacity(lhs.len());
        let mut new_vars: Vec<(Ident, ObjId)> = Vec::new();
        let mut seen = Vec::with_capacity(lhs.len());
        let mut has_error = false;
        for &e in lhs {
            match self.short_var(e, &mut seen) {
                Some((ident, obj, New::Yes)) => {
                    vars.push(obj);
                    if ident.name != sym::Blank {
                        new_vars.push((ident, obj));
                    }
                }
                Some((_, obj, New::No)) => vars.push(obj),
                None => {
                    has_error = true;
                    let ident = Ident { name: sym::Blank, pos: self.start(e) };
                    vars.push(self.new_object(ident, ObjKind::Var(VarKind::Local), None));
                }
            }
        }
        self.init_vars(&vars, rhs, None);
        for (&e, &obj) in lhs.iter().zip(&vars) {
            self.record(e, ExprInfo { mode: Mode::Variable, ty: self.shared.objects.ty(obj) });
        }
        // Function literals on the right must not see the new variables.
        self.process_delayed(top);
        if new_vars.is_empty() && !has_error {
            self.soft_error(pos, Code::NoNewVar, "no new variables on left side of :=");
            return;
        }
        for (ident, obj) in new_vars {
            self.declare(ident, obj);
        }
    }

    /// The variable that `e` on the left of `:=` declares or reuses. `None` after an error.
    fn short_var(&mut self, e: ExprId, seen: &mut Vec<crate::source::Symbol>) -> Option<(Ident, ObjId, New)> {
        let ExprKind::Name(name) = self.ast().exprs[e].kind else {
            self.use_targets(&[e]);
            let text = format!("non-name {} on left side of :=", self.expr_str(e));
            self.error_at(e, Code::BadDecl, text);
            return None;
        };
        let ident = Ident { name, pos: self.start(e) };
        if name != sym::Blank {
            if seen.contains(&name) {
                let text = format!("{} repeated on left side of :=", self.name(name));
                self.error(ident.pos, Code::RepeatedDecl, text);
                return None;
            }
            seen.push(name);
        }
        if let Some(other) = self.scopes[self.env.scope].get(name) {
            self.record_use(e, other);
            if !matches!(self.object(other).kind, ObjKind::Var(_)) {
                let text = format!("cannot assign to {}", self.name(name));
                self.error(ident.pos, Code::UnassignableOperand, text);
                return None;
            }
            return Some((ident, other, New::No));
        }
        let obj = self.new_local_var(ident, None);
        self.record_def(ident, obj);
        self.record_use(e, obj);
        Some((ident, obj, New::Yes))
    }

    /// Checks expressions whose value does not matter because of another error, so that what they use counts as
    /// used. Tells whether they are all right.
    pub fn use_exprs(&mut self, exprs: &[ExprId]) -> bool {
        // All of them are checked, also after a wrong one.
        let mut ok = true;
        for &e in exprs {
            ok &= self.use_expr(e);
        }
        ok
    }

    fn use_expr(&mut self, e: ExprId) -> bool {
        match self.ast().exprs[self.ast().unparen(e)].kind {
            ExprKind::Name(sym::Blank) => true,
            ExprKind::List(items) => self.use_exprs(self.ast().list(items)),
            _ => !self.raw_expr_for(e, None, Generic::Allowed).0.is_invalid(),
        }
    }

    /// [`Checker::use_exprs`] for left sides of assignments: variables that are assigned to stay unused.
    pub(super) fn use_targets(&mut self, exprs: &[ExprId]) -> bool {
        let mut ok = true;
        for &e in exprs {
            let unused = match self.ast().exprs[self.ast().unparen(e)].kind {
                ExprKind::Name(name) if name != sym::Blank => self.unused_variable(name),
                _ => None,
            };
            ok &= self.use_expr(e);
            self.restore_unused(unused);
        }
        ok
    }
}

/// Whether `:=` declares a variable or assigns to one of the same block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum New {
    Yes,
    No,
}

impl Target {
    fn ty(self) -> Option<TyId> {
        match self {
            Target::Place(ty) => Some(ty),
            Target::Blank | Target::Invalid => None,
        }
    }

    fn context(self, context: &str) -> &str {
        if self == Target::Blank && context == "assignment" { "assignment to _ identifier" } else { context }
    }
}

/// `1 value`, `2 values`
fn count(n: usize, unit: &str) -> String {
    format!("{n} {unit}{}", if n == 1 { "" } else { "s" })
}
