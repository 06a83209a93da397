//! Integers, floats and comparisons. Go's rules where they differ from the machine's: shift counts are not reduced
//! (Go spec, Arithmetic operators), the most negative integer divided by -1 is itself (Go spec, Integer operators).

use std::mem::offset_of;

use abi::layout::GHeader;
use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::types::{I64, I128};
use cranelift_codegen::ir::{self as clif, BlockArg, InstBuilder, MemFlagsData, immediates};
use middle::ir::{self, Cond, Op};

use super::{FuncCx, clif_type};
use crate::Error;

fn int_cc(c: Cond) -> IntCC {
    match c {
        Cond::Eq => IntCC::Equal,
        Cond::Ne => IntCC::NotEqual,
        Cond::Lt => IntCC::SignedLessThan,
        Cond::Le => IntCC::SignedLessThanOrEqual,
        Cond::Gt => IntCC::SignedGreaterThan,
        Cond::Ge => IntCC::SignedGreaterThanOrEqual,
        Cond::ULt => IntCC::UnsignedLessThan,
        Cond::ULe => IntCC::UnsignedLessThanOrEqual,
        Cond::UGt => IntCC::UnsignedGreaterThan,
        Cond::UGe => IntCC::UnsignedGreaterThanOrEqual,
    }
}

/// Comparisons with a NaN are false, except `!=` (Go spec, Comparison operators).
fn float_cc(c: Cond) -> Option<FloatCC> {
    Some(match c {
        Cond::Eq => FloatCC::Equal,
        Cond::Ne => FloatCC::NotEqual,
        Cond::Lt => FloatCC::LessThan,
        Cond::Le => FloatCC::LessThanOrEqual,
        Cond::Gt => FloatCC::GreaterThan,
        Cond::Ge => FloatCC::GreaterThanOrEqual,
        Cond::ULt | Cond::ULe | Cond::UGt | Cond::UGe => return None,
    })
}

impl FuncCx<'_, '_> {
    pub(super) fn constant(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let v = match (data.ty, data.imm) {
            (ir::Ty::F32, ir::Imm::Bits(bits)) => {
                self.b.ins().f32const(immediates::Ieee32::with_bits(bits as u32))
            }
            (ir::Ty::F64, ir::Imm::Bits(bits)) => self.b.ins().f64const(immediates::Ieee64::with_bits(bits)),
            (ty, ir::Imm::Int(k)) if !ty.is_float() => self.iconst(clif_type(ty), k),
            (ty, imm) => return Err(self.internal(format!("constant {imm:?} of type {}", ty.name()))),
        };
        self.set(data, v)
    }

    pub(super) fn int_binary(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let (x, y) = (self.value(data.args[0]), self.value(data.args[1]));
        if data.op == Op::UMulHi && data.ty == ir::Ty::I64 {
            let high = self.high_product(data, x, y);
            return self.set(data, high);
        }
        if data.op == Op::Mul
            && let Some(&low) = self.products.get(&self.factors(data))
        {
            return self.set(data, low);
        }
        let ins = self.b.ins();
        let v = match data.op {
            Op::Add => ins.iadd(x, y),
            Op::Sub => ins.isub(x, y),
            Op::Mul => ins.imul(x, y),
            Op::And => ins.band(x, y),
            Op::Or => ins.bor(x, y),
            Op::Xor => ins.bxor(x, y),
            _ => ins.umulhi(x, y),
        };
        self.set(data, v)
    }

    fn factors(&self, data: &ir::InstData) -> (ir::Value, ir::Value) {
        (self.func.resolve(data.args[0]), self.func.resolve(data.args[1]))
    }

    /// The high half of a product of 128 bits. One machine instruction makes both halves, so the low one is noted.
    fn high_product(&mut self, data: &ir::InstData, x: clif::Value, y: clif::Value) -> clif::Value {
        let [x, y] = [x, y].map(|v| self.b.ins().uextend(I128, v));
        let product = self.b.ins().imul(x, y);
        let (low, high) = self.b.ins().isplit(product);
        self.products.insert(self.factors(data), low);
        high
    }

    pub(super) fn int_unary(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let x = self.value(data.args[0]);
        if data.op == Op::PopCnt {
            let v = self.pop_count(x);
            return self.set(data, v);
        }
        let ins = self.b.ins();
        let v = match data.op {
            Op::Neg => ins.ineg(x),
            Op::Not => ins.bnot(x),
            Op::Clz => ins.clz(x),
            Op::Ctz => ins.ctz(x),
            _ if data.ty == ir::Ty::I8 => x,
            _ => ins.bswap(x),
        };
        self.set(data, v)
    }

    /// The instruction where the processor has it (as gc's `x86HasPOPCNT`), else sums of ever wider fields (H. Warren,
    /// Hacker's Delight, 5-1).
    fn pop_count(&mut self, x: clif::Value) -> clif::Value {
        let ty = self.b.func.dfg.value_type(x);
        let x = if ty == I64 { x } else { self.b.ins().uextend(I64, x) };
        let (counts, sums, done) = (self.b.create_block(), self.cold_block(), self.b.create_block());
        let result = self.b.append_block_param(done, I64);
        let g = self.b.ins().get_pinned_reg(I64);
        let at = offset_of!(GHeader, processor) as i32;
        let has = self.b.ins().load(I64, MemFlagsData::trusted(), g, at);
        let has = self.b.ins().band_imm_u(has, abi::layout::processor::POPCNT as i64);
        self.b.ins().brif(has, counts, &[], sums, &[]);
        self.b.switch_to_block(counts);
        let v = self.b.ins().popcnt(x);
        self.b.ins().jump(done, &[BlockArg::Value(v)]);
        self.b.switch_to_block(sums);
        let v = self.sum_of_bits(x);
        self.b.ins().jump(done, &[BlockArg::Value(v)]);
        self.b.switch_to_block(done);
        if ty == I64 { result } else { self.b.ins().ireduce(ty, result) }
    }

    fn sum_of_bits(&mut self, x: clif::Value) -> clif::Value {
        let [evens, pairs, halves, ones] =
            [0x55, 0x33, 0x0f, 0x01].map(|byte| self.iconst(I64, i64::from_ne_bytes([byte; 8])));
        let half = self.b.ins().ushr_imm_u(x, 1);
        let half = self.b.ins().band(half, evens);
        let x = self.b.ins().isub(x, half);
        let high = self.b.ins().ushr_imm_u(x, 2);
        let (low, high) = (self.b.ins().band(x, pairs), self.b.ins().band(high, pairs));
        let x = self.b.ins().iadd(low, high);
        let high = self.b.ins().ushr_imm_u(x, 4);
        let x = self.b.ins().iadd(x, high);
        let x = self.b.ins().band(x, halves);
        let x = self.b.ins().imul(x, ones);
        self.b.ins().ushr_imm_u(x, 56)
    }

    pub(super) fn division(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let (x, y) = (self.value(data.args[0]), self.value(data.args[1]));
        let v = match data.op {
            Op::UDiv => self.b.ins().udiv(x, y),
            Op::URem => self.b.ins().urem(x, y),
            // Cranelift's remainder by -1 is 0 for every dividend.
            Op::SRem => self.b.ins().srem(x, y),
            _ => match self.func.as_iconst(data.args[1]) {
                Some(-1) => self.b.ins().ineg(x),
                Some(_) => self.b.ins().sdiv(x, y),
                None => self.sdiv_variable(x, y),
            },
        };
        self.set(data, v)
    }

    /// The processor faults for MIN / -1, so -1 is taken aside.
    fn sdiv_variable(&mut self, x: clif::Value, y: clif::Value) -> clif::Value {
        let ty = self.b.func.dfg.value_type(x);
        let (negate, divide, done) = (self.cold_block(), self.b.create_block(), self.b.create_block());
        let result = self.b.append_block_param(done, ty);
        let minus_one = self.iconst(ty, -1);
        let special = self.b.ins().icmp(IntCC::Equal, y, minus_one);
        self.b.ins().brif(special, negate, &[], divide, &[]);
        self.b.switch_to_block(negate);
        let v = self.b.ins().ineg(x);
        self.b.ins().jump(done, &[BlockArg::Value(v)]);
        self.b.switch_to_block(divide);
        let v = self.b.ins().sdiv(x, y);
        self.b.ins().jump(done, &[BlockArg::Value(v)]);
        self.b.switch_to_block(done);
        result
    }

    pub(super) fn shift(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let (x, count) = (self.value(data.args[0]), self.value(data.args[1]));
        let ty = clif_type(data.ty);
        let width = i64::from(ty.bits());
        let v = match self.func.as_iconst(data.args[1]) {
            Some(k) if (0..width).contains(&k) => self.machine_shift(data.op, x, count),
            Some(_) if data.op == Op::AShr => {
                let all = self.iconst(clif::types::I64, width - 1);
                self.machine_shift(data.op, x, all)
            }
            Some(_) => self.iconst(ty, 0),
            None if self.is_masked(data.args[1], width) => self.machine_shift(data.op, x, count),
            None => self.shift_variable(data.op, x, count, width),
        };
        self.set(data, v)
    }

    /// Whether a count is written such that it is below the width: `k & 63`.
    fn is_masked(&self, count: ir::Value, width: i64) -> bool {
        let Some(inst) = self.func.def_inst(count) else { return false };
        let data = &self.func.insts[inst];
        let below = |k: i64| (0..width).contains(&k);
        match data.op {
            Op::And => data.args.iter().any(|&v| self.func.as_iconst(v).is_some_and(below)),
            Op::ZExt => self.is_masked(data.args[0], width),
            _ => false,
        }
    }

    fn shift_variable(&mut self, op: Op, x: clif::Value, count: clif::Value, width: i64) -> clif::Value {
        let count_ty = self.b.func.dfg.value_type(count);
        let ty = self.b.func.dfg.value_type(x);
        if op == Op::AShr {
            let last = self.iconst(count_ty, width - 1);
            let small = self.b.ins().icmp(IntCC::UnsignedLessThan, count, last);
            let count = self.b.ins().select(small, count, last);
            return self.machine_shift(op, x, count);
        }
        let limit = self.iconst(count_ty, width);
        let small = self.b.ins().icmp(IntCC::UnsignedLessThan, count, limit);
        let shifted = self.machine_shift(op, x, count);
        let zero = self.iconst(ty, 0);
        self.b.ins().select(small, shifted, zero)
    }

    /// A shift whose count is taken modulo the width.
    fn machine_shift(&mut self, op: Op, x: clif::Value, count: clif::Value) -> clif::Value {
        match op {
            Op::Shl => self.b.ins().ishl(x, count),
            Op::LShr => self.b.ins().ushr(x, count),
            _ => self.b.ins().sshr(x, count),
        }
    }

    pub(super) fn rotate(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let (x, count) = (self.value(data.args[0]), self.value(data.args[1]));
        let v = self.b.ins().rotl(x, count);
        self.set(data, v)
    }

    pub(super) fn compare(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Cond(cond) = data.imm else {
            return Err(self.internal("a comparison without condition"));
        };
        let (mut x, y) = (self.value(data.args[0]), self.value(data.args[1]));
        if matches!(cond, Cond::Eq | Cond::Ne) && self.func.as_iconst(data.args[1]) == Some(0) {
            x = self.remainder_bits(data.args[0]).unwrap_or(x);
        }
        let v = if data.op == Op::ICmp {
            self.b.ins().icmp(int_cc(cond), x, y)
        } else {
            let Some(cc) = float_cc(cond) else {
                return Err(self.internal("an unsigned comparison of floats"));
            };
            self.b.ins().fcmp(cc, x, y)
        };
        self.set(data, v)
    }

    /// For a signed remainder by a power of two: what is 0 when it is.
    fn remainder_bits(&mut self, v: ir::Value) -> Option<clif::Value> {
        let data = &self.func.insts[self.func.def_inst(v)?];
        let k = self.func.as_iconst(*data.args.get(1)?).filter(|&k| data.op == Op::SRem && k > 0)?;
        (k & (k - 1) == 0).then(|| {
            let x = self.value(data.args[0]);
            let mask = self.iconst(clif_type(data.ty), k - 1);
            self.b.ins().band(x, mask)
        })
    }

    pub(super) fn select(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let [c, x, y] = [0, 1, 2].map(|i| self.value(data.args[i]));
        let v = self.b.ins().select(c, x, y);
        self.set(data, v)
    }

    pub(super) fn float_binary(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let (x, y) = (self.value(data.args[0]), self.value(data.args[1]));
        let ins = self.b.ins();
        let v = match data.op {
            Op::FAdd => ins.fadd(x, y),
            Op::FSub => ins.fsub(x, y),
            Op::FMul => ins.fmul(x, y),
            _ => ins.fdiv(x, y),
        };
        self.set(data, v)
    }

    pub(super) fn float_unary(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let x = self.value(data.args[0]);
        let ins = self.b.ins();
        let v = match data.op {
            Op::FNeg => ins.fneg(x),
            Op::FAbs => ins.fabs(x),
            _ => ins.sqrt(x),
        };
        self.set(data, v)
    }
}
