//! Unary operators (Go spec, Arithmetic operators, Address operators, Receive operator).

use super::{Checker, Operand};
use crate::ast::{ChanDir, ExprId, ExprKind, UnaryOp};
use crate::diag::Code;
use crate::program::Mode;
use crate::source::Pos;
use crate::types::constant::ConstValue;
use crate::types::{Ty, TyId};

impl<'p> Checker<'p> {
    /// `op x` for all operators but `*` and `<-`.
    pub(super) fn unary(&mut self, e: ExprId, mut op: UnaryOp, inner: ExprId) -> Operand {
        let mut x = self.expr(inner, None);
        if x.is_invalid() {
            return Operand::invalid(Some(e));
        }
        let pos = self.ast().exprs[e].pos;
        match op {
            UnaryOp::Addr => return self.address_of(x, inner),
            UnaryOp::Tilde => {
                let text = "cannot use ~ outside of interface or type constraint";
                if !self.all_integer(x.ty) {
                    self.error(pos, Code::UndefinedOp, text);
                    return Operand::invalid(Some(e));
                }
                self.error(pos, Code::UndefinedOp, format!("{text} (use ^ for bitwise complement)"));
                op = UnaryOp::Xor;
            }
            _ => {}
        }
        let defined = match op {
            UnaryOp::Not => self.all_boolean(x.ty),
            UnaryOp::Xor => self.all_integer(x.ty),
            _ => self.all_numeric(x.ty),
        };
        if !defined {
            self.error_about(&x, Code::UndefinedOp, |c, x| {
                format!("invalid operation: operator {} not defined on {}", op.text(), c.operand_string(x))
            });
            return Operand::invalid(Some(e));
        }
        if !x.is_constant() {
            x.set_value(x.ty);
            return x;
        }
        x.expr = Some(e);
        if let Some(value) = &x.value {
            // The complement of an unsigned constant stays in its type.
            let bits = self.all_unsigned(x.ty).then(|| self.types().size_of(x.ty) as u32 * 8);
            x.value = ConstValue::unary(op, value, bits);
            self.overflow(&mut x, pos);
        }
        x
    }

    /// `&x`
    fn address_of(&mut self, mut x: Operand, inner: ExprId) -> Operand {
        let literal =
            matches!(self.ast().exprs[self.ast().unparen(inner)].kind, ExprKind::CompositeLit { .. });
        if !literal && x.mode != Mode::Variable {
            self.error_about(&x, Code::UnaddressableOperand, |c, x| {
                format!("invalid operation: cannot take address of {}", c.operand_string(x))
            });
            x.invalidate();
            return x;
        }
        let ty = self.pointer_to(x.ty);
        x.set_value(ty);
        x
    }

    /// `<-x`
    pub(super) fn receive(&mut self, e: ExprId, inner: ExprId) -> Operand {
        let mut x = self.expr(inner, None);
        if x.is_invalid() {
            return Operand::invalid(Some(e));
        }
        let pos = self.operand_pos(&x);
        let Some(elem) = self.chan_elem(pos, &x, ChanDir::Recv) else { return Operand::invalid(Some(e)) };
        if !self.is_complete(elem) {
            return Operand::invalid(Some(e));
        }
        self.env.has_call_or_recv = true;
        x.mode = Mode::CommaOk;
        x.ty = elem;
        x
    }

    /// The element type of channel `x` that is received from or sent to (`dir`); reports if it cannot be.
    pub(super) fn chan_elem(&mut self, pos: Pos, x: &Operand, dir: ChanDir) -> Option<TyId> {
        let cause = match self.channel_cause(x.ty, dir) {
            Ok(elem) => return Some(elem),
            Err(cause) => cause,
        };
        let (code, what) = match dir {
            ChanDir::Send => (Code::InvalidSend, "send to"),
            _ => (Code::InvalidReceive, "receive from"),
        };
        // The operand's description repeats the type, as gc's message does.
        let shown = self.operand_string(x);
        let text = if self.is_type_param(x.ty) {
            format!("invalid operation: cannot {what} {shown}: {cause}")
        } else {
            format!("invalid operation: cannot {what} {cause} {shown}")
        };
        self.error(pos, code, text);
        None
    }

    /// The element type of all channels that a type stands for, or why they cannot be received from or sent to.
    fn channel_cause(&self, ty: TyId, dir: ChanDir) -> Result<TyId, String> {
        let types = self.types();
        let list = types.each_type(ty).ok_or("no specific channel type")?;
        for (t, u) in list {
            let what = match types.get(u) {
                Ty::Chan { dir: have, .. } if *have == ChanDir::Both || *have == dir => continue,
                Ty::Chan { dir: ChanDir::Send, .. } => "send-only channel",
                Ty::Chan { .. } => "receive-only channel",
                _ => "non-channel",
            };
            return Err(format!("{what} {}", self.ty_str(t)));
        }
        match types.get(self.common_underlying(ty)?) {
            Ty::Chan { elem, .. } => Ok(*elem),
            _ => Err(String::new()),
        }
    }
}
