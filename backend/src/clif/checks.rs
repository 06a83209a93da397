//! Checks that raise run-time panics: a compare and a branch to a cold block that calls the panic function.
//!
//! A nil check is cheaper where it can be left to the processor: the first page of the address space is not mapped,
//! and the runtime's signal handler turns the fault into the panic. If an access through the pointer follows before
//! anything else could be seen to happen, it is the check, and nothing is emitted (as gc's pass "late nilcheck"). A
//! faulting instruction has no edge to the landing pad, so functions with defer statements compare.

use abi::RuntimeFn;
use cranelift_codegen::ir::{self as clif, InstBuilder, MemFlagsData, types};
use middle::ir::{self, Op};

use super::FuncCx;
use super::memory::INLINE_BYTES;
use crate::Error;

/// Accesses below this address fault; the runtime reports them as nil dereferences.
const FAULT_PAGE: i64 = 4096;
/// How far behind a check an access is looked for, in instructions.
const LOOK_AHEAD: usize = 24;

impl FuncCx<'_, '_> {
    /// Calls `f`, which does not return, with `args` if `ok` is 0.
    fn check(&mut self, ok: clif::Value, f: RuntimeFn, args: &[clif::Value]) -> Result<(), Error> {
        let (go_on, fail) = (self.b.create_block(), self.cold_block());
        self.b.ins().brif(ok, go_on, &[], fail, &[]);
        self.b.switch_to_block(fail);
        self.runtime(f, args)?;
        self.after_noreturn();
        self.b.switch_to_block(go_on);
        Ok(())
    }

    pub(super) fn guard(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Rt(f) = data.imm else { return Err(self.internal("a guard without panic function")) };
        if !f.info().effects.noreturn {
            return Err(self.internal(format!("a guard that calls {}, which returns", f.info().symbol)));
        }
        let ok = self.value(data.args[0]);
        let args = self.value_list(&data.args[1..]);
        self.check(ok, f, &args)
    }

    pub(super) fn nil_check(&mut self, inst: ir::Inst, data: &ir::InstData) -> Result<(), Error> {
        if self.implied_checks.contains(&inst) {
            return Ok(());
        }
        let p = self.value(data.args[0]);
        if self.may_fault(data)? {
            // Not marked as free of traps, so it stays although nobody wants the result.
            self.b.ins().load(types::I8, MemFlagsData::new(), p, 0);
            return Ok(());
        }
        let addr = self.checked_at.get(&inst).copied().unwrap_or(0);
        let addr = self.iconst(types::I64, addr);
        self.check(p, RuntimeFn::PanicNil, &[addr])
    }

    /// Whether the landing block is reached only from accesses that fault (`debug.SetPanicOnFault`): nothing that could
    /// panic by a call is left, but memory is accessed that is not the function's own.
    pub(super) fn only_faults_land(&self) -> bool {
        if self.func.landing.is_none() {
            return false;
        }
        let mut accesses = false;
        for &inst in self.func.reached_from_entry().iter().flat_map(|&b| &self.func.blocks[b].insts) {
            let data = &self.func.insts[inst];
            let calls_hook = matches!(data.imm, ir::Imm::Sym(f, _) if self.module.extern_c.contains_key(&f));
            if self.func.may_panic(inst) && !calls_hook {
                return false;
            }
            let address = match data.op {
                Op::Load => data.args[0],
                Op::Store => data.args[1],
                _ => continue,
            };
            let (root, _) = self.strip_constants(address, 0);
            let op = self.func.def_inst(root).map(|i| self.func.insts[i].op);
            accesses |= !matches!(op, Some(Op::SlotAddr | Op::SymAddr));
        }
        accesses
    }

    /// Makes the landing block reachable for Cranelift, which knows no edges from loads and stores: a check that never
    /// fails, since there always is a goroutine.
    pub(super) fn keep_landing(&mut self) -> Result<(), Error> {
        let g = self.b.ins().get_pinned_reg(types::I64);
        let zero = self.iconst(types::I64, 0);
        self.check(g, RuntimeFn::PanicNil, &[zero])
    }

    /// Whether a fault will do for a nil check.
    fn may_fault(&self, check: &ir::InstData) -> Result<bool, Error> {
        Ok(self.func.landing.is_none() && (0..FAULT_PAGE).contains(&self.imm_int(check)?))
    }

    /// Finds the nil checks of a block that an access behind them implies, and these accesses; where the check has to
    /// stay, the address of the fault that it stands for.
    pub(super) fn find_implied_checks(&mut self, block: ir::Block) -> Result<(), Error> {
        let insts = &self.func.blocks[block].insts;
        for (i, &check) in insts.iter().enumerate() {
            let data = &self.func.insts[check];
            if data.op != Op::NilCheck {
                continue;
            }
            let may_fault = self.may_fault(data)?;
            let (root, base) = self.strip_constants(data.args[0], 0);
            for &next in insts[i + 1..].iter().take(LOOK_AHEAD) {
                let access = &self.func.insts[next];
                let reached = |(p, offset)| {
                    let (r, o) = self.strip_constants(p, offset);
                    o.checked_sub(base).filter(|o| r == root && (0..FAULT_PAGE).contains(o))
                };
                if let Some(at) = self.accesses(access).into_iter().flatten().find_map(reached) {
                    if may_fault {
                        self.implied_checks.insert(check);
                        self.faulting.insert(next);
                    } else {
                        self.checked_at.insert(check, at);
                    }
                    break;
                }
                // Of what does not access the pointer, only what nobody can see may come first.
                let harmless = access.op.info().pure_ || matches!(access.op, Op::Load | Op::NilCheck);
                if !harmless {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The places that an instruction certainly accesses itself, before it has any effect that a panic must precede.
    fn accesses(&self, data: &ir::InstData) -> [Option<(ir::Value, i64)>; 2] {
        match (data.op, data.imm) {
            (Op::Load, ir::Imm::Int(offset)) => [Some((data.args[0], offset)), None],
            (Op::Store, ir::Imm::Int(offset)) => [Some((data.args[1], offset)), None],
            (Op::MemCopy, ir::Imm::Int(1..=INLINE_BYTES)) => {
                [Some((data.args[0], 0)), Some((data.args[1], 0))]
            }
            (Op::MemZero, ir::Imm::Int(1..=INLINE_BYTES)) => [Some((data.args[0], 0)), None],
            _ => [None, None],
        }
    }
}
