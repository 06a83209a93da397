//! Expressions.

use frontend::ast::{BinaryOp, ExprId, ExprKind, UnaryOp};
use frontend::object::{ObjId, ObjKind};
use frontend::program::Mode;
use frontend::types::builtins::Builtin;
use frontend::types::{Ty as GoTy, TyId};
use smallvec::SmallVec;

use super::func::FuncCx;
use super::value::Val;
use super::{Instance, Shape};
use crate::ir::Block;

impl FuncCx<'_, '_> {
    /// The value of an expression, of the expression's own type.
    pub fn expr(&mut self, e: ExprId) -> Val {
        if !self.hoisted.is_empty()
            && let Some(v) = self.hoisted.get(&e)
        {
            return v.clone();
        }
        let info = self.info().expr(e);
        match info.mode {
            Mode::Constant => return self.constant_expr(e),
            Mode::Nil => {
                let ty = self.ty(e);
                return self.zero_of(ty);
            }
            _ => {}
        }
        self.at(self.pos(e));
        let checks = self.pending_checks.take();
        let v = self.expr_kind(e);
        self.pending_checks = checks;
        v
    }

    fn expr_kind(&mut self, e: ExprId) -> Val {
        match self.ast().exprs[e].kind {
            ExprKind::Paren(x) => self.expr(x),
            ExprKind::Name(_) => self.name(e),
            ExprKind::CompositeLit { value, .. } => self.composite(e, self.ast()[value].elems),
            ExprKind::FuncLit { ty, body } => self.func_lit(e, ty, &self.ast()[body]),
            ExprKind::Selector { x, .. } => self.selector(e, x),
            ExprKind::Index { x, index } => self.index(e, x, index),
            ExprKind::Slice { x, bounds } => self.slice_expr(e, x, self.ast()[bounds]),
            ExprKind::TypeAssert { x, .. } => self.type_assert(e, x),
            ExprKind::Unary { op, x } => self.unary(e, op, x),
            ExprKind::Star(_) => self.variable(e),
            ExprKind::Binary { op, x, y } => self.binary(e, op, x, y),
            ExprKind::Call { fun, args, dots, .. } => self.call_value(e, fun, args, dots),
            _ => {
                let ty = self.ty(e);
                self.unsupported_value(self.pos(e), "this expression", ty)
            }
        }
    }

    /// The value of an expression as a value of type `to`, to which it is assignable.
    pub fn expr_as(&mut self, e: ExprId, to: TyId) -> Val {
        let from = self.ty(e);
        if self.info().expr(e).mode == Mode::Nil {
            return self.zero_of(to);
        }
        if let Some(v) = self.boxed_constant(e, from, to) {
            return v;
        }
        let v = self.expr(e);
        self.at(self.pos(e));
        self.assign_convert(v, from, to)
    }

    /// What is at the place of a variable.
    pub fn variable(&mut self, e: ExprId) -> Val {
        let place = self.place(e);
        let ty = self.ty(e);
        self.load_place(&place, ty)
    }

    fn name(&mut self, e: ExprId) -> Val {
        match self.info().uses.get(&e) {
            Some(&obj) => self.object_value(e, obj),
            None => {
                let ty = self.ty(e);
                self.unsupported_value(self.pos(e), "this name", ty)
            }
        }
    }

    /// The value of a name or qualified name.
    pub fn object_value(&mut self, e: ExprId, obj: ObjId) -> Val {
        match &self.cx.prog.objects.get(obj).kind {
            ObjKind::Var(_) => {
                let place = self.var_place(obj);
                let ty = self.ty(e);
                self.load_place(&place, ty)
            }
            ObjKind::Func { .. } => {
                let sym = self.cx.func_value(&self.instance(e, obj));
                Val::one(self.b.sym_addr(sym, 0))
            }
            _ => {
                let ty = self.ty(e);
                self.unsupported_value(self.pos(e), "this name", ty)
            }
        }
    }

    /// The function a name denotes, with the type arguments it is used with.
    pub fn instance(&self, e: ExprId, obj: ObjId) -> Instance {
        Instance { obj, targs: self.type_args(e).into() }
    }

    /// The object that a name or qualified name denotes.
    pub fn named_object(&self, e: ExprId) -> Option<ObjId> {
        let e = self.ast().unparen(e);
        match self.ast().exprs[e].kind {
            ExprKind::Name(_) | ExprKind::Selector { .. } => self.info().uses.get(&e).copied(),
            _ => None,
        }
    }

    /// The predeclared function that a callee denotes.
    pub fn as_builtin(&self, fun: ExprId) -> Option<Builtin> {
        match self.cx.prog.objects.get(self.named_object(fun)?).kind {
            ObjKind::Builtin(b) => Some(b),
            _ => None,
        }
    }

    // Conditions

    /// Branches on a boolean expression without materialising it where it is an operation of `!`, `&&`, `||`.
    /// Neither target may be sealed.
    pub fn cond_br(&mut self, e: ExprId, then: Block, els: Block) {
        let is_const = self.info().expr(e).mode == Mode::Constant;
        match self.ast().exprs[e].kind {
            ExprKind::Paren(x) if !is_const => self.cond_br(x, then, els),
            ExprKind::Unary { op: UnaryOp::Not, x } if !is_const => self.cond_br(x, els, then),
            ExprKind::Binary { op: op @ (BinaryOp::AndAnd | BinaryOp::OrOr), x, y } if !is_const => {
                let second = self.b.new_block();
                match op {
                    BinaryOp::AndAnd => self.cond_br(x, second, els),
                    _ => self.cond_br(x, then, second),
                }
                self.b.seal(second);
                self.b.switch_to(second);
                self.cond_br(y, then, els);
            }
            _ => {
                let c = self.unordered(|f| f.expr(e)).scalar();
                self.at(self.pos(e));
                self.b.br(c, then, els);
            }
        }
    }

    /// Seals a block and goes on in it.
    pub fn enter(&mut self, block: Block) {
        self.b.seal(block);
        self.b.switch_to(block);
    }

    /// Builds `then` where `c` holds and `els` where not, and merges their values of the given shape.
    pub fn choose(
        &mut self,
        c: crate::ir::Value,
        shape: &Shape,
        then: impl FnOnce(&mut Self) -> Val,
        els: impl FnOnce(&mut Self) -> Val,
    ) -> Val {
        let vars = self.new_vars(shape, "");
        let (t, f, join) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        self.b.br(c, t, f);
        self.enter(t);
        let v = then(self);
        self.def_vars(&vars, &v);
        self.b.jump(join);
        self.enter(f);
        let v = els(self);
        self.def_vars(&vars, &v);
        self.b.jump(join);
        self.enter(join);
        self.use_vars(&vars)
    }

    // Order of evaluation

    /// Prepares the evaluation of several operands that stand side by side. As gc does, calls and the like are
    /// evaluated first, in order; variables are read and simple operations done after them. Returns the state that
    /// has to be restored with [`FuncCx::unsettle`] once the operands are evaluated.
    pub fn settle(&mut self, operands: &[ExprId]) -> bool {
        let outer = self.settled;
        if outer {
            return outer;
        }
        if let Some(last) = operands.iter().rposition(|&e| self.facts.has_effects(e))
            && last > 0
        {
            for &e in &operands[..=last] {
                self.hoist(e);
            }
            self.settled = true;
        }
        outer
    }

    /// Ends what [`FuncCx::settle`] began.
    pub fn unsettle(&mut self, outer: bool) {
        self.settled = outer;
        if !outer {
            self.hoisted.clear();
        }
    }

    /// Evaluates the calls in an operand (gc: `walk/order.go`).
    fn hoist(&mut self, e: ExprId) {
        if matches!(self.info().expr(e).mode, Mode::Constant | Mode::Nil | Mode::Type)
            || self.hoisted.contains_key(&e)
            || matches!(self.under(self.ty(e)), GoTy::Tuple(_))
        {
            return;
        }
        match self.ast().exprs[e].kind {
            ExprKind::Paren(x) | ExprKind::Star(x) | ExprKind::Selector { x, .. } => self.hoist(x),
            ExprKind::KeyValue { key, value } => {
                self.hoist(key);
                self.hoist(value);
            }
            // The bytes must not change between operand and look-up.
            ExprKind::Index { x, index } if self.is_view(x, index) => self.hoist_whole(e),
            ExprKind::Index { x, index } => {
                self.hoist(x);
                self.hoist(index);
            }
            ExprKind::Unary { op: UnaryOp::Recv, .. }
            | ExprKind::Slice { .. }
            | ExprKind::TypeAssert { .. } => {
                self.hoist_whole(e);
            }
            ExprKind::Unary { x, .. } => self.hoist(x),
            ExprKind::Binary { op: BinaryOp::AndAnd | BinaryOp::OrOr, .. } => self.hoist_whole(e),
            ExprKind::Binary { x, y, .. } => {
                self.hoist(x);
                self.hoist(y);
            }
            ExprKind::Call { fun, args, .. } => match self.info().expr(fun).mode {
                Mode::Type => {
                    let args = self.ast().list(args);
                    args.iter().for_each(|&a| self.hoist(a));
                }
                Mode::Builtin if self.as_builtin(fun).is_some_and(Builtin::is_unsafe) => {
                    let args = self.ast().list(args);
                    args.iter().for_each(|&a| self.hoist(a));
                }
                _ => self.hoist_whole(e),
            },
            ExprKind::CompositeLit { value, .. } => self.hoist_composite(e, self.ast()[value].elems),
            _ => {}
        }
    }

    fn hoist_composite(&mut self, e: ExprId, elems: frontend::ast::List<ExprId>) {
        let ty = self.ty(e);
        match self.under(ty) {
            GoTy::Map { .. } if self.facts.has_effects(e) => self.hoist_whole(e),
            GoTy::Map { .. } => {}
            _ => {
                for &elem in self.ast().list(elems) {
                    match self.ast().exprs[elem].kind {
                        ExprKind::KeyValue { value, .. } => self.hoist(value),
                        _ => self.hoist(elem),
                    }
                }
            }
        }
    }

    fn hoist_whole(&mut self, e: ExprId) {
        let v = self.unordered(|f| f.expr(e));
        let shape = self.shape(self.ty(e));
        let v = self.stable(v, &shape);
        self.hoisted.insert(e, v);
    }

    /// Builds something whose operands are ordered among themselves only.
    pub fn unordered<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (std::mem::take(&mut self.settled), std::mem::take(&mut self.hoisted));
        let v = build(self);
        (self.settled, self.hoisted) = outer;
        v
    }

    /// Values of several operands evaluated side by side, each of its own type.
    pub fn exprs(&mut self, operands: &[ExprId]) -> SmallVec<[Val; 4]> {
        let outer = self.settle(operands);
        let values = operands.iter().map(|&e| self.expr(e)).collect();
        self.unsettle(outer);
        values
    }
}
