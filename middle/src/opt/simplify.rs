//! Constant folding, algebraic identities, and branches whose condition is known.
//!
//! Cranelift does such things too, but later: here they make checks and blocks go away before escape analysis and
//! defer lowering look at the function.

use crate::ir::{Cond, Func, Imm, Inst, InstData, Op, Ty, Value, ValueDef};

/// Runs the pass.
pub fn run(f: &mut Func) {
    for b in f.layout.clone() {
        for i in 0..f.blocks[b].insts.len() {
            let inst = f.blocks[b].insts[i];
            fold(f, inst);
        }
        f.blocks[b].insts.retain(|&i| !is_void(f.insts[i].op, &f.insts[i].imm, &f.insts[i].args));
        fold_branch(f, b);
    }
    f.remove_unreachable();
    super::params::run(f);
}

/// A check that was found to hold is marked by dropping its operands.
fn is_void(op: Op, _: &Imm, args: &[Value]) -> bool {
    matches!(op, Op::Guard | Op::NilCheck) && args.is_empty()
}

fn fold(f: &mut Func, inst: Inst) {
    let d = &f.insts[inst];
    let k = |n: usize| d.args.get(n).and_then(|&v| f.as_iconst(v));
    match d.op {
        Op::Guard if k(0).is_some_and(|c| c & 0xff != 0) => f.insts[inst].args.clear(),
        Op::NilCheck if is_never_nil(f, d.args[0]) => f.insts[inst].args.clear(),
        Op::ICmp => {
            let Imm::Cond(cond) = d.imm else { return };
            let known = match (k(0), k(1)) {
                (Some(a), Some(b)) => Some(compare(cond, d.ty, a, b)),
                _ if f.resolve(d.args[0]) == f.resolve(d.args[1]) => Some(compare(cond, d.ty, 0, 0)),
                (None, Some(0)) if d.ty == Ty::Ptr && is_never_nil(f, d.args[0]) => match cond {
                    Cond::Eq => Some(false),
                    Cond::Ne => Some(true),
                    _ => None,
                },
                _ => None,
            };
            if let Some(c) = known {
                constant(f, inst, Ty::I8, i64::from(c));
            }
        }
        Op::Select => {
            if let Some(c) = k(0) {
                let v = d.args[if c & 0xff != 0 { 1 } else { 2 }];
                alias(f, inst, v);
            }
        }
        Op::SExt | Op::ZExt | Op::Trunc => {
            if let Some(v) = k(0) {
                let from = f.ty(f.resolve(d.args[0]));
                let v = if d.op == Op::ZExt { zero_extend(from, v) } else { v };
                let ty = d.ty;
                constant(f, inst, ty, sign_extend(ty, v));
            }
        }
        Op::PtrAdd if k(1) == Some(0) => {
            let v = d.args[0];
            alias(f, inst, v);
        }
        Op::PtrAdd => {}
        Op::Xor if d.ty == Ty::I8 && k(1) == Some(1) && k(0).is_none() => negate(f, inst),
        op if op.info().pure_ && d.args.len() == 2 && !d.ty.is_float() => binary(f, inst),
        _ => {}
    }
}

/// The negation of a comparison is a comparison. Of floats only equality has an inverse: others are false for NaN both
/// ways.
fn negate(f: &mut Func, inst: Inst) {
    let Some(of) = f.def_inst(f.insts[inst].args[0]) else { return };
    let InstData { op, ty, ref args, imm, .. } = f.insts[of];
    let (args, Imm::Cond(cond)) = (args.clone(), imm) else { return };
    if op == Op::ICmp || op == Op::FCmp && matches!(cond, Cond::Eq | Cond::Ne) {
        let d = &mut f.insts[inst];
        (d.op, d.ty, d.args, d.imm) = (op, ty, args, Imm::Cond(cond.inverse()));
    }
}

fn binary(f: &mut Func, inst: Inst) {
    let d = &f.insts[inst];
    let (ty, op, a) = (d.ty, d.op, d.args[0]);
    let (ka, kb) = (f.as_iconst(d.args[0]), f.as_iconst(d.args[1]));
    if matches!(op, Op::Or | Op::Xor | Op::Add)
        && let Some((v, count)) = rotation(f, d)
    {
        let d = &mut f.insts[inst];
        (d.op, d.args) = (Op::RotL, [v, count].into_iter().collect());
        return;
    }
    if let (Some(x), Some(y)) = (ka, kb) {
        if let Some(v) = evaluate(op, ty, x, y) {
            constant(f, inst, ty, sign_extend(ty, v));
        }
        return;
    }
    let identity = matches!(
        (op, kb),
        (Op::Add | Op::Sub | Op::Or | Op::Xor | Op::Shl | Op::LShr | Op::AShr, Some(0))
            | (Op::Mul | Op::SDiv | Op::UDiv, Some(1))
            | (Op::And, Some(-1))
    );
    if identity {
        alias(f, inst, a);
    } else if matches!((op, kb), (Op::Mul | Op::And, Some(0))) {
        constant(f, inst, ty, 0);
    } else if ka == Some(0) && matches!(op, Op::Add | Op::Or | Op::Xor) {
        let b = f.insts[inst].args[1];
        alias(f, inst, b);
    }
}

/// `x<<k | x>>(w-k)` for a constant k between 0 and the width w: the value and the count of the rotation.
fn rotation(f: &Func, d: &InstData) -> Option<(Value, Value)> {
    let shift = |v: Value| {
        let s = &f.insts[f.def_inst(v)?];
        let &[x, count] = &s.args[..] else { return None };
        Some((s.op, f.resolve(x), count, f.as_iconst(count)?))
    };
    let (a, b) = (shift(d.args[0])?, shift(d.args[1])?);
    let ((_, x, count, up), (_, y, _, down)) = match (a.0, b.0) {
        (Op::Shl, Op::LShr) => (a, b),
        (Op::LShr, Op::Shl) => (b, a),
        _ => return None,
    };
    let width = i64::from(d.ty.size()) * 8;
    (x == y && (1..width).contains(&up) && up + down == width).then_some((x, count))
}

/// What the operation yields for sign-extended operands; `None` where it is not folded.
pub(super) fn evaluate(op: Op, ty: Ty, x: i64, y: i64) -> Option<i64> {
    let bits = i64::from(ty.size()) * 8;
    let (ux, uy) = (zero_extend(ty, x) as u64, zero_extend(ty, y) as u64);
    Some(match op {
        Op::Add => x.wrapping_add(y),
        Op::Sub => x.wrapping_sub(y),
        Op::Mul => x.wrapping_mul(y),
        Op::And => x & y,
        Op::Or => x | y,
        Op::Xor => x ^ y,
        Op::SDiv if y != 0 => x.wrapping_div(y),
        Op::SRem if y != 0 => x.wrapping_rem(y),
        Op::UDiv if uy != 0 => (ux / uy) as i64,
        Op::URem if uy != 0 => (ux % uy) as i64,
        Op::Shl => {
            if (y as u64) < bits as u64 {
                x << y
            } else {
                0
            }
        }
        Op::LShr => {
            if (y as u64) < bits as u64 {
                (ux >> y) as i64
            } else {
                0
            }
        }
        Op::AShr => x >> (y as u64).min(bits as u64 - 1),
        _ => return None,
    })
}

pub(super) fn compare(cond: Cond, ty: Ty, a: i64, b: i64) -> bool {
    let (ua, ub) = (zero_extend(ty, a) as u64, zero_extend(ty, b) as u64);
    let (a, b) = (sign_extend(ty, a), sign_extend(ty, b));
    match cond {
        Cond::Eq => a == b,
        Cond::Ne => a != b,
        Cond::Lt => a < b,
        Cond::Le => a <= b,
        Cond::Gt => a > b,
        Cond::Ge => a >= b,
        Cond::ULt => ua < ub,
        Cond::ULe => ua <= ub,
        Cond::UGt => ua > ub,
        Cond::UGe => ua >= ub,
    }
}

pub(super) fn sign_extend(ty: Ty, v: i64) -> i64 {
    let unused = 64 - ty.size() * 8;
    v << unused >> unused
}

fn zero_extend(ty: Ty, v: i64) -> i64 {
    let unused = 64 - ty.size() * 8;
    ((v as u64) << unused >> unused) as i64
}

/// Whether an address is known to point to something.
fn is_never_nil(f: &Func, v: Value) -> bool {
    let Some(inst) = f.def_inst(v) else { return false };
    let d = &f.insts[inst];
    match d.op {
        Op::Alloc | Op::SlotAddr | Op::SymAddr => true,
        Op::PtrAdd => is_never_nil(f, d.args[0]),
        _ => false,
    }
}

fn constant(f: &mut Func, inst: Inst, ty: Ty, k: i64) {
    let d = &mut f.insts[inst];
    d.op = Op::IConst;
    d.ty = ty;
    d.imm = Imm::Int(k);
    d.args.clear();
}

fn alias(f: &mut Func, inst: Inst, v: Value) {
    let r = f.insts[inst].results[0];
    let v = f.resolve(v);
    f.values[r].def = ValueDef::Alias(v);
    // The instruction stays as a dead one with a result of its own.
    let ty = f.ty(r);
    let spare = f.values.push(crate::ir::ValueData { ty, def: ValueDef::Result(inst, 0) });
    f.insts[inst].results[0] = spare;
}

fn fold_branch(f: &mut Func, b: crate::ir::Block) {
    let Some(t) = f.terminator(b) else { return };
    turn_branch(f, t);
    let d = &f.insts[t];
    let Some(k) = d.args.first().and_then(|&v| f.as_iconst(v)) else { return };
    let taken = match d.op {
        Op::Br => usize::from(k & 0xff == 0),
        Op::Switch => d.cases.iter().position(|&c| c == k).map_or(0, |i| i + 1),
        _ => return,
    };
    let d = &mut f.insts[t];
    let target = d.targets.swap_remove(taken);
    d.op = Op::Jump;
    d.targets = vec![target];
    d.cases.clear();
    d.args.clear();
    d.ty = Ty::I64;
}

/// A branch on a negation is a branch the other way round.
fn turn_branch(f: &mut Func, t: Inst) {
    if f.insts[t].op != Op::Br {
        return;
    }
    while let Some(of) = f.def_inst(f.insts[t].args[0])
        && let InstData { op: Op::Xor, ty: Ty::I8, ref args, .. } = f.insts[of]
        && f.as_iconst(args[1]) == Some(1)
    {
        let c = args[0];
        let d = &mut f.insts[t];
        d.args[0] = c;
        d.targets.swap(0, 1);
    }
}
