//! Whether the source lets the address of a variable out of its function at all.
//!
//! Escape analysis on SSA does not tell the captures of a closure apart; here the only question is which captures and
//! addresses there are.

use frontend::ast::{Ast, Block, DeclKind, ExprId, ExprKind, GoDefer, StmtKind, UnaryOp};
use frontend::object::ObjId;
use frontend::program::{CheckedFile, Program};
use frontend::source::Pos;
use rustc_hash::FxHashMap;

use super::{GcKind, decide, flow};

/// Whether the address of `obj` is taken, or it is captured by a literal that is not called in place, or
/// deferred there outside of loops.
pub fn may_leave(prog: &Program, file: &CheckedFile, obj: ObjId) -> bool {
    let ast = &file.ast;
    let is_obj = |e: ExprId| file.info.uses.get(&base(ast, e)) == Some(&obj);
    let taken = ast.exprs.iter().any(|(id, e)| match e.kind {
        ExprKind::Unary { op: UnaryOp::Addr, x } | ExprKind::Slice { x, .. } => is_obj(x),
        ExprKind::Selector { x, .. } => {
            file.info.selections.get(&id).is_some_and(|s| s.takes_address) && is_obj(x)
        }
        _ => false,
    });
    if taken {
        return true;
    }
    let outlive = outliving_calls(prog, file);
    let in_place: Vec<ExprId> = ast
        .exprs
        .iter()
        .filter(|(id, _)| !outlive.contains(id))
        .filter_map(|(_, e)| match e.kind {
            ExprKind::Call { fun, .. } => Some(ast.unparen(fun)),
            _ => None,
        })
        .collect();
    let declared = file.info.defs.iter().find(|&(_, o)| *o == obj).map(|(pos, _)| *pos);
    let kept: Vec<Block> = ast
        .exprs
        .iter()
        .filter_map(|(id, e)| match e.kind {
            ExprKind::FuncLit { body, .. } if !in_place.contains(&id) => Some(ast[body]),
            _ => None,
        })
        // Literals that the variable's own function is nested in capture nothing of it.
        .filter(|body| declared.is_some_and(|d| !(body.lbrace < d && d < body.rbrace) && d < body.lbrace))
        .collect();
    file.info.uses.iter().filter(|&(_, o)| *o == obj).any(|(&e, _)| {
        let pos = ast.exprs[e].pos;
        kept.iter().any(|b| b.lbrace < pos && pos < b.rbrace)
    })
}

/// The calls of literals that are made when the statement, or the function, has been left for good: those of `go`
/// statements, and of defer statements that get heap records.
fn outliving_calls(prog: &Program, file: &CheckedFile) -> Vec<ExprId> {
    let ast = &file.ast;
    let mut bodies: Option<Vec<Block>> = None;
    let mut heap: FxHashMap<Pos, bool> = FxHashMap::default();
    let mut out = Vec::new();
    for stmt in ast.stmts.values() {
        let StmtKind::GoDefer { kind, call } = stmt.kind else { continue };
        let call = ast.unparen(call);
        let ExprKind::Call { fun, .. } = ast.exprs[call].kind else { continue };
        if !matches!(ast.exprs[ast.unparen(fun)].kind, ExprKind::FuncLit { .. }) {
            continue;
        }
        if kind == GoDefer::Defer && !heap.contains_key(&stmt.pos) {
            let around = bodies.get_or_insert_with(|| function_bodies(ast)).iter();
            let around = around.filter(|b| b.lbrace < stmt.pos && stmt.pos < b.rbrace);
            let Some(body) = around.max_by_key(|b| b.lbrace) else { continue };
            // Whether there is a table of results does not matter here.
            let sites = decide(&flow::read(prog, file, body, false), None);
            heap.extend(sites.into_iter().map(|(pos, d)| (pos, d.kind == GcKind::Heap)));
        }
        if kind == GoDefer::Go || heap.get(&stmt.pos).is_some_and(|&heap| heap) {
            out.push(call);
        }
    }
    out
}

/// The bodies of the functions and literals of a file.
fn function_bodies(ast: &Ast) -> Vec<Block> {
    let decls = ast.list(ast.decls).iter().filter_map(|&d| match ast.decl_nodes[d].kind {
        DeclKind::Func { body, .. } => body.map(|body| ast[body]),
        _ => None,
    });
    let literals = ast.exprs.values().filter_map(|e| match e.kind {
        ExprKind::FuncLit { body, .. } => Some(ast[body]),
        _ => None,
    });
    decls.chain(literals).collect()
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
