//! Hardware faults in Go code become panics.
//!
//! The handler runs on an alternate stack. For a fault in Go code it makes the interrupted function look as if it had
//! called [`fault_entry`]: the address of the faulting instruction is pushed as return address, which keeps the chain
//! of frame pointers right. `fault_entry` then raises the panic. Faults anywhere else are bugs and end the program.
//! Compiled code keeps nothing below its stack pointer, so pushing there is safe.

use core::fmt::Write;
use linux_raw_sys::general as nr;

use crate::fatal;
use crate::g::{Fault, getg};
use crate::print::Stderr;
use crate::sys::{self, SigAction, SigStack};
use crate::unwind::Frame;
use crate::{go, symtab};

const ALT_STACK: usize = 64 << 10;
/// More than the code of [`fault_entry`] has, and less than would reach other callers of Rust functions.
const FAULT_ENTRY_BYTES: usize = 16;
/// Below this an address is that of a field of a nil pointer.
const NIL_PAGE: usize = 4096;
/// `si_code` of an unmapped address.
const MAPPING_ERROR: usize = 1;
/// `si_code` of a division by zero.
const FPE_INT_DIVIDE: usize = 1;
/// `si_code` of an overflow.
const FPE_INT_OVERFLOW: usize = 2;

/// gc's text for a signal.
pub fn name(number: u32) -> &'static str {
    match number {
        nr::SIGSEGV => "SIGSEGV: segmentation violation",
        nr::SIGBUS => "SIGBUS: bus error",
        nr::SIGFPE => "SIGFPE: floating-point exception",
        nr::SIGILL => "SIGILL: illegal instruction",
        nr::SIGTRAP => "SIGTRAP: trace trap",
        _ => "signal",
    }
}

/// Ends the process as a write to a broken pipe would have done: standard output's reader has gone.
pub fn broken_pipe() {
    // SAFETY: the default action.
    unsafe { sys::sigaction(nr::SIGPIPE, &SigAction { handler: 0, flags: 0, restorer: 0, mask: 0 }) };
    sys::kill_self(nr::SIGPIPE);
}

/// What a deferred nil function value does when it is called: a fault at address 0.
pub extern "C" fn nil_call() {
    // SAFETY: the current goroutine.
    unsafe {
        (*getg()).fault = Fault { number: nr::SIGSEGV, code: MAPPING_ERROR, addr: 0, pc: fatal::here().pc };
    }
    go::panic_mem()
}

/// Compiled code that may be recovered has found a nil pointer by comparing it: as if it had faulted at `addr`.
extern "C" fn panicnil_at(addr: usize, pc: usize) -> ! {
    // SAFETY: the current goroutine. The address of a call is never that of a frame, which is what follows the call.
    unsafe {
        (*getg()).fault = Fault { number: nr::SIGSEGV, code: MAPPING_ERROR, addr, pc: pc - 1 };
    }
    go::panic_mem()
}

/// The entry points.
pub mod export {
    use super::*;

    /// `runtime/debug.setPanicOnFault`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.setPanicOnFault"))]
    pub unsafe extern "C" fn set_panic_on_fault(enabled: u8) -> u8 {
        // SAFETY: the current goroutine.
        u8::from(unsafe { core::mem::replace(&mut (*getg()).panic_on_fault, enabled != 0) })
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.panicnil"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn panicnil(addr: i64) {
        core::arch::naked_asm!("mov rsi, [rsp]", "jmp {}", sym panicnil_at)
    }
}

/// The kernel's `siginfo_t` as far as we read it.
#[repr(C)]
struct SigInfo {
    number: i32,
    errno: i32,
    code: i32,
    pad: i32,
    addr: usize,
}

/// The kernel's `struct ucontext` up to the registers we need (`sigcontext` of x86-64).
#[repr(C)]
pub struct UContext {
    flags: usize,
    link: usize,
    stack: [usize; 3],
    /// r8–r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip.
    pub regs: [usize; 17],
}

const R15: usize = 7;
const RBP: usize = 10;
/// Index of rsp in [`UContext::regs`].
pub const RSP: usize = 15;
/// Index of rip.
pub const RIP: usize = 16;

/// Gives this thread a stack for its handlers.
pub fn install_stack() {
    let Some(stack) = sys::map(0, ALT_STACK) else { fatal::throw(b"cannot map the signal stack") };
    let alt = SigStack { sp: stack as usize, flags: 0, size: ALT_STACK };
    // SAFETY: it stays mapped.
    unsafe { sys::sigaltstack(&alt) };
}

/// Installs the handlers, on an alternate stack for this thread.
pub fn install() {
    install_stack();
    let action = SigAction {
        handler: handler as *const () as usize,
        flags: (nr::SA_SIGINFO | nr::SA_ONSTACK | nr::SA_RESTORER | nr::SA_NODEFER) as usize,
        restorer: restorer as *const () as usize,
        mask: 0,
    };
    // SAFETY: a proper handler.
    unsafe {
        for signal in [nr::SIGSEGV, nr::SIGBUS, nr::SIGFPE, nr::SIGILL, nr::SIGTRAP] {
            sys::sigaction(signal, &action);
        }
        // A write to a broken pipe reports EPIPE; for standard output see `broken_pipe`.
        sys::sigaction(
            nr::SIGPIPE,
            &SigAction { handler: 1, flags: action.flags, restorer: action.restorer, mask: 0 },
        );
    }
}

/// Where a handler returns to.
///
/// # Safety
/// Only at the end of a handler.
#[unsafe(naked)]
pub unsafe extern "C" fn restorer() {
    core::arch::naked_asm!("mov eax, 15", "syscall")
}

extern "C" fn handler(number: u32, info: *const SigInfo, context: *mut UContext) {
    // SAFETY: given by the kernel.
    let (info, regs) = unsafe { (&*info, &mut (*context).regs) };
    let pc = regs[RIP];
    let g = getg();
    let fault = Fault { number, code: info.code as usize, addr: info.addr, pc };
    let ours = matches!(number, nr::SIGSEGV | nr::SIGBUS | nr::SIGFPE);
    if g.is_null() || !ours || !(symtab::tables().is_go(pc) || is_nil_call(regs)) {
        die_of(fault, Frame { pc, fp: regs[RBP] });
    }
    // SAFETY: the interrupted goroutine stands still; its stack has room for a word, as it has for any call.
    unsafe {
        (*g).fault = fault;
        if !symtab::tables().is_go(pc) {
            // A call through a function value whose code is null: the call's return address is on top already.
            (*g).fault.pc = pc;
        } else {
            regs[RSP] -= 8;
            *(regs[RSP] as *mut usize) = pc;
        }
        resume(regs[RBP], regs[R15], regs[RSP])
    }
}

/// Leaves the handler for [`fault_entry`] without the kernel's help, which costs as much as the rest of a recovered fault:
/// no signal has been blocked (`SA_NODEFER`), no flag of the floating-point unit differs, and of the registers only these
/// are of interest there.
///
/// # Safety
/// Only at the end of a handler on the alternate stack; the values must be those of a Go function.
#[unsafe(naked)]
unsafe extern "C" fn resume(rbp: usize, r15: usize, rsp: usize) -> ! {
    core::arch::naked_asm!(
        "mov rbp, rdi",
        "mov r15, rsi",
        "mov rsp, rdx",
        "jmp {}",
        sym fault_entry,
    )
}

/// Whether Go code has just called address 0.
fn is_nil_call(regs: &[usize; 17]) -> bool {
    // SAFETY: the stack pointer of the interrupted goroutine.
    regs[RIP] == 0 && symtab::tables().is_go(unsafe { *(regs[RSP] as *const usize) })
}

fn die_of(fault: Fault, start: Frame) -> ! {
    crate::print::flush();
    let _ = writeln!(Stderr, "fatal error: unexpected signal during runtime execution");
    let _ = writeln!(
        Stderr,
        "[signal {} code={:#x} addr={:#x} pc={:#x}]",
        name(fault.number),
        fault.code,
        fault.addr,
        fault.pc
    );
    fatal::die(getg(), Some(start), true)
}

/// Where a faulting Go function continues, with its frame pointer in rbp and the faulting address as return address.
#[unsafe(naked)]
unsafe extern "C" fn fault_entry() {
    core::arch::naked_asm!("push rbp", "mov rbp, rsp", "and rsp, -16", "call {}", "ud2", sym raise_fault)
}

/// Whether an address lies in [`fault_entry`], which is then the frame above a faulting one.
pub fn is_fault_entry(pc: usize) -> bool {
    pc.wrapping_sub(fault_entry as *const () as usize) < FAULT_ENTRY_BYTES
}

/// An address that stands for `runtime.sigpanic` in a list of return addresses.
pub fn fault_pc() -> usize {
    fault_entry as *const () as usize + 1
}

/// Raises the panic for the fault that the handler has noted.
extern "C" fn raise_fault() -> ! {
    let g = getg();
    // SAFETY: the current goroutine.
    let fault = unsafe { (*g).fault };
    match (fault.number, fault.code) {
        (nr::SIGFPE, FPE_INT_DIVIDE) => go::panic_divide(),
        (nr::SIGFPE, FPE_INT_OVERFLOW) => go::panic_code(abi::layout::PanicCode::Overflow),
        (nr::SIGFPE, _) => go::panic_code(abi::layout::PanicCode::Float),
        _ if fault.addr < NIL_PAGE => go::panic_mem(),
        // SAFETY: the current goroutine.
        _ if unsafe { (*g).panic_on_fault } => go::panic_mem_addr(fault.addr),
        _ => {
            crate::print::flush();
            let _ = writeln!(Stderr, "unexpected fault address {:#x}", fault.addr);
            fatal::throw(b"fault")
        }
    }
}
