//! `for … range f`: the loop's body becomes a function that the iterator `f` calls (Go spec, For range).
//!
//! ```text
//! for x := range f { body }        control = {state: Ready, exit: 0}
//!                                  f(func(x T) bool {
//!                                      if control.state != Ready { panic }; control.state = Panic
//!                                      body
//!                                      control.state = Ready; return true })
//!                                  if control.state == Panic { panic }; control.state = Exhausted
//!                                  continue as control.exit says
//! ```
//!
//! A statement in the body that leaves the loop writes its number to `exit`, sets the state `Done` and returns false;
//! what then follows the call of `f` does the branch or return, which may in turn leave an outer body. Results of the
//! function around the loops are in memory; so is the record that its deferred calls are added to. The states, and when
//! they change, are those of gc (`cmd/compile/internal/rangefunc`).

use abi::RuntimeFn;
use abi::layout::RangeState;
use frontend::ast::{BranchKind, ExprId};
use frontend::object::ObjId;
use frontend::source::Symbol;
use frontend::types::{Basic, TyId};

use super::Context;
use super::call::Prepared;
use super::captures::BodyFacts;
use super::func::{Flow, FuncCx, ResultVar, Storage};
use super::range::Loop;
use super::value::Val;
use crate::ir::{AllocKind, Block, Cond, Imm, Op, Ty, Value};

/// Offset of the number of the exit in the control record; the state stands first.
const EXIT: i64 = 8;

/// How a statement leaves the body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// The function around the loops returns what its results hold.
    Return,
    /// A branch to a label around the loop.
    Branch(BranchKind, Symbol),
}

/// What the body of a range-over-func loop knows of its loop.
pub struct RangeBody {
    /// The address of the loop's control record.
    control: Value,
    /// The record that deferred calls are added to.
    pub defers: Option<Value>,
    /// The results of the function around the loops.
    pub results: Vec<ResultVar>,
    /// The labels in the body.
    pub labels: Vec<Symbol>,
    /// The exits, by their number minus 1.
    exits: Vec<Exit>,
}

impl FuncCx<'_, '_> {
    /// `for targets = range x { body }` for a function `x` of type `ty`.
    pub(super) fn range_func(&mut self, l: &Loop<'_>, x: ExprId, ty: TyId) {
        let facts = self.facts.bodies.get(&x).cloned().unwrap_or_default();
        let yield_ty = self.cx.canon(self.cx.func_ty(ty).params[0].ty);
        let defers = facts.defers.then(|| self.defer_record());
        let control_ty = self.cx.struct_of(&[Basic::Int.ty(), Basic::Int.ty()]);
        let control = self.alloc(control_ty, AllocKind::Var, "range");
        self.set_state(control, RangeState::Ready);
        let (body, exits) = self.body_closure(l, yield_ty, control, defers, &facts);
        let target = self.unordered(|f| f.call_target(x, x));
        let args = target.recv.into_iter().chain([(Val::one(body), yield_ty)]).collect();
        self.emit_call(&Prepared { callee: target.callee, abi: target.abi, args, pos: l.pos });
        self.at(l.body.rbrace);
        let state = self.b.load(Ty::I64, control, 0);
        let panicked = self.int(RangeState::Panic as i64);
        let ok = self.b.icmp(Cond::Ne, state, panicked);
        let missing = self.int(RangeState::MissingPanic as i64);
        self.b.guard(RuntimeFn::PanicRangeState, ok, &[missing]);
        self.set_state(control, RangeState::Exhausted);
        self.take_exit(control, &exits);
    }

    /// Goes on as the body said when it ended the loop.
    fn take_exit(&mut self, control: Value, exits: &[Exit]) {
        if exits.is_empty() {
            return;
        }
        let exit = self.b.load(Ty::I64, control, EXIT);
        let end = self.b.new_block();
        let cases: Vec<(i64, Block)> = (1..).zip(exits).map(|(n, _)| (n, self.b.new_block())).collect();
        self.b.switch(exit, end, &cases);
        for (&exit, (_, block)) in exits.iter().zip(cases) {
            self.enter(block);
            match exit {
                Exit::Return if self.body.is_some() => self.leave_body(exit),
                Exit::Return => self.emit_bare_return(),
                Exit::Branch(kind, label) => self.branch_to(self.b.pos(), kind, Some(label)),
            }
        }
        self.enter(end);
    }

    /// The record for the calls that the body defers: one for all loops in each other.
    fn defer_record(&mut self) -> Value {
        if let Some(record) = self.body.as_ref().and_then(|b| b.defers) {
            return record;
        }
        let inst = self.b.emit(Op::DeferRange, Ty::Ptr, &[], Imm::None, &[Ty::Ptr]);
        self.b.results(inst)[0]
    }

    fn set_state(&mut self, control: Value, state: RangeState) {
        let state = self.int(state as i64);
        self.b.store(state, control, 0);
    }

    /// Where the results of the function around the loops are.
    fn shared_results(&self) -> Vec<ResultVar> {
        self.body.as_ref().map_or(&self.results, |b| &b.results).clone()
    }

    /// The closure that the body is, and how it may leave the loop.
    fn body_closure(
        &mut self,
        l: &Loop<'_>,
        yield_ty: TyId,
        control: Value,
        defers: Option<Value>,
        facts: &BodyFacts,
    ) -> (Value, Vec<Exit>) {
        let pointer = Basic::UnsafePointer.ty();
        let mut parts: Vec<(Val, TyId)> =
            facts.captures.iter().map(|&obj| (self.capture_value(obj), self.capture_type(obj))).collect();
        parts.extend([control].into_iter().chain(defers).map(|p| (Val::one(p), pointer)));
        let results = if facts.returns { self.shared_results() } else { Vec::new() };
        for r in &results {
            let storage = r.storage.clone().expect("results that a body may set are in memory");
            let (addr, _) = self.storage_addr(&storage);
            parts.push((Val::one(self.addr_value(addr)), pointer));
        }
        let types: Vec<TyId> = parts.iter().map(|p| p.1).collect();

        let name = format!("{}-range{}", self.name, facts.number);
        let abi = self.cx.fn_abi(yield_ty, None, Context::Yes);
        let mut f = FuncCx::new(self.cx, self.file, self.pkg, name, abi, l.pos, self.facts, self.out);
        f.is_literal = true;
        f.bind_body(facts, &types, &results);
        f.build_range_body(l, yield_ty);
        let exits = f.body.take().map(|b| b.exits).unwrap_or_default();
        let func = f.finish();
        let code = func.sym;
        self.out.funcs.push(func);
        (self.closure_object(code, &parts, AllocKind::Closure), exits)
    }

    /// Makes what the body has captured known in its function.
    fn bind_body(&mut self, facts: &BodyFacts, types: &[TyId], results: &[ResultVar]) {
        let context = self.abi.context.expect("a closure has a context");
        let mut values = self.closure_parts(self.b.params()[context], types);
        let mut own = values.split_off(facts.captures.len()).into_iter().map(|v| v.scalar());
        let captures: &[ObjId] = &facts.captures;
        self.bind_captures(captures, values);
        let control = own.next().expect("the control record");
        let defers = if facts.defers { own.next() } else { None };
        let mut bound = Vec::with_capacity(results.len());
        for (r, p) in results.iter().zip(own) {
            let var = self.b.new_var(Ty::Ptr, Some("&result"));
            self.b.def_var(var, p);
            bound.push(ResultVar { ty: r.ty, storage: Some(Storage::Heap(var)) });
        }
        self.body = Some(RangeBody {
            control,
            defers,
            results: bound,
            labels: facts.labels.clone(),
            exits: Vec::new(),
        });
    }

    fn build_range_body(&mut self, l: &Loop<'_>, yield_ty: TyId) {
        self.at(l.pos);
        self.range_params(l, yield_ty);
        let control = self.control();
        let state = self.b.load(Ty::I64, control, 0);
        self.set_state(control, RangeState::Panic);
        let ready = self.int(RangeState::Ready as i64);
        let ok = self.b.icmp(Cond::Eq, state, ready);
        self.b.guard(RuntimeFn::PanicRangeState, ok, &[state]);
        let (on_break, next) = (self.b.new_block(), self.b.new_block());
        self.flow.push(Flow { label: l.label, on_break, on_continue: Some(next) });
        self.stmts(l.body.stmts);
        self.flow.pop();
        self.at(l.body.rbrace);
        self.leave_to(next);
        for (block, state, more) in [(next, RangeState::Ready, 1), (on_break, RangeState::Done, 0)] {
            self.enter(block);
            self.set_state(control, state);
            let more = self.b.iconst(Ty::I8, more);
            self.b.ret(&[more]);
        }
    }

    /// The iteration's values become variables, or are assigned.
    fn range_params(&mut self, l: &Loop<'_>, yield_ty: TyId) {
        let types: Vec<TyId> = self.cx.func_ty(yield_ty).params.iter().map(|p| self.cx.canon(p.ty)).collect();
        let (mut targets, mut values) = (Vec::new(), Vec::new());
        for (i, (&ty, &target)) in types.iter().zip(&l.targets).enumerate() {
            let Some(target) = target else { continue };
            let v = self.param_value(i);
            match self.def(self.pos(target)).filter(|_| l.define) {
                Some(obj) => self.declare(obj, Some(&v)),
                None => {
                    targets.push(target);
                    values.push((v, ty));
                }
            }
        }
        self.assign_values(&targets, values);
    }

    fn control(&self) -> Value {
        self.body.as_ref().expect("the body of a loop").control
    }

    /// `return values` in a body.
    pub(super) fn return_from_body(&mut self, values: &[Val]) {
        for (r, v) in self.shared_results().iter().zip(values) {
            let shape = self.shape(r.ty);
            let storage = r.storage.as_ref().expect("results that a body may set are in memory");
            self.store_storage(storage, v, &shape);
        }
        self.leave_body(Exit::Return);
    }

    /// Ends the loop whose body this is, to go on outside.
    pub(super) fn leave_body(&mut self, exit: Exit) {
        let body = self.body.as_mut().expect("the body of a loop");
        let number = match body.exits.iter().position(|&e| e == exit) {
            Some(i) => i + 1,
            None => {
                body.exits.push(exit);
                body.exits.len()
            }
        };
        let control = body.control;
        let number = self.int(number as i64);
        self.b.store(number, control, EXIT);
        self.set_state(control, RangeState::Done);
        let stop = self.b.iconst(Ty::I8, 0);
        self.b.ret(&[stop]);
    }
}
