//! Dispatch: from an instruction to the family that lowers it. The match has no wildcard, so a new operation shows up
//! here.

use cranelift_codegen::ir::{self as clif, SourceLoc};
use middle::ir::{self, Op};

use super::FuncCx;
use crate::Error;

impl FuncCx<'_, '_> {
    /// Lowers one instruction and binds its results.
    pub(super) fn inst(&mut self, inst: ir::Inst) -> Result<(), Error> {
        let data = &self.func.insts[inst];
        let pos = self.position(data);
        if pos.is_known() {
            self.b.set_srcloc(SourceLoc::new(pos.0));
        }
        match data.op {
            Op::IConst | Op::FConst => self.constant(data),
            Op::SymAddr | Op::SlotAddr | Op::PtrAdd => self.address(data),

            Op::Add | Op::Sub | Op::Mul | Op::And | Op::Or | Op::Xor | Op::UMulHi => self.int_binary(data),
            Op::SDiv | Op::UDiv | Op::SRem | Op::URem => self.division(data),
            Op::Shl | Op::LShr | Op::AShr => self.shift(data),
            Op::RotL => self.rotate(data),
            Op::Neg | Op::Not | Op::PopCnt | Op::Clz | Op::Ctz | Op::BSwap => self.int_unary(data),
            Op::ICmp | Op::FCmp => self.compare(data),
            Op::Select => self.select(data),
            Op::FAdd | Op::FSub | Op::FMul | Op::FDiv => self.float_binary(data),
            Op::FNeg | Op::FAbs | Op::FSqrt => self.float_unary(data),

            Op::SExt | Op::ZExt | Op::Trunc | Op::Bitcast | Op::Address => self.int_convert(data),
            Op::SToF | Op::UToF => self.int_to_float(data),
            Op::FToS | Op::FToU => self.float_to_int(data),
            Op::FPromote | Op::FDemote => self.float_convert(data),

            Op::Load => self.load(inst, data),
            Op::Store => self.store(inst, data),
            Op::MemCopy => self.mem_copy(inst, data),
            Op::MemZero => self.mem_zero(inst, data),
            Op::Alloc => self.alloc(data),

            Op::NilCheck => self.nil_check(inst, data),
            Op::Guard => self.guard(data),
            Op::Call => self.call(data),
            Op::CallInd => self.call_indirect(data),
            Op::CallRt => self.call_runtime(data),
            Op::Defer | Op::DeferRange | Op::DeferExit => {
                Err(self.internal(format!("`{}` has not been lowered", data.op.info().name)))
            }

            Op::Jump => self.jump(data),
            Op::Br => self.br(data),
            Op::Switch => self.switch(data),
            Op::Ret => self.ret(data),
            Op::Unreachable => self.unreachable(),
        }
    }

    /// The position of the machine code for an instruction. An instruction into which a load may be folded has the
    /// position of the load: only the load can fault.
    fn position(&mut self, data: &ir::InstData) -> ir::Pos {
        if data.op == Op::Load {
            self.last_load = data.results.first().map(|&v| (v, data.pos));
            return data.pos;
        }
        match self.last_load {
            Some((v, pos)) if folds(data.op) && data.args.iter().any(|&a| self.func.resolve(a) == v) => {
                // A comparison may in turn be part of the branch behind it.
                if matches!(data.op, Op::ICmp | Op::FCmp) {
                    self.last_load = Some((data.results[0], pos));
                }
                pos
            }
            _ => data.pos,
        }
    }

    /// Binds the only result of an instruction.
    pub(super) fn set(&mut self, data: &ir::InstData, v: clif::Value) -> Result<(), Error> {
        self.values[data.results[0]] = v.into();
        Ok(())
    }

    /// Binds all results.
    pub(super) fn set_all(&mut self, data: &ir::InstData, vs: &[clif::Value]) -> Result<(), Error> {
        if vs.len() != data.results.len() {
            return Err(self.internal(format!(
                "`{}`: {} results expected",
                data.op.info().name,
                data.results.len()
            )));
        }
        for (&r, &v) in data.results.iter().zip(vs) {
            self.values[r] = v.into();
        }
        Ok(())
    }

    /// The integer immediate.
    pub(super) fn imm_int(&self, data: &ir::InstData) -> Result<i64, Error> {
        match data.imm {
            ir::Imm::Int(k) => Ok(k),
            imm => Err(self.internal(format!("`{}` with immediate {imm:?}", data.op.info().name))),
        }
    }
}

/// Whether machine code for an operation may take an operand from memory that the SSA has loaded before, and cannot
/// fault or call anything itself.
fn folds(op: Op) -> bool {
    use Op::*;
    let integers =
        matches!(op, Add | Sub | Mul | And | Or | Xor | UMulHi | Neg | Not | PopCnt | Clz | Ctz | BSwap);
    let others =
        matches!(op, Shl | LShr | AShr | RotL | FAdd | FSub | FMul | FDiv | FNeg | FAbs | FSqrt | Select);
    let conversions = matches!(
        op,
        SExt | ZExt | Trunc | Bitcast | Address | SToF | UToF | FToS | FToU | FPromote | FDemote
    );
    integers || others || conversions || matches!(op, ICmp | FCmp | Br)
}
