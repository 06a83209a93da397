//! The bodies of deferred functions, as they run where their frame ends.

use abi::RuntimeFn;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{body, splice};
use crate::ir::{Block, Func, Imm, Inst, InstData, Module, Op, Sym, Ty, ValueDef};
use crate::opt::{dce, simplify};

/// What a deferred function does when its frame ends normally.
pub struct Body {
    func: Func,
    /// What a copy costs.
    pub cost: u32,
    /// A panic may come out of it.
    pub may_panic: bool,
}

/// Bodies by code symbol; those that cannot run in another frame are absent.
pub struct Bodies {
    bodies: FxHashMap<Sym, Body>,
    /// Functions of the runtime out of which no panic comes.
    pub calm: FxHashSet<Sym>,
}

impl Bodies {
    /// The bodies of these functions.
    pub fn new(module: &Module, functions: impl IntoIterator<Item = Sym>) -> Bodies {
        let calm = module.calm_hooks();
        let mut bodies = FxHashMap::default();
        for sym in functions {
            if !bodies.contains_key(&sym)
                && let Some(f) = module.func(sym)
                && let Some(body) = normal_body(module, f, &calm)
            {
                bodies.insert(sym, body);
            }
        }
        Bodies { bodies, calm }
    }

    /// The body of the function with this code.
    pub fn get(&self, code: Sym) -> Option<&Body> {
        self.bodies.get(&code)
    }

    /// Replaces a call by the body of its callee.
    pub fn splice(&self, f: &mut Func, call: Inst) {
        let Imm::Sym(code, 0) = f.insts[call].imm else { return };
        let Some(body) = self.get(code) else { return };
        let holds = |&b: &Block| f.blocks[b].insts.iter().position(|&i| i == call).map(|at| (b, at));
        let Some((block, at)) = f.layout.iter().find_map(holds) else { return };
        splice::run(f, block, at, &body.func, &mut Vec::new());
    }
}

/// A copy of the function in which `recover` finds nothing: it is not the panic that calls it. A wrapper does not
/// count as a caller, so that of `defer recover()` asks for the function around it.
fn normal_body(module: &Module, f: &Func, calm: &FxHashSet<Sym>) -> Option<Body> {
    body(module, f, false)?;
    let recovers = |&i: &Inst| f.insts[i].imm == Imm::Rt(RuntimeFn::GoRecover);
    if f.wrapper && f.layout.iter().flat_map(|&b| &f.blocks[b].insts).any(recovers) {
        return None;
    }
    let mut func = f.clone();
    for b in func.layout.clone() {
        let old = std::mem::take(&mut func.blocks[b].insts);
        let mut new = Vec::with_capacity(old.len());
        for inst in old {
            if func.insts[inst].imm != Imm::Rt(RuntimeFn::GoRecover) {
                new.push(inst);
                continue;
            }
            for r in std::mem::take(&mut func.insts[inst].results) {
                let nil = nil(&mut func, inst);
                func.values[r].def = ValueDef::Alias(func.insts[nil].results[0]);
                new.push(nil);
            }
        }
        func.blocks[b].insts = new;
    }
    simplify::run(&mut func);
    dce::run(&mut func);
    let cost = body(module, &func, false)?.cost;
    let mut insts = func.layout.iter().flat_map(|&b| &func.blocks[b].insts);
    let may_panic = insts.any(|&i| func.may_panic_but(i, calm));
    Some(Body { func, cost, may_panic })
}

fn nil(f: &mut Func, near: Inst) -> Inst {
    let data = InstData {
        op: Op::IConst,
        ty: Ty::Ptr,
        args: Default::default(),
        imm: Imm::Int(0),
        targets: Vec::new(),
        cases: Vec::new(),
        results: Default::default(),
        pos: f.insts[near].pos,
    };
    f.make_inst(data, &[Ty::Ptr])
}
