//! The optimiser's passes, one a file.

pub mod dce;
pub mod inline;
pub mod mem2reg;
pub mod nilchecks;
pub mod params;
pub mod simplify;
