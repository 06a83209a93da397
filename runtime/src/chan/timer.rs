//! Channels of timers. They look unbuffered (`len` and `cap` are 0), and yet the value of a timer that has fired waits
//! for a receiver, and can be taken back: it is the one of a sender that waits without a goroutine.

use super::{Attempt, Chan, Waiter, wake};
use crate::lock::Lock;
use crate::mem;
use core::ptr::{null, null_mut};

/// A channel with the sender, in one object; a value follows. The pointer in a value is not looked at by the collector:
/// package time keeps the locations it sends.
#[repr(C)]
struct TimerChan {
    chan: Chan,
    sender: Waiter,
}

/// Makes a channel for elements of so many bytes.
pub fn make(elem_size: usize) -> *mut Chan {
    let c: *mut TimerChan = mem::new_bytes(size_of::<TimerChan>() + elem_size).cast();
    // SAFETY: the object is zeroed and ours until it is returned.
    unsafe {
        (&raw mut (*c).chan.lock).write(Lock::new());
        (*c).chan.elem_size = elem_size;
        let elem = c.add(1).cast();
        (&raw mut (*c).sender).write(Waiter {
            g: null_mut(),
            elem,
            next: null_mut(),
            prev: null_mut(),
            chosen: null(),
            ok: false,
        });
        &raw mut (*c).chan
    }
}

/// Sends, unless the value before still waits.
///
/// # Safety
/// `c` must be from [`make`], `elem` hold an element.
pub unsafe fn send(c: *mut Chan, elem: *const u8) {
    // SAFETY: by contract.
    unsafe {
        let timer = c.cast::<TimerChan>();
        let chan = &mut *c;
        chan.lock.lock_with_processor();
        let attempt = chan.try_send(elem);
        if attempt == Attempt::MustWait && chan.senders.first.is_null() {
            let sender = &raw mut (*timer).sender;
            (*sender).elem.copy_from(elem, chan.elem_size);
            chan.senders.push(sender);
        }
        chan.lock.unlock();
        if let Attempt::Done(receiver) = attempt {
            wake(receiver);
        }
    }
}

/// Takes back the value that waits; whether there was one.
///
/// # Safety
/// `c` must be from [`make`].
pub unsafe fn drain(c: *mut Chan) -> bool {
    // SAFETY: by contract.
    unsafe {
        let timer = c.cast::<TimerChan>();
        let chan = &mut *c;
        chan.lock.lock_with_processor();
        let waits = !chan.senders.first.is_null();
        if waits {
            chan.senders.remove(&raw mut (*timer).sender);
        }
        chan.lock.unlock();
        waits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_waits_unseen() {
        let _serial = crate::mem::tests::serial();
        crate::mem::tests::with_heap();
        let c = make(8);
        // SAFETY: a channel of words.
        unsafe {
            for value in 1u64..3 {
                send(c, (&raw const value).cast());
            }
            assert_eq!(((*c).count, (*c).cap), (0, 0));
            let mut got = 0u64;
            assert_eq!((*c).try_receive((&raw mut got).cast()), Attempt::Done(null_mut()));
            assert_eq!(got, 1);
            assert_eq!((*c).try_receive((&raw mut got).cast()), Attempt::MustWait);
            assert!(!drain(c));
            send(c, (&raw const got).cast());
            assert!(drain(c));
            assert_eq!((*c).try_receive(null_mut()), Attempt::MustWait);
        }
    }
}
