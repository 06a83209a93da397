//! Which types implement or satisfy which interfaces (Go spec, Implementing an interface, Satisfying a type
//! constraint; gc: `types2/instantiate.go`).

use super::Checker;
use super::implements::Implements;
use crate::types::{InterfaceTy, Term, Ty, TyId};

/// What the interface is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// The type of a variable.
    Variable,
    /// A constraint.
    Constraint,
}

impl Role {
    fn verb(self) -> &'static str {
        match self {
            Role::Variable => "implement",
            Role::Constraint => "satisfy",
        }
    }
}

impl<'p> Checker<'p> {
    /// Why `v` does not implement `t`; `None` if it does, or if an error was reported about one of them.
    pub fn why_not_implements(&mut self, v: TyId, t: TyId) -> Option<String> {
        self.why_not(v, t, Role::Variable)
    }

    /// Why the type argument `v` does not satisfy the constraint `t`.
    pub(super) fn why_not_satisfied(&mut self, v: TyId, t: TyId) -> Option<String> {
        self.why_not(v, t, Role::Constraint)
    }

    fn why_not(&mut self, v: TyId, t: TyId, role: Role) -> Option<String> {
        let types = self.types();
        if !types.underlying(v).is_valid() || !types.underlying(t).is_valid() {
            return None;
        }
        if let Ty::Pointer(base) = types.under(v)
            && !types.underlying(*base).is_valid()
        {
            return None;
        }
        let verb = role.verb();
        let Some(set) = types.type_set(t) else {
            let detail = if self.is_interface_pointer(t) {
                self.interface_pointer_text(t)
            } else {
                format!("{} is not an interface", self.ty_str(t))
            };
            return Some(format!("{} does not {verb} {} ({detail})", self.ty_str(v), self.ty_str(t)));
        };
        if set.is_empty() {
            return None;
        }
        let own = match types.as_type_param(v) {
            Some(p) => Some(types.constraint_set(p)),
            None => types.type_set(v),
        };
        if own.is_some_and(is_empty_set) {
            return None;
        }
        if is_empty_set(set) {
            return Some(format!("cannot {verb} {} (empty type set)", self.ty_str(t)));
        }
        if let Some(missing) = self.missing_method(v, t, Implements::Statically)
            && !self.has_invalid_embedded_fields(v, &mut Vec::new())
        {
            let (v, t) = (self.ty_str(v), self.ty_str(t));
            return Some(format!("{v} does not {verb} {t} {}", missing.cause));
        }
        if let Some(terms) = &set.terms {
            let cause = match own {
                Some(own) => (!is_subset(self, own, terms)).then(String::new),
                None => self.missing_term(v, t, terms),
            };
            if let Some(cause) = cause {
                let (v, t) = (self.ty_str(v), self.ty_str(t));
                return Some(format!("{v} does not {verb} {t}{cause}"));
            }
        }
        self.why_not_comparable_enough(v, set, role)
    }

    fn why_not_comparable_enough(&self, v: TyId, set: &InterfaceTy, role: Role) -> Option<String> {
        let types = self.types();
        let listed = set.terms.is_some();
        if !(set.comparable || listed && types.is_comparable_set(set))
            || types.why_incomparable(v, false).is_none()
        {
            return None;
        }
        let (shown, verb) = (self.ty_str(v), role.verb());
        if role == Role::Constraint && types.comparable(v) {
            let too_old = self.lang() < 20;
            return too_old.then(|| format!("{shown} to {verb} comparable requires go1.20 or later"));
        }
        Some(format!("{shown} does not {verb} comparable"))
    }

    /// Why a type that is no interface is not among the terms of a constraint, as a text in parentheses.
    fn missing_term(&self, v: TyId, t: TyId, terms: &[Term]) -> Option<String> {
        let types = self.types();
        let includes =
            |term: &Term, tilde: bool| types.identical(term.ty, if tilde { types.underlying(v) } else { v });
        if terms.iter().any(|term| includes(term, term.tilde)) {
            return None;
        }
        let without_tilde = |term: &&Term| {
            !term.tilde && types.identical(term.ty, types.underlying(term.ty)) && includes(term, true)
        };
        let (shown, constraint) = (self.ty_str(v), self.ty_str(t));
        Some(if let Some(term) = terms.iter().find(without_tilde) {
            format!(" (possibly missing ~ for {} in {constraint})", self.ty_str(term.ty))
        } else if self.constraint_mentions(types.underlying(t), v) {
            format!(" ({constraint} mentions {shown}, but {shown} is not in the type set of {constraint})")
        } else {
            let shown_terms: Vec<String> = terms
                .iter()
                .map(|term| format!("{}{}", if term.tilde { "~" } else { "" }, self.path_qualified(term.ty)))
                .collect();
            format!(" ({shown} missing in {})", shown_terms.join(" | "))
        })
    }

    /// Whether a type stands somewhere in the unions of a constraint.
    fn constraint_mentions(&self, t: TyId, v: TyId) -> bool {
        match self.types().get(t) {
            Ty::Interface(i) => i.embedded.iter().any(|&e| self.constraint_mentions(e, v)),
            Ty::Union(terms) => terms.iter().any(|term| self.constraint_mentions(term.ty, v)),
            _ => self.types().identical(t, v),
        }
    }
}

/// Whether no type is in the set.
fn is_empty_set(set: &InterfaceTy) -> bool {
    set.terms.as_ref().is_some_and(|terms| terms.is_empty())
}

/// Whether all types of `set` are among `terms`.
fn is_subset(c: &Checker<'_>, set: &InterfaceTy, terms: &[Term]) -> bool {
    let types = c.types();
    let within = |x: &Term, y: &Term| match (x.tilde, y.tilde) {
        (true, false) => false,
        (false, true) => types.identical(types.underlying(x.ty), y.ty),
        _ => types.identical(x.ty, y.ty),
    };
    set.terms.as_ref().is_some_and(|own| own.iter().all(|x| terms.iter().any(|y| within(x, y))))
}
