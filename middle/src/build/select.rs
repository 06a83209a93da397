//! `select`.

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::layout::SelectCase;
use frontend::ast::{CommClause, ExprId, ExprKind, List, StmtId, StmtKind, UnaryOp};
use frontend::source::{Pos, Symbol};
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::{Flow, FuncCx};
use super::value::{Addr, Alias, Val};
use crate::ir::{Block, Cond, Slot, Ty};

/// A communication whose operands have been evaluated.
enum Comm {
    Send,
    Recv {
        /// Where the runtime puts the value.
        elem: Addr,
        elem_ty: TyId,
        /// `:=` rather than `=`.
        define: bool,
        lhs: List<ExprId>,
    },
}

impl FuncCx<'_, '_> {
    /// `select { clauses }`
    pub fn select_stmt(&mut self, pos: Pos, label: Option<Symbol>, clauses: List<CommClause>) {
        let clauses = self.ast().list(clauses);
        if clauses.is_empty() {
            self.b.call_rt(RuntimeFn::Block, &[]);
            return;
        }
        let with_comm: Vec<(usize, StmtId)> =
            clauses.iter().enumerate().filter_map(|(i, c)| Some((i, c.comm?))).collect();
        let end = self.b.new_block();
        let bodies: Vec<Block> = clauses.iter().map(|_| self.b.new_block()).collect();
        let default = clauses.iter().position(|c| c.comm.is_none()).map(|i| bodies[i]);
        let n = with_comm.len();
        let cases = self.b.func.new_slot((n.max(1) * size_of::<SelectCase>()) as u32, 8, "cases");
        let recv_ok = self.b.func.new_slot(1, 1, "ok");
        let mut comms: Vec<Option<Comm>> = clauses.iter().map(|_| None).collect();
        for (k, &(i, comm)) in with_comm.iter().enumerate() {
            let at = (k * size_of::<SelectCase>()) as i64;
            comms[i] = self.prepare_comm(cases, at, comm);
        }
        self.at(pos);
        match (n, default) {
            (0, Some(default)) => self.b.jump(default),
            _ => {
                let base = self.slot(cases).base;
                let ok = self.slot(recv_ok).base;
                let count = self.int(n as i64);
                let block = self.b.iconst(Ty::I8, i64::from(default.is_none()));
                let chosen = self.b.call_rt(RuntimeFn::SelectGo, &[base, count, block, ok])[0];
                self.dispatch(chosen, &with_comm, &bodies, default);
            }
        }
        self.flow.push(Flow { label, on_break: end, on_continue: None });
        for (i, c) in clauses.iter().enumerate() {
            self.enter(bodies[i]);
            self.at(c.pos);
            if let Some(comm) = &comms[i] {
                self.receive_into(comm, recv_ok);
            }
            self.stmts(c.body);
            self.leave_to(end);
        }
        self.flow.pop();
        self.enter(end);
    }

    /// Goes to the body of the chosen case; the last one needs no test.
    fn dispatch(
        &mut self,
        chosen: crate::ir::Value,
        with_comm: &[(usize, StmtId)],
        bodies: &[Block],
        default: Option<Block>,
    ) {
        let tested = if default.is_some() { with_comm.len() } else { with_comm.len() - 1 };
        for (k, &(i, _)) in with_comm[..tested].iter().enumerate() {
            let k = self.int(k as i64);
            let is_it = self.b.icmp(Cond::Eq, chosen, k);
            let next = self.b.new_block();
            self.b.br(is_it, bodies[i], next);
            self.enter(next);
        }
        self.b.jump(default.unwrap_or_else(|| bodies[with_comm[tested].0]));
    }

    /// Evaluates the operands of a communication and fills in its case at byte `at`.
    fn prepare_comm(&mut self, cases: Slot, at: i64, comm: StmtId) -> Option<Comm> {
        let s = self.ast().stmts[comm];
        self.at(s.pos);
        let (recv, lhs, define) = match s.kind {
            StmtKind::Send { chan, value } => {
                self.prepare_send(cases, at, chan, value);
                return Some(Comm::Send);
            }
            StmtKind::Expr(e) => (e, List::default(), false),
            StmtKind::Assign { lhs, rhs } => (self.ast().list(rhs)[0], lhs, false),
            StmtKind::Define { lhs, rhs } => (self.ast().list(rhs)[0], lhs, true),
            _ => {
                self.unsupported(s.pos, "this communication");
                return None;
            }
        };
        let recv = self.ast().unparen(recv);
        let ExprKind::Unary { op: UnaryOp::Recv, x } = self.ast().exprs[recv].kind else {
            self.unsupported(s.pos, "this communication");
            return None;
        };
        let GoTy::Chan { elem, .. } = *self.under(self.ty(x)) else { return None };
        let elem_ty = self.cx.canon(elem);
        let chan = self.expr(x).scalar();
        let shape = self.shape(elem_ty);
        let elem = self.new_temp(&shape, "received");
        self.store_zero(elem, &shape);
        let p = self.addr_value(elem);
        self.fill_case(cases, at, chan, p, 0);
        Some(Comm::Recv { elem, elem_ty, define, lhs })
    }

    fn prepare_send(&mut self, cases: Slot, at: i64, chan: ExprId, value: ExprId) {
        let GoTy::Chan { elem, .. } = *self.under(self.ty(chan)) else { return };
        let outer = self.settle(&[chan, value]);
        let c = self.expr(chan).scalar();
        let v = self.expr_as(value, self.cx.canon(elem));
        self.unsettle(outer);
        let shape = self.shape(elem);
        let v = self.stable(v, &shape);
        let p = self.in_memory(&v, &shape);
        self.fill_case(cases, at, c, p, 1);
    }

    fn fill_case(
        &mut self,
        cases: Slot,
        at: i64,
        chan: crate::ir::Value,
        elem: crate::ir::Value,
        is_send: i64,
    ) {
        let base = self.slot(cases).base;
        let is_send = self.int(is_send);
        self.b.store(chan, base, at + offset_of!(SelectCase, chan) as i64);
        self.b.store(elem, base, at + offset_of!(SelectCase, elem) as i64);
        self.b.store(is_send, base, at + offset_of!(SelectCase, is_send) as i64);
    }

    /// Assigns what was received.
    fn receive_into(&mut self, comm: &Comm, recv_ok: Slot) {
        let Comm::Recv { elem, elem_ty, define, lhs } = *comm else { return };
        let lhs = self.ast().list(lhs);
        if lhs.is_empty() {
            return;
        }
        let shape = self.shape(elem_ty);
        let v = self.load(elem, Alias::Temp, &shape);
        let mut values = vec![(v, elem_ty)];
        if lhs.len() > 1 {
            let at: Addr = self.slot(recv_ok);
            values.push((Val::one(self.b.load(Ty::I8, at.base, at.offset)), Basic::Bool.ty()));
        }
        if define {
            for (&l, (v, from)) in lhs.iter().zip(values) {
                self.define_target(l, v, from);
            }
        } else {
            self.assign_values(lhs, values);
        }
    }
}
