//! Stopping all goroutines, and starting them again.
//!
//! Goroutines stop at *safepoints*: where they allocate, where they enter the scheduler, on return from a system call,
//! at the check of a function's prologue, and at any instruction of compiled code, to which a signal calls them
//! (`preempt`). A goroutine that stops stays where it is and keeps thread and processor; its registers are on its stack.
//! Processors that are idle or of a thread in a system call are stopped by taking them.
//!
//! The number of the [`EPOCH`] is odd while the world is stopped or about to be.

use super::preempt;
use super::proc::{self, IDLE, P, SCHED, status};
use crate::g::{getg, getm, getp};
use crate::lock::Lock;
use crate::switch_x86_64::call_on_system_stack;
use crate::sync::atomic::AtomicU32;
use crate::sync::atomic::Ordering::{Relaxed, SeqCst};
use crate::sync::global;
use crate::sys;

global! {
    static EPOCH: AtomicU32 = AtomicU32::new(0);
    /// Processors that have not stopped yet.
    static PENDING: AtomicU32 = AtomicU32::new(0);
    /// Held by whoever stops the world.
    static STOPPER: Lock = Lock::new();
}

/// Nanoseconds until those that have not stopped are called again, at first and at most.
const PATIENCE: (i64, i64) = (30_000, 2_000_000);
/// How often a program that ends calls the others to stop, and how many nanoseconds it waits in between.
const LAST_CALLS: (u32, i64) = (50, 200_000);

/// Whether goroutines are to stop.
#[inline(always)]
pub fn is_stopping() -> bool {
    EPOCH.load(Relaxed) & 1 != 0
}

/// Stops here if the world is to be stopped. The goroutine may find itself on another thread afterwards.
#[inline]
pub fn safepoint() {
    if is_stopping() {
        stop_goroutine();
    }
}

#[cold]
fn stop_goroutine() {
    // SAFETY: this thread's descriptor.
    unsafe {
        if getg().is_null() || (*getm()).forked {
            return;
        }
        // The goroutine may be requeued there, which is no switch that returns.
        call_on_system_stack(stop_here, core::ptr::null_mut());
    }
}

extern "C" fn stop_here(_: *mut u8) {
    stop_thread();
}

/// On the system stack of a thread with a processor: stands still until the world goes on. The processor may be gone
/// then. If it is, so is the goroutine that ran here, and this does not return.
pub fn stop_thread() {
    let m = getm();
    // SAFETY: this thread's descriptor, its goroutine and processor.
    unsafe {
        let g = (*m).curg;
        if let Some(g) = g.as_ref() {
            g.stopped.store(true, SeqCst);
        }
        loop {
            let epoch = EPOCH.load(SeqCst);
            if epoch & 1 == 0 || (*m).p.is_null() {
                break;
            }
            count_stopped(&*(*m).p);
            while EPOCH.load(SeqCst) == epoch {
                sys::futex_wait(&EPOCH, epoch, None);
            }
        }
        if let Some(descriptor) = g.as_ref() {
            descriptor.stopped.store(false, SeqCst);
            if (*m).p.is_null() {
                super::syscall::without_processor(g);
            }
        }
    }
}

/// A processor that was to stop has done so.
pub fn count_stopped(p: &P) {
    p.status.store(status::STOPPED, SeqCst);
    if PENDING.fetch_sub(1, SeqCst) == 1 {
        sys::futex_wake(&PENDING, 1);
    }
}

/// Stops a processor if its thread is in a system call.
pub fn stop_in_syscall(p: &P) {
    if p.status.compare_exchange(status::SYSCALL, status::STOPPED, SeqCst, SeqCst).is_ok() {
        p.syscalls.fetch_add(1, SeqCst);
        p.m.store(core::ptr::null_mut(), SeqCst);
        count_stopped(p);
    }
}

/// Calls `f` on the system stack while no other goroutine runs.
pub fn with_stopped(mut f: impl FnMut()) {
    while !STOPPER.try_lock() {
        if is_stopping() {
            safepoint();
        } else {
            sys::yield_thread();
        }
    }
    extern "C" fn run<F: FnMut()>(f: *mut u8) {
        stop();
        // SAFETY: from below; it outlives the call.
        unsafe { (*f.cast::<F>())() };
        start();
    }
    fn address_of<F: FnMut()>(_: &F) -> extern "C" fn(*mut u8) {
        run::<F>
    }
    let (run, f) = (address_of(&f), (&raw mut f).cast());
    if getg().is_null() {
        run(f);
    } else {
        // SAFETY: we are on a goroutine's stack; `f` switches no goroutine.
        unsafe { call_on_system_stack(run, f) };
    }
    STOPPER.unlock();
}

fn stop() {
    let me = getp();
    let mut s = SCHED.lock();
    PENDING.store(proc::PROCS.load(SeqCst) - 1, SeqCst);
    EPOCH.fetch_add(1, SeqCst);
    // SAFETY: this thread's.
    unsafe { (*me).status.store(status::STOPPED, SeqCst) };
    proc::in_use().for_each(stop_in_syscall);
    while let Some(p) = s.take_idle() {
        // SAFETY: live for ever.
        unsafe { (*p).status.store(status::STOPPED, SeqCst) };
        PENDING.fetch_sub(1, SeqCst);
    }
    drop(s);
    let mut patience = PATIENCE.0;
    loop {
        let pending = PENDING.load(SeqCst);
        if pending == 0 {
            return;
        }
        preempt::ask_all();
        sys::futex_wait(&PENDING, pending, Some(patience));
        patience = (patience * 2).min(PATIENCE.1);
    }
}

fn start() {
    let mut to_start = [core::ptr::null_mut::<P>(); 8];
    let mut count = 0;
    let mut s = SCHED.lock();
    for p in proc::in_use() {
        let p = (&raw const *p).cast_mut();
        // SAFETY: live for ever; all stand still.
        unsafe {
            if !(*p).m.load(SeqCst).is_null() {
                (*p).status.store(status::RUNNING, SeqCst);
                continue;
            }
            (*p).status.store(status::IDLE, SeqCst);
            if !(*p).queue.is_empty() && count < to_start.len() {
                to_start[count] = p;
                count += 1;
            } else {
                // What is in its queue will be stolen.
                s.put_idle(p);
            }
        }
    }
    EPOCH.fetch_add(1, SeqCst);
    drop(s);
    sys::futex_wake(&EPOCH, i32::MAX as u32);
    for &p in &to_start[..count] {
        // SAFETY: nobody has it.
        unsafe { proc::start(p, false) };
    }
    if proc::GLOBAL_LEN.load(SeqCst) != 0 {
        proc::wake_one();
    }
}

/// At the end of the program: lets as many goroutines as possible stop for ever, so that what they are doing can be
/// shown.
pub fn freeze() {
    let me = getp();
    let busy = || {
        proc::in_use().any(|p| {
            !core::ptr::eq(p, me) && p.status.load(SeqCst) == status::RUNNING && !p.m.load(SeqCst).is_null()
        })
    };
    if proc::PROCS.load(SeqCst) == 1 + IDLE.load(SeqCst) && !is_stopping() {
        return;
    }
    EPOCH.fetch_or(1, SeqCst);
    for _ in 0..LAST_CALLS.0 {
        if !busy() {
            return;
        }
        preempt::ask_all();
        sys::sleep_for(LAST_CALLS.1);
    }
}
