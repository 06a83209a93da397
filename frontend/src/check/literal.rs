//! Composite literals (Go spec, Composite literals; gc: `types2/literals.go`).

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::constant_expr::ConstKey;
use super::index::Index;
use super::{Checker, Operand};
use crate::ast::{ExprId, ExprKind, LiteralValue, One};
use crate::diag::Code;
use crate::program::{Mode, Selection, SelectionKind};
use crate::source::{Pos, Symbol};
use crate::types::lookup::{Found, Lookup, Member, NameMatch};
use crate::types::{FieldTy, Ty, TyId};

/// A field that a struct literal has set: the way to it and its name.
type SetField = (SmallVec<[u32; 4]>, Symbol);

impl<'p> Checker<'p> {
    /// `T{elems…}`, or without T as an element of a literal whose element type is `hint`.
    pub(super) fn composite_lit(
        &mut self,
        e: ExprId,
        ty_expr: Option<ExprId>,
        value: One<LiteralValue>,
        hint: Option<TyId>,
    ) -> Operand {
        let LiteralValue { elems, rbrace } = self.ast()[value];
        let elems = self.ast().list(elems);
        if let Some(t) = ty_expr
            && let ExprKind::ArrayType { len: None, elem } = self.ast().exprs[t].kind
        {
            return self.open_array_lit(e, t, elem, elems);
        }
        // `base` has the elements: an element `{…}` whose type is `*T` stands for `&T{…}`.
        let (ty, base) = match (ty_expr, hint) {
            (Some(t), _) => {
                let ty = self.typ(t);
                (ty, ty)
            }
            (None, Some(hint)) => match self.types().core(hint) {
                Ty::Pointer(base) => (hint, *base),
                _ => (hint, hint),
            },
            (None, None) => {
                self.error_at(e, Code::UntypedLit, "missing type in composite literal");
                (TyId::ERROR, TyId::ERROR)
            }
        };
        if !self.is_complete(base) {
            return Operand::invalid(Some(e));
        }
        match self.types().core(base) {
            Ty::Struct(fields) => self.struct_elems(elems, base, fields, rbrace),
            Ty::Array { elem, len } => {
                self.indexed_elems(elems, *elem, Some(*len));
            }
            Ty::Slice(elem) => {
                self.indexed_elems(elems, *elem, None);
            }
            Ty::Map { key, elem } => self.map_elems(elems, *key, *elem),
            _ => {
                self.use_elems(elems);
                if self.is_valid(self.types().underlying(base)) {
                    let what = if ty_expr.is_none() { " element" } else { "" };
                    let params = self.common_underlying(base).is_err();
                    let why = if params { " (no common underlying type)" } else { "" };
                    let text = format!("invalid composite literal{what} type {}{why}", self.ty_str(ty));
                    self.error_at(e, Code::InvalidLit, text);
                    return Operand::invalid(Some(e));
                }
            }
        }
        Operand::new(Mode::Value, ty, e)
    }

    /// `[...]T{elems…}`: the elements decide the length.
    fn open_array_lit(&mut self, e: ExprId, ty_expr: ExprId, elem: ExprId, elems: &[ExprId]) -> Operand {
        let elem = self.var_type(elem);
        let len = self.indexed_elems(elems, elem, None);
        let ty = self.types().intern(Ty::Array { elem, len });
        self.record_type(ty_expr, ty);
        Operand::new(Mode::Value, ty, e)
    }

    /// Checks the values of elements of a literal whose type is wrong.
    fn use_elems(&mut self, elems: &[ExprId]) {
        for &elem in elems {
            // Keys may be field names.
            let value = match self.ast().exprs[elem].kind {
                ExprKind::KeyValue { value, .. } => value,
                _ => elem,
            };
            self.use_exprs(&[value]);
        }
    }

    fn struct_elems(&mut self, elems: &[ExprId], base: TyId, fields: &[FieldTy], rbrace: Pos) {
        let Some(&first) = elems.first() else { return };
        if matches!(self.ast().exprs[first].kind, ExprKind::KeyValue { .. }) {
            let mut set = Vec::new();
            for &elem in elems {
                self.keyed_field(elem, base, &mut set);
            }
        } else {
            self.positional_fields(elems, base, fields, rbrace);
        }
    }

    fn mixed_elems(&mut self, elem: ExprId) {
        self.error_at(
            elem,
            Code::MixedStructLit,
            "mixture of field:value and value elements in struct literal",
        );
    }

    /// `name: value`
    fn keyed_field(&mut self, elem: ExprId, base: TyId, set: &mut Vec<SetField>) {
        let ExprKind::KeyValue { key, value } = self.ast().exprs[elem].kind else {
            self.mixed_elems(elem);
            return;
        };
        let mut x = self.generic_expr(value, None);
        let ExprKind::Name(name) = self.ast().exprs[key].kind else {
            let text = format!("invalid field name {} in struct literal", self.expr_str(key));
            self.error_at(elem, Code::InvalidLitField, text);
            return;
        };
        let Some((path, ty)) = self.literal_field(key, base, name) else { return };
        self.assignment(&mut x, Some(ty), "struct literal");
        self.check_set_once(elem, name, path, set);
    }

    /// The path and type of the field that a literal of type `base` sets by `name`; reports if there is none.
    fn literal_field(&mut self, key: ExprId, base: TyId, name: Symbol) -> Option<(SmallVec<[u32; 4]>, TyId)> {
        let under = self.types().common_underlying(base).ok().flatten().unwrap_or_default();
        let Lookup::Found(Found { member, path, indirect }) = self.lookup_field_or_method(under, false, name)
        else {
            let similar = self.lookup_member(under, false, name, NameMatch::IgnoreCase);
            let text = self.unknown_literal_field(base, name, &similar);
            self.error_at(key, Code::MissingLitField, text);
            return None;
        };
        let Member::Field { ty, .. } = member else {
            let text = format!("{} is not a field", self.name(name));
            self.error_at(key, Code::MissingLitField, text);
            return None;
        };
        if path.len() > 1 && self.lang() < 27 {
            let what = format!(
                "use of promoted field {} in struct literal of type {}",
                self.field_path(under, &path),
                self.ty_str(base)
            );
            let pos = self.start(key);
            self.verify_version(pos, 27, &what);
            return None;
        }
        if indirect {
            let text = format!("invalid implicit pointer indirection to reach {}", self.name(name));
            self.error_at(key, Code::InvalidLitField, text);
            return None;
        }
        let selection = Selection {
            kind: SelectionKind::Field,
            recv: base,
            path: path.as_slice().into(),
            method: None,
            name,
            ty,
            takes_address: false,
            derefs: false,
        };
        self.record_selection(key, selection);
        Some((path, ty))
    }

    /// The names along a path of field indices, `a.b.c`.
    fn field_path(&self, mut ty: TyId, path: &[u32]) -> String {
        let mut names = Vec::new();
        for &i in path {
            let ty_under = self.pointer_base(ty).unwrap_or(ty);
            let Ty::Struct(fields) = self.under(ty_under) else { break };
            names.push(self.name(fields[i as usize].name));
            ty = fields[i as usize].ty;
        }
        names.join(".")
    }

    /// Reports a field that is set twice, be it as part of an embedded field.
    fn check_set_once(
        &mut self,
        elem: ExprId,
        name: Symbol,
        path: SmallVec<[u32; 4]>,
        set: &mut Vec<SetField>,
    ) {
        let outer = set.iter().find(|(p, _)| path.starts_with(p));
        let inner = || set.iter().filter(|(p, _)| p.starts_with(&path)).min_by(|a, b| a.0.cmp(&b.0));
        let text = match outer {
            Some((p, _)) if p.len() == path.len() => {
                format!("duplicate field name {} in struct literal", self.name(name))
            }
            Some(&(_, other)) => format!(
                "cannot specify promoted field {} and enclosing embedded field {}",
                self.name(name),
                self.name(other)
            ),
            None => match inner() {
                Some(&(_, other)) => format!(
                    "cannot specify embedded field {} and enclosed promoted field {}",
                    self.name(name),
                    self.name(other)
                ),
                None => {
                    set.push((path, name));
                    return;
                }
            },
        };
        self.error_at(elem, Code::DuplicateLitField, text);
    }

    /// Values for all fields in order.
    fn positional_fields(&mut self, elems: &[ExprId], base: TyId, fields: &[FieldTy], rbrace: Pos) {
        for (i, &elem) in elems.iter().enumerate() {
            if matches!(self.ast().exprs[elem].kind, ExprKind::KeyValue { .. }) {
                self.mixed_elems(elem);
                continue;
            }
            let mut x = self.generic_expr(elem, None);
            let Some(field) = fields.get(i) else {
                let text = format!("too many values in struct literal of type {}", self.ty_str(base));
                self.error_about(&x, Code::InvalidStructLit, |_, _| text);
                break;
            };
            if self.is_hidden(field) {
                let text = format!(
                    "implicit assignment to unexported field {} in struct literal of type {}",
                    self.name(field.name),
                    self.ty_str(base)
                );
                self.error_about(&x, Code::UnexportedLitField, |_, _| text);
                continue;
            }
            self.assignment(&mut x, Some(field.ty), "struct literal");
        }
        if elems.len() < fields.len() {
            let hint = if fields.iter().any(|f| self.is_hidden(f)) {
                " (type has unexported fields - use key:value pairs)"
            } else {
                ""
            };
            let text = format!("too few values in struct literal of type {}{hint}", self.ty_str(base));
            self.error(rbrace, Code::InvalidStructLit, text);
        }
    }

    /// Whether a field cannot be named from this package.
    fn is_hidden(&self, field: &FieldTy) -> bool {
        !self.types().is_exported(field.name) && field.pkg != Some(self.pkg)
    }

    fn map_elems(&mut self, elems: &[ExprId], key_ty: TyId, elem_ty: TyId) {
        let mut seen: FxHashMap<ConstKey, SmallVec<[TyId; 1]>> = FxHashMap::default();
        // Keys of an interface type differ if their dynamic types do.
        let any_type = !self.is_interface(key_ty);
        for &elem in elems {
            let ExprKind::KeyValue { key, value } = self.ast().exprs[elem].kind else {
                self.error_at(elem, Code::MissingLitKey, "missing key in map literal");
                continue;
            };
            let mut x = self.generic_expr(key, Some(key_ty));
            self.assignment(&mut x, Some(key_ty), "map literal");
            if x.is_invalid() {
                continue;
            }
            if let Some(value) = &x.value
                && x.is_constant()
            {
                let types = seen.entry(ConstKey::of(value)).or_default();
                if types.iter().any(|&t| any_type || self.types().identical(t, x.ty)) {
                    let text = format!("duplicate key {value} in map literal");
                    self.error_about(&x, Code::DuplicateLitKey, |_, _| text);
                    continue;
                }
                types.push(x.ty);
            }
            let mut v = self.generic_expr(value, Some(elem_ty));
            self.assignment(&mut v, Some(elem_ty), "map literal");
        }
    }

    /// Checks the elements of an array or slice literal; yields the number of elements of a `[...]` array.
    fn indexed_elems(&mut self, elems: &[ExprId], elem_ty: TyId, len: Option<u64>) -> u64 {
        let mut seen = FxHashSet::default();
        let (mut index, mut max) = (0u64, 0u64);
        let keyed = elems.iter().any(|&e| matches!(self.ast().exprs[e].kind, ExprKind::KeyValue { .. }));
        for &elem in elems {
            let (value, valid) = match self.ast().exprs[elem].kind {
                ExprKind::KeyValue { key, value } => {
                    let at = self.element_index(elem, key, len);
                    index = at.unwrap_or(index);
                    (value, at.is_some())
                }
                _ if len.is_some_and(|len| index >= len) => {
                    let text = format!("index {index} is out of bounds (>= {})", len.unwrap_or(0));
                    self.error_at(elem, Code::OversizeArrayLit, text);
                    (elem, false)
                }
                _ => (elem, true),
            };
            if keyed && valid && !seen.insert(index) {
                let text = format!("duplicate index {index} in array or slice literal");
                self.error_at(elem, Code::DuplicateLitKey, text);
            }
            index += 1;
            max = max.max(index);
            let mut x = self.generic_expr(value, Some(elem_ty));
            self.assignment(&mut x, Some(elem_ty), "array or slice literal");
        }
        max
    }

    /// The constant index before the colon of an element.
    fn element_index(&mut self, elem: ExprId, key: ExprId, len: Option<u64>) -> Option<u64> {
        match self.index(key, len) {
            Index::Constant(i) => Some(i),
            Index::Dynamic => {
                let text = format!("index {} must be integer constant", self.expr_str(key));
                self.error_at(elem, Code::InvalidLitIndex, text);
                None
            }
            Index::Invalid => None,
        }
    }
}
