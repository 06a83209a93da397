//! What threads sleep on.

use crate::sync::atomic::AtomicU32;
use crate::sync::atomic::Ordering::{Acquire, Release};
use crate::sync::constant;
use crate::sys;

/// What one thread sleeps on until another wakes it; a wake that comes first is kept.
#[repr(transparent)]
pub struct Note(AtomicU32);

impl Note {
    constant! {
        /// Nobody has been woken.
        pub fn new() -> Note {
            Note(AtomicU32::new(0))
        }
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
