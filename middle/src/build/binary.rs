//! Binary operators: arithmetic, shifts, strings, comparison, `&&` and `||`.

use abi::RuntimeFn;
use frontend::ast::{BinaryOp, ExprId};
use frontend::program::Mode;
use frontend::source::{Pos, sym};
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::FuncCx;
use super::value::Val;
use super::{Instance, Repr};
use crate::ir::{Cond, Op, Ty, Value};

impl FuncCx<'_, '_> {
    /// `x op y`
    pub fn binary(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId) -> Val {
        use BinaryOp::*;
        match op {
            AndAnd | OrOr => self.logical(e),
            Eq | Ne | Lt | Le | Gt | Ge => self.comparison(e, op, x, y),
            Shl | Shr => self.shift(e, op, x, y),
            Add if self.types().basic(self.ty(e)).is_some_and(Basic::is_string) => self.concat(e),
            _ => {
                let outer = self.settle(&[x, y]);
                let a = self.expr(x);
                let b = self.expr(y);
                self.unsettle(outer);
                self.at(self.pos(e));
                let ty = self.ty(e);
                self.arithmetic(op, &a, &b, ty)
            }
        }
    }

    /// `&&` or `||`
    fn logical(&mut self, e: ExprId) -> Val {
        let var = self.b.new_var(Ty::I8, None);
        let (yes, no, join) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        self.cond_br(e, yes, no);
        for (block, value) in [(yes, 1), (no, 0)] {
            self.enter(block);
            let v = self.b.iconst(Ty::I8, value);
            self.b.def_var(var, v);
            self.b.jump(join);
        }
        self.enter(join);
        Val::one(self.b.use_var(var))
    }

    /// `+ - * / % & | ^ &^` on numbers, and `+` on strings.
    pub fn arithmetic(&mut self, op: BinaryOp, a: &Val, b: &Val, ty: TyId) -> Val {
        let basic = self.types().basic(ty).unwrap_or(Basic::Int);
        match () {
            _ if basic.is_string() => self.concat_values(&[a.clone(), b.clone()]),
            _ if basic.is_complex() => self.complex_arithmetic(op, a, b, basic),
            _ if basic.is_float() => Val::one(self.float_arithmetic(op, a.scalar(), b.scalar())),
            _ => Val::one(self.int_arithmetic(op, a.scalar(), b.scalar(), basic.is_unsigned())),
        }
    }

    fn float_arithmetic(&mut self, op: BinaryOp, a: Value, b: Value) -> Value {
        let op = match op {
            BinaryOp::Add => Op::FAdd,
            BinaryOp::Sub => Op::FSub,
            BinaryOp::Mul => Op::FMul,
            _ => Op::FDiv,
        };
        self.b.binary(op, a, b)
    }

    fn int_arithmetic(&mut self, op: BinaryOp, a: Value, b: Value, unsigned: bool) -> Value {
        let op = match op {
            BinaryOp::Add => Op::Add,
            BinaryOp::Sub => Op::Sub,
            BinaryOp::Mul => Op::Mul,
            BinaryOp::Div | BinaryOp::Rem => {
                if self.b.func.as_iconst(b).is_none_or(|k| k == 0) {
                    let zero = self.b.iconst(self.b.func.ty(b), 0);
                    let ok = self.b.icmp(Cond::Ne, b, zero);
                    self.b.guard(RuntimeFn::PanicDivide, ok, &[]);
                }
                match (op, unsigned) {
                    (BinaryOp::Div, false) => Op::SDiv,
                    (BinaryOp::Div, true) => Op::UDiv,
                    (_, false) => Op::SRem,
                    (_, true) => Op::URem,
                }
            }
            BinaryOp::And => Op::And,
            BinaryOp::Or => Op::Or,
            BinaryOp::Xor => Op::Xor,
            BinaryOp::AndNot => {
                let b = self.b.unary(Op::Not, b);
                return self.b.binary(Op::And, a, b);
            }
            _ => unreachable!("arithmetic operators are listed"),
        };
        self.b.binary(op, a, b)
    }

    fn complex_arithmetic(&mut self, op: BinaryOp, a: &Val, b: &Val, basic: Basic) -> Val {
        if matches!(op, BinaryOp::Add | BinaryOp::Sub) {
            let parts = a.scalars().iter().zip(b.scalars());
            return Val::Scalars(parts.map(|(&p, &q)| self.float_arithmetic(op, p, q)).collect());
        }
        // In float64 throughout, as gc does.
        let wide = |f: &mut Self, v: &Val| -> Vec<Value> {
            v.scalars().iter().map(|&p| f.float_to_float(p, Ty::F64)).collect()
        };
        let (a, b) = (wide(self, a), wide(self, b));
        let parts =
            if op == BinaryOp::Mul { self.complex_product(&a, &b) } else { self.complex_quotient(&a, &b) };
        let ty = if basic == Basic::Complex64 { Ty::F32 } else { Ty::F64 };
        Val::Scalars(parts.into_iter().map(|p| self.float_to_float(p, ty)).collect())
    }

    fn complex_product(&mut self, a: &[Value], b: &[Value]) -> Vec<Value> {
        let mut mul = |x: Value, y: Value| self.b.binary(Op::FMul, x, y);
        let (rr, ii, ri, ir) = (mul(a[0], b[0]), mul(a[1], b[1]), mul(a[0], b[1]), mul(a[1], b[0]));
        vec![self.b.binary(Op::FSub, rr, ii), self.b.binary(Op::FAdd, ri, ir)]
    }

    /// Done by a function of package runtime.
    fn complex_quotient(&mut self, a: &[Value], b: &[Value]) -> Vec<Value> {
        let name = self.cx.prog.interner.intern("complex128div");
        let Some(obj) = self.cx.package("runtime").and_then(|(_, p)| p.lookup(name)) else {
            self.unsupported(self.b.pos(), "complex division without package runtime");
            return a.to_vec();
        };
        let callee = self.cx.func_sym(&Instance::plain(obj));
        let inst = self.b.call(callee, &[a[0], a[1], b[0], b[1]], &[Ty::F64, Ty::F64]);
        self.b.results(inst).to_vec()
    }

    // Shifts

    fn shift(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId) -> Val {
        let outer = self.settle(&[x, y]);
        let a = self.expr(x).scalar();
        let count = self.shift_count(y);
        self.unsettle(outer);
        self.at(self.pos(e));
        let ty = self.ty(e);
        Val::one(self.shift_value(op, a, count, ty))
    }

    /// A shift count as an unsigned 64-bit number; panics if it is negative.
    pub fn shift_count(&mut self, y: ExprId) -> Value {
        let ty = self.ty(y);
        if self.info().expr(y).mode == Mode::Constant {
            let count = self.const_value(y).and_then(|k| k.to_u64()).unwrap_or(u64::MAX);
            return self.int(count.min(i64::MAX as u64) as i64);
        }
        let v = self.expr(y).scalar();
        self.at(self.pos(y));
        let unsigned = self.types().basic(ty).is_some_and(Basic::is_unsigned);
        let v = self.widen(v, unsigned);
        if !unsigned {
            let zero = self.int(0);
            let ok = self.b.icmp(Cond::Ge, v, zero);
            self.b.guard(RuntimeFn::PanicShift, ok, &[]);
        }
        v
    }

    /// `a << count`, `a >> count`
    pub fn shift_value(&mut self, op: BinaryOp, a: Value, count: Value, ty: TyId) -> Value {
        let unsigned = self.types().basic(ty).is_some_and(Basic::is_unsigned);
        let op = match (op, unsigned) {
            (BinaryOp::Shl, _) => Op::Shl,
            (_, true) => Op::LShr,
            (_, false) => Op::AShr,
        };
        self.b.binary(op, a, count)
    }

    // Comparison

    fn comparison(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId) -> Val {
        let is_nil = |f: &Self, e: ExprId| f.info().expr(e).mode == Mode::Nil;
        if is_nil(self, x) || is_nil(self, y) {
            let operand = if is_nil(self, x) { y } else { x };
            let v = self.expr(operand);
            self.at(self.pos(e));
            return Val::one(self.compare_nil(op, &v));
        }
        let outer = self.settle(&[x, y]);
        let (x_ty, y_ty) = (self.ty(x), self.ty(y));
        let (a, b) = match self.is_string(x_ty) && self.is_string(y_ty) {
            true => (self.string_view(x), self.string_view(y)),
            false => (self.expr(x), self.expr(y)),
        };
        self.unsettle(outer);
        self.at(self.pos(e));
        Val::one(self.compare(op, &a, x_ty, &b, y_ty))
    }

    fn compare_nil(&mut self, op: BinaryOp, v: &Val) -> Value {
        let nil = self.nil();
        let cond = if op == BinaryOp::Eq { Cond::Eq } else { Cond::Ne };
        self.b.icmp(cond, v.scalars()[0], nil)
    }

    /// Compares two values; one may be of an interface type that the other's type implements.
    pub fn compare(&mut self, op: BinaryOp, a: &Val, a_ty: TyId, b: &Val, b_ty: TyId) -> Value {
        match op {
            BinaryOp::Eq => self.equal_mixed(a, a_ty, b, b_ty),
            BinaryOp::Ne => {
                let eq = self.equal_mixed(a, a_ty, b, b_ty);
                self.b.not(eq)
            }
            _ => self.ordered(op, a, b, a_ty),
        }
    }

    fn ordered(&mut self, op: BinaryOp, a: &Val, b: &Val, ty: TyId) -> Value {
        let basic = self.types().basic(ty).unwrap_or(Basic::Int);
        let signed = match op {
            BinaryOp::Lt => Cond::Lt,
            BinaryOp::Le => Cond::Le,
            BinaryOp::Gt => Cond::Gt,
            _ => Cond::Ge,
        };
        if basic.is_float() {
            return self.b.fcmp(signed, a.scalar(), b.scalar());
        }
        if basic.is_string() {
            let (a, b) = (a.scalars(), b.scalars());
            let order = self.b.call_rt(RuntimeFn::CmpString, &[a[0], a[1], b[0], b[1]])[0];
            let zero = self.int(0);
            return self.b.icmp(signed, order, zero);
        }
        let cond = match (signed, basic.is_unsigned()) {
            (c, false) => c,
            (Cond::Lt, true) => Cond::ULt,
            (Cond::Le, true) => Cond::ULe,
            (Cond::Gt, true) => Cond::UGt,
            (_, true) => Cond::UGe,
        };
        self.b.icmp(cond, a.scalar(), b.scalar())
    }

    fn equal_mixed(&mut self, a: &Val, a_ty: TyId, b: &Val, b_ty: TyId) -> Value {
        match (self.is_interface(a_ty), self.is_interface(b_ty)) {
            (true, false) => self.equal_boxed(a, a_ty, b, b_ty),
            (false, true) => self.equal_boxed(b, b_ty, a, a_ty),
            (true, true) if self.cx.canon(a_ty) != self.cx.canon(b_ty) => {
                self.equal_interfaces(a, a_ty, b, b_ty)
            }
            _ => self.equal(a, b, a_ty),
        }
    }

    /// An interface holds this value of a concrete type.
    fn equal_boxed(&mut self, iface: &Val, iface_ty: TyId, v: &Val, ty: TyId) -> Value {
        let word = self.type_word(ty, iface_ty);
        let same = self.b.icmp(Cond::Eq, iface.scalars()[0], word);
        let data = iface.scalars()[1];
        let shape = self.shape(Basic::Bool.ty());
        let compare = |f: &mut Self| {
            let held = f.unbox(data, ty);
            Val::one(f.equal(&held, v, ty))
        };
        self.choose(same, &shape, compare, |f| Val::one(f.b.iconst(Ty::I8, 0))).scalar()
    }

    /// Interfaces of different types: by their dynamic types.
    fn equal_interfaces(&mut self, a: &Val, a_ty: TyId, b: &Val, b_ty: TyId) -> Value {
        let (ta, tb) = (self.dynamic_type(a, a_ty), self.dynamic_type(b, b_ty));
        let (a, b) = (Val::of(&[ta, a.scalars()[1]]), Val::of(&[tb, b.scalars()[1]]));
        self.equal(&a, &b, self.cx.prog.universe.empty_interface)
    }

    /// `a == b` for values of one type.
    pub fn equal(&mut self, a: &Val, b: &Val, ty: TyId) -> Value {
        match self.under(ty) {
            GoTy::Basic(basic) if basic.is_string() => self.equal_strings(a, b),
            GoTy::Basic(basic) if basic.is_complex() => {
                let re = self.b.fcmp(Cond::Eq, a.scalars()[0], b.scalars()[0]);
                let im = self.b.fcmp(Cond::Eq, a.scalars()[1], b.scalars()[1]);
                self.b.binary(Op::And, re, im)
            }
            GoTy::Basic(basic) if basic.is_float() => self.b.fcmp(Cond::Eq, a.scalar(), b.scalar()),
            GoTy::Interface(_) => self.equal_words(a, b, ty),
            GoTy::Struct(_) | GoTy::Array { .. } => self.equal_aggregates(a, b, ty),
            _ => self.b.icmp(Cond::Eq, a.scalar(), b.scalar()),
        }
    }

    fn equal_strings(&mut self, a: &Val, b: &Val) -> Value {
        let (a, b) = (a.scalars(), b.scalars());
        let same_len = self.b.icmp(Cond::Eq, a[1], b[1]);
        if self.b.func.as_iconst(a[1]) == Some(0) || self.b.func.as_iconst(b[1]) == Some(0) {
            return same_len;
        }
        let (p, q, n) = (a[0], b[0], a[1]);
        let shape = self.shape(Basic::Bool.ty());
        let compare = |f: &mut Self| Val::one(f.b.call_rt(RuntimeFn::MemEqual, &[p, q, n])[0]);
        self.choose(same_len, &shape, compare, |f| Val::one(f.b.iconst(Ty::I8, 0))).scalar()
    }

    /// Two interface values of one type.
    fn equal_words(&mut self, a: &Val, b: &Val, ty: TyId) -> Value {
        let (a, b) = (a.scalars(), b.scalars());
        let (word, x, y) = (a[0], a[1], b[1]);
        let same = self.b.icmp(Cond::Eq, word, b[0]);
        let f = if self.is_empty_interface(ty) { RuntimeFn::EfaceEq } else { RuntimeFn::IfaceEq };
        let shape = self.shape(Basic::Bool.ty());
        let zero = |f: &mut Self| Val::one(f.b.iconst(Ty::I8, 0));
        let compare = |cx: &mut Self| {
            let nil = cx.nil();
            let some = cx.b.icmp(Cond::Ne, word, nil);
            let held = |cx: &mut Self| Val::one(cx.b.call_rt(f, &[word, x, y])[0]);
            cx.choose(some, &shape, held, |cx| Val::one(cx.b.iconst(Ty::I8, 1)))
        };
        self.choose(same, &shape, compare, zero).scalar()
    }

    fn equal_aggregates(&mut self, a: &Val, b: &Val, ty: TyId) -> Value {
        let shape = self.shape(ty);
        match (&shape.repr, a, b) {
            (Repr::Scalars(_), ..) => self.equal_fields(a, b, ty),
            (Repr::Memory, Val::Mem(x, _), Val::Mem(y, _)) => {
                let (p, q) = (self.addr_value(*x), self.addr_value(*y));
                if self.is_plain_memory(ty) {
                    let n = self.int(shape.size as i64);
                    return self.b.call_rt(RuntimeFn::MemEqual, &[p, q, n])[0];
                }
                let desc = self.desc_addr(ty);
                self.b.call_rt(RuntimeFn::TypedEqual, &[desc, p, q])[0]
            }
            _ => unreachable!("a value has the shape of its type"),
        }
    }

    /// A struct held in scalars: field by field, up to the first difference (Go spec, Comparison operators).
    fn equal_fields(&mut self, a: &Val, b: &Val, ty: TyId) -> Value {
        let GoTy::Struct(fields) = self.under(ty) else { return self.b.iconst(Ty::I8, 1) };
        let shape = self.shape(ty);
        let var = self.b.new_var(Ty::I8, None);
        let (differ, join) = (self.b.new_block(), self.b.new_block());
        for (i, f) in fields.iter().enumerate().filter(|(_, f)| f.name != sym::Blank) {
            let part = self.shape(f.ty);
            if part.size == 0 {
                continue;
            }
            let x = self.field_of(a, &shape, i, &part);
            let y = self.field_of(b, &shape, i, &part);
            let same = self.equal(&x, &y, self.cx.canon(f.ty));
            let next = self.b.new_block();
            self.b.br(same, next, differ);
            self.enter(next);
        }
        for (value, block) in [(1, None), (0, Some(differ))] {
            if let Some(block) = block {
                self.enter(block);
            }
            let v = self.b.iconst(Ty::I8, value);
            self.b.def_var(var, v);
            self.b.jump(join);
        }
        self.enter(join);
        self.b.use_var(var)
    }

    /// Whether equality of values is equality of all their bytes.
    fn is_plain_memory(&self, ty: TyId) -> bool {
        match self.under(ty) {
            GoTy::Basic(b) => !(b.is_float() || b.is_complex() || b.is_string()),
            GoTy::Pointer(_) | GoTy::Chan { .. } => true,
            GoTy::Array { elem, .. } => self.is_plain_memory(*elem),
            GoTy::Struct(fields) => {
                let sizes: u64 = fields.iter().map(|f| self.shape(f.ty).size).sum();
                sizes == self.shape(ty).size
                    && fields.iter().all(|f| f.name != sym::Blank && self.is_plain_memory(f.ty))
            }
            _ => false,
        }
    }

    /// `a op b` in an assignment `a op= b`.
    pub fn op_assign_value(&mut self, op: BinaryOp, a: &Val, y: ExprId, ty: TyId, pos: Pos) -> Val {
        if op.is_shift() {
            let count = self.shift_count(y);
            self.at(pos);
            return Val::one(self.shift_value(op, a.scalar(), count, ty));
        }
        let b = self.expr_as(y, ty);
        self.at(pos);
        self.arithmetic(op, a, &b, ty)
    }
}
