//! The optimiser's passes, one a file.

pub mod cse;
pub mod dce;
pub mod inline;
pub mod licm;
pub mod literal;
pub mod maps;
pub mod mem2reg;
pub mod nilchecks;
pub mod params;
pub mod prove;
pub mod rotate;
pub mod select;
pub mod simplify;
pub mod thread;
pub mod zeros;
