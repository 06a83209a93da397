//! Loom's versions of what `runtime/src/sync.rs` offers.

pub use loom::hint;

/// See the runtime's.
pub mod size {
    pub const RUN_QUEUE: usize = 4;
    pub const MAX_PROCS: usize = 3;
    pub const STEAL_ROUNDS: u32 = 1;
    pub const SPINS: u32 = 1;
    pub const ENOUGH_WORK: usize = 2;
}

pub mod atomic {
    //! Atomics whose sequentially consistent operations are just that. Loom itself takes those for acquire and release
    //! only, but knows sequentially consistent fences.

    pub use loom::sync::atomic::Ordering;
    use loom::sync::atomic::{self, fence};

    /// Runs an operation between fences if its order asks for them.
    fn ordered<R>(order: Ordering, operation: impl FnOnce() -> R) -> R {
        if order != Ordering::SeqCst {
            return operation();
        }
        fence(Ordering::SeqCst);
        let result = operation();
        fence(Ordering::SeqCst);
        result
    }

    /// The operations of all atomics.
    macro_rules! atomic {
        ($name:ident $(<$T:ident>)?: $value:ty) => {
            #[derive(Debug)]
            pub struct $name $(<$T>)?(atomic::$name $(<$T>)?);

            impl $(<$T>)? $name $(<$T>)? {
                pub fn new(value: $value) -> Self {
                    Self(atomic::$name::new(value))
                }
                pub fn load(&self, order: Ordering) -> $value {
                    ordered(order, || self.0.load(order))
                }
                pub fn store(&self, value: $value, order: Ordering) {
                    ordered(order, || self.0.store(value, order))
                }
                pub fn swap(&self, value: $value, order: Ordering) -> $value {
                    ordered(order, || self.0.swap(value, order))
                }
                pub fn compare_exchange(
                    &self,
                    old: $value,
                    new: $value,
                    order: Ordering,
                    failure: Ordering,
                ) -> Result<$value, $value> {
                    ordered(order, || self.0.compare_exchange(old, new, order, failure))
                }
                pub fn fetch_update(
                    &self,
                    order: Ordering,
                    failure: Ordering,
                    f: impl FnMut($value) -> Option<$value>,
                ) -> Result<$value, $value> {
                    ordered(order, || self.0.fetch_update(order, failure, f))
                }
            }
        };
    }

    /// Those of numbers.
    macro_rules! number {
        ($($name:ident: $value:ty;)*) => { $(
            atomic!($name: $value);

            impl $name {
                pub fn fetch_add(&self, value: $value, order: Ordering) -> $value {
                    ordered(order, || self.0.fetch_add(value, order))
                }
                pub fn fetch_sub(&self, value: $value, order: Ordering) -> $value {
                    ordered(order, || self.0.fetch_sub(value, order))
                }
                pub fn fetch_or(&self, value: $value, order: Ordering) -> $value {
                    ordered(order, || self.0.fetch_or(value, order))
                }
            }
        )* };
    }

    atomic!(AtomicBool: bool);
    atomic!(AtomicPtr<T>: *mut T);
    number! {
        AtomicU8: u8;
        AtomicU32: u32;
        AtomicU64: u64;
        AtomicUsize: usize;
        AtomicI32: i32;
        AtomicI64: i64;
    }
}

macro_rules! constant {
    ($($function:tt)*) => { $($function)* };
}

macro_rules! global {
    () => {};
    ($(#[$meta:meta])* static $name:ident: $ty:ty = $value:expr; $($rest:tt)*) => {
        loom::lazy_static! { $(#[$meta])* static ref $name: $ty = $value; }
        global! { $($rest)* }
    };
    ($(#[$meta:meta])* pub static $name:ident: $ty:ty = $value:expr; $($rest:tt)*) => {
        loom::lazy_static! { $(#[$meta])* pub static ref $name: $ty = $value; }
        global! { $($rest)* }
    };
}

macro_rules! filled {
    ($value:expr; $n:expr) => {
        core::array::from_fn::<_, { $n }, _>(|_| $value)
    };
}

pub(crate) use {constant, filled, global};
