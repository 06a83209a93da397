//! Lowerings from Go's constructs to calls of the runtime.

pub mod defer;
