//! The operand of an expression while it is checked (gc: `types2/operand.go`).

use super::Checker;
use crate::ast::print::expr_to_string;
use crate::ast::{ExprId, ExprKind};
use crate::object::ObjId;
use crate::program::Mode;
use crate::source::{Pos, sym};
use crate::types::builtins::Builtin;
use crate::types::constant::ConstValue;
use crate::types::{Basic, Ty, TyId};

/// What is known of an expression while it is being checked. `mode == Mode::Invalid` silences follow-up errors.
#[derive(Clone, Debug)]
pub struct Operand {
    /// How it can be used.
    pub mode: Mode,
    /// Its type; may still be untyped.
    pub ty: TyId,
    /// The value, if `mode` is [`Mode::Constant`]. A constant without value is one whose computation failed and was
    /// reported.
    pub value: Option<ConstValue>,
    /// Which one, if `mode` is [`Mode::Builtin`].
    pub builtin: Option<Builtin>,
    /// The object, if the operand is a (qualified) name.
    pub obj: Option<ObjId>,
    /// The expression, for positions and messages; `None` for operands without source.
    pub expr: Option<ExprId>,
    /// What messages call an operand that is no expression of its own.
    pub label: Option<Box<Label>>,
}

/// Position and text of an operand that is no expression of its own, such as one of several results of a call.
#[derive(Clone, Debug)]
pub struct Label {
    /// The text in place of the expression.
    pub text: String,
    /// Where errors about it are reported.
    pub pos: Pos,
}

impl Operand {
    /// An invalid operand for `expr`.
    pub fn invalid(expr: Option<ExprId>) -> Operand {
        Operand {
            mode: Mode::Invalid,
            ty: TyId::ERROR,
            value: None,
            builtin: None,
            obj: None,
            expr,
            label: None,
        }
    }

    /// An operand for `expr`.
    pub fn new(mode: Mode, ty: TyId, expr: ExprId) -> Operand {
        Operand { mode, ty, ..Operand::invalid(Some(expr)) }
    }

    /// The constant `value`, the value of `expr`.
    pub fn constant(ty: TyId, value: ConstValue, expr: ExprId) -> Operand {
        Operand { value: Some(value), ..Operand::new(Mode::Constant, ty, expr) }
    }

    /// A value that has no expression of its own.
    pub fn labelled(mode: Mode, ty: TyId, text: impl Into<String>, pos: Pos) -> Operand {
        Operand {
            mode,
            ty,
            label: Some(Box::new(Label { text: text.into(), pos })),
            ..Operand::invalid(None)
        }
    }

    /// Whether an error was already reported for it.
    pub fn is_invalid(&self) -> bool {
        self.mode == Mode::Invalid
    }

    /// Marks that an error was reported for it.
    pub fn invalidate(&mut self) {
        self.mode = Mode::Invalid;
    }

    /// Whether it is the predeclared `nil`, possibly converted already.
    pub fn is_nil(&self) -> bool {
        self.mode == Mode::Nil
    }

    /// Whether it is a constant (whose value may be unknown after an error).
    pub fn is_constant(&self) -> bool {
        self.mode == Mode::Constant
    }

    /// Makes it a computed value of type `ty`.
    pub fn set_value(&mut self, ty: TyId) {
        self.mode = Mode::Value;
        self.ty = ty;
        self.value = None;
    }

    /// Makes it the constant `value` of type `ty`.
    pub fn set_constant(&mut self, ty: TyId, value: ConstValue) {
        self.mode = Mode::Constant;
        self.ty = ty;
        self.value = Some(value);
    }
}

/// The mode as messages name it.
fn mode_text(mode: Mode) -> &'static str {
    match mode {
        Mode::Invalid => "invalid operand",
        Mode::NoValue => "no value",
        Mode::Builtin => "built-in",
        Mode::Type => "type",
        Mode::Constant => "constant",
        Mode::Variable => "variable",
        Mode::MapIndex => "map index expression",
        Mode::Value => "value",
        Mode::Nil => "nil",
        Mode::CommaOk => "comma, ok expression",
        Mode::Package => "package",
    }
}

impl<'p> Checker<'p> {
    /// Where errors about `x` are reported: the leftmost position of its expression.
    pub fn operand_pos(&self, x: &Operand) -> Pos {
        match (&x.label, x.expr) {
            (Some(label), _) => label.pos,
            (None, Some(e)) => self.start(e),
            (None, None) => Pos::NONE,
        }
    }

    /// The source of `x`, printed.
    pub fn operand_expr(&self, x: &Operand) -> String {
        match (&x.label, x.expr) {
            (Some(label), _) => label.text.clone(),
            (None, Some(e)) => self.expr_str(e),
            (None, None) => String::new(),
        }
    }

    /// The leftmost position of an expression.
    pub fn start(&self, e: ExprId) -> Pos {
        self.ast().start_pos(e)
    }

    /// An expression, printed as gc prints it in messages.
    pub fn expr_str(&self, e: ExprId) -> String {
        expr_to_string(self.ast(), self.shared.interner, e)
    }

    /// `x (variable of type int)`: how messages describe an operand (gc: `operandString`).
    pub fn operand_string(&self, x: &Operand) -> String {
        if x.is_nil() {
            return match x.ty {
                TyId::ERROR => "nil (with invalid type)".to_string(),
                t if t == Basic::UntypedNil.ty() => "nil".to_string(),
                t => format!("nil (of type {})", self.ty_str(t)),
            };
        }
        let expr = self.operand_expr(x);
        let mut desc = String::new();
        let has_type =
            !matches!(x.mode, Mode::Invalid | Mode::NoValue | Mode::Builtin | Mode::Type | Mode::Package);
        let untyped = self.is_untyped(x.ty);
        if has_type && untyped {
            desc.push_str(self.shared.types.basic(x.ty).map_or("", Basic::name));
            desc.push(' ');
        }
        desc.push_str(mode_text(x.mode));
        if x.is_constant() {
            let value = x.value.as_ref().map_or_else(|| "unknown".to_string(), |v| v.to_string());
            if value != expr {
                desc.push(' ');
                desc.push_str(&value);
            }
        }
        if has_type && !untyped {
            if self.is_valid(x.ty) {
                desc.push_str(" of ");
                desc.push_str(&self.type_structure(x.ty));
                desc.push_str("type ");
                desc.push_str(&self.named_results(x).unwrap_or_else(|| self.ty_str(x.ty)));
                if let Some(p) = self.types().as_type_param(x.ty) {
                    let constraint = self.types().type_param(p).constraint.get().copied().unwrap_or_default();
                    desc.push_str(" constrained by ");
                    desc.push_str(&self.ty_str(constraint));
                    let terms = &self.types().constraint_set(p).terms;
                    if terms.as_ref().is_some_and(|terms| terms.is_empty()) {
                        desc.push_str(" with empty type set");
                    }
                }
            } else {
                desc.push_str(" with invalid type");
            }
        }
        if expr.is_empty() { desc } else { format!("{expr} ({desc})") }
    }

    /// The results of a call as `(n int, err error)`, if `x` is one of a function that names them.
    fn named_results(&self, x: &Operand) -> Option<String> {
        let Ty::Tuple(_) = self.types().get(x.ty) else { return None };
        let ExprKind::Call { fun, .. } = self.ast().exprs[self.ast().unparen(x.expr?)].kind else {
            return None;
        };
        let Ty::Func(sig) = self.under(self.infos[self.file].expr(fun).ty) else { return None };
        let shown = sig.results.iter().map(|r| match r.name {
            sym::Empty => self.ty_str(r.ty),
            name => format!("{} {}", self.name(name), self.ty_str(r.ty)),
        });
        Some(format!("({})", shown.collect::<Vec<_>>().join(", ")))
    }

    /// For a named type the kind of its underlying type and a space, as in `of struct type T`; else nothing.
    fn type_structure(&self, ty: TyId) -> String {
        let types = self.shared.types;
        let named = match types.get(ty) {
            Ty::Named(_) => true,
            // `byte` and `rune` are basic types under a second name.
            Ty::Alias { .. } if self.is_type_param(ty) => false,
            Ty::Alias { obj, actual, .. } => {
                self.shared.objects.get(*obj).pkg.is_some() || !matches!(types.get(*actual), Ty::Basic(_))
            }
            _ => false,
        };
        if !named {
            return String::new();
        }
        let kind = self.composite_kind(ty);
        if self.under(ty) == &Ty::Basic(crate::types::Basic::UnsafePointer) {
            // gc leaves the package out.
            "Pointer ".to_string()
        } else if kind.is_empty() {
            format!("{} ", self.ty_str(self.shown_underlying(ty)))
        } else {
            format!("{kind} ")
        }
    }

    /// `array`, `slice` and so on; the empty string for a basic type (gc: `compositeKind`).
    pub fn composite_kind(&self, ty: TyId) -> &'static str {
        match self.shared.types.under(ty) {
            Ty::Basic(_) | Ty::Named(_) | Ty::Alias { .. } | Ty::TypeParam(_) => "",
            Ty::Array { .. } => "array",
            Ty::Slice(_) => "slice",
            Ty::Struct(_) => "struct",
            Ty::Pointer(_) => "pointer",
            Ty::Func(_) => "func",
            Ty::Interface(_) => "interface",
            Ty::Map { .. } => "map",
            Ty::Chan { .. } => "chan",
            Ty::Tuple(_) => "tuple",
            Ty::Union(_) => "union",
        }
    }
}
