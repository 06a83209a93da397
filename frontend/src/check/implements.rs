//! Which types implement which interfaces, and why not (Go spec, Implementing an interface;
//! gc: `types2/lookup.go`, `types2/instantiate.go`).

use super::Checker;
use crate::object::ObjId;
use crate::source::Symbol;
use crate::types::lookup::{Found, Lookup, Member, NameMatch};
use crate::types::{Incomparable, MethodTy, NamedId, Ty, TyId};

/// How much a type lacks to implement an interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Implements {
    /// For assignments: the type has all methods.
    Statically,
    /// For type assertions: an interface type lacks nothing that its dynamic type may have.
    Dynamically,
}

/// A method that a type lacks.
pub struct MissingMethod {
    /// The method of the interface.
    pub name: Symbol,
    /// Whether the type has the method, but with another signature or for the pointer type only.
    pub wrong_type: bool,
    /// The reason in parentheses, such as `(missing method m)`.
    pub cause: String,
}

/// What was found in place of a method.
enum State {
    NotFound,
    WrongName(Symbol, TyId),
    Unexported,
    WrongSignature(Symbol, TyId),
    Ambiguous,
    NeedsPointer,
    Field,
}

/// Decides whether two signatures are the same.
pub(super) type SameSignature<'a, 'p> = &'a mut dyn FnMut(&mut Checker<'p>, TyId, TyId) -> bool;

impl<'p> Checker<'p> {
    /// Looks for a field or method of `ty` as seen from this package; `addressable` values have the methods with
    /// pointer receivers too. Methods may be unresolved: see [`Checker::method_sig`].
    pub fn lookup_field_or_method(&self, ty: TyId, addressable: bool, name: Symbol) -> Lookup {
        self.lookup_member(ty, addressable, name, NameMatch::Exact)
    }

    /// [`Checker::lookup_field_or_method`] with a choice of how names are compared.
    pub fn lookup_member(&self, ty: TyId, addressable: bool, name: Symbol, how: NameMatch) -> Lookup {
        self.types().lookup(self.shared.objects, ty, addressable, (name, Some(self.pkg)), how)
    }

    /// The signature of a method, whose declaration is resolved if it was not.
    pub fn method_sig(&mut self, method: ObjId) -> TyId {
        self.resolve(method);
        self.shared.objects.ty(method)
    }

    /// The method that `v` lacks to implement the interface `t`, if any.
    pub fn missing_method(&mut self, v: TyId, t: TyId, how: Implements) -> Option<MissingMethod> {
        self.missing_method_with(v, t, how, &mut |c, a, b| c.types().identical(a, b))
    }

    /// [`Checker::missing_method`] with `same` deciding about signatures.
    pub(super) fn missing_method_with(
        &mut self,
        v: TyId,
        t: TyId,
        how: Implements,
        same: SameSignature<'_, 'p>,
    ) -> Option<MissingMethod> {
        let set = self.types().type_set(t)?;
        for m in &set.methods {
            let m = self.as_written(t, m);
            let state = match self.types().under(v) {
                Ty::Interface(_) | Ty::TypeParam(_) => self.interface_method_state(v, m, how, same),
                _ => self.method_state(v, m, same),
            };
            if let Some(state) = state {
                let wrong_type = matches!(state, State::WrongSignature(..) | State::NeedsPointer);
                let cause = self.missing_cause(v, t, m, &state);
                return Some(MissingMethod { name: m.name, wrong_type, cause });
            }
        }
        None
    }

    /// The method of interface `t` whose canonical form is `m`, as the source has it.
    fn as_written(&self, t: TyId, m: &'p MethodTy) -> &'p MethodTy {
        let same = |x: &MethodTy| self.types().same_name((x.name, x.pkg), (m.name, m.pkg));
        self.types().find_interface_method(t, &same).unwrap_or(m)
    }

    fn interface_method_state(
        &mut self,
        v: TyId,
        m: &MethodTy,
        how: Implements,
        same_sig: SameSignature<'_, 'p>,
    ) -> Option<State> {
        let same = |x: &MethodTy| self.types().same_name((x.name, x.pkg), (m.name, m.pkg));
        match self.types().find_interface_method(v, &same) {
            None => (how == Implements::Statically).then_some(State::NotFound),
            Some(x) => (!same_sig(self, x.sig, m.sig)).then_some(State::WrongSignature(x.name, x.sig)),
        }
    }

    fn method_state(&mut self, v: TyId, m: &MethodTy, same: SameSignature<'_, 'p>) -> Option<State> {
        let name = (m.name, m.pkg);
        match self.types().lookup_in(self.shared.objects, v, false, name, NameMatch::Exact) {
            Lookup::Found(Found { member: Member::Field { .. }, .. }) => Some(State::Field),
            Lookup::Found(found) => {
                let (name, sig) = self.member_method(v, &found)?;
                // A generic method implements nothing.
                let ok = !self.is_generic(sig) && same(self, sig, m.sig);
                (!ok).then_some(State::WrongSignature(name, sig))
            }
            Lookup::Ambiguous(_) => Some(State::Ambiguous),
            Lookup::NeedsPointer => Some(State::NeedsPointer),
            Lookup::NotFound => Some(self.similar_method(v, m)),
        }
    }

    /// A method whose name differs in case or package only.
    fn similar_method(&mut self, v: TyId, m: &MethodTy) -> State {
        let name = (m.name, m.pkg);
        let lookup = self.types().lookup_in(self.shared.objects, v, false, name, NameMatch::IgnoreCase);
        let Lookup::Found(found) = lookup else { return State::NotFound };
        match self.member_method(v, &found) {
            Some((name, _)) if name == m.name => State::Unexported,
            Some((name, sig)) => State::WrongName(name, sig),
            None => State::NotFound,
        }
    }

    /// Name and signature of a member that is a method.
    fn member_method(&mut self, v: TyId, found: &Found) -> Option<(Symbol, TyId)> {
        let name = match found.member {
            Member::Field { .. } => return None,
            Member::InterfaceMethod { name, .. } => name,
            Member::Method(m) => self.object(m).name,
        };
        Some((name, self.found_method_sig(v, found)?))
    }

    fn missing_cause(&self, v: TyId, t: TyId, m: &MethodTy, state: &State) -> String {
        let name = self.name(m.name);
        match *state {
            State::NotFound if self.is_interface_pointer(v) => {
                format!("({})", self.interface_pointer_text(v))
            }
            State::NotFound if self.is_interface_pointer(t) => {
                format!("({})", self.interface_pointer_text(t))
            }
            State::NotFound => format!("(missing method {name})"),
            State::WrongName(found, sig) => {
                let (have, want) = (self.method_str(found, sig), self.method_str(m.name, m.sig));
                format!("(missing method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            State::Unexported => format!("(unexported method {name})"),
            State::WrongSignature(found, sig) => {
                let (mut have, mut want) = (self.method_str(found, sig), self.method_str(m.name, m.sig));
                if have == want {
                    have = self.method_str_with_paths(found, sig);
                    want = self.method_str_with_paths(m.name, m.sig);
                }
                if have == want {
                    return format!("(wrong type for method {name})");
                }
                format!("(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            State::Ambiguous => format!("(ambiguous selector {}.{name})", self.ty_str(v)),
            State::NeedsPointer => format!("(method {name} has pointer receiver)"),
            State::Field => format!("({}.{name} is a field, not a method)", self.ty_str(v)),
        }
    }

    /// `type *I is pointer to interface, not interface`
    pub fn interface_pointer_text(&self, ty: TyId) -> String {
        let to_param = self.pointer_base(ty).is_some_and(|base| self.is_type_param(base));
        let what = if to_param { "type parameter" } else { "interface" };
        format!("type {} is pointer to {what}, not {what}", self.ty_str(ty))
    }

    /// Why a value of interface type `v` can never hold a `t`, as a reason in parentheses; `None` if it can.
    pub fn why_not_assertable(&mut self, v: TyId, t: TyId) -> Option<String> {
        if self.is_interface(t) || !self.types().underlying(t).is_valid() {
            return None;
        }
        let missing = self.missing_method(t, v, Implements::Dynamically)?;
        (!self.has_invalid_embedded_fields(t, &mut Vec::new())).then_some(missing.cause)
    }

    /// Whether a struct embeds something invalid, so that nothing is known about its methods.
    pub(super) fn has_invalid_embedded_fields(&self, ty: TyId, seen: &mut Vec<NamedId>) -> bool {
        let types = self.types();
        let ty = match types.under(ty) {
            Ty::Pointer(base) => *base,
            _ => ty,
        };
        if let Some(n) = types.as_named(ty) {
            if seen.contains(&n) {
                return false;
            }
            seen.push(n);
        }
        let Ty::Struct(fields) = types.under(ty) else { return false };
        fields.iter().any(|f| {
            f.embedded && (!types.unalias(f.ty).is_valid() || self.has_invalid_embedded_fields(f.ty, seen))
        })
    }

    /// Why values of a type cannot be compared, in words; the empty text for types that never can, `None` for those
    /// that can (interfaces count as comparable).
    pub fn why_incomparable_text(&self, ty: TyId) -> Option<String> {
        Some(match self.types().why_incomparable(ty, true)? {
            Incomparable::Itself => String::new(),
            Incomparable::Field(f) => format!("struct containing {} cannot be compared", self.ty_str(f)),
            Incomparable::Elements => format!("{} cannot be compared", self.ty_str(ty)),
            Incomparable::EmptySet => "empty type set".to_string(),
            Incomparable::TypeParam | Incomparable::TypeSet => "incomparable types in type set".to_string(),
        })
    }
}
