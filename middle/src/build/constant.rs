//! Constants.

use frontend::ast::ExprId;
use frontend::types::constant::ConstValue;
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::func::FuncCx;
use super::value::Val;
use crate::ir::{Ty, Value};

/// The symbol of a string's bytes: its text where that is short, else a hash (gc: `staticdata.StringSym`).
pub fn string_symbol(bytes: &[u8]) -> String {
    const LONGEST: usize = 100;
    if bytes.len() <= LONGEST
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return format!("go:string.{text:?}");
    }
    format!("go:string.{}.{:032x}", bytes.len(), fnv128(bytes))
}

/// FNV-1a, 128 bits.
pub(super) fn fnv128(bytes: &[u8]) -> u128 {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for &b in bytes {
        hash = (hash ^ u128::from(b)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    hash
}

/// The bits of an integer constant in a machine type, sign-extended.
pub fn int_bits(value: &ConstValue, ty: Ty) -> i64 {
    let bits = value.to_bits64().unwrap_or(0);
    match ty {
        Ty::I8 => i64::from(bits as u8 as i8),
        Ty::I16 => i64::from(bits as u16 as i16),
        Ty::I32 => i64::from(bits as u32 as i32),
        _ => bits as i64,
    }
}

/// The bits of a floating-point constant.
pub fn float_bits(value: &ConstValue, ty: Ty) -> u64 {
    match ty {
        Ty::F32 => u64::from(value.to_f32().unwrap_or(0.0).to_bits()),
        _ => value.to_f64().unwrap_or(0.0).to_bits(),
    }
}

impl FuncCx<'_, '_> {
    /// The value of a constant expression, if the expression is constant.
    pub fn const_value(&self, e: ExprId) -> Option<&ConstValue> {
        let consts = &self.file.info.consts;
        consts.get(&e).or_else(|| consts.get(&self.ast().unparen(e))).or_else(|| {
            match &self.cx.prog.objects.get(self.named_object(e)?).kind {
                frontend::object::ObjKind::Const(v) => v.get(),
                _ => None,
            }
        })
    }

    /// A constant expression whose value fits an `i64`.
    pub fn const_int(&self, e: ExprId) -> Option<i64> {
        self.const_value(e)?.to_i64()
    }

    /// The value of a constant expression.
    pub fn constant_expr(&mut self, e: ExprId) -> Val {
        let ty = self.ty(e);
        match self.const_value(e).cloned() {
            Some(value) => {
                self.at(self.pos(e));
                self.constant(&value, ty)
            }
            None => self.unsupported_value(self.pos(e), "this constant", ty),
        }
    }

    /// A constant of a type.
    pub fn constant(&mut self, value: &ConstValue, ty: TyId) -> Val {
        match (value, self.under(ty)) {
            (ConstValue::Bool(b), _) => Val::one(self.b.iconst(Ty::I8, i64::from(*b))),
            (ConstValue::String(s), _) => self.string_const(s),
            (_, GoTy::Basic(b)) if b.is_complex() => {
                let part = if *b == Basic::Complex64 { Ty::F32 } else { Ty::F64 };
                let zero = ConstValue::Int(0.into());
                let re = self.float_const(&value.real().unwrap_or(zero.clone()), part);
                let im = self.float_const(&value.imag().unwrap_or(zero), part);
                Val::of(&[re, im])
            }
            (_, GoTy::Basic(b)) if b.is_float() => {
                let ty = if *b == Basic::Float32 { Ty::F32 } else { Ty::F64 };
                Val::one(self.float_const(value, ty))
            }
            _ => {
                let shape = self.shape(ty);
                match shape.scalars() {
                    Some([s]) => Val::one(self.b.iconst(s.ty, int_bits(value, s.ty))),
                    _ => self.zero(&shape),
                }
            }
        }
    }

    fn float_const(&mut self, value: &ConstValue, ty: Ty) -> Value {
        match ty {
            Ty::F32 => self.b.fconst(ty, f64::from(value.to_f32().unwrap_or(0.0))),
            _ => self.b.fconst(ty, value.to_f64().unwrap_or(0.0)),
        }
    }

    /// A string constant.
    pub fn string_const(&mut self, bytes: &[u8]) -> Val {
        let p = if bytes.is_empty() {
            self.nil()
        } else {
            let sym = self.cx.string_data(bytes);
            self.b.sym_addr(sym, 0)
        };
        let n = self.int(bytes.len() as i64);
        Val::of(&[p, n])
    }

    /// A constant (or other value known at compile time) converted to an interface: its data is read-only.
    pub fn boxed_constant(&mut self, e: ExprId, from: TyId, to: TyId) -> Option<Val> {
        if !self.is_interface(to) || self.is_interface(from) || self.cx.is_direct_iface(from) {
            return None;
        }
        let value = self.const_value(e)?.clone();
        if self.info().expr(e).mode != frontend::program::Mode::Constant {
            return None;
        }
        let image = super::static_data::constant_image(self.cx, &value, from);
        let shape = self.shape(from);
        let sym = self.cx.const_data(image, shape.align);
        self.at(self.pos(e));
        let word = self.type_word(from, to);
        let data = self.b.sym_addr(sym, 0);
        Some(Val::of(&[word, data]))
    }
}
