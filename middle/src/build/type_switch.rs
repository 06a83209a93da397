//! Type switches. Where several types that are no interfaces stand in a row, the hash of the dynamic type chooses.

use std::collections::BTreeMap;
use std::mem::offset_of;

use frontend::ast::{CaseClause, ExprId};
use frontend::program::Mode;
use frontend::source::{Pos, Symbol};
use frontend::types::TyId;

use super::func::{Flow, FuncCx};
use super::switch::MIN_TABLE;
use super::value::Val;
use crate::ir::{Block, Cond, Ty, Value};
use crate::type_desc::type_hash;

impl FuncCx<'_, '_> {
    /// `switch v := x.(type) { clauses }`
    pub fn type_switch(&mut self, pos: Pos, label: Option<Symbol>, x: ExprId, clauses: &[CaseClause]) {
        let ty = self.ty(x);
        let v = self.expr(x);
        self.at(pos);
        let end = self.b.new_block();
        let bodies: Vec<Block> = clauses.iter().map(|_| self.b.new_block()).collect();
        let default = clauses.iter().position(|c| c.is_default).map_or(end, |i| bodies[i]);
        let words = self.test_types(clauses, &bodies, &v, ty);
        self.b.jump(default);
        self.flow.push(Flow { label, on_break: end, on_continue: None });
        for (i, c) in clauses.iter().enumerate() {
            self.enter(bodies[i]);
            self.at(c.pos);
            self.bind_clause(c, &v, ty, words[i]);
            self.stmts(c.body);
            self.leave_to(end);
        }
        self.flow.pop();
        self.enter(end);
    }

    /// Branches to the body of the first case that matches; yields what [`Self::case_type_matches`] does of the last
    /// type of each clause. Control goes on where none matches.
    fn test_types(
        &mut self,
        clauses: &[CaseClause],
        bodies: &[Block],
        v: &Val,
        ty: TyId,
    ) -> Vec<Option<Value>> {
        let mut words: Vec<Option<Value>> = vec![None; clauses.len()];
        let cases: Vec<(usize, ExprId)> = clauses
            .iter()
            .enumerate()
            .flat_map(|(i, c)| self.ast().list(c.exprs).iter().map(move |&e| (i, e)))
            .collect();
        let mut rest = &cases[..];
        while let [(i, e), ..] = *rest {
            let run = rest.iter().take_while(|c| self.is_concrete_case(c.1)).count();
            if run >= MIN_TABLE {
                rest[..run].iter().for_each(|c| words[c.0] = Some(v.scalars()[0]));
                self.test_hash(&rest[..run], bodies, v, ty);
                rest = &rest[run..];
                continue;
            }
            self.at(self.pos(e));
            let next = self.b.new_block();
            let (ok, word) = self.case_type_matches(v, ty, e);
            words[i] = word;
            self.b.br(ok, bodies[i], next);
            self.enter(next);
            rest = &rest[1..];
        }
        words
    }

    fn is_concrete_case(&self, e: ExprId) -> bool {
        self.info().expr(e).mode != Mode::Nil && !self.is_interface(self.ty(e))
    }

    /// One multi-way branch on the hash of the dynamic type for cases that are no interface types, clauses given by
    /// number.
    fn test_hash(&mut self, cases: &[(usize, ExprId)], bodies: &[Block], v: &Val, ty: TyId) {
        let mut chains: BTreeMap<i32, Vec<(usize, ExprId)>> = BTreeMap::new();
        for &(i, e) in cases {
            chains.entry(type_hash(self.cx, self.ty(e)) as i32).or_default().push((i, e));
        }
        let offset = match self.is_empty_interface(ty) {
            true => offset_of!(abi::layout::Type, hash),
            false => offset_of!(abi::layout::Itab, hash),
        };
        let (some, next) = (self.b.new_block(), self.b.new_block());
        let (word, nil) = (v.scalars()[0], self.nil());
        let is_some = self.b.icmp(Cond::Ne, word, nil);
        self.b.br(is_some, some, next);
        self.enter(some);
        let hash = self.b.load(Ty::I32, word, offset as i64);
        let targets: Vec<(i64, Block)> = chains.keys().map(|&h| (i64::from(h), self.b.new_block())).collect();
        self.b.switch(hash, next, &targets);
        for (chain, (_, block)) in chains.values().zip(targets) {
            self.enter(block);
            for &(i, e) in chain {
                self.at(self.pos(e));
                let other = self.b.new_block();
                let (ok, _) = self.case_type_matches(v, ty, e);
                self.b.br(ok, bodies[i], other);
                self.enter(other);
            }
            self.b.jump(next);
        }
        self.enter(next);
    }

    /// Whether the value's dynamic type is that of a case, and the first word of the value as one of that type.
    fn case_type_matches(&mut self, v: &Val, ty: TyId, e: ExprId) -> (Value, Option<Value>) {
        if self.info().expr(e).mode == Mode::Nil {
            let nil = self.nil();
            return (self.b.icmp(Cond::Eq, v.scalars()[0], nil), None);
        }
        let to = self.ty(e);
        let (ok, word) = self.type_test(v, ty, to);
        (ok, Some(word))
    }

    /// Declares the variable of a clause: of the case's type if there is one, else of the operand's.
    fn bind_clause(&mut self, c: &CaseClause, v: &Val, ty: TyId, word: Option<Value>) {
        let Some(&obj) = self.info().implicits.get(&c.pos) else { return };
        let to = self.obj_ty(obj);
        let value = match (self.ast().list(c.exprs), word) {
            (&[_], Some(word)) if self.is_interface(to) => Val::of(&[word, v.scalars()[1]]),
            (&[_], Some(_)) if to != ty => self.unbox(v.scalars()[1], to),
            _ => v.clone(),
        };
        self.declare(obj, Some(&value));
    }
}
