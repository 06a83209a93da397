//! Assignments and definitions (Go spec, Assignment statements).
//!
//! The operands of index expressions and pointer indirections on the left and the expressions on the right are
//! evaluated first; then the assignments are carried out from left to right. So the checks of the left sides' last
//! steps belong to the second phase: `x[1], p.f = 1, 2` with a nil p sets x[1] and panics then.

use abi::RuntimeFn;
use frontend::ast::{BinaryOp, ExprId, ExprKind, List, UnaryOp};
use frontend::object::ObjId;
use frontend::program::Mode;
use frontend::source::Pos;
use frontend::types::constant::ConstValue;
use frontend::types::{Ty as GoTy, TyId};

use super::func::FuncCx;
use super::place::Place;
use super::value::{Addr, Alias, Val};
use crate::ir::Value;

/// A check that is made when the assignment is carried out.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The pointer is not nil.
    Nil(Value, i64),
    /// The runtime function is called with the operands if the condition is 0.
    Guard(RuntimeFn, Value, [Value; 2]),
}

/// The target of an assignment whose operands have been evaluated.
pub struct Target {
    place: Place,
    checks: Vec<Check>,
    ty: TyId,
    pos: Pos,
}

impl FuncCx<'_, '_> {
    /// Panics if `p` is nil, now or when the pending assignment is carried out.
    pub fn check_nil(&mut self, p: Value, max_offset: i64) {
        match &mut self.pending_checks {
            Some(list) => list.push(Check::Nil(p, max_offset)),
            None => self.b.nil_check(p, max_offset),
        }
    }

    /// Panics if `c` is 0, now or when the pending assignment is carried out.
    pub fn check_guard(&mut self, f: RuntimeFn, c: Value, args: [Value; 2]) {
        match &mut self.pending_checks {
            Some(list) => list.push(Check::Guard(f, c, args)),
            None => self.b.guard(f, c, &args),
        }
    }

    /// Makes the pending checks now.
    pub fn flush_checks(&mut self) {
        let checks = self.pending_checks.as_mut().map(std::mem::take).unwrap_or_default();
        self.run_checks(&checks);
    }

    fn run_checks(&mut self, checks: &[Check]) {
        for check in checks {
            match *check {
                Check::Nil(p, max) => self.b.nil_check(p, max),
                Check::Guard(f, c, args) => self.b.guard(f, c, &args),
            }
        }
    }

    /// Evaluates the operands of a left side.
    pub fn target(&mut self, e: ExprId) -> Target {
        let outer = self.pending_checks.replace(Vec::new());
        let place = self.place(e);
        let checks = std::mem::replace(&mut self.pending_checks, outer).unwrap_or_default();
        let ty = if matches!(place, Place::Blank) { TyId::ERROR } else { self.ty(e) };
        Target { place, checks, ty, pos: self.pos(e) }
    }

    /// Carries out an assignment of a value of type `from`.
    pub fn assign_target(&mut self, target: &Target, v: Val, from: TyId) {
        if matches!(target.place, Place::Blank) {
            return;
        }
        let v = self.assign_convert(v, from, target.ty);
        self.at(target.pos);
        self.run_checks(&target.checks);
        self.store_place(&target.place, &v, target.ty);
    }

    /// Assigns values to the left sides, whose calls have been made.
    pub fn assign_values(&mut self, lhs: &[ExprId], values: Vec<(Val, TyId)>) {
        let targets: Vec<Target> = lhs.iter().map(|&e| self.target(e)).collect();
        for (t, (v, from)) in targets.iter().zip(values) {
            self.assign_target(t, v, from);
        }
    }

    /// `lhs = rhs`
    pub fn assign_stmt(&mut self, pos: Pos, lhs: List<ExprId>, rhs: List<ExprId>) {
        let (lhs, rhs) = (self.ast().list(lhs), self.ast().list(rhs));
        match (lhs, rhs) {
            (&[l], &[r]) => self.assign_one(pos, l, r),
            _ => {
                let all: Vec<ExprId> = lhs.iter().chain(rhs).copied().collect();
                let outer = self.settle(&all);
                if let (&[r], true) = (rhs, lhs.len() > 1) {
                    let values = self.several_values(r);
                    self.at(pos);
                    self.assign_values(lhs, values);
                } else {
                    let targets: Vec<Target> = lhs.iter().map(|&e| self.target(e)).collect();
                    let values: Vec<Val> =
                        targets.iter().zip(rhs).map(|(t, &r)| self.right_side(t, r)).collect();
                    for (t, v) in targets.iter().zip(values) {
                        self.assign_target(t, v, t.ty);
                    }
                }
                self.unsettle(outer);
            }
        }
    }

    /// The value of one of several right sides, of the target's type, unaffected by the assignments.
    fn right_side(&mut self, target: &Target, e: ExprId) -> Val {
        if matches!(target.place, Place::Blank) {
            return self.expr(e);
        }
        let v = self.expr_as(e, target.ty);
        let shape = self.shape(target.ty);
        self.stable(v, &shape)
    }

    fn assign_one(&mut self, pos: Pos, l: ExprId, r: ExprId) {
        if self.is_blank(l) {
            self.expr(r);
            return;
        }
        let outer = self.settle(&[l, r]);
        let ty = self.ty(l);
        let v = self.expr_as(r, ty);
        let place = self.place(l);
        self.unsettle(outer);
        self.at(pos);
        // Arrays behind pointers made from slices may overlap in part.
        if let (Val::Mem(from, Alias::Shared), Place::Mem(to, Alias::Shared)) = (&v, &place)
            && matches!(self.under(ty), GoTy::Array { .. })
        {
            let size = self.shape(ty).size;
            let (to, from) = (self.addr_value(*to), self.addr_value(*from));
            let n = self.int(size as i64);
            self.b.call_rt(RuntimeFn::MemMove, &[to, from, n]);
            return;
        }
        self.store_place(&place, &v, ty);
    }

    /// The values of a call with several results, or of the two-valued form of an index, assertion or receive.
    pub fn several_values(&mut self, e: ExprId) -> Vec<(Val, TyId)> {
        let plain = self.ast().unparen(e);
        let types: Vec<TyId> = match self.under(self.ty(plain)) {
            GoTy::Tuple(types) => types.iter().map(|&t| self.cx.canon(t)).collect(),
            _ => Vec::new(),
        };
        let values = match self.ast().exprs[plain].kind {
            ExprKind::Call { .. } => self.call_results(plain),
            _ => self.unordered(|f| f.comma_ok(plain)).into(),
        };
        values.into_iter().zip(types).collect()
    }

    fn comma_ok(&mut self, e: ExprId) -> [Val; 2] {
        let (v, ok) = match self.ast().exprs[e].kind {
            ExprKind::Index { x, index } => self.map_index_ok(x, index),
            ExprKind::TypeAssert { x, ty } => {
                let to = self.ty(ty);
                self.type_assert_ok(x, to)
            }
            ExprKind::Unary { op: UnaryOp::Recv, x } => self.receive(e, x),
            _ => unreachable!("only these expressions have two-valued forms"),
        };
        [v, ok]
    }

    /// `lhs := rhs`
    pub fn define_stmt(&mut self, pos: Pos, lhs: List<ExprId>, rhs: List<ExprId>) {
        let (lhs, rhs) = (self.ast().list(lhs), self.ast().list(rhs));
        if let (&[l], &[r]) = (lhs, rhs)
            && let Some(obj) = self.def(self.pos(l))
            && !self.is_blank(l)
        {
            self.define_one(pos, obj, r);
            return;
        }
        let values = self.right_values(rhs, lhs.len(), |f, i| f.define_type(lhs[i]));
        self.at(pos);
        for (&l, (v, from)) in lhs.iter().zip(values) {
            self.define_target(l, v, from);
        }
    }

    /// The type of the variable on a left side of `:=`; `None` for the blank identifier.
    fn define_type(&self, l: ExprId) -> Option<TyId> {
        if self.is_blank(l) {
            return None;
        }
        match self.def(self.pos(l)).or_else(|| self.info().uses.get(&l).copied()) {
            Some(obj) => Some(self.obj_ty(obj)),
            None => Some(self.ty(l)),
        }
    }

    /// Declares or assigns the variable on a left side of `:=`.
    pub fn define_target(&mut self, l: ExprId, v: Val, from: TyId) {
        if self.is_blank(l) {
            return;
        }
        match self.def(self.pos(l)) {
            Some(obj) => {
                let v = self.assign_convert(v, from, self.obj_ty(obj));
                self.declare(obj, Some(&v));
            }
            None => {
                let place = self.place(l);
                let ty = self.define_type(l).unwrap_or(from);
                let v = self.assign_convert(v, from, ty);
                self.store_place(&place, &v, ty);
            }
        }
    }

    fn define_one(&mut self, pos: Pos, obj: ObjId, r: ExprId) {
        let ty = self.obj_ty(obj);
        if let Some(elems) = self.literal_in_memory(r, ty) {
            // The literal cannot mention the variable.
            let addr = self.declare_in_memory(obj);
            self.literal_into(addr, ty, elems);
            return;
        }
        let v = self.expr_as(r, ty);
        self.at(pos);
        self.declare(obj, Some(&v));
    }

    /// `var a, b = …`: declares the variables; `None` stands for blank ones.
    pub fn define_vars(&mut self, pos: Pos, vars: &[Option<ObjId>], rhs: &[ExprId]) {
        if let (&[Some(obj)], &[r]) = (vars, rhs) {
            self.define_one(pos, obj, r);
            return;
        }
        let values = self.right_values(rhs, vars.len(), |f, i| vars[i].map(|v| f.obj_ty(v)));
        self.at(pos);
        for (obj, (v, from)) in vars.iter().zip(values) {
            if let Some(obj) = *obj {
                let v = self.assign_convert(v, from, self.obj_ty(obj));
                self.declare(obj, Some(&v));
            }
        }
    }

    /// The values for `n` variables of the given types, with the types they have.
    fn right_values(
        &mut self,
        rhs: &[ExprId],
        n: usize,
        ty: impl Fn(&Self, usize) -> Option<TyId>,
    ) -> Vec<(Val, TyId)> {
        if rhs.len() == 1 && n > 1 {
            return self.several_values(rhs[0]);
        }
        let outer = self.settle(rhs);
        let mut values = Vec::with_capacity(n);
        for (i, &r) in rhs.iter().enumerate() {
            let own = self.ty(r);
            let ty = ty(self, i).unwrap_or(own);
            let v = self.expr_as(r, ty);
            let shape = self.shape(ty);
            values.push((self.stable(v, &shape), ty));
        }
        self.unsettle(outer);
        values
    }

    /// `x op= y`
    pub fn op_assign(&mut self, pos: Pos, op: BinaryOp, x: ExprId, y: ExprId) {
        let outer = self.settle(&[x, y]);
        let ty = self.ty(x);
        let mut place = self.place(x);
        // A division or an operand that panics must not leave an element behind (gc: `order.stmt`, OASOP).
        if !matches!(op, BinaryOp::Div | BinaryOp::Rem) && self.is_at_hand(y) {
            place = self.in_map(place);
        }
        let a = self.load_place(&place, ty);
        let v = self.op_assign_value(op, &a, y, ty, pos);
        self.unsettle(outer);
        self.at(pos);
        self.store_place(&place, &v, ty);
    }

    /// Whether an operand is a constant or a variable, so that reading it cannot panic.
    fn is_at_hand(&self, e: ExprId) -> bool {
        let info = self.info().expr(e);
        let named = matches!(self.ast().exprs[self.ast().unparen(e)].kind, ExprKind::Name(_));
        info.mode == Mode::Constant || info.mode == Mode::Variable && named
    }

    /// Of an element of a map, its memory: made if it is missing, so that changing it takes one look-up. Nothing may happen
    /// to the map before the element is written.
    fn in_map(&mut self, place: Place) -> Place {
        match place {
            Place::Map { ty, map, key } => {
                Place::Mem(Addr::new(self.map_update(ty, map, &key)), Alias::Shared)
            }
            other => other,
        }
    }

    /// `x++`, `x--`
    pub fn inc_dec(&mut self, pos: Pos, x: ExprId, inc: bool) {
        let ty = self.ty(x);
        let place = self.place(x);
        self.at(pos);
        let place = self.in_map(place);
        let a = self.load_place(&place, ty);
        let one = self.constant(&ConstValue::Int(1.into()), ty);
        let op = if inc { BinaryOp::Add } else { BinaryOp::Sub };
        let v = self.arithmetic(op, &a, &one, ty);
        self.store_place(&place, &v, ty);
    }
}
