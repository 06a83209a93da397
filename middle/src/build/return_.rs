//! `return`.

use frontend::ast::{ExprId, List};
use frontend::source::Pos;

use super::ResultPlace;
use super::func::FuncCx;
use super::range_func::Exit;
use super::value::{Addr, Val};

impl FuncCx<'_, '_> {
    /// `return results`
    pub fn return_stmt(&mut self, pos: Pos, results: List<ExprId>) {
        let list = self.ast().list(results);
        if list.is_empty() {
            return match self.body {
                Some(_) => self.leave_body(Exit::Return),
                None => self.emit_bare_return(),
            };
        }
        if self.return_literal(pos, list) {
            return;
        }
        let results = self.body.as_ref().map_or(&self.results, |b| &b.results);
        let types: Vec<_> = results.iter().map(|r| self.cx.canon(r.ty)).collect();
        let values: Vec<Val> = if list.len() == 1 && types.len() > 1 {
            let values = self.several_values(list[0]);
            let converted = values.into_iter().zip(&types);
            converted.map(|((v, from), &to)| self.assign_convert(v, from, to)).collect()
        } else {
            let outer = self.settle(list);
            let mut values = Vec::with_capacity(list.len());
            for (&e, &ty) in list.iter().zip(&types) {
                let v = self.expr_as(e, ty);
                // Storing one result must not change another.
                let shape = self.shape(ty);
                values.push(if list.len() > 1 { self.stable(v, &shape) } else { v });
            }
            self.unsettle(outer);
            values
        };
        self.at(pos);
        match self.body {
            Some(_) => self.return_from_body(&values),
            None => self.emit_return(&values),
        }
    }

    /// `return T{…}` of a value in memory: built where the caller wants it, if nothing can see it half done.
    fn return_literal(&mut self, pos: Pos, list: &[ExprId]) -> bool {
        let abi = self.abi.clone();
        let (&[e], [result]) = (list, &abi.results[..]) else { return false };
        let ResultPlace::Memory { param, offset } = result.place else { return false };
        if self.defers || self.body.is_some() || self.results[0].storage.is_some() {
            return false;
        }
        let Some(elems) = self.literal_in_memory(e, result.ty) else { return false };
        let to = Addr::new(self.b.params()[param]).plus(offset);
        self.literal_into(to, self.cx.canon(result.ty), elems);
        self.at(pos);
        self.b.ret(&[]);
        true
    }
}
