//! Expressions.

use crate::ast::{
    BinaryOp, Block, ChanDir, ExprId, ExprKind, Ident, List, LiteralValue, One, SliceBounds, UnaryOp,
};
use crate::parse::builder::{Builder, Mark};
use crate::source::Pos;

impl Builder<'_> {
    pub(crate) fn first_expr(&mut self, x: ExprId) -> Mark {
        self.exprs.first(x)
    }

    pub(crate) fn push_expr(&mut self, mark: Mark, x: ExprId) -> Mark {
        self.exprs.push(x);
        mark
    }

    /// Appends `op y` to a flat sequence of operands: the operator takes the longest right part of `x` that binds
    /// more tightly. All operators are left-associative, so this is at most five steps down.
    pub(crate) fn binary(&mut self, pos: Pos, op: BinaryOp, x: ExprId, y: ExprId) -> ExprId {
        let mut spine = [x; 6];
        let mut steps = 0;
        let mut left = x;
        while let ExprKind::Binary { op: outer, y: right, .. } = self.kind(left) {
            if outer.precedence() >= op.precedence() {
                break;
            }
            spine[steps] = left;
            steps += 1;
            left = right;
        }
        let mut new = self.expr(pos, ExprKind::Binary { op, x: left, y });
        for &outer in spine[..steps].iter().rev() {
            if let ExprKind::Binary { y, .. } = &mut self.ast.exprs[outer].kind {
                *y = new;
            }
            if !self.depths.update(&self.ast, outer) {
                self.ast.exprs[outer].kind = ExprKind::Bad;
                self.too_deep(pos);
            }
            new = outer;
        }
        new
    }

    pub(crate) fn unary(&mut self, pos: Pos, op: UnaryOp, x: ExprId) -> ExprId {
        // gc drops the parentheses of &(T{}).
        let x = if op == UnaryOp::Addr { self.ast.unparen(x) } else { x };
        self.expr(pos, ExprKind::Unary { op, x })
    }

    pub(crate) fn star(&mut self, pos: Pos, x: ExprId) -> ExprId {
        self.expr(pos, ExprKind::Star(x))
    }

    /// `<-x`: a receive operation, or the type `<-chan T` if `x` is a channel type.
    pub(crate) fn recv(&mut self, pos: Pos, x: ExprId) -> ExprId {
        let ExprKind::ChanType { .. } = self.kind(x) else {
            return self.expr(pos, ExprKind::Unary { op: UnaryOp::Recv, x });
        };
        // `<-(chan<- E)` is `<-chan (<-E)`: the arrow moves inwards along send channels.
        let mut at = x;
        loop {
            let ExprKind::ChanType { dir, elem } = self.kind(at) else {
                let text = crate::ast::print::expr_to_string(&self.ast, self.interner, at);
                self.syntax_error(self.pos(at), format!("unexpected {text}, expected chan"));
                return x;
            };
            self.ast.exprs[at].kind = ExprKind::ChanType { dir: ChanDir::Recv, elem };
            match dir {
                ChanDir::Both => return x,
                ChanDir::Send => at = elem,
                ChanDir::Recv => {
                    self.syntax_error(self.pos(at), "unexpected <-, expected chan");
                    return x;
                }
            }
        }
    }

    pub(crate) fn paren(&mut self, pos: Pos, x: ExprId) -> ExprId {
        self.expr(pos, ExprKind::Paren(x))
    }

    pub(crate) fn selector(&mut self, x: ExprId, pos: Pos, sel: Ident) -> ExprId {
        self.expr(pos, ExprKind::Selector { x, sel })
    }

    pub(crate) fn type_assert(&mut self, x: ExprId, pos: Pos, ty: ExprId) -> ExprId {
        self.expr(pos, ExprKind::TypeAssert { x, ty })
    }

    pub(crate) fn type_switch_guard(&mut self, x: ExprId, pos: Pos) -> ExprId {
        self.expr(pos, ExprKind::TypeSwitchGuard { lhs: None, x })
    }

    pub(crate) fn index(&mut self, x: ExprId, pos: Pos, index: ExprId) -> ExprId {
        self.expr(pos, ExprKind::Index { x, index })
    }

    pub(crate) fn index_list(&mut self, x: ExprId, pos: Pos, first: ExprId, rest: Mark) -> ExprId {
        let index = self.expr_list(first, rest);
        self.expr(pos, ExprKind::Index { x, index })
    }

    pub(crate) fn slice(&mut self, x: ExprId, pos: Pos, lo: Option<ExprId>, hi: Option<ExprId>) -> ExprId {
        let bounds = self.ast.new_one(SliceBounds { lo, hi, max: None, full: false });
        self.expr(pos, ExprKind::Slice { x, bounds })
    }

    pub(crate) fn slice3(
        &mut self,
        x: ExprId,
        pos: Pos,
        (lo, hi, max): (Option<ExprId>, Option<ExprId>, Option<ExprId>),
        colon: Pos,
        close: Pos,
    ) -> ExprId {
        let hi = hi.unwrap_or_else(|| {
            self.error(colon, "middle index required in 3-index slice");
            self.bad_expr(colon)
        });
        let max = max.unwrap_or_else(|| {
            self.error(close, "final index required in 3-index slice");
            self.bad_expr(close)
        });
        let bounds = self.ast.new_one(SliceBounds { lo, hi: Some(hi), max: Some(max), full: true });
        self.expr(pos, ExprKind::Slice { x, bounds })
    }

    pub(crate) fn call(&mut self, fun: ExprId, pos: Pos, args: Option<Mark>, dots: bool) -> ExprId {
        let args = self.finish_exprs(args);
        self.expr(pos, ExprKind::Call { fun, args, dots })
    }

    pub(crate) fn finish_exprs(&mut self, mark: Option<Mark>) -> List<ExprId> {
        mark.map_or(List::default(), |mark| self.exprs.finish(&mut self.ast, mark))
    }

    pub(crate) fn func_lit(&mut self, pos: Pos, ty: ExprId, body: One<Block>) -> ExprId {
        self.expr(pos, ExprKind::FuncLit { ty, body })
    }

    pub(crate) fn key_value(&mut self, key: ExprId, pos: Pos, value: ExprId) -> ExprId {
        self.expr(pos, ExprKind::KeyValue { key, value })
    }

    pub(crate) fn literal_value(&mut self, pos: Pos, elems: Option<Mark>, rbrace: Pos) -> ExprId {
        let elems = self.finish_exprs(elems);
        let value = self.ast.new_one(LiteralValue { elems, rbrace });
        self.expr(pos, ExprKind::CompositeLit { ty: None, value })
    }

    /// `x{…}` where `x` has the form of a primary expression: it must be able to name a type.
    pub(crate) fn complit(&mut self, x: ExprId, lit: ExprId) -> ExprId {
        let bare = self.ast.unparen(x);
        let brace = self.pos(lit);
        if !self.can_be_literal_type(bare) {
            self.misplaced_braces.push(brace);
        } else if bare != x {
            self.syntax_error(brace, "cannot parenthesize type in composite literal");
        }
        self.typed_complit(x, lit)
    }

    pub(crate) fn typed_complit(&mut self, x: ExprId, lit: ExprId) -> ExprId {
        if let ExprKind::CompositeLit { ty, .. } = &mut self.ast.exprs[lit].kind {
            *ty = Some(x);
            if !self.depths.update(&self.ast, lit) {
                self.ast.exprs[lit].kind = ExprKind::Bad;
                self.too_deep(self.pos(lit));
            }
        }
        lit
    }

    fn can_be_literal_type(&self, x: ExprId) -> bool {
        match self.kind(x) {
            ExprKind::Name(_)
            | ExprKind::Selector { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::MapType { .. }
            | ExprKind::Bad => true,
            ExprKind::Index { .. } => !self.is_value(x),
            _ => false,
        }
    }

    /// Whether `x` cannot be a type (gc: `isValue`).
    fn is_value(&self, x: ExprId) -> bool {
        match self.kind(x) {
            ExprKind::BasicLit { .. }
            | ExprKind::CompositeLit { .. }
            | ExprKind::FuncLit { .. }
            | ExprKind::Slice { .. }
            | ExprKind::TypeAssert { .. }
            | ExprKind::TypeSwitchGuard { .. }
            | ExprKind::Call { .. }
            | ExprKind::Unary { .. }
            | ExprKind::Binary { .. } => true,
            ExprKind::Paren(x) => self.is_value(x),
            ExprKind::Index { x, index } => self.is_value(x) || self.is_value(index),
            _ => false,
        }
    }
}
