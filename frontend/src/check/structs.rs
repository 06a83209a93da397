//! Struct types (Go spec, Struct types; gc: `types2/struct.go`).

use rustc_hash::FxHashMap;

use super::Checker;
use crate::ast::{ExprId, ExprKind, Field, Ident, List};
use crate::diag::Code;
use crate::source::{Pos, Symbol, sym};
use crate::types::constant::ConstValue;
use crate::types::{Basic, FieldTy, Ty, TyId};

impl<'p> Checker<'p> {
    /// A struct type.
    pub(super) fn struct_type(&mut self, list: List<Field>) -> TyId {
        let list = self.ast().list(list);
        let mut fields: Vec<FieldTy> = Vec::with_capacity(list.len());
        let mut names: FxHashMap<Symbol, Pos> = FxHashMap::default();
        let mut ty = TyId::ERROR;
        for (i, f) in list.iter().enumerate() {
            if i == 0 || list[i - 1].ty != f.ty {
                ty = self.var_type(f.ty);
            }
            let tag = f.tag.and_then(|tag| self.field_tag(tag));
            let ident = match f.name {
                Some(name) => name,
                None => match self.embedded_name(f.ty) {
                    Some(name) => {
                        self.check_embedded_later(f.ty, ty);
                        name
                    }
                    None => {
                        let text = format!("invalid embedded field type {}", self.expr_str(f.ty));
                        self.error_at(f.ty, Code::Syntax, text);
                        continue;
                    }
                },
            };
            if ident.name != sym::Blank
                && let Some(&other) = names.get(&ident.name)
            {
                let name = self.name(ident.name);
                let at = self.show_pos(other);
                let text = format!("{name} redeclared\n\t{at}: other declaration of {name}");
                self.error(ident.pos, Code::DuplicateDecl, text);
                continue;
            }
            names.insert(ident.name, ident.pos);
            let embedded = f.name.is_none();
            fields.push(FieldTy { name: ident.name, pkg: Some(self.pkg), ty, embedded, tag, pos: ident.pos });
        }
        self.types().intern(Ty::Struct(fields.into()))
    }

    /// The name of an embedded field: that of its type.
    fn embedded_name(&self, e: ExprId) -> Option<Ident> {
        let expr = self.ast().exprs[e];
        match expr.kind {
            ExprKind::Name(name) => Some(Ident { name, pos: expr.pos }),
            ExprKind::Star(base) if !matches!(self.ast().exprs[base].kind, ExprKind::Star(_)) => {
                self.embedded_name(base)
            }
            ExprKind::Selector { sel, .. } => Some(sel),
            ExprKind::Index { x, .. } => self.embedded_name(x),
            _ => None,
        }
    }

    /// An embedded field is a type name `T` or a pointer `*T` to a type that is no interface; T is no pointer.
    fn check_embedded_later(&mut self, e: ExprId, ty: TyId) {
        self.later(move |c| {
            let (base, is_pointer) = c.types().deref(ty);
            let what = match c.under(base) {
                Ty::TypeParam(_) => {
                    let text = "embedded field type cannot be a (pointer to a) type parameter";
                    c.error_at(e, Code::MisplacedTypeParam, text);
                    return;
                }
                Ty::Basic(Basic::UnsafePointer) => "unsafe.Pointer",
                Ty::Pointer(_) => "a pointer",
                Ty::Interface(_) if is_pointer => "a pointer to an interface",
                _ => return,
            };
            c.error_at(e, Code::InvalidPtrEmbed, format!("embedded field type cannot be {what}"));
        });
    }

    /// The value of a tag; an empty one is none.
    fn field_tag(&mut self, e: ExprId) -> Option<Symbol> {
        let ExprKind::BasicLit { kind, text, bad: false } = self.ast().exprs[e].kind else { return None };
        let value = ConstValue::from_literal(kind, self.name(text))?;
        let bytes = value.as_bytes()?;
        if bytes.is_empty() {
            return None;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(self.shared.interner.intern(text)),
            Err(_) => {
                self.error_at(
                    e,
                    Code::Unsupported,
                    "struct tags that are not valid UTF-8 are not supported yet",
                );
                None
            }
        }
    }
}
