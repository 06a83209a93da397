//! The order in which package-level variables are initialised (Go spec, Package initialization;
//! gc: `types2/initorder.go`).
//!
//! The graph of references between package-level objects is reduced to constants and variables: a function passes on
//! what it refers to. Then the object with the fewest open dependencies, and among these the first in the source, is
//! taken again and again. One with open dependencies left is in a cycle.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Checker;
use super::decl::DeclIndex;
use crate::diag::Code;
use crate::object::{ObjId, ObjKind};
use crate::program::InitStep;

/// An object in the graph; numbered in source order.
#[derive(Default)]
struct Node {
    /// Nodes that refer to this one.
    users: FxHashSet<usize>,
    /// Nodes that this one refers to.
    uses: FxHashSet<usize>,
    /// How many of `uses` are not initialised yet.
    open: usize,
    done: bool,
}

impl Checker<'_> {
    /// The initialisation steps of the package. Cycles are reported.
    pub(super) fn init_order(&mut self) -> Vec<InitStep> {
        let objs: Vec<ObjId> = self
            .obj_list
            .iter()
            .copied()
            .filter(|&o| !matches!(self.object(o).kind, ObjKind::TypeName))
            .collect();
        let mut nodes = self.dependency_graph(&objs);
        let key = |c: &Self, nodes: &[Node], i: usize| {
            let is_const = matches!(c.object(objs[i]).kind, ObjKind::Const(_));
            Reverse((!is_const, nodes[i].open, i))
        };
        let is_func = |c: &Self, i: usize| matches!(c.object(objs[i]).kind, ObjKind::Func { .. });
        let mut queue: BinaryHeap<_> =
            (0..objs.len()).filter(|&i| !is_func(self, i)).map(|i| key(self, &nodes, i)).collect();
        let mut steps = Vec::new();
        let mut emitted: FxHashSet<DeclIndex> = FxHashSet::default();
        while let Some(Reverse((_, open, i))) = queue.pop() {
            if nodes[i].done || nodes[i].open != open {
                continue;
            }
            nodes[i].done = true;
            if open > 0
                && let Some(cycle) = self.find_path(objs[i], objs[i], &mut FxHashSet::default())
            {
                self.report_init_cycle(&cycle);
            }
            for user in nodes[i].users.clone() {
                nodes[user].open -= 1;
                if !nodes[user].done {
                    queue.push(key(self, &nodes, user));
                }
            }
            self.emit_step(objs[i], &mut emitted, &mut steps);
        }
        steps
    }

    fn emit_step(&self, obj: ObjId, emitted: &mut FxHashSet<DeclIndex>, steps: &mut Vec<InitStep>) {
        let index = self.decl_of[&obj];
        let info = &self.decls[index];
        let (super::decl::DeclSource::Var { lhs, .. }, Some(rhs)) = (&info.source, info.init()) else {
            return;
        };
        if emitted.insert(index) {
            let lhs = if lhs.is_empty() { vec![obj] } else { lhs.clone() };
            steps.push(InitStep { lhs, file: info.file, rhs });
        }
    }

    /// References between constants and variables, those through functions included.
    fn dependency_graph(&self, objs: &[ObjId]) -> Vec<Node> {
        let index: FxHashMap<ObjId, usize> = objs.iter().enumerate().map(|(i, &o)| (o, i)).collect();
        let mut nodes: Vec<Node> = Vec::new();
        nodes.resize_with(objs.len(), Node::default);
        for (i, obj) in objs.iter().enumerate() {
            for dep in &self.decls[self.decl_of[obj]].deps {
                if let Some(&d) = index.get(dep) {
                    nodes[i].uses.insert(d);
                    nodes[d].users.insert(i);
                }
            }
        }
        let mut funcs: Vec<usize> =
            (0..objs.len()).filter(|&i| matches!(self.object(objs[i]).kind, ObjKind::Func { .. })).collect();
        // Cheap ones first keeps the number of edges small.
        funcs.sort_by_key(|&f| (nodes[f].users.len() * nodes[f].uses.len(), f));
        for f in funcs {
            let Node { users, uses, .. } = std::mem::take(&mut nodes[f]);
            for &user in users.iter().filter(|&&u| u != f) {
                for &used in uses.iter().filter(|&&u| u != f) {
                    nodes[user].uses.insert(used);
                    nodes[used].users.insert(user);
                }
                nodes[user].uses.remove(&f);
            }
            for used in uses {
                nodes[used].users.remove(&f);
            }
        }
        for node in &mut nodes {
            node.open = node.uses.len();
        }
        nodes
    }

    /// A chain of references from `from` to `to`, last one first.
    fn find_path(&self, from: ObjId, to: ObjId, seen: &mut FxHashSet<ObjId>) -> Option<Vec<ObjId>> {
        if !seen.insert(from) {
            return None;
        }
        let mut deps: Vec<ObjId> = self.decls[*self.decl_of.get(&from)?].deps.iter().copied().collect();
        deps.sort_by_key(|d| self.decl_of.get(d));
        for d in deps {
            if d == to {
                return Some(vec![d]);
            }
            if let Some(mut path) = self.find_path(d, to, seen) {
                path.push(d);
                return Some(path);
            }
        }
        None
    }

    fn report_init_cycle(&mut self, cycle: &[ObjId]) {
        let name = |c: &Self, obj: ObjId| c.name(c.object(obj).name).to_string();
        let pos = self.object(cycle[0]).pos;
        let first = name(self, cycle[0]);
        if cycle.len() == 1 {
            let text = format!("initialization cycle: {first} refers to itself");
            self.error(pos, Code::InvalidInitCycle, text);
            return;
        }
        let mut message = format!("initialization cycle for {first}");
        let mut from = cycle[0];
        for &to in cycle.iter().rev() {
            let at = self.show_pos(self.object(from).pos);
            message += &format!("\n\t{at}: {} refers to {}", name(self, from), name(self, to));
            from = to;
        }
        self.error(pos, Code::InvalidInitCycle, message);
    }
}
