//! System calls and the few structures of the kernel that they take.
//!
//! Everything here is async-signal-safe, allocates nothing and returns `-errno` as the kernel does.

use core::arch::asm;
use core::sync::atomic::AtomicU32;
use linux_raw_sys::general as nr;

/// A raw system call with up to six arguments.
///
/// # Safety
/// The arguments must be valid for the call `number`.
#[inline(always)]
pub unsafe fn syscall(number: u32, args: [usize; 6]) -> isize {
    let result: isize;
    // SAFETY: the kernel's calling convention; the caller vouches for the arguments.
    unsafe {
        asm!("syscall", inlateout("rax") number as isize => result, in("rdi") args[0], in("rsi") args[1],
            in("rdx") args[2], in("r10") args[3], in("r8") args[4], in("r9") args[5],
            lateout("rcx") _, lateout("r11") _, options(nostack));
    }
    result
}

/// Ends the process.
pub fn exit(code: i32) -> ! {
    loop {
        // SAFETY: exit_group takes no pointers.
        unsafe { syscall(nr::__NR_exit_group, [code as usize, 0, 0, 0, 0, 0]) };
    }
}

/// `write(2)`: bytes written or `-errno`.
///
/// # Safety
/// `p` must be readable for `n` bytes (the kernel reports a fault otherwise).
pub unsafe fn write(fd: i32, p: *const u8, n: usize) -> isize {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_write, [fd as usize, p as usize, n, 0, 0, 0]) }
}

/// Writes all bytes to a file descriptor as far as it takes them; errors end the attempt silently.
pub fn write_all(fd: i32, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        // SAFETY: a valid slice.
        let n = unsafe { write(fd, bytes.as_ptr(), bytes.len()) };
        if n == -(linux_raw_sys::errno::EINTR as isize) {
            continue;
        }
        if n <= 0 {
            return;
        }
        bytes = &bytes[n as usize..];
    }
}

/// `read(2)`: bytes read or `-errno`.
///
/// # Safety
/// `p` must be writable for `n` bytes.
pub unsafe fn read(fd: i32, p: *mut u8, n: usize) -> isize {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_read, [fd as usize, p as usize, n, 0, 0, 0]) }
}

/// `openat(AT_FDCWD, path, flags, mode)`: a descriptor or `-errno`.
///
/// # Safety
/// `path` must be NUL-terminated.
pub unsafe fn open(path: *const u8, flags: i32, mode: i32) -> isize {
    let at = nr::AT_FDCWD as isize as usize;
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_openat, [at, path as usize, flags as usize, mode as usize, 0, 0]) }
}

/// Creates or empties a file that is only ever appended to: a descriptor or `-errno`.
///
/// # Safety
/// As [`open`].
pub unsafe fn create_log(path: *const u8) -> isize {
    let flags = nr::O_WRONLY | nr::O_CREAT | nr::O_TRUNC | nr::O_APPEND | nr::O_CLOEXEC;
    // SAFETY: by contract.
    unsafe { open(path, flags as i32, 0o666) }
}

/// `close(2)`
pub fn close(fd: i32) -> isize {
    // SAFETY: no pointers.
    unsafe { syscall(nr::__NR_close, [fd as usize, 0, 0, 0, 0, 0]) }
}

/// Anonymous private memory, zeroed and committed on first touch; `None` if the kernel refuses.
/// With `at` non-zero the mapping is placed exactly there or refused.
pub fn map(at: usize, len: usize) -> Option<*mut u8> {
    let mut flags = nr::MAP_PRIVATE | nr::MAP_ANONYMOUS | nr::MAP_NORESERVE;
    if at != 0 {
        flags |= nr::MAP_FIXED_NOREPLACE;
    }
    let prot = (nr::PROT_READ | nr::PROT_WRITE) as usize;
    // SAFETY: a new mapping that replaces nothing.
    let p = unsafe { syscall(nr::__NR_mmap, [at, len, prot, flags as usize, usize::MAX, 0]) };
    // An old kernel takes the address as a hint only.
    if p < 0 || (at != 0 && p as usize != at) { None } else { Some(p as *mut u8) }
}

/// `munmap(2)`
///
/// # Safety
/// Nothing may use the range any more.
pub unsafe fn unmap(p: *mut u8, len: usize) {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_munmap, [p as usize, len, 0, 0, 0, 0]) };
}

/// Gives the pages of a range back; they read as zero afterwards.
///
/// # Safety
/// The range is page-aligned private anonymous memory whose contents nobody needs.
pub unsafe fn discard(p: *mut u8, len: usize) {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_madvise, [p as usize, len, nr::MADV_DONTNEED as usize, 0, 0, 0]) };
}

/// Asks for large pages, where the system has some.
///
/// # Safety
/// The range is part of a mapping.
pub unsafe fn advise_large_pages(p: usize, len: usize) {
    const PAGE: usize = 4096;
    let start = p.next_multiple_of(PAGE);
    // SAFETY: by contract; a refusal changes nothing.
    unsafe {
        syscall(
            nr::__NR_madvise,
            [start, (p + len - start) & !(PAGE - 1), nr::MADV_HUGEPAGE as usize, 0, 0, 0],
        )
    };
}

/// Fills `buf` with random bytes; left as it is if the kernel has none yet.
pub fn random(buf: &mut [u8]) {
    // SAFETY: a valid slice.
    unsafe { syscall(nr::__NR_getrandom, [buf.as_mut_ptr() as usize, buf.len(), 1, 0, 0, 0]) };
}

/// Nanoseconds of the monotonic clock.
pub fn nanotime() -> i64 {
    let t = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    t.tv_sec * 1_000_000_000 + t.tv_nsec
}

/// Seconds and nanoseconds since 1970.
pub fn walltime() -> (i64, i64) {
    let t = rustix::time::clock_gettime(rustix::time::ClockId::Realtime);
    (t.tv_sec, t.tv_nsec)
}

/// Number of processors this process may run on.
pub fn cpu_count() -> usize {
    let mut mask = [0u64; 128];
    let args = [0, size_of_val(&mask), mask.as_mut_ptr() as usize, 0, 0, 0];
    // SAFETY: the kernel writes at most the size given.
    let n = unsafe { syscall(nr::__NR_sched_getaffinity, args) };
    let words = if n > 0 { n as usize / 8 } else { 0 };
    mask[..words].iter().map(|w| w.count_ones() as usize).sum::<usize>().max(1)
}

/// `ARCH_SET_FS` of `asm/prctl.h`.
const ARCH_SET_FS: usize = 0x1002;

/// Points fs at the descriptor of this thread.
///
/// # Safety
/// Nothing else in the process may use fs (no C library).
pub unsafe fn set_fs(base: usize) {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_arch_prctl, [ARCH_SET_FS, base, 0, 0, 0, 0]) };
}

/// The kernel's `struct sigaction`, which is not the C library's.
#[repr(C)]
pub struct SigAction {
    /// Handler.
    pub handler: usize,
    /// `SA_*`
    pub flags: usize,
    /// Where the handler returns to; mandatory on x86-64.
    pub restorer: usize,
    /// Signals blocked while it runs.
    pub mask: u64,
}

/// `rt_sigaction(2)`
///
/// # Safety
/// The handler must be a proper signal handler.
pub unsafe fn sigaction(signal: u32, action: &SigAction) -> isize {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_rt_sigaction, [signal as usize, action as *const _ as usize, 0, 8, 0, 0]) }
}

/// The kernel's `stack_t`.
#[repr(C)]
pub struct SigStack {
    /// Lowest address.
    pub sp: usize,
    /// `SS_*`
    pub flags: i32,
    /// Bytes.
    pub size: usize,
}

/// `sigaltstack(2)`
///
/// # Safety
/// The stack must stay mapped as long as handlers may run on it.
pub unsafe fn sigaltstack(stack: &SigStack) -> isize {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_sigaltstack, [stack as *const _ as usize, 0, 0, 0, 0, 0]) }
}

/// Sets the set of blocked signals of this thread to `mask`.
pub fn set_signal_mask(mask: u64) {
    // SAFETY: `mask` lives through the call.
    unsafe {
        syscall(nr::__NR_rt_sigprocmask, [nr::SIG_SETMASK as usize, &raw const mask as usize, 0, 8, 0, 0])
    };
}

/// Sleeps while `*word` is `expected`: until woken, a signal, or so many nanoseconds have passed.
pub fn futex_wait(word: &AtomicU32, expected: u32, nanoseconds: Option<i64>) {
    let time =
        nanoseconds.map(|n| nr::__kernel_timespec { tv_sec: n / 1_000_000_000, tv_nsec: n % 1_000_000_000 });
    let time = time.as_ref().map_or(0, |t| t as *const _ as usize);
    let operation = (nr::FUTEX_WAIT | nr::FUTEX_PRIVATE_FLAG) as usize;
    // SAFETY: the word and the time live through the call.
    unsafe { syscall(nr::__NR_futex, [word.as_ptr() as usize, operation, expected as usize, time, 0, 0]) };
}

/// Wakes up to `count` threads that sleep on a word.
pub fn futex_wake(word: &AtomicU32, count: u32) {
    let operation = (nr::FUTEX_WAKE | nr::FUTEX_PRIVATE_FLAG) as usize;
    // SAFETY: the address is not read.
    unsafe { syscall(nr::__NR_futex, [word.as_ptr() as usize, operation, count as usize, 0, 0, 0]) };
}

/// Lets other threads run.
pub fn yield_thread() {
    // SAFETY: no arguments.
    unsafe { syscall(nr::__NR_sched_yield, [0; 6]) };
}

/// Sleeps for so many nanoseconds, or until a signal arrives.
pub fn sleep_for(nanoseconds: i64) {
    let t =
        nr::__kernel_timespec { tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000 };
    // SAFETY: `t` lives through the call.
    unsafe { syscall(nr::__NR_nanosleep, [&raw const t as usize, 0, 0, 0, 0, 0]) };
}

/// Number of this thread.
pub fn thread_id() -> i32 {
    // SAFETY: no arguments.
    unsafe { syscall(nr::__NR_gettid, [0; 6]) as i32 }
}

/// Number of this process, which is also that of its first thread.
pub fn process_id() -> i32 {
    // SAFETY: no arguments.
    unsafe { syscall(nr::__NR_getpid, [0; 6]) as i32 }
}

/// Sends a signal to a thread of this process.
pub fn signal_thread(thread: i32, signal: u32) {
    let process = process_id();
    // SAFETY: no pointers.
    unsafe { syscall(nr::__NR_tgkill, [process as usize, thread as usize, signal as usize, 0, 0, 0]) };
}

/// Takes away all rights to a range of memory.
///
/// # Safety
/// Nothing may use the range, which is page-aligned and ours.
pub unsafe fn protect(p: *mut u8, len: usize) {
    // SAFETY: by contract.
    unsafe { syscall(nr::__NR_mprotect, [p as usize, len, nr::PROT_NONE as usize, 0, 0, 0]) };
}

/// Starts a thread of this process that calls `entry(arg)` on the given stack, with fs pointing to `arg`.
/// `entry` must not return. The thread's number or `-errno`.
///
/// # Safety
/// `stack` must be the 16-aligned end of unused memory; what `entry` needs must stay valid.
#[unsafe(naked)]
pub unsafe extern "C" fn clone_thread(
    stack: usize,
    entry: extern "C" fn(*mut u8) -> !,
    arg: *mut u8,
) -> isize {
    core::arch::naked_asm!(
        "mov r9, rsi",
        "mov r8, rdx",
        "mov rsi, rdi",
        "mov edi, {flags}",
        "xor edx, edx",
        "xor r10d, r10d",
        "mov eax, {clone}",
        "syscall",
        "test eax, eax",
        "jnz 2f",
        "xor ebp, ebp",
        "mov rdi, r8",
        "call r9",
        "ud2",
        "2:",
        "ret",
        flags = const nr::CLONE_VM | nr::CLONE_FS | nr::CLONE_FILES | nr::CLONE_SIGHAND | nr::CLONE_THREAD
            | nr::CLONE_SYSVSEM | nr::CLONE_SETTLS,
        clone = const nr::__NR_clone,
    )
}

/// Sends a signal to this process.
pub fn kill_self(signal: u32) {
    let process = process_id();
    // SAFETY: no pointers.
    unsafe { syscall(nr::__NR_kill, [process as usize, signal as usize, 0, 0, 0, 0]) };
}
