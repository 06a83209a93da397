//! Types: names, literals, parameters, fields.

use crate::ast::{ChanDir, ExprId, ExprKind, Field, Ident, InterfaceElem, List, Signature, UnaryOp};
use crate::diag::Code;
use crate::parse::builder::{Builder, Mark, RawParam};
use crate::source::{Pos, sym};

impl Builder<'_> {
    pub(crate) fn qualified(&mut self, x: Ident, dot: Pos, sel: Ident) -> ExprId {
        let x = self.name(x.pos, x.name);
        self.selector(x, dot, sel)
    }

    pub(crate) fn inst(&mut self, name: Ident, pos: Pos, index: ExprId) -> ExprId {
        let x = self.name(name.pos, name.name);
        self.index(x, pos, index)
    }

    /// A single type argument; as written it could be any expression.
    pub(crate) fn type_arg(&mut self, x: ExprId) -> ExprId {
        self.expect_type(x, "expected type");
        x
    }

    pub(crate) fn type_args(&mut self, first: ExprId, rest: Mark) -> ExprId {
        self.expect_type(first, "expected type");
        self.expr_list(first, rest)
    }

    /// A list of type arguments, of which all but the first must be types.
    pub(crate) fn expr_list(&mut self, first: ExprId, rest: Mark) -> ExprId {
        for x in self.exprs.from(rest).to_vec() {
            self.expect_type(x, "expected ]");
        }
        let mut items = vec![first];
        items.extend_from_slice(self.exprs.from(rest));
        self.exprs.truncate(rest);
        let list = self.ast.new_list(&items);
        let pos = self.pos(first);
        self.expr(pos, ExprKind::List(list))
    }

    /// Reports an expression that cannot be a type, at the token where a type would have ended.
    fn expect_type(&mut self, x: ExprId, expected: &str) {
        let pos = self.pos(x);
        match self.kind(x) {
            ExprKind::BasicLit { text, .. } => {
                let text = self.interner.resolve(text);
                self.syntax_error(pos, format!("unexpected literal {text}, {expected}"));
            }
            ExprKind::Binary { op, .. } => {
                self.syntax_error(pos, format!("unexpected {}, expected ]", op.text()));
            }
            ExprKind::Call { .. } => self.syntax_error(pos, "unexpected (, expected ]"),
            ExprKind::CompositeLit { .. } => self.syntax_error(pos, "unexpected {, expected ]"),
            ExprKind::Unary { op, .. } if op != UnaryOp::Tilde => {
                self.syntax_error(pos, format!("unexpected {}, {expected}", op.text()));
            }
            _ => {}
        }
    }

    pub(crate) fn slice_type(&mut self, pos: Pos, elem: ExprId) -> ExprId {
        self.expr(pos, ExprKind::SliceType(elem))
    }

    pub(crate) fn array_type(&mut self, pos: Pos, len: Option<ExprId>, elem: ExprId) -> ExprId {
        self.expr(pos, ExprKind::ArrayType { len, elem })
    }

    pub(crate) fn map_type(&mut self, pos: Pos, key: ExprId, value: ExprId) -> ExprId {
        self.expr(pos, ExprKind::MapType { key, value })
    }

    pub(crate) fn chan_type(&mut self, pos: Pos, dir: ChanDir, elem: ExprId) -> ExprId {
        self.expr(pos, ExprKind::ChanType { dir, elem })
    }

    /// Keeps a list until [`Builder::release`] fetches it. What was kept later has been fetched by then.
    pub(crate) fn hold(&mut self, list: List<Field>) -> Mark {
        self.params_lists.first(list)
    }

    pub(crate) fn release(&mut self, mark: Mark) -> List<Field> {
        let list = self.params_lists.from(mark).first().copied().unwrap_or_default();
        self.params_lists.truncate(mark);
        list
    }

    pub(crate) fn func_type(&mut self, pos: Pos, params: Mark, results: Option<Mark>) -> ExprId {
        let results = results.map_or(List::default(), |results| self.release(results));
        let params = self.release(params);
        self.check_dots(params, true);
        self.check_dots(results, false);
        let signature = self.ast.new_one(Signature { params, results });
        self.expr(pos, ExprKind::FuncType(signature))
    }

    pub(crate) fn result(&mut self, pos: Pos, ty: ExprId) -> Mark {
        let list = self.ast.new_list(&[Field { name: None, ty, tag: None, embedded: false, pos }]);
        self.hold(list)
    }

    // -- Parameters ------------------------------------------------------------------------------------------

    pub(crate) fn first_param(&mut self) -> Mark {
        self.params.last_as_first()
    }

    /// A parameter that is just a type, or a lone name.
    pub(crate) fn param_type(&mut self, pos: Pos, ty: ExprId) {
        // A name in parentheses does not start where the parameter starts; it is a type.
        let param = match self.as_name(ty) {
            Some(name) if name.pos == pos => RawParam { pos, name: Some(name), ty: None },
            _ => RawParam { pos, name: None, ty: Some(ty) },
        };
        self.params.push(param);
    }

    pub(crate) fn param(&mut self, name: Ident, ty: ExprId) {
        self.params.push(RawParam { pos: name.pos, name: Some(name), ty: Some(ty) });
    }

    pub(crate) fn param_dots(&mut self, name: Option<Ident>, dots: Pos, elem: ExprId) {
        let ty = self.expr(dots, ExprKind::DotsType(elem));
        let pos = name.map_or(dots, |n| n.pos);
        self.params.push(RawParam { pos, name, ty: Some(ty) });
    }

    pub(crate) fn no_params(&mut self) -> Mark {
        self.hold(List::default())
    }

    pub(crate) fn params(&mut self, mark: Mark, close: Pos) -> Mark {
        let named = self.params.from(mark).iter().any(|p| p.name.is_some() && p.ty.is_some());
        let list = if named { self.distribute_types(mark, close, false) } else { self.unnamed_params(mark) };
        self.hold(list)
    }

    fn unnamed_params(&mut self, mark: Mark) -> List<Field> {
        // Nothing has both a name and a type: lone names are types.
        let mut fields = Vec::with_capacity(self.params.from(mark).len());
        for p in self.params.from(mark).to_vec() {
            let ty = match (p.ty, p.name) {
                (Some(ty), _) => ty,
                (None, Some(name)) => self.name(name.pos, name.name),
                (None, None) => self.bad_expr(p.pos),
            };
            fields.push(Field { name: None, ty, tag: None, embedded: false, pos: p.pos });
        }
        self.params.truncate(mark);
        self.ast.new_list(&fields)
    }

    /// `a, b int`: names without a type take the next one. Reports what has no name or no type.
    pub(crate) fn distribute_types(&mut self, mark: Mark, close: Pos, type_params: bool) -> List<Field> {
        let raw = self.params.from(mark).to_vec();
        self.params.truncate(mark);
        let mut fault = None;
        let mut current = None;
        let mut fields = Vec::with_capacity(raw.len());
        for p in raw.iter().rev() {
            let name = match (p.name, p.ty) {
                (Some(name), _) => name,
                (None, ty) => {
                    let pos = ty.map_or(p.pos, |ty| self.ast.start_pos(ty));
                    fault = Some(pos);
                    Ident { name: sym::Blank, pos }
                }
            };
            current = p.ty.or(current);
            let ty = current.unwrap_or_else(|| {
                fault = Some(name.pos);
                self.bad_expr(name.pos)
            });
            fields.push(Field { name: Some(name), ty, tag: None, embedded: false, pos: p.pos });
        }
        fields.reverse();
        if let Some(pos) = fault {
            let unnamed = raw.iter().any(|p| p.name.is_none());
            self.report_params(raw.len(), unnamed, pos, close, type_params);
        }
        self.ast.new_list(&fields)
    }

    fn report_params(&mut self, count: usize, unnamed: bool, pos: Pos, close: Pos, type_params: bool) {
        let (pos, message) = match (unnamed, type_params) {
            (false, true) => (close, "missing type constraint"),
            (false, false) => (close, "missing parameter type"),
            (true, true) if count == 1 => (pos, "missing type parameter name or invalid array length"),
            (true, true) => (pos, "missing type parameter name"),
            (true, false) => (pos, "missing parameter name"),
        };
        self.syntax_error(pos, message);
    }

    /// `...T` may stand only in the last parameter, and not in results, receivers and type parameters.
    pub(crate) fn check_dots(&mut self, list: List<Field>, allowed: bool) {
        let mut first = true;
        for i in 0..list.len() {
            let field = self.ast.list(list)[i];
            let ExprKind::DotsType(elem) = self.kind(field.ty) else { continue };
            if allowed && i + 1 == list.len() {
                continue;
            }
            if std::mem::take(&mut first) {
                let pos = self.pos(field.ty);
                let message =
                    if allowed { "can only use ... with final parameter" } else { "invalid use of ..." };
                self.error(pos, message);
            }
            self.ast.list_mut(list)[i].ty = elem;
        }
    }

    // -- Structs and interfaces ------------------------------------------------------------------------------

    pub(crate) fn fields_mark(&mut self) -> Mark {
        self.fields.mark()
    }

    pub(crate) fn field(&mut self, name: Ident, ty: ExprId, tag: Option<ExprId>) {
        self.fields.push(Field { name: Some(name), ty, tag, embedded: false, pos: name.pos });
    }

    pub(crate) fn fields(&mut self, first: Ident, rest: Mark, ty: ExprId, tag: Option<ExprId>) {
        self.field(first, ty, tag);
        for name in self.idents.from(rest).to_vec() {
            self.field(name, ty, tag);
        }
        self.idents.truncate(rest);
    }

    pub(crate) fn embedded(&mut self, pos: Pos, ty: ExprId, tag: Option<ExprId>) {
        self.fields.push(Field { name: None, ty, tag, embedded: true, pos });
    }

    /// `(T)`, `(*T)` or `*(T)`, which only looks like an embedded field.
    pub(crate) fn parenthesized_embedded(&mut self, pos: Pos, paren: Pos, ty: ExprId, tag: Option<ExprId>) {
        self.syntax_error(paren, "cannot parenthesize embedded type");
        self.embedded(pos, ty, tag);
    }

    pub(crate) fn struct_type(&mut self, pos: Pos, mark: Mark) -> ExprId {
        let fields = self.fields.finish(&mut self.ast, mark);
        self.expr(pos, ExprKind::StructType(fields))
    }

    pub(crate) fn elems_mark(&mut self) -> Mark {
        self.elems.mark()
    }

    pub(crate) fn method(&mut self, name: Ident, ty: ExprId) {
        self.elems.push(InterfaceElem::Method { name, ty });
    }

    /// `m[P any]()`, which no interface may have; the parts of its type parameters come as the grammar has them.
    pub(crate) fn generic_method(
        &mut self,
        name: Ident,
        bracket: Pos,
        (x, tail, rest, close): (ExprId, ExprId, Option<Mark>, Pos),
        ty: ExprId,
    ) {
        let tparams = self.tparams_tail(x, tail, rest, close);
        self.release(tparams);
        let text = "interface method must have no type parameters";
        self.sink.soft_error(bracket, Code::InvalidMethodTypeParams, text);
        self.method(name, ty);
    }

    pub(crate) fn embedded_elem(&mut self, ty: ExprId) {
        self.elems.push(InterfaceElem::Embedded(ty));
    }

    pub(crate) fn interface_type(&mut self, pos: Pos, mark: Mark) -> ExprId {
        let elems = self.elems.finish(&mut self.ast, mark);
        self.expr(pos, ExprKind::InterfaceType(elems))
    }
}
