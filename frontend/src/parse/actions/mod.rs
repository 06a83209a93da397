//! The actions of the grammar, one call each, as methods of [`super::builder::Builder`].

mod decl;
mod expr;
mod header;
mod stmt;
mod tparams;
mod types;
