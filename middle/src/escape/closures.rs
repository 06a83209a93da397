//! The closures that a function makes, and who may call them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Summary;
use crate::ir::funcval::called_value;
use crate::ir::{Func, Imm, Inst, Op, Sym, Value};

/// Closures of a function whose code is known.
#[derive(Default)]
pub(super) struct Closures {
    code: FxHashMap<Value, Sym>,
    /// The instructions that store the code, with the closures.
    made: Vec<(Inst, Value)>,
}

impl Closures {
    /// `store.ptr code, closure`: calls of that closure are calls of that code.
    pub(super) fn found(&mut self, f: &Func, store: Inst) {
        let d = &f.insts[store];
        let (code, closure) = (f.resolve(d.args[0]), f.resolve(d.args[1]));
        if let (Some(c), Some(a)) = (f.def_inst(code), f.def_inst(closure))
            && let Imm::Sym(sym, 0) = f.insts[c].imm
            && matches!(f.insts[a].op, Op::Alloc | Op::SlotAddr)
            && !matches!(f.insts[a].imm, Imm::Slot(_, k) if k != 0)
        {
            self.code.insert(closure, sym);
            self.made.push((store, closure));
        }
    }

    /// The code of a closure, if it is made here.
    pub(super) fn code_of(&self, closure: Value) -> Option<Sym> {
        self.code.get(&closure).copied()
    }

    /// The closures that others may call, or whose code is not analysed yet, and where they are made: all whose value
    /// goes anywhere but to calls of that code.
    pub(super) fn lost(&self, f: &Func, summaries: &FxHashMap<Sym, Summary>) -> Vec<(Inst, Value)> {
        if self.made.is_empty() {
            return Vec::new();
        }
        let mut lost: FxHashSet<Value> = FxHashSet::default();
        for &inst in f.layout.iter().flat_map(|&b| &f.blocks[b].insts) {
            let d = &f.insts[inst];
            for (i, &v) in d.args.iter().enumerate() {
                let v = f.resolve(v);
                let Some(code) = self.code_of(v) else { continue };
                let is_context = i + 1 == d.args.len();
                let held = match d.op {
                    Op::Load | Op::MemZero | Op::Guard | Op::NilCheck | Op::ICmp | Op::Defer => true,
                    Op::Store => i == 1,
                    Op::CallInd => is_context && called_value(f, inst).is_some(),
                    Op::Call => is_context && d.imm == Imm::Sym(code, 0),
                    _ => false,
                };
                if !held {
                    lost.insert(v);
                }
            }
            lost.extend(d.targets.iter().flat_map(|t| &t.args).map(|&v| f.resolve(v)));
        }
        let is_lost = |v: &Value| lost.contains(v) || !summaries.contains_key(&self.code[v]);
        self.made.iter().copied().filter(|(_, closure)| is_lost(closure)).collect()
    }
}
