//! System calls that may take long.
//!
//! The thread leaves its processor behind where the monitor or whoever stops the world can take it. On return it takes
//! it back, or another one, or queues its goroutine and sleeps. The call is made on the system stack, so that the
//! goroutine's registers are where the collector finds them; what the kernel writes to must be reachable from there.

use core::ptr::null_mut;

use super::proc::{self, SCHED, status};
use super::world;
use crate::g::{G, GState, getm};
use crate::switch_x86_64::{abandon_to_system, call_on_system_stack};
use crate::sync::atomic::AtomicU64;
use crate::sync::atomic::Ordering::{Relaxed, SeqCst};
use crate::sync::global;
use crate::sys;
use linux_raw_sys::errno::EIO;
use linux_raw_sys::general as nr;

global! {
    /// For tests: the last of so many calls from now on fails instead of being made; 0 is none.
    static CALLS_TO_FAILURE: AtomicU64 = AtomicU64::new(0);
}

/// Lets the `k`-th call from now on fail.
pub fn fail_at(k: u64) {
    CALLS_TO_FAILURE.store(k, SeqCst);
}

/// Whether this is the call that fails.
#[inline]
fn fails() -> bool {
    CALLS_TO_FAILURE.load(Relaxed) != 0
        && CALLS_TO_FAILURE.fetch_update(SeqCst, SeqCst, |k| k.checked_sub(1)) == Ok(1)
}

struct Call {
    number: u32,
    args: [usize; 6],
    result: isize,
}

/// Makes a system call during which other goroutines run.
///
/// # Safety
/// As [`sys::syscall`].
pub unsafe fn blocking(number: u32, args: [usize; 6]) -> isize {
    // SAFETY: by contract; this thread's descriptor.
    unsafe {
        let m = getm();
        if number == nr::__NR_fork {
            let result = sys::syscall(number, args);
            // The copy has this thread only, and locks may have been held: it must not schedule.
            (*m).forked |= result == 0;
            return result;
        }
        if fails() {
            return -(EIO as isize);
        }
        if (*m).forked || (*m).curg.is_null() || (*m).p.is_null() {
            return sys::syscall(number, args);
        }
        let mut call = Call { number, args, result: 0 };
        call_on_system_stack(make, (&raw mut call).cast());
        call.result
    }
}

extern "C" fn make(call: *mut u8) {
    // SAFETY: from `blocking`, whose frame stays while the goroutine does not run on.
    unsafe {
        let call = call.cast::<Call>();
        let m = getm();
        let (g, p) = ((*m).curg, (*m).p);
        (*g).state.set(GState::Syscall);
        (*p).syscalls.fetch_add(1, SeqCst);
        (*p).status.store(status::SYSCALL, SeqCst);
        if world::is_stopping() {
            world::stop_in_syscall(&*p);
        }
        (*call).result = sys::syscall((*call).number, (*call).args);
        if (*p).status.compare_exchange(status::SYSCALL, status::RUNNING, SeqCst, SeqCst).is_err() {
            (*m).p = null_mut();
            return without_processor(g);
        }
        // Another thread may have had it meanwhile.
        (*p).m.store(m, SeqCst);
        (*g).state.set(GState::Running);
        if world::is_stopping() {
            world::stop_thread();
        }
    }
}

/// On the system stack, below a call that its goroutine has made: the thread has lost its processor and takes another
/// one. If there is none its goroutine is queued, and this does not return.
///
/// # Safety
/// `g` must be this thread's goroutine.
pub unsafe fn without_processor(g: *mut G) {
    let m = getm();
    let mut s = SCHED.lock();
    // SAFETY: by contract.
    unsafe {
        if let Some(p) = s.take_idle() {
            drop(s);
            proc::acquire(p);
            (*g).state.set(GState::Running);
            return;
        }
        // All others are in use: whoever has nothing to do any more will look here first.
        (*g).state.set(GState::Runnable);
        (*m).curg = null_mut();
        s.push_global(g);
        drop(s);
        abandon_to_system(g)
    }
}
