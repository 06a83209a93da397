//! Index expressions (Go spec, Index expressions; gc: `types2/index.go`).

use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind};
use crate::diag::Code;
use crate::program::Mode;
use crate::types::constant::ConstValue;
use crate::types::{Basic, Ty, TyId};

/// A checked index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Index {
    /// Wrong and reported.
    Invalid,
    /// Known at run time.
    Dynamic,
    /// A constant, not negative.
    Constant(u64),
}

/// What can be indexed.
#[derive(Clone, Copy, Debug)]
struct Indexable {
    /// The key type, for maps.
    key: Option<TyId>,
    elem: TyId,
    /// The mode of an element.
    mode: Mode,
    /// The number of elements, if it is fixed.
    len: Option<u64>,
}

impl Indexable {
    fn new(elem: TyId, mode: Mode, len: Option<u64>) -> Indexable {
        Indexable { key: None, elem, mode, len }
    }
}

/// Whether an index or size may be a negative constant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Negative {
    /// It may.
    Allowed,
    /// It may not.
    Rejected,
}

impl<'p> Checker<'p> {
    /// `x[index]`. The flag tells that `x` is a generic function, which is yet to be instantiated.
    pub(super) fn index_expr(&mut self, e: ExprId, inner: ExprId, index: ExprId) -> (Operand, bool) {
        let x = self.generic_expr_or_type(inner);
        if self.generic_signature(&x).is_some() {
            return (x, true);
        }
        (self.index_value(e, x, index), false)
    }

    fn index_value(&mut self, e: ExprId, mut x: Operand, index: ExprId) -> Operand {
        if x.mode != Mode::Type {
            self.non_generic(&mut x, None);
        }
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(&[index]);
                return Operand::invalid(Some(e));
            }
            Mode::Type => return self.instantiation(e),
            _ => {}
        }
        if !self.can_index(x.ty) {
            return Operand::invalid(Some(e));
        }
        if let Ty::Map { key, elem } = self.under(x.ty) {
            let Some(index) = self.single_index(index) else { return Operand::invalid(Some(e)) };
            let mut k = self.generic_expr(index, None);
            self.assignment(&mut k, Some(*key), "map index");
            return Operand::new(Mode::MapIndex, *elem, e);
        }
        let indexable = if self.is_type_param(x.ty) { self.indexable_param(&x) } else { self.indexable(&x) };
        if let Some(Indexable { key: Some(key), elem, .. }) = indexable {
            let Some(index) = self.single_index(index) else { return Operand::invalid(Some(e)) };
            let mut k = self.generic_expr(index, None);
            self.assignment(&mut k, Some(key), "map index");
            return Operand::new(Mode::MapIndex, elem, e);
        }
        let Some(Indexable { elem, mode, len, .. }) = indexable else {
            let pos = self.ast().exprs[e].pos;
            let text = format!("cannot index {}", self.operand_string(&x));
            self.error(pos, Code::NonSliceableOperand, text);
            self.use_exprs(&[index]);
            return Operand::invalid(Some(e));
        };
        x.mode = mode;
        x.ty = elem;
        x.value = None;
        let Some(index) = self.single_index(index) else { return Operand::invalid(Some(e)) };
        self.index(index, len);
        x
    }

    /// Whether everything is known that an index expression needs of the operand's type; a cycle is reported if not.
    fn can_index(&mut self, ty: TyId) -> bool {
        let part = match self.under(ty) {
            Ty::Pointer(base) => *base,
            Ty::Map { elem, .. } => *elem,
            _ => return self.is_complete(ty),
        };
        self.is_complete(ty) && self.is_complete(part)
    }

    /// `T[A]` where T is a type.
    fn instantiation(&mut self, e: ExprId) -> Operand {
        match self.var_type(e) {
            TyId::ERROR => Operand::invalid(Some(e)),
            ty => Operand::new(Mode::Type, ty, e),
        }
    }

    /// What a value of a type that is no type parameter has as elements.
    fn indexable(&self, x: &Operand) -> Option<Indexable> {
        let element = if x.mode == Mode::Variable { Mode::Variable } else { Mode::Value };
        match self.under(x.ty) {
            Ty::Basic(b) if b.is_string() => {
                let len = x.value.as_ref().and_then(ConstValue::as_bytes).map(|s| s.len() as u64);
                Some(Indexable::new(self.shared.universe.byte, Mode::Value, len))
            }
            Ty::Array { elem, len } => Some(Indexable::new(*elem, element, Some(*len))),
            Ty::Pointer(_) => {
                self.array_or_pointer(x.ty).map(|(elem, len)| Indexable::new(elem, Mode::Variable, Some(len)))
            }
            Ty::Slice(elem) => Some(Indexable::new(*elem, Mode::Variable, None)),
            Ty::Map { key, elem } => {
                Some(Indexable { key: Some(*key), ..Indexable::new(*elem, Mode::MapIndex, None) })
            }
            _ => None,
        }
    }

    /// [`Checker::indexable`] for a value of a type parameter: all types of its type set have the same elements, and all
    /// or none are maps, with the same keys.
    fn indexable_param(&self, x: &Operand) -> Option<Indexable> {
        let types = self.types();
        let mut all: Option<Indexable> = None;
        for (t, _) in types.each_type(x.ty)? {
            let one = self.indexable(&Operand { ty: t, value: None, ..x.clone() })?;
            let Some(known) = &mut all else {
                all = Some(one);
                continue;
            };
            let same_key = match (known.key, one.key) {
                (Some(a), Some(b)) => types.identical(a, b),
                (a, b) => a == b,
            };
            if !same_key || !types.identical(known.elem, one.elem) {
                return None;
            }
            if one.mode == Mode::Value {
                known.mode = Mode::Value;
            }
            known.len = match (known.len, one.len) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        all
    }

    /// The only index between the brackets; more than one are reported.
    fn single_index(&mut self, index: ExprId) -> Option<ExprId> {
        let ExprKind::List(items) = self.ast().exprs[index].kind else { return Some(index) };
        let items = self.ast().list(items);
        if let Some(&second) = items.get(1) {
            self.error_at(second, Code::InvalidIndex, "invalid operation: more than one index");
        }
        items.first().copied()
    }

    /// Checks an index. Constants must be smaller than `limit`, if there is one.
    pub(super) fn index(&mut self, e: ExprId, limit: Option<u64>) -> Index {
        let mut x = self.expr(e, None);
        if !self.valid_index(&mut x, Code::InvalidIndex, "index", Negative::Rejected) {
            return Index::Invalid;
        }
        if !x.is_constant() {
            return Index::Dynamic;
        }
        let Some(value) = x.value.as_ref().and_then(ConstValue::to_u64) else { return Index::Invalid };
        if let Some(limit) = limit
            && value >= limit
        {
            let text = format!("invalid argument: index {value} out of bounds [0:{limit}]");
            let pos = self.operand_pos(&x);
            self.error(pos, Code::InvalidIndex, text);
            return Index::Invalid;
        }
        Index::Constant(value)
    }

    /// Whether `x`, which messages call `what`, can be an index or a size; reports if not. Untyped constants become
    /// `int`.
    pub(super) fn valid_index(
        &mut self,
        x: &mut Operand,
        code: Code,
        what: &str,
        negative: Negative,
    ) -> bool {
        if x.is_invalid() {
            return false;
        }
        self.convert_untyped(x, Basic::Int.ty());
        if x.is_invalid() {
            return false;
        }
        let problem = if !self.all_integer(x.ty) {
            "must be integer"
        } else if let Some(value) = &x.value {
            if negative == Negative::Rejected && value.sign() < 0 {
                "must not be negative"
            } else if value.representable(Basic::Int).is_none() {
                "overflows int"
            } else {
                return true;
            }
        } else {
            return true;
        };
        self.error_about(x, code, |c, x| {
            format!("invalid argument: {what} {} {problem}", c.operand_string(x))
        });
        false
    }
}
