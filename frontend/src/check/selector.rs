//! Selectors and method values (Go spec, Selectors, Method values, Method expressions, Qualified identifiers;
//! gc: `types2/call.go`, `types2/errsupport.go`).

use super::decl::{DeclInfo, DeclSource};
use super::{Checker, Operand};
use crate::ast::{DeclKind, ExprId, ExprKind, Ident};
use crate::diag::Code;
use crate::object::{ObjId, ObjKind, PkgId};
use crate::program::{ExprInfo, Mode, Selection, SelectionKind};
use crate::source::{Symbol, sym};
use crate::types::lookup::{Found, Lookup, Member, NameMatch};
use crate::types::{FuncTy, ParamTy, Ty, TyId};

/// What a selector is expected to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Want {
    /// A value or a type.
    Any,
    /// A type, hence a qualified identifier.
    Type,
}

/// A name similar to one that was not found.
struct Similar {
    name: Symbol,
    pkg: Option<PkgId>,
    what: &'static str,
}

/// What the similar name tells about the one not found.
enum Hint {
    Missing,
    Misspelled,
    Unexported,
    Inaccessible,
}

impl<'p> Checker<'p> {
    /// `inner.sel`
    pub(super) fn selector(&mut self, e: ExprId, inner: ExprId, sel: Ident, want: Want) -> Operand {
        if let ExprKind::Name(name) = self.ast().exprs[inner].kind
            && let Some(obj) = self.lookup(name)
            && let ObjKind::PkgName(pkg) = self.object(obj).kind
        {
            self.record_use(inner, obj);
            self.record(inner, ExprInfo { mode: Mode::Package, ty: TyId::ERROR });
            self.mark_used(obj);
            return self.qualified_name(e, pkg, sel);
        }
        let x = self.expr_or_type(inner);
        match x.mode {
            Mode::Invalid => return Operand::invalid(Some(e)),
            Mode::Builtin => {
                let pos = self.ast().exprs[e].pos;
                let text = format!("invalid use of {} in selector expression", self.operand_string(&x));
                self.error(pos, Code::UncalledBuiltin, text);
                return Operand::invalid(Some(e));
            }
            _ => {}
        }
        if !self.is_complete(x.ty) {
            return Operand::invalid(Some(e));
        }
        if want == Want::Type {
            let text = format!("{} is not a type", self.expr_str(e));
            self.error(sel.pos, Code::NotAType, text);
            return Operand::invalid(Some(e));
        }
        let base = self.pointer_base(x.ty);
        if base.is_some_and(|base| !self.is_complete(base)) {
            return Operand::invalid(Some(e));
        }
        match self.lookup_field_or_method(x.ty, x.mode == Mode::Variable, sel.name) {
            Lookup::Found(found) => self.member(e, inner, sel, x, found),
            failed => {
                self.report_no_member(&x, sel, &failed);
                Operand::invalid(Some(e))
            }
        }
    }

    /// The operand `x.sel` once it is found.
    fn member(&mut self, e: ExprId, inner: ExprId, sel: Ident, x: Operand, found: Found) -> Operand {
        let is_type = x.mode == Mode::Type;
        let (kind, method, sig) = match found.member {
            Member::Field { .. } if is_type => {
                let text = format!(
                    "operand for field selector {} must be value of type {}",
                    self.name(sel.name),
                    self.ty_str(x.ty)
                );
                self.error_at(inner, Code::MissingFieldOrMethod, text);
                return Operand::invalid(Some(e));
            }
            Member::Field { ty, .. } => {
                let mode =
                    if x.mode == Mode::Variable || found.indirect { Mode::Variable } else { Mode::Value };
                self.record_member(e, &x, sel, &found, SelectionKind::Field, None, ty);
                return Operand::new(mode, ty, e);
            }
            Member::Method(m) => {
                let kind = if is_type { SelectionKind::MethodExpr } else { SelectionKind::Method };
                let owner = self.types().owner_at(x.ty, &found.path);
                (kind, Some(m), self.method_sig_of(owner, m))
            }
            Member::InterfaceMethod { sig, .. } => {
                let kind =
                    if is_type { SelectionKind::InterfaceMethodExpr } else { SelectionKind::InterfaceMethod };
                (kind, None, sig)
            }
        };
        let ty = if is_type { self.with_receiver(sig, x.ty, self.receiver_name(method)) } else { sig };
        if !self.is_valid(ty) {
            return Operand::invalid(Some(e));
        }
        self.record_member(e, &x, sel, &found, kind, method, ty);
        Operand::new(Mode::Value, ty, e)
    }

    #[allow(clippy::too_many_arguments)]
    fn record_member(
        &mut self,
        e: ExprId,
        x: &Operand,
        sel: Ident,
        found: &Found,
        kind: SelectionKind,
        method: Option<ObjId>,
        ty: TyId,
    ) {
        let (takes_address, derefs) = match method {
            Some(method) => {
                let wants_pointer = self.types().has_pointer_receiver(self.shared.objects, method);
                let is_pointer = self.ends_in_pointer(x.ty, &found.path);
                (wants_pointer && !is_pointer, !wants_pointer && is_pointer)
            }
            None => (false, false),
        };
        let path = found.path.as_slice().into();
        self.record_selection(
            e,
            Selection { kind, recv: x.ty, path, method, name: sel.name, ty, takes_address, derefs },
        );
    }

    /// Whether the embedded field at the end of a path from `ty` is a pointer; `ty` itself, if the path is empty.
    fn ends_in_pointer(&self, mut ty: TyId, path: &[u32]) -> bool {
        for &i in path {
            let base = self.pointer_base(ty).unwrap_or(ty);
            let Ty::Struct(fields) = self.under(base) else { return false };
            ty = fields[i as usize].ty;
        }
        self.types().deref(ty).1
    }

    /// What the declaration of a method of this package calls the receiver, `_` where that is not known.
    fn receiver_name(&self, method: Option<ObjId>) -> Symbol {
        let decl = method.and_then(|m| self.decl_of.get(&m)).map(|&d| &self.decls[d]);
        let Some(DeclInfo { file, source: DeclSource::Func(decl), .. }) = decl else { return sym::Blank };
        let ast = &self.files[*file];
        match ast.decl_nodes[*decl].kind {
            DeclKind::Func { recv: Some(recv), .. } => ast[recv].name.map_or(sym::Blank, |ident| ident.name),
            _ => sym::Blank,
        }
    }

    /// The signature of a method expression: that of the method with the receiver as first parameter.
    fn with_receiver(&self, sig: TyId, recv: TyId, recv_name: Symbol) -> TyId {
        let Ty::Func(f) = self.types().get(sig) else { return TyId::ERROR };
        // Parameters are named all or none.
        let named = f.params.first().is_some_and(|p| p.name != sym::Empty);
        let name = if named { recv_name } else { sym::Empty };
        let params = std::iter::once(ParamTy { name, ty: recv }).chain(f.params.iter().copied()).collect();
        self.types().intern(Ty::Func(FuncTy { params, ..f.clone() }))
    }

    /// `pkg.Name`
    fn qualified_name(&mut self, e: ExprId, pkg: PkgId, sel: Ident) -> Operand {
        let Some(obj) = self.exported_object(pkg, sel.name) else {
            // The lexer has reported the characters of a name that cannot be one.
            let valid = self.name(sel.name).chars().all(|c| c.is_alphanumeric() || c == '_');
            let mut text = format!("undefined: {}", self.expr_str(e));
            if let Some(similar) = self.similar_export(pkg, sel.name) {
                text.push_str(&format!(" (but have {})", self.name(similar)));
            }
            if valid {
                self.error(sel.pos, Code::UndeclaredImportedName, text);
            }
            return Operand::invalid(Some(e));
        };
        if !self.types().is_exported(sel.name) {
            let text =
                format!("name {} not exported by package {}", self.name(sel.name), self.package_name(pkg));
            self.error(sel.pos, Code::UnexportedName, text);
        }
        self.record_use(e, obj);
        self.object_operand(e, obj)
    }

    fn report_no_member(&mut self, x: &Operand, sel: Ident, failed: &Lookup) {
        if !self.is_valid(self.types().underlying(x.ty)) {
            return;
        }
        let (name, t) = (self.name(sel.name), self.ty_str(x.ty));
        match failed {
            Lookup::Ambiguous(_) => {
                let text = format!("ambiguous selector {}.{name}", self.operand_expr(x));
                self.error(sel.pos, Code::AmbiguousSelector, text);
            }
            Lookup::NeedsPointer => {
                let text = if x.mode == Mode::Type {
                    format!("invalid method expression {t}.{name} (needs pointer receiver (*{t}).{name})")
                } else {
                    format!("cannot call pointer method {name} on {t}")
                };
                self.error(sel.pos, Code::InvalidMethodExpr, text);
            }
            _ => {
                let why = if self.is_interface_pointer(x.ty) {
                    self.interface_pointer_text(x.ty)
                } else {
                    let addressable = x.mode == Mode::Variable;
                    let similar = self.lookup_member(x.ty, addressable, sel.name, NameMatch::IgnoreCase);
                    self.unknown_member(x.ty, sel.name, &similar)
                };
                let text = format!("{}.{name} undefined ({why})", self.operand_expr(x));
                self.error(sel.pos, Code::MissingFieldOrMethod, text);
            }
        }
    }

    /// `type T has no field or method f`, with a hint at a similar name.
    fn unknown_member(&self, ty: TyId, name: Symbol, similar: &Lookup) -> String {
        let similar = self.similar(similar);
        let (t, name_text) = (self.ty_str(ty), self.name(name));
        let missing = format!("type {t} has no field or method {name_text}");
        let Some(alt) = similar else { return missing };
        let (what, alt_text) = (alt.what, self.name(alt.name));
        match self.hint(name, &alt) {
            Hint::Missing => missing,
            Hint::Misspelled => format!("{missing}, but does have {what} {alt_text}"),
            Hint::Unexported => format!("{missing}, but does have unexported {what} {alt_text}"),
            Hint::Inaccessible => format!("cannot refer to unexported {what} {alt_text}"),
        }
    }

    /// `unknown field f in struct literal of type T`, with a hint at a similar name.
    pub(super) fn unknown_literal_field(&self, ty: TyId, name: Symbol, similar: &Lookup) -> String {
        let similar = self.similar(similar);
        let (t, name_text) = (self.ty_str(ty), self.name(name));
        let missing = format!("unknown field {name_text} in struct literal of type {t}");
        let Some(alt) = similar else { return missing };
        let alt_text = self.name(alt.name);
        match self.hint(name, &alt) {
            Hint::Missing => missing,
            Hint::Misspelled => format!("{missing}, but does have {alt_text}"),
            Hint::Unexported => format!("{missing}, but does have unexported {alt_text}"),
            Hint::Inaccessible => {
                format!("cannot refer to unexported field {alt_text} in struct literal of type {t}")
            }
        }
    }

    fn similar(&self, lookup: &Lookup) -> Option<Similar> {
        let Lookup::Found(found) = lookup else { return None };
        Some(match found.member {
            Member::Field { name, pkg, .. } => Similar { name, pkg, what: "field" },
            Member::InterfaceMethod { name, pkg, .. } => Similar { name, pkg, what: "method" },
            Member::Method(m) => {
                let m = self.object(m);
                Similar { name: m.name, pkg: m.pkg, what: "method" }
            }
        })
    }

    fn hint(&self, name: Symbol, alt: &Similar) -> Hint {
        let (name_text, alt_text) = (self.name(name), self.name(alt.name));
        let same_tail = tail(name_text) == tail(alt_text);
        let (name_exported, alt_exported) =
            (self.types().is_exported(name), self.types().is_exported(alt.name));
        if alt.pkg == Some(self.pkg) {
            return Hint::Misspelled;
        }
        match (name_exported, alt_exported) {
            (true, true) => Hint::Misspelled,
            (true, false) if same_tail => Hint::Unexported,
            (false, true) if same_tail => Hint::Misspelled,
            (false, false) if name == alt.name => Hint::Inaccessible,
            _ => Hint::Missing,
        }
    }
}

/// A name without its first character.
fn tail(name: &str) -> &str {
    let mut chars = name.chars();
    chars.next();
    chars.as_str()
}
