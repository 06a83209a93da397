//! Whether the source lets the address of a variable out of its function at all.
//!
//! Escape analysis on SSA does not tell the captures of a closure apart; here the only question is which captures and
//! addresses there are.

use frontend::ast::{Ast, Block, ExprId, ExprKind, UnaryOp};
use frontend::object::ObjId;
use frontend::program::CheckedFile;

/// Whether the address of `obj` is taken, or it is captured by a literal that is not called or deferred in place.
pub fn may_leave(file: &CheckedFile, obj: ObjId) -> bool {
    let ast = &file.ast;
    let is_obj = |e: ExprId| file.info.uses.get(&base(ast, e)) == Some(&obj);
    let taken = ast.exprs.iter().any(|(id, e)| match e.kind {
        ExprKind::Unary { op: UnaryOp::Addr, x } | ExprKind::Slice { x, .. } => is_obj(x),
        ExprKind::Selector { x, .. } => {
            file.info.selections.get(&id).is_some_and(|s| s.takes_address) && is_obj(x)
        }
        _ => false,
    });
    let in_place: Vec<ExprId> = ast
        .exprs
        .values()
        .filter_map(|e| match e.kind {
            ExprKind::Call { fun, .. } => Some(ast.unparen(fun)),
            _ => None,
        })
        .collect();
    let declared = file.info.defs.iter().find(|&(_, o)| *o == obj).map(|(pos, _)| *pos);
    let kept: Vec<Block> = ast
        .exprs
        .iter()
        .filter_map(|(id, e)| match e.kind {
            ExprKind::FuncLit { body, .. } if !in_place.contains(&id) => Some(body),
            _ => None,
        })
        // Literals that the variable's own function is nested in capture nothing of it.
        .filter(|body| declared.is_some_and(|d| !(body.lbrace < d && d < body.rbrace) && d < body.lbrace))
        .collect();
    let captured = file.info.uses.iter().filter(|&(_, o)| *o == obj).any(|(&e, _)| {
        let pos = ast.exprs[e].pos;
        kept.iter().any(|b| b.lbrace < pos && pos < b.rbrace)
    });
    taken || captured
}

/// The variable that a field, an element of an array or a parenthesised expression is part of.
fn base(ast: &Ast, mut e: ExprId) -> ExprId {
    loop {
        e = match ast.exprs[e].kind {
            ExprKind::Paren(x) | ExprKind::Selector { x, .. } | ExprKind::Index { x, .. } => x,
            _ => return e,
        };
    }
}
