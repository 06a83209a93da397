//! Common subexpressions: a pure instruction or a load whose result is known in a dominating place is replaced by it.
//!
//! Loads are the same if address and type are and nothing in between may have written to memory: every block starts in a
//! *memory state*, the last write before it or, where several meet, a state of its own; every write makes a new one. A
//! store makes the stored value known as what a load would give.

use cranelift_entity::{EntityRef, SecondaryMap};
use rustc_hash::FxHashMap;

use crate::ir::cfg::Dominators;
use crate::ir::{Block, Func, Imm, Inst, Op, Ty, Value, ValueDef};

/// Runs the pass.
pub fn run(f: &mut Func) {
    let doms = Dominators::new(f);
    let states = memory_states(f, &doms);
    let mut children: SecondaryMap<Block, Vec<Block>> = SecondaryMap::new();
    for &b in &doms.rpo {
        if let Some(d) = doms.idom(b) {
            children[d].push(b);
        }
    }
    let after_landing = after_landing(f);
    let mut cse = Cse { f, known: FxHashMap::default(), undo: Vec::new() };
    let mut work = vec![Step::Enter(cse.f.entry())];
    while let Some(step) = work.pop() {
        match step {
            Step::Enter(b) => {
                let fresh = after_landing[b] && doms.idom(b).is_some_and(|d| !after_landing[d]);
                let saved = fresh.then(|| (std::mem::take(&mut cse.known), std::mem::take(&mut cse.undo)));
                work.push(Step::Leave(cse.undo.len(), saved));
                cse.block(b, states[b]);
                work.extend(children[b].iter().rev().map(|&c| Step::Enter(c)));
            }
            Step::Leave(len, saved) => {
                cse.leave(len);
                if let Some((known, undo)) = saved {
                    (cse.known, cse.undo) = (known, undo);
                }
            }
        }
    }
    super::params::remove_cycles(f);
    super::params::resolve_all(f);
}

enum Step {
    Enter(Block),
    /// With the number of things learnt before the block, and what was known before it if that does not count in it.
    Leave(usize, Option<(Known, Undo)>),
}

type Known = FxHashMap<Key, Value>;
type Undo = Vec<(Key, Option<Value>)>;

/// Blocks that may run after a recovered panic: what other blocks computed may be missing there.
pub(super) fn after_landing(f: &Func) -> SecondaryMap<Block, bool> {
    let mut out: SecondaryMap<Block, bool> = SecondaryMap::new();
    let mut work: Vec<Block> = f.landing.into_iter().collect();
    while let Some(b) = work.pop() {
        if !std::mem::replace(&mut out[b], true) {
            work.extend(f.successors(b));
        }
    }
    out
}

/// Whether memory may be different after an instruction.
pub(super) fn writes(f: &Func, inst: Inst) -> bool {
    let d = &f.insts[inst];
    match d.imm {
        Imm::Rt(rt) if d.op == Op::CallRt => {
            use abi::RuntimeFn::*;
            let fresh =
                matches!(rt, NewObject | MallocGc | MakeSlice | MakeMap | ConcatStrings | SliceByteToString);
            !(rt.info().effects.readonly || fresh)
        }
        _ => d.op.info().writes,
    }
}

/// The memory state at the start of each block: 0 at the entry, the last write, or one of the block itself.
fn memory_states(f: &Func, doms: &Dominators) -> SecondaryMap<Block, u32> {
    let preds = f.predecessors();
    let own = |b: Block| (f.insts.len() + 1 + b.index()) as u32;
    let mut last: SecondaryMap<Block, u32> = SecondaryMap::new();
    for &b in &doms.rpo {
        let write = f.blocks[b].insts.iter().rev().find(|&&i| writes(f, i));
        last[b] = write.map_or(0, |i| i.index() as u32 + 1);
    }
    let mut states: SecondaryMap<Block, Option<u32>> = SecondaryMap::new();
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for &b in &doms.rpo {
            let mut new = (b == f.entry()).then_some(0);
            if f.landing == Some(b) {
                new = Some(own(b));
            }
            for &p in &preds[b] {
                let out = if last[p] != 0 { Some(last[p]) } else { states[p] };
                new = match (new, out) {
                    (None, s) | (s, None) => s,
                    (Some(s), Some(t)) if s == t => Some(s),
                    _ => Some(own(b)),
                };
            }
            // Once states met, they stay apart, so that this comes to an end.
            if states[b] != new && states[b] != Some(own(b)) {
                states[b] = new;
                changed = true;
            }
        }
    }
    let mut out: SecondaryMap<Block, u32> = SecondaryMap::new();
    for &b in &doms.rpo {
        out[b] = states[b].unwrap_or(own(b));
    }
    out
}

/// What makes two instructions the same.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    op: Op,
    ty: Ty,
    args: [Option<Value>; 3],
    imm: (u8, u64, u64),
    /// The types of operands of conversions count as well.
    from: Option<Ty>,
    /// Of loads.
    state: u32,
}

struct Cse<'a> {
    f: &'a mut Func,
    known: Known,
    undo: Undo,
}

impl Cse<'_> {
    fn block(&mut self, b: Block, mut state: u32) {
        let insts = std::mem::take(&mut self.f.blocks[b].insts);
        let mut kept = Vec::with_capacity(insts.len());
        for inst in insts {
            if self.inst(inst, &mut state) {
                kept.push(inst);
            }
        }
        self.f.blocks[b].insts = kept;
    }

    /// Looks at an instruction; whether it stays.
    fn inst(&mut self, inst: Inst, state: &mut u32) -> bool {
        let d = &self.f.insts[inst];
        if writes(self.f, inst) {
            *state = inst.index() as u32 + 1;
            if d.op == Op::Store {
                let v = self.f.resolve(d.args[0]);
                let key = self.load_key(d.args[1], d.ty, d.imm, *state);
                self.learn(key, v);
            }
            return true;
        }
        let key = match d.op {
            Op::Load => self.load_key(d.args[0], d.ty, d.imm, *state),
            op if op.info().pure_ && d.args.len() <= 3 && d.results.len() == 1 => self.key(inst),
            _ => return true,
        };
        let result = d.results[0];
        match self.known.get(&key) {
            Some(&v) if self.f.ty(v) == self.f.ty(result) => {
                let v = self.f.resolve(v);
                self.f.values[result].def = ValueDef::Alias(v);
                if self.f.names[v].is_none() {
                    self.f.names[v] = self.f.names[result].clone();
                }
                false
            }
            _ => {
                self.learn(key, result);
                true
            }
        }
    }

    fn load_key(&self, address: Value, ty: Ty, imm: Imm, state: u32) -> Key {
        let args = [Some(self.f.resolve(address)), None, None];
        Key { op: Op::Load, ty, args, imm: imm_key(imm), from: None, state }
    }

    fn key(&self, inst: Inst) -> Key {
        let d = &self.f.insts[inst];
        let mut args = [None; 3];
        for (to, &v) in args.iter_mut().zip(&d.args) {
            *to = Some(self.f.resolve(v));
        }
        if d.op.info().commutative && args[0] > args[1] {
            args.swap(0, 1);
        }
        let from = args[0].map(|v| self.f.ty(v));
        Key { op: d.op, ty: d.ty, args, imm: imm_key(d.imm), from, state: 0 }
    }

    fn learn(&mut self, key: Key, v: Value) {
        let old = self.known.insert(key.clone(), v);
        self.undo.push((key, old));
    }

    fn leave(&mut self, len: usize) {
        for (key, old) in self.undo.drain(len..).rev() {
            match old {
                Some(v) => drop(self.known.insert(key, v)),
                None => drop(self.known.remove(&key)),
            }
        }
    }
}

fn imm_key(imm: Imm) -> (u8, u64, u64) {
    match imm {
        Imm::None => (0, 0, 0),
        Imm::Int(k) => (1, k as u64, 0),
        Imm::Bits(bits) => (2, bits, 0),
        Imm::Cond(cond) => (3, cond as u64, 0),
        Imm::Sym(sym, k) => (4, sym.index() as u64, k as u64),
        Imm::Slot(slot, k) => (5, slot.index() as u64, k as u64),
        Imm::Rt(rt) => (6, rt as u64, 0),
        Imm::Sig(sig) => (7, sig.index() as u64, 0),
        Imm::Alloc(id) => (8, id.index() as u64, 0),
    }
}
