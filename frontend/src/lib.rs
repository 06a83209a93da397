//! From text to a typed syntax tree: lexer, parser, packages, type checker.
//!
//! ```text
//! text ── lex ──▶ tokens ── parse ──▶ Ast (one a file) ── check ──▶ Program (types, objects, constants)
//! ```
//!
//! The crate does no input or output of its own; the driver hands it text.

pub mod ast;
pub mod check;
pub mod constraint;
pub mod diag;
pub mod embed;
pub mod header;
pub mod lex;
pub mod loader;
pub mod object;
pub mod parse;
pub mod program;
pub mod source;
mod symbol;
pub mod types;

pub use check::program::{Failure, PackageErrors, Problem, check_packages, check_program};
pub use diag::render::{Form, render, render_problem};
pub use loader::{Finder, Input, InputFile, SourcePackage, SourceProvider};
