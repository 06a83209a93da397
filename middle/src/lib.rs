//! The middle end: from the checked program to optimised SSA.
//!
//! ```text
//! Program ── build ──▶ ir::Module ── pipeline (escape, lower::defer, opt) ──▶ ir::Module
//! ```

pub mod build;
pub mod escape;
pub mod gc_kinds;
pub mod ir;
pub mod lower;
pub mod opt;
pub mod pipeline;
pub mod type_desc;
