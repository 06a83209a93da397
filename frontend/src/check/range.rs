//! `for … range` (Go spec, For statements with range clause; gc: `types2/range.go`).

use super::{Checker, Operand};
use crate::ast::{Block, ChanDir, ExprId, ExprKind, Ident};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, VarKind};
use crate::program::{ExprInfo, Mode};
use crate::source::{Pos, sym};
use crate::types::constant::ConstValue;
use crate::types::{Basic, Ty, TyId};

/// What a range clause yields in each iteration.
#[derive(Clone, Copy, Default)]
struct RangeTypes {
    key: Option<TyId>,
    value: Option<TyId>,
}

impl<'p> Checker<'p> {
    /// `for key, value := range x { … }` at `pos`
    pub(super) fn range_stmt(
        &mut self,
        pos: Pos,
        key: Option<ExprId>,
        value: Option<ExprId>,
        define: bool,
        range: ExprId,
        body: Block,
    ) {
        self.env.has_call_or_recv = false;
        let mut x = self.expr(range, None);
        if !x.is_invalid() && value.is_none() && !self.env.has_call_or_recv {
            self.range_over_length(&x, range);
        }
        let types =
            if x.is_invalid() { RangeTypes::default() } else { self.range_clause(&x, range, key, value) };
        self.open_scope();
        let over_int = self.all_integer(x.ty);
        let vars = [(key, types.key), (value, types.value)];
        if define {
            self.range_define(pos, vars, over_int.then_some(&mut x));
        } else if key.is_some() {
            for (lhs, ty) in vars {
                if let (Some(lhs), Some(ty)) = (lhs, ty.filter(|&t| self.is_valid(t))) {
                    self.range_assign(lhs, ty, over_int.then_some(&mut x));
                }
            }
        } else if over_int {
            self.assignment(&mut x, None, "range clause");
        }
        self.block(body);
        self.close_scope();
    }

    /// The elements of an array that are not looked at need not be computed: the loop counts to its length
    /// (Go spec: the range expression is not evaluated). So the operand is recorded as that constant.
    fn range_over_length(&mut self, x: &Operand, mut range: ExprId) {
        let Some((_, len)) = self.array_or_pointer(x.ty) else { return };
        loop {
            self.record(range, ExprInfo { mode: Mode::Constant, ty: Basic::Int.ty() });
            self.record_const(range, ConstValue::from(len));
            let ExprKind::Paren(inner) = self.ast().exprs[range].kind else { return };
            range = inner;
        }
    }

    /// The types a range over `x` yields; reports if there are more variables, or if `x` cannot be ranged over.
    fn range_clause(
        &mut self,
        x: &Operand,
        range: ExprId,
        key: Option<ExprId>,
        value: Option<ExprId>,
    ) -> RangeTypes {
        let invalid = RangeTypes { key: Some(TyId::ERROR), value: Some(TyId::ERROR) };
        let types = match self.range_types(x.ty) {
            Ok(types) => types,
            Err(cause) => {
                let pos = self.operand_pos(x);
                let mut text = format!("cannot range over {}", self.operand_string(x));
                if !cause.is_empty() {
                    text = format!("{text}: {cause}");
                }
                self.soft_error(pos, Code::InvalidRangeExpr, text);
                return invalid;
            }
        };
        let extra = match (types.key, types.value) {
            (None, _) => key.map(|e| (e, "no iteration variables")),
            (_, None) => value.map(|e| (e, "only one iteration variable")),
            _ => None,
        };
        if let Some((at, allowed)) = extra {
            let text = format!("range over {} permits {allowed}", self.operand_string(x));
            let pos = self.start(at);
            self.soft_error(pos, Code::InvalidIterVar, text);
        } else if let Some(&(_, pos)) = self.ast().extra_range_vars.iter().find(|&&(e, _)| e == range) {
            let text = "range clause permits at most two iteration variables";
            self.soft_error(pos, Code::InvalidIterVar, text);
        }
        types
    }

    /// The types a range over a value of this type yields, or why it cannot be ranged over.
    fn range_types(&self, ty: TyId) -> Result<RangeTypes, String> {
        let int = Some(Basic::Int.ty());
        let yields = |key, value| Ok(RangeTypes { key, value });
        let types = self.types();
        let send_only = |u: TyId| matches!(types.get(u), Ty::Chan { dir: ChanDir::Send, .. });
        if let Some(list) = types.each_type(ty)
            && let Some(&(t, _)) = list.iter().find(|&&(_, u)| send_only(u))
        {
            return Err(format!("receive from send-only channel {}", self.ty_str(t)));
        }
        let under = self.common_underlying(ty)?;
        match types.get(under) {
            Ty::Basic(b) if b.is_string() => yields(int, Some(self.shared.universe.rune)),
            Ty::Basic(b) if b.is_integer() && self.lang() < 22 => Err("requires go1.22 or later".to_string()),
            Ty::Basic(b) if b.is_integer() => yields(Some(ty), None),
            Ty::Array { elem, .. } | Ty::Slice(elem) => yields(int, Some(*elem)),
            Ty::Map { key, elem } => yields(Some(*key), Some(*elem)),
            Ty::Chan { elem, .. } => yields(Some(*elem), None),
            Ty::Pointer(_) => match self.array_or_pointer(under) {
                Some((elem, _)) => yields(int, Some(elem)),
                None => Err(String::new()),
            },
            Ty::Func(_) => self.iterator_types(under),
            _ => Err(String::new()),
        }
    }

    /// The types a function `func(yield func(K, V) bool)` yields.
    fn iterator_types(&self, ty: TyId) -> Result<RangeTypes, String> {
        if self.lang() < 23 {
            return Err("requires go1.23 or later".to_string());
        }
        let Ty::Func(f) = self.under(ty) else { return Err(String::new()) };
        let problem = |what: &str| Err(format!("func must be func(yield func(...) bool): {what}"));
        if f.params.len() != 1 {
            return problem("wrong argument count");
        }
        if !f.results.is_empty() {
            return problem("unexpected results");
        }
        let yield_ty = match self.common_underlying(f.params[0].ty) {
            Ok(ty) => ty,
            Err(why) => return problem(&format!("in yield type, {why}")),
        };
        let Ty::Func(yield_fn) = self.types().get(yield_ty) else { return problem("argument is not func") };
        if yield_fn.params.len() > 2 {
            return problem("yield func has too many parameters");
        }
        match &*yield_fn.results {
            [r] if self.types().identical(r.ty, Basic::Bool.ty()) => {}
            [r] if !self.is_type_param(r.ty) && self.all_boolean(r.ty) => {
                return problem("yield func returns user-defined boolean, not bool");
            }
            _ => return problem("yield func does not return bool"),
        }
        if yield_fn.variadic {
            return Err(format!("yield func of type {} cannot be variadic", self.ty_str(yield_ty)));
        }
        let param = |i: usize| yield_fn.params.get(i).map(|p| p.ty);
        Ok(RangeTypes { key: param(0), value: param(1) })
    }

    /// Declares the iteration variables. `count` is the operand of a range over an integer.
    fn range_define(
        &mut self,
        pos: Pos,
        vars: [(Option<ExprId>, Option<TyId>); 2],
        mut count: Option<&mut Operand>,
    ) {
        let mut new_vars: Vec<(Ident, ObjId)> = Vec::new();
        for (lhs, ty) in vars {
            let Some(lhs) = lhs else { continue };
            let (ident, obj) = self.range_var(lhs);
            if ident.name != sym::Blank {
                new_vars.push((ident, obj));
            }
            match (ty.filter(|&t| self.is_valid(t)), &mut count) {
                (None, _) => {
                    self.set_type(obj, TyId::ERROR);
                    self.mark_used(obj);
                }
                (Some(_), Some(x)) => self.init_var(obj, x, "range clause"),
                (Some(ty), None) => {
                    let mut x = self.range_value(lhs, ty);
                    self.init_var(obj, &mut x, "assignment");
                }
            }
            self.record(lhs, ExprInfo { mode: Mode::Variable, ty: self.shared.objects.ty(obj) });
        }
        if new_vars.is_empty() {
            self.error(pos, Code::NoNewVar, "no new variables on left side of :=");
        }
        for (ident, obj) in new_vars {
            self.declare(ident, obj);
        }
    }

    /// A new iteration variable.
    fn range_var(&mut self, lhs: ExprId) -> (Ident, ObjId) {
        let pos = self.start(lhs);
        let ExprKind::Name(name) = self.ast().exprs[lhs].kind else {
            let text = format!("invalid syntax tree: cannot declare {}", self.expr_str(lhs));
            self.error(pos, Code::InvalidSyntaxTree, text);
            let ident = Ident { name: sym::Blank, pos };
            return (ident, self.new_object(ident, ObjKind::Var(VarKind::Local), None));
        };
        let ident = Ident { name, pos };
        let obj = self.new_local_var(ident, None);
        self.record_def(ident, obj);
        self.record_use(lhs, obj);
        (ident, obj)
    }

    /// What an iteration assigns to `lhs`, which stands for it in messages.
    fn range_value(&self, lhs: ExprId, ty: TyId) -> Operand {
        Operand::labelled(Mode::Value, ty, self.expr_str(lhs), self.start(lhs))
    }

    /// Assigns to an iteration variable. `count`: see [`Checker::range_define`].
    fn range_assign(&mut self, lhs: ExprId, ty: TyId, count: Option<&mut Operand>) {
        let Some(x) = count else {
            let mut x = self.range_value(lhs, ty);
            self.assign_operand(lhs, &mut x, "assignment");
            return;
        };
        self.assign_operand(lhs, x, "range clause");
        if !x.is_invalid() && !self.all_integer(x.ty) {
            let text = format!("cannot use iteration variable of type {}", self.ty_str(x.ty));
            let pos = self.start(lhs);
            self.soft_error(pos, Code::InvalidRangeExpr, text);
        }
    }
}
