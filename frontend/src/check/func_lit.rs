//! Function literals (Go spec, Function literals).

use super::{Checker, Operand};
use crate::ast::{Block, ExprId};
use crate::program::Mode;

impl<'p> Checker<'p> {
    /// `func(…) … { … }`. The body is checked at the end of the statement: it may refer to what the statement
    /// around it declares, such as a type.
    pub(super) fn func_lit(&mut self, e: ExprId, ty: ExprId, body: Block) -> Operand {
        let sig = self.func_literal(ty, body);
        Operand::new(Mode::Value, sig, e)
    }
}
