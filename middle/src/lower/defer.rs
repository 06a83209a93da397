//! Defer statements become explicit calls of the runtime.
//!
//! ```text
//!   defer v1            callrt deferproc(v1)                        heap record, from a pool
//!
//!   defer v1            v2 = slotaddr ss3                           stack record, in the frame
//!                       store.ptr v1, v2+FN
//!                       callrt deferprocStack(v2)
//!
//!   deferexit           callrt deferreturn()
//! ```
//!
//! A defer statement that can run at most once per activation – its block lies on no cycle of the control flow –
//! gets a stack record of its own; all others get heap records. gc decides the same by loop depth
//! (`escape/call.go`), which also counts loops that run at most once. Both kinds hang on the one chain of the
//! goroutine, newest first, so their order stays LIFO.
//!
//! A function that always panics or loops has no `deferexit` but on its landing pad.

use std::mem::{align_of, offset_of, size_of};

use abi::RuntimeFn;
use abi::layout::Defer;
use cranelift_entity::SecondaryMap;
use smallvec::smallvec;

use crate::ir::cfg::blocks_in_cycles;
use crate::ir::{Block, Func, Imm, Inst, InstData, Op, Pos, Ty, Value};

/// How a deferred call is registered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DeferKind {
    /// A record from the pool: any number per activation.
    Heap,
    /// A record in the frame: at most one per activation.
    Stack,
}

impl DeferKind {
    /// The spelling of `-d=defer=…`.
    pub fn name(self) -> &'static str {
        match self {
            DeferKind::Heap => "heap",
            DeferKind::Stack => "stack",
        }
    }
}

/// What was decided for one defer statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The statement.
    pub pos: Pos,
    /// The kind.
    pub kind: DeferKind,
    /// Whether control flow can come back to the statement.
    pub in_loop: bool,
}

/// The kind of each defer statement of a function, in layout order; `strongest` caps it (`-d=defer=heap`).
pub fn decide(f: &Func, strongest: DeferKind) -> Vec<(Inst, Decision)> {
    let mut out = Vec::new();
    let mut cycles: Option<SecondaryMap<Block, bool>> = None;
    for &b in &f.layout {
        for &inst in &f.blocks[b].insts {
            let data = &f.insts[inst];
            if data.op == Op::Defer {
                let in_loop = cycles.get_or_insert_with(|| blocks_in_cycles(f))[b];
                let kind = if in_loop { DeferKind::Heap } else { strongest };
                out.push((inst, Decision { pos: data.pos, kind, in_loop }));
            }
        }
    }
    out
}

/// Lowers a function's defer statements and exits; returns the decisions.
pub fn run(f: &mut Func, strongest: DeferKind) -> Vec<Decision> {
    if f.landing.is_none() {
        return Vec::new();
    }
    let decisions = decide(f, strongest);
    for b in f.layout.clone() {
        let old = std::mem::take(&mut f.blocks[b].insts);
        let mut new = Vec::with_capacity(old.len() + 4);
        for inst in old {
            match f.insts[inst].op {
                Op::Defer => {
                    let kind =
                        decisions.iter().find(|d| d.0 == inst).expect("every defer was decided").1.kind;
                    register(f, inst, kind, &mut new);
                }
                Op::DeferExit => {
                    let pos = f.insts[inst].pos;
                    new.push(call_rt(f, RuntimeFn::DeferReturn, &[], pos));
                }
                _ => new.push(inst),
            }
        }
        f.blocks[b].insts = new;
    }
    decisions.into_iter().map(|d| d.1).collect()
}

fn register(f: &mut Func, inst: Inst, kind: DeferKind, out: &mut Vec<Inst>) {
    let (fun, pos) = (f.insts[inst].args[0], f.insts[inst].pos);
    match kind {
        DeferKind::Heap => out.push(call_rt(f, RuntimeFn::DeferProc, &[fun], pos)),
        DeferKind::Stack => {
            let n = f.slots.len();
            let slot = f.new_slot(size_of::<Defer>() as u32, align_of::<Defer>() as u32, format!("defer{n}"));
            let mut addr = plain(Op::SlotAddr, Ty::Ptr, &[], pos);
            addr.imm = Imm::Slot(slot, 0);
            let addr = f.make_inst(addr, &[Ty::Ptr]);
            let record = f.insts[addr].results[0];
            let mut store = plain(Op::Store, Ty::Ptr, &[fun, record], pos);
            store.imm = Imm::Int(offset_of!(Defer, fun) as i64);
            let store = f.make_inst(store, &[]);
            let call = call_rt(f, RuntimeFn::DeferProcStack, &[record], pos);
            out.extend([addr, store, call]);
        }
    }
}

fn plain(op: Op, ty: Ty, args: &[Value], pos: Pos) -> InstData {
    InstData {
        op,
        ty,
        args: args.into(),
        imm: Imm::None,
        targets: Vec::new(),
        cases: Vec::new(),
        results: smallvec![],
        pos,
    }
}

fn call_rt(f: &mut Func, rt: RuntimeFn, args: &[Value], pos: Pos) -> Inst {
    let mut data = plain(Op::CallRt, Ty::I64, args, pos);
    data.imm = Imm::Rt(rt);
    f.make_inst(data, &[])
}
