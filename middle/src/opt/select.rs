//! Branches that only choose a value become `select` (gc's pass "branchelim"): nothing to mispredict.
//!
//! ```text
//!   br c, T, J(x)                T': …
//! T: y = …; jump J(y)      →     z = select c, y, x
//! J(v):                          jump J(z)
//! ```
//!
//! Either side may be missing. What they compute is computed always then, so it must be little and may do nothing else.

use smallvec::SmallVec;

use crate::ir::{Block, BlockCall, Func, Imm, Inst, InstData, Op, Ty, Value};

/// Instructions of both sides together that are worth a branch.
const MOST_INSTS: usize = 2;
/// Values that may differ.
const MOST_VALUES: usize = 2;

/// Runs the pass.
pub fn run(f: &mut Func) {
    let preds = f.predecessors();
    let mut changed = false;
    // From the last block: an inner choice goes before the one around it.
    for b in f.layout.clone().into_iter().rev() {
        let Some(t) = f.terminator(b).filter(|&t| f.insts[t].op == Op::Br) else { continue };
        let is_own = |s: Block| s != b && preds[s].len() == 1 && f.blocks[s].params.is_empty();
        let Some([yes, no]) = sides(f, t, is_own) else { continue };
        if yes.to.block == no.to.block && f.landing != Some(yes.to.block) && !is_rare(f, [&yes, &no]) {
            changed |= choose(f, b, t, yes, no);
        }
    }
    if changed {
        f.remove_unreachable();
        super::params::run(f);
    }
}

/// One way from a branch to where both meet.
struct Side {
    /// The block in between, if there is one.
    own: Option<Block>,
    /// Where it leads.
    to: BlockCall,
}

fn sides(f: &Func, branch: Inst, is_own: impl Fn(Block) -> bool) -> Option<[Side; 2]> {
    let side = |target: &BlockCall| -> Side {
        let jump = f.terminator(target.block).filter(|&t| f.insts[t].op == Op::Jump);
        match jump {
            Some(jump) if is_own(target.block) && f.landing != Some(target.block) => {
                Side { own: Some(target.block), to: f.insts[jump].targets[0].clone() }
            }
            _ => Side { own: None, to: target.clone() },
        }
    };
    let [yes, no] = &f.insts[branch].targets[..] else { return None };
    let (a, b) = (side(yes), side(no));
    if a.to.block == b.to.block {
        return Some([a, b]);
    }
    // A block that ends in a jump may itself be where both meet.
    let direct = |target: &BlockCall| Side { own: None, to: target.clone() };
    if a.to.block == no.block {
        return Some([a, direct(no)]);
    }
    (b.to.block == yes.block).then(|| [direct(yes), b])
}

/// A side that is known to be rare is better left to a predicted branch.
fn is_rare(f: &Func, sides: [&Side; 2]) -> bool {
    sides.iter().any(|s| s.own.is_some_and(|b| f.blocks[b].cold))
}

/// Whether an instruction is as cheap as a branch and may run although it is not asked for.
fn is_cheap(f: &Func, inst: Inst) -> bool {
    use Op::*;
    let d = &f.insts[inst];
    let op = matches!(
        d.op,
        Add | Sub
            | And
            | Or
            | Xor
            | Neg
            | Not
            | ICmp
            | SExt
            | ZExt
            | Trunc
            | Bitcast
            | Address
            | SymAddr
            | SlotAddr
    );
    op && d.results.iter().all(|&v| !f.ty(v).is_float())
}

fn choose(f: &mut Func, b: Block, branch: Inst, yes: Side, no: Side) -> bool {
    let body = |s: &Side| -> SmallVec<[Inst; 4]> {
        let insts = s.own.map_or(&[][..], |own| &f.blocks[own].insts);
        insts.iter().copied().filter(|&i| !f.insts[i].op.is_terminator()).collect()
    };
    let moved: SmallVec<[Inst; 8]> = body(&yes).into_iter().chain(body(&no)).collect();
    let is_constant = |i: Inst| f.insts[i].op == Op::IConst;
    let work = moved.iter().filter(|&&i| !is_constant(i));
    if work.clone().count() > MOST_INSTS || !work.clone().all(|&i| is_cheap(f, i)) {
        return false;
    }
    let pairs: Vec<(Value, Value)> =
        yes.to.args.iter().zip(&no.to.args).map(|(&x, &y)| (f.resolve(x), f.resolve(y))).collect();
    let differ = pairs.iter().filter(|(x, y)| x != y).count();
    if differ == 0 && !moved.is_empty()
        || differ > MOST_VALUES
        || pairs.iter().any(|&(x, y)| x != y && f.ty(x).is_float())
    {
        return false;
    }
    let (condition, pos) = (f.insts[branch].args[0], f.insts[branch].pos);
    f.blocks[b].insts.pop();
    f.blocks[b].insts.extend(moved);
    let mut args = SmallVec::new();
    for (x, y) in pairs {
        args.push(if x == y { x } else { select(f, b, [condition, x, y], pos) });
    }
    let d = &mut f.insts[branch];
    (d.op, d.targets) = (Op::Jump, vec![BlockCall { block: yes.to.block, args }]);
    d.args.clear();
    f.blocks[b].insts.push(branch);
    for own in [yes.own, no.own].into_iter().flatten() {
        f.blocks[own].insts.clear();
        f.layout.retain(|&x| x != own);
    }
    true
}

fn select(f: &mut Func, b: Block, args: [Value; 3], pos: frontend::source::Pos) -> Value {
    let ty: Ty = f.ty(args[1]);
    let data = InstData {
        op: Op::Select,
        ty,
        args: SmallVec::from_slice(&args),
        imm: Imm::None,
        targets: Vec::new(),
        cases: Vec::new(),
        results: SmallVec::new(),
        pos,
    };
    let inst = f.make_inst(data, &[ty]);
    f.blocks[b].insts.push(inst);
    f.insts[inst].results[0]
}
