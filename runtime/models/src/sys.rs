//! The kernel: sleeping on words, a clock, and an end of all threads.

use std::sync::atomic::AtomicI64;
use std::sync::atomic::Ordering::Relaxed;

use loom::sync::{Condvar, Mutex};

use crate::note::Note;
use crate::sync::atomic::AtomicU32;
use crate::sync::atomic::Ordering::SeqCst;

/// Shorter sleeps let their time pass at once, longer ones end only when they are woken.
pub const LONG: i64 = 1 << 40;

/// A thread that sleeps on the word at an address.
struct Sleeper {
    word: usize,
    number: usize,
    woken: bool,
}

struct Futex {
    sleepers: Vec<Sleeper>,
    next: usize,
    ended: bool,
}

loom::lazy_static! {
    static ref FUTEX: Mutex<Futex> = Mutex::new(Futex { sleepers: Vec::new(), next: 0, ended: false });
    static ref CHANGED: Condvar = Condvar::new();
    static ref CLOCK: AtomicI64 = AtomicI64::new(0);
}

/// What unwinds a thread at the end of the model.
pub struct End;

/// Ends this thread and all that sleep.
pub fn end_all() -> ! {
    FUTEX.lock().unwrap().ended = true;
    CHANGED.notify_all();
    std::panic::resume_unwind(Box::new(End));
}

pub fn futex_wait(word: &AtomicU32, expected: u32, nanoseconds: Option<i64>) {
    let mut futex = FUTEX.lock().unwrap();
    if word.load(SeqCst) != expected {
        return;
    }
    if nanoseconds.is_some_and(|n| n < LONG) {
        drop(futex);
        return pass(nanoseconds.unwrap());
    }
    let number = futex.next;
    futex.next += 1;
    futex.sleepers.push(Sleeper { word: core::ptr::from_ref(word).addr(), number, woken: false });
    loop {
        if futex.ended {
            drop(futex);
            std::panic::resume_unwind(Box::new(End));
        }
        let at = futex.sleepers.iter().position(|s| s.number == number).unwrap();
        if futex.sleepers[at].woken {
            futex.sleepers.remove(at);
            return;
        }
        futex = CHANGED.wait(futex).unwrap();
    }
}

pub fn futex_wake(word: &AtomicU32, count: u32) {
    let mut futex = FUTEX.lock().unwrap();
    let word = core::ptr::from_ref(word).addr();
    let sleeping = futex.sleepers.iter_mut().filter(|s| s.word == word && !s.woken);
    sleeping.take(count as usize).for_each(|s| s.woken = true);
    drop(futex);
    CHANGED.notify_all();
}

pub fn yield_thread() {
    loom::thread::yield_now();
}

pub fn sleep_for(nanoseconds: i64) {
    pass(nanoseconds);
}

/// The time since the model began.
pub fn nanotime() -> i64 {
    CLOCK.load(Relaxed)
}

/// Lets time pass.
pub fn pass(nanoseconds: i64) {
    CLOCK.fetch_add(nanoseconds, Relaxed);
    loom::thread::yield_now();
}

/// Zero bytes for ever.
pub fn map(_: usize, len: usize) -> Option<*mut u8> {
    Some(Vec::leak(vec![0u128; len.div_ceil(16)]).as_mut_ptr().cast())
}

loom::lazy_static! {
    /// What a call that blocks waits for.
    pub static ref ARRIVAL: Note = Note::new();
}

/// The call that waits for [`ARRIVAL`]. All others do nothing.
pub const WAIT: u32 = 1;

/// # Safety
/// None is needed.
pub unsafe fn syscall(number: u32, _: [usize; 6]) -> isize {
    match number {
        WAIT => ARRIVAL.sleep(),
        _ => loom::thread::yield_now(),
    }
    0
}
