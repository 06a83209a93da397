//! Goroutines and threads.

use core::cell::Cell;
use core::ptr::null_mut;

use crate::note::Note;
use crate::sched::proc::P;
use crate::sync::atomic::Ordering::SeqCst;
use crate::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, AtomicU8};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum GState {
    Runnable,
    Running,
    Waiting,
    Syscall,
}

pub struct StateCell(AtomicU8);

impl StateCell {
    pub fn is(&self, state: GState) -> bool {
        self.0.load(SeqCst) == state as u8
    }

    pub fn set(&self, state: GState) {
        self.0.store(state as u8, SeqCst);
    }
}

#[derive(Clone, Copy)]
pub enum WaitReason {
    ChanReceiveNil,
    ChanSendNil,
    ChanReceive,
    ChanSend,
    Select,
    Sleep,
    Timers,
}

pub struct G {
    pub state: StateCell,
    pub next: *mut G,
    pub stopped: AtomicBool,
    pub bound_to: *mut M,
    /// What it does if it is not a thread.
    pub work: fn(),
    /// What its thread sleeps on if it is.
    pub note: Note,
}

impl G {
    /// A runnable goroutine that lives for ever.
    pub fn new(work: fn()) -> *mut G {
        Box::into_raw(Box::new(G {
            state: StateCell(AtomicU8::new(GState::Runnable as u8)),
            next: null_mut(),
            stopped: AtomicBool::new(false),
            bound_to: null_mut(),
            work,
            note: Note::new(),
        }))
    }
}

pub struct M {
    pub curg: *mut G,
    pub p: *mut P,
    pub next_p: AtomicPtr<P>,
    pub bound: *mut G,
    pub found: *mut G,
    pub spinning: bool,
    pub forked: bool,
    pub id: AtomicI32,
    pub park: Note,
    pub next: *mut M,
}

impl M {
    fn new() -> M {
        M {
            curg: null_mut(),
            p: null_mut(),
            next_p: AtomicPtr::new(null_mut()),
            bound: null_mut(),
            found: null_mut(),
            spinning: false,
            forked: false,
            id: AtomicI32::new(0),
            park: Note::new(),
            next: null_mut(),
        }
    }
}

loom::thread_local! {
    static THIS: Cell<*mut M> = Cell::new(null_mut());
}

/// The thread's descriptor.
pub fn getm() -> *mut M {
    THIS.with(|this| {
        if this.get().is_null() {
            this.set(Box::into_raw(Box::new(M::new())));
        }
        this.get()
    })
}

pub fn getg() -> *mut G {
    unsafe { (*getm()).curg }
}

pub fn getp() -> *mut P {
    unsafe { (*getm()).p }
}

/// No choice: one order is as good as another.
pub fn random_below(n: u32) -> u32 {
    n - 1
}
