//! Conversions. Where a float does not fit the integer type, Go leaves the result to the implementation (Go spec,
//! Conversions); ours is gc's on amd64, which is what CVTTSD2SQ and CVTTSD2SL give: the most negative integer.

use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::{self as clif, InstBuilder, MemFlagsData, types};
use middle::ir::{self, Op};

use super::{FuncCx, clif_type};
use crate::Error;

impl FuncCx<'_, '_> {
    pub(super) fn int_convert(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let x = self.value(data.args[0]);
        let (from, to) = (self.b.func.dfg.value_type(x), clif_type(data.ty));
        let v = match data.op {
            _ if from == to => x,
            Op::SExt => self.b.ins().sextend(to, x),
            Op::ZExt => self.b.ins().uextend(to, x),
            Op::Trunc => self.b.ins().ireduce(to, x),
            _ => self.b.ins().bitcast(to, MemFlagsData::new(), x),
        };
        self.set(data, v)
    }

    pub(super) fn float_convert(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let x = self.value(data.args[0]);
        let v = match data.op {
            Op::FPromote => self.b.ins().fpromote(types::F64, x),
            _ => self.b.ins().fdemote(types::F32, x),
        };
        self.set(data, v)
    }

    pub(super) fn int_to_float(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let x = self.value(data.args[0]);
        let from = self.b.func.dfg.value_type(x);
        let to = clif_type(data.ty);
        let v = match data.op {
            Op::SToF if from.bits() < 32 => {
                let wide = self.b.ins().sextend(types::I32, x);
                self.b.ins().fcvt_from_sint(to, wide)
            }
            Op::SToF => self.b.ins().fcvt_from_sint(to, x),
            _ if from.bits() < 64 => {
                let wide = self.b.ins().uextend(types::I64, x);
                self.b.ins().fcvt_from_sint(to, wide)
            }
            _ => self.b.ins().fcvt_from_uint(to, x),
        };
        self.set(data, v)
    }

    pub(super) fn float_to_int(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let x = self.value(data.args[0]);
        let v = match (data.op, data.ty) {
            (Op::FToS, ir::Ty::I64) => self.truncate(x, types::I64),
            (Op::FToU, ir::Ty::I64) => self.truncate_u64(x),
            (Op::FToS, ir::Ty::I32) => self.truncate(x, types::I32),
            // gc converts to the next wider signed type and keeps the low bits.
            (_, ir::Ty::I32) => {
                let wide = self.truncate(x, types::I64);
                self.b.ins().ireduce(types::I32, wide)
            }
            (_, ty) => {
                let wide = self.truncate(x, types::I32);
                self.b.ins().ireduce(clif_type(ty), wide)
            }
        };
        self.set(data, v)
    }

    /// A float to an i32 or i64; the most negative one if it does not fit.
    fn truncate(&mut self, x: clif::Value, to: clif::Type) -> clif::Value {
        // Saturation differs from the wanted result for NaN and for what is too large only.
        let v = self.b.ins().fcvt_to_sint_sat(to, x);
        let bound = self.power_of_two(self.b.func.dfg.value_type(x), to.bits() - 1);
        let fits = self.b.ins().fcmp(FloatCC::LessThan, x, bound);
        let min = self.iconst(to, i64::MIN >> (64 - to.bits()));
        self.b.ins().select(fits, v, min)
    }

    /// What does not fit an i64 is reduced by 2⁶³ first, then the top bit is set.
    fn truncate_u64(&mut self, x: clif::Value) -> clif::Value {
        let bound = self.power_of_two(self.b.func.dfg.value_type(x), 63);
        let small = self.b.ins().fcmp(FloatCC::LessThan, x, bound);
        let reduced = self.b.ins().fsub(x, bound);
        let y = self.b.ins().select(small, x, reduced);
        let v = self.truncate(y, types::I64);
        let top = self.iconst(types::I64, i64::MIN);
        let high = self.b.ins().bor(v, top);
        self.b.ins().select(small, v, high)
    }

    fn power_of_two(&mut self, ty: clif::Type, exponent: u32) -> clif::Value {
        let k = (1u64 << exponent) as f64;
        if ty == types::F32 { self.b.ins().f32const(k as f32) } else { self.b.ins().f64const(k) }
    }
}
