//! Removes pure instructions whose results are not used, block parameters that nobody reads, and blocks that cannot
//! be reached.

use cranelift_entity::SecondaryMap;

use crate::ir::{Block, Func, Inst, Op, Value, ValueDef};

/// Runs the pass.
pub fn run(f: &mut Func) {
    f.remove_unreachable();
    let live = live_values(f);
    let layout = f.layout.clone();
    for &b in &layout {
        let Func { ref mut blocks, ref insts, .. } = *f;
        blocks[b].insts.retain(|&i| has_effect(&insts[i].op) || insts[i].results.iter().any(|&r| live[r]));
    }
    for &b in layout.iter().skip(1) {
        drop_dead_params(f, b, &live);
    }
}

fn has_effect(op: &Op) -> bool {
    let info = op.info();
    !(info.pure_ || (info.reads && !info.writes && !info.may_panic) || *op == Op::Alloc)
}

/// Values that an instruction with an effect needs, directly or not.
fn live_values(f: &Func) -> SecondaryMap<Value, bool> {
    let mut live: SecondaryMap<Value, bool> = SecondaryMap::new();
    let mut work: Vec<Value> = Vec::new();
    let mut incoming: SecondaryMap<Block, Vec<(Inst, usize)>> = SecondaryMap::new();
    for &b in &f.layout {
        for &i in &f.blocks[b].insts {
            if has_effect(&f.insts[i].op) {
                work.extend(f.insts[i].args.iter().copied());
            }
            for (n, t) in f.insts[i].targets.iter().enumerate() {
                incoming[t.block].push((i, n));
            }
        }
    }
    while let Some(v) = work.pop() {
        let v = f.resolve(v);
        if std::mem::replace(&mut live[v], true) {
            continue;
        }
        match f.values[v].def {
            ValueDef::Result(i, _) => work.extend(f.insts[i].args.iter().copied()),
            ValueDef::Param(b, n) => {
                work.extend(incoming[b].iter().map(|&(i, t)| f.insts[i].targets[t].args[n as usize]));
            }
            ValueDef::Alias(_) => unreachable!("resolved above"),
        }
    }
    live
}

fn drop_dead_params(f: &mut Func, b: Block, live: &SecondaryMap<Value, bool>) {
    let keep: Vec<bool> = f.blocks[b].params.iter().map(|&p| live[p]).collect();
    if keep.iter().all(|&k| k) {
        return;
    }
    let params: Vec<Value> =
        f.blocks[b].params.iter().zip(&keep).filter(|(_, k)| **k).map(|(&p, _)| p).collect();
    for (n, &p) in params.iter().enumerate() {
        f.values[p].def = ValueDef::Param(b, n as u32);
    }
    f.blocks[b].params = params;
    let terminators: Vec<Inst> = f.layout.iter().filter_map(|&p| f.terminator(p)).collect();
    for t in terminators {
        for c in f.insts[t].targets.iter_mut().filter(|c| c.block == b) {
            let mut i = 0;
            c.args.retain(|_| {
                i += 1;
                keep[i - 1]
            });
        }
    }
}
