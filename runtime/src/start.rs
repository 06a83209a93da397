//! `_start`.

use core::arch::naked_asm;

use crate::sys;

/// # Safety
/// Called by the kernel only.
#[unsafe(no_mangle)]
#[unsafe(naked)]
pub unsafe extern "C" fn _start() -> ! {
    naked_asm!("xor ebp, ebp", "mov rdi, rsp", "and rsp, -16", "call {}", "ud2", sym rt_start)
}

extern "C" fn rt_start(_sp: *const usize) -> ! {
    sys::exit(0)
}
