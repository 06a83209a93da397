//! The exits: which of them share code, and what runs there.

use abi::RuntimeFn;
use abi::layout::{FuncVal, OpenDefers};
use rustc_hash::FxHashMap;
use std::mem::offset_of;

use super::flow::{Flow, State};
use super::{Lowering, Open, Target};
use crate::ir::{Block, Func, Imm, Op, Pos, Signature, Sym, Ty, Value, ValueDef};

/// Up to this many open statements, and …
const MOST_COPIED_SITES: usize = 8;
/// … up to this many calls in all, each return has its own copy of the calls.
const MOST_COPIED_CALLS: usize = 15;

/// Where the exit in a block stands.
pub(super) fn position(f: &Func, b: Block) -> Option<Pos> {
    let exit = f.blocks[b].insts.iter().map(|&i| &f.insts[i]).find(|d| d.op == Op::DeferExit);
    exit.map(|d| d.pos)
}

/// An exit that several returns jump to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared {
    pub block: Block,
    state: State,
}

/// How the exits of a function are laid out.
pub(super) struct Plan {
    landing: Block,
    pub shared: Option<Shared>,
}

impl Plan {
    /// Decides for a function with `open` open statements, whose exits all stand at `moved_to` if that is given, and makes the shared exit, still to be lowered, if there is to be one.
    pub fn new(
        f: &mut Func,
        layout: &[Block],
        landing: Block,
        flow: &Flow,
        open: usize,
        moved_to: Option<Pos>,
    ) -> Plan {
        let exits = layout.iter().filter(|&&b| b != landing);
        let exits = exits.filter_map(|&b| Some((position(f, b), flow.at_exit(b)?)));
        let (places, exits): (Vec<_>, Vec<State>) = exits.filter(|e| !e.1.is_idle()).unzip();
        // A traceback out of a deferred call shows the exit.
        let told_apart = places.iter().any(|&p| p != places[0]) && moved_to.is_none();
        let few = open <= MOST_COPIED_SITES && exits.len() * open <= MOST_COPIED_CALLS;
        let copied = told_apart || few && !flow.has_records();
        let ends = f.terminator(landing).is_some_and(|t| f.insts[t].op == Op::Ret);
        let shared = if open == 0 || exits.len() < 2 || copied || !ends {
            None
        } else {
            let state = exits.into_iter().reduce(State::join).expect("at least two");
            Some(Shared { block: copy_block(f, landing), state })
        };
        Plan { landing, shared }
    }

    /// What is known at the start of a block.
    pub fn state_at(&self, b: Block, flow: &Flow) -> State {
        match self.shared {
            Some(shared) if shared.block == b => shared.state,
            _ => flow.at(b),
        }
    }

    /// Whether control comes here from a panic that was recovered.
    pub fn is_landing(&self, b: Block) -> bool {
        b == self.landing
    }

    /// Where the exit of a block with this state goes instead of being lowered in place.
    pub fn elsewhere(&self, b: Block, state: &State) -> Option<Block> {
        let block = self.shared?.block;
        (b != self.landing && b != block && !state.is_idle()).then_some(block)
    }
}

/// A copy of the landing block: every exit runs the deferred calls, loads the results from their slots and returns,
/// and this one uses no value of other blocks.
fn copy_block(f: &mut Func, landing: Block) -> Block {
    let block = f.blocks.push(Default::default());
    let mut copies: FxHashMap<Value, Value> = FxHashMap::default();
    for inst in f.blocks[landing].insts.clone() {
        let mut data = f.insts[inst].clone();
        for arg in &mut data.args {
            let v = f.resolve(*arg);
            *arg = copies.get(&v).copied().unwrap_or(v);
        }
        let old = std::mem::take(&mut data.results);
        let types: Vec<Ty> = old.iter().map(|&v| f.ty(v)).collect();
        let copy = f.make_inst(data, &types);
        for (i, v) in old.into_iter().enumerate() {
            debug_assert_eq!(f.values[v].def, ValueDef::Result(inst, i as u32));
            copies.insert(v, f.insts[copy].results[i]);
        }
        f.blocks[block].insts.push(copy);
    }
    block
}

impl Lowering<'_> {
    /// Runs the deferred calls of the activation, newest first. On a landing pad, which rarely runs, all are called.
    pub(super) fn exit(&mut self, state: &State, landing: bool) {
        let mut levels = state.levels;
        for n in (0..u64::BITS).rev().filter(|n| state.may >> n & 1 != 0) {
            let newer = n + 1;
            if levels >> newer != 0 {
                self.run_records(newer);
                levels &= (1 << newer) - 1;
            }
            let older = (1 << n) - 1;
            let (may, must) = (state.may & older, state.must & older);
            let known = (may == must).then_some(must);
            // Nobody looks at the bits any more if nothing can panic from here on.
            let panics = |n: u32| self.open[n as usize].may_panic || landing;
            let looked_at = levels != 0 || (0..=n).any(|n| state.may >> n & 1 != 0 && panics(n));
            if state.must >> n & 1 != 0 {
                let bits = if known.is_some() || !looked_at { None } else { Some(self.load_bits()) };
                self.clear_bit(n, known, bits, looked_at);
                self.run_open(n, landing);
            } else {
                let bits = self.load_bits();
                let clear = self.f.blocks.push(Default::default());
                self.branch_on_bit(bits, n, clear);
                self.clear_bit(n, known, Some(bits), looked_at);
                self.run_open(n, landing);
                self.jump(clear);
                self.finish();
                self.start(clear);
            }
        }
        if levels != 0 {
            self.run_records(0);
        }
    }

    fn run_records(&mut self, level: u32) {
        let level = self.iconst(level.into());
        let run = if self.trace { RuntimeFn::DeferReturnTraced } else { RuntimeFn::DeferReturn };
        self.call_rt(run, &[level]);
    }

    /// Clears the bit, which a panic in the call must not find again. What the bits then are is `known`, or follows from
    /// what they were.
    fn clear_bit(&mut self, n: u32, known: Option<u64>, bits: Option<Value>, looked_at: bool) {
        match (known, bits) {
            _ if !looked_at => {}
            (Some(rest), _) => self.store_bits(rest),
            (None, Some(bits)) => {
                let mask = self.iconst(!(1 << n));
                let rest = self.binary(Op::And, bits, mask);
                let at = self.open_slot();
                self.store(Ty::I64, rest, at, 0);
            }
            (None, None) => unreachable!("the bits were loaded"),
        }
    }

    fn run_open(&mut self, n: u32, landing: bool) {
        let Open { target, inlined, .. } = self.open[n as usize];
        self.trace_run();
        match target {
            Target::Static(code, context) => {
                let context = context.map(|s| self.value(Op::SymAddr, Ty::Ptr, &[], Imm::Sym(s, 0), Ty::Ptr));
                self.call(code, context.as_slice(), inlined && !landing);
            }
            Target::Frame(code, slot, offset) => {
                let context = self.slot_addr(slot, offset);
                self.call(code, &[context], inlined && !landing);
            }
            Target::Heap(code) => {
                let context = self.load_function_value(n);
                self.call(code, &[context], inlined && !landing);
            }
            Target::Unknown => {
                let fun = self.load_function_value(n);
                self.emit(Op::NilCheck, Ty::I64, &[fun], Imm::Int(0), &[]);
                let code = self.load(Ty::Ptr, fun, offset_of!(FuncVal, code) as i64);
                let new = || Signature { params: vec![Ty::Ptr], results: Vec::new() };
                let sig = *self.sig.get_or_insert_with(|| self.f.sigs.push(new()));
                self.emit(Op::CallInd, Ty::I64, &[code, fun], Imm::Sig(sig), &[]);
            }
        }
        self.trace_return();
    }

    fn call(&mut self, code: Sym, context: &[Value], inline: bool) {
        let call = self.emit(Op::Call, Ty::I64, context, Imm::Sym(code, 0), &[]);
        if inline {
            self.bodies.push(call);
        }
    }

    fn load_function_value(&mut self, n: u32) -> Value {
        let at = self.open_slot();
        self.load(Ty::Ptr, at, OpenDefers::fun_offset(n) as i64)
    }
}
