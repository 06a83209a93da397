//! Locks of the runtime.
//!
//! A goroutine that holds one of these must not reach a safepoint (`sched::world`): whoever stops the world may want the
//! lock. So under a lock nothing is allocated from the Go heap, no goroutine is switched and no Go code runs.

use crate::sched::proc;
use crate::sync::atomic::AtomicBool;
use crate::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use crate::sync::{constant, hint, size::SPINS};
use crate::sys;
use core::cell::UnsafeCell;
use core::ops::{Deref, DerefMut};

/// So often it lets others run before it sleeps, and for how many nanoseconds.
const YIELDS: u32 = 20;
const NAP: i64 = 20_000;

/// A lock that threads, not goroutines, wait for. Nobody is woken when it becomes free, which makes giving it back a
/// plain store: a thread can only be found holding it for long if the system has taken the processor away from it.
#[repr(transparent)]
pub struct Lock(AtomicBool);

impl Lock {
    constant! {
        /// A free lock.
        pub fn new() -> Lock {
            Lock(AtomicBool::new(false))
        }
    }

    /// Waits for it and takes it.
    #[inline(always)]
    pub fn lock(&self) {
        if !self.try_lock() {
            self.wait();
        }
    }

    /// The same for what only threads with a processor use: if there is but one, holding that is enough.
    #[inline(always)]
    pub fn lock_with_processor(&self) {
        if proc::PROCS.load(Relaxed) != 1 {
            self.lock();
        }
    }

    /// Whether somebody holds it; if not, what holders have written is seen.
    #[inline(always)]
    pub fn is_held(&self) -> bool {
        self.0.load(Acquire)
    }

    /// Takes it if it is free.
    #[inline(always)]
    pub fn try_lock(&self) -> bool {
        self.0.compare_exchange(false, true, Acquire, Relaxed).is_ok()
    }

    #[cold]
    fn wait(&self) {
        let mut rounds = 0;
        loop {
            for _ in 0..SPINS {
                if !self.0.load(Relaxed) && self.try_lock() {
                    return;
                }
                hint::spin_loop();
            }
            rounds += 1;
            if rounds < YIELDS { sys::yield_thread() } else { sys::sleep_for(NAP) }
        }
    }

    /// Gives it back.
    #[inline(always)]
    pub fn unlock(&self) {
        self.0.store(false, Release);
    }
}

impl Default for Lock {
    fn default() -> Self {
        Self::new()
    }
}

/// A value behind a [`Lock`].
pub struct Locked<T> {
    lock: Lock,
    value: UnsafeCell<T>,
}

// SAFETY: the value is reached under the lock only. What it holds is the runtime's own data, made for any thread.
unsafe impl<T> Sync for Locked<T> {}

impl<T> Locked<T> {
    constant! {
        /// Wraps a value.
        pub fn new(value: T) -> Locked<T> {
            Locked { lock: Lock::new(), value: UnsafeCell::new(value) }
        }
    }

    /// Takes the lock.
    #[inline]
    pub fn lock(&self) -> Guard<'_, T> {
        self.lock.lock();
        Guard(self)
    }

    /// See [`Lock::lock_with_processor`].
    #[inline]
    pub fn lock_with_processor(&self) -> Guard<'_, T> {
        self.lock.lock_with_processor();
        Guard(self)
    }
}

/// Gives access to the value, and the lock back at its end.
pub struct Guard<'a, T>(&'a Locked<T>);

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the lock is held.
        unsafe { &*self.0.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the lock is held.
        unsafe { &mut *self.0.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.0.lock.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holder_at_a_time() {
        let total = Locked::new(0u64);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..20_000).for_each(|_| *total.lock() += 1));
            }
        });
        assert_eq!(*total.lock(), 80_000);
    }
}
