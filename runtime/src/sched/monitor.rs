//! The thread that watches over the others (gc: `sysmon`).
//!
//! It takes processors away from threads that stay in a system call, and interrupts goroutines that have run for long
//! while others wait. It has no processor itself. It looks often while it finds something to do, less and less often
//! otherwise, and not at all while all processors are idle.

use core::sync::atomic::Ordering::SeqCst;
use core::sync::atomic::{AtomicBool, AtomicI64};

use super::proc::{self, GLOBAL_LEN, IDLE, MAX_PROCS, P, PROCS, SCHED, SPINNING, status};
use super::{preempt, thread, timer, world};
use crate::g::Racy;
use crate::note::Note;
use crate::sys;

/// Nanoseconds that a goroutine may run while others wait.
const SLICE: i64 = 10_000_000;
/// Nanoseconds between two looks, at least and at most.
const DELAY: (i64, i64) = (20_000, 10_000_000);
/// After so many looks without result the delay grows.
const IDLE_LOOKS: u32 = 50;

static STARTED: AtomicBool = AtomicBool::new(false);
static ASLEEP: AtomicBool = AtomicBool::new(false);
static NOTE: Note = Note::new();
/// For tests: everything is interrupted so often (nanoseconds); 0 is off.
static STRESS: AtomicI64 = AtomicI64::new(0);

/// Nanoseconds between two lines of GODEBUG=schedtrace; 0 is off.
static TRACE: AtomicI64 = AtomicI64::new(0);

/// What was seen of a processor.
#[derive(Clone, Copy)]
struct Seen {
    slices: u32,
    since: i64,
    syscalls: u32,
    syscall_since: i64,
}

static SEEN: Racy<[Seen; MAX_PROCS]> =
    Racy::new([Seen { slices: 0, since: 0, syscalls: 0, syscall_since: 0 }; MAX_PROCS]);

/// Starts the thread if it does not run yet. Where a second goroutine comes into being.
#[inline]
pub fn start() {
    if !STARTED.load(SeqCst) && !STARTED.swap(true, SeqCst) {
        preempt::install();
        thread::spawn_helper(watch);
    }
}

/// Prints a line about the scheduler every so many milliseconds from now on.
pub fn trace(milliseconds: i64) {
    TRACE.store(milliseconds.max(1) * 1_000_000, SeqCst);
    start();
}

/// Interrupts all goroutines every so many microseconds from now on.
pub fn stress(microseconds: i64) {
    STRESS.store(microseconds.clamp(1, 1_000_000) * 1000, SeqCst);
    start();
}

/// Whether [`stress`] is on.
pub fn is_stress() -> bool {
    STRESS.load(SeqCst) != 0
}

/// A processor is idle no more.
#[inline]
pub fn wake() {
    if ASLEEP.load(SeqCst) && ASLEEP.swap(false, SeqCst) {
        NOTE.wake();
    }
}

extern "C" fn watch(_: *mut u8) -> ! {
    let (mut idle, mut delay) = (0, DELAY.0);
    let (birth, mut traced) = (sys::nanotime(), 0);
    loop {
        let interval = TRACE.load(SeqCst);
        let age = sys::nanotime() - birth;
        if interval != 0 && (traced == 0 || age >= traced + interval) {
            traced = age.max(1);
            proc::print_state(age / 1_000_000);
        }
        let stress = STRESS.load(SeqCst);
        if stress != 0 {
            sys::sleep_for(stress);
            preempt::ask_all();
            retake(sys::nanotime());
            continue;
        }
        delay = match idle {
            0 => DELAY.0,
            IDLE_LOOKS.. => (delay * 2).min(DELAY.1),
            _ => delay,
        };
        sys::sleep_for(delay);
        if interval == 0 && sleep_while_idle() {
            (idle, delay) = (0, DELAY.0);
        }
        idle = if retake(sys::nanotime()) { 0 } else { idle + 1 };
    }
}

/// Sleeps as long as all processors are idle; whether it has.
fn sleep_while_idle() -> bool {
    if IDLE.load(SeqCst) != PROCS.load(SeqCst) {
        return false;
    }
    {
        let _lock = SCHED.lock();
        if IDLE.load(SeqCst) != PROCS.load(SeqCst) {
            return false;
        }
        ASLEEP.store(true, SeqCst);
    }
    NOTE.sleep();
    true
}

/// Looks at all processors; whether one was taken from its thread.
fn retake(now: i64) -> bool {
    let mut taken = false;
    for (i, p) in proc::in_use().enumerate() {
        // SAFETY: only this thread uses the table.
        let seen = unsafe { &mut (*SEEN.get())[i] };
        let state = p.status.load(SeqCst);
        if state != status::RUNNING && state != status::SYSCALL {
            continue;
        }
        let slices = p.slices.load(SeqCst);
        if seen.slices != slices {
            (seen.slices, seen.since) = (slices, now);
        } else if state == status::RUNNING && seen.since + SLICE <= now && others_wait(p, now) {
            preempt::ask(p);
        }
        if state == status::SYSCALL {
            let calls = p.syscalls.load(SeqCst);
            if seen.syscalls != calls {
                (seen.syscalls, seen.syscall_since) = (calls, now);
                continue;
            }
            let needed = others_wait(p, now) || SPINNING.load(SeqCst) + IDLE.load(SeqCst) == 0;
            if !needed && seen.syscall_since + SLICE > now {
                continue;
            }
            taken |= take(p);
        }
    }
    taken
}

fn take(p: &'static P) -> bool {
    if p.status.compare_exchange(status::SYSCALL, status::IDLE, SeqCst, SeqCst).is_err() {
        return false;
    }
    p.syscalls.fetch_add(1, SeqCst);
    p.m.store(core::ptr::null_mut(), SeqCst);
    // SAFETY: it has just been taken.
    unsafe { proc::hand_off((&raw const *p).cast_mut()) };
    true
}

fn others_wait(p: &P, now: i64) -> bool {
    !p.queue.is_empty() || GLOBAL_LEN.load(SeqCst) != 0 || timer::next() <= now || world::is_stopping()
}
