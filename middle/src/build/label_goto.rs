//! Labels, `break`, `continue`, `goto`, `fallthrough`.

use frontend::ast::{BranchKind, Ident, StmtId};
use frontend::source::{Pos, Symbol, sym};

use super::func::{Flow, FuncCx};
use super::range_func::Exit;
use crate::ir::Block;

impl FuncCx<'_, '_> {
    /// The block that a label marks. It is sealed at the end of the function: any `goto` may lead there.
    fn label_block(&mut self, label: Symbol) -> Block {
        if let Some(&b) = self.labels.get(&label) {
            return b;
        }
        let b = self.b.new_block();
        self.labels.insert(label, b);
        b
    }

    /// `label: stmt`
    pub fn labeled(&mut self, label: Ident, stmt: StmtId) {
        // Nothing can lead to a blank label, of which there may be several.
        if label.name == sym::Blank {
            return self.stmt(stmt);
        }
        let block = self.label_block(label.name);
        self.leave_to(block);
        self.b.switch_to(block);
        self.pending_label = Some(label.name);
        self.stmt(stmt);
        self.pending_label = None;
    }

    /// `break`, `continue`, `goto`, `fallthrough`
    pub fn branch(&mut self, pos: Pos, kind: BranchKind, label: Option<Ident>) {
        self.branch_to(pos, kind, label.map(|l| l.name));
    }

    /// A branch to a label, or to what its kind implies.
    pub(super) fn branch_to(&mut self, pos: Pos, kind: BranchKind, label: Option<Symbol>) {
        let target = match kind {
            BranchKind::Goto => label.filter(|&l| self.has_label(l)).map(|l| self.label_block(l)),
            BranchKind::Fallthrough => self.fallthrough_to,
            BranchKind::Break => self.flow_target(label, |f| Some(f.on_break)),
            BranchKind::Continue => self.flow_target(label, |f| f.on_continue),
        };
        match (target, label) {
            (Some(block), _) => self.b.jump(block),
            (None, Some(label)) if self.body.is_some() => self.leave_body(Exit::Branch(kind, label)),
            _ => self.unsupported(pos, "this branch"),
        }
    }

    /// Whether a label stands in the function being built rather than around the loop whose body it is.
    fn has_label(&self, label: Symbol) -> bool {
        self.body.as_ref().is_none_or(|b| b.labels.contains(&label))
    }

    /// The innermost enclosing statement that fits.
    fn flow_target(&self, label: Option<Symbol>, target: impl Fn(&Flow) -> Option<Block>) -> Option<Block> {
        self.flow.iter().rev().filter(|f| label.is_none() || f.label == label).find_map(target)
    }
}
