//! Questions about types that many rules ask (gc: `types2/predicates.go`).
//!
//! The `all_…` predicates ask every type of a type parameter's type set.

use super::Checker;
use crate::types::typeset::NoCommon;
use crate::types::{Basic, Ty, TyId};

/// Integers, floats and strings: what `<` orders.
fn ordered(b: Basic) -> bool {
    b.is_integer() || b.is_float() || b.is_string()
}

/// Types that constants can have.
fn constant_type(b: Basic) -> bool {
    b.is_boolean() || b.is_numeric() || b.is_string()
}

/// Numbers and strings: what `+` adds.
fn numeric_or_string(b: Basic) -> bool {
    b.is_numeric() || b.is_string()
}

macro_rules! basic_predicates {
    ($($(#[$doc:meta])* $name:ident = $pred:expr;)*) => {
        impl<'p> Checker<'p> {
            $($(#[$doc])* pub fn $name(&self, ty: TyId) -> bool {
                self.all_basic(ty, $pred)
            })*
        }
    };
}

basic_predicates! {
    /// Booleans.
    all_boolean = Basic::is_boolean;
    /// Integers.
    all_integer = Basic::is_integer;
    /// Unsigned integers.
    all_unsigned = Basic::is_unsigned;
    /// Integers, floats and complex numbers.
    all_numeric = Basic::is_numeric;
    /// Strings.
    all_string = Basic::is_string;
    /// Complex numbers.
    all_complex = Basic::is_complex;
    /// What `<` is defined on.
    all_ordered = ordered;
    /// What `+` is defined on.
    all_numeric_or_string = numeric_or_string;
}

impl<'p> Checker<'p> {
    /// Types that constants can have; no type parameter is one.
    pub fn is_const_type(&self, ty: TyId) -> bool {
        self.shared.types.basic(ty).is_some_and(constant_type)
    }

    /// Whether the underlying type is a basic type with the property; of a type parameter that of all its types.
    pub fn all_basic(&self, ty: TyId, pred: fn(Basic) -> bool) -> bool {
        let types = self.shared.types;
        if types.as_type_param(ty).is_none() {
            return types.basic(ty).is_some_and(pred);
        }
        types.each_type(ty).is_some_and(|list| list.iter().all(|&(t, _)| types.basic(t).is_some_and(pred)))
    }

    /// Whether nothing was reported about the type.
    pub fn is_valid(&self, ty: TyId) -> bool {
        self.shared.types.unalias(ty) != TyId::ERROR
    }

    /// Whether it is the type of an untyped constant, boolean or nil.
    pub fn is_untyped(&self, ty: TyId) -> bool {
        matches!(self.shared.types.get(ty), Ty::Basic(b) if b.is_untyped())
    }

    /// The underlying type as messages show it: that of `type B byte` is `byte`, a second name of a basic type.
    pub(super) fn shown_underlying(&self, ty: TyId) -> TyId {
        let universe = self.shared.universe;
        let mut at = ty;
        // Cycles end nowhere, and have no underlying type.
        for _ in 0..100 {
            at = match self.types().get(at) {
                _ if at == universe.byte || at == universe.rune => return at,
                Ty::Alias { actual, .. } => *actual,
                Ty::Named(n) => match self.types().named(*n).rhs.get() {
                    Some(&rhs) => rhs,
                    None => break,
                },
                _ => break,
            };
        }
        self.types().underlying(ty)
    }

    /// Whether values of the type are interface values.
    pub fn is_interface(&self, ty: TyId) -> bool {
        matches!(self.shared.types.under(ty), Ty::Interface(_))
    }

    /// Whether it is a pointer to an interface, a frequent mistake that messages point out.
    pub fn is_interface_pointer(&self, ty: TyId) -> bool {
        self.pointer_base(ty).is_some_and(|base| self.is_interface(base) || self.is_type_param(base))
    }

    /// What a pointer type points to.
    pub fn pointer_base(&self, ty: TyId) -> Option<TyId> {
        match self.shared.types.under(ty) {
            Ty::Pointer(base) => Some(*base),
            _ => None,
        }
    }

    /// Whether `nil` is a value of the type.
    pub fn has_nil(&self, ty: TyId) -> bool {
        match self.shared.types.under(ty) {
            Ty::Basic(b) => *b == Basic::UnsafePointer,
            Ty::Slice(_)
            | Ty::Pointer(_)
            | Ty::Func(_)
            | Ty::Map { .. }
            | Ty::Chan { .. }
            | Ty::Interface(_) => true,
            Ty::TypeParam(_) => {
                self.types().each_type(ty).is_some_and(|list| list.iter().all(|&(_, u)| self.has_nil(u)))
            }
            _ => false,
        }
    }

    /// Predeclared, defined or a type parameter: what assignability calls a named type.
    pub fn has_name(&self, ty: TyId) -> bool {
        let types = self.shared.types;
        matches!(types.get(types.unalias(ty)), Ty::Basic(_) | Ty::Named(_) | Ty::TypeParam(_))
    }

    /// Whether it is a slice of bytes or of runes (of any type with that underlying type).
    pub fn is_bytes_or_runes(&self, ty: TyId) -> bool {
        match self.shared.types.under(ty) {
            Ty::Slice(elem) => matches!(self.shared.types.basic(*elem), Some(Basic::Uint8 | Basic::Int32)),
            _ => false,
        }
    }

    /// Element type and length of an array, or of the array that an unnamed pointer type points to
    /// (gc: `arrayPtrDeref`).
    pub fn array_or_pointer(&self, ty: TyId) -> Option<(TyId, u64)> {
        let types = self.shared.types;
        let under = types.underlying(ty);
        let array = match types.get(under) {
            Ty::Pointer(base) => types.under(*base),
            other => other,
        };
        match array {
            Ty::Array { elem, len } => Some((*elem, *len)),
            _ => None,
        }
    }

    /// `*ty`
    pub fn pointer_to(&self, ty: TyId) -> TyId {
        self.shared.types.intern(Ty::Pointer(ty))
    }

    /// `[]ty`
    pub fn slice_of(&self, ty: TyId) -> TyId {
        self.shared.types.intern(Ty::Slice(ty))
    }

    /// The type of a list of values.
    pub fn tuple(&self, types: &[TyId]) -> TyId {
        self.shared.types.intern(Ty::Tuple(types.into()))
    }

    /// The types of a call's several results; `None` for a single value.
    pub fn tuple_types(&self, ty: TyId) -> Option<&'p [TyId]> {
        match self.shared.types.get(ty) {
            Ty::Tuple(types) => Some(types),
            _ => None,
        }
    }

    /// The underlying type that all types of a type set share, or why there is none, in words (gc: `commonUnder`).
    pub fn common_underlying(&self, ty: TyId) -> Result<TyId, String> {
        match self.types().common_underlying(ty) {
            Ok(u) => u.ok_or_else(|| "empty type set".to_string()),
            Err(NoCommon::NoSpecificType) => Err("no specific type".to_string()),
            Err(NoCommon::ChanElems(a, b)) => Err(format!(
                "channels {} and {} have different element types",
                self.ty_str(a),
                self.ty_str(b)
            )),
            Err(NoCommon::ChanDirs(a, b)) => {
                Err(format!("channels {} and {} have conflicting directions", self.ty_str(a), self.ty_str(b)))
            }
            Err(NoCommon::Different(a, b)) => {
                Err(format!("{} and {} have different underlying types", self.ty_str(a), self.ty_str(b)))
            }
        }
    }

    /// Whether the type is a type parameter.
    pub fn is_type_param(&self, ty: TyId) -> bool {
        self.types().as_type_param(ty).is_some()
    }
}
