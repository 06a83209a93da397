//! The scheduler around the modelled parts of it.

use core::ptr::null_mut;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use crate::g::{G, GState, WaitReason, getg, getm};
use crate::sys::{self, End};

#[path = "../../src/sched/find.rs"]
pub mod find;
#[path = "../../src/sched/proc.rs"]
pub mod proc;
#[path = "../../src/sched/queue.rs"]
pub mod queue;
#[path = "../../src/sched/runq.rs"]
pub mod runq;
#[path = "../../src/sched/syscall.rs"]
pub mod syscall;
#[path = "../../src/sched/timer.rs"]
pub mod timer;
#[path = "../../src/sched/world.rs"]
pub mod world;

pub use find::is_busy;
pub use queue::Queue;

pub mod chaos {
    pub fn point() {}

    pub fn chance(_: u64) -> bool {
        false
    }
}

pub mod monitor {
    use super::proc;
    use super::proc::status::{IDLE, SYSCALL};
    use crate::sync::atomic::Ordering::SeqCst;

    pub fn wake() {}

    /// Takes the processors of all system calls, as the monitor of the runtime does.
    pub fn take_all() {
        for p in proc::in_use() {
            if p.status.compare_exchange(SYSCALL, IDLE, SeqCst, SeqCst).is_ok() {
                p.syscalls.fetch_add(1, SeqCst);
                p.m.store(core::ptr::null_mut(), SeqCst);
                unsafe { proc::hand_off((&raw const *p).cast_mut()) };
            }
        }
    }
}

pub mod preempt {
    pub fn ask_all() {}
}

pub mod thread {
    use super::proc::{self, P};
    use crate::g::getm;

    /// Lets pointers go to another thread.
    struct Sent(*mut P);
    unsafe impl Send for Sent {}

    /// A thread that runs what it finds.
    pub fn spawn(p: *mut P, spinning: bool) {
        let p = Sent(p);
        let thread = loom::thread::spawn(move || {
            let p = p;
            super::until_the_end(|| unsafe {
                (*getm()).spinning = spinning;
                proc::acquire(p.0);
                super::run()
            });
        });
        THREADS.lock().unwrap().push(thread);
    }

    loom::lazy_static! {
        static ref THREADS: std::sync::Mutex<Vec<loom::thread::JoinHandle<()>>> = Default::default();
    }

    /// Waits for the end of all. What threads share goes with the first one.
    pub fn join_all() {
        while let Some(thread) = { THREADS.lock().unwrap().pop() } {
            thread.join().unwrap();
        }
    }
}

loom::lazy_static! {
    /// Goroutines that have not been run to their end.
    static ref LEFT: AtomicUsize = AtomicUsize::new(0);
}

/// At the start of a model.
pub fn reset() {
    // Locks are locks only where there is more than one processor.
    proc::PROCS.store(2, crate::atomic::Ordering::SeqCst);
}

/// Runs `f`, which may be ended with all other threads.
pub fn until_the_end(f: impl FnOnce()) {
    if let Err(payload) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(f))
        && !payload.is::<End>()
    {
        std::panic::resume_unwind(payload);
    }
}

/// Makes so many processors and gives this thread one.
pub fn make_processors(n: usize) {
    proc::init(n);
}

/// Gives this thread an idle processor.
pub fn take_processor() {
    let p = proc::SCHED.lock().take_idle().unwrap();
    unsafe { proc::acquire(p) };
}

/// Makes this thread a goroutine.
pub fn become_goroutine() {
    let g = G::new(|| {});
    unsafe {
        (*g).state.set(GState::Running);
        (*getm()).curg = g;
    }
}

/// A goroutine that is a thread sleeps.
pub fn park(_: WaitReason, publish: impl FnOnce()) {
    let g = getg();
    unsafe {
        (*g).state.set(GState::Waiting);
        publish();
        (*g).note.sleep();
        assert!((*g).state.is(GState::Runnable));
        (*g).state.set(GState::Running);
    }
}

/// A goroutine that is a thread goes on.
pub unsafe fn ready(g: *mut G) {
    unsafe {
        assert!((*g).state.is(GState::Waiting), "woken twice");
        (*g).state.set(GState::Runnable);
        (*g).note.wake();
    }
}

pub unsafe fn ready_in_turn(g: *mut G) {
    unsafe { ready(g) };
}

pub fn mark_system(_: *mut G) {}

/// Adds a goroutine that is a function, as `go` does.
pub fn go(work: fn()) {
    LEFT.fetch_add(1, Relaxed);
    let p = unsafe { &*(*getm()).p };
    let displaced = p.queue.set_first(G::new(work), find::is_alone());
    if !displaced.is_null() {
        p.queue.push(displaced, |batch| unsafe { proc::overflow(batch) });
    }
    proc::wake_one();
}

/// Runs goroutines that are functions as long as there are any. Each stays on the thread that has begun it.
pub fn run() -> ! {
    loop {
        unsafe {
            let m = getm();
            if (*m).p.is_null() {
                proc::sleep();
            }
            let (g, _) = find::find_runnable();
            proc::stop_spinning();
            if !(*g).bound_to.is_null() {
                proc::give_to((*g).bound_to);
                continue;
            }
            (*g).bound_to = m;
            set_running(g);
            ((*g).work)();
            (*m).curg = null_mut();
            LEFT.fetch_sub(1, Relaxed);
        }
    }
}

/// A goroutine that has been queued waits until its thread is given a processor for it.
pub fn wait_for_own(g: *mut G) {
    proc::wait_for_bound();
    set_running(g);
}

fn set_running(g: *mut G) {
    unsafe {
        (*g).state.set(GState::Running);
        (*getm()).curg = g;
    }
}

/// All threads sleep.
pub fn deadlock() -> ! {
    assert_eq!(LEFT.load(Relaxed), 0, "all threads sleep, and goroutines are left");
    sys::end_all()
}
