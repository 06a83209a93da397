//! Builds a function: cursor, one method a kind of instruction, and SSA construction for source variables.
//!
//! Variables are put into SSA form on the fly (Braun, Buchwald, Hack, Leißa, Mallon, Zwinkau: "Simple and Efficient
//! Construction of Static Single Assignment Form", CC 2013): a block is *sealed* when all its predecessors are known;
//! reading a variable in an unsealed block makes a parameter that is completed at sealing.

use abi::RuntimeFn;
use cranelift_entity::{EntityRef, SecondaryMap, entity_impl};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::func::*;
use super::op::Op;

/// A source variable (or one scalar of it) during construction.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Variable(u32);
entity_impl!(Variable, "var");

#[derive(Default, Clone)]
struct BlockState {
    preds: SmallVec<[Block; 4]>,
    sealed: bool,
    incomplete: Vec<(Variable, Value)>,
}

/// A function under construction.
pub struct FuncBuilder {
    /// The function.
    pub func: Func,
    current: Option<Block>,
    pos: Pos,
    states: SecondaryMap<Block, BlockState>,
    defs: FxHashMap<(Block, Variable), Value>,
    var_types: Vec<Ty>,
    var_names: Vec<Option<Box<str>>>,
}

impl FuncBuilder {
    /// Starts a function; creates the entry block with the parameters and moves there.
    pub fn new(sym: Sym, sig: Signature, pos: Pos) -> FuncBuilder {
        let mut b = FuncBuilder {
            func: Func::new(sym, sig, pos),
            current: None,
            pos,
            states: SecondaryMap::new(),
            defs: FxHashMap::default(),
            var_types: Vec::new(),
            var_names: Vec::new(),
        };
        let entry = b.new_block();
        for i in 0..b.func.sig.params.len() {
            let ty = b.func.sig.params[i];
            b.func.add_param(entry, ty);
        }
        b.seal(entry);
        b.switch_to(entry);
        b
    }

    /// The parameters of the function.
    pub fn params(&self) -> &[Value] {
        &self.func.blocks[self.func.entry()].params
    }

    /// Source position of the instructions that follow.
    pub fn set_pos(&mut self, pos: Pos) {
        self.pos = pos;
    }

    /// The current source position.
    pub fn pos(&self) -> Pos {
        self.pos
    }

    /// A new block at the end of the layout.
    pub fn new_block(&mut self) -> Block {
        let b = self.func.blocks.push(BlockData::default());
        self.func.layout.push(b);
        b
    }

    /// Marks a block as rarely executed.
    pub fn set_cold(&mut self, b: Block) {
        self.func.blocks[b].cold = true;
    }

    /// Appends instructions to `b` from now on.
    pub fn switch_to(&mut self, b: Block) {
        self.current = Some(b);
    }

    /// The block that is being filled; `None` after a terminator: what follows is unreachable.
    pub fn current(&self) -> Option<Block> {
        self.current
    }

    /// Whether the current point can be reached.
    pub fn is_reachable(&self) -> bool {
        self.current.is_some()
    }

    /// Continues in a fresh block without predecessors if the current point cannot be reached, so that dead code
    /// can be built like any other; it is removed later.
    pub fn ensure_block(&mut self) -> Block {
        match self.current {
            Some(b) => b,
            None => {
                let b = self.new_block();
                self.seal(b);
                self.switch_to(b);
                b
            }
        }
    }

    /// Declares that all predecessors of `b` are known.
    pub fn seal(&mut self, b: Block) {
        if self.states[b].sealed {
            return;
        }
        let incomplete = std::mem::take(&mut self.states[b].incomplete);
        self.states[b].sealed = true;
        for (var, param) in incomplete {
            self.complete_param(b, var, param);
        }
    }

    /// Seals every block; for functions with goto, whose blocks are sealed at the end.
    pub fn seal_all(&mut self) {
        for i in 0..self.func.blocks.len() {
            self.seal(Block::new(i));
        }
    }

    // Variables

    /// A new variable of a type.
    pub fn new_var(&mut self, ty: Ty, name: Option<&str>) -> Variable {
        self.var_types.push(ty);
        self.var_names.push(name.map(Into::into));
        Variable::new(self.var_types.len() - 1)
    }

    /// The variable has this value from here on.
    pub fn def_var(&mut self, var: Variable, v: Value) {
        let b = self.ensure_block();
        debug_assert_eq!(self.func.ty(v), self.var_types[var.index()], "type of a variable's value");
        if self.func.names[v].is_none() {
            self.func.names[v] = self.var_names[var.index()].clone();
        }
        self.defs.insert((b, var), v);
    }

    /// The variable's value here. A variable without definition on some path is zero there.
    pub fn use_var(&mut self, var: Variable) -> Value {
        let b = self.ensure_block();
        let v = self.read(b, var);
        self.func.resolve(v)
    }

    fn read(&mut self, b: Block, var: Variable) -> Value {
        // Walk up chains of single predecessors without recursion.
        let mut at = b;
        let mut chain: SmallVec<[Block; 8]> = SmallVec::new();
        let v = loop {
            if let Some(&v) = self.defs.get(&(at, var)) {
                break self.func.resolve(v);
            }
            let state = &self.states[at];
            if !state.sealed {
                let p = self.new_param(at, var);
                self.states[at].incomplete.push((var, p));
                break p;
            }
            match state.preds.len() {
                0 => break self.zero_at_start(at, self.var_types[var.index()]),
                1 => {
                    chain.push(at);
                    at = state.preds[0];
                    if chain.contains(&at) {
                        // A cycle of single predecessors is unreachable code.
                        break self.zero_at_start(at, self.var_types[var.index()]);
                    }
                }
                _ => {
                    let p = self.new_param(at, var);
                    self.defs.insert((at, var), p);
                    break self.complete_param(at, var, p);
                }
            }
        };
        self.defs.insert((at, var), v);
        for c in chain {
            self.defs.insert((c, var), v);
        }
        v
    }

    fn new_param(&mut self, b: Block, var: Variable) -> Value {
        let p = self.func.add_param(b, self.var_types[var.index()]);
        self.func.names[p] = self.var_names[var.index()].clone();
        p
    }

    /// Gives the branches to `b` the argument for parameter `p` of `var`; removes `p` again if all agree.
    fn complete_param(&mut self, b: Block, var: Variable, p: Value) -> Value {
        let preds = self.states[b].preds.clone();
        let mut args: SmallVec<[Value; 4]> = SmallVec::new();
        for &pred in &preds {
            let v = self.read(pred, var);
            args.push(v);
        }
        let mut same: Option<Value> = None;
        let mut trivial = true;
        for &a in &args {
            let a = self.func.resolve(a);
            if a == p || Some(a) == same {
                continue;
            }
            if same.is_some() {
                trivial = false;
                break;
            }
            same = Some(a);
        }
        if trivial {
            let v = match same {
                Some(v) => v,
                None => self.zero_at_start(b, self.func.ty(p)),
            };
            self.remove_param(b, p);
            self.func.values[p].def = ValueDef::Alias(v);
            return v;
        }
        let index = match self.func.values[p].def {
            ValueDef::Param(_, i) => i as usize,
            _ => unreachable!("a parameter under completion is a parameter"),
        };
        // A predecessor that branches here twice appears twice in `preds`; each visit fills one edge.
        let mut seen: FxHashMap<Block, usize> = FxHashMap::default();
        for (&pred, &arg) in preds.iter().zip(&args) {
            let skip = seen.entry(pred).or_insert(0);
            let t = self.func.terminator(pred).expect("a predecessor ends in a terminator");
            let edge = self.func.insts[t]
                .targets
                .iter_mut()
                .filter(|c| c.block == b)
                .nth(*skip)
                .expect("a predecessor branches to its successor");
            *skip += 1;
            // Parameters are completed in any order, so edges are padded with the parameter itself.
            while edge.args.len() <= index {
                edge.args.push(p);
            }
            edge.args[index] = arg;
        }
        p
    }

    fn remove_param(&mut self, b: Block, p: Value) {
        let ValueDef::Param(_, index) = self.func.values[p].def else { return };
        let index = index as usize;
        self.func.blocks[b].params.remove(index);
        for i in index..self.func.blocks[b].params.len() {
            let v = self.func.blocks[b].params[i];
            self.func.values[v].def = ValueDef::Param(b, i as u32);
        }
        for &pred in &self.states[b].preds.clone() {
            if let Some(t) = self.func.terminator(pred) {
                for c in self.func.insts[t].targets.iter_mut().filter(|c| c.block == b) {
                    if c.args.len() > index && c.args.len() > self.func.blocks[b].params.len() {
                        c.args.remove(index);
                    }
                }
            }
        }
    }

    fn zero_at_start(&mut self, b: Block, ty: Ty) -> Value {
        let (op, imm) = if ty.is_float() { (Op::FConst, Imm::Bits(0)) } else { (Op::IConst, Imm::Int(0)) };
        let data = InstData {
            op,
            ty,
            args: SmallVec::new(),
            imm,
            targets: Vec::new(),
            cases: Vec::new(),
            results: SmallVec::new(),
            pos: Pos::NONE,
        };
        let inst = self.func.make_inst(data, &[ty]);
        self.func.blocks[b].insts.insert(0, inst);
        self.func.insts[inst].results[0]
    }

    // Instructions

    /// Appends an instruction with results of the given types.
    pub fn emit(&mut self, op: Op, ty: Ty, args: &[Value], imm: Imm, results: &[Ty]) -> Inst {
        let b = self.ensure_block();
        let data = InstData {
            op,
            ty,
            args: args.into(),
            imm,
            targets: Vec::new(),
            cases: Vec::new(),
            results: SmallVec::new(),
            pos: self.pos,
        };
        let inst = self.func.make_inst(data, results);
        self.func.blocks[b].insts.push(inst);
        inst
    }

    fn emit1(&mut self, op: Op, ty: Ty, args: &[Value], imm: Imm, result: Ty) -> Value {
        let inst = self.emit(op, ty, args, imm, &[result]);
        self.func.insts[inst].results[0]
    }

    /// Results of an instruction.
    pub fn results(&self, inst: Inst) -> &[Value] {
        &self.func.insts[inst].results
    }

    /// An integer or pointer constant.
    pub fn iconst(&mut self, ty: Ty, k: i64) -> Value {
        self.emit1(Op::IConst, ty, &[], Imm::Int(k), ty)
    }

    /// A float constant.
    pub fn fconst(&mut self, ty: Ty, k: f64) -> Value {
        let bits = if ty == Ty::F32 { (k as f32).to_bits() as u64 } else { k.to_bits() };
        self.emit1(Op::FConst, ty, &[], Imm::Bits(bits), ty)
    }

    /// The zero value of a type.
    pub fn zero(&mut self, ty: Ty) -> Value {
        if ty.is_float() { self.fconst(ty, 0.0) } else { self.iconst(ty, 0) }
    }

    /// Address of a symbol plus offset.
    pub fn sym_addr(&mut self, sym: Sym, offset: i64) -> Value {
        self.emit1(Op::SymAddr, Ty::Ptr, &[], Imm::Sym(sym, offset), Ty::Ptr)
    }

    /// Address of a slot plus offset.
    pub fn slot_addr(&mut self, slot: Slot, offset: i64) -> Value {
        self.emit1(Op::SlotAddr, Ty::Ptr, &[], Imm::Slot(slot, offset), Ty::Ptr)
    }

    /// An operation of two operands and a result of the same type (also `shl` and the like, `ty` of the left).
    pub fn binary(&mut self, op: Op, a: Value, b: Value) -> Value {
        let ty = self.func.ty(a);
        self.emit1(op, ty, &[a, b], Imm::None, ty)
    }

    /// An operation of one operand and a result of the same type.
    pub fn unary(&mut self, op: Op, a: Value) -> Value {
        let ty = self.func.ty(a);
        self.emit1(op, ty, &[a], Imm::None, ty)
    }

    /// Integer comparison.
    pub fn icmp(&mut self, cond: Cond, a: Value, b: Value) -> Value {
        let ty = self.func.ty(a);
        self.emit1(Op::ICmp, ty, &[a, b], Imm::Cond(cond), Ty::I8)
    }

    /// The other truth value.
    pub fn not(&mut self, c: Value) -> Value {
        let one = self.iconst(Ty::I8, 1);
        self.binary(Op::Xor, c, one)
    }

    /// Float comparison.
    pub fn fcmp(&mut self, cond: Cond, a: Value, b: Value) -> Value {
        let ty = self.func.ty(a);
        self.emit1(Op::FCmp, ty, &[a, b], Imm::Cond(cond), Ty::I8)
    }

    /// `c != 0 ? a : b`
    pub fn select(&mut self, c: Value, a: Value, b: Value) -> Value {
        let ty = self.func.ty(a);
        self.emit1(Op::Select, ty, &[c, a, b], Imm::None, ty)
    }

    /// A conversion to `ty`.
    pub fn convert(&mut self, op: Op, ty: Ty, v: Value) -> Value {
        self.emit1(op, ty, &[v], Imm::None, ty)
    }

    /// Pointer plus byte offset.
    pub fn ptr_add(&mut self, p: Value, offset: Value) -> Value {
        self.emit1(Op::PtrAdd, Ty::Ptr, &[p, offset], Imm::None, Ty::Ptr)
    }

    /// Pointer plus constant; the pointer itself for 0.
    pub fn ptr_add_imm(&mut self, p: Value, offset: i64) -> Value {
        if offset == 0 {
            return p;
        }
        let k = self.iconst(Ty::I64, offset);
        self.ptr_add(p, k)
    }

    /// Reads memory at `p + offset`.
    pub fn load(&mut self, ty: Ty, p: Value, offset: i64) -> Value {
        self.emit1(Op::Load, ty, &[p], Imm::Int(offset), ty)
    }

    /// Writes `v` at `p + offset`.
    pub fn store(&mut self, v: Value, p: Value, offset: i64) {
        let ty = self.func.ty(v);
        self.emit(Op::Store, ty, &[v, p], Imm::Int(offset), &[]);
    }

    /// Copies `size` bytes.
    pub fn mem_copy(&mut self, dst: Value, src: Value, size: u64) {
        if size > 0 {
            self.emit(Op::MemCopy, Ty::I64, &[dst, src], Imm::Int(size as i64), &[]);
        }
    }

    /// Zeroes `size` bytes.
    pub fn mem_zero(&mut self, dst: Value, size: u64) {
        if size > 0 {
            self.emit(Op::MemZero, Ty::I64, &[dst], Imm::Int(size as i64), &[]);
        }
    }

    /// Allocates.
    pub fn alloc(&mut self, info: AllocInfo) -> Value {
        let id = self.func.allocs.push(info);
        self.emit1(Op::Alloc, Ty::Ptr, &[], Imm::Alloc(id), Ty::Ptr)
    }

    /// Panics if `p` is nil; accesses up to `max_offset` follow.
    pub fn nil_check(&mut self, p: Value, max_offset: i64) {
        self.emit(Op::NilCheck, Ty::Ptr, &[p], Imm::Int(max_offset), &[]);
    }

    /// Calls the non-returning `f` with `args` if `c` is 0.
    pub fn guard(&mut self, f: RuntimeFn, c: Value, args: &[Value]) {
        let all: SmallVec<[Value; 4]> = std::iter::once(c).chain(args.iter().copied()).collect();
        self.emit(Op::Guard, Ty::I64, &all, Imm::Rt(f), &[]);
    }

    /// Direct call.
    pub fn call(&mut self, callee: Sym, args: &[Value], results: &[Ty]) -> Inst {
        self.emit(Op::Call, Ty::I64, args, Imm::Sym(callee, 0), results)
    }

    /// Indirect call of `code`; `sig` describes `args` (the context, if any, is the last of both).
    pub fn call_indirect(&mut self, sig: Signature, code: Value, args: &[Value]) -> Inst {
        let results = sig.results.clone();
        let id = match self.func.sigs.iter().find(|(_, s)| **s == sig) {
            Some((id, _)) => id,
            None => self.func.sigs.push(sig),
        };
        let all: SmallVec<[Value; 8]> = std::iter::once(code).chain(args.iter().copied()).collect();
        self.emit(Op::CallInd, Ty::I64, &all, Imm::Sig(id), &results)
    }

    /// Calls the runtime. After a function that never returns the current point is unreachable.
    pub fn call_rt(&mut self, f: RuntimeFn, args: &[Value]) -> SmallVec<[Value; 2]> {
        let results: SmallVec<[Ty; 2]> = f.info().results.iter().map(|&t| Ty::of_abi(t)).collect();
        debug_assert_eq!(args.len(), f.info().params.len(), "arguments of {f:?}");
        let inst = self.emit(Op::CallRt, Ty::I64, args, Imm::Rt(f), &results);
        let out = self.func.insts[inst].results.clone();
        if f.info().effects.noreturn {
            self.unreachable();
        }
        out
    }

    // Terminators

    fn terminate(&mut self, op: Op, args: &[Value], targets: Vec<BlockCall>, cases: Vec<i64>) {
        let b = self.ensure_block();
        for t in &targets {
            debug_assert!(!self.states[t.block].sealed, "branch to the sealed block {}", t.block);
            self.states[t.block].preds.push(b);
        }
        let ty = args.first().map_or(Ty::I64, |&v| self.func.ty(v));
        let inst = self.emit(op, ty, args, Imm::None, &[]);
        self.func.insts[inst].targets = targets;
        self.func.insts[inst].cases = cases;
        self.current = None;
    }

    /// Jumps. Arguments for parameters of variables are added by the builder.
    pub fn jump(&mut self, to: Block) {
        self.terminate(Op::Jump, &[], vec![BlockCall { block: to, args: SmallVec::new() }], vec![]);
    }

    /// Branches on `c != 0`.
    pub fn br(&mut self, c: Value, then: Block, els: Block) {
        let targets = [then, els].map(|block| BlockCall { block, args: SmallVec::new() }).into();
        self.terminate(Op::Br, &[c], targets, vec![]);
    }

    /// Multi-way branch.
    pub fn switch(&mut self, v: Value, default: Block, cases: &[(i64, Block)]) {
        let targets = std::iter::once(default)
            .chain(cases.iter().map(|c| c.1))
            .map(|block| BlockCall { block, args: SmallVec::new() })
            .collect();
        self.terminate(Op::Switch, &[v], targets, cases.iter().map(|c| c.0).collect());
    }

    /// Returns.
    pub fn ret(&mut self, values: &[Value]) {
        self.terminate(Op::Ret, values, vec![], vec![]);
    }

    /// Control never arrives here.
    pub fn unreachable(&mut self) {
        self.terminate(Op::Unreachable, &[], vec![], vec![]);
    }

    /// Seals what is left, resolves aliases and removes blocks that cannot be reached.
    pub fn finish(mut self) -> Func {
        self.seal_all();
        if self.current.is_some() {
            self.unreachable();
        }
        let Func { ref mut insts, ref values, .. } = self.func;
        let resolve = |mut v: Value| {
            while let ValueDef::Alias(of) = values[v].def {
                v = of;
            }
            v
        };
        for data in insts.values_mut() {
            data.args.iter_mut().for_each(|v| *v = resolve(*v));
            for t in &mut data.targets {
                t.args.iter_mut().for_each(|v| *v = resolve(*v));
            }
        }
        self.func.remove_unreachable();
        self.func
    }
}

impl Func {
    /// Drops blocks that cannot be reached from the entry (or are the landing block) from the layout.
    pub fn remove_unreachable(&mut self) {
        let mut seen: SecondaryMap<Block, bool> = SecondaryMap::new();
        let mut work = vec![self.entry()];
        work.extend(self.landing);
        while let Some(b) = work.pop() {
            if std::mem::replace(&mut seen[b], true) {
                continue;
            }
            work.extend(self.successors(b));
        }
        self.layout.retain(|&b| seen[b]);
    }
}
