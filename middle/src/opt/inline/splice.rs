//! A call is replaced by a copy of its callee's body.

use cranelift_entity::SecondaryMap;
use cranelift_entity::packed_option::PackedOption;
use rustc_hash::FxHashMap;

use crate::ir::inlined::Site;
use crate::ir::{
    AllocId, Block, BlockCall, Func, Imm, Inst, InstData, Op, Pos, SigId, Slot, Ty, Value, ValueDef,
};

/// Replaces the call at index `at` of `block` by the body of `callee`, which has no landing block. New blocks, the rest
/// of `block` among them, are pushed to `new`. Returns the number of instructions added.
pub(super) fn run(f: &mut Func, block: Block, at: usize, callee: &Func, new: &mut Vec<Block>) -> usize {
    let call = f.blocks[block].insts[at];
    let site = f.inlined.sites.len();
    let pos = f.insts[call].pos;
    f.inlined.sites.push(Site {
        callee: callee.sym,
        declared: callee.pos,
        call: pos,
        wrapper: callee.wrapper,
    });
    replace(Copy::new(f, callee, call, Some(site)), block, at, new)
}

/// The same for the call of a runtime function. The body, which calls nothing that could be seen in a traceback but the
/// runtime, stands where the call stood.
pub(in crate::opt) fn run_template(f: &mut Func, block: Block, at: usize, body: &Func, new: &mut Vec<Block>) {
    let call = f.blocks[block].insts[at];
    replace(Copy::new(f, body, call, None), block, at, new);
}

fn replace(mut copy: Copy<'_>, block: Block, at: usize, new: &mut Vec<Block>) -> usize {
    let callee = copy.callee;
    let call = copy.f.blocks[block].insts[at];
    copy.frame();
    copy.blocks(block);
    copy.insts();
    copy.capacities();
    let entry = copy.insts[callee.entry()].split_off(0);
    let copied: Vec<Block> = callee.layout[1..].iter().map(|&b| copy.block(b)).collect();
    for &b in &callee.layout[1..] {
        let (to, list) = (copy.block(b), std::mem::take(&mut copy.insts[b]));
        copy.f.blocks[to].insts = list;
    }
    let f = copy.f;
    let added = entry.len() + copied.iter().map(|&b| f.blocks[b].insts.len()).sum::<usize>();
    let rest = f.blocks[block].insts.split_off(at + 1);
    f.blocks[block].insts.pop();
    f.blocks[block].insts.extend(entry);
    if copied.is_empty() {
        straight(f, block, call, rest);
        return added;
    }
    let end = f.blocks.push(Default::default());
    f.blocks[end].cold = f.blocks[block].cold;
    f.blocks[end].insts = rest;
    for r in std::mem::take(&mut f.insts[call].results) {
        f.values[r].def = ValueDef::Param(end, f.blocks[end].params.len() as u32);
        f.blocks[end].params.push(r);
    }
    for b in copied.iter().copied().chain([block]) {
        return_to(f, b, end);
    }
    let place = f.layout.iter().position(|&b| b == block).expect("a placed block") + 1;
    f.layout.splice(place..place, copied.iter().copied().chain([end]));
    new.push(end);
    new.extend(copied.into_iter().rev());
    added
}

/// The body was one block: what it returned are the results.
fn straight(f: &mut Func, block: Block, call: Inst, rest: Vec<Inst>) {
    let ret = f.blocks[block].insts.pop().expect("a body has a terminator");
    debug_assert_eq!(f.insts[ret].op, Op::Ret);
    let values = f.insts[ret].args.clone();
    let results = std::mem::take(&mut f.insts[call].results);
    for (r, v) in results.into_iter().zip(values) {
        f.values[r].def = ValueDef::Alias(f.resolve(v));
    }
    f.blocks[block].insts.extend(rest);
}

/// A copied `ret` becomes a jump to where the call's block goes on.
fn return_to(f: &mut Func, b: Block, end: Block) {
    let last = *f.blocks[b].insts.last().expect("a finished block");
    let d = &mut f.insts[last];
    if d.op == Op::Ret {
        d.op = Op::Jump;
        d.targets = vec![BlockCall { block: end, args: std::mem::take(&mut d.args) }];
    }
}

/// A body being copied.
struct Copy<'a> {
    f: &'a mut Func,
    callee: &'a Func,
    values: SecondaryMap<Value, PackedOption<Value>>,
    blocks: SecondaryMap<Block, PackedOption<Block>>,
    /// Copied instructions of each block of the callee.
    insts: SecondaryMap<Block, Vec<Inst>>,
    slots: SecondaryMap<Slot, PackedOption<Slot>>,
    allocs: SecondaryMap<AllocId, PackedOption<AllocId>>,
    sigs: SecondaryMap<SigId, PackedOption<SigId>>,
    /// The new site; those of the callee follow it. None for a body that has no positions.
    site: Option<usize>,
    /// Where the call stood.
    call_pos: Pos,
    positions: FxHashMap<Pos, Pos>,
}

impl<'a> Copy<'a> {
    fn new(f: &'a mut Func, callee: &'a Func, call: Inst, site: Option<usize>) -> Copy<'a> {
        let call_pos = f.insts[call].pos;
        let mut values: SecondaryMap<Value, PackedOption<Value>> = SecondaryMap::new();
        for (&param, &arg) in callee.blocks[callee.entry()].params.iter().zip(&f.insts[call].args) {
            values[param] = f.resolve(arg).into();
        }
        let mut copy = Copy {
            f,
            callee,
            values,
            blocks: SecondaryMap::new(),
            insts: SecondaryMap::new(),
            slots: SecondaryMap::new(),
            allocs: SecondaryMap::new(),
            sigs: SecondaryMap::new(),
            site,
            call_pos,
            positions: FxHashMap::default(),
        };
        for inner in &callee.inlined.sites {
            let call = copy.pos(inner.call);
            copy.f.inlined.sites.push(Site { call, ..*inner });
        }
        copy
    }

    /// The caller's position for one of the callee's.
    fn pos(&mut self, pos: Pos) -> Pos {
        let Some(site) = self.site else { return self.call_pos };
        if !pos.is_known() {
            return pos;
        }
        let (f, callee) = (&mut *self.f, self.callee);
        *self.positions.entry(pos).or_insert_with(|| match callee.inlined.resolve(pos) {
            (pos, None) => f.inlined.add(pos, site),
            (pos, Some(inner)) => f.inlined.add(pos, site + 1 + inner),
        })
    }

    fn frame(&mut self) {
        for (slot, data) in &self.callee.slots {
            self.slots[slot] = self.f.slots.push(data.clone()).into();
        }
        for (id, info) in &self.callee.allocs {
            self.allocs[id] = self.f.allocs.push(info.clone()).into();
        }
        for (id, sig) in &self.callee.sigs {
            self.sigs[id] = self.f.sigs.push(sig.clone()).into();
        }
    }

    /// Makes the blocks but the first, which continues `block`.
    fn blocks(&mut self, block: Block) {
        let cold = self.f.blocks[block].cold;
        for &b in &self.callee.layout[1..] {
            let to = self.f.blocks.push(Default::default());
            self.f.blocks[to].cold = cold || self.callee.blocks[b].cold;
            self.blocks[b] = to.into();
            for &p in &self.callee.blocks[b].params {
                let v = self.f.add_param(to, self.callee.ty(p));
                self.named(p, v);
            }
        }
    }

    fn named(&mut self, old: Value, new: Value) {
        self.values[old] = new.into();
        if self.callee.lengths.contains(old) {
            self.f.lengths.insert(new);
        }
        if self.callee.memory_lengths.contains(old) {
            self.f.memory_lengths.insert(new);
        }
        if let Some(name) = &self.callee.names[old] {
            self.f.names[new] = Some(name.clone());
        }
    }

    fn block(&self, b: Block) -> Block {
        self.blocks[b].expect("a copied block")
    }

    fn value(&self, v: Value) -> Value {
        self.values[self.callee.resolve(v)].expect("a copied value")
    }

    /// Copies instructions: first all, so that their results exist, then their operands.
    fn insts(&mut self) {
        let callee = self.callee;
        for &b in &callee.layout {
            let mut list = Vec::with_capacity(callee.blocks[b].insts.len());
            for &inst in &callee.blocks[b].insts {
                let d = &callee.insts[inst];
                let data = InstData {
                    op: d.op,
                    ty: d.ty,
                    args: Default::default(),
                    imm: self.imm(d.imm),
                    targets: Vec::new(),
                    cases: d.cases.clone(),
                    results: Default::default(),
                    pos: self.pos(d.pos),
                };
                let types: smallvec::SmallVec<[Ty; 2]> = d.results.iter().map(|&v| callee.ty(v)).collect();
                let copy = self.f.make_inst(data, &types);
                for (n, &old) in d.results.iter().enumerate() {
                    let new = self.f.insts[copy].results[n];
                    self.named(old, new);
                }
                list.push(copy);
            }
            self.insts[b] = list;
        }
        for &b in &callee.layout {
            for (i, &inst) in callee.blocks[b].insts.iter().enumerate() {
                let d = &callee.insts[inst];
                let copy = self.insts[b][i];
                self.f.insts[copy].args = d.args.iter().map(|&v| self.value(v)).collect();
                self.f.insts[copy].targets = d
                    .targets
                    .iter()
                    .map(|t| BlockCall {
                        block: self.block(t.block),
                        args: t.args.iter().map(|&v| self.value(v)).collect(),
                    })
                    .collect();
            }
        }
    }

    /// Those of slices that the callee itself got.
    fn capacities(&mut self) {
        let of_result = |v: Value| matches!(self.callee.values[v].def, ValueDef::Result(..));
        for &(len, cap) in self.callee.capacities.iter().filter(|&&(n, m)| of_result(n) && of_result(m)) {
            if let (Some(n), Some(m)) = (self.values[len].expand(), self.values[cap].expand()) {
                self.f.capacities.push((n, m));
            }
        }
    }

    fn imm(&self, imm: Imm) -> Imm {
        match imm {
            Imm::Slot(s, k) => Imm::Slot(self.slots[s].expect("a copied slot"), k),
            Imm::Sig(s) => Imm::Sig(self.sigs[s].expect("a copied signature")),
            Imm::Alloc(a) => Imm::Alloc(self.allocs[a].expect("a copied site")),
            other => other,
        }
    }
}
