//! Unary operators.

use abi::RuntimeFn;
use frontend::ast::{ExprId, ExprKind, UnaryOp};
use frontend::types::{Basic, Ty as GoTy};

use super::func::FuncCx;
use super::value::{Alias, Val};
use crate::ir::Op;

impl FuncCx<'_, '_> {
    /// `op x`
    pub fn unary(&mut self, e: ExprId, op: UnaryOp, x: ExprId) -> Val {
        match op {
            UnaryOp::Plus => self.expr(x),
            UnaryOp::Neg => self.negate(e, x),
            UnaryOp::Not => {
                let v = self.expr(x).scalar();
                self.at(self.pos(e));
                Val::one(self.b.not(v))
            }
            UnaryOp::Xor => {
                let v = self.expr(x).scalar();
                self.at(self.pos(e));
                Val::one(self.b.unary(Op::Not, v))
            }
            UnaryOp::Addr => self.address(e, x),
            UnaryOp::Recv => self.receive(e, x).0,
            UnaryOp::Tilde => {
                let ty = self.ty(e);
                self.unsupported_value(self.pos(e), "this operator", ty)
            }
        }
    }

    fn negate(&mut self, e: ExprId, x: ExprId) -> Val {
        let v = self.expr(x);
        self.at(self.pos(e));
        let op =
            if self.types().basic(self.ty(e)).is_some_and(Basic::is_integer) { Op::Neg } else { Op::FNeg };
        Val::Scalars(v.scalars().iter().map(|&p| self.b.unary(op, p)).collect())
    }

    /// `&x`
    fn address(&mut self, e: ExprId, x: ExprId) -> Val {
        let plain = self.ast().unparen(x);
        if let ExprKind::CompositeLit { value, .. } = self.ast().exprs[plain].kind {
            let elems = self.ast()[value].elems;
            let ty = self.ty(plain);
            return Val::one(self.composite_on_heap(e, ty, elems));
        }
        Val::one(self.address_of(x))
    }

    /// `<-x`: the value, and whether it was sent.
    pub fn receive(&mut self, e: ExprId, x: ExprId) -> (Val, Val) {
        let ty = self.ty(x);
        let GoTy::Chan { elem, .. } = *self.under(ty) else { unreachable!("a channel is received from") };
        let chan = self.expr(x).scalar();
        self.at(self.pos(e));
        let shape = self.shape(elem);
        let addr = self.new_temp(&shape, "received");
        self.store_zero(addr, &shape);
        let p = self.addr_value(addr);
        let ok = self.b.call_rt(RuntimeFn::ChanRecv2, &[chan, p])[0];
        let v = self.load(addr, Alias::Temp, &shape);
        (v, Val::one(ok))
    }

    /// `x <- v`
    pub fn send(&mut self, pos: frontend::source::Pos, chan: ExprId, value: ExprId) {
        let ty = self.ty(chan);
        let GoTy::Chan { elem, .. } = *self.under(ty) else { unreachable!("a channel is sent to") };
        let outer = self.settle(&[chan, value]);
        let c = self.expr(chan).scalar();
        let v = self.expr_as(value, elem);
        self.unsettle(outer);
        self.at(pos);
        let shape = self.shape(elem);
        let p = self.in_memory(&v, &shape);
        self.b.call_rt(RuntimeFn::ChanSend1, &[c, p]);
    }
}
