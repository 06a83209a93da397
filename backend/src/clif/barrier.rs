//! Barriers: what a collector that marks while the program runs must know. The one hook of the code generator before
//! writes that may overwrite a pointer in the heap.
//!
//! Such a collector marks what was reachable when it started. It looks at stacks and variables at that moment, while all
//! stand still, and takes objects that are new since for marked. So it only loses sight of an object if the last pointer
//! to it *in the heap* is overwritten before it has been there: the old value of a word must be noted (Yuasa's barrier;
//! the new one need not). Nothing is emitted where there is no old value, in an object that has just been made, and for
//! writes to slots and variables.
//!
//! While nothing is being marked a barrier is the test of a byte in the goroutine's header. The call behind it keeps all
//! registers, so that the code around it is as without. Writes to several words of an object share a barrier.
//! The system may stop a goroutine between the test and the write; `runtime/src/gc/barrier.rs` takes care of that.
//!
//! Only with [`Options::barriers`](crate::Options::barriers).

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::layout::GHeader;
use cranelift_codegen::ir::{self as clif, InstBuilder, MemFlagsData, types};
use middle::ir::{self, Op};
use rustc_hash::FxHashMap;

use super::FuncCx;
use crate::Error;

/// Bytes of a pointer.
pub(super) const WORD: i64 = 8;

/// The places that a barrier is for: bytes `from..to` behind an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Overwrite {
    root: ir::Value,
    from: i64,
    to: i64,
}

/// What is known within a block.
#[derive(Default)]
struct Known {
    /// Objects that nobody else has seen, and what has been written to.
    fresh: FxHashMap<ir::Value, Vec<(i64, i64)>>,
    /// By object: the write whose barrier can be for more.
    open: FxHashMap<ir::Value, ir::Inst>,
}

impl FuncCx<'_, '_> {
    /// Finds the writes of a block that need a barrier, and for what.
    pub(super) fn find_overwrites(&mut self, block: ir::Block) {
        self.overwrites.clear();
        if !self.barriers {
            return;
        }
        let mut known = Known::default();
        for &inst in &self.func.blocks[block].insts {
            let data = &self.func.insts[inst];
            self.forget_shown(&mut known, data);
            match self.written(data) {
                Some((place, may_be_pointer)) => self.find_overwrite(&mut known, inst, place, may_be_pointer),
                None if self.makes_object(data) => {
                    // An allocation is a safepoint: marking may start there.
                    known.open.clear();
                    known.fresh.insert(data.results[0], Vec::new());
                }
                None if data.op.info().writes => known = Known::default(),
                None => {}
            }
        }
    }

    /// A fresh object whose address goes anywhere but into an access is fresh no more.
    fn forget_shown(&self, known: &mut Known, data: &ir::InstData) {
        let used = match data.op {
            Op::Load | Op::MemZero => &data.args[1..],
            Op::Store => &data.args[..1],
            Op::MemCopy => &data.args[1..],
            Op::NilCheck => &[],
            Op::PtrAdd if self.func.as_iconst(data.args[1]).is_some() => &[],
            _ => &data.args[..],
        };
        if !known.fresh.is_empty() {
            used.iter().for_each(|&v| drop(known.fresh.remove(&self.strip_constants(v, 0).0)));
        }
    }

    fn find_overwrite(&mut self, known: &mut Known, inst: ir::Inst, place: Overwrite, may_be_pointer: bool) {
        let Overwrite { root, from, to } = place;
        if let Some(written) = known.fresh.get_mut(&root) {
            let first = written.iter().all(|&(a, b)| to <= a || b <= from);
            written.push((from, to));
            if first {
                return;
            }
        }
        if !may_be_pointer || self.is_own(root) {
            return;
        }
        match known.open.get(&root).and_then(|first| self.overwrites.get_mut(first)) {
            Some(first) => (first.from, first.to) = (first.from.min(from), first.to.max(to)),
            None => {
                known.open.insert(root, inst);
                self.overwrites.insert(inst, place);
            }
        }
    }

    /// What an instruction writes to, and whether there may be pointers.
    fn written(&self, data: &ir::InstData) -> Option<(Overwrite, bool)> {
        let (address, offset, size, may_be_pointer) = match (data.op, data.imm) {
            (Op::Store, ir::Imm::Int(k)) => {
                (data.args[1], k, i64::from(data.ty.size()), data.ty == ir::Ty::Ptr)
            }
            (Op::MemCopy | Op::MemZero, ir::Imm::Int(size)) => (data.args[0], 0, size, size >= WORD),
            _ => return None,
        };
        let (root, from) = self.strip_constants(address, offset);
        Some((Overwrite { root, from, to: from + size }, may_be_pointer))
    }

    fn makes_object(&self, data: &ir::InstData) -> bool {
        let makes = |f| matches!(f, RuntimeFn::NewObject | RuntimeFn::MallocGc | RuntimeFn::MakeSlice);
        data.op == Op::Alloc || data.op == Op::CallRt && matches!(data.imm, ir::Imm::Rt(f) if makes(f))
    }

    /// Whether an address is of a slot or a variable.
    fn is_own(&self, root: ir::Value) -> bool {
        let op = self.func.def_inst(root).map(|i| self.func.insts[i].op);
        matches!(op, Some(Op::SlotAddr | Op::SymAddr))
    }

    /// Before a write: its barrier, if it needs one.
    pub(super) fn before_write(&mut self, inst: ir::Inst) -> Result<(), Error> {
        let Some(Overwrite { root, from, to }) = self.overwrites.get(&inst).copied() else { return Ok(()) };
        let base = self.value(root);
        self.barrier(base, from, to - from)
    }

    /// Before an atomic write to the word at an address.
    pub(super) fn before_atomic_write(&mut self, address: clif::Value) -> Result<(), Error> {
        if self.barriers { self.barrier(address, 0, WORD) } else { Ok(()) }
    }

    fn barrier(&mut self, base: clif::Value, offset: i64, bytes: i64) -> Result<(), Error> {
        let g = self.b.ins().get_pinned_reg(types::I64);
        let flag = offset_of!(GHeader, marking) as i32;
        let marking = self.b.ins().load(types::I8, MemFlagsData::trusted(), g, flag);
        let (note, go_on) = (self.cold_block(), self.b.create_block());
        self.b.ins().brif(marking, note, &[], go_on, &[]);
        self.b.switch_to_block(note);
        let address = self.add_constant(base, offset);
        if bytes == WORD {
            self.runtime(RuntimeFn::WriteBarrier, &[address])?;
        } else {
            let bytes = self.iconst(types::I64, bytes);
            self.runtime(RuntimeFn::WriteBarrierRange, &[address, bytes])?;
        }
        self.b.ins().jump(go_on, &[]);
        self.b.switch_to_block(go_on);
        Ok(())
    }
}
