//! Loops are tested at their end: the test at the head is copied to where the loop jumps back, so that an iteration takes
//! one branch less, and the body is entered only if it runs.
//!
//! ```text
//!   jump H(i0)                            jump H(i0)
//! H(i): c = test i; br c, B, E          H(i): c = test i; br c, B(i), E(i)
//! B: … i …; jump H(i + 1)          →    B(j): … j …; k = j + 1; d = test k; br d, B(k), E(k)
//! E: … i …                              E(l): … l …
//! ```
//!
//! What the head defines and the body or the code behind the loop use becomes a parameter of both. The head keeps
//! dominating the same blocks, so that dominators stay valid from loop to loop.

use cranelift_entity::{EntitySet, SecondaryMap};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::ir::cfg::{Dominators, may_loop};
use crate::ir::{Block, Func, Inst, InstData, Op, Value, ValueDef};

/// Instructions of a head that is copied.
const MOST_INSTS: usize = 12;

/// Runs the pass.
pub fn run(f: &mut Func) {
    if !may_loop(f) {
        return;
    }
    let doms = Dominators::new(f);
    let mut changed = false;
    let preds = f.predecessors();
    let is_head = |&h: &Block| preds[h].iter().any(|&p| doms.dominates(h, p));
    let heads: Vec<Block> = doms.rpo.iter().rev().copied().filter(is_head).collect();
    let after_landing = super::cse::after_landing(f);
    for &head in heads.iter().filter(|&&h| !after_landing[h]) {
        lift_constants(f, head);
    }
    // Later heads first: inner loops before those around them.
    for head in heads {
        if let Some(l) = find(f, &doms, head) {
            rotate(f, &l);
            changed = true;
        }
    }
    if changed {
        super::params::run(f);
    }
}

/// Moves constants and addresses to the entry, so that they do not become parameters: the code generator makes them where
/// they are used.
fn lift_constants(f: &mut Func, head: Block) {
    let entry = f.entry();
    let Func { blocks, insts, .. } = f;
    let is_constant = |&i: &Inst| insts[i].op.info().pure_ && insts[i].args.is_empty();
    let constants: Vec<Inst> = blocks[head].insts.iter().copied().filter(is_constant).collect();
    if !constants.is_empty() {
        blocks[head].insts.retain(|i| !is_constant(i));
        blocks[entry].insts.splice(0..0, constants);
    }
}

/// A loop that can be turned.
struct Loop {
    head: Block,
    /// Ends with a jump to the head.
    latch: Block,
    /// What the head defines and each of its successors, or what they dominate, uses.
    used: [Vec<Value>; 2],
    /// Where these uses are.
    uses: [Vec<Inst>; 2],
    /// Edges to the two from other blocks.
    other_edges: [Vec<Inst>; 2],
}

fn find(f: &Func, doms: &Dominators, head: Block) -> Option<Loop> {
    let insts = &f.blocks[head].insts;
    let br = f.terminator(head).filter(|&t| f.insts[t].op == Op::Br)?;
    if insts.len() > MOST_INSTS || insts.iter().any(|&i| !may_copy(&f.insts[i])) || waits(f, head, br) {
        return None;
    }
    let targets = [f.insts[br].targets[0].block, f.insts[br].targets[1].block];
    let preds = f.predecessors();
    let mut latches = preds[head].iter().copied().filter(|&p| doms.dominates(head, p));
    let latch = latches.next()?;
    if latches.next().is_some() || latch == head || preds[head].len() < 2 || targets[0] == targets[1] {
        return None;
    }
    // The one that leads to the latch is the body; the other must leave the loop.
    let body = usize::from(!doms.dominates(targets[0], latch));
    let exit = 1 - body;
    let jump = f.terminator(latch)?;
    if !doms.dominates(targets[body], latch)
        || doms.dominates(targets[exit], latch)
        || preds[targets[body]].len() != 1
        || targets.contains(&head)
        || f.landing.is_some_and(|l| targets.contains(&l))
        || f.insts[jump].op != Op::Jump
        || preds[targets[exit]].iter().any(|&p| p != head && !doms.dominates(targets[body], p))
    {
        return None;
    }
    // A block that can come back to the head is in the loop, so the exit must not be able to, except through an outer
    // loop's head, which dominates this one.
    if !doms.dominates(head, targets[exit]) {
        return None;
    }
    let mut l = Loop {
        head,
        latch,
        used: Default::default(),
        uses: Default::default(),
        other_edges: Default::default(),
    };
    l.find_uses(f, doms, targets, body).then_some(l)
}

/// Whether a loop goes on until another goroutine changes memory: its test loads, and depends on nothing that the loop
/// counts. Of two copies of the load, the code generator would make one (gc loads in every iteration).
fn waits(f: &Func, head: Block, br: Inst) -> bool {
    let mut work: Vec<Value> = vec![f.insts[br].args[0]];
    let mut loads = false;
    while let Some(v) = work.pop() {
        match f.values[f.resolve(v)].def {
            ValueDef::Param(b, _) if b == head => return false,
            ValueDef::Result(inst, _) if f.blocks[head].insts.contains(&inst) => {
                loads |= f.insts[inst].op == Op::Load;
                work.extend(f.insts[inst].args.iter().copied());
            }
            _ => {}
        }
    }
    loads
}

/// Whether an instruction of a head may stand twice.
fn may_copy(d: &InstData) -> bool {
    d.op.info().pure_ || matches!(d.op, Op::Load | Op::NilCheck | Op::Guard | Op::Br)
}

impl Loop {
    /// Collects what the targets use; whether nothing else uses what the head defines.
    fn find_uses(&mut self, f: &Func, doms: &Dominators, targets: [Block; 2], body: usize) -> bool {
        let mut defined: EntitySet<Value> = EntitySet::new();
        let results = f.blocks[self.head].insts.iter().flat_map(|&i| &f.insts[i].results);
        for &v in f.blocks[self.head].params.iter().chain(results) {
            defined.insert(v);
        }
        let mut seen: [EntitySet<Value>; 2] = Default::default();
        for &b in &doms.rpo {
            if b == self.head {
                continue;
            }
            let side = targets.iter().position(|&t| doms.dominates(t, b));
            for &inst in &f.blocks[b].insts {
                let d = &f.insts[inst];
                let mut any = false;
                for &v in d.args.iter().chain(d.targets.iter().flat_map(|t| &t.args)) {
                    let v = f.resolve(v);
                    if !defined.contains(v) {
                        continue;
                    }
                    let Some(side) = side else { return false };
                    any = true;
                    if seen[side].insert(v) {
                        self.used[side].push(v);
                    }
                }
                if any && let Some(side) = side {
                    self.uses[side].push(inst);
                }
                for t in d.targets.iter().map(|t| t.block) {
                    if let Some(to) = targets.iter().position(|&x| x == t)
                        && self.other_edges[to].last() != Some(&inst)
                    {
                        self.other_edges[to].push(inst);
                    }
                }
            }
        }
        // Edges from the body to the exit pass what the body has.
        let exit = 1 - body;
        if !self.other_edges[exit].is_empty() {
            for v in self.used[exit].clone() {
                if seen[body].insert(v) {
                    self.used[body].push(v);
                }
            }
        }
        self.other_edges[body].is_empty()
    }
}

fn rotate(f: &mut Func, l: &Loop) {
    let br = f.terminator(l.head).expect("a head ends in a branch");
    let targets = [f.insts[br].targets[0].block, f.insts[br].targets[1].block];
    // Parameters of the targets for what the head defines.
    let params = [0, 1].map(|side| {
        let new: FxHashMap<Value, Value> = l.used[side]
            .iter()
            .map(|&v| {
                let p = f.add_param(targets[side], f.ty(v));
                f.names[p] = f.names[v].clone();
                (v, p)
            })
            .collect();
        new
    });
    for side in [0, 1] {
        for &inst in &l.uses[side] {
            replace(f, inst, &params[side]);
        }
    }
    // Edges that were there pass them on; those from the body have its parameters.
    for side in [0, 1] {
        for &v in &l.used[side] {
            for &inst in &l.other_edges[side] {
                let arg = params[1 - side].get(&v).copied().unwrap_or(v);
                for t in f.insts[inst].targets.iter_mut().filter(|t| t.block == targets[side]) {
                    t.args.push(arg);
                }
            }
            f.insts[br].targets[side].args.push(v);
        }
    }
    copy_head(f, l, br);
}

fn replace(f: &mut Func, inst: Inst, with: &FxHashMap<Value, Value>) {
    let Func { insts, values, .. } = f;
    let new = |v: &mut Value| {
        let mut of = *v;
        while let crate::ir::ValueDef::Alias(to) = values[of].def {
            of = to;
        }
        if let Some(&p) = with.get(&of) {
            *v = p;
        }
    };
    let d = &mut insts[inst];
    d.args.iter_mut().for_each(new);
    for t in &mut d.targets {
        t.args.iter_mut().for_each(new);
    }
}

/// The latch's jump becomes a copy of the head.
fn copy_head(f: &mut Func, l: &Loop, br: Inst) {
    let jump = f.blocks[l.latch].insts.pop().expect("a latch ends in a jump");
    let args = f.insts[jump].targets[0].args.clone();
    let mut map: SecondaryMap<Value, Option<Value>> = SecondaryMap::new();
    for (&p, &arg) in f.blocks[l.head].params.iter().zip(&args) {
        map[p] = Some(arg);
    }
    for inst in f.blocks[l.head].insts.clone() {
        let mut data = f.insts[inst].clone();
        let results: SmallVec<[Value; 2]> = std::mem::take(&mut data.results);
        let mapped = |v: &mut Value| {
            let of = f.resolve(*v);
            *v = map[of].unwrap_or(of);
        };
        data.args.iter_mut().for_each(mapped);
        for t in &mut data.targets {
            t.args.iter_mut().for_each(mapped);
        }
        let types: SmallVec<[_; 2]> = results.iter().map(|&v| f.ty(v)).collect();
        let copy = f.make_inst(data, &types);
        for (n, &old) in results.iter().enumerate() {
            let new = f.insts[copy].results[n];
            map[old] = Some(new);
            f.names[new] = f.names[old].clone();
        }
        f.blocks[l.latch].insts.push(copy);
    }
    debug_assert_eq!(f.blocks[l.head].insts.last(), Some(&br));
}
