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

/// Indices of functions in groups that refer to each other in a circle, so that what a function refers to stands before
/// it or in its own group (Tarjan's strongly connected components).
pub fn components(module: &Module) -> Vec<Vec<usize>> {
    const UNSEEN: u32 = u32::MAX;
    let callees: Vec<Vec<usize>> = module
        .funcs
        .iter()
        .map(|f| references(f).filter_map(|s| module.func_index.get(&s).copied()).collect())
        .collect();
    // When a function was found, and the earliest one of its group that is known to be reached from it.
    let mut found = vec![UNSEEN; callees.len()];
    let mut earliest = vec![UNSEEN; callees.len()];
    let mut finished = vec![UNSEEN; callees.len()];
    let (mut clock, mut finishes) = (0, 0);
    let (mut components, mut open) = (Vec::new(), Vec::new());
    for root in 0..callees.len() {
        if found[root] != UNSEEN {
            continue;
        }
        let mut stack = vec![(root, 0)];
        while let Some((f, i)) = stack.pop() {
            if i == 0 {
                (found[f], earliest[f]) = (clock, clock);
                clock += 1;
                open.push(f);
            } else {
                earliest[f] = earliest[f].min(earliest[callees[f][i - 1]]);
            }
            let next = callees[f][i..].iter().position(|&callee| {
                if found[callee] != UNSEEN {
                    earliest[f] = earliest[f].min(earliest[callee]);
                }
                found[callee] == UNSEEN
            });
            if let Some(n) = next {
                stack.push((f, i + n + 1));
                stack.push((callees[f][i + n], 0));
                continue;
            }
            finished[f] = finishes;
            finishes += 1;
            if earliest[f] == found[f] {
                let start = open.iter().rposition(|&g| g == f).expect("open until its group is whole");
                let mut group = open.split_off(start);
                group.sort_unstable_by_key(|&g| finished[g]);
                for &g in &group {
                    // Closed: nothing that is found later belongs to it.
                    earliest[g] = UNSEEN;
                }
                components.push(group);
            }
        }
    }
    components
}
