//! The first and the last code of the process.
//!
//! The kernel's stack becomes the system stack of the first thread. Order matters: the thread's descriptor before
//! anything that asks for it, the vDSO before clocks, memory before method tables, signals last.

use abi::layout::FuncVal;
use core::arch::naked_asm;
use core::sync::atomic::Ordering;

use crate::g::{M0, WaitReason};
use crate::hooks::{ARGUMENTS, Arguments, c_strings};
use crate::stack::Stack;
use crate::{fatal, gc, hash, iface, mem, panic, print, processor, sched, signal, sys, traceback};

/// # Safety
/// Called by the kernel only.
#[unsafe(no_mangle)]
#[unsafe(naked)]
pub unsafe extern "C" fn _start() -> ! {
    naked_asm!("xor ebp, ebp", "mov rdi, rsp", "and rsp, -16", "call {}", "ud2", sym rt_start)
}

/// `sp` points to argc, argv, null, envp, null, auxv.
extern "C" fn rt_start(sp: *const usize) -> ! {
    // SAFETY: the layout that the kernel guarantees; single thread.
    unsafe {
        let argc = *sp;
        let args = sp.add(1).cast();
        let envs: *const *const u8 = sp.add(argc + 2).cast();
        init_thread(sp as usize);
        rustix::param::init(envs as *mut *mut u8);
        *ARGUMENTS.get() = Arguments { args, envs };
        (*M0.get()).rng = hash::random_seed();
        mem::init();
        read_environment(envs);
        iface::init();
    }
    processor::init();
    signal::install();
    sched::start_main(&raw const MAIN.0)
}

/// # Safety
/// Once, before anything else.
unsafe fn init_thread(sp: usize) {
    let m = M0.get();
    // SAFETY: by contract.
    unsafe {
        (*m).this = m;
        (*m).system_sp = sp;
        (*m).system_stack = Stack { lo: 0, hi: sp };
        sys::set_fs(m as usize);
    }
}

/// # Safety
/// `envs` must be the environment vector.
unsafe fn read_environment(envs: *const *const u8) {
    let mut settings = gc::Settings::default();
    let (mut procs, mut preempt, mut trace, mut chaos) = (None, None, None, None);
    let number = |value: &[u8]| core::str::from_utf8(value).ok().and_then(|s| s.parse::<i64>().ok());
    // SAFETY: by contract.
    for entry in unsafe { c_strings(envs) } {
        let Some(split) = entry.iter().position(|&b| b == b'=') else { continue };
        let (name, value) = (&entry[..split], &entry[split + 1..]);
        match name {
            b"GOGC" => settings.percent = gc::parse_percent(value),
            b"GOMEMLIMIT" => {
                settings.limit = gc::parse_limit(value).unwrap_or_else(|| malformed_limit(value))
            }
            b"GOMAXPROCS" => procs = number(value).filter(|&n| n > 0),
            b"GOTRACEBACK" => traceback::set_level(value),
            b"GODEBUG" => {
                for setting in value.split(|&b| b == b',') {
                    match setting {
                        b"panicnil=1" => panic::PANIC_NIL_ALLOWED.store(true, Ordering::Relaxed),
                        b"gctrace=1" => settings.trace = true,
                        _ => trace = setting.strip_prefix(b"schedtrace=").and_then(number).or(trace),
                    }
                }
            }
            b"MINIGO_GCSTRESS" => settings.stress = number(value).unwrap_or(0).max(0) as u64,
            b"MINIGO_GCPOISON" => settings.poison = value == b"1",
            b"MINIGO_PREEMPT" => preempt = number(value).filter(|&n| n > 0),
            b"MINIGO_SCHEDCHAOS" => chaos = number(value),
            b"MINIGO_FAILCALL" => sched::syscall::fail_at(number(value).unwrap_or(0).max(0) as u64),
            b"MINIGO_GCSPLIT" => settings.split = value == b"1",
            b"MINIGO_GCVERIFY" => settings.verify = value == b"1",
            _ => {}
        }
    }
    sched::proc::init(procs.map_or_else(sched::quota::default_procs, |n| n as usize));
    gc::init(settings);
    if let Some(interval) = preempt {
        sched::monitor::stress(interval);
    }
    if let Some(interval) = trace.filter(|&n| n > 0) {
        sched::monitor::trace(interval);
    }
    if let Some(seed) = chaos {
        sched::chaos::init(seed as u64);
    }
}

fn malformed_limit(value: &[u8]) -> ! {
    for part in [b"GOMEMLIMIT=", value, b"\n"] {
        sys::write_all(2, part);
    }
    fatal::throw(b"malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`")
}

struct Main(FuncVal);

// SAFETY: never written.
unsafe impl Sync for Main {}

static MAIN: Main = Main(FuncVal { code: main_goroutine as *const () as *const u8 });

/// The first goroutine: initialisers and `main.main`, then the end of the process whatever else still runs.
#[unsafe(naked)]
unsafe extern "C" fn main_goroutine() {
    naked_asm!("push rbp", "mov rbp, rsp", "call {main}", "call {end}", "ud2", main = sym go_main, end = sym end)
}

unsafe extern "C" {
    #[link_name = "runtime.main"]
    fn go_main();
}

extern "C" fn end() -> ! {
    // A panic elsewhere may have deferred calls to run, and to end the program, first (gc waits as long).
    const MOST_YIELDS: usize = 1000;
    for _ in 0..MOST_YIELDS {
        if !panic::any_in_progress() {
            break;
        }
        sched::yield_now();
        // It may run on another thread, which the system has to let run.
        sys::yield_thread();
    }
    if panic::is_crashing() {
        sched::park(WaitReason::Panic, || {});
    }
    print::flush();
    sys::exit(0)
}
