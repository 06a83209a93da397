//! Declarations of constants, variables, types and functions, at package level and in functions
//! (gc: `types2/decl.go`).

use cranelift_entity::entity_impl;

/// A package-level declaration (one for all names of `var a, b = f()`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeclIndex(u32);
entity_impl!(DeclIndex, "decl");
