//! The call graph: who refers to whom.

use super::func::{Func, Imm, Sym};
use super::module::Module;

/// The symbols that a function's code refers to.
pub fn references(f: &Func) -> impl Iterator<Item = Sym> + '_ {
    f.layout.iter().flat_map(|&b| &f.blocks[b].insts).filter_map(|&i| match f.insts[i].imm {
        Imm::Sym(s, _) => Some(s),
        _ => None,
    })
}

/// Indices of functions so that what a function refers to stands before it, where that is not recursive.
pub fn bottom_up(module: &Module) -> Vec<usize> {
    let callees: Vec<Vec<usize>> = module
        .funcs
        .iter()
        .map(|f| references(f).filter_map(|s| module.func_index.get(&s).copied()).collect())
        .collect();
    let mut order = Vec::with_capacity(callees.len());
    let mut seen = vec![false; callees.len()];
    for root in 0..callees.len() {
        if std::mem::replace(&mut seen[root], true) {
            continue;
        }
        let mut stack = vec![(root, 0)];
        while let Some((f, i)) = stack.pop() {
            match callees[f].get(i) {
                Some(&callee) => {
                    stack.push((f, i + 1));
                    if !std::mem::replace(&mut seen[callee], true) {
                        stack.push((callee, 0));
                    }
                }
                None => order.push(f),
            }
        }
    }
    order
}
