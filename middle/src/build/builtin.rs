//! Calls of predeclared functions and those of package unsafe (Go spec, Built-in functions).

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::layout::{ChanHeader, PanicCode};
use abi::map::MapHeader;
use frontend::ast::{BinaryOp, ExprId, ExprKind, List};
use frontend::program::Mode;
use frontend::types::builtins::Builtin;
use frontend::types::{Basic, Ty as GoTy, TyId};
use smallvec::SmallVec;

use super::func::FuncCx;
use super::value::{Addr, Val};
use crate::ir::{AllocKind, Cond, Op, Ty, Value};

/// Largest array of a `make` with constant sizes that may live in the frame, in bytes (gc:
/// `ir.MaxImplicitStackVarSize`).
const MAX_IMPLICIT_SIZE: u64 = 64 << 10;

/// No value.
fn none() -> Val {
    Val::Scalars(SmallVec::new())
}

impl FuncCx<'_, '_> {
    /// The value of a call of a predeclared function.
    pub fn builtin(&mut self, e: ExprId, fun: ExprId, args: List<ExprId>, dots: bool) -> Val {
        let Some(builtin) = self.as_builtin(fun) else {
            let ty = self.ty(e);
            return self.unsupported_value(self.pos(e), "this predeclared function", ty);
        };
        let args = self.ast().list(args);
        use Builtin::*;
        match builtin {
            Append => self.append(e, args, dots),
            Len | Cap => self.len_or_cap(builtin, e, args[0]),
            Complex => self.complex(e, args),
            Real | Imag => {
                let v = self.expr(args[0]);
                Val::one(v.scalars()[usize::from(builtin == Imag)])
            }
            Copy => self.copy(e, args),
            Make => self.make(e, args),
            New => self.new_value(e, args[0]),
            Min | Max => self.min_or_max(builtin, e, args),
            Clear | Close | Delete | Panic | Print | Println | Recover => {
                let operands = self.builtin_operands(builtin, args);
                self.at(self.pos(e));
                self.emit_builtin(builtin, &operands)
            }
            UnsafeAdd => self.unsafe_add(e, args),
            UnsafeSlice => self.unsafe_slice(e, args),
            UnsafeString => self.unsafe_string(e, args),
            UnsafeSliceData | UnsafeStringData => Val::one(self.expr(args[0]).scalars()[0]),
            UnsafeAlignof | UnsafeOffsetof | UnsafeSizeof => self.layout_fact(builtin, args[0]),
        }
    }

    /// What package unsafe says of a type that depends on type parameters; all else is constant.
    fn layout_fact(&mut self, builtin: Builtin, x: ExprId) -> Val {
        let fact = match builtin {
            Builtin::UnsafeSizeof => self.cx.size_of(self.ty(x)),
            Builtin::UnsafeAlignof => u64::from(self.shape(self.ty(x)).align),
            _ => self.field_offset(x),
        };
        Val::one(self.int(fact as i64))
    }

    /// The offset of the field `x.f` in `x`, embedded structs included.
    fn field_offset(&self, x: ExprId) -> u64 {
        let Some(s) = self.selection(self.ast().unparen(x)) else { return 0 };
        let (mut ty, mut offset) = (s.recv, 0);
        for &i in &s.path {
            if let GoTy::Pointer(base) = *self.under(ty) {
                (ty, offset) = (base, 0);
            }
            let GoTy::Struct(fields) = self.under(ty) else { return offset };
            offset += self.shape(ty).offsets[i as usize];
            ty = fields[i as usize].ty;
        }
        offset
    }

    // Those that can be deferred

    /// Evaluates the operands of a predeclared function that may stand after `go` and `defer`.
    pub fn builtin_operands(&mut self, builtin: Builtin, args: &[ExprId]) -> Vec<(Val, TyId)> {
        let any = self.cx.canon(self.cx.prog.universe.any);
        let key = match (builtin, args.first().map(|&m| self.under(self.ty(m)))) {
            (Builtin::Delete, Some(GoTy::Map { key, .. })) => Some(self.cx.canon(*key)),
            _ => None,
        };
        let viewed = (builtin == Builtin::Copy).then_some(1);
        self.operand_values(args, viewed, |i| match builtin {
            Builtin::Panic => Some(any),
            Builtin::Delete if i == 1 => key,
            _ => None,
        })
    }

    /// Evaluates operands, each converted to the type that `to` wants; the results of a call count as operands. The elements
    /// of operand `viewed` are only copied.
    fn operand_values(
        &mut self,
        args: &[ExprId],
        viewed: Option<usize>,
        to: impl Fn(usize) -> Option<TyId>,
    ) -> Vec<(Val, TyId)> {
        if let &[call] = args
            && matches!(self.under(self.ty(call)), GoTy::Tuple(_))
        {
            let results = self.several_values(call).into_iter().enumerate();
            let convert = |(i, (v, from)): (usize, (Val, TyId))| match to(i) {
                Some(ty) => (self.assign_convert(v, from, ty), ty),
                None => (v, from),
            };
            return results.map(convert).collect();
        }
        let outer = self.settle(args);
        let mut values = Vec::with_capacity(args.len());
        for (i, &a) in args.iter().enumerate() {
            let (from, to) = (self.ty(a), to(i));
            let v = match to {
                Some(ty) => self.expr_as(a, ty),
                None if viewed == Some(i) => self.bytes_view(a),
                None => self.expr(a),
            };
            values.push((v, to.unwrap_or(from)));
        }
        self.unsettle(outer);
        values
    }

    /// Calls a predeclared function that may stand after `go` and `defer`.
    pub fn emit_builtin(&mut self, builtin: Builtin, args: &[(Val, TyId)]) -> Val {
        match builtin {
            Builtin::Clear => self.clear(&args[0].0, args[0].1),
            Builtin::Close => {
                self.b.call_rt(RuntimeFn::CloseChan, args[0].0.scalars());
            }
            Builtin::Delete => self.delete(args),
            Builtin::Panic => {
                self.b.call_rt(RuntimeFn::GoPanic, args[0].0.scalars());
            }
            Builtin::Print | Builtin::Println => self.print(builtin, args),
            Builtin::Recover => {
                let r = self.b.call_rt(RuntimeFn::GoRecover, &[]);
                return Val::of(&r);
            }
            Builtin::Copy => return self.copy_value(&args[0], &args[1]),
            _ => unreachable!("only statements are deferred"),
        }
        none()
    }

    fn clear(&mut self, v: &Val, ty: TyId) {
        match *self.under(ty) {
            GoTy::Map { .. } => {
                let desc = self.desc_addr(ty);
                self.b.call_rt(RuntimeFn::MapClear, &[desc, v.scalar()]);
            }
            GoTy::Slice(elem) => {
                let size = self.shape(elem).size;
                let (p, n) = (v.scalars()[0], v.scalars()[1]);
                let bytes = self.scaled(n, size);
                self.b.call_rt(RuntimeFn::MemClr, &[p, bytes]);
            }
            _ => unreachable!("only maps and slices are cleared"),
        }
    }

    fn delete(&mut self, args: &[(Val, TyId)]) {
        let shape = self.shape(args[1].1);
        let key = self.in_memory(&args[1].0, &shape);
        let desc = self.desc_addr(args[0].1);
        self.b.call_rt(RuntimeFn::MapDelete, &[desc, args[0].0.scalar(), key]);
    }

    fn print(&mut self, builtin: Builtin, args: &[(Val, TyId)]) {
        self.b.call_rt(RuntimeFn::PrintLock, &[]);
        for (i, (v, ty)) in args.iter().enumerate() {
            if i > 0 && builtin == Builtin::Println {
                self.b.call_rt(RuntimeFn::PrintSp, &[]);
            }
            self.print_value(v, *ty);
        }
        if builtin == Builtin::Println {
            self.b.call_rt(RuntimeFn::PrintNl, &[]);
        }
        self.b.call_rt(RuntimeFn::PrintUnlock, &[]);
    }

    fn print_value(&mut self, v: &Val, ty: TyId) {
        use RuntimeFn::*;
        let f = match self.under(ty) {
            GoTy::Basic(b) => {
                let b = *b;
                if b.is_integer() {
                    let wide = self.widen(v.scalar(), b.is_unsigned());
                    // gc prints a uintptr in decimal, too.
                    let f = if b.is_unsigned() { PrintUint } else { PrintInt };
                    self.b.call_rt(f, &[wide]);
                    return;
                }
                match b {
                    Basic::Bool | Basic::UntypedBool => PrintBool,
                    Basic::Float32 => PrintFloat32,
                    Basic::Complex64 => PrintComplex64,
                    Basic::String | Basic::UntypedString => PrintString,
                    Basic::UnsafePointer | Basic::UntypedNil => PrintPointer,
                    b if b.is_complex() => PrintComplex128,
                    _ => PrintFloat64,
                }
            }
            GoTy::Slice(_) => PrintSlice,
            GoTy::Interface(_) => PrintEface,
            _ => PrintPointer,
        };
        self.b.call_rt(f, v.scalars());
    }

    // Lengths and copies

    fn len_or_cap(&mut self, builtin: Builtin, e: ExprId, x: ExprId) -> Val {
        let ty = self.ty(x);
        let array = match *self.under(ty) {
            GoTy::Pointer(base) => base,
            _ => ty,
        };
        if let GoTy::Array { len, .. } = *self.under(array) {
            self.expr(x);
            return Val::one(self.int(len as i64));
        }
        let is_len = builtin == Builtin::Len;
        if let Some(s) = self.string_as_runes(x).filter(|_| is_len) {
            let s = self.expr(s);
            self.at(self.pos(e));
            return Val::one(self.b.call_rt(RuntimeFn::CountRunes, s.scalars())[0]);
        }
        let v = if is_len { self.bytes_view(x) } else { self.expr(x) };
        self.at(self.pos(e));
        let index = if is_len { 1 } else { 2 };
        let field = match self.under(ty) {
            GoTy::Map { .. } => offset_of!(MapHeader, count),
            GoTy::Chan { .. } if is_len => offset_of!(ChanHeader, count),
            GoTy::Chan { .. } => offset_of!(ChanHeader, cap),
            _ => return Val::one(v.scalars()[index]),
        };
        let p = v.scalar();
        let nil = self.nil();
        let some = self.b.icmp(Cond::Ne, p, nil);
        let shape = self.shape(Basic::Int.ty());
        let load = |f: &mut Self| Val::one(f.b.load(Ty::I64, p, field as i64));
        self.choose(some, &shape, load, |f| Val::one(f.int(0)))
    }

    fn copy(&mut self, e: ExprId, args: &[ExprId]) -> Val {
        let operands = self.builtin_operands(Builtin::Copy, args);
        self.at(self.pos(e));
        self.copy_value(&operands[0], &operands[1])
    }

    /// `copy(to, from)`: the number of elements copied.
    fn copy_value(&mut self, to: &(Val, TyId), from: &(Val, TyId)) -> Val {
        let size = self.shape(self.slice_elem(to.1)).size;
        let (p, n) = (to.0.scalars()[0], to.0.scalars()[1]);
        let (q, m) = (from.0.scalars()[0], from.0.scalars()[1]);
        let less = self.b.icmp(Cond::Lt, n, m);
        let count = self.b.select(less, n, m);
        let bytes = self.scaled(count, size);
        self.b.call_rt(RuntimeFn::MemMove, &[p, q, bytes]);
        Val::one(count)
    }

    // append

    fn append(&mut self, e: ExprId, args: &[ExprId], dots: bool) -> Val {
        let ty = self.ty(e);
        let elem = self.slice_elem(ty);
        let operands = self.operand_values(args, dots.then_some(1), |i| match i {
            0 => Some(ty),
            _ => (!dots).then_some(elem),
        });
        self.at(self.pos(e));
        let s = operands[0].0.clone();
        if dots {
            return self.append_slice(&s, &operands[1].0, elem);
        }
        let values = &operands[1..];
        if values.is_empty() {
            return s;
        }
        let shape = self.shape(elem);
        let n = self.int(values.len() as i64);
        let (grown, len) = self.grow(&s, n, elem);
        let offset = self.scaled(len, shape.size);
        let at = self.b.ptr_add(grown.scalars()[0], offset);
        for (i, (v, _)) in values.iter().enumerate() {
            self.store(v, Addr::new(at).plus(i as u64 * shape.size), &shape);
        }
        grown
    }

    /// `append(s, from...)`, also for a string.
    fn append_slice(&mut self, s: &Val, from: &Val, elem: TyId) -> Val {
        let (q, m) = (from.scalars()[0], from.scalars()[1]);
        let (grown, len) = self.grow(s, m, elem);
        let size = self.shape(elem).size;
        let offset = self.scaled(len, size);
        let at = self.b.ptr_add(grown.scalars()[0], offset);
        let bytes = self.scaled(m, size);
        self.b.call_rt(RuntimeFn::MemMove, &[at, q, bytes]);
        grown
    }

    /// Makes room for `n` more elements; yields the longer slice and the old length.
    fn grow(&mut self, s: &Val, n: Value, elem: TyId) -> (Val, Value) {
        let (p, len, cap) = (s.scalars()[0], s.scalars()[1], s.scalars()[2]);
        let new_len = self.b.binary(Op::Add, len, n);
        let [ptr_var, cap_var] = [Ty::Ptr, Ty::I64].map(|t| self.b.new_var(t, None));
        let (slow, join) = (self.b.new_block(), self.b.new_block());
        self.b.set_cold(slow);
        self.b.def_var(ptr_var, p);
        self.b.def_var(cap_var, cap);
        let full = self.b.icmp(Cond::UGt, new_len, cap);
        self.b.br(full, slow, join);
        self.enter(slow);
        let out = self.b.func.new_slot(24, 8, "grown");
        let out = self.slot(out).base;
        let desc = self.desc_addr(elem);
        self.b.call_rt(RuntimeFn::GrowSlice, &[out, p, new_len, cap, n, desc]);
        let grown = self.b.load(Ty::Ptr, out, 0);
        let grown_cap = self.b.load(Ty::I64, out, 16);
        self.b.def_var(ptr_var, grown);
        self.b.def_var(cap_var, grown_cap);
        self.b.jump(join);
        self.enter(join);
        let (p, cap) = (self.b.use_var(ptr_var), self.b.use_var(cap_var));
        (Val::of(&[p, new_len, cap]), len)
    }

    // make and new

    fn make(&mut self, e: ExprId, args: &[ExprId]) -> Val {
        let ty = self.ty(e);
        let sizes = &args[1..];
        let outer = self.settle(sizes);
        let values: Vec<_> = sizes.iter().map(|&s| self.index_value(s)).collect();
        self.unsettle(outer);
        self.at(self.pos(e));
        match *self.under(ty) {
            GoTy::Slice(elem) => {
                let len = values[0];
                let cap = values.get(1).copied().unwrap_or(len);
                self.make_slice(self.cx.canon(elem), len, cap)
            }
            GoTy::Map { .. } => {
                let hint = values.first().map(|i| i.value);
                let hint = hint.unwrap_or_else(|| self.int(0));
                Val::one(self.make_map(ty, hint))
            }
            GoTy::Chan { .. } => {
                let size = values.first().map(|i| i.value);
                let size = size.unwrap_or_else(|| self.int(0));
                let desc = self.desc_addr(ty);
                Val::one(self.b.call_rt(RuntimeFn::MakeChan, &[desc, size])[0])
            }
            _ => self.unsupported_value(self.pos(e), "make of this type", ty),
        }
    }

    fn make_slice(&mut self, elem: TyId, len: super::index::Index, cap: super::index::Index) -> Val {
        let size = self.shape(elem).size;
        if let (Some(n), Some(m)) = (len.known, cap.known)
            && (1..=m).contains(&n.max(1))
            && size > 0
            && (m as u64).checked_mul(size).is_some_and(|bytes| bytes <= MAX_IMPLICIT_SIZE)
        {
            let array = self.cx.canon(self.types().intern(GoTy::Array { elem, len: m as u64 }));
            let p = self.alloc(array, AllocKind::SliceArray, "make([]T)");
            return Val::of(&[p, len.value, cap.value]);
        }
        let desc = self.desc_addr(elem);
        let p = self.b.call_rt(RuntimeFn::MakeSlice, &[desc, len.value, cap.value])[0];
        Val::of(&[p, len.value, cap.value])
    }

    /// `new(T)`, `new(x)`
    fn new_value(&mut self, e: ExprId, arg: ExprId) -> Val {
        let GoTy::Pointer(base) = *self.under(self.ty(e)) else { return none() };
        let base = self.cx.canon(base);
        let v = (self.info().expr(arg).mode != Mode::Type).then(|| self.expr_as(arg, base));
        self.at(self.pos(e));
        let shape = self.shape(base);
        if shape.size == 0 {
            let sym = self.cx.zero_base();
            return Val::one(self.b.sym_addr(sym, 0));
        }
        let name = self.cx.link_string(base);
        let p = self.alloc(base, AllocKind::New, &format!("new({name})"));
        if let Some(v) = v {
            self.store(&v, Addr::new(p), &shape);
        }
        Val::one(p)
    }

    // Numbers

    fn complex(&mut self, e: ExprId, args: &[ExprId]) -> Val {
        let part = match self.types().basic(self.ty(e)) {
            Some(Basic::Complex64) => Basic::Float32,
            _ => Basic::Float64,
        };
        let parts = self.number_operands(args, part.ty());
        self.at(self.pos(e));
        Val::Scalars(parts.iter().map(|p| p.scalar()).collect())
    }

    /// Operands of a numeric or string type; constants take it.
    fn number_operands(&mut self, args: &[ExprId], ty: TyId) -> Vec<Val> {
        if args.len() == 1 && matches!(self.under(self.ty(args[0])), GoTy::Tuple(_)) {
            return self.several_values(args[0]).into_iter().map(|v| v.0).collect();
        }
        let outer = self.settle(args);
        let mut values = Vec::with_capacity(args.len());
        for &a in args {
            values.push(match self.const_value(a).cloned() {
                Some(k) if self.info().expr(a).mode == Mode::Constant => self.constant(&k, ty),
                _ => self.expr(a),
            });
        }
        self.unsettle(outer);
        values
    }

    fn min_or_max(&mut self, builtin: Builtin, e: ExprId, args: &[ExprId]) -> Val {
        let ty = self.ty(e);
        let values = self.number_operands(args, ty);
        self.at(self.pos(e));
        let mut best = values[0].clone();
        for v in &values[1..] {
            best = self.smaller_or_larger(builtin, &best, v, ty);
        }
        best
    }

    fn smaller_or_larger(&mut self, builtin: Builtin, a: &Val, b: &Val, ty: TyId) -> Val {
        let basic = self.types().basic(ty).unwrap_or(Basic::Int);
        if basic.is_float() {
            return Val::one(self.float_extreme(builtin, a.scalar(), b.scalar()));
        }
        // The first of equal operands stays.
        let op = if builtin == Builtin::Min { BinaryOp::Lt } else { BinaryOp::Gt };
        let second = self.compare(op, b, ty, a, ty);
        let pairs = a.scalars().iter().zip(b.scalars());
        Val::Scalars(pairs.map(|(&a, &b)| self.b.select(second, b, a)).collect())
    }

    /// A NaN wins; of two zeros the negative one is the smaller (Go spec, Min and max).
    fn float_extreme(&mut self, builtin: Builtin, a: Value, b: Value) -> Value {
        let ty = self.b.func.ty(a);
        let bits = if ty == Ty::F32 { Ty::I32 } else { Ty::I64 };
        let (first, second, combine) = match builtin {
            Builtin::Min => (Cond::Lt, Cond::Gt, Op::Or),
            _ => (Cond::Gt, Cond::Lt, Op::And),
        };
        let a_bits = self.b.convert(Op::Bitcast, bits, a);
        let b_bits = self.b.convert(Op::Bitcast, bits, b);
        let zero = self.b.binary(combine, a_bits, b_bits);
        let equal = self.b.convert(Op::Bitcast, ty, zero);
        let nan = self.b.binary(Op::FAdd, a, b);
        let is_equal = self.b.fcmp(Cond::Eq, a, b);
        let rest = self.b.select(is_equal, equal, nan);
        let b_wins = self.b.fcmp(second, a, b);
        let rest = self.b.select(b_wins, b, rest);
        let a_wins = self.b.fcmp(first, a, b);
        self.b.select(a_wins, a, rest)
    }

    // Package unsafe

    fn unsafe_add(&mut self, e: ExprId, args: &[ExprId]) -> Val {
        let outer = self.settle(args);
        let p = self.expr(args[0]).scalar();
        let n = self.index_value(args[1]);
        self.unsettle(outer);
        self.at(self.pos(e));
        Val::one(self.b.ptr_add(p, n.value))
    }

    fn unsafe_slice(&mut self, e: ExprId, args: &[ExprId]) -> Val {
        let size = self.shape(self.slice_elem(self.ty(e))).size;
        let codes = [PanicCode::UnsafeSliceLen, PanicCode::UnsafeSliceNil];
        let (p, n) = self.unsafe_range(e, args, size, codes);
        Val::of(&[p, n, n])
    }

    fn unsafe_string(&mut self, e: ExprId, args: &[ExprId]) -> Val {
        if let Some(x) = self.whole_slice(args) {
            let s = self.expr(x);
            return Val::of(&s.scalars()[..2]);
        }
        let codes = [PanicCode::UnsafeStringLen, PanicCode::UnsafeStringNil];
        let (p, n) = self.unsafe_range(e, args, 1, codes);
        Val::of(&[p, n])
    }

    /// The variable x of the arguments `unsafe.SliceData(x), len(x)`, which are certainly a range of memory.
    fn whole_slice(&self, args: &[ExprId]) -> Option<ExprId> {
        let operand = |e: ExprId, wanted: Builtin| match self.ast().exprs[self.ast().unparen(e)].kind {
            ExprKind::Call { fun, args, .. } if self.as_builtin(fun) == Some(wanted) => {
                let x = self.ast().unparen(self.ast().list(args)[0]);
                matches!(self.ast().exprs[x].kind, ExprKind::Name(_)).then_some(x)
            }
            _ => None,
        };
        let (x, y) = (operand(args[0], Builtin::UnsafeSliceData)?, operand(args[1], Builtin::Len)?);
        let object = |e| self.info().uses.get(&e);
        (object(x).is_some() && object(x) == object(y)).then_some(x)
    }

    /// Checks that `n` elements from `p` on are a range of memory (gc: `runtime/unsafe.go`).
    fn unsafe_range(
        &mut self,
        e: ExprId,
        args: &[ExprId],
        size: u64,
        codes: [PanicCode; 2],
    ) -> (Value, Value) {
        let outer = self.settle(args);
        let p = self.expr(args[0]).scalar();
        let n = self.index_value(args[1]);
        self.unsettle(outer);
        self.at(self.pos(e));
        let zero = self.int(0);
        let [bad_len, bad_nil] = codes.map(|c| self.int(c as i64));
        let ok = self.b.icmp(Cond::Ge, n.value, zero);
        self.b.guard(RuntimeFn::PanicCode, ok, &[bad_len]);
        let nil = self.nil();
        let is_nil = self.b.icmp(Cond::Eq, p, nil);
        let (ok, code) = if size == 0 {
            let some = self.b.icmp(Cond::Ne, p, nil);
            let none = self.b.icmp(Cond::Eq, n.value, zero);
            (self.b.binary(Op::Or, some, none), bad_nil)
        } else {
            let address = self.b.convert(Op::Bitcast, Ty::I64, p);
            let room = self.b.unary(Op::Neg, address);
            let code = self.b.select(is_nil, bad_nil, bad_len);
            if size == 1 {
                (self.b.icmp(Cond::ULe, n.value, room), code)
            } else {
                let size = self.int(size as i64);
                let bytes = self.b.binary(Op::Mul, n.value, size);
                let high = self.b.binary(Op::UMulHi, n.value, size);
                let fits = self.b.icmp(Cond::Eq, high, zero);
                let inside = self.b.icmp(Cond::ULe, bytes, room);
                (self.b.binary(Op::And, fits, inside), code)
            }
        };
        self.b.guard(RuntimeFn::PanicCode, ok, &[code]);
        (p, n.value)
    }
}
