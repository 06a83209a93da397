//! Conversions (Go spec, Conversions), explicit and implicit ones.

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::layout::Itab;
use frontend::ast::ExprId;
use frontend::program::Mode;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::FuncCx;
use super::static_data::Image;
use super::value::{Addr, Alias, Val};
use crate::ir::{AllocKind, Cond, Op, Ty, Value};
use crate::type_desc::methods;

impl FuncCx<'_, '_> {
    /// A value of type `from` as one of type `to`, to which it is assignable.
    pub fn assign_convert(&mut self, v: Val, from: TyId, to: TyId) -> Val {
        let (from, to) = (self.cx.canon(from), self.cx.canon(to));
        if from == to || !self.is_interface(to) {
            return v;
        }
        if self.is_interface(from) {
            self.convert_interface(v, from, to)
        } else {
            self.box_value(v, from, to)
        }
    }

    /// The first word of an interface value of type `to` that holds a value of type `from`.
    pub fn type_word(&mut self, from: TyId, to: TyId) -> Value {
        let sym = if self.is_empty_interface(to) { self.cx.type_desc(from) } else { self.cx.itab(to, from) };
        self.b.sym_addr(sym, 0)
    }

    /// A value in an interface.
    pub fn box_value(&mut self, v: Val, from: TyId, to: TyId) -> Val {
        let word = self.type_word(from, to);
        let data = self.data_word(v, from);
        Val::of(&[word, data])
    }

    /// The data word of an interface that holds the value.
    fn data_word(&mut self, v: Val, ty: TyId) -> Value {
        let shape = self.shape(ty);
        if self.cx.is_direct_iface(ty) {
            return match v {
                Val::Scalars(s) => s[0],
                Val::Mem(addr, _) => self.b.load(Ty::Ptr, addr.base, addr.offset),
            };
        }
        if shape.size == 0 {
            let sym = self.cx.zero_base();
            return self.b.sym_addr(sym, 0);
        }
        if let Val::Scalars(s) = &v
            && let [byte] = s[..]
            && self.b.func.ty(byte) == Ty::I8
        {
            return self.byte_address(byte);
        }
        if let Val::Scalars(s) = &v
            && let [word] = s[..]
            && let Some(k) = self.b.func.as_iconst(word)
        {
            return self.constant_address(k, shape.size);
        }
        let name = self.cx.link_string(ty);
        let p = self.alloc(ty, AllocKind::Boxed, &name);
        self.store(&v, Addr::new(p), &shape);
        p
    }

    /// The address of read-only memory that holds a byte (gc: `runtime.staticuint64s`).
    fn byte_address(&mut self, byte: Value) -> Value {
        let image = Image { bytes: (0..=255u64).flat_map(u64::to_le_bytes).collect(), relocs: Vec::new() };
        let sym = self.cx.const_data(image, 8);
        let table = self.b.sym_addr(sym, 0);
        let i = self.b.convert(Op::ZExt, Ty::I64, byte);
        let offset = self.scaled(i, 8);
        self.b.ptr_add(table, offset)
    }

    /// The address of read-only memory that holds an integer of `size` bytes. Interfaces of equal constants have equal
    /// data words, as gc's have: the crash output of nested panics compares them.
    fn constant_address(&mut self, k: i64, size: u64) -> Value {
        let image = Image { bytes: k.to_le_bytes()[..size as usize].to_vec(), relocs: Vec::new() };
        let sym = self.cx.const_data(image, size as u32);
        self.b.sym_addr(sym, 0)
    }

    /// The dynamic type of an interface value, nil for nil.
    pub fn dynamic_type(&mut self, v: &Val, ty: TyId) -> Value {
        let word = v.scalars()[0];
        if self.is_empty_interface(ty) {
            return word;
        }
        let nil = self.nil();
        let some = self.b.icmp(Cond::Ne, word, nil);
        let shape = self.shape(Basic::UnsafePointer.ty());
        let load = |f: &mut Self| Val::one(f.b.load(Ty::Ptr, word, offset_of!(Itab, ty) as i64));
        self.choose(some, &shape, load, |_| Val::one(nil)).scalar()
    }

    /// An interface value as one of another interface type, which its type implements.
    fn convert_interface(&mut self, v: Val, from: TyId, to: TyId) -> Val {
        let data = v.scalars()[1];
        let ty = self.dynamic_type(&v, from);
        if self.is_empty_interface(to) {
            return Val::of(&[ty, data]);
        }
        let nil = self.nil();
        let some = self.b.icmp(Cond::Ne, ty, nil);
        let shape = self.shape(Basic::UnsafePointer.ty());
        let inter = self.cx.type_desc(to);
        let find = |f: &mut Self| {
            let inter = f.b.sym_addr(inter, 0);
            Val::one(f.b.call_rt(RuntimeFn::AssertE2I, &[inter, ty])[0])
        };
        let tab = self.choose(some, &shape, find, |_| Val::one(nil)).scalar();
        Val::of(&[tab, data])
    }

    /// `T(x)`
    pub fn conversion(&mut self, e: ExprId, x: ExprId) -> Val {
        let (from, to) = (self.ty(x), self.ty(e));
        if self.is_interface(to) {
            return self.expr_as(x, to);
        }
        // A constant is converted at compile time though `to` may be a type argument.
        if self.info().expr(x).mode == Mode::Constant
            && let (Some(value), GoTy::Basic(b)) = (self.const_value(x).cloned(), self.under(to))
            && b.is_numeric()
        {
            self.at(self.pos(e));
            return self.constant(&value, to);
        }
        if let (Some(text), GoTy::Slice(elem)) =
            (self.const_value(x).and_then(|v| v.as_bytes()), self.under(to))
            && self.is_byte(*elem)
        {
            let text = text.to_vec();
            self.at(self.pos(e));
            return self.constant_bytes(&text);
        }
        let is_pointer = self.under(to) == &GoTy::Basic(Basic::UnsafePointer);
        let outer = self.makes_pointer;
        self.makes_pointer |= is_pointer;
        let v = self.expr(x);
        self.makes_pointer = outer;
        self.at(self.pos(e));
        self.convert_value(v, from, to)
    }

    /// An explicit conversion to a type that is no interface.
    pub fn convert_value(&mut self, v: Val, from: TyId, to: TyId) -> Val {
        match (self.under(from), self.under(to)) {
            (GoTy::Basic(a), GoTy::Basic(b)) => self.convert_basic(v, *a, *b),
            (GoTy::Basic(a), GoTy::Slice(elem)) if a.is_string() => self.string_to_slice(&v, *elem),
            (GoTy::Slice(elem), GoTy::Basic(b)) if b.is_string() => self.slice_to_string(&v, *elem),
            (GoTy::Slice(_), GoTy::Array { len, .. }) => self.slice_to_array(&v, to, *len),
            (GoTy::Slice(_), GoTy::Pointer(array)) => self.slice_to_array_pointer(&v, *array),
            (GoTy::Basic(Basic::Uintptr), _)
                if !v.scalars().is_empty() && self.b.func.ty(v.scalar()) == Ty::I64 =>
            {
                let to = self.shape(to).scalars().and_then(|s| s.first()).map_or(Ty::I64, |s| s.ty);
                if to == Ty::Ptr { Val::one(self.b.convert(Op::Bitcast, Ty::Ptr, v.scalar())) } else { v }
            }
            _ => v,
        }
    }

    fn convert_basic(&mut self, v: Val, from: Basic, to: Basic) -> Val {
        match () {
            _ if from.is_string() && to.is_string() || from == to => v,
            _ if to.is_string() => self.rune_to_string(v.scalar(), from.is_unsigned()),
            _ if to == Basic::UnsafePointer => self.pointer_from(v),
            _ if from == Basic::UnsafePointer => {
                let op = if self.makes_pointer { Op::Address } else { Op::Bitcast };
                Val::one(self.b.convert(op, Ty::I64, v.scalar()))
            }
            _ if from.is_complex() => {
                let part = if to == Basic::Complex64 { Ty::F32 } else { Ty::F64 };
                Val::Scalars(v.scalars().iter().map(|&p| self.float_to_float(p, part)).collect())
            }
            _ if from.is_numeric() && to.is_numeric() => Val::one(self.convert_number(v.scalar(), from, to)),
            _ => v,
        }
    }

    fn pointer_from(&mut self, v: Val) -> Val {
        match self.b.func.ty(v.scalar()) {
            Ty::Ptr => v,
            _ => Val::one(self.b.convert(Op::Bitcast, Ty::Ptr, v.scalar())),
        }
    }

    /// Numeric conversions between integers and floats.
    fn convert_number(&mut self, v: Value, from: Basic, to: Basic) -> Value {
        let to_ty = self.shape(to.ty()).scalars().map_or(Ty::I64, |s| s[0].ty);
        match (from.is_float(), to.is_float()) {
            (false, false) => self.int_to_int(v, from.is_unsigned(), to_ty),
            (true, true) => self.float_to_float(v, to_ty),
            (false, true) => {
                let wide = self.widen(v, from.is_unsigned());
                let is_u64 = from.is_unsigned() && self.b.func.ty(v) == Ty::I64;
                self.b.convert(if is_u64 { Op::UToF } else { Op::SToF }, to_ty, wide)
            }
            (true, false) => {
                let op = if to.is_unsigned() { Op::FToU } else { Op::FToS };
                match to_ty {
                    Ty::I64 => self.b.convert(op, Ty::I64, v),
                    Ty::I32 => self.b.convert(op, Ty::I32, v),
                    small => {
                        let wide = self.b.convert(Op::FToS, Ty::I32, v);
                        self.b.convert(Op::Trunc, small, wide)
                    }
                }
            }
        }
    }

    /// An integer in another width.
    pub fn int_to_int(&mut self, v: Value, unsigned: bool, to: Ty) -> Value {
        let from = self.b.func.ty(v);
        match to.size().cmp(&from.size()) {
            std::cmp::Ordering::Equal => v,
            std::cmp::Ordering::Less => self.b.convert(Op::Trunc, to, v),
            std::cmp::Ordering::Greater if unsigned => self.b.convert(Op::ZExt, to, v),
            std::cmp::Ordering::Greater => self.b.convert(Op::SExt, to, v),
        }
    }

    /// A float in another width.
    pub fn float_to_float(&mut self, v: Value, to: Ty) -> Value {
        match (self.b.func.ty(v), to) {
            (Ty::F32, Ty::F64) => self.b.convert(Op::FPromote, to, v),
            (Ty::F64, Ty::F32) => self.b.convert(Op::FDemote, to, v),
            _ => v,
        }
    }

    fn check_array_len(&mut self, v: &Val, len: u64) {
        let (have, want) = (v.scalars()[1], self.int(len as i64));
        let ok = self.b.icmp(Cond::ULe, want, have);
        self.b.guard(RuntimeFn::PanicSliceConvert, ok, &[have, want]);
    }

    fn slice_to_array(&mut self, v: &Val, to: TyId, len: u64) -> Val {
        self.check_array_len(v, len);
        let shape = self.shape(to);
        let from = self.load(Addr::new(v.scalars()[0]), Alias::Shared, &shape);
        self.stable(from, &shape)
    }

    fn slice_to_array_pointer(&mut self, v: &Val, array: TyId) -> Val {
        if let GoTy::Array { len, .. } = *self.under(array) {
            self.check_array_len(v, len);
        }
        Val::one(v.scalars()[0])
    }

    // Type assertions

    /// `x.(T)`
    pub fn type_assert(&mut self, e: ExprId, x: ExprId) -> Val {
        let (from, to) = (self.ty(x), self.ty(e));
        let v = self.expr(x);
        self.at(self.pos(e));
        if self.is_interface(to) {
            return self.assert_interface(&v, from, to);
        }
        let (ok, _) = self.type_test(&v, from, to);
        let (good, bad) = (self.b.new_block(), self.b.new_block());
        self.b.set_cold(bad);
        self.b.br(ok, good, bad);
        self.enter(bad);
        let have = self.dynamic_type(&v, from);
        let (want, iface) = (self.desc_addr(to), self.desc_addr(from));
        self.b.call_rt(RuntimeFn::PanicDotTypeE, &[have, want, iface]);
        self.enter(good);
        let v = self.unbox(v.scalars()[1], to);
        let shape = self.shape(to);
        self.stable(v, &shape)
    }

    fn assert_interface(&mut self, v: &Val, from: TyId, to: TyId) -> Val {
        let data = v.scalars()[1];
        let ty = self.dynamic_type(v, from);
        let want = self.desc_addr(to);
        if self.is_empty_interface(to) {
            let nil = self.nil();
            let some = self.b.icmp(Cond::Ne, ty, nil);
            self.b.guard(RuntimeFn::PanicNilDotType, some, &[want]);
            return Val::of(&[ty, data]);
        }
        let tab = self.b.call_rt(RuntimeFn::AssertE2I, &[want, ty])[0];
        Val::of(&[tab, data])
    }

    /// The value behind the data word of an interface whose dynamic type is `ty`.
    pub fn unbox(&mut self, data: Value, ty: TyId) -> Val {
        let shape = self.shape(ty);
        if !self.cx.is_direct_iface(ty) {
            return self.load(Addr::new(data), Alias::Temp, &shape);
        }
        match shape.is_memory() {
            false => Val::one(data),
            true => {
                let temp = self.new_temp(&shape, "word");
                self.b.store(data, temp.base, temp.offset);
                Val::temp(temp)
            }
        }
    }

    /// `v, ok := x.(T)`
    pub fn type_assert_ok(&mut self, x: ExprId, to: TyId) -> (Val, Val) {
        let from = self.ty(x);
        let v = self.expr(x);
        let (ok, word) = self.type_test(&v, from, to);
        let data = v.scalars()[1];
        if self.is_interface(to) {
            let shape = self.shape(to);
            let nil = self.nil();
            let v = self.choose(ok, &shape, |_| Val::of(&[word, data]), |_| Val::of(&[nil, nil]));
            return (v, Val::one(ok));
        }
        let shape = self.shape(to);
        if self.cx.is_direct_iface(to) {
            let nil = self.nil();
            let word = self.b.select(ok, data, nil);
            return (self.unbox(word, to), Val::one(ok));
        }
        (self.load_or_zero(ok, data, &shape), Val::one(ok))
    }

    /// Whether variables of the interface type `iface` can hold values of type `ty`: in generic functions it may turn
    /// out only now that they cannot.
    fn may_hold(&self, iface: TyId, ty: TyId) -> bool {
        if self.facts.subst.is_empty() || self.is_empty_interface(iface) {
            return true;
        }
        let have = methods::method_set(self.cx, ty);
        let wanted = self.types().type_set(iface).map_or(&[][..], |set| &set.methods);
        wanted.iter().all(|w| {
            let name = methods::name_key(self.cx, w.name, w.pkg);
            have.iter().any(|m| (m.name, m.pkg) == name && m.sig == self.cx.canon(w.sig))
        })
    }

    /// Whether the dynamic type of an interface value is `to`, or implements the interface type `to`; and in that
    /// case the first word of the value as one of type `to`.
    pub fn type_test(&mut self, v: &Val, from: TyId, to: TyId) -> (Value, Value) {
        let nil = self.nil();
        if !self.is_interface(to) {
            if !self.may_hold(from, to) {
                return (self.b.iconst(Ty::I8, 0), nil);
            }
            let word = self.type_word(to, from);
            return (self.b.icmp(Cond::Eq, v.scalars()[0], word), word);
        }
        let ty = self.dynamic_type(v, from);
        let word = if self.is_empty_interface(to) {
            ty
        } else {
            let some = self.b.icmp(Cond::Ne, ty, nil);
            let shape = self.shape(Basic::UnsafePointer.ty());
            let inter = self.cx.type_desc(to);
            let find = |f: &mut Self| {
                let inter = f.b.sym_addr(inter, 0);
                Val::one(f.b.call_rt(RuntimeFn::AssertE2I2, &[inter, ty])[0])
            };
            self.choose(some, &shape, find, |_| Val::one(nil)).scalar()
        };
        (self.b.icmp(Cond::Ne, word, nil), word)
    }
}
