//! What threads share data with.
//!
//! The files that use this module instead of `core`'s are built a second time by `runtime/models`, where a module of the
//! same name puts loom's versions here. There tests run them in every order of events.

pub use core::hint;
pub use core::sync::atomic;

/// Sizes that the models keep small.
pub mod size {
    /// Places in the ring of a run queue.
    pub const RUN_QUEUE: usize = 256;
    /// Processors there can be.
    pub const MAX_PROCS: usize = 1024;
    /// Rounds over all processors before a thread gives up looking for work; in the last one it takes the first ones too.
    pub const STEAL_ROUNDS: u32 = 4;
    /// What somebody must have left to mark to give half of it away.
    pub const ENOUGH_WORK: usize = 4;
    /// Rounds of active waiting before a thread lets others run: sections under a lock are short.
    pub const SPINS: u32 = 60;
}

/// A function that can be called in constants. Loom's atomics cannot be made there.
macro_rules! constant {
    ($(#[$meta:meta])* $vis:vis fn $($rest:tt)*) => { $(#[$meta])* $vis const fn $($rest)* };
}

/// Data that all threads share.
macro_rules! global {
    ($($(#[$meta:meta])* $vis:vis static $name:ident: $ty:ty = $value:expr;)*) => {
        $($(#[$meta])* $vis static $name: $ty = $value;)*
    };
}

/// An array of so many copies of a constant.
macro_rules! filled {
    ($value:expr; $n:expr) => {
        [const { $value }; $n]
    };
}

pub(crate) use {constant, filled, global};
