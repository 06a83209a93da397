//! Why an allocation must be on the heap: the way its address takes, told in steps.
//!
//! The solver goes from where things flow to where they come from, so each improvement of a location names the location
//! it came from; following these names from an allocation leads to the heap, to a result, or out of a loop.

use cranelift_entity::SecondaryMap;
use frontend::source::Interner;

use super::graph::{Edge, Graph, HEAP, Loc};
use super::{Decision, fits_frame};
use crate::ir::{Imm, Inst, Op, Pos, Value};

/// How many numbers of dereferences the solver tells apart.
const LEVELS: usize = super::solve::LEVELS;

/// Why something is where it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// In a few words.
    pub text: String,
    /// The way of the address, step by step.
    pub flow: Vec<Step>,
}

/// A step of a flow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Where it happens.
    pub pos: Pos,
    /// What happens.
    pub text: String,
}

/// Where a level of a location came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Via {
    /// From the location of the edge's end, at a number of dereferences.
    Edge { dst: Loc, level: usize, edge: usize },
    /// The location itself has moved to the heap, with all that is stored in it.
    Moved,
}

/// Recorded while solving.
pub(super) struct Trail {
    /// By location and number of dereferences.
    pub value: Vec<[Option<Via>; LEVELS]>,
    /// Of the addresses of allocations.
    pub address: Vec<Option<Via>>,
}

impl Trail {
    pub(super) fn new(locations: usize) -> Trail {
        Trail { value: vec![[None; LEVELS]; locations], address: vec![None; locations] }
    }

    /// Adds the reasons to the decisions of a function.
    pub(super) fn explain(&self, graph: &Graph<'_>, symbols: &Interner, decisions: &mut [Decision]) {
        for (d, &(alloc, loc)) in decisions.iter_mut().zip(&graph.allocs) {
            let info = &graph.f.allocs[alloc];
            let reason = if !d.escapes {
                Reason { text: "its address does not outlive it".to_string(), flow: Vec::new() }
            } else if !fits_frame(info.size, info.kind) {
                Reason { text: format!("too large for the frame: {} bytes", info.size), flow: Vec::new() }
            } else {
                self.way(graph, symbols, loc)
            };
            d.reason = Some(reason);
        }
    }

    /// Follows the address of an allocation.
    fn way(&self, graph: &Graph<'_>, symbols: &Interner, start: Loc) -> Reason {
        let mut flow = Vec::new();
        let mut seen: SecondaryMap<Value, bool> = SecondaryMap::new();
        let (mut at, mut via) = (start, self.address[start.0 as usize]);
        let mut text = "its address is used after the loop it is made in".to_string();
        // No way is longer than there are locations and levels.
        for _ in 0..graph.edges.len() * LEVELS {
            match via {
                Some(Via::Edge { dst, level, edge }) => {
                    let edge = graph.edges[dst.0 as usize][edge];
                    flow.extend(step(graph, symbols, dst, &edge, &mut seen));
                    if dst == HEAP || graph.results[dst.0 as usize] != 0 {
                        let heap = "its address leaves the function";
                        text = if dst == HEAP { heap } else { "its address is returned" }.to_string();
                        break;
                    }
                    (at, via) = (dst, self.value[dst.0 as usize][level]);
                }
                Some(Via::Moved) => {
                    let name = graph.name_of(at).unwrap_or("another variable");
                    text = format!("its address is stored in {name}, which is on the heap");
                    break;
                }
                None => break,
            }
        }
        flow.dedup();
        Reason { text, flow }
    }
}

/// What the instruction behind an edge does, unless it only hands a value on.
fn step(
    graph: &Graph<'_>,
    symbols: &Interner,
    dst: Loc,
    edge: &Edge,
    seen: &mut SecondaryMap<Value, bool>,
) -> Option<Step> {
    let inst: Inst = edge.inst?;
    let d = &graph.f.insts[inst];
    let named = |s| symbols.resolve(s).to_string();
    let text = match (d.op, d.imm) {
        // See `Graph::make_closures`.
        (Op::Store, _) if edge.src == graph.value(d.args[1]) => {
            "kept by a function value that others may call".to_string()
        }
        (Op::Store | Op::MemCopy, _) => match graph.name_of(dst) {
            Some(name) => format!("stored in {name}"),
            None => "stored where it may be found later".to_string(),
        },
        (Op::Call, Imm::Sym(callee, _)) if dst == HEAP => {
            format!("passed to {}, which keeps it", named(callee))
        }
        (Op::Call, Imm::Sym(callee, _)) => format!("passed to {}, which returns it", named(callee)),
        (Op::CallInd, _) => "passed to a function that is not known here".to_string(),
        (Op::CallRt | Op::Guard, Imm::Rt(rt)) => format!("passed to {}", rt.info().symbol),
        (Op::Defer, _) if dst == HEAP => "deferred in a loop, or by a function that keeps it".to_string(),
        (Op::Ret, _) => "returned".to_string(),
        (Op::Alloc | Op::SlotAddr, _) => {
            let &v = d.results.first()?;
            if std::mem::replace(&mut seen[v], true) {
                return None;
            }
            "address taken".to_string()
        }
        _ => return None,
    };
    Some(Step { pos: graph.f.source_pos(d.pos), text })
}
