//! Type parameters, and `type T [P *C] …`, which looks like an array type until it is looked at closely (gc:
//! `extractName`, `isTypeElem`).

use crate::ast::{BinaryOp, ExprId, ExprKind, Field, Ident, List, UnaryOp};
use crate::parse::builder::{Builder, Mark, RawParam};
use crate::source::Pos;

impl Builder<'_> {
    /// The type parameters of a function.
    pub(crate) fn type_params(&mut self, mark: Mark, close: Pos) -> Mark {
        let list = self.finish_type_params(mark, close);
        self.hold(list)
    }

    fn finish_type_params(&mut self, mark: Mark, close: Pos) -> List<Field> {
        let list = self.distribute_types(mark, close, true);
        self.check_dots(list, false);
        list
    }

    /// `x | y` in a constraint.
    pub(crate) fn union(&mut self, pos: Pos, x: ExprId, y: ExprId) -> ExprId {
        self.expr(pos, ExprKind::Binary { op: BinaryOp::Or, x, y })
    }

    /// `[x, rest]`: the comma says that these are type parameters.
    pub(crate) fn tparams_comma(&mut self, x: ExprId, comma: Pos, rest: Option<Mark>, close: Pos) -> Mark {
        let list = match self.split_param(x, true) {
            Some((name, ty)) => self.tparams_with_first(name, ty, rest, close),
            None => {
                self.syntax_error(comma, "unexpected comma; expected ]");
                self.drop_params(rest);
                List::default()
            }
        };
        self.hold(list)
    }

    /// `[x tail rest]`: `x` must be the name, or begin the constraint as in `P [3]E`.
    pub(crate) fn tparams_tail(&mut self, x: ExprId, tail: ExprId, rest: Option<Mark>, close: Pos) -> Mark {
        let split = match self.kind(x) {
            ExprKind::Name(_) => self.as_name(x).map(|name| (name, Some(tail))),
            ExprKind::Index { x: name, index } => {
                let name = self.as_name(name);
                name.map(|name| (name, Some(self.array_constraint(self.pos(x), index, tail))))
            }
            _ => None,
        };
        let list = match split {
            Some((name, ty)) => self.tparams_with_first(name, ty, rest, close),
            None => {
                let pos = self.ast.start_pos(tail);
                self.syntax_error(pos, format!("unexpected {}, expected ]", self.first_word(tail)));
                self.drop_params(rest);
                List::default()
            }
        };
        self.hold(list)
    }

    fn drop_params(&mut self, rest: Option<Mark>) {
        if let Some(mark) = rest {
            self.params.truncate(mark);
        }
    }

    fn tparams_with_first(
        &mut self,
        name: Ident,
        ty: Option<ExprId>,
        rest: Option<Mark>,
        close: Pos,
    ) -> List<Field> {
        let first = RawParam { pos: name.pos, name: Some(name), ty };
        let mark = match rest {
            None => self.params.first(first),
            Some(rest) => {
                self.params.insert(rest, first);
                rest
            }
        };
        self.finish_type_params(mark, close)
    }

    /// How gc would name the first token of a type.
    fn first_word(&self, ty: ExprId) -> String {
        let leftmost = self.leftmost(ty);
        match self.kind(leftmost) {
            ExprKind::Name(name) => format!("name {}", self.interner.resolve(name)),
            ExprKind::StructType(_) => "keyword struct".into(),
            ExprKind::InterfaceType(_) => "keyword interface".into(),
            ExprKind::MapType { .. } => "keyword map".into(),
            ExprKind::ChanType { .. } => "keyword chan".into(),
            ExprKind::FuncType(_) => "keyword func".into(),
            ExprKind::Unary { .. } => "~".into(),
            _ => "[".into(),
        }
    }

    fn leftmost(&self, mut x: ExprId) -> ExprId {
        while let ExprKind::Binary { x: left, .. }
        | ExprKind::Index { x: left, .. }
        | ExprKind::Selector { x: left, .. } = self.kind(x)
        {
            x = left;
        }
        x
    }

    /// `[P *C]` was read as an array length: the type parameter, if it must be one.
    pub(crate) fn split_length(&mut self, len: ExprId) -> Option<List<Field>> {
        // A lone name is an array length; `P[3]*E` is no constant, hence no length.
        let (name, ty) = self.split_param(len, false)?;
        let ty = ty?;
        Some(self.tparams_with_first(name, Some(ty), None, self.pos(ty)))
    }

    /// Splits `x` into a name and a constraint if it can be written as `name constraint`. An expression that could
    /// also be a value is split only if `force` is set.
    fn split_param(&mut self, x: ExprId, force: bool) -> Option<(Ident, Option<ExprId>)> {
        let pos = self.pos(x);
        match self.kind(x) {
            ExprKind::Name(_) => self.as_name(x).map(|name| (name, None)),
            ExprKind::Binary { op: BinaryOp::Mul, x: left, y } => {
                if let Some((name, index)) = self.indexed_name(left) {
                    // P [3]*E
                    let elem = self.star(pos, y);
                    return Some((name, Some(self.array_type(self.pos(left), Some(index), elem))));
                }
                let name = self.as_name(left).filter(|_| force || self.is_type_elem(y))?;
                Some((name, Some(self.star(pos, y))))
            }
            ExprKind::Binary { op: BinaryOp::Or, x: left, y } => {
                let force = force || self.is_type_elem(y);
                let (name, lhs) = self.split_param(left, force)?;
                let lhs = lhs?;
                Some((name, Some(self.union(pos, lhs, y))))
            }
            ExprKind::Call { fun, args, dots: false, .. } => {
                let &[arg] = self.ast.list(args) else { return None };
                if let Some((name, index)) = self.indexed_name(fun) {
                    // P [3](E)
                    let elem = self.ast.unparen(arg);
                    return Some((name, Some(self.array_type(self.pos(fun), Some(index), elem))));
                }
                let name = self.as_name(fun).filter(|_| force || self.is_type_elem(arg))?;
                Some((name, Some(self.ast.unparen(arg))))
            }
            _ => None,
        }
    }

    fn indexed_name(&self, x: ExprId) -> Option<(Ident, ExprId)> {
        match self.kind(x) {
            ExprKind::Index { x: name, index } => Some((self.as_name(name)?, index)),
            _ => None,
        }
    }

    /// `[len]` belongs to the first term of the union `tail`.
    fn array_constraint(&mut self, pos: Pos, len: ExprId, tail: ExprId) -> ExprId {
        match self.ast.exprs[tail].kind {
            ExprKind::Binary { op: BinaryOp::Or, x, y } => {
                let at = self.pos(tail);
                let x = self.array_constraint(pos, len, x);
                self.union(at, x, y)
            }
            _ => self.array_type(pos, Some(len), tail),
        }
    }

    /// Whether `x` can only be a type, not a value.
    fn is_type_elem(&self, x: ExprId) -> bool {
        match self.kind(x) {
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. }
            | ExprKind::Unary { op: UnaryOp::Tilde, .. } => true,
            ExprKind::Unary { x, .. } | ExprKind::Star(x) | ExprKind::Paren(x) => self.is_type_elem(x),
            ExprKind::Binary { x, y, .. } => self.is_type_elem(x) || self.is_type_elem(y),
            _ => false,
        }
    }
}
