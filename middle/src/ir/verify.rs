//! The rules of SSA, checked between passes in tests and debug builds.
//!
//! - The layout holds each block once; its first block is the entry, whose parameters are the signature's.
//! - Each block ends in a terminator and has no other one.
//! - Operands and results have the number and types that the operation's row in [`super::op`] demands.
//! - Branches pass as many arguments as the target has parameters, of the same types; nothing branches to the entry.
//! - A definition dominates its uses. A value is defined once.
//! - `ret` returns the signature's results; conditions are i8; addresses are ptr.
//! - Calls of the runtime match its table; `guard` calls a function that does not return.
//! - The landing block has no parameters and no predecessors, and it and the blocks it dominates use no value of
//!   other blocks. `defer` and `deferexit` stand only in functions with a landing block.

use cranelift_entity::SecondaryMap;
use frontend::source::Interner;

use super::cfg::Dominators;
use super::func::*;
use super::op::{Format, Op};

/// Checks a function.
///
/// # Errors
/// The violated rules, each with the instruction in text form.
pub fn func(f: &Func, symbols: &Interner) -> Result<(), Vec<String>> {
    let mut v = Verifier { f, errors: Vec::new(), place: SecondaryMap::new() };
    v.blocks();
    if v.errors.is_empty() {
        v.definitions();
        v.dominance();
        for &b in &f.layout {
            for &inst in &f.blocks[b].insts {
                v.inst(inst);
            }
        }
    }
    if v.errors.is_empty() {
        return Ok(());
    }
    let name = symbols.resolve(f.sym);
    Err(v.errors.into_iter().map(|e| format!("{name}: {e}")).collect())
}

/// Where a value is defined: block and index of the instruction plus one (0: parameter).
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    block: Block,
    index: usize,
}

struct Verifier<'a> {
    f: &'a Func,
    errors: Vec<String>,
    place: SecondaryMap<Value, Option<Place>>,
}

impl Verifier<'_> {
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push(message.into());
    }

    fn at(&mut self, inst: Inst, message: &str) {
        let d = &self.f.insts[inst];
        self.error(format!("{inst} `{}` {:?} {:?}: {message}", d.op.info().name, d.args, d.imm));
    }

    fn blocks(&mut self) {
        let f = self.f;
        if f.layout.is_empty() {
            return self.error("no entry block");
        }
        let mut seen: SecondaryMap<Block, bool> = SecondaryMap::new();
        for &b in &f.layout {
            if std::mem::replace(&mut seen[b], true) {
                self.error(format!("{b} stands twice in the layout"));
            }
            let insts = &f.blocks[b].insts;
            match insts.split_last() {
                Some((&last, rest)) if f.insts[last].op.is_terminator() => {
                    if rest.iter().any(|&i| f.insts[i].op.is_terminator()) {
                        self.error(format!("{b} has a terminator in its middle"));
                    }
                }
                _ => self.error(format!("{b} does not end in a terminator")),
            }
        }
        let params: Vec<Ty> = f.blocks[f.entry()].params.iter().map(|&p| f.ty(p)).collect();
        if params != f.sig.params {
            self.error("the entry block's parameters are not the signature's");
        }
        for &b in &f.layout {
            for s in f.successors(b) {
                if !seen[s] {
                    self.error(format!("{b} branches to {s}, which is not in the layout"));
                } else if s == f.entry() {
                    self.error(format!("{b} branches to the entry block"));
                } else if Some(s) == f.landing {
                    self.error(format!("{b} branches to the landing block"));
                }
            }
        }
        if let Some(l) = f.landing {
            if !seen[l] {
                self.error("the landing block is not in the layout");
            } else if !f.blocks[l].params.is_empty() {
                self.error("the landing block has parameters");
            }
        }
    }

    fn definitions(&mut self) {
        let f = self.f;
        for &b in &f.layout {
            for (i, &p) in f.blocks[b].params.iter().enumerate() {
                if f.values[p].def != ValueDef::Param(b, i as u32) {
                    self.error(format!("{p} is not parameter {i} of {b}"));
                }
                self.define(p, Place { block: b, index: 0 });
            }
            for (i, &inst) in f.blocks[b].insts.iter().enumerate() {
                for (n, &r) in f.insts[inst].results.iter().enumerate() {
                    if f.values[r].def != ValueDef::Result(inst, n as u32) {
                        self.at(inst, "a result does not name its instruction");
                    }
                    self.define(r, Place { block: b, index: i + 1 });
                }
            }
        }
    }

    fn define(&mut self, v: Value, place: Place) {
        if self.place[v].replace(place).is_some() {
            self.error(format!("{v} is defined twice"));
        }
    }

    fn dominance(&mut self) {
        let f = self.f;
        let doms = Dominators::new(f);
        for &b in &f.layout {
            if !doms.is_reachable(b) {
                continue;
            }
            for (i, &inst) in f.blocks[b].insts.iter().enumerate() {
                let d = &f.insts[inst];
                let args = d.args.iter().chain(d.targets.iter().flat_map(|t| &t.args));
                for &v in args {
                    let v = f.resolve(v);
                    let Some(def) = self.place[v] else {
                        self.at(inst, &format!("{v} is not defined"));
                        continue;
                    };
                    let ok = if def.block == b { def.index <= i } else { doms.dominates(def.block, b) };
                    if !ok {
                        self.at(inst, &format!("{v} does not dominate its use"));
                    } else if let Some(l) = f.landing
                        && doms.dominates(l, b)
                        && !doms.dominates(l, def.block)
                    {
                        self.at(inst, &format!("{v} is used after the landing block but defined before"));
                    }
                }
            }
        }
    }

    fn inst(&mut self, inst: Inst) {
        let f = self.f;
        let d = &f.insts[inst];
        let tys: Vec<Ty> = d.args.iter().map(|&v| f.ty(f.resolve(v))).collect();
        let results: Vec<Ty> = d.results.iter().map(|&v| f.ty(v)).collect();
        let ok = match d.op.info().format {
            Format::Const | Format::Addr => tys.is_empty() && results == [d.ty],
            Format::Arith(n) => {
                tys.len() == n as usize && tys.iter().all(|&t| t == d.ty) && results == [d.ty]
            }
            Format::Compare => tys == [d.ty, d.ty] && results == [Ty::I8],
            Format::Convert => tys.len() == 1 && results == [d.ty] && convertible(d.op, tys[0], d.ty),
            Format::Load => tys == [Ty::Ptr] && results == [d.ty],
            Format::Store => tys == [d.ty, Ty::Ptr] && results.is_empty(),
            Format::Other(_) => other_ok(d.op, d.ty, &tys, &results),
            Format::Call => return self.call(inst, &tys, &results),
            Format::Terminator => return self.terminator(inst, &tys),
        };
        if !ok {
            self.at(inst, &format!("operand types {tys:?}, result types {results:?}, type {:?}", d.ty));
        }
        if matches!(d.op, Op::Defer | Op::DeferRange | Op::DeferExit) && f.landing.is_none() {
            self.at(inst, "in a function without a landing block");
        }
    }

    fn call(&mut self, inst: Inst, tys: &[Ty], results: &[Ty]) {
        let d = &self.f.insts[inst];
        let abi = |ts: &[abi::functions::AbiTy]| ts.iter().map(|&t| Ty::of_abi(t)).collect::<Vec<_>>();
        match (d.op, d.imm) {
            (Op::Call, Imm::Sym(..)) => {}
            (Op::CallInd, Imm::Sig(sig)) => {
                let sig = &self.f.sigs[sig];
                if tys.first() != Some(&Ty::Ptr) || tys[1..] != sig.params[..] || results != sig.results {
                    self.at(inst, "does not match its signature");
                }
            }
            (Op::CallRt, Imm::Rt(rt)) => {
                let info = rt.info();
                if tys != abi(info.params) || results != abi(info.results) {
                    self.at(inst, "does not match the runtime's table");
                }
            }
            (Op::Guard, Imm::Rt(rt)) => {
                let info = rt.info();
                let args = abi(info.params);
                if tys.first() != Some(&Ty::I8) || tys[1..] != args[..] || !info.effects.noreturn {
                    self.at(inst, "does not match the runtime's table");
                }
            }
            _ => self.at(inst, "has the wrong kind of immediate"),
        }
    }

    fn terminator(&mut self, inst: Inst, tys: &[Ty]) {
        let f = self.f;
        let d = &f.insts[inst];
        let (targets, arg_ok) = match d.op {
            Op::Jump => (1, tys.is_empty()),
            Op::Br => (2, tys == [Ty::I8]),
            Op::Switch => (d.cases.len() + 1, tys.len() == 1 && !tys[0].is_float()),
            Op::Ret => (0, tys == f.sig.results),
            _ => (0, tys.is_empty()),
        };
        if d.targets.len() != targets || !arg_ok {
            self.at(inst, &format!("operand types {tys:?}, {} targets", d.targets.len()));
        }
        for t in &d.targets {
            let have: Vec<Ty> = t.args.iter().map(|&v| f.ty(f.resolve(v))).collect();
            let want: Vec<Ty> = f.blocks[t.block].params.iter().map(|&v| f.ty(v)).collect();
            if have != want {
                self.at(inst, &format!("passes {have:?} to {} which has {want:?}", t.block));
            }
        }
    }
}

fn convertible(op: Op, from: Ty, to: Ty) -> bool {
    let int = |t: Ty| !t.is_float();
    match op {
        Op::SExt | Op::ZExt => int(from) && int(to) && from.size() < to.size(),
        Op::Trunc => int(from) && int(to) && from.size() > to.size(),
        Op::SToF | Op::UToF => int(from) && to.is_float(),
        Op::FToS | Op::FToU => from.is_float() && int(to),
        Op::FPromote => from == Ty::F32 && to == Ty::F64,
        Op::FDemote => from == Ty::F64 && to == Ty::F32,
        _ => from.size() == to.size(),
    }
}

fn other_ok(op: Op, ty: Ty, tys: &[Ty], results: &[Ty]) -> bool {
    match op {
        Op::Shl | Op::LShr | Op::AShr | Op::RotL => tys == [ty, Ty::I64] && results == [ty] && !ty.is_float(),
        Op::Select => tys == [Ty::I8, ty, ty] && results == [ty],
        Op::PtrAdd => tys == [Ty::Ptr, Ty::I64] && results == [Ty::Ptr],
        Op::MemCopy => tys == [Ty::Ptr, Ty::Ptr] && results.is_empty(),
        Op::MemZero | Op::NilCheck | Op::Defer => tys == [Ty::Ptr] && results.is_empty(),
        Op::Alloc | Op::DeferRange => tys.is_empty() && results == [Ty::Ptr],
        Op::DeferExit => tys.is_empty() && results.is_empty(),
        _ => false,
    }
}
