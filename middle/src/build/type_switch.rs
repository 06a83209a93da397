//! Type switches.

use frontend::ast::{CaseClause, ExprId};
use frontend::program::Mode;
use frontend::source::{Pos, Symbol};
use frontend::types::TyId;

use super::func::{Flow, FuncCx};
use super::value::Val;
use crate::ir::{Block, Cond, Value};

impl FuncCx<'_, '_> {
    /// `switch v := x.(type) { clauses }`
    pub fn type_switch(&mut self, pos: Pos, label: Option<Symbol>, x: ExprId, clauses: &[CaseClause]) {
        let ty = self.ty(x);
        let v = self.expr(x);
        self.at(pos);
        let end = self.b.new_block();
        let bodies: Vec<Block> = clauses.iter().map(|_| self.b.new_block()).collect();
        let default = clauses.iter().position(|c| c.is_default).map_or(end, |i| bodies[i]);
        let mut words: Vec<Option<Value>> = vec![None; clauses.len()];
        for (i, c) in clauses.iter().enumerate() {
            for &e in self.ast().list(c.exprs) {
                self.at(self.pos(e));
                let next = self.b.new_block();
                let (ok, word) = self.case_type_matches(&v, ty, e);
                words[i] = word;
                self.b.br(ok, bodies[i], next);
                self.enter(next);
            }
        }
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
