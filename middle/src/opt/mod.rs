//! The optimiser's passes, one a file.

pub mod dce;
pub mod mem2reg;
pub mod params;
pub mod simplify;
