//! Expression switches.

use std::collections::BTreeMap;

use abi::RuntimeFn;
use frontend::ast::{CaseClause, ExprId, ExprKind, List, StmtId};
use frontend::program::Mode;
use frontend::source::{Pos, Symbol};
use frontend::types::{Basic, TyId};

use super::constant::int_bits;
use super::func::{Flow, FuncCx};
use super::value::Val;
use crate::ir::{Block, Cond, Op, Ty, Value};

/// Switches with at least this many constants become one multi-way branch: on an integer, on the length of a string, on
/// the hash of a type.
pub(super) const MIN_TABLE: usize = 4;

/// The cases of a switch on a string, by length, each with its position and body.
type StringCases = BTreeMap<usize, Vec<(Pos, Box<[u8]>, Block)>>;

impl FuncCx<'_, '_> {
    /// `switch init; tag { clauses }`
    pub fn switch_stmt(
        &mut self,
        pos: Pos,
        label: Option<Symbol>,
        init: Option<StmtId>,
        tag: Option<ExprId>,
        clauses: List<CaseClause>,
    ) {
        self.opt_stmt(init);
        self.at(pos);
        let clauses = self.ast().list(clauses);
        if let Some(t) = tag
            && let ExprKind::TypeSwitchGuard { x, .. } = self.ast().exprs[self.ast().unparen(t)].kind
        {
            return self.type_switch(pos, label, x, clauses);
        }
        let tag = tag.map(|t| {
            let ty = self.ty(t);
            // Nothing happens to the bytes before the last comparison if there is nothing but constants to compare with.
            let is_constant = |c: &CaseClause| {
                self.ast().list(c.exprs).iter().all(|&e| self.info().expr(e).mode == Mode::Constant)
            };
            let v = if clauses.iter().all(is_constant) { self.string_view(t) } else { self.expr(t) };
            let shape = self.shape(ty);
            (self.stable(v, &shape), ty)
        });
        let end = self.b.new_block();
        let bodies: Vec<Block> = clauses.iter().map(|_| self.b.new_block()).collect();
        let default = clauses.iter().position(|c| c.is_default).map_or(end, |i| bodies[i]);
        match tag.as_ref().and_then(|(v, ty)| self.constant_cases(clauses, &bodies, v, *ty)) {
            Some((v, cases)) => self.b.switch(v, default, &cases),
            None => {
                match tag.as_ref().and_then(|(v, ty)| Some((v, self.string_cases(clauses, &bodies, *ty)?))) {
                    Some((v, cases)) => self.switch_string(&v.clone(), cases, default),
                    None => self.test_cases(clauses, &bodies, tag.as_ref(), default),
                }
            }
        }
        let outer = self.fallthrough_to;
        self.flow.push(Flow { label, on_break: end, on_continue: None });
        // A body is sealed when those before it, which may fall through to it, are complete.
        for (i, c) in clauses.iter().enumerate() {
            self.fallthrough_to = bodies.get(i + 1).copied();
            self.enter(bodies[i]);
            self.stmts(c.body);
            self.leave_to(end);
        }
        self.flow.pop();
        self.fallthrough_to = outer;
        self.enter(end);
    }

    /// The cases of a switch on an integer with constants only, each with its body.
    fn constant_cases(
        &self,
        clauses: &[CaseClause],
        bodies: &[Block],
        tag: &Val,
        ty: TyId,
    ) -> Option<(Value, Vec<(i64, Block)>)> {
        if !self.types().basic(ty).is_some_and(Basic::is_integer) {
            return None;
        }
        let v = tag.scalar();
        let mut cases: Vec<(i64, Block)> = Vec::new();
        for (c, &body) in clauses.iter().zip(bodies) {
            for &e in self.ast().list(c.exprs) {
                if self.info().expr(e).mode != Mode::Constant || self.is_interface(self.ty(e)) {
                    return None;
                }
                let k = int_bits(self.const_value(e)?, self.b.func.ty(v));
                if !cases.iter().any(|c| c.0 == k) {
                    cases.push((k, body));
                }
            }
        }
        (cases.len() >= MIN_TABLE).then_some((v, cases))
    }

    /// The cases of a switch on a string with constants only.
    fn string_cases(&self, clauses: &[CaseClause], bodies: &[Block], ty: TyId) -> Option<StringCases> {
        if !self.types().basic(ty).is_some_and(Basic::is_string) {
            return None;
        }
        let mut cases = StringCases::new();
        let mut count = 0;
        for (c, &body) in clauses.iter().zip(bodies) {
            for &e in self.ast().list(c.exprs) {
                if self.info().expr(e).mode != Mode::Constant || self.is_interface(self.ty(e)) {
                    return None;
                }
                let text: Box<[u8]> = self.const_value(e)?.as_bytes()?.into();
                cases.entry(text.len()).or_default().push((self.pos(e), text, body));
                count += 1;
            }
        }
        (count >= MIN_TABLE).then_some(cases)
    }

    /// Branches on the length, then compares with the cases of that length.
    fn switch_string(&mut self, tag: &Val, cases: StringCases, default: Block) {
        let (p, len) = (tag.scalars()[0], tag.scalars()[1]);
        let targets: Vec<(i64, Block)> = cases.keys().map(|&n| (n as i64, self.b.new_block())).collect();
        self.b.switch(len, default, &targets);
        for (same_length, (_, block)) in cases.into_values().zip(targets) {
            self.enter(block);
            for (pos, text, body) in same_length {
                self.at(pos);
                let next = self.b.new_block();
                let same = self.equals_bytes(p, &text);
                self.b.br(same, body, next);
                self.enter(next);
            }
            self.b.jump(default);
        }
    }

    /// Whether the bytes at `p` are these: words are compared where they are few.
    fn equals_bytes(&mut self, p: Value, bytes: &[u8]) -> Value {
        const MOST_WORDS: usize = 16;
        if bytes.len() > MOST_WORDS {
            let sym = self.cx.string_data(bytes);
            let (q, n) = (self.b.sym_addr(sym, 0), self.int(bytes.len() as i64));
            return self.b.call_rt(RuntimeFn::MemEqual, &[p, q, n])[0];
        }
        let mut same = self.b.iconst(Ty::I8, 1);
        let (mut at, mut first) = (0, true);
        for (size, ty) in [(8, Ty::I64), (4, Ty::I32), (2, Ty::I16), (1, Ty::I8)] {
            while bytes.len() - at >= size {
                let mut word = [0; 8];
                word[..size].copy_from_slice(&bytes[at..at + size]);
                let shift = 64 - 8 * size as u32;
                let k = self.b.iconst(ty, i64::from_le_bytes(word) << shift >> shift);
                let have = self.b.load(ty, p, at as i64);
                let equal = self.b.icmp(Cond::Eq, have, k);
                same = if first { equal } else { self.b.binary(Op::And, same, equal) };
                (at, first) = (at + size, false);
            }
        }
        same
    }

    /// Compares the tag with one case after the other.
    fn test_cases(
        &mut self,
        clauses: &[CaseClause],
        bodies: &[Block],
        tag: Option<&(Val, TyId)>,
        default: Block,
    ) {
        for (c, &body) in clauses.iter().zip(bodies) {
            for &e in self.ast().list(c.exprs) {
                let next = self.b.new_block();
                self.at(self.pos(e));
                match tag {
                    // Without a tag the cases are compared with true.
                    None if self.is_interface(self.ty(e)) => {
                        let yes = Val::one(self.b.iconst(Ty::I8, 1));
                        let same = self.case_matches(&yes, Basic::Bool.ty(), e);
                        self.b.br(same, body, next);
                    }
                    None => self.cond_br(e, body, next),
                    Some((v, ty)) => {
                        let same = self.case_matches(v, *ty, e);
                        self.b.br(same, body, next);
                    }
                }
                self.enter(next);
            }
        }
        self.b.jump(default);
    }

    fn case_matches(&mut self, tag: &Val, ty: TyId, e: ExprId) -> Value {
        if self.info().expr(e).mode == Mode::Nil {
            let nil = self.nil();
            return self.b.icmp(Cond::Eq, tag.scalars()[0], nil);
        }
        let case_ty = self.ty(e);
        let v = self.unordered(|f| f.expr(e));
        self.at(self.pos(e));
        self.compare(frontend::ast::BinaryOp::Eq, tag, ty, &v, case_ty)
    }
}
