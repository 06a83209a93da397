//! Index expressions (Go spec, Index expressions): arrays, slices, strings, maps.

use abi::RuntimeFn;
use frontend::ast::ExprId;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::FuncCx;
use super::place::Place;
use super::value::{Addr, Alias, Val};
use crate::ir::{Cond, Op, Ty, Value};

/// An index or length: 64 bits, and whether its type is unsigned (which panics print differently).
#[derive(Clone, Copy, Debug)]
pub struct Index {
    /// The value.
    pub value: Value,
    /// Of an unsigned type.
    pub unsigned: bool,
    /// The value, if it is constant.
    pub known: Option<i64>,
}

impl FuncCx<'_, '_> {
    /// `x[i]` as a value.
    pub fn index(&mut self, e: ExprId, x: ExprId, index: ExprId) -> Val {
        if self.info().instances.contains_key(&e) {
            return self.instantiation(e, x);
        }
        let ty = self.ty(x);
        match *self.under(ty) {
            GoTy::Map { elem, .. } => self.map_index(ty, elem, x, index),
            GoTy::Basic(b) if b.is_string() => self.string_index(e, x, index),
            _ => self.variable(e),
        }
    }

    /// `f[T]` as a value.
    fn instantiation(&mut self, e: ExprId, f: ExprId) -> Val {
        match self.named_object(f) {
            Some(obj) => self.object_value(e, obj),
            // A generic method.
            None => self.expr(f),
        }
    }

    /// The place of `x[i]`.
    pub fn index_place(&mut self, e: ExprId, x: ExprId, index: ExprId) -> Place {
        let ty = self.ty(x);
        let outer = self.settle(&[x, index]);
        let place = match *self.under(ty) {
            GoTy::Slice(elem) => {
                let s = self.expr(x);
                let i = self.index_value(index);
                self.at(self.pos(e));
                self.check_index(i, s.scalars()[1], None);
                Place::Mem(self.element(Addr::new(s.scalars()[0]), i, elem), Alias::Shared)
            }
            GoTy::Array { elem, len } => {
                let (base, alias) = self.array_base(x, ty);
                let i = self.index_value(index);
                self.at(self.pos(e));
                self.check_array_index(i, len);
                Place::Mem(self.element(base, i, elem), alias)
            }
            GoTy::Pointer(array) => {
                let p = self.expr(x).scalar();
                let i = self.index_value(index);
                self.at(self.pos(e));
                self.pointer_element(p, array, i)
            }
            GoTy::Map { .. } => {
                let map = self.expr(x).scalar();
                let key = self.map_key(ty, index);
                Place::Map { ty, map, key }
            }
            _ => {
                let v = self.index(e, x, index);
                let ty = self.ty(e);
                self.place_of_value(v, ty)
            }
        };
        self.unsettle(outer);
        place
    }

    /// Where an array operand is.
    fn array_base(&mut self, x: ExprId, ty: TyId) -> (Addr, Alias) {
        let place = if self.is_variable(x) {
            self.place(x)
        } else {
            let v = self.expr(x);
            self.place_of_value(v, ty)
        };
        match place {
            Place::Mem(addr, alias) => (addr, alias),
            // Of size 0.
            _ => (Addr::new(self.nil()), Alias::Temp),
        }
    }

    fn pointer_element(&mut self, p: Value, array: TyId, i: Index) -> Place {
        let GoTy::Array { elem, len } = *self.under(array) else { return Place::Blank };
        // The pointer may be nil with any index in bounds, so that only a check can tell.
        self.check_nil(p, 0);
        self.check_array_index(i, len);
        Place::Mem(self.element(Addr::new(p), i, elem), Alias::Shared)
    }

    /// The value of an index or size operand of any integer type.
    pub fn index_value(&mut self, e: ExprId) -> Index {
        let ty = self.ty(e);
        let unsigned = self.types().basic(ty).is_some_and(Basic::is_unsigned);
        if let Some(known) =
            self.const_int(e).filter(|_| self.info().expr(e).mode == frontend::program::Mode::Constant)
        {
            return Index { value: self.int(known), unsigned: false, known: Some(known) };
        }
        let v = self.expr(e).scalar();
        Index { value: self.widen(v, unsigned), unsigned, known: None }
    }

    /// An integer extended to 64 bits.
    pub fn widen(&mut self, v: Value, unsigned: bool) -> Value {
        match self.b.func.ty(v) {
            Ty::I64 => v,
            _ if unsigned => self.b.convert(Op::ZExt, Ty::I64, v),
            _ => self.b.convert(Op::SExt, Ty::I64, v),
        }
    }

    /// Panics unless `i < len`.
    pub fn check_index(&mut self, i: Index, len: Value, known_len: Option<u64>) {
        if let (Some(i), Some(n)) = (i.known, known_len)
            && (0..n as i64).contains(&i)
        {
            return;
        }
        let ok = self.b.icmp(Cond::ULt, i.value, len);
        let f = if i.unsigned { RuntimeFn::PanicIndexU } else { RuntimeFn::PanicIndex };
        self.check_guard(f, ok, [i.value, len]);
    }

    fn check_array_index(&mut self, i: Index, len: u64) {
        let n = self.int(len as i64);
        self.check_index(i, n, Some(len));
    }

    /// The location of an element.
    pub fn element(&mut self, base: Addr, i: Index, elem: TyId) -> Addr {
        let size = self.shape(elem).size;
        if let Some(k) = i.known {
            return base.plus((k as u64).wrapping_mul(size));
        }
        let offset = self.scaled(i.value, size);
        Addr { base: self.b.ptr_add(base.base, offset), offset: base.offset }
    }

    /// `i * size`
    pub fn scaled(&mut self, i: Value, size: u64) -> Value {
        if size == 1 {
            return i;
        }
        let size = self.int(size as i64);
        self.b.binary(Op::Mul, i, size)
    }

    fn string_index(&mut self, e: ExprId, x: ExprId, index: ExprId) -> Val {
        let outer = self.settle(&[x, index]);
        let s = self.expr(x);
        let i = self.index_value(index);
        self.unsettle(outer);
        self.at(self.pos(e));
        self.check_index(i, s.scalars()[1], None);
        let at = self.element(Addr::new(s.scalars()[0]), i, Basic::Uint8.ty());
        Val::one(self.b.load(Ty::I8, at.base, at.offset))
    }

    /// The address of a descriptor.
    pub fn desc_addr(&mut self, ty: TyId) -> Value {
        let sym = self.cx.type_desc(ty);
        self.b.sym_addr(sym, 0)
    }
}
