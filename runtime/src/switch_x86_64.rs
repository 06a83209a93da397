//! Everything that changes the stack pointer: context switch, calls into Go, the way back to a landing pad.
//!
//! Frame shapes here are relied on by the unwinder: each trampoline sets up rbp, so the chain of frame pointers runs
//! through compiled code, trampolines and Rust code (which is built with frame pointers) alike.
//!
//! Compiled code preserves no register but rsp, rbp and r15, so a trampoline into it saves what System V wants kept.

use abi::layout::FuncVal;
use core::arch::naked_asm;

use crate::g::{G, G_ON_CPU, G_SP, M_CURG, M_SYSTEM_SP};

/// Words that a switch leaves above the stack pointer: six registers and the return address.
pub const SWITCH_WORDS: usize = 7;
/// Index of rbp among them.
pub const SWITCH_RBP: usize = 5;
/// Bytes that a call trampoline saves below its frame pointer.
const CALL_SAVED: usize = 40;

/// Leaves the stack of the goroutine `from`, with the callee-saved registers on it, and continues that of `to`, which
/// was left the same way, as soon as no thread is on it any more.
///
/// # Safety
/// `from` must run on this thread, `to` must be a goroutine that only this thread is about to run.
#[unsafe(naked)]
pub unsafe extern "C" fn switch_goroutines(from: *mut G, to: *mut G) {
    naked_asm!(
        "push rbp", "push rbx", "push r12", "push r13", "push r14", "push r15",
        "mov [rdi + {sp}], rsp",
        // Off the old stack before anybody else may use it.
        "mov rsp, fs:[{system_sp}]",
        "mov byte ptr [rdi + {on_cpu}], 0",
        "cmp byte ptr [rsi + {on_cpu}], 0",
        "jne 3f",
        "2:",
        "mov byte ptr [rsi + {on_cpu}], 1",
        "mov rsp, [rsi + {sp}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        "3:",
        "push rsi",
        "mov rdi, rsi",
        "call {wait}",
        "pop rsi",
        "jmp 2b",
        sp = const G_SP,
        on_cpu = const G_ON_CPU,
        system_sp = const M_SYSTEM_SP,
        wait = sym crate::sched::wait_off_cpu,
    )
}

/// Leaves the stack of the goroutine `from` for the loop of the system stack, where [`enter_goroutine`] returns.
///
/// # Safety
/// As [`switch_goroutines`].
#[unsafe(naked)]
pub unsafe extern "C" fn switch_to_system(from: *mut G) {
    naked_asm!(
        "push rbp", "push rbx", "push r12", "push r13", "push r14", "push r15",
        "mov [rdi + {sp}], rsp",
        "mov rsp, fs:[{system_sp}]",
        "mov byte ptr [rdi + {on_cpu}], 0",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        sp = const G_SP,
        on_cpu = const G_ON_CPU,
        system_sp = const M_SYSTEM_SP,
    )
}

/// From the loop of the system stack: continues a goroutine.
///
/// # Safety
/// As [`switch_goroutines`].
#[unsafe(naked)]
pub unsafe extern "C" fn enter_goroutine(to: *mut G) {
    naked_asm!(
        "push rbp", "push rbx", "push r12", "push r13", "push r14", "push r15",
        "mov fs:[{system_sp}], rsp",
        "cmp byte ptr [rdi + {on_cpu}], 0",
        "jne 3f",
        "2:",
        "mov byte ptr [rdi + {on_cpu}], 1",
        "mov rsp, [rdi + {sp}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        "3:",
        "push rdi",
        "call {wait}",
        "pop rdi",
        "jmp 2b",
        sp = const G_SP,
        on_cpu = const G_ON_CPU,
        system_sp = const M_SYSTEM_SP,
        wait = sym crate::sched::wait_off_cpu,
    )
}

/// Within a call that [`call_on_system_stack`] has made: gives up the goroutine, which will continue behind that call
/// when it is run again, and goes back to the loop of the system stack.
///
/// # Safety
/// The goroutine must be in a queue or known to whoever will make it run.
#[unsafe(naked)]
pub unsafe extern "C" fn abandon_to_system(from: *mut G) -> ! {
    naked_asm!(
        "mov rsp, fs:[{system_sp}]",
        "mov byte ptr [rdi + {on_cpu}], 0",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        on_cpu = const G_ON_CPU,
        system_sp = const M_SYSTEM_SP,
    )
}

/// Lays out the first words of a goroutine's stack; returns its stack pointer.
///
/// # Safety
/// `top` must be the 16-aligned end of an unused stack; `g` and `entry` must stay valid while it runs.
pub unsafe fn prepare_goroutine(top: usize, g: usize, entry: usize) -> usize {
    // Two words at the end keep rsp a multiple of 16 after the `ret`, as it is before a call.
    let sp = top - (SWITCH_WORDS + 2) * 8;
    let words = sp as *mut usize;
    // SAFETY: by contract the words are ours. Order of the pops: r15 r14 r13 r12 rbx rbp, then `ret`.
    unsafe {
        words.write(g);
        words.add(1).write(0);
        words.add(2).write(0);
        words.add(3).write(0);
        words.add(4).write(entry);
        words.add(5).write(0);
        words.add(6).write(goroutine_entry as *const () as usize);
        words.add(7).write(0);
        words.add(8).write(0);
    }
    sp
}

/// The function value of a goroutine that has not run yet.
///
/// # Safety
/// `sp` must be the stack pointer of a goroutine that stands still.
pub unsafe fn entry_not_called(sp: usize) -> Option<*const FuncVal> {
    // SAFETY: `prepare_goroutine` has laid out these words, or a switch has pushed them.
    unsafe {
        let words = sp as *const usize;
        (words.add(6).read() == goroutine_entry as *const () as usize)
            .then(|| words.add(4).read() as *const FuncVal)
    }
}

/// First code of a goroutine: calls its function value, then ends it.
#[unsafe(naked)]
unsafe extern "C" fn goroutine_entry() {
    naked_asm!(
        "xor ebp, ebp",
        "mov rdi, rbx",
        "call [rbx]",
        "call {exit}",
        "ud2",
        exit = sym crate::sched::goroutine_exit,
    )
}

/// Runs `f(arg)` on the system stack while the goroutine stands still; its registers are on its stack and
/// `G::sp` points to them, so that the collector sees them.
///
/// # Safety
/// Must run on a goroutine stack; `f` must not switch goroutines.
#[unsafe(naked)]
pub unsafe extern "C" fn call_on_system_stack(f: extern "C" fn(*mut u8), arg: *mut u8) {
    naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "push rbx", "push r12", "push r13", "push r14", "push r15",
        "mov rax, rdi",
        "mov rdi, rsi",
        "mov rcx, fs:[{curg}]",
        "mov [rcx + {sp}], rsp",
        "mov rsp, fs:[{system_sp}]",
        "and rsp, -16",
        "call rax",
        "lea rsp, [rbp - {saved}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        curg = const M_CURG,
        sp = const G_SP,
        system_sp = const M_SYSTEM_SP,
        saved = const CALL_SAVED,
    )
}

/// Calls a Go function with up to six integer arguments.
///
/// # Safety
/// `code` must be Go code with that signature, `args` must point to six words. A panic in it does not come back here.
#[unsafe(naked)]
pub unsafe extern "C" fn call_go(code: usize, args: *const usize) {
    naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "push rbx", "push r12", "push r13", "push r14", "push r15",
        "sub rsp, 8",
        "mov rax, rdi",
        "mov r10, rsi",
        "mov r15, fs:[{curg}]",
        "mov rdi, [r10]",
        "mov rsi, [r10 + 8]",
        "mov rdx, [r10 + 16]",
        "mov rcx, [r10 + 24]",
        "mov r8, [r10 + 32]",
        "mov r9, [r10 + 40]",
        "call rax",
        "lea rsp, [rbp - {saved}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        curg = const M_CURG,
        saved = const CALL_SAVED,
    )
}

/// Calls a deferred function. Its frame pointer is stored to `*frame` first: by it the unwinder and `recover` know
/// this frame again, and [`return_from_call`] can return from it over everything above.
///
/// # Safety
/// `fun` must be a function value without parameters.
#[unsafe(naked)]
pub unsafe extern "C" fn call_deferred(fun: *const abi::layout::FuncVal, frame: *mut usize) {
    naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "push rbx", "push r12", "push r13", "push r14", "push r15",
        "sub rsp, 8",
        "mov [rsi], rbp",
        "mov r15, fs:[{curg}]",
        "call [rdi]",
        "lea rsp, [rbp - {saved}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        curg = const M_CURG,
        saved = const CALL_SAVED,
    )
}

/// Returns from the [`call_deferred`] with the given frame pointer, dropping all younger frames.
///
/// # Safety
/// That call must be in progress on this stack.
#[unsafe(naked)]
pub unsafe extern "C" fn return_from_call(frame: usize) -> ! {
    naked_asm!(
        "lea rsp, [rdi - {saved}]",
        "pop r15", "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        saved = const CALL_SAVED,
    )
}

/// Continues in compiled code with the given frame and stack pointers.
///
/// # Safety
/// They must belong to a frame in progress on the current goroutine's stack and `pc` to its landing pad.
#[unsafe(naked)]
pub unsafe extern "C" fn jump_to_go(rbp: usize, rsp: usize, pc: usize) -> ! {
    naked_asm!(
        "mov rbp, rdi",
        "mov rsp, rsi",
        "mov r15, fs:[{curg}]",
        "xor eax, eax",
        "jmp rdx",
        curg = const M_CURG,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::g::{M0, Racy};

    static LOG: Racy<Vec<u32>> = Racy::new(Vec::new());
    static OTHER: Racy<*mut G> = Racy::new(core::ptr::null_mut());

    fn log(n: u32) {
        // SAFETY: the two stacks take turns on one thread.
        unsafe { (*LOG.get()).push(n) };
    }

    /// Runs on the other stack: logs, goes back, and once more.
    extern "C" fn other() {
        for i in 0..2 {
            log(10 + i);
            // SAFETY: the goroutine of this stack.
            unsafe { switch_to_system(*OTHER.get()) };
        }
    }

    /// In a test fs belongs to the C library: the switch is tried with a descriptor in its place for as long as it takes.
    #[test]
    fn two_stacks_take_turns() {
        let mut stack = vec![0usize; 16 << 10];
        // SAFETY: the words that the switch pops, on a stack large enough; the other side never returns. Between the
        // two changes of fs nothing uses the C library.
        unsafe {
            (*LOG.get()).reserve(8);
            let mut g = G::new(1);
            let top = (stack.as_mut_ptr_range().end as usize) & !15;
            let sp = prepare_goroutine(top, 1, 2);
            ((sp + (SWITCH_WORDS - 1) * 8) as *mut usize).write(other as *const () as usize);
            // A function entered by `ret` expects the stack as after a call.
            core::ptr::copy(sp as *const usize, (sp - 8) as *mut usize, SWITCH_WORDS);
            g.sp = sp - 8;
            *OTHER.get() = &raw mut g;
            let mut old = 0usize;
            core::arch::asm!("mov {}, fs:[0]", out(reg) old, options(nostack));
            for i in 0..2 {
                log(i);
                crate::sys::set_fs(M0.get() as usize);
                enter_goroutine(&raw mut g);
                crate::sys::set_fs(old);
            }
            assert_eq!((*LOG.get()).as_slice(), [0, 10, 1, 11]);
        }
    }
}
