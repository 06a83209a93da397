//! Interrupting goroutines: one that computes for long makes room for the others, and all stop with the world.
//!
//! A goroutine is asked in two ways. Its stack limit is set so high that the check at the start of the next function
//! ends up here ([`at_prologue`]), and its thread gets a signal. If the signal interrupts compiled code, the handler
//! makes the interrupted function look as if it had called [`async_yield`], which saves all registers on the
//! goroutine's stack. Since the collector looks at stacks word by word, any instruction will do. Code of the runtime is
//! never interrupted this way: it runs to its end first, and whoever asked asks again.

use core::sync::atomic::AtomicUsize;
use core::sync::atomic::Ordering::{Relaxed, SeqCst};

use linux_raw_sys::general as nr;

use super::proc::{self, P, status};
use super::{monitor, world};
use crate::g::{G, M0, getg, getm, getp};
use crate::signal::{RIP, RSP, UContext};
use crate::sys::{self, SigAction};
use crate::{gc, print, sched, signal, symtab};

/// The signal, which gc uses for the same.
const SIGNAL: u32 = nr::SIGURG;
/// Bytes below the stack pointer that the interrupted code may be using, as System V allows.
const RED_ZONE: usize = 128;
/// A stack limit above all stacks, to which the size of a frame can be added.
const ASKED: usize = 1 << 62;

/// Installs the handler.
pub fn install() {
    let action = SigAction {
        handler: handler as *const () as usize,
        flags: (nr::SA_SIGINFO | nr::SA_ONSTACK | nr::SA_RESTORER | nr::SA_RESTART) as usize,
        restorer: signal::restorer as *const () as usize,
        mask: 0,
    };
    // SAFETY: a proper handler; the first thread's descriptor.
    unsafe {
        sys::sigaction(SIGNAL, &action);
        (*M0.get()).id.store(sys::process_id(), SeqCst);
    }
}

/// Asks the goroutine that runs on a processor.
pub fn ask(p: &P) {
    p.preempt.store(true, SeqCst);
    // SAFETY: descriptors live for ever. The goroutine may have left the thread by now: then it is asked in vain, and
    // sets its limit right at its next check.
    unsafe {
        let Some(m) = p.m.load(SeqCst).as_ref() else { return };
        let g = (&raw const m.curg).read_volatile();
        if !g.is_null() {
            limit_of(g).store(ASKED, Relaxed);
        }
        let thread = m.id.load(Relaxed);
        if thread != 0 {
            sys::signal_thread(thread, SIGNAL);
        }
    }
}

/// Asks all that run, but for this thread's.
pub fn ask_all() {
    let me = getp();
    for p in proc::in_use() {
        if !core::ptr::eq(p, me) && p.status.load(SeqCst) == status::RUNNING {
            ask(p);
        }
    }
}

/// # Safety
/// `g` must be a descriptor.
unsafe fn limit_of<'a>(g: *mut G) -> &'a AtomicUsize {
    // SAFETY: by contract; compiled code only reads it.
    unsafe { AtomicUsize::from_ptr(&raw mut (*g).header.stack_limit) }
}

/// Sets the limit of the current goroutine for the segment it is on.
pub fn set_limit(g: &mut G) {
    let limit = g.stack.limit();
    // SAFETY: a descriptor.
    unsafe { limit_of(g).store(limit, Relaxed) };
}

/// Whether this thread may be interrupted: it holds nothing that another could wait for.
fn may_stop() -> bool {
    // SAFETY: this thread's descriptor.
    unsafe {
        let m = getm();
        (*m).dying == 0 && !(*m).forked && !(*m).p.is_null() && !print::is_mine()
    }
}

/// From the slow path of a stack check: sets the limit right, and does what has been asked.
pub fn at_prologue(g: *mut G) {
    // SAFETY: the current goroutine.
    unsafe {
        if limit_of(g).load(Relaxed) != ASKED {
            return;
        }
        limit_of(g).store((*g).stack.limit(), Relaxed);
        if may_stop() && (*getp()).preempt.swap(false, SeqCst) {
            preempted();
        }
    }
}

extern "C" fn handler(_: u32, _: *const u8, context: *mut UContext) {
    // SAFETY: given by the kernel.
    let regs = unsafe { &mut (*context).regs };
    let pc = regs[RIP];
    if getg().is_null() || !symtab::tables().is_go(pc) || !may_stop() {
        return;
    }
    // SAFETY: the current thread and goroutine. The stack has room: compiled code stays above the runtime's slack.
    unsafe {
        if !(*getp()).preempt.swap(false, SeqCst) {
            return;
        }
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
        "mov rdi, rbp",
        "call {interrupted}",
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
        interrupted = sym interrupted,
        saved = const 15 * 8,
        red_zone = const RED_ZONE,
    )
}

/// The goroutine has been interrupted at any instruction; its registers are in this frame.
extern "C" fn interrupted(frame: usize) {
    // SAFETY: the current goroutine, which is the same on return.
    unsafe {
        let g = getg();
        (*g).interrupted = frame;
        preempted();
        (*g).interrupted = 0;
    }
}

fn preempted() {
    if world::is_stopping() {
        world::safepoint();
        return;
    }
    if monitor::is_stress() {
        gc::collect_in_stress();
    }
    sched::yield_now();
}
