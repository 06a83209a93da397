//! Escape analysis: which allocations may live in the frame (gc's model, `cmd/compile/internal/escape`).
//!
//! Every SSA value and every allocation is a *location*; an edge `dst ← src @d` says that the value of `src`,
//! dereferenced `d` times, may flow to `dst`; `d = -1` means the address of `src`.
//!
//! ```text
//! v1 = alloc A          v1 ← A  @-1
//! v2 = load v1          v2 ← v1 @1      (so v2 ← A @0: what is stored in A)
//! store v3, v1          A  ← v3 @0      v1 is known to point into A
//! store v3, v9          heap ← v3 @0    v9 could point anywhere
//! ret v3                result ← v3 @0
//! call f(v3)            as the summary of f says; arguments leak to an unknown callee, the function value does not
//! ```
//!
//! For each location and each number of dereferences 0…3 we compute the *shallowest loop* in which what it yields is
//! still reachable (the heap is shallower than everything) and the results it flows to. An allocation must live on
//! the heap if its address is reachable in a shallower loop than its own, or leaves the function. Functions are
//! analysed callees first, those that call each other together; what a function does with its parameters is its
//! [`Summary`].

mod closures;
mod explain;
mod graph;
mod runtime_fns;
mod solve;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::smallvec;

use crate::ir::callgraph::{components, references};
use crate::ir::{AllocId, AllocKind, Func, Imm, InstData, Module, Op, Sym, Ty};
use graph::Graph;

pub use explain::{Reason, Step};
pub use solve::Level;

/// Largest object of a kind that goes to the frame (gc: `ir.MaxStackVarSize`, `ir.MaxImplicitStackVarSize`).
const MAX_VARIABLE: u64 = 128 << 10;
const MAX_IMPLICIT: u64 = 64 << 10;

/// What a function does with one parameter: least number of dereferences that reaches the heap or a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParamSummary {
    /// Dereferences after which the parameter's value leaks to the heap; `None`: it does not.
    pub heap: Option<u8>,
    /// The same for each machine-level result, up to eight.
    pub results: [Option<u8>; 8],
}

impl ParamSummary {
    /// Leaks at once.
    pub const LEAKS: ParamSummary = ParamSummary { heap: Some(0), results: [None; 8] };
    /// Is not kept.
    pub const HELD: ParamSummary = ParamSummary { heap: None, results: [None; 8] };
}

/// What a function does with its parameters.
pub type Summary = Vec<ParamSummary>;

/// A decision about an allocation, for `explain -escape`.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Which.
    pub alloc: AllocId,
    /// Stays on the heap.
    pub escapes: bool,
    /// Why, if it was asked for.
    pub reason: Option<Reason>,
}

/// The functions of the runtime that do not keep their pointer parameters.
fn harmless_hooks(module: &Module) -> FxHashSet<Sym> {
    let keeps = |sym: Sym| abi::functions::hook(module.symbols.resolve(sym)).is_none_or(|h| h.effects.keeps);
    module.extern_c.keys().copied().filter(|&sym| !keeps(sym)).collect()
}

/// Analyses all functions, callees first, and turns allocations that do not escape into slots. The decisions stand in
/// the order of the module's functions, with reasons if `explain`.
pub fn run(module: &mut Module, explain: bool) -> Vec<Vec<Decision>> {
    let harmless = harmless_hooks(module);
    let mut summaries: FxHashMap<Sym, Summary> = FxHashMap::default();
    let mut decisions = vec![Vec::new(); module.funcs.len()];
    for group in components(module) {
        for (&i, found) in group.iter().zip(analyse(module, &group, &mut summaries, &harmless, explain)) {
            rewrite(&mut module.funcs[i], &found);
            decisions[i] = found;
        }
    }
    decisions
}

/// Analyses functions that refer to each other in a circle, or a single one. The summaries are the least that agree with
/// each other: at first the functions are taken to keep nothing, and a function is analysed again when what is known
/// of one that it refers to has changed. Summaries only grow, by few levels, so this ends.
fn analyse(
    module: &Module,
    group: &[usize],
    summaries: &mut FxHashMap<Sym, Summary>,
    harmless: &FxHashSet<Sym>,
    explain: bool,
) -> Vec<Vec<Decision>> {
    let funcs: Vec<&Func> = group.iter().map(|&i| &module.funcs[i]).collect();
    let users = users(&funcs);
    for f in funcs.iter().zip(&users).filter(|(_, users)| !users.is_empty()).map(|(f, _)| f) {
        summaries.insert(f.sym, vec![ParamSummary::HELD; f.blocks[f.entry()].params.len()]);
    }
    let mut decisions = vec![Vec::new(); funcs.len()];
    let mut stale = vec![true; funcs.len()];
    while stale.contains(&true) {
        for (i, &f) in funcs.iter().enumerate() {
            if !std::mem::take(&mut stale[i]) {
                continue;
            }
            let mut graph = Graph::new(f, summaries, harmless);
            let solution = solve::run(&mut graph, explain);
            decisions[i] = solution.decisions(&graph);
            if let Some(trail) = &solution.trail {
                trail.explain(&graph, &module.symbols, &mut decisions[i]);
            }
            let summary = solution.summary(&graph);
            if summaries.get(&f.sym) != Some(&summary) {
                summaries.insert(f.sym, summary);
                for &user in &users[i] {
                    stale[user] = true;
                }
            }
        }
    }
    decisions
}

/// For each of some functions, which of them refer to it.
fn users(funcs: &[&Func]) -> Vec<Vec<usize>> {
    let position: FxHashMap<Sym, usize> = funcs.iter().enumerate().map(|(i, f)| (f.sym, i)).collect();
    let mut users = vec![Vec::new(); funcs.len()];
    for (i, f) in funcs.iter().enumerate() {
        let referred: FxHashSet<usize> =
            references(f).filter_map(|sym| position.get(&sym).copied()).collect();
        for j in referred {
            users[j].push(i);
        }
    }
    users
}

/// Whether an object of this size and kind may stand in the frame at all.
fn fits_frame(size: u64, kind: AllocKind) -> bool {
    size <= if kind == AllocKind::Var { MAX_VARIABLE } else { MAX_IMPLICIT }
}

/// Turns the allocations that do not escape into zeroed slots, and buffers into slots or null.
fn rewrite(f: &mut Func, decisions: &[Decision]) {
    let stays: FxHashMap<AllocId, bool> = decisions.iter().map(|d| (d.alloc, d.escapes)).collect();
    for b in f.layout.clone() {
        let old = std::mem::take(&mut f.blocks[b].insts);
        let mut new = Vec::with_capacity(old.len());
        for inst in old {
            new.push(inst);
            let Imm::Alloc(id) = f.insts[inst].imm else { continue };
            let info = f.allocs[id].clone();
            let is_buffer = info.kind == AllocKind::Buffer;
            if stays.get(&id).copied().unwrap_or(true) {
                if is_buffer {
                    let data = &mut f.insts[inst];
                    (data.op, data.imm) = (Op::IConst, Imm::Int(0));
                }
                continue;
            }
            let slot = f.new_slot(info.size.max(1) as u32, info.align.max(1), info.name);
            let data = &mut f.insts[inst];
            data.op = Op::SlotAddr;
            data.imm = Imm::Slot(slot, 0);
            let (address, pos) = (data.results[0], data.pos);
            // Whoever uses a buffer writes before anything is read.
            if info.size > 0 && !is_buffer {
                let zero = InstData {
                    op: Op::MemZero,
                    ty: Ty::I64,
                    args: smallvec![address],
                    imm: Imm::Int(info.size as i64),
                    targets: Vec::new(),
                    cases: Vec::new(),
                    results: smallvec![],
                    pos,
                };
                new.push(f.make_inst(zero, &[]));
            }
        }
        f.blocks[b].insts = new;
    }
}
