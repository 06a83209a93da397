//! `for … range` (Go spec, For range); over functions: [`super::range_func`].

use abi::RuntimeFn;
use abi::map::{MapIter, slot_layout};
use frontend::ast::{Block as AstBlock, ExprId};
use frontend::program::Mode;
use frontend::source::{Pos, Symbol};
use frontend::types::{Basic, Ty as GoTy, TyId};

use super::captures::loop_vars_per_iteration;
use super::func::{Flow, FuncCx};
use super::value::{Addr, Alias, Val};
use crate::ir::{Block, Cond, Op, Ty, Value};

/// The loop being built.
pub(super) struct Loop<'a> {
    pub pos: Pos,
    pub label: Option<Symbol>,
    /// Key and value operands; blank ones are left out.
    pub targets: [Option<ExprId>; 2],
    pub define: bool,
    pub body: &'a AstBlock,
}

/// The blocks of a loop: test, start of the body, step, end.
struct Blocks {
    header: Block,
    start: Block,
    next: Block,
    end: Block,
}

impl FuncCx<'_, '_> {
    /// `for targets = range x { body }`
    pub fn range_stmt(
        &mut self,
        pos: Pos,
        label: Option<Symbol>,
        targets: [Option<ExprId>; 2],
        define: bool,
        x: ExprId,
        body: &AstBlock,
    ) {
        let targets = targets.map(|t| t.filter(|&t| !self.is_blank(t)));
        let l = Loop { pos, label, targets, define, body };
        self.declare_shared(&l);
        let ty = self.ty(x);
        match *self.under(ty) {
            GoTy::Basic(b) if b.is_string() => self.range_string(&l, x),
            GoTy::Basic(_) => self.range_int(&l, x, ty),
            GoTy::Slice(elem) => self.range_slice(&l, x, elem),
            GoTy::Array { elem, len } => self.range_array(&l, x, ty, elem, len),
            GoTy::Pointer(array) => match *self.under(array) {
                GoTy::Array { elem, len } => self.range_array_pointer(&l, x, elem, len),
                _ => self.unsupported(pos, "range over this type"),
            },
            GoTy::Map { key, elem } => self.range_map(&l, x, ty, key, elem),
            GoTy::Chan { elem, .. } => self.range_chan(&l, x, elem),
            GoTy::Func(_) => self.range_func(&l, x, ty),
            _ => self.unsupported(pos, "range over this type"),
        }
    }

    /// Before Go 1.22 all iterations share their variables.
    fn declare_shared(&mut self, l: &Loop<'_>) {
        if l.define && !loop_vars_per_iteration(self.file) {
            for t in l.targets.into_iter().flatten() {
                if let Some(obj) = self.def(self.pos(t)) {
                    self.declare(obj, None);
                }
            }
        }
    }

    fn loop_blocks(&mut self) -> Blocks {
        let header = self.b.new_block();
        let (start, next, end) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        Blocks { header, start, next, end }
    }

    /// Builds the body with the iteration's values, and goes on in the step block.
    fn iteration(&mut self, l: &Loop<'_>, blocks: &Blocks, values: Vec<(Option<ExprId>, Val, TyId)>) {
        let values: Vec<_> = values.into_iter().filter_map(|(t, v, ty)| Some((t?, v, ty))).collect();
        self.at(l.pos);
        if l.define {
            for (t, v, ty) in values {
                match self.def(self.pos(t)).filter(|_| !loop_vars_per_iteration(self.file)) {
                    Some(obj) => {
                        let place = self.var_place(obj);
                        self.store_place(&place, &v, ty);
                    }
                    None => self.define_target(t, v, ty),
                }
            }
        } else {
            let targets: Vec<ExprId> = values.iter().map(|v| v.0).collect();
            self.assign_values(&targets, values.into_iter().map(|(_, v, ty)| (v, ty)).collect());
        }
        self.flow.push(Flow { label: l.label, on_break: blocks.end, on_continue: Some(blocks.next) });
        self.stmts(l.body.stmts);
        self.flow.pop();
        self.leave_to(blocks.next);
        self.enter(blocks.next);
        self.at(l.pos);
    }

    fn finish_loop(&mut self, blocks: &Blocks) {
        self.b.jump(blocks.header);
        self.b.seal(blocks.header);
        self.enter(blocks.end);
    }

    /// Counts from 0 to `n` exclusive; `values` yields what an iteration assigns.
    fn counted(
        &mut self,
        l: &Loop<'_>,
        n: Value,
        cond: Cond,
        values: impl FnOnce(&mut Self, Value) -> Vec<(Option<ExprId>, Val, TyId)>,
    ) {
        let ty = self.b.func.ty(n);
        let counter = self.b.new_var(ty, None);
        let zero = self.b.iconst(ty, 0);
        self.b.def_var(counter, zero);
        let blocks = self.loop_blocks();
        self.b.jump(blocks.header);
        self.b.switch_to(blocks.header);
        let i = self.b.use_var(counter);
        let more = self.b.icmp(cond, i, n);
        self.b.br(more, blocks.start, blocks.end);
        self.enter(blocks.start);
        let i = self.b.use_var(counter);
        let values = values(self, i);
        self.iteration(l, &blocks, values);
        let i = self.b.use_var(counter);
        let one = self.b.iconst(ty, 1);
        let i = self.b.binary(Op::Add, i, one);
        self.b.def_var(counter, i);
        self.finish_loop(&blocks);
    }

    fn range_int(&mut self, l: &Loop<'_>, x: ExprId, ty: TyId) {
        // An untyped constant takes the type of the variable it is assigned to.
        let ty = match l.targets[0].map(|t| self.target_type(l, t)) {
            Some(t) if self.info().expr(x).mode == Mode::Constant => t,
            _ => ty,
        };
        let n = match self.const_value(x).cloned() {
            Some(k) if self.info().expr(x).mode == Mode::Constant => self.constant(&k, ty).scalar(),
            _ => self.expr(x).scalar(),
        };
        self.at(l.pos);
        let unsigned = self.types().basic(ty).is_some_and(Basic::is_unsigned);
        let cond = if unsigned { Cond::ULt } else { Cond::Lt };
        self.counted(l, n, cond, |_, i| vec![(l.targets[0], Val::one(i), ty)]);
    }

    /// The type of an iteration variable.
    fn target_type(&self, l: &Loop<'_>, t: ExprId) -> TyId {
        match self.def(self.pos(t)).filter(|_| l.define) {
            Some(obj) => self.obj_ty(obj),
            None => self.ty(t),
        }
    }

    fn range_slice(&mut self, l: &Loop<'_>, x: ExprId, elem: TyId) {
        let s = self.bytes_view(x);
        self.at(l.pos);
        self.range_elements(l, Addr::new(s.scalars()[0]), Alias::Shared, s.scalars()[1], elem);
    }

    fn range_elements(&mut self, l: &Loop<'_>, base: Addr, alias: Alias, len: Value, elem: TyId) {
        let shape = self.shape(elem);
        self.counted(l, len, Cond::Lt, |f, i| {
            let mut values = vec![(l.targets[0], Val::one(i), Basic::Int.ty())];
            if l.targets[1].is_some() {
                let offset = f.scaled(i, shape.size);
                let at = Addr { base: f.b.ptr_add(base.base, offset), offset: base.offset };
                values.push((l.targets[1], f.load(at, alias, &shape), f.cx.canon(elem)));
            }
            values
        });
    }

    /// The elements of a copy, if there is a variable for them.
    fn range_array(&mut self, l: &Loop<'_>, x: ExprId, ty: TyId, elem: TyId, len: u64) {
        let n = self.int(len as i64);
        if l.targets[1].is_none() {
            if self.facts.has_effects(x) {
                self.expr(x);
            }
            return self.counted(l, n, Cond::Lt, |_, i| vec![(l.targets[0], Val::one(i), Basic::Int.ty())]);
        }
        let v = self.expr(x);
        let shape = self.shape(ty);
        self.at(l.pos);
        match self.stable(v, &shape) {
            Val::Mem(addr, _) => self.range_elements(l, addr, Alias::Temp, n, elem),
            // Elements of size 0.
            Val::Scalars(_) => {
                let base = Addr::new(self.nil());
                self.range_elements(l, base, Alias::Temp, n, elem);
            }
        }
    }

    fn range_array_pointer(&mut self, l: &Loop<'_>, x: ExprId, elem: TyId, len: u64) {
        let n = self.int(len as i64);
        if l.targets[1].is_none() {
            if self.facts.has_effects(x) {
                self.expr(x);
            }
            return self.counted(l, n, Cond::Lt, |_, i| vec![(l.targets[0], Val::one(i), Basic::Int.ty())]);
        }
        let p = self.expr(x).scalar();
        self.at(l.pos);
        if len > 0 {
            self.b.nil_check(p, 0);
        }
        self.range_elements(l, Addr::new(p), Alias::Shared, n, elem);
    }

    /// Runes: those below 0x80 are their byte, others are decoded by the runtime.
    fn range_string(&mut self, l: &Loop<'_>, x: ExprId) {
        let s = self.expr(x);
        let (p, n) = (s.scalars()[0], s.scalars()[1]);
        self.at(l.pos);
        let [at, after] = [(); 2].map(|()| self.b.new_var(Ty::I64, None));
        let rune = self.b.new_var(Ty::I32, None);
        let zero = self.int(0);
        self.b.def_var(at, zero);
        let blocks = self.loop_blocks();
        self.b.jump(blocks.header);
        self.b.switch_to(blocks.header);
        let i = self.b.use_var(at);
        let more = self.b.icmp(Cond::Lt, i, n);
        self.b.br(more, blocks.start, blocks.end);
        self.enter(blocks.start);
        let (wide, join) = (self.b.new_block(), self.b.new_block());
        let here = self.b.ptr_add(p, i);
        let byte = self.b.load(Ty::I8, here, 0);
        let r = self.b.convert(Op::ZExt, Ty::I32, byte);
        self.b.def_var(rune, r);
        let one = self.int(1);
        let next = self.b.binary(Op::Add, i, one);
        self.b.def_var(after, next);
        let limit = self.b.iconst(Ty::I32, 0x80);
        let ascii = self.b.icmp(Cond::ULt, r, limit);
        self.b.br(ascii, join, wide);
        self.enter(wide);
        let decoded = self.b.call_rt(RuntimeFn::DecodeRune, &[p, n, i]);
        let r = self.b.convert(Op::Trunc, Ty::I32, decoded[0]);
        self.b.def_var(rune, r);
        self.b.def_var(after, decoded[1]);
        self.b.jump(join);
        self.enter(join);
        let r = self.b.use_var(rune);
        let values = vec![
            (l.targets[0], Val::one(i), Basic::Int.ty()),
            (l.targets[1], Val::one(r), Basic::Int32.ty()),
        ];
        self.iteration(l, &blocks, values);
        let next = self.b.use_var(after);
        self.b.def_var(at, next);
        self.finish_loop(&blocks);
    }

    fn range_map(&mut self, l: &Loop<'_>, x: ExprId, ty: TyId, key: TyId, elem: TyId) {
        let map = self.expr(x).scalar();
        self.at(l.pos);
        let slot = self.b.func.new_slot(size_of::<MapIter>() as u32, 8, "iterator");
        let it = self.slot(slot).base;
        let desc = self.desc_addr(ty);
        self.b.call_rt(RuntimeFn::MapIterStart, &[desc, map, it]);
        let blocks = self.loop_blocks();
        self.b.jump(blocks.header);
        self.b.switch_to(blocks.header);
        let it = self.slot(slot).base;
        let (stride, elem_off) = self.slot_parts(ty);
        let slots = self.b.iconst(Ty::I64, slot_layout(stride, 0));
        let entry = self.b.call_rt(RuntimeFn::MapIterNext, &[it, slots])[0];
        let nil = self.nil();
        let more = self.b.icmp(Cond::Ne, entry, nil);
        self.b.br(more, blocks.start, blocks.end);
        self.enter(blocks.start);
        let mut values = Vec::new();
        if l.targets[0].is_some() {
            let shape = self.shape(key);
            values.push((
                l.targets[0],
                self.load(Addr::new(entry), Alias::Shared, &shape),
                self.cx.canon(key),
            ));
        }
        if l.targets[1].is_some() {
            let shape = self.shape(elem);
            let p = self.b.ptr_add_imm(entry, elem_off as i64);
            values.push((l.targets[1], self.load(Addr::new(p), Alias::Shared, &shape), self.cx.canon(elem)));
        }
        self.iteration(l, &blocks, values);
        self.finish_loop(&blocks);
    }

    fn range_chan(&mut self, l: &Loop<'_>, x: ExprId, elem: TyId) {
        let chan = self.expr(x).scalar();
        self.at(l.pos);
        let shape = self.shape(elem);
        let at = self.new_temp(&shape, "received");
        let blocks = self.loop_blocks();
        self.b.jump(blocks.header);
        self.b.switch_to(blocks.header);
        self.store_zero(at, &shape);
        let p = self.addr_value(at);
        let ok = self.b.call_rt(RuntimeFn::ChanRecv2, &[chan, p])[0];
        self.b.br(ok, blocks.start, blocks.end);
        self.enter(blocks.start);
        let v = self.load(at, Alias::Temp, &shape);
        let elem = self.cx.canon(elem);
        self.iteration(l, &blocks, vec![(l.targets[0], v, elem)]);
        self.finish_loop(&blocks);
    }
}
