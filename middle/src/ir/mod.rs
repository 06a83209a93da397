//! The SSA: block parameters instead of phis, machine-level types, one table of operations.
//!
//! Values are scalars ([`Ty`]). Go's strings, slices, interfaces and small structs are several values; larger
//! aggregates live in memory (slots or the heap) and are handled by address.
//!
//! Functions and data are referred to by linker symbol ([`Sym`]), so that functions can be built in parallel; the
//! order of the output is that of [`Module`], never that of interning.

pub mod builder;
pub mod callgraph;
pub mod cfg;
pub mod func;
pub mod funcval;
pub mod inlined;
pub mod module;
pub mod op;
pub mod parse;
pub mod print;
pub mod verify;

pub use builder::{FuncBuilder, Variable};
pub use func::*;
pub use module::*;
pub use op::{Format, Op, OpInfo};
