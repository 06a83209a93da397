//! Jump threading: a jump to a block that only decides by what the jump passes goes where that leads.
//!
//! ```text
//!   jump B(1)                      jump X
//! B(c): br c, X, Y          →    B(c): br c, X, Y        (gone if nothing else jumps there)
//! ```
//!
//! Blocks that are entered from one jump only are put together first, and those that end in a panic are marked as cold.
//!
//! Such blocks are left by inlined functions that return truth values or -1, 0, 1, and by `&&` and `||`. The block may compute
//! something first, as long as only its branch uses it.

use cranelift_entity::{EntitySet, SecondaryMap};
use smallvec::SmallVec;

use super::simplify::{compare, evaluate, sign_extend};
use crate::ir::cfg::Dominators;
use crate::ir::{Block, BlockCall, Func, Imm, Inst, InstData, Op, Value, ValueDef};

/// Instructions before the branch.
const MOST_INSTS: usize = 5;
/// How often new jumps are looked at again.
const ROUNDS: usize = 3;

/// Runs the pass.
pub fn run(f: &mut Func) {
    mark_panics(f);
    merge(f);
    let mut changed = false;
    for _ in 0..ROUNDS {
        if !round(f) {
            break;
        }
        changed = true;
        f.remove_unreachable();
        super::params::run(f);
        merge(f);
    }
    if changed {
        super::simplify::run(f);
    }
}

/// What ends in a panic is rare.
fn mark_panics(f: &mut Func) {
    for &b in &f.layout[1..] {
        if f.terminator(b).is_some_and(|t| f.insts[t].op == Op::Unreachable) {
            f.blocks[b].cold = true;
        }
    }
}

/// Appends to blocks those to which only they jump.
fn merge(f: &mut Func) {
    let mut edges: SecondaryMap<Block, u32> = SecondaryMap::new();
    for &b in &f.layout {
        for s in f.successors(b) {
            edges[s] += 1;
        }
    }
    let mut gone: EntitySet<Block> = EntitySet::new();
    for b in f.layout.clone() {
        if gone.contains(b) {
            continue;
        }
        while let Some(t) = f.terminator(b).filter(|&t| f.insts[t].op == Op::Jump) {
            let c = f.insts[t].targets[0].block;
            if edges[c] != 1 || c == b || f.landing == Some(c) || f.blocks[b].cold != f.blocks[c].cold {
                break;
            }
            let args = std::mem::take(&mut f.insts[t].targets[0].args);
            for (p, arg) in std::mem::take(&mut f.blocks[c].params).into_iter().zip(args) {
                f.values[p].def = ValueDef::Alias(f.resolve(arg));
            }
            f.blocks[b].insts.pop();
            let rest = std::mem::take(&mut f.blocks[c].insts);
            f.blocks[b].insts.extend(rest);
            gone.insert(c);
        }
    }
    f.layout.retain(|&b| !gone.contains(b));
    super::params::resolve_all(f);
}

fn round(f: &mut Func) -> bool {
    let candidates = candidates(f);
    if candidates.is_empty() {
        return false;
    }
    let mut changed = false;
    for b in f.layout.clone() {
        let Some(t) = f.terminator(b) else { continue };
        for n in 0..f.insts[t].targets.len() {
            let to = f.insts[t].targets[n].block;
            if to != b
                && candidates.contains(to)
                && let Some(new) = through(f, b, t, n)
            {
                f.insts[t].targets[n] = new;
                changed = true;
            }
        }
    }
    changed
}

/// Blocks that only decide, are no heads of loops, and define nothing that others use.
fn candidates(f: &Func) -> EntitySet<Block> {
    let decides = |b: Block| {
        let insts = &f.blocks[b].insts;
        let last = f.terminator(b).is_some_and(|t| matches!(f.insts[t].op, Op::Br | Op::Switch));
        let pure_ = |&i: &Inst| f.insts[i].op.info().pure_;
        last && !f.blocks[b].params.is_empty()
            && insts.len() <= MOST_INSTS
            && insts[..insts.len() - 1].iter().all(pure_)
    };
    let mut out: EntitySet<Block> = EntitySet::new();
    let list: Vec<Block> = f.layout[1..].iter().copied().filter(|&b| decides(b)).collect();
    if list.is_empty() {
        return out;
    }
    let mut definer: SecondaryMap<Value, Option<Block>> = SecondaryMap::new();
    for &b in &list {
        out.insert(b);
        let results = f.blocks[b].insts.iter().flat_map(|&i| &f.insts[i].results);
        for &v in f.blocks[b].params.iter().chain(results) {
            definer[v] = Some(b);
        }
    }
    for &b in &f.layout {
        for &i in &f.blocks[b].insts {
            let d = &f.insts[i];
            for &v in d.args.iter().chain(d.targets.iter().flat_map(|t| &t.args)) {
                if let Some(at) = definer[f.resolve(v)].filter(|&at| at != b) {
                    out.remove(at);
                }
            }
        }
    }
    if list.iter().any(|&b| out.contains(b)) {
        let doms = Dominators::new(f);
        let preds = f.predecessors();
        for &b in &list {
            if f.landing == Some(b) || preds[b].iter().any(|&p| doms.dominates(b, p)) {
                out.remove(b);
            }
        }
    }
    out
}

/// Where the n-th target of `t`, at the end of `from`, leads to, if it passes what decides.
fn through(f: &mut Func, from: Block, t: Inst, n: usize) -> Option<BlockCall> {
    let (b, args) = (f.insts[t].targets[n].block, f.insts[t].targets[n].args.clone());
    let mut known: SecondaryMap<Value, Option<i64>> = SecondaryMap::new();
    let mut passed: SecondaryMap<Value, Option<Value>> = SecondaryMap::new();
    for (&p, &arg) in f.blocks[b].params.iter().zip(&args) {
        known[p] = f.as_iconst(arg);
        passed[p] = Some(f.resolve(arg));
    }
    let branch = f.terminator(b)?;
    let value = |known: &SecondaryMap<Value, Option<i64>>, v: Value| {
        let v = f.resolve(v);
        known[v].or_else(|| f.as_iconst(v))
    };
    for &i in &f.blocks[b].insts {
        let d = &f.insts[i];
        if i != branch
            && let Some(k) = result(d, |v| value(&known, v))
        {
            known[d.results[0]] = Some(k);
        }
    }
    let d = &f.insts[branch];
    let k = value(&known, d.args[0])?;
    let taken = match d.op {
        Op::Br => usize::from(k & 0xff == 0),
        _ => d.cases.iter().position(|&c| c == k).map_or(0, |i| i + 1),
    };
    let target = d.targets[taken].clone();
    if target.block == b {
        return None;
    }
    let mut out: SmallVec<[Value; 4]> = SmallVec::new();
    let mut constants: Vec<(Value, i64)> = Vec::new();
    for &v in &target.args {
        let v = f.resolve(v);
        match (passed[v], known[v]) {
            (Some(arg), _) => out.push(arg),
            // Computed in the block.
            (None, Some(k)) => {
                constants.push((v, k));
                out.push(v);
            }
            (None, None) if f.def_inst(v).is_some_and(|i| f.blocks[b].insts.contains(&i)) => return None,
            (None, None) => out.push(v),
        }
    }
    for (v, k) in constants {
        let ty = f.ty(v);
        let data = InstData {
            op: Op::IConst,
            ty,
            args: SmallVec::new(),
            imm: Imm::Int(k),
            targets: Vec::new(),
            cases: Vec::new(),
            results: SmallVec::new(),
            pos: f.insts[branch].pos,
        };
        let inst = f.make_inst(data, &[ty]);
        let at = f.blocks[from].insts.len() - 1;
        f.blocks[from].insts.insert(at, inst);
        let new = f.insts[inst].results[0];
        out.iter_mut().filter(|x| **x == v).for_each(|x| *x = new);
    }
    Some(BlockCall { block: target.block, args: out })
}

/// What an instruction yields for known operands.
fn result(d: &InstData, value: impl Fn(Value) -> Option<i64>) -> Option<i64> {
    let k = |n: usize| d.args.get(n).and_then(|&v| value(v));
    match (d.op, d.imm) {
        (Op::IConst, Imm::Int(k)) => Some(k),
        (Op::ICmp, Imm::Cond(cond)) => Some(i64::from(compare(cond, d.ty, k(0)?, k(1)?))),
        (op, _) if !d.ty.is_float() && d.args.len() == 2 => {
            evaluate(op, d.ty, k(0)?, k(1)?).map(|v| sign_extend(d.ty, v))
        }
        _ => None,
    }
}
