//! Reports to the event trace (`-d=defertrace`): registration and run of deferred calls by compiled code. Without the
//! option nothing is emitted.

use abi::RuntimeFn;

use super::{DeferKind, Lowering};
use crate::ir::{Func, Imm, Inst, InstData, Module, Op, Pos, Ty, Value};

impl Lowering<'_> {
    /// After a registration.
    pub(super) fn trace_push(&mut self, fun: Value, kind: DeferKind) {
        if self.trace {
            let kind = self.iconst(kind as u64);
            self.call_rt(RuntimeFn::DeferTracePush, &[fun, kind]);
        }
    }

    /// Before a call at an exit, when its bit is cleared.
    pub(super) fn trace_run(&mut self) {
        if self.trace {
            self.call_rt(RuntimeFn::DeferTraceRun, &[]);
        }
    }

    /// After it.
    pub(super) fn trace_return(&mut self) {
        if self.trace {
            self.call_rt(RuntimeFn::DeferTraceReturn, &[]);
        }
    }
}

/// Opens the trace before anything of the program runs, and reports the calls that bodies of ranges over functions
/// register, which are calls of the runtime from the beginning.
pub fn start(module: &mut Module) {
    crate::pipeline::start_with(module, RuntimeFn::DeferTraceStart);
    for f in &mut module.funcs {
        for b in f.layout.clone() {
            let old = std::mem::take(&mut f.blocks[b].insts);
            for inst in old {
                f.blocks[b].insts.push(inst);
                let data = &f.insts[inst];
                if data.imm == Imm::Rt(RuntimeFn::DeferProcAt) {
                    let (args, pos) = (data.args.clone(), data.pos);
                    let push = call(f, RuntimeFn::DeferTracePushAt, &args, pos);
                    f.blocks[b].insts.push(push);
                }
            }
        }
    }
}

fn call(f: &mut Func, rt: RuntimeFn, args: &[Value], pos: Pos) -> Inst {
    let data = InstData {
        op: Op::CallRt,
        ty: Ty::I64,
        args: args.into(),
        imm: Imm::Rt(rt),
        targets: Vec::new(),
        cases: Vec::new(),
        results: Default::default(),
        pos,
    };
    f.make_inst(data, &[])
}
