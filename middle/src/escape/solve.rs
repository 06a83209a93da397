//! The fixpoint over the location graph.

use super::explain::{Trail, Via};
use super::graph::{Graph, HEAP, HEAP_DEPTH, Loc};
use super::{Decision, ParamSummary, Summary, fits_frame};

/// Numbers of dereferences that are told apart; the last stands for all further ones.
pub(super) const LEVELS: usize = 4;

/// Where something is reachable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Level {
    /// The shallowest loop; [`HEAP_DEPTH`] outlives the function.
    pub depth: i8,
    /// Bit j: it is (part of) result j.
    pub results: u8,
}

impl Level {
    const NOWHERE: Level = Level { depth: i8::MAX, results: 0 };

    fn join(self, other: Level) -> Level {
        Level { depth: self.depth.min(other.depth), results: self.results | other.results }
    }
}

/// For every location: where its value is reachable, by number of dereferences.
pub(super) struct Solution {
    levels: Vec<[Level; LEVELS]>,
    /// For the contents of allocations: where the address is reachable.
    address: Vec<Level>,
    /// How it came to be, for reports.
    pub(super) trail: Option<Trail>,
}

/// Propagates from where things flow to where they come from until nothing changes.
/// The way of each improvement is kept if it is asked for.
pub(super) fn run(graph: &mut Graph<'_>, explain: bool) -> Solution {
    let n = graph.edges.len();
    let trail = explain.then(|| Trail::new(n));
    let mut s =
        Solution { trail, levels: vec![[Level::NOWHERE; LEVELS]; n], address: vec![Level::NOWHERE; n] };
    for i in 0..n {
        let is_result = graph.results[i] != 0;
        // What is returned is judged by the caller, through the result bits.
        let depth = if is_result { i8::MAX } else { graph.depth[i] };
        s.levels[i][0] = Level { depth, results: graph.results[i] };
    }
    // What the heap points to is on the heap.
    s.levels[HEAP.0 as usize] = [Level { depth: HEAP_DEPTH, results: 0 }; LEVELS];
    let mut is_alloc = vec![false; n];
    for &(_, loc) in &graph.allocs {
        is_alloc[loc.0 as usize] = true;
    }
    let mut work: Vec<u32> = (0..n as u32).collect();
    let mut queued = vec![true; n];
    while let Some(i) = work.pop() {
        queued[i as usize] = false;
        let dst = s.levels[i as usize];
        for (edge, e) in graph.edges[i as usize].iter().enumerate() {
            let from = (Loc(i), edge);
            let src = e.src.0 as usize;
            if src == HEAP.0 as usize {
                continue;
            }
            let changed = match e.derefs {
                -1 => s.join_address(src, &dst, graph.depth[src], is_alloc[src], from),
                d => s.join_value(src, &dst, d as usize, from),
            };
            if changed && !std::mem::replace(&mut queued[src], true) {
                work.push(src as u32);
            }
        }
    }
    s
}

impl Solution {
    /// `dst ← src @d`
    fn join_value(&mut self, src: usize, dst: &[Level; LEVELS], d: usize, from: (Loc, usize)) -> bool {
        let mut changed = false;
        for (k, &level) in dst.iter().enumerate() {
            let to = (k + d).min(LEVELS - 1);
            changed |= self.improve(src, to, level, Via::Edge { dst: from.0, level: k, edge: from.1 });
        }
        changed
    }

    /// Joins a level into that of a value.
    fn improve(&mut self, src: usize, k: usize, level: Level, via: Via) -> bool {
        let at = &mut self.levels[src][k];
        let new = at.join(level);
        let changed = new != *at;
        if let Some(trail) = self.trail.as_mut().filter(|_| changed)
            && is_shorter(*at, new)
        {
            trail.value[src][k] = Some(via);
        }
        *at = new;
        changed
    }

    /// `dst ← &src`: the address is reachable where `dst` is; its contents one dereference later.
    fn join_address(
        &mut self,
        src: usize,
        dst: &[Level; LEVELS],
        own_depth: i8,
        is_alloc: bool,
        from: (Loc, usize),
    ) -> bool {
        let via = |level| Via::Edge { dst: from.0, level, edge: from.1 };
        let address = self.address[src].join(dst[0]);
        let mut changed = address != self.address[src];
        if let Some(trail) = self.trail.as_mut().filter(|_| changed)
            && is_shorter(self.address[src], address)
        {
            trail.address[src] = Some(via(0));
        }
        self.address[src] = address;
        for (k, &level) in dst[1..].iter().enumerate() {
            changed |= self.improve(src, k, level, via(k + 1));
        }
        if is_alloc && outlives(address, own_depth) {
            // It moves to the heap, and everything stored in it with it.
            for k in 0..LEVELS {
                changed |= self.improve(src, k, Level { depth: HEAP_DEPTH, results: 0 }, Via::Moved);
            }
        }
        changed
    }

    /// The decision for each allocation.
    pub(super) fn decisions(&self, graph: &Graph<'_>) -> Vec<Decision> {
        let decide = |&(alloc, loc): &(_, Loc)| {
            let info = &graph.f.allocs[alloc];
            let i = loc.0 as usize;
            let escapes = outlives(self.address[i], graph.depth[i]) || !fits_frame(info.size, info.kind);
            Decision { alloc, escapes, reason: None }
        };
        graph.allocs.iter().map(decide).collect()
    }

    /// What the function does with its parameters.
    pub(super) fn summary(&self, graph: &Graph<'_>) -> Summary {
        let param = |&p: &crate::ir::Value| {
            let levels = &self.levels[graph.value(p).0 as usize];
            let first = |pred: &dyn Fn(&Level) -> bool| levels.iter().position(pred).map(|k| k as u8);
            let mut results = [None; 8];
            for (j, r) in results.iter_mut().enumerate() {
                *r = first(&|l| l.results & 1 << j != 0);
            }
            ParamSummary { heap: first(&|l| l.depth <= HEAP_DEPTH), results }
        };
        graph.f.blocks[graph.f.entry()].params.iter().map(param).collect()
    }
}

/// Whether a level tells more about why something must be on the heap.
fn is_shorter(old: Level, new: Level) -> bool {
    new.depth < old.depth || (old.results == 0 && new.results != 0)
}

fn outlives(address: Level, own_depth: i8) -> bool {
    address.depth < own_depth || address.results != 0
}
