//! Inlining: direct calls of small functions are replaced by their bodies, callees first.
//!
//! Functions are visited so that callees come before their callers, where calls are not recursive; a function that has
//! been visited may be inlined from then on. A call through a closure that is made in the same function is a direct
//! call, so that bodies passed to inlined functions are inlined in their turn. Functions that nothing refers to any
//! more are dropped in the end. A small function that calls itself gets its own body once in place of each of these calls:
//! half of the calls of a recursion over a tree are for its leaves.
//!
//! Behaviour stays the same to the line: every instruction keeps its position and the chain of calls through which it
//! got here (`ir::inlined`), from which tracebacks, `recover` and `runtime.Callers` see the frames of the source. What
//! looks at physical frames is not inlined: functions that defer, call `recover` or start goroutines.

mod deferred;
mod devirtualize;
pub mod drop;
pub(super) mod splice;

pub use deferred::{Bodies, Body};

use abi::RuntimeFn;
use abi::symtab::MAIN_SYMBOL;
use cranelift_entity::{EntityRef, EntitySet};
use rustc_hash::FxHashMap;

use super::{dce, simplify};
use crate::ir::callgraph::components;
use crate::ir::{AllocKind, Block, Func, Imm, Inst, InstData, Module, Op, Sym};
use crate::pipeline::{StaticFuncs, static_funcs};

/// Cost up to which any call is inlined: about that of the call itself.
const TINY: u32 = 6;
/// Cost up to which a call is inlined where it is not cold.
const SMALL: u32 = 30;
/// The same if a closure that is known here is passed to a function that calls its parameter.
const WITH_CLOSURE: u32 = 80;
/// Instructions of a function beyond which only tiny bodies are inlined into it.
const LARGE_CALLER: usize = 1500;
/// Bytes of slots that an inlined body may bring along.
const MOST_SLOT_BYTES: u32 = 256;
/// What a call weighs: the registers saved around it and its arguments.
const CALL_COST: u32 = 8;

/// Functions of package runtime that look at their caller's frame.
const LOOK_AT_FRAMES: &[&str] = &["runtime.callers", "runtime.stack"];

/// A function that may be inlined.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// Its index in the module.
    index: usize,
    /// What a copy of its body costs.
    cost: u32,
    /// It calls function values.
    calls_values: bool,
}

/// Runs the pass.
pub fn run(module: &mut Module) {
    let statics = static_funcs(module);
    let mut inliner = Inliner { statics, candidates: FxHashMap::default() };
    let mut inlined: EntitySet<Sym> = EntitySet::new();
    for index in components(module).into_iter().flatten() {
        // The function is taken out, so that it can change while others are read.
        let sym = module.funcs[index].sym;
        let empty = Func::new(sym, Default::default(), module.funcs[index].pos);
        let mut f = std::mem::replace(&mut module.funcs[index], empty);
        let unrolled = unroll(module, &mut f);
        if inliner.visit(module, &mut f, &mut inlined) || unrolled {
            simplify::run(&mut f);
            dce::run(&mut f);
        }
        if let Some(candidate) = candidate(module, &f, index) {
            inliner.candidates.insert(sym, candidate);
        }
        module.funcs[index] = f;
    }
    for f in &mut module.funcs {
        f.was_inlined = inlined.contains(f.sym);
    }
}

struct Inliner {
    statics: StaticFuncs,
    candidates: FxHashMap<Sym, Candidate>,
}

impl Inliner {
    /// Inlines calls in a function; reports whether it changed.
    fn visit(&self, module: &Module, f: &mut Func, inlined: &mut EntitySet<Sym>) -> bool {
        // What runs before `main.main` runs once; and the goroutine's first frame is to be `main.main`.
        if module.symbols.resolve(f.sym) == MAIN_SYMBOL {
            return false;
        }
        let mut size = f.layout.iter().map(|&b| f.blocks[b].insts.len()).sum::<usize>();
        let mut closures = None;
        let mut changed = false;
        let mut work: Vec<Block> = f.layout.iter().rev().copied().collect();
        while let Some(b) = work.pop() {
            let mut i = 0;
            while i < f.blocks[b].insts.len() {
                let inst = f.blocks[b].insts[i];
                if f.insts[inst].op == Op::CallInd {
                    let closures = closures.get_or_insert_with(|| devirtualize::closures(f));
                    changed |= devirtualize::call(module, f, inst, closures, &self.statics);
                }
                let Some(candidate) = self.wanted(f, b, inst, size) else {
                    i += 1;
                    continue;
                };
                let callee = &module.funcs[candidate.index];
                inlined.insert(callee.sym);
                size += splice::run(f, b, i, callee, &mut work);
                (changed, closures) = (true, None);
                // The block now goes on with the callee's first instruction.
            }
        }
        changed
    }

    /// The callee, if this is a call that should be inlined.
    fn wanted(&self, f: &Func, b: Block, inst: Inst, size: usize) -> Option<Candidate> {
        let d = &f.insts[inst];
        let (Op::Call, Imm::Sym(callee, 0)) = (d.op, d.imm) else { return None };
        let candidate = *self.candidates.get(&callee)?;
        let limit = if f.blocks[b].cold || size > LARGE_CALLER {
            TINY
        } else if candidate.calls_values && d.args.iter().any(|&v| self.is_known_function(f, v)) {
            WITH_CLOSURE
        } else {
            SMALL
        };
        (callee != f.sym && candidate.cost <= limit).then_some(candidate)
    }

    fn is_known_function(&self, f: &Func, v: crate::ir::Value) -> bool {
        let Some(def) = f.def_inst(v) else { return false };
        match (f.insts[def].op, f.insts[def].imm) {
            (Op::SymAddr, Imm::Sym(sym, 0)) => self.statics.contains_key(&sym),
            (Op::Alloc, Imm::Alloc(id)) => devirtualize::is_closure(f.allocs[id].kind),
            _ => false,
        }
    }
}

/// Replaces the calls of itself in a small function by its body; reports whether there were any.
fn unroll(module: &Module, f: &mut Func) -> bool {
    let calls_itself = |f: &Func, i: Inst| f.insts[i].op == Op::Call && f.insts[i].imm == Imm::Sym(f.sym, 0);
    let is_hot = |f: &Func, b: Block| !f.blocks[b].cold;
    let calls = |f: &Func, b: Block| f.blocks[b].insts.iter().position(|&i| calls_itself(f, i));
    if !f.layout.iter().any(|&b| is_hot(f, b) && calls(f, b).is_some())
        || !has_any_frame(module, f)
        || body(module, f, true).is_none_or(|own| own.cost > SMALL)
    {
        return false;
    }
    let own = f.clone();
    let mut work: Vec<Block> = f.layout.clone();
    let copied = f.insts.len();
    let own_call = |f: &Func, b: Block| {
        let is_own = |&i: &Inst| i.index() < copied && calls_itself(f, i);
        f.blocks[b].insts.iter().position(is_own).filter(|_| is_hot(f, b))
    };
    while let Some(b) = work.pop() {
        while let Some(at) = own_call(f, b) {
            splice::run(f, b, at, &own, &mut work);
        }
    }
    true
}

/// Whether and at what cost a function may be inlined in place of a call.
fn candidate(module: &Module, f: &Func, index: usize) -> Option<Candidate> {
    if !has_any_frame(module, f) {
        return None;
    }
    let body = body(module, f, false)?;
    (body.cost <= WITH_CLOSURE).then_some(Candidate { index, ..body })
}

/// Whether it does not matter which frame a function runs in: it neither recovers nor starts the program.
fn has_any_frame(module: &Module, f: &Func) -> bool {
    let calls_recover = |&i: &Inst| f.insts[i].imm == Imm::Rt(RuntimeFn::GoRecover);
    let is_main = module.symbols.resolve(f.sym) == "main.main";
    !is_main && !f.layout.iter().flat_map(|&b| &f.blocks[b].insts).any(calls_recover)
}

/// Whether and at what cost the code of a function may run in another's frame, or in its own caller's if that is itself.
fn body(module: &Module, f: &Func, in_itself: bool) -> Option<Candidate> {
    let slots: u32 = f.slots.values().map(|s| s.size).sum();
    if f.noinline || f.landing.is_some() || f.layout.is_empty() || slots > MOST_SLOT_BYTES {
        return None;
    }
    let (mut cost, mut cold_cost, mut returns, mut calls_values) = (0, 0, false, false);
    for &b in &f.layout {
        let panics = f.terminator(b).is_some_and(|t| f.insts[t].op == Op::Unreachable);
        let cold = f.blocks[b].cold || panics;
        for &inst in &f.blocks[b].insts {
            let d = &f.insts[inst];
            let own_call = in_itself && d.op == Op::Call && d.imm == Imm::Sym(f.sym, 0);
            if !own_call && !may_move(module, f, d) {
                return None;
            }
            returns |= d.op == Op::Ret;
            calls_values |= d.op == Op::CallInd;
            if cold { cold_cost += cost_of(f, d).min(1) } else { cost += cost_of(f, d) }
        }
    }
    returns.then_some(Candidate { index: 0, cost: cost + cold_cost / 2, calls_values })
}

/// Whether an instruction does the same in another frame.
fn may_move(module: &Module, f: &Func, d: &InstData) -> bool {
    match (d.op, d.imm) {
        (Op::Call, Imm::Sym(callee, _)) => {
            let looks = || LOOK_AT_FRAMES.contains(&module.symbols.resolve(callee));
            callee != f.sym && !(module.extern_c.contains_key(&callee) && looks())
        }
        (_, Imm::Rt(rt)) => !matches!(rt, RuntimeFn::NewProc | RuntimeFn::SelectGo | RuntimeFn::Block),
        (Op::Defer | Op::DeferExit, _) => false,
        _ => true,
    }
}

fn is_buffer(f: &Func, d: &InstData) -> bool {
    matches!(d.imm, Imm::Alloc(id) if f.allocs[id].kind == AllocKind::Buffer)
}

fn cost_of(f: &Func, d: &InstData) -> u32 {
    match d.op {
        Op::IConst | Op::FConst | Op::SymAddr | Op::SlotAddr | Op::Jump | Op::Ret | Op::Unreachable => 0,
        // Nothing is saved around it.
        Op::CallRt if matches!(d.imm, Imm::Rt(rt) if rt.info().effects.keeps_registers) => {
            d.args.len() as u32
        }
        Op::Call | Op::CallInd | Op::CallRt => CALL_COST,
        Op::Alloc if is_buffer(f, d) => 0,
        Op::Alloc => CALL_COST / 2,
        Op::Guard | Op::MemCopy | Op::MemZero => 2,
        Op::Switch => 2 + d.cases.len() as u32,
        _ => 1,
    }
}
