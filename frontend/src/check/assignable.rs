//! Assignability and convertibility (Go spec, Assignability, Conversions; gc: `types2/operand.go`,
//! `types2/conversions.go`).

use super::{Checker, Operand};
use crate::ast::ChanDir;
use crate::diag::Code;
use crate::types::{Basic, Ty, TyId};

/// Why a value cannot be assigned.
#[derive(Clone, Debug)]
pub struct NotAssignable {
    /// The rule.
    pub code: Code,
    /// The reason to add to the message; empty if there is none but the types.
    pub cause: String,
}

impl<'p> Checker<'p> {
    /// Why `x` cannot be assigned to a variable of type `target`; `None` if it can.
    pub fn not_assignable(&mut self, x: &Operand, target: TyId) -> Option<NotAssignable> {
        let types = self.types();
        if x.is_invalid() || !self.is_valid(target) || types.identical(x.ty, target) {
            return None;
        }
        let no = |code, cause: String| Some(NotAssignable { code, cause });
        let written = target;
        let (value, target) = (self.expand_alias(x.ty), self.expand_alias(target));
        let (value_under, target_under) = (types.underlying(value), types.underlying(target));
        let (value_param, target_param) = (self.is_type_param(value), self.is_type_param(target));
        if self.is_untyped(value_under) {
            return match self.implicit_type(x, target) {
                Ok(_) => None,
                Err(_) => no(Code::IncompatibleAssign, String::new()),
            };
        }
        let one_unnamed = !self.has_name(value) || !self.has_name(target);
        if one_unnamed && !value_param && !target_param && types.identical(value_under, target_under) {
            return None;
        }
        if self.is_interface(target) || self.is_interface_pointer(target) {
            let cause = self.why_not_implements(value, target)?;
            if !value_param {
                return no(Code::InvalidIfaceAssign, cause);
            }
        }
        if self.is_interface(value) && self.why_not_implements(target, value).is_none() {
            return no(Code::IncompatibleAssign, "need type assertion".to_string());
        }
        if let (Ty::Chan { dir: ChanDir::Both, elem: a }, Ty::Chan { elem: b, .. }) =
            (types.get(value_under), types.get(target_under))
            && types.identical(*a, *b)
        {
            return if one_unnamed { None } else { no(Code::InvalidChanAssign, String::new()) };
        }
        if target_param && !self.has_name(value) {
            return self.not_assignable_to_param(x, target);
        }
        if value_param && !self.has_name(target) {
            return self.param_not_assignable(x, written);
        }
        no(Code::IncompatibleAssign, String::new())
    }

    /// Why a value of an unnamed type cannot be assigned to some type of a type parameter's set.
    fn not_assignable_to_param(&mut self, x: &Operand, target: TyId) -> Option<NotAssignable> {
        let code = Code::IncompatibleAssign;
        let Some(list) = self.types().each_type(target).filter(|list| !list.is_empty()) else {
            return Some(NotAssignable { code, cause: String::new() });
        };
        for (t, _) in list {
            if let Some(mut no) = self.not_assignable(x, t) {
                let (v, t, p) = (self.ty_str(x.ty), self.ty_str(t), self.ty_str(target));
                no.cause = nested(format!("cannot assign {v} to {t} (in {p})"), &no.cause);
                return Some(no);
            }
        }
        None
    }

    /// Why a value of some type of a type parameter's set cannot be assigned to an unnamed type.
    fn param_not_assignable(&mut self, x: &Operand, target: TyId) -> Option<NotAssignable> {
        let code = Code::IncompatibleAssign;
        let Some(list) = self.types().each_type(x.ty).filter(|list| !list.is_empty()) else {
            return Some(NotAssignable { code, cause: String::new() });
        };
        for (t, _) in list {
            if let Some(mut no) = self.not_assignable(&Operand { ty: t, ..x.clone() }, target) {
                let (v, p, t) = (self.ty_str(t), self.ty_str(x.ty), self.ty_str(target));
                no.cause = nested(format!("cannot assign {v} (in {p}) to {t}"), &no.cause);
                return Some(no);
            }
        }
        None
    }

    /// Why a value `x` that is no constant cannot be converted to `target` (perhaps without words); `None` if it
    /// can.
    pub(super) fn not_convertible(&mut self, x: &Operand, target: TyId) -> Option<String> {
        let NotAssignable { cause, .. } = self.not_assignable(x, target)?;
        if self.convertible_types(x.ty, target) {
            return self.slice_conversion_version(x.ty, target);
        }
        let (value_param, target_param) = (self.is_type_param(x.ty), self.is_type_param(target));
        if !value_param && !target_param {
            return Some(cause);
        }
        self.param_not_convertible(x, target, cause)
    }

    /// Why a conversion from or to a type parameter fails: it must be possible for all types of the type sets.
    fn param_not_convertible(&mut self, x: &Operand, target: TyId, cause: String) -> Option<String> {
        let types = self.types();
        let (Some(from), Some(to)) = (types.each_type(x.ty), types.each_type(target)) else {
            return Some(cause);
        };
        let in_set = |c: &Self, t: TyId, of: TyId| match c.is_type_param(of) {
            true => format!("{} (in {})", c.ty_str(t), c.ty_str(of)),
            false => c.ty_str(t),
        };
        for &(v, _) in &from {
            for &(t, _) in &to {
                if let Some(why) = self.not_convertible(&Operand { ty: v, ..x.clone() }, t) {
                    let (v, t) = (in_set(self, v, x.ty), in_set(self, t, target));
                    let why = if why.is_empty() { &cause } else { &why };
                    return Some(nested(format!("cannot convert {v} to type {t}"), why));
                }
            }
        }
        None
    }

    /// The language version that the conversion of a slice to an array or to a pointer to one needs, if it is too new.
    fn slice_conversion_version(&self, from: TyId, to: TyId) -> Option<String> {
        let (Ty::Slice(_), lang) = (self.under(from), self.lang()) else { return None };
        match self.under(to) {
            Ty::Array { .. } if lang < 20 => {
                Some("conversion of slice to array requires go1.20 or later".to_string())
            }
            Ty::Pointer(_) if lang < 17 => {
                Some("conversion of slice to array pointer requires go1.17 or later".to_string())
            }
            _ => None,
        }
    }

    /// Whether values of type `from` can be converted to `to` by another rule than assignability.
    fn convertible_types(&self, from: TyId, to: TyId) -> bool {
        let types = self.types();
        let (from, to) = (types.unalias(from), types.unalias(to));
        let (from_under, to_under) = (types.underlying(from), types.underlying(to));
        if types.as_type_param(from).is_some() || types.as_type_param(to).is_some() {
            return false;
        }
        if types.identical_ignore_tags(from_under, to_under) {
            return true;
        }
        if let (Ty::Pointer(a), Ty::Pointer(b)) = (types.get(from), types.get(to))
            && !self.is_type_param(*a)
            && !self.is_type_param(*b)
            && types.identical_ignore_tags(types.underlying(*a), types.underlying(*b))
        {
            return true;
        }
        match (types.get(from_under), types.get(to_under)) {
            (Ty::Basic(a), Ty::Basic(b)) => convertible_basic(*a, *b),
            (Ty::Slice(_), Ty::Basic(b)) => b.is_string() && self.is_bytes_or_runes(from),
            (Ty::Basic(a), Ty::Slice(_)) => a.is_string() && self.is_bytes_or_runes(to),
            (Ty::Pointer(_), Ty::Basic(b)) => *b == Basic::UnsafePointer,
            (Ty::Basic(a), Ty::Pointer(_)) => *a == Basic::UnsafePointer,
            (Ty::Slice(a), Ty::Array { elem, .. }) => types.identical(*a, *elem),
            (Ty::Slice(a), Ty::Pointer(base)) => {
                matches!(types.under(*base), Ty::Array { elem, .. } if types.identical(*a, *elem))
            }
            _ => false,
        }
    }
}

/// A reason with the one behind it.
fn nested(text: String, cause: &str) -> String {
    if cause.is_empty() { text } else { format!("{text}\n\t{cause}") }
}

fn convertible_basic(from: Basic, to: Basic) -> bool {
    let real = |b: Basic| b.is_integer() || b.is_float();
    real(from) && real(to)
        || from.is_complex() && to.is_complex()
        || from.is_integer() && to.is_string()
        || from == Basic::Uintptr && to == Basic::UnsafePointer
        || from == Basic::UnsafePointer && to == Basic::Uintptr
}
