//! The location graph of one function.

use cranelift_entity::SecondaryMap;
use rustc_hash::{FxHashMap, FxHashSet};

use super::closures::Closures;
use super::runtime_fns::{self, Flow};
use super::{ParamSummary, Summary};
use crate::ir::cfg::{Dominators, blocks_in_cycles};
use crate::ir::funcval::{CODE, called_value};
use crate::ir::{AllocId, Block, Func, Imm, Inst, Op, Slot, Sym, Ty, Value, ValueDef};

/// A location; see the module documentation of [`super`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Loc(pub u32);

/// Everything that outlives the function.
pub(super) const HEAP: Loc = Loc(0);

/// The loop depth of the heap.
pub(super) const HEAP_DEPTH: i8 = -1;

/// `dst ← src @derefs`, stored with `dst`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub src: Loc,
    /// -1: the address of `src`.
    pub derefs: i8,
    /// The instruction that makes it flow.
    pub inst: Option<Inst>,
}

/// The graph.
pub(super) struct Graph<'a> {
    pub f: &'a Func,
    /// Edges into each location.
    pub edges: Vec<Vec<Edge>>,
    /// Loop depth of each location: 0 outside loops, [`HEAP_DEPTH`] for the heap.
    pub depth: Vec<i8>,
    /// The results each location is: bit j for result j.
    pub results: Vec<u8>,
    values: SecondaryMap<Value, u32>,
    /// Location of the contents of each allocation.
    pub allocs: Vec<(AllocId, Loc)>,
    slots: FxHashMap<Slot, Loc>,
    by_alloc: FxHashMap<AllocId, Loc>,
    summaries: &'a FxHashMap<Sym, Summary>,
    /// Functions of the runtime that do not keep their pointer parameters.
    harmless: &'a FxHashSet<Sym>,
    result_locs: Vec<Loc>,
    closures: Closures,
    /// Integers that are made of pointers and of which pointers are made again.
    addresses: FxHashSet<Value>,
    in_cycle: SecondaryMap<Block, bool>,
    /// The instruction whose edges are being made.
    current: Option<Inst>,
}

/// A memory location that an address is known to point into.
#[derive(Clone, Copy)]
enum Base {
    Alloc(AllocId),
    Slot(Slot),
    Unknown,
}

impl<'a> Graph<'a> {
    pub(super) fn new(
        f: &'a Func,
        summaries: &'a FxHashMap<Sym, Summary>,
        harmless: &'a FxHashSet<Sym>,
    ) -> Graph<'a> {
        let mut g = Graph {
            f,
            edges: vec![Vec::new()],
            depth: vec![HEAP_DEPTH],
            results: vec![0],
            values: SecondaryMap::new(),
            allocs: Vec::new(),
            slots: FxHashMap::default(),
            by_alloc: FxHashMap::default(),
            summaries,
            harmless,
            result_locs: Vec::new(),
            closures: Closures::default(),
            addresses: FxHashSet::default(),
            in_cycle: blocks_in_cycles(f),
            current: None,
        };
        for j in 0..f.sig.results.len() {
            let loc = g.new_loc(HEAP_DEPTH);
            g.results[loc.0 as usize] = if j < 8 { 1 << j } else { 0 };
            // Results beyond the eighth are treated as the heap.
            g.result_locs.push(if j < 8 { loc } else { HEAP });
        }
        g.locations();
        g.follow_addresses();
        g.make_closures();
        for &b in &f.layout {
            for &inst in &f.blocks[b].insts {
                g.current = Some(inst);
                g.inst(b, inst);
            }
        }
        g
    }

    fn new_loc(&mut self, depth: i8) -> Loc {
        self.edges.push(Vec::new());
        self.depth.push(depth);
        self.results.push(0);
        Loc(self.edges.len() as u32 - 1)
    }

    /// Location of a value; only pointers, and integers made of them for a while, carry anything.
    pub(super) fn value(&self, v: Value) -> Loc {
        Loc(self.values[self.f.resolve(v)])
    }

    fn flow(&mut self, dst: Loc, src: Value, derefs: i8) {
        if self.f.ty(src) == Ty::Ptr || self.addresses.contains(&self.f.resolve(src)) {
            let src = self.value(src);
            self.edges[dst.0 as usize].push(Edge { src, derefs, inst: self.current });
        }
    }

    /// Gives every value, allocation and slot a location with its loop depth.
    fn locations(&mut self) {
        let f = self.f;
        let depth = loop_depths(f, &self.in_cycle);
        for &b in &f.layout {
            let here = depth.of[b];
            // A parameter of a loop's header keeps its value from one iteration to the next, like a variable
            // declared outside the loop.
            let params = if depth.is_header[b] { here - 1 } else { here };
            for &p in &f.blocks[b].params {
                self.values[p] = self.new_loc(params).0;
            }
            for &inst in &f.blocks[b].insts {
                let d = &f.insts[inst];
                for &r in &d.results {
                    self.values[r] = self.new_loc(here).0;
                }
                match (d.op, d.imm) {
                    (Op::Alloc, Imm::Alloc(id)) => {
                        let loc = self.new_loc(here);
                        self.allocs.push((id, loc));
                        self.by_alloc.insert(id, loc);
                    }
                    (Op::Store, CODE) => self.closures.found(f, inst),
                    (Op::Address, _) => self.addresses.extend(&d.results),
                    _ => {}
                }
            }
        }
        for slot in f.slots.keys() {
            let loc = self.new_loc(0);
            self.slots.insert(slot, loc);
        }
    }

    /// Finds the integers that are made of the addresses found so far.
    fn follow_addresses(&mut self) {
        let (f, out) = (self.f, &mut self.addresses);
        let mut known = 0;
        while out.len() > known {
            known = out.len();
            for d in f.layout.iter().flat_map(|&b| &f.blocks[b].insts).map(|&i| &f.insts[i]) {
                let is_step = d.ty == Ty::I64 && (keeps_address(d.op) || d.op == Op::Select);
                if is_step && d.args.iter().any(|&v| out.contains(&f.resolve(v))) {
                    out.extend(&d.results);
                }
                for t in &d.targets {
                    for (&arg, &param) in t.args.iter().zip(&f.blocks[t.block].params) {
                        if out.contains(&f.resolve(arg)) {
                            out.insert(param);
                        }
                    }
                }
            }
        }
    }

    /// What the source calls the memory of a location.
    pub(super) fn name_of(&self, loc: Loc) -> Option<&str> {
        let alloc = self.allocs.iter().find(|a| a.1 == loc).map(|a| self.f.allocs[a.0].name.as_str());
        let slot = || self.slots.iter().find(|s| *s.1 == loc).map(|s| self.f.slots[*s.0].name.as_str());
        alloc.or_else(slot).filter(|n| !n.is_empty())
    }

    fn base(&self, mut v: Value) -> Base {
        loop {
            v = self.f.resolve(v);
            let ValueDef::Result(inst, _) = self.f.values[v].def else { return Base::Unknown };
            let d = &self.f.insts[inst];
            match (d.op, d.imm) {
                (Op::Alloc, Imm::Alloc(id)) => return Base::Alloc(id),
                (Op::SlotAddr, Imm::Slot(s, _)) => return Base::Slot(s),
                (Op::PtrAdd | Op::Bitcast, _) => v = d.args[0],
                _ => return Base::Unknown,
            }
        }
    }

    /// The location of the memory behind an address; the heap if it could be anywhere.
    fn memory(&self, address: Value) -> Loc {
        match self.base(address) {
            Base::Alloc(id) => self.by_alloc.get(&id).copied().unwrap_or(HEAP),
            Base::Slot(s) => self.slots[&s],
            Base::Unknown => HEAP,
        }
    }

    /// What others may do with the captures of a closure when they call it is told where the closure is made, so
    /// that who calls a function value that it does not know need not think of them. The results of such calls go
    /// anywhere (gc: `ClosureResultsLost`).
    fn make_closures(&mut self) {
        for (made, closure) in self.closures.lost(self.f, self.summaries) {
            let code = self.closures.code_of(closure).expect("a closure made here");
            let kept = match self.summaries.get(&code).and_then(|s| s.last()) {
                Some(context) => context.results.iter().copied().chain([context.heap]).flatten().min(),
                None => Some(1),
            };
            if let Some(k) = kept {
                self.current = Some(made);
                self.flow(HEAP, closure, k as i8);
            }
        }
    }

    fn inst(&mut self, b: Block, inst: Inst) {
        let f = self.f;
        let d = &f.insts[inst];
        let result = d.results.first().map(|&r| self.value(r));
        match d.op {
            Op::Alloc | Op::SlotAddr => {
                let src = self.memory(d.results[0]);
                let dst = result.expect("an address");
                self.edges[dst.0 as usize].push(Edge { src, derefs: -1, inst: self.current });
            }
            Op::PtrAdd | Op::Bitcast | Op::Address => self.flow(result.expect("a result"), d.args[0], 0),
            op if !self.addresses.is_empty() && keeps_address(op) => {
                for &v in &d.args {
                    self.flow(result.expect("a result"), v, 0);
                }
            }
            Op::Select => {
                for &v in &d.args[1..] {
                    self.flow(result.expect("a result"), v, 0);
                }
            }
            Op::Load => self.flow(result.expect("a result"), d.args[0], 1),
            Op::Store => {
                let dst = self.memory(d.args[1]);
                self.flow(dst, d.args[0], 0);
            }
            Op::MemCopy => {
                let dst = self.memory(d.args[0]);
                self.flow(dst, d.args[1], 1);
            }
            Op::Call => self.call(inst, 0),
            Op::CallInd => self.call_indirect(inst),
            Op::CallRt | Op::Guard => self.runtime_call(inst),
            Op::Defer => self.defer(b, d.args[0]),
            Op::Ret => {
                for (j, &v) in d.args.iter().enumerate() {
                    self.flow(self.result_locs[j], v, 0);
                }
            }
            _ => {}
        }
        for t in &d.targets {
            for (&arg, &param) in t.args.iter().zip(&f.blocks[t.block].params) {
                let dst = self.value(param);
                self.flow(dst, arg, 0);
            }
        }
    }

    /// Arguments from number `first` on go to a function with a known symbol.
    fn call(&mut self, inst: Inst, first: usize) {
        let d = &self.f.insts[inst];
        let Imm::Sym(callee, _) = d.imm else { return self.leak_arguments(inst, first) };
        if self.harmless.contains(&callee) {
            return;
        }
        match self.summaries.get(&callee) {
            Some(summary) => self.apply(inst, first, &summary.clone()),
            None => self.leak_arguments(inst, first),
        }
    }

    fn call_indirect(&mut self, inst: Inst) {
        let d = &self.f.insts[inst];
        let known = called_value(self.f, inst).and_then(|closure| self.closures.code_of(closure));
        match known.and_then(|sym| self.summaries.get(&sym)) {
            Some(summary) if summary.len() + 1 == d.args.len() => self.apply(inst, 1, &summary.clone()),
            _ => self.leak_arguments(inst, 1),
        }
    }

    fn leak_arguments(&mut self, inst: Inst, first: usize) {
        let mut args = &self.f.insts[inst].args[first..];
        if called_value(self.f, inst).is_some() {
            // See `make_closures`.
            args = &args[..args.len() - 1];
        }
        for &v in args {
            self.flow(HEAP, v, 0);
        }
    }

    fn apply(&mut self, inst: Inst, first: usize, summary: &[ParamSummary]) {
        let d = &self.f.insts[inst];
        for (&v, s) in d.args[first..].iter().zip(summary) {
            if let Some(k) = s.heap {
                self.flow(HEAP, v, k as i8);
            }
            for (j, k) in s.results.iter().enumerate() {
                if let (Some(k), Some(&r)) = (*k, d.results.get(j)) {
                    let dst = self.value(r);
                    self.flow(dst, v, k as i8);
                }
            }
        }
    }

    fn runtime_call(&mut self, inst: Inst) {
        let d = &self.f.insts[inst];
        let Imm::Rt(rt) = d.imm else { return };
        for &(param, flow) in runtime_fns::flows(rt) {
            let Some(&v) = d.args.get(param) else { continue };
            match flow {
                Flow::Heap(k) => self.flow(HEAP, v, k),
                Flow::Result(k) => {
                    for &r in d.results.iter().filter(|&&r| self.f.ty(r) == Ty::Ptr) {
                        let dst = self.value(r);
                        self.flow(dst, v, k);
                    }
                }
            }
        }
    }

    /// A deferred function value stays with the frame unless the statement can run again; what its body does with
    /// the captures is in its summary.
    fn defer(&mut self, b: Block, fun: Value) {
        if self.in_cycle[b] {
            return self.flow(HEAP, fun, 0);
        }
        let known = self.closures.code_of(self.f.resolve(fun)).and_then(|sym| self.summaries.get(&sym));
        // Of one that is made elsewhere, see `make_closures`.
        if let Some(k) = known.and_then(|s| s.last()).and_then(|context| context.heap) {
            self.flow(HEAP, fun, k as i8);
        }
    }
}

/// Whether an operation on the address of an object may yield another address in it (gc: `escape.unsafeValue`).
fn keeps_address(op: Op) -> bool {
    use Op::*;
    matches!(op, Add | Sub | Mul | SDiv | UDiv | SRem | URem | And | Or | Xor | Shl | LShr | AShr | Neg | Not)
}

struct LoopDepths {
    of: SecondaryMap<Block, i8>,
    is_header: SecondaryMap<Block, bool>,
}

/// Nesting depth of natural loops. Blocks on cycles that are no natural loop (from goto) count as headers of depth 1
/// of their own, so that nothing allocated in them stays in the frame across an iteration.
fn loop_depths(f: &Func, in_cycle: &SecondaryMap<Block, bool>) -> LoopDepths {
    let doms = Dominators::new(f);
    let preds = f.predecessors();
    let mut out = LoopDepths { of: SecondaryMap::new(), is_header: SecondaryMap::new() };
    for &header in &f.layout {
        let latches: Vec<Block> =
            preds[header].iter().copied().filter(|&p| doms.dominates(header, p)).collect();
        if latches.is_empty() {
            continue;
        }
        out.is_header[header] = true;
        let mut member: SecondaryMap<Block, bool> = SecondaryMap::new();
        member[header] = true;
        let mut work = latches;
        while let Some(b) = work.pop() {
            if !std::mem::replace(&mut member[b], true) {
                work.extend(preds[b].iter().copied().filter(|&p| doms.is_reachable(p)));
            }
        }
        for &b in &f.layout {
            if member[b] {
                out.of[b] = out.of[b].saturating_add(1);
            }
        }
    }
    for &b in &f.layout {
        if in_cycle[b] && out.of[b] == 0 {
            out.of[b] = 1;
            out.is_header[b] = true;
        }
    }
    out
}
