//! Removes block parameters that are the same value on every edge, and replaces aliases by what they stand for.

use cranelift_entity::SecondaryMap;

use crate::ir::{Block, Func, Inst, Value, ValueDef};

/// Runs the pass.
pub fn run(f: &mut Func) {
    while remove_trivial(f) {}
    resolve_all(f);
}

/// Replaces every use of an alias.
pub fn resolve_all(f: &mut Func) {
    let Func { insts, values, .. } = f;
    let resolve = |mut v: Value| {
        while let ValueDef::Alias(of) = values[v].def {
            v = of;
        }
        v
    };
    for d in insts.values_mut() {
        d.args.iter_mut().for_each(|v| *v = resolve(*v));
        for t in &mut d.targets {
            t.args.iter_mut().for_each(|v| *v = resolve(*v));
        }
    }
}

/// Removes parameters that get nothing but each other and one value, as those of two slices of one length that a loop
/// exchanges.
pub fn remove_cycles(f: &mut Func) {
    let edges = edges(f);
    for b in f.layout.clone().into_iter().skip(1) {
        let mut index = 0;
        while index < f.blocks[b].params.len() {
            match cycle(f, f.blocks[b].params[index], &edges) {
                Some((params, v)) => {
                    for p in params {
                        let ValueDef::Param(at, n) = f.values[p].def else { continue };
                        remove(f, at, n as usize, &edges[at]);
                        f.values[p].def = ValueDef::Alias(v);
                    }
                }
                None => index += 1,
            }
        }
    }
}

/// A parameter with those it gets, directly or not, and the one other value that they get.
fn cycle(f: &Func, p: Value, edges: &Edges) -> Option<(Vec<Value>, Value)> {
    const MOST: usize = 8;
    let mut params = vec![p];
    let mut other = None;
    let mut next = 0;
    while let Some(&q) = params.get(next) {
        next += 1;
        let ValueDef::Param(b, n) = f.values[q].def else { return None };
        for &(t, target) in &edges[b] {
            let v = f.resolve(f.insts[t].targets[target].args[n as usize]);
            if params.contains(&v) || other == Some(v) {
                continue;
            }
            match f.values[v].def {
                ValueDef::Param(b, _) if !edges[b].is_empty() && params.len() < MOST => params.push(v),
                _ if other.is_none() => other = Some(v),
                _ => return None,
            }
        }
    }
    other.map(|v| (params, v))
}

/// The branches to each block: terminator and number of the target.
type Edges = SecondaryMap<Block, Vec<(Inst, usize)>>;

fn edges(f: &Func) -> Edges {
    let mut edges = Edges::new();
    for &b in &f.layout {
        if let Some(t) = f.terminator(b) {
            for (n, c) in f.insts[t].targets.iter().enumerate() {
                edges[c.block].push((t, n));
            }
        }
    }
    edges
}

fn remove_trivial(f: &mut Func) -> bool {
    let edges = edges(f);
    let mut changed = false;
    for b in f.layout.clone().into_iter().skip(1) {
        let mut index = 0;
        while index < f.blocks[b].params.len() {
            let p = f.blocks[b].params[index];
            match single_value(f, p, index, &edges[b]) {
                Some(v) => {
                    remove(f, b, index, &edges[b]);
                    f.values[p].def = ValueDef::Alias(v);
                    if f.names[v].is_none() {
                        f.names[v] = f.names[p].clone();
                    }
                    changed = true;
                }
                None => index += 1,
            }
        }
    }
    changed
}

/// The one value, other than the parameter itself, that all edges pass.
fn single_value(f: &Func, p: Value, index: usize, edges: &[(Inst, usize)]) -> Option<Value> {
    let mut same = None;
    for &(t, n) in edges {
        let v = f.resolve(f.insts[t].targets[n].args[index]);
        if v == p || Some(v) == same {
            continue;
        }
        if same.is_some() {
            return None;
        }
        same = Some(v);
    }
    same
}

fn remove(f: &mut Func, b: Block, index: usize, edges: &[(Inst, usize)]) {
    f.blocks[b].params.remove(index);
    for i in index..f.blocks[b].params.len() {
        let v = f.blocks[b].params[i];
        f.values[v].def = ValueDef::Param(b, i as u32);
    }
    for &(t, n) in edges {
        f.insts[t].targets[n].args.remove(index);
    }
}
