//! What the compiler and the runtime agree on: function table, memory layouts, side tables.
//!
//! Both sides read these definitions; nothing here is written a second time elsewhere. The crate has no
//! dependencies and no code beyond accessors.

#![no_std]

pub mod functions;
pub mod layout;
pub mod map;
pub mod symtab;

pub use functions::RuntimeFn;
