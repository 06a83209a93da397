//! The operand of an expression while it is checked (gc: `types2/operand.go`).

use crate::ast::ExprId;
use crate::object::ObjId;
use crate::program::Mode;
use crate::types::TyId;
use crate::types::builtins::Builtin;
use crate::types::constant::ConstValue;

/// What is known of an expression while it is being checked. `mode == Mode::Invalid` silences follow-up errors.
#[derive(Clone, Debug)]
pub struct Operand {
    /// How it can be used.
    pub mode: Mode,
    /// Its type; may still be untyped.
    pub ty: TyId,
    /// The value, if `mode` is [`Mode::Constant`].
    pub value: Option<ConstValue>,
    /// Which one, if `mode` is [`Mode::Builtin`].
    pub builtin: Option<Builtin>,
    /// The object, if the operand is a (qualified) name.
    pub obj: Option<ObjId>,
    /// The expression, for positions and messages; `None` for operands without source.
    pub expr: Option<ExprId>,
}

impl Operand {
    /// An invalid operand for `expr`.
    pub fn invalid(expr: Option<ExprId>) -> Operand {
        Operand { mode: Mode::Invalid, ty: TyId::ERROR, value: None, builtin: None, obj: None, expr }
    }

    /// Whether an error was already reported for it.
    pub fn is_invalid(&self) -> bool {
        self.mode == Mode::Invalid
    }
}
