//! The runtime's locks as they should be. That those of `runtime/src/lock.rs` are locks has a model of its own
//! ([`crate::spinning`]); in all others it would only multiply the orders of events to wait actively.

use core::cell::UnsafeCell;
use core::ops::{Deref, DerefMut};

use loom::sync::{Condvar, Mutex};

pub struct Lock {
    held: Mutex<bool>,
    free: Condvar,
}

impl Default for Lock {
    fn default() -> Self {
        Self::new()
    }
}

impl Lock {
    pub fn new() -> Lock {
        Lock { held: Mutex::new(false), free: Condvar::new() }
    }

    pub fn lock(&self) {
        let mut held = self.held.lock().unwrap();
        while *held {
            held = self.free.wait(held).unwrap();
        }
        *held = true;
    }

    pub fn lock_with_processor(&self) {
        self.lock();
    }

    pub fn try_lock(&self) -> bool {
        !core::mem::replace(&mut *self.held.lock().unwrap(), true)
    }

    pub fn is_held(&self) -> bool {
        *self.held.lock().unwrap()
    }

    pub fn unlock(&self) {
        *self.held.lock().unwrap() = false;
        self.free.notify_one();
    }
}

pub struct Locked<T> {
    lock: Lock,
    value: UnsafeCell<T>,
}

unsafe impl<T> Send for Locked<T> {}
unsafe impl<T> Sync for Locked<T> {}

impl<T> Locked<T> {
    pub fn new(value: T) -> Locked<T> {
        Locked { lock: Lock::new(), value: UnsafeCell::new(value) }
    }

    pub fn lock(&self) -> Guard<'_, T> {
        self.lock.lock();
        Guard(self)
    }
}

pub struct Guard<'a, T>(&'a Locked<T>);

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.0.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.0.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        self.0.lock.unlock();
    }
}
