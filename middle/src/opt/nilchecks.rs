//! Removes nil checks of pointers that have been checked on every way there.

use rustc_hash::FxHashMap;

use crate::ir::cfg::Dominators;
use crate::ir::{Block, Func, Op, Value};

/// Runs the pass.
pub fn run(f: &mut Func) {
    let checks =
        f.layout.iter().flat_map(|&b| &f.blocks[b].insts).filter(|&&i| f.insts[i].op == Op::NilCheck);
    if checks.count() < 2 {
        return;
    }
    let doms = Dominators::new(f);
    // A dominator comes before what it dominates.
    let mut checked: FxHashMap<Value, Vec<Block>> = FxHashMap::default();
    for &b in &doms.rpo {
        let mut insts = std::mem::take(&mut f.blocks[b].insts);
        insts.retain(|&i| {
            if f.insts[i].op != Op::NilCheck {
                return true;
            }
            let places = checked.entry(f.resolve(f.insts[i].args[0])).or_default();
            let known = places.iter().any(|&at| doms.dominates(at, b));
            if !known {
                places.push(b);
            }
            !known
        });
        f.blocks[b].insts = insts;
    }
}
