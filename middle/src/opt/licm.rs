//! Checks and loads that are the same in every iteration are done once, before the loop.
//!
//! What stands at the start of a loop's head runs whenever the loop is entered, so a check there may as well run before
//! it, as long as nothing that can be seen to happen and stays in the loop would come first. A load may go if besides nothing in the
//! loop writes to memory. Pure instructions go along where these need them; others are the code generator's business.

use cranelift_entity::{EntitySet, SecondaryMap};

use super::cse::writes;
use crate::ir::cfg::{Dominators, may_loop};
use crate::ir::{Block, BlockCall, BlockData, Func, Imm, Inst, InstData, Op, Ty, Value, ValueDef};

/// Runs the pass.
pub fn run(f: &mut Func) {
    if !may_loop(f) {
        return;
    }
    let doms = Dominators::new(f);
    let preds = f.predecessors();
    let is_head = |&h: &Block| preds[h].iter().any(|&p| doms.dominates(h, p));
    let heads: Vec<Block> = doms.rpo.iter().rev().copied().filter(is_head).collect();
    // Inner loops first: what leaves them may go on outwards.
    for head in heads {
        hoist(f, &doms, head);
    }
}

struct Loop<'a> {
    f: &'a Func,
    blocks: EntitySet<Block>,
    /// Instructions of the head that leave the loop.
    gone: EntitySet<Inst>,
    order: Vec<Inst>,
    block_of: SecondaryMap<Inst, Option<Block>>,
}

fn hoist(f: &mut Func, doms: &Dominators, head: Block) {
    if !f.blocks[head].insts.iter().any(|&i| matches!(f.insts[i].op, Op::Guard | Op::NilCheck | Op::Load)) {
        return;
    }
    let preds = f.predecessors();
    let blocks = body(doms, head, &preds);
    if f.landing.is_some_and(|l| blocks.contains(l)) {
        return;
    }
    let mut block_of: SecondaryMap<Inst, Option<Block>> = SecondaryMap::new();
    for b in members(&blocks) {
        for &i in &f.blocks[b].insts {
            block_of[i] = Some(b);
        }
    }
    let writes = members(&blocks).any(|b| f.blocks[b].insts.iter().any(|&i| writes(f, i)));
    let mut l = Loop { f, blocks, gone: EntitySet::new(), order: Vec::new(), block_of };
    l.head(head, writes);
    let Loop { gone, order, blocks, .. } = l;
    if order.is_empty() {
        return;
    }
    f.blocks[head].insts.retain(|&i| !gone.contains(i));
    let before = preheader(f, head, &blocks, &preds[head]);
    let at = f.blocks[before].insts.len() - 1;
    f.blocks[before].insts.splice(at..at, order);
}

/// The blocks of the natural loop.
fn body(
    doms: &Dominators,
    head: Block,
    preds: &SecondaryMap<Block, smallvec::SmallVec<[Block; 4]>>,
) -> EntitySet<Block> {
    let mut blocks: EntitySet<Block> = EntitySet::new();
    blocks.insert(head);
    let mut work: Vec<Block> = preds[head].iter().copied().filter(|&p| doms.dominates(head, p)).collect();
    while let Some(b) = work.pop() {
        if blocks.insert(b) {
            work.extend(preds[b].iter().copied());
        }
    }
    blocks
}

fn members(blocks: &EntitySet<Block>) -> impl Iterator<Item = Block> + '_ {
    blocks.keys().filter(|&b| blocks.contains(b))
}

impl Loop<'_> {
    fn head(&mut self, head: Block, writes: bool) {
        for &inst in &self.f.blocks[head].insts {
            let d = &self.f.insts[inst];
            match d.op {
                Op::Guard | Op::NilCheck => {
                    if !self.take(inst) {
                        return;
                    }
                }
                Op::Load if !writes && !self.decides_end(head, inst) => {
                    self.take(inst);
                }
                // Nothing can be seen of them.
                Op::Load | Op::Alloc => {}
                op if op.info().pure_ => {}
                _ => return,
            }
        }
    }

    /// Whether the loop would end at once or never if a load were taken out: another goroutine may be about to change what
    /// it waits for (gc loads in every iteration).
    fn decides_end(&mut self, head: Block, load: Inst) -> bool {
        let Some(t) = self.f.terminator(head) else { return false };
        let d = &self.f.insts[t];
        let leaves = d.targets.iter().any(|c| !self.blocks.contains(c.block));
        let Some(&condition) = d.args.first().filter(|_| leaves) else { return false };
        self.gone.insert(load);
        let fixed = self.is_fixed(condition, 8);
        self.gone.remove(load);
        fixed
    }

    /// Takes an instruction out of the loop, with what it needs, if that is the same in every iteration.
    fn take(&mut self, inst: Inst) -> bool {
        let args = self.f.insts[inst].args.clone();
        if !args.iter().all(|&v| self.is_fixed(v, 8)) {
            return false;
        }
        for v in args {
            self.take_pure(v);
        }
        self.gone.insert(inst);
        self.order.push(inst);
        true
    }

    fn is_fixed(&self, v: Value, depth: u32) -> bool {
        let v = self.f.resolve(v);
        match self.f.values[v].def {
            ValueDef::Param(b, _) => !self.blocks.contains(b),
            ValueDef::Result(inst, _) => {
                self.block_of[inst].is_none()
                    || self.gone.contains(inst)
                    || depth > 0
                        && self.f.insts[inst].op.info().pure_
                        && self.f.insts[inst].args.iter().all(|&v| self.is_fixed(v, depth - 1))
            }
            ValueDef::Alias(_) => unreachable!("resolved"),
        }
    }

    fn take_pure(&mut self, v: Value) {
        let ValueDef::Result(inst, _) = self.f.values[self.f.resolve(v)].def else { return };
        if self.block_of[inst].is_none() || self.gone.contains(inst) {
            return;
        }
        for &v in &self.f.insts[inst].args {
            self.take_pure(v);
        }
        self.gone.insert(inst);
        self.order.push(inst);
    }
}

/// A block through which the loop is entered, and nothing else runs.
fn preheader(f: &mut Func, head: Block, blocks: &EntitySet<Block>, preds: &[Block]) -> Block {
    let outside: Vec<Block> = preds.iter().copied().filter(|&p| !blocks.contains(p)).collect();
    if let [only] = outside[..]
        && f.terminator(only).is_some_and(|t| f.insts[t].op == Op::Jump)
    {
        return only;
    }
    let types: Vec<Ty> = f.blocks[head].params.iter().map(|&p| f.ty(p)).collect();
    let new = f.blocks.push(BlockData { cold: f.blocks[head].cold, ..BlockData::default() });
    for p in outside {
        let t = f.terminator(p).expect("a predecessor ends in a terminator");
        for c in f.insts[t].targets.iter_mut().filter(|c| c.block == head) {
            c.block = new;
        }
    }
    let params = types.iter().map(|&ty| f.add_param(new, ty)).collect();
    let jump = InstData {
        op: Op::Jump,
        ty: Ty::I64,
        args: Default::default(),
        imm: Imm::None,
        targets: vec![BlockCall { block: head, args: params }],
        cases: Vec::new(),
        results: Default::default(),
        pos: crate::ir::Pos::NONE,
    };
    let jump = f.make_inst(jump, &[]);
    f.blocks[new].insts.push(jump);
    let at = f.layout.iter().position(|&b| b == head).expect("a placed block");
    f.layout.insert(at, new);
    new
}
