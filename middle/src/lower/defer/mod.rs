//! Defer statements become explicit code: records on the goroutine's chain, or open calls at the exits.
//!
//! ```text
//!   defer v1            v2 = iconst LEVEL                           heap record, from a pool
//!                       callrt deferproc(v1, v2)
//!
//!   defer v1            v2 = slotaddr ss3                           stack record, in the frame
//!                       store.ptr v1, v2+FN
//!                       callrt deferprocStack(v2, LEVEL)
//!
//!   defer v1            store.ptr v1, opendefers+8+8*i              open: no record, a bit says that it is due
//!                       store.i64 BITS, opendefers
//!
//!   defer v1            the same, but only what a panic may find due          inlined: open, with the body at the exits
//!
//!   deferexit           calls of the open ones, newest first; callrt deferreturn(LEVEL) where records come between
//! ```
//!
//! The body of a range-over-func loop defers for the function around it: `deferrange` before the loop puts a record
//! on the chain that stands for those calls, `runtime.deferprocat` in the body adds to it.
//!
//! A defer statement that can run at most once per activation – its block lies on no cycle of the control flow – is
//! open or gets a stack record of its own; all others get heap records. gc decides the same by loop depth
//! (`escape/call.go`), which also counts loops that run at most once, and it decides for whole functions.
//!
//! Order. Statements on no cycle are numbered in reverse postorder: one that can run after another has the higher
//! number, so the highest bit that is set is always the newest open call. A record carries a *level*, a constant of its
//! statement: one more than the highest number of an open statement that can run before it. Neither a record nor an
//! open statement can run both before and after the other (the open one would be on a cycle), so records of a level
//! above `i` are newer than open call `i`, all others older. Thus the exits interleave the two without asking the
//! chain for more than "records of this frame, at least of this level", and so does the runtime on a panic.
//!
//! A normal exit is no panic, so `recover` in an inlined body is nil there. Where nothing that may panic runs between
//! the statement and its exit, the runtime is told nothing, and if that holds for all statements of a function, it
//! has no landing pad: it is compiled as if the calls had been written in front of each `return`.
//!
//! A function that always panics or loops has no `deferexit` but on its landing pad.

mod exit;
mod flow;
pub mod trace;

use std::mem::{align_of, offset_of, size_of};

use abi::RuntimeFn;
use abi::layout::{Defer, OpenDefers};
use cranelift_entity::SecondaryMap;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use crate::ir::cfg::{blocks_in_cycles, reverse_postorder};
use crate::ir::{
    AllocKind, Block, BlockCall, Cond, Func, Imm, Inst, InstData, Module, Op, Pos, SigId, Slot, Sym, Ty,
    Value,
};
use crate::opt::inline::Bodies;
use crate::opt::{dce, mem2reg, simplify};
use crate::pipeline::{Options, StaticFuncs, static_funcs};
use flow::{Flow, State};

/// How a deferred call is registered, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DeferKind {
    /// A record from the pool: any number per activation.
    Heap,
    /// A record in the frame: at most one per activation.
    Stack,
    /// No record: the function value in the frame, a bit, a call at each exit. At most one per activation.
    Open,
    /// Open, with the body itself instead of a call at the exits; only a panic calls the function.
    Inlined,
}

impl DeferKind {
    /// All, weakest first.
    pub const ALL: [DeferKind; 4] = [DeferKind::Heap, DeferKind::Stack, DeferKind::Open, DeferKind::Inlined];
    /// What the compiler uses unless told otherwise.
    pub const STRONGEST: DeferKind = DeferKind::Inlined;

    /// The spelling of `-d=defer=…`.
    pub fn name(self) -> &'static str {
        match self {
            DeferKind::Heap => "heap",
            DeferKind::Stack => "stack",
            DeferKind::Open => "open",
            DeferKind::Inlined => "inlined",
        }
    }

    /// Whether the call has no record.
    pub fn is_open(self) -> bool {
        self >= DeferKind::Open
    }

    /// The kind with this spelling; `auto` is the strongest.
    pub fn by_name(name: &str) -> Option<DeferKind> {
        match name {
            "auto" => Some(DeferKind::STRONGEST),
            _ => DeferKind::ALL.into_iter().find(|k| k.name() == name),
        }
    }
}

/// What was decided for one defer statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The statement.
    pub pos: Pos,
    /// The kind.
    pub kind: DeferKind,
    /// Why no stronger kind; for the strongest, why it is possible.
    pub reason: Reason,
    /// Bytes of the frame that the statement takes, closures apart.
    pub frame_bytes: u32,
}

/// The rule that decided, the first that applies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reason {
    /// Heap: control flow can come back to the statement, so that any number of calls may be due. Out of the loop, or
    /// in a function called by it, the statement would be open.
    Loop,
    /// `-d=defer=…` allows nothing stronger.
    Option,
    /// Stack: the function already has [`OpenDefers::MOST`] open statements.
    Many,
    /// Open: which function is called is known only when the statement runs.
    UnknownCallee,
    /// Open: the body of the function cannot stand elsewhere: it defers or starts goroutines itself, or is
    /// `//go:noinline`.
    ClosedCallee,
    /// Open: the body is larger than a few copies of it may be.
    LargeCallee {
        /// Its cost.
        cost: u32,
        /// The cost allowed.
        most: u32,
        /// The exits of the function.
        exits: u32,
    },
    /// Inlined: it runs at most once and the body is small.
    SmallCallee,
}

impl Reason {
    /// A word for machines to read.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Loop => "loop",
            Reason::Option => "option",
            Reason::Many => "many",
            Reason::UnknownCallee => "unknown-callee",
            Reason::ClosedCallee => "closed-callee",
            Reason::LargeCallee { .. } => "large-callee",
            Reason::SmallCallee => "small-callee",
        }
    }
}

/// Cost of a body up to which it is inlined at so many exits, and at more.
pub const MOST_INLINED: u32 = 40;
const MOST_COPIED: u32 = 12;
/// See [`MOST_INLINED`].
pub const FEW_EXITS: usize = 2;

/// The kind of each defer statement of a function and what it calls, in reverse postorder of its blocks; `strongest`
/// caps the kind (`-d=defer=heap`). The n-th open one has number n.
fn decide(f: &Func, strongest: DeferKind, cx: &Bodies, statics: &StaticFuncs) -> Vec<Statement> {
    let mut out = Vec::new();
    let mut cycles: Option<SecondaryMap<Block, bool>> = None;
    let mut open = 0;
    let order = reverse_postorder(f);
    let is_exit = |&b: &Block| f.blocks[b].insts.iter().any(|&i| f.insts[i].op == Op::DeferExit);
    let exits = order.iter().filter(|b| f.landing != Some(**b) && is_exit(b)).count();
    let most = if exits <= FEW_EXITS { MOST_INLINED } else { MOST_COPIED };
    for b in order {
        for &inst in &f.blocks[b].insts {
            let data = &f.insts[inst];
            if data.op != Op::Defer {
                continue;
            }
            let in_loop = cycles.get_or_insert_with(|| blocks_in_cycles(f))[b];
            let target = if strongest.is_open() { target(f, b, inst, statics) } else { Target::Unknown };
            let (kind, reason) = match strongest {
                _ if in_loop => (DeferKind::Heap, Reason::Loop),
                DeferKind::Open | DeferKind::Inlined if open == OpenDefers::MOST => {
                    (DeferKind::Stack, Reason::Many)
                }
                DeferKind::Inlined => match target.code().map(|code| cx.get(code)) {
                    None => (DeferKind::Open, Reason::UnknownCallee),
                    Some(None) => (DeferKind::Open, Reason::ClosedCallee),
                    Some(Some(body)) if body.cost <= most => (DeferKind::Inlined, Reason::SmallCallee),
                    Some(Some(body)) => {
                        (DeferKind::Open, Reason::LargeCallee { cost: body.cost, most, exits: exits as u32 })
                    }
                },
                kind => (kind, Reason::Option),
            };
            let frame_bytes = match kind {
                DeferKind::Heap => 0,
                DeferKind::Stack => size_of::<Defer>(),
                // The first also takes the word of bits.
                DeferKind::Open | DeferKind::Inlined if open == 0 => OpenDefers::fun_offset(1),
                DeferKind::Open | DeferKind::Inlined => size_of::<usize>(),
            } as u32;
            open += usize::from(kind.is_open());
            let decision = Decision { pos: f.source_pos(data.pos), kind, reason, frame_bytes };
            out.push(Statement { inst, decision, target });
        }
    }
    out
}

/// A defer statement.
struct Statement {
    inst: Inst,
    decision: Decision,
    target: Target,
}

/// The strongest kind allowed; the event trace shows each call.
fn strongest(options: &Options) -> DeferKind {
    if options.defer_trace { options.defer.min(DeferKind::Open) } else { options.defer }
}

/// Lowers the defer statements of all functions; returns the decisions, in the order of the functions.
pub fn run_all(module: &mut Module, options: &Options) -> Vec<Vec<Decision>> {
    let statics = static_funcs(module);
    let mut functions = Vec::new();
    if strongest(options) == DeferKind::Inlined {
        for f in module.funcs.iter().filter(|f| f.landing.is_some()) {
            for &b in &f.layout {
                let defers = f.blocks[b].insts.iter().filter(|&&i| f.insts[i].op == Op::Defer);
                functions.extend(defers.filter_map(|&inst| target(f, b, inst, &statics).code()));
            }
        }
    }
    let bodies = Bodies::new(module, functions);
    module.funcs.par_iter_mut().map(|f| run(f, options, &bodies, &statics)).collect()
}

/// Lowers a function's defer statements and exits; returns the decisions.
fn run(f: &mut Func, options: &Options, bodies: &Bodies, statics: &StaticFuncs) -> Vec<Decision> {
    let Some(landing) = f.landing else { return Vec::new() };
    // What cannot be reached needs no lowering.
    let mut reachable: SecondaryMap<Block, bool> = SecondaryMap::new();
    for b in reverse_postorder(f) {
        reachable[b] = true;
    }
    f.layout.retain(|&b| reachable[b]);

    let mut statements = decide(f, strongest(options), bodies, statics);
    let sites = number(&statements);
    let open: Vec<Open> =
        statements.iter().filter(|s| s.decision.kind.is_open()).map(|s| Open::new(s, bodies)).collect();
    let flow = Flow::new(f, &sites, &open, &bodies.calm);
    let due = flow.due_in_panics();
    if !open.is_empty() {
        let size = size_of::<u64>() * (open.len() + 1);
        f.open_defers = Some(f.new_slot(size as u32, align_of::<u64>() as u32, "opendefers"));
    }
    let exit_pos = if moves_result(f) { exit::position(f, landing) } else { None };
    let mut layout = std::mem::take(&mut f.layout);
    let plan = exit::Plan::new(f, &layout, landing, &flow, open.len(), exit_pos);
    layout.extend(plan.shared.map(|shared| shared.block));
    let needs_zero = !open.is_empty() && !set_before_use(f, layout[0], &sites);
    let mut l = Lowering {
        f,
        open,
        sites: &sites,
        trace: options.defer_trace,
        due,
        exit_pos,
        block: landing,
        insts: Vec::new(),
        pos: Pos::NONE,
        sig: None,
        bodies: Vec::new(),
    };
    for b in layout {
        l.block(b, &flow, &plan, needs_zero);
    }
    let calls = std::mem::take(&mut l.bodies);
    finish(f, &flow, &calls, bodies);
    for (number, s) in statements.iter_mut().filter(|s| s.decision.kind.is_open()).enumerate() {
        if due >> number & 1 == 0 {
            s.decision.frame_bytes = 0;
        }
    }
    statements.into_iter().map(|s| s.decision).collect()
}

/// Puts bodies in the place of calls, and forgets about panics where none can find anything to do.
fn finish(f: &mut Func, flow: &Flow, calls: &[Inst], bodies: &Bodies) {
    if flow.due_in_panics() == 0 {
        f.open_defers = None;
        if !flow.has_records() {
            f.landing = None;
        }
    }
    for &call in calls {
        bodies.splice(f, call);
    }
    if calls.is_empty() && f.landing.is_some() {
        return;
    }
    // What closures captured is known now, and variables that only they shared are the function's own.
    for _ in 0..2 {
        simplify::run(f);
        dce::run(f);
        mem2reg::run(f);
    }
    simplify::run(f);
    dce::run(f);
}

/// Whether a result whose address leaves the function is on the heap: gc does not open-code the function then, and the
/// lines of its exits are those of its records ([`crate::gc_kinds`]).
fn moves_result(f: &Func) -> bool {
    let is_result = |a| f.allocs[a].kind == AllocKind::Result;
    let insts = f.layout.iter().flat_map(|&b| &f.blocks[b].insts).map(|&i| &f.insts[i]);
    insts.filter(|d| d.op == Op::Alloc).any(|d| matches!(d.imm, Imm::Alloc(a) if is_result(a)))
}

/// What becomes of a defer statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Site {
    Heap,
    Stack,
    /// With its number.
    Open(u32),
}

type Sites = FxHashMap<Inst, Site>;

fn number(statements: &[Statement]) -> Sites {
    let mut open = 0;
    let site = |s: &Statement| {
        let site = match s.decision.kind {
            DeferKind::Heap => Site::Heap,
            DeferKind::Stack => Site::Stack,
            DeferKind::Open | DeferKind::Inlined => {
                open += 1;
                Site::Open(open - 1)
            }
        };
        (s.inst, site)
    };
    statements.iter().map(site).collect()
}

/// Whether the entry block stores the bits before anything could look at them.
fn set_before_use(f: &Func, entry: Block, sites: &Sites) -> bool {
    for &inst in &f.blocks[entry].insts {
        match sites.get(&inst) {
            Some(Site::Open(_)) => return true,
            _ if f.may_panic(inst) || f.accesses_element(inst) => return false,
            _ if f.insts[inst].op == Op::DeferExit => return false,
            _ => {}
        }
    }
    false
}

/// What an open statement calls.
#[derive(Clone, Copy, Debug)]
enum Target {
    /// A function value known only when the program runs.
    Unknown,
    /// A function without captures, and its function value if it takes that as an argument.
    Static(Sym, Option<Sym>),
    /// A closure in the frame.
    Frame(Sym, Slot, i64),
    /// A closure elsewhere.
    Heap(Sym),
}

impl Target {
    /// The code, if it is known.
    fn code(self) -> Option<Sym> {
        match self {
            Target::Unknown => None,
            Target::Static(code, _) | Target::Frame(code, ..) | Target::Heap(code) => Some(code),
        }
    }
}

/// An open statement.
#[derive(Clone, Copy, Debug)]
struct Open {
    target: Target,
    /// Its body stands at the exits.
    inlined: bool,
    /// A panic may come out of the call.
    may_panic: bool,
}

impl Open {
    fn new(s: &Statement, bodies: &Bodies) -> Open {
        let inlined = s.decision.kind == DeferKind::Inlined;
        let body = s.target.code().filter(|_| inlined).and_then(|code| bodies.get(code));
        Open { target: s.target, inlined, may_panic: body.is_none_or(|b| b.may_panic) }
    }
}

/// Finds out which code a defer statement in `block` will run.
fn target(f: &Func, block: Block, inst: Inst, statics: &StaticFuncs) -> Target {
    let fun = f.resolve(f.insts[inst].args[0]);
    let Some(def) = f.def_inst(fun) else { return Target::Unknown };
    let def = &f.insts[def];
    let home = match (def.op, def.imm) {
        (Op::SymAddr, Imm::Sym(value, 0)) => {
            return match statics.get(&value) {
                Some(s) => Target::Static(s.code, s.takes_context.then_some(value)),
                None => Target::Unknown,
            };
        }
        (Op::SlotAddr, Imm::Slot(slot, offset)) => Some((slot, offset)),
        (Op::Alloc, _) => None,
        _ => return Target::Unknown,
    };
    // The code pointer of a closure is stored where the closure is made, in straight line with the statement.
    let before = f.blocks[block].insts.iter().rev().skip_while(|&&i| i != inst);
    for &i in before {
        let d = &f.insts[i];
        if d.op == Op::Store
            && d.imm == Imm::Int(offset_of!(abi::layout::FuncVal, code) as i64)
            && f.resolve(d.args[1]) == fun
        {
            let code = f.def_inst(d.args[0]).map(|i| &f.insts[i]);
            return match (code.map(|c| (c.op, c.imm)), home) {
                (Some((Op::SymAddr, Imm::Sym(code, 0))), Some((slot, offset))) => {
                    Target::Frame(code, slot, offset)
                }
                (Some((Op::SymAddr, Imm::Sym(code, 0))), None) => Target::Heap(code),
                _ => Target::Unknown,
            };
        }
    }
    Target::Unknown
}

/// The lowering of one function: blocks are rewritten one after the other, new ones are placed where they arise.
struct Lowering<'a> {
    f: &'a mut Func,
    /// The open statements, by number.
    open: Vec<Open>,
    sites: &'a Sites,
    /// Whether to report to the event trace.
    trace: bool,
    /// Those that a panic may find due: the others are not told to the runtime.
    due: u64,
    /// Where all exits stand, if not where they are.
    exit_pos: Option<Pos>,
    /// The block being written.
    block: Block,
    /// What it holds so far.
    insts: Vec<Inst>,
    /// Where new instructions belong.
    pos: Pos,
    /// The signature of a function value called indirectly, once there is one.
    sig: Option<SigId>,
    /// Calls to be replaced by the bodies.
    bodies: Vec<Inst>,
}

impl Lowering<'_> {
    fn block(&mut self, b: Block, flow: &Flow, plan: &exit::Plan, needs_zero: bool) {
        let old = std::mem::take(&mut self.f.blocks[b].insts);
        self.start(b);
        if needs_zero && self.f.layout.is_empty() {
            self.pos = Pos::NONE;
            self.store_bits(0);
        }
        let mut state = plan.state_at(b, flow);
        for inst in old {
            let (op, pos) = (self.f.insts[inst].op, self.f.insts[inst].pos);
            match op {
                Op::Defer => {
                    self.pos = pos;
                    self.statement(inst, &mut state);
                }
                Op::DeferRange => {
                    self.pos = pos;
                    self.range(inst, &mut state);
                }
                Op::DeferExit => {
                    self.pos = self.exit_pos.unwrap_or(pos);
                    if let Some(shared) = plan.elsewhere(b, &state) {
                        self.jump(shared);
                        break;
                    }
                    self.exit(&state, plan.is_landing(b));
                }
                _ => self.insts.push(inst),
            }
        }
        self.finish();
    }

    fn statement(&mut self, inst: Inst, state: &mut State) {
        let fun = self.f.insts[inst].args[0];
        match self.sites[&inst] {
            Site::Heap => {
                let level = self.iconst(state.level());
                self.call_rt(RuntimeFn::DeferProc, &[fun, level]);
                state.push_record();
                self.trace_push(fun, DeferKind::Heap);
            }
            Site::Stack => {
                let n = self.f.slots.len();
                let (size, align) = (size_of::<Defer>() as u32, align_of::<Defer>() as u32);
                let slot = self.f.new_slot(size, align, format!("defer{n}"));
                let record = self.slot_addr(slot, 0);
                self.store(Ty::Ptr, fun, record, offset_of!(Defer, fun) as i64);
                let level = self.iconst(state.level());
                self.call_rt(RuntimeFn::DeferProcStack, &[record, level]);
                state.push_record();
                self.trace_push(fun, DeferKind::Stack);
            }
            Site::Open(number) => {
                let target = self.open[number as usize].target;
                let needed =
                    self.due >> number & 1 != 0 || matches!(target, Target::Unknown | Target::Heap(_));
                let slots = needed.then(|| self.open_slot());
                if let Some(slots) = slots {
                    self.store(Ty::Ptr, fun, slots, OpenDefers::fun_offset(number) as i64);
                }
                if state.may == state.must {
                    self.store_bits(state.may | 1 << number);
                } else {
                    let bits = self.load_bits();
                    let bit = self.iconst(1 << number);
                    let bits = self.binary(Op::Or, bits, bit);
                    let at = slots.unwrap_or_else(|| self.open_slot());
                    self.store(Ty::I64, bits, at, 0);
                }
                state.push_open(number);
                self.trace_push(fun, DeferKind::Open);
            }
        }
    }

    /// The record of a range-over-func loop, in the place of `deferrange`'s result.
    fn range(&mut self, inst: Inst, state: &mut State) {
        let level = self.iconst(state.level());
        let data = &mut self.f.insts[inst];
        data.op = Op::CallRt;
        data.ty = Ty::I64;
        data.args = smallvec![level];
        data.imm = Imm::Rt(RuntimeFn::DeferRangeFunc);
        self.insts.push(inst);
        state.push_record();
    }

    // Instructions

    fn start(&mut self, b: Block) {
        self.block = b;
    }

    fn finish(&mut self) {
        self.f.blocks[self.block].insts = std::mem::take(&mut self.insts);
        self.f.layout.push(self.block);
    }

    fn emit(&mut self, op: Op, ty: Ty, args: &[Value], imm: Imm, results: &[Ty]) -> Inst {
        let data = InstData {
            op,
            ty,
            args: args.into(),
            imm,
            targets: Vec::new(),
            cases: Vec::new(),
            results: smallvec![],
            pos: self.pos,
        };
        let inst = self.f.make_inst(data, results);
        self.insts.push(inst);
        inst
    }

    fn value(&mut self, op: Op, ty: Ty, args: &[Value], imm: Imm, result: Ty) -> Value {
        let inst = self.emit(op, ty, args, imm, &[result]);
        self.f.insts[inst].results[0]
    }

    fn iconst(&mut self, k: u64) -> Value {
        self.value(Op::IConst, Ty::I64, &[], Imm::Int(k as i64), Ty::I64)
    }

    fn binary(&mut self, op: Op, a: Value, b: Value) -> Value {
        self.value(op, Ty::I64, &[a, b], Imm::None, Ty::I64)
    }

    fn slot_addr(&mut self, slot: Slot, offset: i64) -> Value {
        self.value(Op::SlotAddr, Ty::Ptr, &[], Imm::Slot(slot, offset), Ty::Ptr)
    }

    fn open_slot(&mut self) -> Value {
        let slot = self.f.open_defers.expect("a function with open defers has their slot");
        self.slot_addr(slot, 0)
    }

    fn store(&mut self, ty: Ty, v: Value, at: Value, offset: i64) {
        self.emit(Op::Store, ty, &[v, at], Imm::Int(offset), &[]);
    }

    fn load(&mut self, ty: Ty, at: Value, offset: i64) -> Value {
        self.value(Op::Load, ty, &[at], Imm::Int(offset), ty)
    }

    fn store_bits(&mut self, bits: u64) {
        let (v, at) = (self.iconst(bits), self.open_slot());
        self.store(Ty::I64, v, at, 0);
    }

    fn load_bits(&mut self) -> Value {
        let at = self.open_slot();
        self.load(Ty::I64, at, 0)
    }

    fn call_rt(&mut self, rt: RuntimeFn, args: &[Value]) {
        self.emit(Op::CallRt, Ty::I64, args, Imm::Rt(rt), &[]);
    }

    fn jump(&mut self, to: Block) {
        let inst = self.emit(Op::Jump, Ty::I64, &[], Imm::None, &[]);
        self.f.insts[inst].targets = vec![BlockCall { block: to, args: SmallVec::new() }];
    }

    /// Branches on bit `n` of `bits`; code written next is for a set bit.
    fn branch_on_bit(&mut self, bits: Value, n: u32, clear: Block) {
        let cold = self.f.blocks[self.block].cold;
        let mask = self.iconst(1 << n);
        let bit = self.binary(Op::And, bits, mask);
        let zero = self.iconst(0);
        let set = self.value(Op::ICmp, Ty::I64, &[bit, zero], Imm::Cond(Cond::Ne), Ty::I8);
        let run = self.f.blocks.push(Default::default());
        self.f.blocks[run].cold = cold;
        self.f.blocks[clear].cold = cold;
        let br = self.emit(Op::Br, Ty::I64, &[set], Imm::None, &[]);
        self.f.insts[br].targets =
            [run, clear].map(|block| BlockCall { block, args: SmallVec::new() }).into();
        self.finish();
        self.start(run);
    }
}
