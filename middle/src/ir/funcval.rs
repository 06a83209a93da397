//! Function values: where their code stands, and calls of them.

use std::mem::offset_of;

use abi::layout::FuncVal;

use super::{Func, Imm, Inst, Op, Value};

/// Where a function value has its code, as the offset of a load or store.
pub const CODE: Imm = Imm::Int(offset_of!(FuncVal, code) as i64);

/// The function value that an indirect call calls: its code comes from the last argument, through which the callee finds
/// its captures. `None` for calls of methods of interfaces, whose last argument may be a function value, too.
pub fn called_value(f: &Func, inst: Inst) -> Option<Value> {
    let d = &f.insts[inst];
    let (Op::CallInd, [code, .., context]) = (d.op, &d.args[..]) else { return None };
    let load = &f.insts[f.def_inst(*code)?];
    let context = f.resolve(*context);
    (load.op == Op::Load && load.imm == CODE && f.resolve(load.args[0]) == context).then_some(context)
}
