//! `if` and `for`.

use frontend::ast::{Block as AstBlock, ExprId, StmtId, StmtKind};
use frontend::object::ObjId;
use frontend::source::Symbol;

use super::captures::loop_vars_per_iteration;
use super::func::{Flow, FuncCx, Storage};
use super::value::{Addr, MAX_STACK_SIZE};
use crate::ir::{AllocKind, Block};

impl FuncCx<'_, '_> {
    /// `if init; cond { … } else …`
    pub fn if_stmt(&mut self, init: Option<StmtId>, cond: ExprId, then: &AstBlock, els: Option<StmtId>) {
        self.opt_stmt(init);
        let (yes, end) = (self.b.new_block(), self.b.new_block());
        let no = if els.is_some() { self.b.new_block() } else { end };
        self.cond_br(cond, yes, no);
        self.enter(yes);
        self.stmts(then.stmts);
        self.leave_to(end);
        if let Some(els) = els {
            self.enter(no);
            self.stmt(els);
            self.leave_to(end);
        }
        self.enter(end);
    }

    /// Jumps if control gets here.
    pub fn leave_to(&mut self, block: Block) {
        if self.b.is_reachable() {
            self.b.jump(block);
        }
    }

    /// `for init; cond; post { … }`
    pub fn for_stmt(
        &mut self,
        label: Option<Symbol>,
        init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
        body: &AstBlock,
    ) {
        let vars = self.per_iteration_vars(init);
        // Variables whose memory only the body sees are plain ones in the header.
        let (body_only, renewed): (Vec<ObjId>, Vec<ObjId>) = vars.into_iter().partition(|&v| {
            !self.facts.var(v).shared_header && self.shape(self.obj_ty(v)).size <= MAX_STACK_SIZE
        });
        self.plain_vars.extend(&body_only);
        self.opt_stmt(init);
        body_only.iter().for_each(|v| {
            self.plain_vars.remove(v);
        });
        let header = self.b.new_block();
        let (start, next, end) = (self.b.new_block(), self.b.new_block(), self.b.new_block());
        self.leave_to(header);
        self.b.switch_to(header);
        match cond {
            Some(cond) => self.cond_br(cond, start, end),
            None => self.b.jump(start),
        }
        self.enter(start);
        let outer = self.enter_iteration(&body_only);
        self.flow.push(Flow { label, on_break: end, on_continue: Some(next) });
        self.stmts(body.stmts);
        self.flow.pop();
        self.leave_to(next);
        self.enter(next);
        self.leave_iteration(outer);
        renewed.iter().for_each(|&v| self.renew(v));
        self.opt_stmt(post);
        self.leave_to(header);
        self.b.seal(header);
        self.enter(end);
    }

    /// The variables declared by the init statement that live in memory: each iteration has its own (Go spec, For
    /// statements).
    fn per_iteration_vars(&self, init: Option<StmtId>) -> Vec<ObjId> {
        match init.map(|s| self.ast().stmts[s].kind) {
            Some(StmtKind::Define { lhs, .. }) if loop_vars_per_iteration(self.file) => {
                let defined = |&e: &ExprId| self.def(self.pos(e)).filter(|_| !self.is_blank(e));
                let objs = self.ast().list(lhs).iter().filter_map(defined);
                objs.filter(|&v| self.facts.needs_memory(self.cx, v)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Gives the variables memory of their own for one iteration.
    fn enter_iteration(&mut self, vars: &[ObjId]) -> Vec<(ObjId, Storage)> {
        let mut outer = Vec::with_capacity(vars.len());
        for &v in vars {
            let Some(storage) = self.vars.remove(&v) else { continue };
            let shape = self.shape(self.obj_ty(v));
            let value = self.load_storage(&storage, &shape);
            self.declare(v, Some(&value));
            outer.push((v, storage));
        }
        outer
    }

    /// Takes the values over to the next iteration.
    fn leave_iteration(&mut self, outer: Vec<(ObjId, Storage)>) {
        for (v, storage) in outer {
            let shape = self.shape(self.obj_ty(v));
            let inner = self.vars[&v].clone();
            let value = self.load_storage(&inner, &shape);
            self.store_storage(&storage, &value, &shape);
            self.vars.insert(v, storage);
        }
    }

    /// Replaces a variable by a new one with the same value.
    fn renew(&mut self, v: ObjId) {
        let Some(Storage::Heap(var)) = self.vars.get(&v).cloned() else { return };
        let ty = self.obj_ty(v);
        let shape = self.shape(ty);
        let old = self.load_storage(&Storage::Heap(var), &shape);
        // Read before the new variable is made: it may get the same place in the frame.
        let old = self.stable(old, &shape);
        let p = self.alloc_variable(v, AllocKind::Var);
        self.store(&old, Addr::new(p), &shape);
        self.b.def_var(var, p);
    }
}
