//! Preemption: a goroutine that computes for long makes room for the others.
//!
//! From the first `go` statement on a timer of the kernel sends a signal each time the program has used 10 ms of
//! processor time; an idle program gets none. If the signal interrupts compiled code and somebody else could run,
//! the handler makes the interrupted function look as if it had called [`async_yield`], which saves all registers on
//! the goroutine's stack and yields. Since the collector looks at stacks word by word, any instruction will do. Code
//! of the runtime is never interrupted this way: it runs to its end first, and the next signal tries again.
//!
//! The handler reads the scheduler's queues: nothing is changing them while compiled code runs.

use linux_raw_sys::general as nr;

use crate::g::{Racy, getg, getm};
use crate::signal::{RIP, RSP, UContext};
use crate::sys::{self, SigAction};
use crate::{gc, print, sched, signal, symtab};

/// The signal, which gc uses for the same.
const SIGNAL: u32 = nr::SIGURG;
/// Nanoseconds of processor time between two signals.
const SLICE: i64 = 10_000_000;
/// Bytes below the stack pointer that the interrupted code may be using, as System V allows.
const RED_ZONE: usize = 128;

struct Preemption {
    armed: bool,
    /// For tests: signals come so often (nanoseconds of real time), and are always obeyed.
    stress: i64,
}

static STATE: Racy<Preemption> = Racy::new(Preemption { armed: false, stress: 0 });

/// For tests: preempts every so many microseconds from now on, whether or not somebody else can run.
pub fn stress(microseconds: i64) {
    // SAFETY: single thread at start.
    unsafe { (*STATE.get()).stress = microseconds.clamp(1, 1_000_000) * 1000 };
    arm();
}

/// Makes sure that signals come. At each `go` statement.
#[inline]
pub fn arm() {
    // SAFETY: one thread.
    if unsafe { !(*STATE.get()).armed } {
        start_timer();
    }
}

#[cold]
fn start_timer() {
    // SAFETY: one thread.
    let state = unsafe { &mut *STATE.get() };
    state.armed = true;
    let (clock, interval) = match state.stress {
        0 => (nr::CLOCK_PROCESS_CPUTIME_ID, SLICE),
        real => (nr::CLOCK_MONOTONIC, real),
    };
    let action = SigAction {
        handler: handler as *const () as usize,
        flags: (nr::SA_SIGINFO | nr::SA_ONSTACK | nr::SA_RESTORER | nr::SA_RESTART) as usize,
        restorer: signal::restorer as *const () as usize,
        mask: 0,
    };
    // SAFETY: a proper handler. Without a timer goroutines are not preempted, which is no error.
    unsafe {
        sys::sigaction(SIGNAL, &action);
        sys::start_timer(clock, SIGNAL, interval);
    }
}

extern "C" fn handler(_: u32, _: *const u8, context: *mut UContext) {
    // SAFETY: given by the kernel.
    let regs = unsafe { &mut (*context).regs };
    let pc = regs[RIP];
    let g = getg();
    // SAFETY: the current thread and goroutine.
    unsafe {
        if g.is_null() || !symtab::tables().is_go(pc) || (*getm()).dying != 0 || print::is_locked() {
            return;
        }
        if (*STATE.get()).stress == 0 && !sched::has_work() {
            return;
        }
        // The stack has room: compiled code stays above the runtime's slack.
        regs[RSP] -= RED_ZONE + 8;
        *(regs[RSP] as *mut usize) = pc;
    }
    regs[RIP] = async_yield as *const () as usize;
}

/// Stands between the interrupted instruction and the scheduler; the return address is the instruction's. Compiled
/// code uses the lower halves of the vector registers only.
#[unsafe(naked)]
unsafe extern "C" fn async_yield() {
    core::arch::naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "pushfq",
        "push rax", "push rbx", "push rcx", "push rdx", "push rsi", "push rdi", "push r8",
        "push r9", "push r10", "push r11", "push r12", "push r13", "push r14", "push r15",
        "sub rsp, 256",
        "and rsp, -16",
        "movaps [rsp], xmm0", "movaps [rsp + 16], xmm1", "movaps [rsp + 32], xmm2", "movaps [rsp + 48], xmm3",
        "movaps [rsp + 64], xmm4", "movaps [rsp + 80], xmm5", "movaps [rsp + 96], xmm6", "movaps [rsp + 112], xmm7",
        "movaps [rsp + 128], xmm8", "movaps [rsp + 144], xmm9", "movaps [rsp + 160], xmm10",
        "movaps [rsp + 176], xmm11", "movaps [rsp + 192], xmm12", "movaps [rsp + 208], xmm13",
        "movaps [rsp + 224], xmm14", "movaps [rsp + 240], xmm15",
        "cld",
        "call {preempted}",
        "movaps xmm0, [rsp]", "movaps xmm1, [rsp + 16]", "movaps xmm2, [rsp + 32]", "movaps xmm3, [rsp + 48]",
        "movaps xmm4, [rsp + 64]", "movaps xmm5, [rsp + 80]", "movaps xmm6, [rsp + 96]", "movaps xmm7, [rsp + 112]",
        "movaps xmm8, [rsp + 128]", "movaps xmm9, [rsp + 144]", "movaps xmm10, [rsp + 160]",
        "movaps xmm11, [rsp + 176]", "movaps xmm12, [rsp + 192]", "movaps xmm13, [rsp + 208]",
        "movaps xmm14, [rsp + 224]", "movaps xmm15, [rsp + 240]",
        "lea rsp, [rbp - {saved}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop r11", "pop r10", "pop r9",
        "pop r8", "pop rdi", "pop rsi", "pop rdx", "pop rcx", "pop rbx", "pop rax",
        "popfq",
        "pop rbp",
        "ret {red_zone}",
        preempted = sym preempted,
        saved = const 15 * 8,
        red_zone = const RED_ZONE,
    )
}

extern "C" fn preempted() {
    // SAFETY: one thread.
    if unsafe { (*STATE.get()).stress } != 0 {
        gc::collect_in_stress();
    }
    sched::yield_now();
}
