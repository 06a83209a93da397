//! The optimiser's passes, one a file.

pub mod dce;
