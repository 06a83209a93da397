//! Reports to the event trace (`-d=defertrace`): registration and run of deferred calls by compiled code. Without the
//! option nothing is emitted.

use abi::RuntimeFn;

use super::{DeferKind, Lowering};
use crate::ir::{Imm, InstData, Module, Op, Pos, Ty, Value};

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

/// Opens the trace before anything of the program runs.
pub fn start(module: &mut Module) {
    let is_main = |f: &&mut crate::ir::Func| module.symbols.resolve(f.sym) == abi::symtab::MAIN_SYMBOL;
    let Some(main) = module.funcs.iter_mut().find(is_main) else { return };
    let data = InstData {
        op: Op::CallRt,
        ty: Ty::I64,
        args: Default::default(),
        imm: Imm::Rt(RuntimeFn::DeferTraceStart),
        targets: Vec::new(),
        cases: Vec::new(),
        results: Default::default(),
        pos: Pos::NONE,
    };
    let inst = main.make_inst(data, &[]);
    let entry = main.entry();
    main.blocks[entry].insts.insert(0, inst);
}
