//! Writing down what was found out, in the [`FileInfo`](crate::program::FileInfo) of the current file.

use super::Checker;
use crate::ast::{ExprId, Ident};
use crate::object::ObjId;
use crate::program::{ExprInfo, FileInfo, Mode, Selection};
use crate::source::Pos;
use crate::types::TyId;
use crate::types::constant::ConstValue;

impl Checker<'_> {
    /// The facts of the current file.
    pub fn info(&mut self) -> &mut FileInfo {
        &mut self.infos[self.file]
    }

    /// Records mode and type of an expression.
    pub fn record(&mut self, e: ExprId, info: ExprInfo) {
        self.info().exprs[e] = info;
    }

    /// Records that an expression denotes a type.
    pub fn record_type(&mut self, e: ExprId, ty: TyId) {
        self.record(e, ExprInfo { mode: Mode::Type, ty });
    }

    /// Records the value of a constant expression.
    pub fn record_const(&mut self, e: ExprId, value: ConstValue) {
        self.info().consts.insert(e, value);
    }

    /// Records which object a name denotes, and that the declaration being checked depends on it.
    pub fn record_use(&mut self, e: ExprId, obj: ObjId) {
        self.info().uses.insert(e, obj);
        self.add_dependency(obj);
    }

    /// Records which object an identifier declares.
    pub fn record_def(&mut self, ident: Ident, obj: ObjId) {
        self.info().defs.insert(ident.pos, obj);
    }

    /// Records the variable of a type switch in the clause at `pos`.
    pub fn record_implicit(&mut self, pos: Pos, obj: ObjId) {
        self.info().implicits.insert(pos, obj);
    }

    /// Records the meaning of `x.f`.
    pub fn record_selection(&mut self, e: ExprId, selection: Selection) {
        if let Some(method) = selection.method {
            self.add_dependency(method);
        }
        self.info().selections.insert(e, selection);
    }
}
