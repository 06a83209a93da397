//! Type expressions (Go spec, Types; gc: `types2/typexpr.go`).

use super::selector::Want;
use super::{Checker, Mode, Operand};
use crate::ast::{ExprId, ExprKind, UnaryOp};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind};
use crate::source::{Pos, Symbol, sym};
use crate::types::{Basic, Ty, TyId};

impl<'p> Checker<'p> {
    /// Checks a type expression and records it. Something that is no type is reported; the result is then
    /// [`TyId::ERROR`].
    pub fn typ(&mut self, e: ExprId) -> TyId {
        let ty = self.type_expr(e);
        if !ty.is_valid() {
            return ty;
        }
        if self.is_generic(ty) && !matches!(self.types().get(ty), Ty::Func(_)) {
            let text = format!("cannot use generic type {} without instantiation", self.ty_str(ty));
            self.error_at(e, Code::WrongTypeArgCount, text);
            return TyId::ERROR;
        }
        self.record_type(e, ty);
        ty
    }

    /// [`Checker::typ`] for the type of a variable, which must not be a constraint.
    pub fn var_type(&mut self, e: ExprId) -> TyId {
        let ty = self.typ(e);
        self.valid_var_type(e, ty);
        ty
    }

    /// Reports an interface that only constraints can be.
    pub(super) fn valid_var_type(&mut self, e: ExprId, ty: TyId) {
        // Most types are no interfaces at first sight; what is not known yet is looked at when it is.
        let certain = !matches!(self.types().get(ty), Ty::Named(_) | Ty::Alias { .. } | Ty::Interface(_));
        if certain || ty == self.shared.universe.any || ty == self.shared.universe.error {
            return;
        }
        let under = self.types().underlying(ty);
        if under.is_valid() && !matches!(self.types().get(under), Ty::Interface(_)) {
            return;
        }
        self.later(move |c| {
            let Some(set) = c.types().type_set(ty) else { return };
            if set.is_method_set() {
                return;
            }
            let what = if set.comparable {
                "interface is (or embeds) comparable"
            } else {
                "interface contains type constraints"
            };
            let text = format!("cannot use type {} outside a type constraint: {what}", c.ty_str(ty));
            let pos = c.ast().start_pos(e);
            c.soft_error(pos, Code::MisplacedConstraintIface, text);
        });
    }

    pub(super) fn type_expr(&mut self, e: ExprId) -> TyId {
        match self.ast().exprs[e].kind {
            ExprKind::Bad => TyId::ERROR,
            ExprKind::Name(name) => self.type_name(e, name),
            ExprKind::Selector { x, sel } => {
                let operand = self.selector(e, x, sel, Want::Type);
                self.operand_type(operand)
            }
            ExprKind::Index { x, .. } => self.instantiated_type(e, x),
            ExprKind::Paren(inner) => self.typ(inner),
            ExprKind::ArrayType { len, elem } => self.array_type(e, len, elem),
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(elem);
                self.types().intern(Ty::Slice(elem))
            }
            ExprKind::DotsType(_) => {
                self.error_at(e, Code::BadDotDotDotSyntax, "invalid use of ...");
                TyId::ERROR
            }
            ExprKind::StructType(fields) => self.struct_type(fields),
            ExprKind::Star(base) => {
                let base = self.var_type(base);
                // A pointer to something invalid is of no use and would cause follow-up errors.
                if base.is_valid() { self.types().intern(Ty::Pointer(base)) } else { base }
            }
            ExprKind::FuncType(_) => self.func_type(e),
            ExprKind::InterfaceType(elems) => self.interface_type(e, elems),
            ExprKind::MapType { key, value } => self.map_type(key, value),
            ExprKind::ChanType { dir, elem } => {
                let elem = self.var_type(elem);
                self.types().intern(Ty::Chan { dir, elem })
            }
            ExprKind::BasicLit { .. }
            | ExprKind::CompositeLit { .. }
            | ExprKind::KeyValue { .. }
            | ExprKind::FuncLit { .. }
            | ExprKind::Slice { .. }
            | ExprKind::TypeAssert { .. }
            | ExprKind::TypeSwitchGuard { .. }
            | ExprKind::Unary { .. }
            | ExprKind::Binary { .. }
            | ExprKind::Call { .. }
            | ExprKind::List(_) => {
                let text = format!("{} is not a type", self.expr_str(e));
                self.error_at(e, Code::NotAType, text);
                self.use_exprs(&[e]);
                TyId::ERROR
            }
        }
    }

    /// The type that an operand denotes.
    fn operand_type(&mut self, x: Operand) -> TyId {
        match x.mode {
            Mode::Type => return x.ty,
            Mode::Invalid => {}
            mode => {
                let what = if mode == Mode::NoValue { "used as type" } else { "is not a type" };
                let text = format!("{} {what}", self.operand_string(&x));
                let pos = self.operand_pos(&x);
                self.error(pos, Code::NotAType, text);
            }
        }
        TyId::ERROR
    }

    /// A name where a type is expected.
    fn type_name(&mut self, e: ExprId, name: Symbol) -> TyId {
        let pos = self.ast().exprs[e].pos;
        let Some(obj) = self.lookup(name) else {
            if name == sym::Blank {
                self.error(pos, Code::InvalidBlank, "cannot use _ as value or type");
            } else {
                self.undefined(pos, name);
            }
            return TyId::ERROR;
        };
        if !self.predeclared_ok(pos, obj) {
            return TyId::ERROR;
        }
        if !matches!(self.object(obj).kind, ObjKind::TypeName) {
            let text = format!("{} ({}) is not a type", self.name(name), self.object_kind(obj));
            self.error(pos, Code::NotAType, text);
            self.mark_used(obj);
            return TyId::ERROR;
        }
        self.record_use(e, obj);
        self.resolve_type_name(obj);
        self.type_of_name(obj)
    }

    /// Reports a name that is not declared, unless the lexer has reported its characters.
    pub(super) fn undefined(&mut self, pos: Pos, name: Symbol) {
        let text = self.name(name);
        if text.chars().all(|c| c.is_alphanumeric() || c == '_') {
            self.error(pos, Code::UndeclaredName, format!("undefined: {text}"));
        }
    }

    /// Whether the language version knows a predeclared object; reports it if not.
    pub(super) fn predeclared_ok(&mut self, pos: Pos, obj: ObjId) -> bool {
        let new = self.lang() < 18 && self.object(obj).pkg.is_none() && {
            let ty = self.object(obj).ty.get().copied();
            ty == Some(self.shared.universe.any) || ty == Some(self.shared.universe.comparable)
        };
        !new || {
            let what = format!("predeclared {}", self.name(self.object(obj).name));
            self.verify_version(pos, 18, &what)
        }
    }

    /// The type that a type name denotes. The declaration may still be in progress.
    pub fn type_of_name(&mut self, obj: ObjId) -> TyId {
        match self.object(obj).ty.get().copied() {
            // An alias that needs itself, in a way that is not wrong: the target is found later.
            None => self.types().intern(Ty::Alias { obj, actual: TyId::ERROR, targs: Box::default() }),
            Some(ty) => match self.types().get(ty) {
                Ty::Named(n) if self.types().named(*n).invalid.load(std::sync::atomic::Ordering::Relaxed) => {
                    TyId::ERROR
                }
                _ => ty,
            },
        }
    }

    fn array_type(&mut self, e: ExprId, len: Option<ExprId>, elem: ExprId) -> TyId {
        let len = match len {
            Some(len) => self.array_length(len),
            None => {
                let text = "invalid use of [...] array (outside a composite literal)";
                self.error_at(e, Code::BadDotDotDotSyntax, text);
                None
            }
        };
        let elem = self.var_type(elem);
        match len {
            Some(len) => self.types().intern(Ty::Array { elem, len }),
            None => TyId::ERROR,
        }
    }

    /// The value of an array length, a constant that is a non-negative `int`.
    pub fn array_length(&mut self, e: ExprId) -> Option<u64> {
        // A single name may be a type parameter without constraint: `type T[P] …`.
        if let ExprKind::Name(name) = self.ast().exprs[e].kind {
            let shown = self.name(name);
            let text = match self.lookup(name).map(|obj| &self.object(obj).kind) {
                Some(ObjKind::Const(_)) => None,
                Some(_) => Some(format!("invalid array length {shown}")),
                None => Some(format!("undefined array length {shown} or missing type constraint")),
            };
            if let Some(text) = text {
                self.error_at(e, Code::InvalidArrayLen, text);
                return None;
            }
        }
        let x = self.expr(e, None);
        if x.mode != Mode::Constant {
            if !x.is_invalid() {
                let text = format!("array length {} must be constant", self.operand_string(&x));
                self.error_at(e, Code::InvalidArrayLen, text);
            }
            return None;
        }
        let is_integer = self.all_integer(x.ty);
        let value = x.value.as_ref()?;
        if (is_integer || self.is_untyped(x.ty))
            && let Some(n) = value.representable(Basic::Int).and_then(|v| v.to_i64())
            && n >= 0
        {
            return Some(n as u64);
        }
        let shown = self.operand_string(&x);
        let text = if is_integer {
            format!("invalid array length {shown}")
        } else {
            format!("array length {shown} must be integer")
        };
        self.error_at(e, Code::InvalidArrayLen, text);
        None
    }

    fn map_type(&mut self, key: ExprId, value: ExprId) -> TyId {
        let key_ty = self.var_type(key);
        let elem = self.var_type(value);
        if !matches!(self.types().get(key_ty), Ty::Basic(_)) {
            self.later(move |c| {
                if c.types().underlying(key_ty).is_valid() && !c.types().comparable(key_ty) {
                    let why = if c.is_type_param(key_ty) { " (missing comparable constraint)" } else { "" };
                    let text = format!("invalid map key type {}{why}", c.ty_str(key_ty));
                    c.error_at(key, Code::IncomparableMapKey, text);
                }
            });
        }
        self.types().intern(Ty::Map { key: key_ty, elem })
    }

    /// Whether an expression is `~T`, which only constraints contain.
    pub(super) fn is_tilde(&self, e: ExprId) -> bool {
        matches!(self.ast().exprs[e].kind, ExprKind::Unary { op: UnaryOp::Tilde, .. })
    }
}
