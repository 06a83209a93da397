//! Descriptors of goroutines (G) and threads (M), and how running code finds its own.
//!
//! Compiled code keeps the address of its [`G`] in r15. Rust code cannot rely on that register, so the thread's
//! [`M`] is found through the fs segment, which no C library claims here, and names the current G. A goroutine may
//! continue on another thread wherever it can be switched: what `getm` has returned does not hold over such a call.

use abi::layout::{Defer, GHeader};
use alloc::vec::Vec;
use core::cell::UnsafeCell;
use core::ptr::null_mut;
use core::sync::atomic::Ordering::{Acquire, Release};
use core::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, AtomicU8};

use crate::gc::barrier;
use crate::note::Note;
use crate::panic::Panic;
use crate::processor;
use crate::sched::proc::P;
use crate::stack::{Segments, Stack};
use crate::trace::Due;

/// Mutable static state without a lock: written before there is a second thread or while the world is stopped.
pub struct Racy<T>(UnsafeCell<T>);

// SAFETY: by the rule above.
unsafe impl<T> Sync for Racy<T> {}

impl<T> Racy<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Racy<T> {
        Racy(UnsafeCell::new(value))
    }

    /// The state, through a pointer: callers keep references short.
    pub const fn get(&self) -> *mut T {
        self.0.get()
    }
}

/// What a goroutine is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum GState {
    /// Finished; the descriptor can be used again.
    Dead,
    /// In a run queue.
    Runnable,
    /// Executing.
    Running,
    /// Blocked for [`G::wait`].
    Waiting,
    /// In a system call that may take long.
    Syscall,
}

/// A [`GState`] that other threads may look at.
#[derive(Debug)]
#[repr(transparent)]
pub struct StateCell(AtomicU8);

impl StateCell {
    /// The state.
    #[inline]
    pub fn get(&self) -> GState {
        match self.0.load(Acquire) {
            0 => GState::Dead,
            1 => GState::Runnable,
            2 => GState::Running,
            3 => GState::Waiting,
            _ => GState::Syscall,
        }
    }

    /// Changes it.
    #[inline]
    pub fn set(&self, state: GState) {
        self.0.store(state as u8, Release);
    }
}

/// Why a goroutine is blocked, with gc's words for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum WaitReason {
    None,
    ChanReceiveNil,
    ChanSendNil,
    ChanReceive,
    ChanSend,
    Select,
    SelectNoCases,
    Sleep,
    Semacquire,
    MutexLock,
    RWMutexRLock,
    RWMutexLock,
    WaitGroupWait,
    CondWait,
    Timers,
    Finalizers,
    Panic,
}

impl WaitReason {
    /// The word in a traceback.
    pub fn text(self) -> &'static str {
        match self {
            WaitReason::None => "waiting",
            WaitReason::ChanReceiveNil => "chan receive (nil chan)",
            WaitReason::ChanSendNil => "chan send (nil chan)",
            WaitReason::ChanReceive => "chan receive",
            WaitReason::ChanSend => "chan send",
            WaitReason::Select => "select",
            WaitReason::SelectNoCases => "select (no cases)",
            WaitReason::Sleep => "sleep",
            WaitReason::Semacquire => "semacquire",
            WaitReason::MutexLock => "sync.Mutex.Lock",
            WaitReason::RWMutexRLock => "sync.RWMutex.RLock",
            WaitReason::RWMutexLock => "sync.RWMutex.Lock",
            WaitReason::WaitGroupWait => "sync.WaitGroup.Wait",
            WaitReason::CondWait => "sync.Cond.Wait",
            WaitReason::Timers => "timer goroutine (idle)",
            WaitReason::Finalizers => "finalizer wait",
            WaitReason::Panic => "panicwait",
        }
    }

    /// The reason numbers that package sync passes.
    pub fn of_sync(number: i64) -> WaitReason {
        match number {
            1 => WaitReason::MutexLock,
            2 => WaitReason::RWMutexRLock,
            3 => WaitReason::RWMutexLock,
            4 => WaitReason::WaitGroupWait,
            5 => WaitReason::CondWait,
            _ => WaitReason::Semacquire,
        }
    }
}

/// A fault that is being turned into a panic; `number` 0 means none.
#[derive(Clone, Copy)]
pub struct Fault {
    /// Signal number.
    pub number: u32,
    /// `si_code`
    pub code: usize,
    /// `si_addr`
    pub addr: usize,
    /// Where it happened.
    pub pc: usize,
}

impl Fault {
    /// No fault.
    pub const NONE: Fault = Fault { number: 0, code: 0, addr: 0, pc: 0 };
}

/// A goroutine.
#[repr(C)]
pub struct G {
    /// What compiled code knows.
    pub header: GHeader,
    /// Number, from 1.
    pub id: u64,
    /// Where it runs.
    pub stack: Segments,
    /// The stack pointer while it does not run; the registers a switch keeps are above it.
    pub sp: usize,
    /// A thread is on its stack. Whoever wants to run it waits until this is 0.
    pub on_cpu: AtomicU8,
    /// It stands still where it was running, because the world is stopped.
    pub stopped: AtomicBool,
    /// Where its registers are if it was interrupted at any instruction: the frame of `sched::preempt`'s routine; else 0.
    pub interrupted: usize,
    /// State.
    pub state: StateCell,
    /// Why it waits.
    pub wait: WaitReason,
    /// Belongs to the runtime: not counted, not shown.
    pub system: bool,
    /// Next in a queue.
    pub next: *mut G,
    /// Who started it, 0 for the first.
    pub parent: u64,
    /// Return address of the `go` statement.
    pub go_pc: usize,
    /// Since when it waits, as noticed by the first collection after that (nanoseconds); 0 unknown.
    pub wait_since: i64,
    /// The thread on which alone it runs, null if any will do, and how often that has been asked for.
    pub bound_to: *mut M,
    /// See `bound_to`.
    pub bindings: u32,
    /// The last fault.
    pub fault: Fault,
    /// Faults at addresses that are not nil's are panics (`runtime/debug.SetPanicOnFault`).
    pub panic_on_fault: bool,
    /// In a program that traces: the deferred calls that are due, oldest first.
    pub trace: Vec<Due>,
}

impl G {
    /// A descriptor without a stack.
    pub fn new(id: u64) -> G {
        G {
            header: GHeader {
                stack_limit: 0,
                defer: null_mut(),
                panic: null_mut(),
                scratch: 0,
                check_args: [0; 2],
                processor: processor::features(),
                marking: barrier::is_marking(),
            },
            id,
            stack: Segments::NONE,
            sp: 0,
            on_cpu: AtomicU8::new(0),
            stopped: AtomicBool::new(false),
            interrupted: 0,
            state: StateCell(AtomicU8::new(GState::Dead as u8)),
            wait: WaitReason::None,
            system: false,
            next: null_mut(),
            parent: 0,
            go_pc: 0,
            wait_since: 0,
            bound_to: null_mut(),
            bindings: 0,
            fault: Fault::NONE,
            panic_on_fault: false,
            trace: Vec::new(),
        }
    }

    /// Newest panic.
    pub fn panic(&self) -> *mut Panic {
        self.header.panic.cast()
    }
}

/// A thread. The first words are read by assembler through fs.
#[repr(C)]
pub struct M {
    /// Its own address (fs:0).
    pub this: *mut M,
    /// The goroutine it runs, null on the system stack (fs:8).
    pub curg: *mut G,
    /// Stack pointer of the system stack while a goroutine runs (fs:16).
    pub system_sp: usize,
    /// Bounds of the system stack.
    pub system_stack: Stack,
    /// Set once a fatal error is being printed; a second one ends the process at once.
    pub dying: u32,
    /// The number behind the random order of select and map iteration.
    pub rng: u64,
    /// The processor it has, null if none.
    pub p: *mut P,
    /// The processor that whoever wakes it gives it.
    pub next_p: AtomicPtr<P>,
    /// The goroutine that alone runs on it, null if any does.
    pub bound: *mut G,
    /// A goroutine that it has found but that is bound to another thread.
    pub found: *mut G,
    /// It looks for work (see `sched`).
    pub spinning: bool,
    /// It is the only thread of a copy of the process, between fork and exec.
    pub forked: bool,
    /// The kernel's number, 0 as long as it takes no signals.
    pub id: AtomicI32,
    /// What it sleeps on.
    pub park: Note,
    /// The next in the list of idle ones.
    pub next: *mut M,
    /// A goroutine that has ended and whose stack is to be put back.
    pub ended: *mut G,
    /// Unused records of deferred calls, linked.
    pub defers: *mut Defer,
}

impl M {
    /// A thread without a stack.
    pub const fn new() -> M {
        M {
            this: null_mut(),
            curg: null_mut(),
            system_sp: 0,
            system_stack: Stack { lo: 0, hi: 0 },
            dying: 0,
            rng: 0,
            p: null_mut(),
            next_p: AtomicPtr::new(null_mut()),
            bound: null_mut(),
            found: null_mut(),
            spinning: false,
            forked: false,
            id: AtomicI32::new(0),
            park: Note::new(),
            next: null_mut(),
            ended: null_mut(),
            defers: null_mut(),
        }
    }
}

impl Default for M {
    fn default() -> Self {
        Self::new()
    }
}

/// Offsets of [`M`]'s fields for assembler.
pub const M_CURG: usize = core::mem::offset_of!(M, curg);
/// See [`M_CURG`].
pub const M_SYSTEM_SP: usize = core::mem::offset_of!(M, system_sp);
/// Offset of [`G::sp`].
pub const G_SP: usize = core::mem::offset_of!(G, sp);

/// Offset of [`G::on_cpu`].
pub const G_ON_CPU: usize = core::mem::offset_of!(G, on_cpu);

/// The first thread.
pub static M0: Racy<M> = Racy::new(M::new());

/// The thread this code runs on.
#[inline(always)]
pub fn getm() -> *mut M {
    #[cfg(feature = "entry")]
    {
        let m: *mut M;
        // SAFETY: fs points to the M of every thread from its first instruction on. Not `pure`: code that switches
        // stacks may come back on another thread.
        unsafe {
            core::arch::asm!("mov {}, fs:[0]", out(reg) m, options(nostack, preserves_flags, readonly))
        };
        m
    }
    #[cfg(not(feature = "entry"))]
    M0.get()
}

/// The goroutine this code runs on, null on the system stack.
#[inline(always)]
pub fn getg() -> *mut G {
    // SAFETY: `getm` returns a live descriptor.
    unsafe { (*getm()).curg }
}

/// The processor this code runs on, null if the thread has none.
#[inline(always)]
pub fn getp() -> *mut P {
    #[cfg(feature = "entry")]
    {
        let p: *mut P;
        // SAFETY: as in `getm`.
        unsafe {
            core::arch::asm!(
                "mov {}, fs:[{}]",
                out(reg) p,
                const core::mem::offset_of!(M, p),
                options(nostack, preserves_flags, readonly)
            )
        };
        p
    }
    // SAFETY: `getm` returns a live descriptor.
    #[cfg(not(feature = "entry"))]
    unsafe {
        (*getm()).p
    }
}

/// The next number of a fast random sequence (wyrand).
pub fn fast_random() -> u64 {
    // SAFETY: only this thread uses its M.
    let state = unsafe { &mut (*getm()).rng };
    *state = state.wrapping_add(0xa076_1d64_78bd_642f);
    let t = (*state as u128) * ((*state ^ 0xe703_7ed1_a0b4_28db) as u128);
    (t >> 64) as u64 ^ t as u64
}

/// A random number below `n`, which must not be 0.
pub fn random_below(n: u32) -> u32 {
    (((fast_random() as u32 as u64) * n as u64) >> 32) as u32
}
