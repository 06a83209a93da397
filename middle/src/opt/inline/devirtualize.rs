//! Calls through function values that are known become direct calls.

use rustc_hash::FxHashMap;

use crate::ir::funcval::{CODE, called_value};
use crate::ir::{AllocKind, Func, Imm, Inst, Module, Op, Sym, Value};
use crate::pipeline::StaticFuncs;

/// The code of the closures that a function makes.
pub(super) type Closures = FxHashMap<Value, Sym>;

/// Whether what is allocated starts with a code pointer that never changes.
pub(super) fn is_closure(kind: AllocKind) -> bool {
    matches!(kind, AllocKind::Closure | AllocKind::MethodValue)
}

/// Finds them.
pub(super) fn closures(f: &Func) -> Closures {
    let mut out = Closures::default();
    for &inst in f.layout.iter().flat_map(|&b| &f.blocks[b].insts) {
        let d = &f.insts[inst];
        if d.op != Op::Store || d.imm != CODE {
            continue;
        }
        let closure = f.resolve(d.args[1]);
        let made = f.def_inst(closure).map(|i| f.insts[i].imm);
        if let Some(Imm::Alloc(id)) = made
            && is_closure(f.allocs[id].kind)
            && let Some(code) = f.def_inst(d.args[0])
            && let (Op::SymAddr, Imm::Sym(code, 0)) = (f.insts[code].op, f.insts[code].imm)
        {
            out.insert(closure, code);
        }
    }
    out
}

/// Makes an indirect call direct if its callee is known; reports whether it was.
pub(super) fn call(
    module: &Module,
    f: &mut Func,
    inst: Inst,
    closures: &Closures,
    statics: &StaticFuncs,
) -> bool {
    let Some((code, args)) = known(f, inst, closures, statics) else { return false };
    let Some(callee) = module.func(code) else { return false };
    let types = |vs: &[Value]| vs.iter().map(|&v| f.ty(v)).collect::<Vec<_>>();
    if types(&args) != callee.sig.params || types(&f.insts[inst].results) != callee.sig.results {
        return false;
    }
    let d = &mut f.insts[inst];
    (d.op, d.imm, d.args) = (Op::Call, Imm::Sym(code, 0), args.into());
    true
}

/// The code that an indirect call runs, and the arguments it takes.
fn known(f: &Func, inst: Inst, closures: &Closures, statics: &StaticFuncs) -> Option<(Sym, Vec<Value>)> {
    let fun = called_value(f, inst)?;
    let args = &f.insts[inst].args[1..];
    if let Some(&code) = closures.get(&fun) {
        return Some((code, args.to_vec()));
    }
    let made = &f.insts[f.def_inst(fun)?];
    let (Op::SymAddr, Imm::Sym(value, 0)) = (made.op, made.imm) else { return None };
    let target = statics.get(&value)?;
    let keep = if target.takes_context { args.len() } else { args.len() - 1 };
    Some((target.code, args[..keep].to_vec()))
}
