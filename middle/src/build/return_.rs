//! `return`.

use frontend::ast::{ExprId, List};
use frontend::source::Pos;

use super::func::FuncCx;
use super::value::Val;

impl FuncCx<'_, '_> {
    /// `return results`
    pub fn return_stmt(&mut self, pos: Pos, results: List<ExprId>) {
        let list = self.ast().list(results);
        if list.is_empty() {
            self.emit_bare_return();
            return;
        }
        let types: Vec<_> = self.results.iter().map(|r| self.cx.canon(r.ty)).collect();
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
        self.emit_return(&values);
    }
}
