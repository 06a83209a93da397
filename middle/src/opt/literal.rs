//! Literals built where they go: a slot is cleared and written, then copied as a whole, and nothing else ever looks at it.
//! The writes go to the copy's destination instead, at the place of the copy; only what they leave is cleared.
//!
//! `*p = T{…}`, `a[i] = T{…}` and results in memory look like this, since a literal may use what it overwrites.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::ir::{Block, Func, Imm, Inst, InstData, Op, Slot, Ty, Value};

use super::mem2reg::slot_offset;

/// The largest slot that is looked at, in bytes: one bit of a mask for each.
const MAX_SIZE: i64 = 128;
/// Values that may be kept in registers until the copy.
const MOST_WRITES: usize = 8;

/// Runs the pass.
pub fn run(f: &mut Func) {
    let mut unused = FxHashSet::default();
    for (slot, uses) in find(f) {
        if let Some(plan) = Plan::new(f, slot, &uses) {
            plan.carry_out(f);
            unused.insert(slot);
        }
    }
    if !unused.is_empty() {
        remove_addresses(f, &unused);
    }
}

fn remove_addresses(f: &mut Func, slots: &FxHashSet<Slot>) {
    for b in f.layout.clone() {
        let mut insts = core::mem::take(&mut f.blocks[b].insts);
        insts.retain(|&i| {
            let result = f.insts[i].results.first();
            !result.is_some_and(|&v| slot_offset(f, v).is_some_and(|(slot, _)| slots.contains(&slot)))
        });
        f.blocks[b].insts = insts;
    }
}

/// The writes to a slot in their order, and the one copy of it.
struct Uses {
    block: Block,
    writes: Vec<Inst>,
    copy: Option<Inst>,
}

/// The slots that are written, then copied once, in one block.
fn find(f: &Func) -> Vec<(Slot, Uses)> {
    let mut found: FxHashMap<Slot, Uses> = FxHashMap::default();
    let mut bad: FxHashSet<Slot> = FxHashSet::default();
    for &block in &f.layout {
        for &inst in &f.blocks[block].insts {
            let d = &f.insts[inst];
            let derives = d.results.first().is_some_and(|&v| slot_offset(f, v).is_some());
            let targets = d.targets.iter().flat_map(|t| &t.args);
            for (n, &v) in d.args.iter().chain(targets).enumerate() {
                let Some((slot, _)) = slot_offset(f, f.resolve(v)) else { continue };
                let uses = || Uses { block, writes: Vec::new(), copy: None };
                match (d.op, n) {
                    _ if derives => {}
                    (Op::Store, 1) | (Op::MemZero, 0) => {
                        let uses = found.entry(slot).or_insert_with(uses);
                        let fits = uses.block == block && uses.copy.is_none();
                        uses.writes.push(inst);
                        if !fits {
                            bad.insert(slot);
                        }
                    }
                    (Op::MemCopy, 1) => {
                        let uses = found.entry(slot).or_insert_with(uses);
                        if uses.block != block || uses.copy.replace(inst).is_some() {
                            bad.insert(slot);
                        }
                    }
                    _ => {
                        bad.insert(slot);
                    }
                }
            }
        }
    }
    let is_good = |(slot, uses): &(Slot, Uses)| !bad.contains(slot) && uses.copy.is_some();
    let mut found: Vec<_> = found.into_iter().filter(is_good).collect();
    found.sort_by_key(|&(slot, _)| slot);
    found
}

/// What is to be written at the destination of a copy.
struct Plan {
    block: Block,
    /// To be removed.
    old: Vec<Inst>,
    copy: Inst,
    to: Value,
    /// Values and offsets, in order.
    stores: Vec<(Value, Ty, i64)>,
    /// Offsets and sizes of what is zero otherwise.
    zeros: Vec<(i64, i64)>,
}

impl Plan {
    fn new(f: &Func, slot: Slot, uses: &Uses) -> Option<Plan> {
        let copy = uses.copy?;
        let d = &f.insts[copy];
        let Imm::Int(size) = d.imm else { return None };
        let (_, start) = slot_offset(f, f.resolve(d.args[1]))?;
        if size > MAX_SIZE || slot_offset(f, f.resolve(d.args[0])).is_some_and(|(to, _)| to == slot) {
            return None;
        }
        let mut plan = Plan {
            block: uses.block,
            old: uses.writes.clone(),
            copy,
            to: d.args[0],
            stores: Vec::new(),
            zeros: Vec::new(),
        };
        let (mut cleared, mut stored) = (0u128, 0u128);
        for &write in &uses.writes {
            let w = &f.insts[write];
            let Imm::Int(k) = w.imm else { return None };
            let (address, offset, bytes) = match w.op {
                Op::Store => (w.args[1], k, i64::from(w.ty.size())),
                _ => (w.args[0], 0, k),
            };
            let at = slot_offset(f, f.resolve(address))?.1 + offset - start;
            if at < 0 || at + bytes > size || w.op == Op::MemZero && stored != 0 {
                return None;
            }
            let mask = bits(at, bytes);
            if w.op == Op::Store {
                stored |= mask;
                plan.stores.push((w.args[0], w.ty, at));
            } else {
                cleared |= mask;
            }
        }
        if cleared | stored != bits(0, size) || plan.stores.len() > MOST_WRITES {
            return None;
        }
        plan.zeros = runs(cleared & !stored);
        Some(plan)
    }

    fn carry_out(self, f: &mut Func) {
        let pos = f.insts[self.copy].pos;
        let mut new = Vec::new();
        let mut emit = |f: &mut Func, op, ty, args: &[Value], imm, results: &[Ty]| {
            let (targets, cases) = (Vec::new(), Vec::new());
            let data =
                InstData { op, ty, args: args.into(), imm, targets, cases, results: SmallVec::new(), pos };
            let inst = f.make_inst(data, results);
            new.push(inst);
            f.insts[inst].results.first().copied()
        };
        for (value, ty, at) in self.stores {
            emit(f, Op::Store, ty, &[value, self.to], Imm::Int(at), &[]);
        }
        for (at, bytes) in self.zeros {
            let k = emit(f, Op::IConst, Ty::I64, &[], Imm::Int(at), &[Ty::I64]).expect("a result");
            let to = emit(f, Op::PtrAdd, Ty::Ptr, &[self.to, k], Imm::None, &[Ty::Ptr]).expect("a result");
            emit(f, Op::MemZero, Ty::I64, &[to], Imm::Int(bytes), &[]);
        }
        let insts = &mut f.blocks[self.block].insts;
        insts.retain(|i| !self.old.contains(i));
        let at = insts.iter().position(|&i| i == self.copy).expect("the copy is in its block");
        insts.splice(at..=at, new);
    }
}

/// A mask of bytes.
fn bits(at: i64, bytes: i64) -> u128 {
    if bytes == 0 { 0 } else { (u128::MAX >> (128 - bytes)) << at }
}

/// The runs of ones in a mask: where they begin and how long they are.
fn runs(mut mask: u128) -> Vec<(i64, i64)> {
    let mut runs = Vec::new();
    while mask != 0 {
        let at = mask.trailing_zeros();
        let len = (mask >> at).trailing_ones();
        runs.push((i64::from(at), i64::from(len)));
        mask &= !bits(i64::from(at), i64::from(len));
    }
    runs
}
