//! Control-flow facts: reverse postorder, dominators, cycles.

use cranelift_entity::packed_option::PackedOption;
use cranelift_entity::{EntitySet, SecondaryMap};

use super::func::{Block, Func};

/// Dominator tree and reverse postorder of the blocks reachable from the entry; the landing block counts as a
/// successor of the entry.
pub struct Dominators {
    /// Reachable blocks in reverse postorder.
    pub rpo: Vec<Block>,
    number: SecondaryMap<Block, u32>,
    idom: SecondaryMap<Block, PackedOption<Block>>,
}

impl Dominators {
    /// Computes them (Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm").
    pub fn new(f: &Func) -> Dominators {
        let rpo = reverse_postorder(f);
        let mut number: SecondaryMap<Block, u32> = SecondaryMap::with_default(u32::MAX);
        number.resize(f.blocks.len());
        for (i, &b) in rpo.iter().enumerate() {
            number[b] = i as u32;
        }
        let mut preds = f.predecessors();
        if let Some(l) = f.landing {
            preds[l].push(f.entry());
        }
        let mut idom: SecondaryMap<Block, PackedOption<Block>> = SecondaryMap::new();
        idom.resize(f.blocks.len());
        idom[f.entry()] = f.entry().into();
        let mut changed = true;
        while changed {
            changed = false;
            for &b in rpo.iter().skip(1) {
                let mut new: Option<Block> = None;
                for &p in &preds[b] {
                    if idom[p].is_none() {
                        continue;
                    }
                    new = Some(match new {
                        None => p,
                        Some(q) => intersect(&idom, &number, p, q),
                    });
                }
                if idom[b].expand() != new {
                    idom[b] = new.into();
                    changed = true;
                }
            }
        }
        Dominators { rpo, number, idom }
    }

    /// Whether a block can be reached.
    pub fn is_reachable(&self, b: Block) -> bool {
        self.number[b] != u32::MAX
    }

    /// The immediate dominator; `None` for the entry and unreachable blocks.
    pub fn idom(&self, b: Block) -> Option<Block> {
        self.idom[b].expand().filter(|&d| d != b)
    }

    /// Whether every path to `b` passes through `a` (also if they are the same).
    pub fn dominates(&self, a: Block, mut b: Block) -> bool {
        while self.number[b] > self.number[a] {
            match self.idom(b) {
                Some(d) => b = d,
                None => return false,
            }
        }
        a == b
    }
}

fn intersect(
    idom: &SecondaryMap<Block, PackedOption<Block>>,
    number: &SecondaryMap<Block, u32>,
    mut a: Block,
    mut b: Block,
) -> Block {
    while a != b {
        while number[a] > number[b] {
            a = idom[a].expect("processed blocks have a dominator");
        }
        while number[b] > number[a] {
            b = idom[b].expect("processed blocks have a dominator");
        }
    }
    a
}

/// Whether a function may have a loop: whether a block has a successor that does not stand behind it in the layout.
pub fn may_loop(f: &Func) -> bool {
    let mut seen: EntitySet<Block> = EntitySet::with_capacity(f.blocks.len());
    f.layout.iter().any(|&b| {
        seen.insert(b);
        f.successors(b).any(|s| seen.contains(s))
    })
}

/// Reachable blocks so that each stands before its successors except on back edges.
pub fn reverse_postorder(f: &Func) -> Vec<Block> {
    let mut post = Vec::with_capacity(f.layout.len());
    let mut state: SecondaryMap<Block, u8> = SecondaryMap::new();
    state.resize(f.blocks.len());
    // The landing block comes first onto the stack, so that it is last in the order.
    let roots = std::iter::once(f.entry()).chain(f.landing);
    let mut orders: Vec<Vec<Block>> = Vec::new();
    for root in roots {
        let mut stack = vec![(root, 0)];
        if std::mem::replace(&mut state[root], 1) != 0 {
            continue;
        }
        while let Some((b, i)) = stack.pop() {
            match f.successors(b).nth(i) {
                Some(s) => {
                    stack.push((b, i + 1));
                    if std::mem::replace(&mut state[s], 1) == 0 {
                        stack.push((s, 0));
                    }
                }
                None => post.push(b),
            }
        }
        post.reverse();
        orders.push(std::mem::take(&mut post));
    }
    orders.concat()
}

/// For each block whether it lies on a cycle of the control flow: code there may run more than once.
pub fn blocks_in_cycles(f: &Func) -> SecondaryMap<Block, bool> {
    // Tarjan's strongly connected components, with an explicit stack.
    #[derive(Clone, Copy, Default)]
    struct Node {
        index: u32,
        low: u32,
        on_stack: bool,
    }
    let mut nodes: SecondaryMap<Block, Node> = SecondaryMap::new();
    let mut in_cycle: SecondaryMap<Block, bool> = SecondaryMap::new();
    let mut next = 1;
    let mut component: Vec<Block> = Vec::new();
    for root in std::iter::once(f.entry()).chain(f.landing) {
        if nodes[root].index != 0 {
            continue;
        }
        let mut work = vec![(root, 0usize)];
        while let Some(&mut (b, ref mut i)) = work.last_mut() {
            if *i == 0 {
                nodes[b] = Node { index: next, low: next, on_stack: true };
                next += 1;
                component.push(b);
            }
            let succ = f.successors(b).nth(*i);
            *i += 1;
            match succ {
                Some(s) if nodes[s].index == 0 => work.push((s, 0)),
                Some(s) => {
                    if s == b {
                        in_cycle[b] = true;
                    }
                    if nodes[s].on_stack {
                        nodes[b].low = nodes[b].low.min(nodes[s].index);
                    }
                }
                None => {
                    work.pop();
                    if let Some(&(parent, _)) = work.last() {
                        nodes[parent].low = nodes[parent].low.min(nodes[b].low);
                    }
                    if nodes[b].low == nodes[b].index {
                        let at = component.iter().rposition(|&c| c == b).expect("a root is on the stack");
                        let members = component.split_off(at);
                        for &m in &members {
                            nodes[m].on_stack = false;
                            in_cycle[m] |= members.len() > 1;
                        }
                    }
                }
            }
        }
    }
    in_cycle
}
