//! Slots that are only loaded from and stored to become SSA values.
//!
//! A slot is cut into pieces by the (offset, type) pairs with which it is accessed. It qualifies if its address is used for
//! nothing else, its pieces do not overlap, and no access stands on the landing path, which is reached from calls in
//! the middle of blocks. Zeroing the whole slot defines all pieces.

use cranelift_entity::SecondaryMap;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};

use crate::ir::cfg::Dominators;
use crate::ir::{Block, Func, Imm, Inst, InstData, Op, Slot, Ty, Value, ValueDef};

/// Runs the pass.
pub fn run(f: &mut Func) {
    let doms = Dominators::new(f);
    let pieces = find_pieces(f, &doms);
    if pieces.is_empty() {
        return;
    }
    let mut p =
        Promotion { f, pieces, defs: FxHashMap::default(), preds: SecondaryMap::new(), pending: Vec::new() };
    p.preds = p.f.predecessors();
    for b in doms.rpo.clone() {
        p.block(b);
    }
    while let Some((b, piece, param)) = p.pending.pop() {
        p.fill(b, piece, param);
    }
    super::params::run(p.f);
}

/// A part of a slot: offset and type.
type Piece = (Slot, i64, Ty);

/// The slot and offset an address stands for.
pub(super) fn slot_offset(f: &Func, v: Value) -> Option<(Slot, i64)> {
    let d = &f.insts[f.def_inst(v)?];
    match (d.op, d.imm) {
        (Op::SlotAddr, Imm::Slot(s, k)) => Some((s, k)),
        (Op::PtrAdd, _) => {
            let (s, k) = slot_offset(f, d.args[0])?;
            Some((s, k + f.as_iconst(d.args[1])?))
        }
        _ => None,
    }
}

/// The pieces of all slots that qualify.
fn find_pieces(f: &Func, doms: &Dominators) -> FxHashMap<Slot, Vec<(i64, Ty)>> {
    let mut pieces: FxHashMap<Slot, Vec<(i64, Ty)>> = FxHashMap::default();
    let mut bad: FxHashSet<Slot> = FxHashSet::default();
    for &b in &f.layout {
        let on_landing = f.landing.is_some_and(|l| doms.dominates(l, b)) || !doms.is_reachable(b);
        for &inst in &f.blocks[b].insts {
            let d = &f.insts[inst];
            let targets = d.targets.iter().flat_map(|t| &t.args);
            for (n, &v) in d.args.iter().chain(targets).enumerate() {
                let Some((slot, k)) = slot_offset(f, v) else { continue };
                let access = match (d.op, d.imm) {
                    (Op::Load, Imm::Int(off)) if n == 0 => Some((k + off, d.ty)),
                    (Op::Store, Imm::Int(off)) if n == 1 => Some((k + off, d.ty)),
                    (Op::MemZero, Imm::Int(size)) if k == 0 && size >= i64::from(f.slots[slot].size) => {
                        continue;
                    }
                    // Part of an address whose uses are looked at themselves.
                    (Op::PtrAdd, _) if n == 0 && f.as_iconst(d.args[1]).is_some() => continue,
                    (Op::NilCheck, _) => continue,
                    _ => None,
                };
                match access {
                    Some(piece) if !on_landing => {
                        let list = pieces.entry(slot).or_default();
                        if !list.contains(&piece) {
                            list.push(piece);
                        }
                    }
                    _ => drop(bad.insert(slot)),
                }
            }
        }
    }
    pieces.retain(|slot, list| {
        list.sort();
        let apart = list.windows(2).all(|w| w[0].0 + i64::from(w[0].1.size()) <= w[1].0);
        let inside =
            list.iter().all(|&(k, ty)| k >= 0 && k + i64::from(ty.size()) <= i64::from(f.slots[*slot].size));
        const MOST_PIECES: usize = 16;
        apart && inside && list.len() <= MOST_PIECES && !bad.contains(slot)
    });
    pieces
}

struct Promotion<'a> {
    f: &'a mut Func,
    pieces: FxHashMap<Slot, Vec<(i64, Ty)>>,
    /// The value of a piece at the end of a block.
    defs: FxHashMap<(Block, Piece), Value>,
    preds: SecondaryMap<Block, SmallVec<[Block; 4]>>,
    /// Parameters whose arguments are still to be passed.
    pending: Vec<(Block, Piece, Value)>,
}

impl Promotion<'_> {
    fn block(&mut self, b: Block) {
        let mut i = 0;
        while i < self.f.blocks[b].insts.len() {
            let inst = self.f.blocks[b].insts[i];
            if self.inst(b, inst) {
                let at = self.f.blocks[b].insts.iter().position(|&x| x == inst).expect("still in its block");
                self.f.blocks[b].insts.remove(at);
                i = at;
            } else {
                i = self.f.blocks[b].insts.iter().position(|&x| x == inst).expect("still in its block") + 1;
            }
        }
    }

    /// Replaces an access to a promoted slot; whether the instruction goes.
    fn inst(&mut self, b: Block, inst: Inst) -> bool {
        let d = &self.f.insts[inst];
        let (address, off) = match (d.op, d.imm) {
            (Op::Load, Imm::Int(k)) => (d.args[0], k),
            (Op::Store, Imm::Int(k)) => (d.args[1], k),
            (Op::MemZero | Op::NilCheck, _) => (d.args[0], 0),
            _ => return false,
        };
        let Some((slot, k)) = slot_offset(self.f, address) else { return false };
        let Some(list) = self.pieces.get(&slot) else { return false };
        let piece = (slot, k + off, d.ty);
        match d.op {
            Op::Load => {
                let result = d.results[0];
                let v = self.value_in(b, piece, Some(inst));
                self.f.values[result].def = ValueDef::Alias(v);
                if self.f.names[v].is_none() {
                    self.f.names[v] = self.f.names[result].clone();
                }
            }
            Op::Store => {
                let v = self.f.resolve(d.args[0]);
                if self.f.names[v].is_none() {
                    self.f.names[v] = Some(self.f.slots[slot].name.clone().into());
                }
                self.defs.insert((b, piece), v);
            }
            Op::MemZero => {
                for (k, ty) in list.clone() {
                    let v = self.zero(b, ty, Some(inst));
                    self.defs.insert((b, (slot, k, ty)), v);
                }
            }
            // A slot has an address.
            _ => {}
        }
        true
    }

    /// The value of a piece at the current end of a block.
    fn value_in(&mut self, b: Block, piece: Piece, before: Option<Inst>) -> Value {
        let mut at = b;
        let mut chain: Vec<Block> = Vec::new();
        let v = loop {
            if let Some(&v) = self.defs.get(&(at, piece)) {
                break self.f.resolve(v);
            }
            match self.preds[at][..] {
                // Read before it was written: a slot is zero only where it was zeroed, so any value will do.
                [] => break self.zero(at, piece.2, before.filter(|_| at == b)),
                [only] if !chain.contains(&only) && only != at => {
                    chain.push(at);
                    at = only;
                }
                _ => {
                    let p = self.f.add_param(at, piece.2);
                    self.f.names[p] = Some(self.f.slots[piece.0].name.clone().into());
                    self.pending.push((at, piece, p));
                    break p;
                }
            }
        };
        for c in chain.into_iter().chain([at]) {
            self.defs.entry((c, piece)).or_insert(v);
        }
        v
    }

    fn zero(&mut self, b: Block, ty: Ty, before: Option<Inst>) -> Value {
        let (op, imm) = if ty.is_float() { (Op::FConst, Imm::Bits(0)) } else { (Op::IConst, Imm::Int(0)) };
        let data = InstData {
            op,
            ty,
            args: smallvec![],
            imm,
            targets: Vec::new(),
            cases: Vec::new(),
            results: smallvec![],
            pos: crate::ir::Pos::NONE,
        };
        let inst = self.f.make_inst(data, &[ty]);
        let insts = &mut self.f.blocks[b].insts;
        let at = before.and_then(|i| insts.iter().position(|&x| x == i)).unwrap_or(0);
        insts.insert(at, inst);
        self.f.insts[inst].results[0]
    }

    /// Passes the piece's value on every edge to `b`.
    fn fill(&mut self, b: Block, piece: Piece, param: Value) {
        let mut preds: Vec<Block> = self.preds[b].to_vec();
        preds.dedup();
        let mut done: FxHashSet<Block> = FxHashSet::default();
        for pred in preds {
            if !done.insert(pred) {
                continue;
            }
            let v = self.value_in(pred, piece, None);
            let ValueDef::Param(_, index) = self.f.values[param].def else { unreachable!("a new parameter") };
            let t = self.f.terminator(pred).expect("a predecessor ends in a terminator");
            for c in self.f.insts[t].targets.iter_mut().filter(|c| c.block == b) {
                // Parameters are filled in any order; the places of others hold the parameter itself until then.
                while c.args.len() <= index as usize {
                    c.args.push(param);
                }
                c.args[index as usize] = v;
            }
        }
    }
}
