//! Removes checks and decides comparisons that follow from what is known where they stand.
//!
//! Known are differences of 64-bit integers: `a <= b + c`, from the conditions of dominating branches and guards, and from
//! how values are computed. The question whether `a <= b + c` is answered on demand, backwards from the question
//! (Bodík, Gupta, Sarkar: "ABCD: Eliminating Array Bounds Checks on Demand", PLDI 2000), here with signed integers of
//! 64 bits that wrap: an addition says something only as far as it is known not to wrap. A parameter of a loop's head
//! is at most what all its arguments are, where the argument of a back edge may rely on the same bound of the parameter in the iteration before.
//!
//! ```text
//!  mod    the pass: which questions are asked, what follows from the answers
//!  facts  what conditions tell, and where it holds
//!  solve  the search
//! ```

mod facts;
mod solve;

use crate::ir::cfg::Dominators;
use crate::ir::{Func, Imm, Inst, Op, Ty, Value, ValueDef};
use facts::{At, Facts};
use solve::Solver;

/// Runs the pass.
pub fn run(f: &mut Func) {
    let asks = |i: &&Inst| {
        let d = &f.insts[**i];
        d.op == Op::ICmp && d.ty == Ty::I64 || strength(d.op).is_some() || shift(d.op)
    };
    if !f.layout.iter().flat_map(|&b| &f.blocks[b].insts).any(|i| asks(&i)) {
        return;
    }
    let doms = Dominators::new(f);
    let facts = Facts::new(f, &doms);
    let changes = questions(f, &doms, &facts);
    if changes.is_empty() {
        return;
    }
    for change in changes {
        apply(f, change);
    }
    // Known conditions take their branches and guards along.
    super::simplify::run(f);
    super::dce::run(f);
}

/// What is found out about an instruction.
enum Change {
    /// The check always passes.
    Passes(Inst),
    /// Its condition is known.
    Condition(Inst, bool),
    /// It is a comparison with this result wherever it stands.
    Known(Inst, bool),
    /// It may be this operation, with the last operand replaced by a constant.
    Becomes(Inst, Op, i64),
    /// The count of the shift is less than the width.
    SmallCount(Inst),
}

fn questions(f: &Func, doms: &Dominators, facts: &Facts) -> Vec<Change> {
    let mut solver = Solver::new(f, doms, facts);
    let mut out = Vec::new();
    for &b in &doms.rpo {
        for (index, &inst) in f.blocks[b].insts.iter().enumerate() {
            let at = At { block: b, index: index as u32 };
            let d = &f.insts[inst];
            solver.about_check(d.op == Op::Guard);
            match d.op {
                Op::Guard => {
                    if condition(f, facts, &mut solver, d.args[0], at) == Some(true) {
                        out.push(Change::Passes(inst));
                    }
                }
                Op::Br => {
                    if let Some(known) = condition(f, facts, &mut solver, d.args[0], at) {
                        out.push(Change::Condition(inst, known));
                    }
                }
                Op::ICmp if d.ty == Ty::I64 && !only_branches(facts, d.results[0]) => {
                    if let Some(known) = comparison(f, &mut solver, inst, at) {
                        out.push(Change::Known(inst, known));
                    }
                }
                op if shift(op) && f.as_iconst(d.args[1]).is_none() => {
                    let last = i64::from(d.ty.size()) * 8 - 1;
                    let count = f.resolve(d.args[1]);
                    if solver.nonneg(count, at) && solver.at_most(Some(count), None, last, at) {
                        out.push(Change::SmallCount(inst));
                    }
                }
                op => {
                    if let Some(to) = strength(op)
                        && d.ty == Ty::I64
                        && let Some(k) = f.as_iconst(d.args[1])
                        && k > 0
                        && k & (k - 1) == 0
                        && solver.nonneg(f.resolve(d.args[0]), at)
                    {
                        let operand = if to == Op::And { k - 1 } else { i64::from(k.trailing_zeros()) };
                        out.push(Change::Becomes(inst, to, operand));
                    }
                }
            }
        }
    }
    out
}

/// What a signed division by a power of two is for operands that are not negative.
fn strength(op: Op) -> Option<Op> {
    match op {
        Op::SDiv => Some(Op::LShr),
        Op::SRem => Some(Op::And),
        _ => None,
    }
}

fn shift(op: Op) -> bool {
    matches!(op, Op::Shl | Op::LShr | Op::AShr)
}

/// Whether a comparison is used as condition of branches and guards only, where it is looked at anyway.
fn only_branches(facts: &Facts, v: Value) -> bool {
    !facts.used_as_value.contains(v)
}

/// What a condition is known to be.
fn condition(f: &Func, facts: &Facts, solver: &mut Solver<'_>, c: Value, at: At) -> Option<bool> {
    let c = f.resolve(c);
    if let Some(known) = facts.known(solver.doms, c, at) {
        return Some(known);
    }
    let inst = f.def_inst(c)?;
    (f.insts[inst].op == Op::ICmp && f.insts[inst].ty == Ty::I64).then(|| comparison(f, solver, inst, at))?
}

/// What a comparison is known to be.
fn comparison(f: &Func, solver: &mut Solver<'_>, inst: Inst, at: At) -> Option<bool> {
    let d = &f.insts[inst];
    let Imm::Cond(cond) = d.imm else { return None };
    let (a, b) = (f.resolve(d.args[0]), f.resolve(d.args[1]));
    if solver.holds(cond, a, b, at) {
        Some(true)
    } else if solver.holds(cond.inverse(), a, b, at) {
        Some(false)
    } else {
        None
    }
}

fn apply(f: &mut Func, change: Change) {
    match change {
        // The simplifier takes a guard without operands away.
        Change::Passes(inst) => f.insts[inst].args.clear(),
        Change::Condition(inst, known) => {
            let c = constant(f, inst, Ty::I8, i64::from(known));
            f.insts[inst].args[0] = c;
        }
        Change::Known(inst, known) => {
            let d = &mut f.insts[inst];
            (d.op, d.ty, d.imm) = (Op::IConst, Ty::I8, Imm::Int(i64::from(known)));
            d.args.clear();
        }
        Change::Becomes(inst, op, k) => {
            let k = constant(f, inst, Ty::I64, k);
            let d = &mut f.insts[inst];
            d.op = op;
            d.args[1] = k;
        }
        Change::SmallCount(inst) => {
            // The code generator sees from the mask that the machine's shift will do.
            let d = &f.insts[inst];
            let (count, ty) = (f.resolve(d.args[1]), d.ty);
            let count_ty = f.ty(count);
            let mask = constant(f, inst, count_ty, i64::from(ty.size()) * 8 - 1);
            let masked = before(f, inst, Op::And, count_ty, &[count, mask], Imm::None);
            f.insts[inst].args[1] = masked;
        }
    }
}

fn constant(f: &mut Func, inst: Inst, ty: Ty, k: i64) -> Value {
    before(f, inst, Op::IConst, ty, &[], Imm::Int(k))
}

/// A new instruction in front of another.
fn before(f: &mut Func, inst: Inst, op: Op, ty: Ty, args: &[Value], imm: Imm) -> Value {
    let data = crate::ir::InstData {
        op,
        ty,
        args: args.into(),
        imm,
        targets: Vec::new(),
        cases: Vec::new(),
        results: Default::default(),
        pos: f.insts[inst].pos,
    };
    let new = f.make_inst(data, &[ty]);
    let place = f.layout.iter().copied().find_map(|b| {
        let at = f.blocks[b].insts.iter().position(|&i| i == inst)?;
        Some((b, at))
    });
    let (b, at) = place.expect("the instruction is in the layout");
    f.blocks[b].insts.insert(at, new);
    f.insts[new].results[0]
}

/// A value that is defined by an instruction of this kind.
fn def(f: &Func, v: Value) -> Option<&crate::ir::InstData> {
    match f.values[v].def {
        ValueDef::Result(inst, _) => Some(&f.insts[inst]),
        _ => None,
    }
}
