//! What the conditions of branches and guards tell, and where.

use cranelift_entity::packed_option::PackedOption;
use cranelift_entity::{EntitySet, SecondaryMap};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::ir::cfg::Dominators;
use crate::ir::{Block, Cond, Func, Imm, Inst, Op, Ty, Value, ValueDef};
use abi::RuntimeFn;

/// A place: before the instruction with this index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct At {
    pub block: Block,
    pub index: u32,
}

/// What has to hold besides, for a fact to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Given {
    Nothing,
    /// The value is not negative where the fact was learnt.
    NonNeg(Value),
    /// `a <= b` there: the two of the fact are known to be different.
    Ordered,
}

/// `a <= b + c` from a place on; `None` stands for 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact {
    pub from: At,
    pub a: Option<Value>,
    pub b: Option<Value>,
    pub c: i64,
    pub given: Given,
}

/// The place of a branch, and the arguments it passes.
type Edge = (At, SmallVec<[Value; 4]>);

/// All facts of a function.
pub(super) struct Facts {
    list: Vec<Fact>,
    /// Those with the value as `a`.
    upper: SecondaryMap<Value, SmallVec<[u32; 2]>>,
    /// Those with the value as `b`.
    lower: SecondaryMap<Value, SmallVec<[u32; 2]>>,
    /// Conditions that are known from a place on.
    conditions: FxHashMap<Value, SmallVec<[(At, bool); 2]>>,
    /// Comparisons that are used otherwise than as conditions.
    pub used_as_value: EntitySet<Value>,
    /// Arguments that branches pass for the parameters of a block, with the place of the branch.
    pub edges: SecondaryMap<Block, Vec<Edge>>,
    after_landing: SecondaryMap<Block, bool>,
    /// Where instructions stand.
    pub block_of: SecondaryMap<Inst, PackedOption<Block>>,
}

impl Facts {
    pub(super) fn new(f: &Func, doms: &Dominators) -> Facts {
        let mut facts = Facts {
            list: Vec::new(),
            upper: SecondaryMap::new(),
            lower: SecondaryMap::new(),
            conditions: FxHashMap::default(),
            used_as_value: EntitySet::new(),
            edges: SecondaryMap::new(),
            after_landing: super::super::cse::after_landing(f),
            block_of: SecondaryMap::new(),
        };
        let preds = f.predecessors();
        for &b in &doms.rpo {
            for (index, &inst) in f.blocks[b].insts.iter().enumerate() {
                let at = At { block: b, index: index as u32 };
                let d = &f.insts[inst];
                facts.block_of[inst] = b.into();
                for t in &d.targets {
                    let args = t.args.iter().map(|&v| f.resolve(v)).collect();
                    facts.edges[t.block].push((at, args));
                }
                let conditions = usize::from(matches!(d.op, Op::Guard | Op::Br));
                for &v in d.args.iter().skip(conditions).chain(d.targets.iter().flat_map(|t| &t.args)) {
                    facts.used_as_value.insert(f.resolve(v));
                }
                let after = At { block: b, index: index as u32 + 1 };
                match (d.op, d.imm) {
                    (Op::Guard, _) if !d.args.is_empty() => facts.condition(f, d.args[0], true, after),
                    (Op::CallRt, Imm::Rt(RuntimeFn::MakeSlice)) => {
                        let (len, cap) = (f.resolve(d.args[1]), f.resolve(d.args[2]));
                        facts.learn(after, None, Some(len), 0, Given::Nothing);
                        facts.learn(after, Some(len), Some(cap), 0, Given::Nothing);
                    }
                    (Op::Br, _) if d.targets[0].block != d.targets[1].block => {
                        for (n, t) in d.targets.iter().enumerate() {
                            if preds[t.block].len() == 1 && f.landing != Some(t.block) {
                                let start = At { block: t.block, index: 0 };
                                facts.condition(f, d.args[0], n == 0, start);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        facts.capacities(f, doms);
        facts
    }

    /// A slice's length is at most its capacity, from where both have been read. One of the two has to be what was read:
    /// the values that were written may not have been those of a slice yet where they are used.
    fn capacities(&mut self, f: &Func, doms: &Dominators) {
        for &(len, cap) in &f.capacities {
            let (n, m) = (f.resolve(len), f.resolve(cap));
            let read = [(n, len), (m, cap)].into_iter().filter(|(v, read)| v == read);
            let places = read.map(|(v, _)| self.defined_at(f, v)).collect::<Option<SmallVec<[At; 2]>>>();
            let from = match places.as_deref() {
                Some(&[at]) => at,
                Some(&[a, b]) if self.reaches(doms, a, b) => b,
                Some(&[a, b]) if self.reaches(doms, b, a) => a,
                _ => continue,
            };
            self.learn(from, Some(n), Some(m), 0, Given::Nothing);
        }
    }

    /// Where a value is known from; nowhere if it was taken away.
    fn defined_at(&self, f: &Func, v: Value) -> Option<At> {
        match f.values[v].def {
            ValueDef::Param(block, n) => {
                (f.blocks[block].params.get(n as usize) == Some(&v)).then_some(At { block, index: 0 })
            }
            ValueDef::Result(inst, _) => {
                let block = self.block_of[inst].expand()?;
                let index = f.blocks[block].insts.iter().position(|&i| i == inst)?;
                Some(At { block, index: index as u32 + 1 })
            }
            ValueDef::Alias(_) => None,
        }
    }

    fn condition(&mut self, f: &Func, c: Value, is: bool, at: At) {
        let c = f.resolve(c);
        self.conditions.entry(c).or_default().push((at, is));
        let Some(inst) = f.def_inst(c) else { return };
        let d = &f.insts[inst];
        let (Op::ICmp, Ty::I64, Imm::Cond(cond)) = (d.op, d.ty, d.imm) else { return };
        let cond = if is { cond } else { cond.inverse() };
        let (a, b) = (f.resolve(d.args[0]), f.resolve(d.args[1]));
        let (a, b, cond) = match cond {
            Cond::Gt | Cond::Ge | Cond::UGt | Cond::UGe => (b, a, cond.swapped()),
            _ => (a, b, cond),
        };
        let (x, y) = (Some(a), Some(b));
        match cond {
            Cond::Eq => {
                self.learn(at, x, y, 0, Given::Nothing);
                self.learn(at, y, x, 0, Given::Nothing);
            }
            Cond::Ne => {
                self.learn(at, x, y, -1, Given::Ordered);
                self.learn(at, y, x, -1, Given::Ordered);
            }
            Cond::Lt => self.learn(at, x, y, -1, Given::Nothing),
            Cond::Le => self.learn(at, x, y, 0, Given::Nothing),
            // What is below something that is not negative is not negative either.
            Cond::ULt | Cond::ULe => {
                let c = if cond == Cond::ULt { -1 } else { 0 };
                self.learn(at, None, x, 0, Given::NonNeg(b));
                self.learn(at, x, y, c, Given::NonNeg(b));
            }
            Cond::Gt | Cond::Ge | Cond::UGt | Cond::UGe => unreachable!("swapped above"),
        }
    }

    fn learn(&mut self, from: At, a: Option<Value>, b: Option<Value>, c: i64, given: Given) {
        let n = self.list.len() as u32;
        self.list.push(Fact { from, a, b, c, given });
        if let Some(a) = a {
            self.upper[a].push(n);
        }
        if let Some(b) = b {
            self.lower[b].push(n);
        }
    }

    /// Facts with `v` on the left side.
    pub(super) fn above(&self, v: Value) -> impl Iterator<Item = &Fact> {
        self.upper[v].iter().map(|&n| &self.list[n as usize])
    }

    /// Facts with `v` on the right side.
    pub(super) fn below(&self, v: Value) -> impl Iterator<Item = &Fact> {
        self.lower[v].iter().map(|&n| &self.list[n as usize])
    }

    /// What a condition is known to be at a place.
    pub(super) fn known(&self, doms: &Dominators, c: Value, at: At) -> Option<bool> {
        let places = self.conditions.get(&c)?;
        places.iter().find(|(from, _)| self.reaches(doms, *from, at)).map(|&(_, is)| is)
    }

    /// Whether what holds from one place on holds at another. A recovered panic may have come before.
    pub(super) fn reaches(&self, doms: &Dominators, from: At, at: At) -> bool {
        if from.block == at.block {
            return from.index <= at.index;
        }
        doms.dominates(from.block, at.block)
            && (self.after_landing[from.block] || !self.after_landing[at.block])
    }
}
