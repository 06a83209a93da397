//! Locks of the runtime, and what threads sleep on.
//!
//! A goroutine that holds one of these must not reach a safepoint (`sched::world`): whoever stops the world may want the
//! lock. So under a lock nothing is allocated from the Go heap, no goroutine is switched and no Go code runs.

use core::cell::UnsafeCell;
use core::ops::{Deref, DerefMut};
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use core::sync::atomic::{AtomicBool, AtomicU32};

use crate::sched::proc;
use crate::sys;

/// Rounds of active waiting before a thread lets others run: sections under a lock are short.
const SPINS: u32 = 60;
/// So often it lets others run before it sleeps, and for how many nanoseconds.
const YIELDS: u32 = 20;
const NAP: i64 = 20_000;

/// A lock that threads, not goroutines, wait for. Nobody is woken when it becomes free, which makes giving it back a
/// plain store: a thread can only be found holding it for long if the system has taken the processor away from it.
#[repr(transparent)]
pub struct Lock(AtomicBool);

impl Lock {
    /// A free lock.
    pub const fn new() -> Lock {
        Lock(AtomicBool::new(false))
    }

    /// Waits for it and takes it.
    #[inline(always)]
    pub fn lock(&self) {
        if self.0.swap(true, Acquire) {
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

    /// Takes it if it is free.
    #[inline]
    pub fn try_lock(&self) -> bool {
        !self.0.swap(true, Acquire)
    }

    #[cold]
    fn wait(&self) {
        let mut rounds = 0;
        loop {
            for _ in 0..SPINS {
                if !self.0.load(Relaxed) && self.try_lock() {
                    return;
                }
                core::hint::spin_loop();
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
    /// Wraps a value.
    pub const fn new(value: T) -> Locked<T> {
        Locked { lock: Lock::new(), value: UnsafeCell::new(value) }
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

/// What one thread sleeps on until another wakes it; a wake that comes first is kept.
#[repr(transparent)]
pub struct Note(AtomicU32);

impl Note {
    /// Nobody has been woken.
    pub const fn new() -> Note {
        Note(AtomicU32::new(0))
    }

    /// Sleeps until woken.
    pub fn sleep(&self) {
        while self.0.swap(0, Acquire) == 0 {
            sys::futex_wait(&self.0, 0, None);
        }
    }

    /// Sleeps until woken, at most until the monotonic clock reads `deadline`; whether it was woken.
    pub fn sleep_until(&self, deadline: i64) -> bool {
        loop {
            if self.0.swap(0, Acquire) != 0 {
                return true;
            }
            let left = deadline - sys::nanotime();
            if left <= 0 {
                return false;
            }
            sys::futex_wait(&self.0, 0, Some(left));
        }
    }

    /// Wakes the sleeper, or lets its next sleep return at once.
    pub fn wake(&self) {
        if self.0.swap(1, Release) == 0 {
            sys::futex_wake(&self.0, 1);
        }
    }
}

impl Default for Note {
    fn default() -> Self {
        Self::new()
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

    #[test]
    fn a_wake_is_kept_and_a_sleep_ends() {
        let note = Note::new();
        note.wake();
        note.wake();
        note.sleep();
        assert!(!note.sleep_until(sys::nanotime() + 1_000_000));
        std::thread::scope(|scope| {
            scope.spawn(|| note.sleep());
            note.wake();
        });
    }
}
