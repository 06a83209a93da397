//! Types that are too large for the compiler (gc: `types.CalcSize`). gc notices in its back end, so only packages without
//! other errors get these, at the declaration or statement that the type stands in.

use super::Checker;
use crate::ast::{Ast, ExprKind, StmtKind};
use crate::diag::Code;
use crate::program::Mode;
use crate::source::Pos;
use crate::types::{Ty, TyId};

/// No type may have so many bytes (gc: `MaxWidth`).
const MAX_SIZE: u64 = 1 << 50;
/// No element of a channel may have so many bytes.
const MAX_CHAN_ELEM: u64 = 1 << 16;

impl Checker<'_> {
    /// Reports types beyond gc's limits.
    pub(super) fn check_sizes(&mut self) {
        for file in 0..self.files.len() {
            let ast = &self.files[file];
            for (e, node) in ast.exprs.iter() {
                if !matches!(node.kind, ExprKind::ArrayType { .. } | ExprKind::ChanType { .. }) {
                    continue;
                }
                let info = self.infos[file].exprs[e];
                if info.mode != Mode::Type {
                    continue;
                }
                if let Some(text) = self.size_fault(info.ty) {
                    self.error(owner_pos(ast, node.pos), Code::TypeTooLarge, text);
                }
            }
        }
    }

    fn size_fault(&self, ty: TyId) -> Option<String> {
        let types = self.types();
        match types.get(types.unalias(ty)) {
            Ty::Chan { elem, .. } if types.layout(*elem)?.size >= MAX_CHAN_ELEM => {
                Some("channel element type too large (>64kB)".to_string())
            }
            Ty::Array { elem, len } => {
                let size = types.layout(*elem)?.size;
                let too_large = size.checked_mul(*len).is_none_or(|n| n >= MAX_SIZE);
                (size > 0 && too_large).then(|| format!("type {} larger than address space", self.ty_str(ty)))
            }
            _ => None,
        }
    }
}

/// Where the declaration or statement around a position begins: the last that begins before it.
fn owner_pos(ast: &Ast, pos: Pos) -> Pos {
    let decls = ast.decl_nodes.iter().map(|(_, d)| d.pos);
    let stmts = ast.stmts.iter().map(|(_, s)| match s.kind {
        StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. } => {
            ast.list(lhs).first().map_or(s.pos, |&e| ast.start_pos(e))
        }
        _ => s.pos,
    });
    decls.chain(stmts).filter(|&p| p <= pos).max().unwrap_or(pos)
}
