//! Expressions: the dispatch over their forms, and the rules common to all (gc: `types2/expr.go`).
//!
//! Every expression goes through [`Checker::raw_expr`], which records what was found out. Untyped expressions are
//! recorded as untyped first; when the context decides their type, [`Checker::update_expr_type`] walks down the
//! tree again and records the final one.

use super::generic::FuncTarget;
use super::selector::Want;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind, UnaryOp};
use crate::diag::Code;
use crate::object::ObjKind;
use crate::program::{ExprInfo, Mode};
use crate::source::{Symbol, sym};
use crate::types::{Basic, Ty, TyId};

/// What a form of expression may stand for; decides whether it can be a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExprClass {
    /// A conversion.
    Conversion,
    /// Neither of the others.
    Expression,
    /// A call or receive operation, or something wrong that was reported.
    Statement,
}

/// What is done about a generic function (or type) without all its type arguments.
#[derive(Clone, Debug)]
pub(super) enum Generic {
    /// It may stay so.
    Allowed,
    /// The rest is inferred from the target, if there is one; else it is an error.
    Target(Option<FuncTarget>),
}

impl<'p> Checker<'p> {
    /// Checks an expression that must be one value. `_target` is the type that it is assigned to, if known; it
    /// will direct the inference of type arguments.
    pub fn expr(&mut self, e: ExprId, _target: Option<TyId>) -> Operand {
        self.value_expr(e, None)
    }

    /// Checks an expression that must be one value. A generic function gets its type arguments from the target.
    pub(super) fn target_expr(&mut self, e: ExprId, target: Option<FuncTarget>) -> Operand {
        let (mut x, _) = self.raw_expr_for(e, None, Generic::Target(target));
        self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
        self.single_value(&mut x);
        x
    }

    /// Checks an expression that must be one value, perhaps a generic function. `hint`: see [`Checker::value_expr`].
    pub(super) fn generic_expr(&mut self, e: ExprId, hint: Option<TyId>) -> Operand {
        let (mut x, _) = self.raw_expr_for(e, hint, Generic::Allowed);
        self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
        self.single_value(&mut x);
        x
    }

    /// [`Checker::expr_or_type`] that may be generic.
    pub(super) fn generic_expr_or_type(&mut self, e: ExprId) -> Operand {
        let (mut x, _) = self.raw_expr_for(e, None, Generic::Allowed);
        self.exclude(&mut x, &[Mode::NoValue]);
        self.single_value(&mut x);
        x
    }

    /// Checks an expression that must be one value. `hint` is the element type if `e` is an element of a composite
    /// literal and may leave its own type out.
    pub fn value_expr(&mut self, e: ExprId, hint: Option<TyId>) -> Operand {
        let (mut x, _) = self.raw_expr(e, hint);
        self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
        self.single_value(&mut x);
        x
    }

    /// Checks an expression that is one value or a type.
    pub fn expr_or_type(&mut self, e: ExprId) -> Operand {
        let (mut x, _) = self.raw_expr(e, None);
        self.exclude(&mut x, &[Mode::NoValue]);
        self.single_value(&mut x);
        x
    }

    /// Checks an expression that may yield several values: the results of a call, or with `allow_comma_ok` a value
    /// and a boolean. The flag tells that the latter was found. After an error the first operand is invalid.
    pub fn multi_expr(&mut self, e: ExprId, allow_comma_ok: bool) -> (Vec<Operand>, bool) {
        let (mut x, _) = self.raw_expr(e, None);
        self.exclude(&mut x, &[Mode::NoValue, Mode::Builtin, Mode::Type]);
        let pos = self.start(e);
        if !x.is_invalid()
            && let Some(types) = self.tuple_types(x.ty)
        {
            let result =
                |(i, &ty)| Operand::labelled(Mode::Value, ty, format!("{} function result", nth(i + 1)), pos);
            return (types.iter().enumerate().map(result).collect(), false);
        }
        if allow_comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            let text = "ok value of (comma, ok) expression";
            let ok = Operand::labelled(Mode::Value, Basic::UntypedBool.ty(), text, pos);
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    /// Checks any expression and records it. `hint`: see [`Checker::value_expr`].
    pub fn raw_expr(&mut self, e: ExprId, hint: Option<TyId>) -> (Operand, ExprClass) {
        self.raw_expr_for(e, hint, Generic::Target(None))
    }

    /// [`Checker::raw_expr`] with what is done about generic functions and types.
    pub(super) fn raw_expr_for(
        &mut self,
        e: ExprId,
        hint: Option<TyId>,
        generic: Generic,
    ) -> (Operand, ExprClass) {
        let (mut x, class) = self.dispatch_expr(e, hint, &generic);
        x.expr = Some(e);
        x.label = None;
        if let Generic::Target(target) = &generic {
            self.non_generic(&mut x, target.as_ref());
        }
        self.record_operand(&x);
        (x, class)
    }

    fn dispatch_expr(&mut self, e: ExprId, hint: Option<TyId>, generic: &Generic) -> (Operand, ExprClass) {
        let x = match self.ast().exprs[e].kind {
            ExprKind::Name(name) => self.name_expr(e, name),
            ExprKind::BasicLit { kind, text, bad } => self.basic_lit(e, kind, text, bad),
            ExprKind::FuncLit { ty, body } => self.func_lit(e, ty, self.ast()[body]),
            ExprKind::CompositeLit { ty, value } => self.composite_lit(e, ty, value, hint),
            // The class of what is inside: a call in parentheses can be a statement.
            ExprKind::Paren(inner) => return self.raw_expr_for(inner, None, generic.clone()),
            ExprKind::Selector { x, sel } => self.selector(e, x, sel, Want::Any),
            ExprKind::Index { x, index } => {
                let (mut x, is_inst) = self.index_expr(e, x, index);
                if is_inst {
                    let target = match generic {
                        Generic::Target(target) => target.clone(),
                        Generic::Allowed => None,
                    };
                    let pos = self.ast().exprs[e].pos;
                    self.func_inst(&mut x, pos, Some(e), target.as_ref());
                }
                x
            }
            ExprKind::Slice { x, bounds } => self.slice_expr(e, x, self.ast()[bounds]),
            ExprKind::TypeAssert { x, ty } => self.type_assert(e, x, ty),
            ExprKind::Call { fun, args, dots, .. } => return self.call_expr(e, fun, args, dots),
            ExprKind::Unary { op: UnaryOp::Recv, x } => return (self.receive(e, x), ExprClass::Statement),
            ExprKind::Unary { op, x } => self.unary(e, op, x),
            ExprKind::Star(x) => self.star(e, x),
            ExprKind::Binary { op, x, y } => self.binary(Some(e), x, y, op),
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType(_)
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {
                let ty = self.typ(e);
                Operand::new(Mode::Type, ty, e)
            }
            ExprKind::Bad
            | ExprKind::DotsType(_)
            | ExprKind::KeyValue { .. }
            | ExprKind::List(_)
            | ExprKind::TypeSwitchGuard { .. } => self.misplaced_expr(e),
        };
        let class = if x.is_invalid() { ExprClass::Statement } else { ExprClass::Expression };
        (x, class)
    }

    /// Forms that stand only in special places, where they are not checked through here.
    fn misplaced_expr(&mut self, e: ExprId) -> Operand {
        let text = match self.ast().exprs[e].kind {
            ExprKind::TypeSwitchGuard { x, .. } => {
                self.use_exprs(&[x]);
                "invalid syntax tree: use of .(type) outside type switch"
            }
            ExprKind::DotsType(_) => "invalid syntax tree: invalid use of ...",
            ExprKind::KeyValue { .. } => "invalid syntax tree: no key:value expected",
            ExprKind::List(_) => "invalid syntax tree: unexpected list of expressions",
            _ => return Operand::invalid(Some(e)),
        };
        let pos = self.start(e);
        self.error(pos, Code::InvalidSyntaxTree, text);
        Operand::invalid(Some(e))
    }

    /// A name in an expression (gc: `ident` in `types2/typexpr.go`).
    fn name_expr(&mut self, e: ExprId, name: Symbol) -> Operand {
        let pos = self.start(e);
        let Some(obj) = self.lookup(name) else {
            if name == sym::Blank {
                self.error(pos, Code::InvalidBlank, "cannot use _ as value or type");
            } else {
                self.undefined(pos, name);
            }
            return Operand::invalid(Some(e));
        };
        if !self.predeclared_ok(pos, obj) {
            return Operand::invalid(Some(e));
        }
        self.record_use(e, obj);
        self.resolve(obj);
        if matches!(self.shared.objects.get(obj).kind, ObjKind::PkgName(_)) {
            let text = format!("use of package {} not in selector", self.name(name));
            self.error(pos, Code::InvalidPkgUse, text);
            return Operand::invalid(Some(e));
        }
        self.object_operand(e, obj)
    }

    /// The operand that names the resolved object `obj`, which is no package.
    pub(super) fn object_operand(&mut self, e: ExprId, obj: crate::object::ObjId) -> Operand {
        let object = self.shared.objects.get(obj);
        let ty = self.object_type(obj);
        let mut x = Operand { obj: Some(obj), ..Operand::new(Mode::Value, ty, e) };
        match &object.kind {
            ObjKind::Const(value) => {
                if !self.is_valid(ty) {
                    return Operand::invalid(Some(e));
                }
                x.mode = Mode::Constant;
                x.value = value.get().cloned();
                if object.name == sym::Iota && object.pkg.is_none() {
                    x.value = self.env.iota.clone();
                    if x.value.is_none() {
                        let pos = self.start(e);
                        self.error(pos, Code::InvalidIota, "cannot use iota outside constant declaration");
                        return Operand::invalid(Some(e));
                    }
                }
            }
            ObjKind::Var(_) => {
                self.mark_used(obj);
                if !self.is_valid(ty) {
                    return Operand::invalid(Some(e));
                }
                x.mode = Mode::Variable;
            }
            ObjKind::TypeName => x.mode = Mode::Type,
            ObjKind::Func { .. } => {
                // A generic function, which was reported.
                if !self.is_valid(ty) {
                    return Operand::invalid(Some(e));
                }
                x.mode = Mode::Value;
            }
            ObjKind::Builtin(b) => {
                x.mode = Mode::Builtin;
                x.builtin = Some(*b);
            }
            ObjKind::Nil => {
                x.mode = Mode::Nil;
                x.ty = Basic::UntypedNil.ty();
            }
            ObjKind::PkgName(_) => x.invalidate(),
        }
        x
    }

    /// `*x`: indirection, or a pointer type.
    fn star(&mut self, e: ExprId, inner: ExprId) -> Operand {
        let mut x = self.expr_or_type(inner);
        match x.mode {
            Mode::Invalid => return Operand::invalid(Some(e)),
            Mode::Type => {
                self.valid_var_type(inner, x.ty);
                x.ty = self.pointer_to(x.ty);
                return x;
            }
            _ => {}
        }
        let base = match self.common_base(&x) {
            Ok(base) => base,
            Err(()) => {
                self.error_about(&x, Code::InvalidIndirection, |c, x| {
                    let x = c.operand_string(x);
                    format!("invalid operation: pointers of {x} must have identical base types")
                });
                return Operand::invalid(Some(e));
            }
        };
        let Some(base) = base else {
            self.error_about(&x, Code::InvalidIndirection, |c, x| {
                format!("invalid operation: cannot indirect {}", c.operand_string(x))
            });
            return Operand::invalid(Some(e));
        };
        if !self.is_complete(base) {
            return Operand::invalid(Some(e));
        }
        x.mode = Mode::Variable;
        x.ty = base;
        x
    }

    /// What all pointers of the operand's type set point to; `None` if one is no pointer, an error if they differ.
    fn common_base(&self, x: &Operand) -> Result<Option<TyId>, ()> {
        let mut common = None;
        for (_, u) in self.types().each_type(x.ty).unwrap_or_default() {
            let Ty::Pointer(base) = *self.types().get(u) else { return Ok(None) };
            if common.is_some_and(|known| !self.types().identical(known, base)) {
                return Err(());
            }
            common = Some(base);
        }
        Ok(common)
    }

    /// `x.(T)`
    fn type_assert(&mut self, e: ExprId, inner: ExprId, ty: ExprId) -> Operand {
        let mut x = self.expr(inner, None);
        if x.is_invalid() {
            return Operand::invalid(Some(e));
        }
        if self.is_type_param(x.ty) {
            self.error_about(&x, Code::InvalidAssert, |c, x| {
                format!(
                    "invalid operation: cannot use type assertion on type parameter value {}",
                    c.operand_string(x)
                )
            });
            return Operand::invalid(Some(e));
        }
        if !self.is_interface(x.ty) {
            self.error_about(&x, Code::InvalidAssert, |c, x| {
                format!("invalid operation: {} is not an interface", c.operand_string(x))
            });
            return Operand::invalid(Some(e));
        }
        let target = self.var_type(ty);
        if !self.is_valid(target) || !self.is_complete(target) {
            return Operand::invalid(Some(e));
        }
        if let Some(cause) = self.why_not_assertable(x.ty, target) {
            let (expr, t, v) = (self.expr_str(e), self.ty_str(target), self.ty_str(x.ty));
            let text = format!("impossible type assertion: {expr}\n\t{t} does not implement {v} {cause}");
            let pos = self.start(e);
            self.error(pos, Code::ImpossibleAssert, text);
        }
        x.mode = Mode::CommaOk;
        x.ty = target;
        x
    }

    /// Reports and invalidates an operand whose mode is one of `modes`.
    pub fn exclude(&mut self, x: &mut Operand, modes: &[Mode]) {
        if !modes.contains(&x.mode) {
            return;
        }
        let (code, what) = match x.mode {
            Mode::NoValue if modes.contains(&Mode::Type) => (Code::TooManyValues, "used as value"),
            Mode::NoValue => (Code::TooManyValues, "used as value or type"),
            Mode::Builtin => (Code::UncalledBuiltin, "must be called"),
            Mode::Type => (Code::NotAnExpr, "is not an expression"),
            _ => return,
        };
        self.error_about(x, code, |c, x| format!("{} {what}", c.operand_string(x)));
        x.invalidate();
    }

    /// Reports and invalidates an operand that stands for several values.
    pub fn single_value(&mut self, x: &mut Operand) {
        if x.mode == Mode::Value && matches!(self.shared.types.get(x.ty), Ty::Tuple(_)) {
            self.error_about(x, Code::TooManyValues, |c, x| {
                format!("multiple-value {} in single-value context", c.operand_string(x))
            });
            x.invalidate();
        }
    }

    /// Reports an error at `x`; `text` writes it.
    pub(super) fn error_about(
        &mut self,
        x: &Operand,
        code: Code,
        text: impl FnOnce(&Self, &Operand) -> String,
    ) {
        let (pos, text) = (self.operand_pos(x), text(self, x));
        self.error(pos, code, text);
    }

    /// Records what is known of an operand. An untyped type is provisional.
    pub(super) fn record_operand(&mut self, x: &Operand) {
        let Some(e) = x.expr else { return };
        let ty = match x.mode {
            Mode::Invalid => return,
            Mode::NoValue | Mode::Builtin => self.tuple(&[]),
            _ => x.ty,
        };
        self.record(e, ExprInfo { mode: x.mode, ty });
        if let (Mode::Constant, Some(value)) = (x.mode, &x.value) {
            self.record_const(e, value.clone());
        }
    }
}

/// `1st`, `2nd`, …
fn nth(n: usize) -> String {
    let suffix = match n {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}
