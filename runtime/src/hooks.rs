//! Functions without a body of the embedded Go packages: `runtime`, `internal/atomic`, `internal/bytealg`, `internal/rtype`, `sync`,
//! `syscall`, `time`, `math`. Those that belong to a subject with a file of its own stand there.

use abi::layout::{GoSlice, GoString, Kind, Type};
use core::fmt::{self, Write};
use core::sync::atomic::Ordering;
use linux_raw_sys::errno::EPIPE;
use linux_raw_sys::general as nr;

use crate::callstack::{Entries, Entry};
use crate::exports::Pair;
use crate::g::{Racy, WaitReason, getg};
use crate::gc::barrier;
use crate::memstats::MemStats;
use crate::sched::{syscall, world};
use crate::string::bytes;
use crate::symtab::{SourceFrame, tables};
use crate::unwind::{Frame, Walk};
use crate::{chan, fatal, gc, go, mem, panic, print, processor, sched, search, sema, signal, sys, traceback};

macro_rules! hooks {
    ($($symbol:literal $name:ident($($p:ident: $t:ty),*) $(-> $r:ty)? $body:block)*) => { $(
        #[doc = concat!("`", $symbol, "`, see the table.")]
        ///
        /// # Safety
        /// Called by Go code with the arguments of its declaration.
        #[cfg_attr(feature = "entry", unsafe(export_name = $symbol))]
        pub unsafe extern "C" fn $name($($p: $t),*) $(-> $r)? $body
    )* };
}

hooks! {
    "runtime.Gosched" gosched() { sched::yield_now() }
    "runtime.NumGoroutine" num_goroutine() -> i64 { sched::count() as i64 }
    "runtime.GC" gc() { gc::collect_forced() }
    "runtime.NumCPU" num_cpu() -> i64 { sys::cpu_count() as i64 }
    "runtime.LockOSThread" lock_os_thread() { sched::bind() }
    "runtime.UnlockOSThread" unlock_os_thread() { sched::unbind() }
    "runtime.defaultProcs" default_procs() -> i64 { sched::quota::default_procs() as i64 }
    "runtime.GOMAXPROCS" gomaxprocs(n: i64) -> i64 { sched::set_procs(n) }
    "runtime.throw" throw(p: *mut u8, n: i64) {
        // SAFETY: a Go string.
        fatal::throw(unsafe { bytes(p, n) })
    }
    "runtime.fatal" go_fatal(p: *mut u8, n: i64) {
        // SAFETY: a Go string.
        fatal::fatal(unsafe { bytes(p, n) })
    }
    "sync.fatal" sync_fatal(p: *mut u8, n: i64) {
        // SAFETY: a Go string.
        fatal::fatal(unsafe { bytes(p, n) })
    }
    "runtime.readmemstats" readmemstats(m: *mut u8) {
        // SAFETY: a variable of that type.
        let m: &mut MemStats = unsafe { &mut *m.cast() };
        world::with_stopped(|| m.fill());
    }
    "runtime.pcframe" pcframe(pc: i64, depth: i64, f: *mut u8) -> u8 {
        // SAFETY: a variable of that type.
        unsafe { describe(pc as usize, depth, f.cast()) as u8 }
    }

    "internal/rtype.typedmemmove" typedmemmove(ty: *mut u8, dst: *mut u8, src: *mut u8) {
        // SAFETY: values of the type.
        unsafe {
            let size = (*ty.cast::<Type>()).size;
            barrier::before_overwrite(dst, size);
            dst.copy_from(src, size);
        }
    }

    "sync.runtime_Semacquire" semacquire(s: *mut u8, reason: i64, lifo: u8) {
        // SAFETY: a counter.
        unsafe { sema::acquire(s.cast(), WaitReason::of_sync(reason), lifo != 0) }
    }
    "sync.runtime_Semrelease" semrelease(s: *mut u8, handoff: u8) {
        // SAFETY: a counter.
        unsafe { sema::release(s.cast(), handoff != 0) }
    }
    "sync.runtime_canSpin" can_spin(i: i64) -> u8 { sched::may_spin(i) as u8 }
    "sync.runtime_doSpin" do_spin() {
        for _ in 0..30 {
            core::hint::spin_loop();
        }
    }
    "sync.runtime_nanotime" sync_nanotime() -> i64 { sys::nanotime() }

    "runtime.Breakpoint" breakpoint() {
        // SAFETY: the trap is what the caller wants.
        unsafe { core::arch::asm!("int3", options(nomem, nostack)) }
    }

    "internal/bytealg.indexByte" index_byte(p: *mut u8, n: i64, c: u8) -> i64 {
        // SAFETY: a Go string, whose address is made one that a slice may have without waiting for a comparison.
        let s = unsafe { core::slice::from_raw_parts(p.wrapping_add((n == 0) as usize), n as usize) };
        found(search::index_byte(s, c))
    }
    "internal/bytealg.lastIndexByte" last_index_byte(p: *mut u8, n: i64, c: u8) -> i64 {
        // SAFETY: a Go string.
        found(search::last_index_byte(unsafe { bytes(p, n) }, c))
    }
    "internal/bytealg.countByte" count_byte(p: *mut u8, n: i64, c: u8) -> i64 {
        // SAFETY: a Go string.
        search::count_byte(unsafe { bytes(p, n) }, c) as i64
    }
    "internal/bytealg.index" index(p: *mut u8, n: i64, sep: *mut u8, m: i64) -> i64 {
        // SAFETY: Go strings.
        found(search::index(unsafe { bytes(p, n) }, unsafe { bytes(sep, m) }))
    }

    "internal/bytealg.count" count(p: *mut u8, n: i64, sep: *mut u8, m: i64) -> i64 {
        // SAFETY: Go strings.
        search::count(unsafe { bytes(p, n) }, unsafe { bytes(sep, m) }) as i64
    }
    "internal/bytealg.spaceBits" space_bits(p: *mut u8, n: i64) -> Pair<i64, i64> {
        // SAFETY: a Go string.
        let (spaces, others) = search::space_bits(unsafe { bytes(p, n) });
        Pair(spaces as i64, others as i64)
    }
    "internal/bytealg.makeNoZero" make_no_zero(n: i64) -> Pair<*mut u8, i64> {
        let cap = mem::size_class::round_up_size(n as usize, false);
        Pair(mem::new_dirty_bytes(cap), cap as i64)
    }

    "syscall.syscall6" syscall6(number: i64, a: i64, b: i64, c: i64, d: i64, e: i64, f: i64) -> i64 {
        // SAFETY: package syscall passes what the call takes.
        unsafe { syscall::blocking(number as u32, [a, b, c, d, e, f].map(|v| v as usize)) as i64 }
    }
    "syscall.sleep" syscall_sleep(d: i64) { sched::timer::sleep(d) }

    "syscall.write" write(fd: i64, p: *mut u8, n: i64) -> i64 {
        // SAFETY: a Go slice.
        let written =
            unsafe { syscall::blocking(nr::__NR_write, [fd as usize, p as usize, n as usize, 0, 0, 0]) };
        if written == -(EPIPE as isize) && (fd == 1 || fd == 2) {
            signal::broken_pipe();
        }
        written as i64
    }
    "syscall.read" read(fd: i64, p: *mut u8, n: i64) -> i64 {
        // SAFETY: a Go slice.
        unsafe { syscall::blocking(nr::__NR_read, [fd as usize, p as usize, n as usize, 0, 0, 0]) as i64 }
    }
    "syscall.open" open(path: *mut u8, flags: i64, mode: i64) -> i64 {
        // SAFETY: NUL-terminated.
        unsafe {
            let at = nr::AT_FDCWD as isize as usize;
            let args = [at, path as usize, flags as usize, mode as usize, 0, 0];
            syscall::blocking(nr::__NR_openat, args) as i64
        }
    }
    "syscall.close" close(fd: i64) -> i64 {
        // SAFETY: no pointers.
        unsafe { syscall::blocking(nr::__NR_close, [fd as usize, 0, 0, 0, 0, 0]) as i64 }
    }
    "syscall.exit" exit(code: i64) {
        print::flush();
        sys::exit(code as i32)
    }
    "syscall.runtime_args" runtime_args(out: *mut u8) {
        // SAFETY: a variable of type []string.
        unsafe { *out.cast() = string_slice((*ARGUMENTS.get()).args) }
    }
    "syscall.runtime_envs" runtime_envs(out: *mut u8) {
        // SAFETY: a variable of type []string.
        unsafe { *out.cast() = string_slice((*ARGUMENTS.get()).envs) }
    }
    "internal/settings.setPanicNil" set_panic_nil(allowed: i64) {
        panic::PANIC_NIL_ALLOWED.store(allowed != 0, Ordering::Relaxed)
    }

    "time.now" now(out: *mut u8) {
        let (seconds, nanoseconds) = sys::walltime();
        // SAFETY: three words.
        unsafe { *out.cast::<[i64; 3]>() = [seconds, nanoseconds, sys::nanotime()] }
    }
    "time.runtimeNano" runtime_nano() -> i64 { sys::nanotime() }
    "time.Sleep" sleep(d: i64) { sched::timer::sleep(d) }
    "time.timerpark" timerpark(when: i64) { sched::timer::park_until(when) }
    "time.timerwake" timerwake() { sched::timer::wake() }
    "time.timerchan" timerchan(size: i64) -> *mut u8 { chan::timer::make(size as usize).cast() }
    "time.timersend" timersend(c: *mut u8, value: *mut u8) {
        // SAFETY: a timer's channel and a value for it.
        unsafe { chan::timer::send(c.cast(), value) }
    }
    "time.timerdrain" timerdrain(c: *mut u8) -> u8 {
        // SAFETY: a timer's channel.
        unsafe { chan::timer::drain(c.cast()) as u8 }
    }

    "math.Sqrt" sqrt(x: f64) -> f64 { libm::sqrt(x) }
    "math.FMA" fma(x: f64, y: f64, z: f64) -> f64 {
        if processor::features() & abi::layout::processor::FMA == 0 {
            return libm::fma(x, y, z);
        }
        let mut sum = z;
        // SAFETY: the processor has the instruction.
        unsafe {
            core::arch::asm!(
                "vfmadd231sd {}, {}, {}",
                inout(xmm_reg) sum, in(xmm_reg) x, in(xmm_reg) y,
                options(pure, nomem, nostack)
            );
        }
        sum
    }
    "math/bits.divWide" div_wide(hi: i64, lo: i64, y: i64) -> Pair<i64, i64> {
        let (quo, rem);
        // SAFETY: by contract y is above hi as unsigned numbers, so the division does not fault.
        unsafe {
            core::arch::asm!(
                "div {}",
                in(reg) y, inout("rax") lo => quo, inout("rdx") hi => rem,
                options(pure, nomem, nostack)
            );
        }
        Pair(quo, rem)
    }
}

/// An index as Go's searches return it.
fn found(index: Option<usize>) -> i64 {
    index.map_or(-1, |i| i as i64)
}

/// Where the kernel has put arguments and environment: vectors that end with null.
pub struct Arguments {
    /// Arguments.
    pub args: *const *const u8,
    /// Environment.
    pub envs: *const *const u8,
}

/// Set at start.
pub static ARGUMENTS: Racy<Arguments> =
    Racy::new(Arguments { args: core::ptr::null(), envs: core::ptr::null() });

/// The strings of a vector.
///
/// # Safety
/// `vector` must be null or end with null and hold NUL-terminated strings that live for ever.
pub unsafe fn c_strings(vector: *const *const u8) -> impl Iterator<Item = &'static [u8]> {
    let mut next = vector;
    core::iter::from_fn(move || {
        // SAFETY: by contract.
        unsafe {
            if next.is_null() || (*next).is_null() {
                return None;
            }
            let s = core::ffi::CStr::from_ptr((*next).cast());
            next = next.add(1);
            Some(s.to_bytes())
        }
    })
}

struct Descriptor(Type);

// SAFETY: never written.
unsafe impl Sync for Descriptor {}

static STRING_POINTERS: [u8; 1] = [1];
static STRING: Descriptor = Descriptor(Type {
    size: size_of::<GoString>(),
    ptr_bytes: 8,
    hash: 0,
    tflag: 0,
    align: 8,
    field_align: 8,
    kind: Kind::String as u8,
    equal: core::ptr::null(),
    gcdata: (&raw const STRING_POINTERS).cast(),
    str: 0,
    ptr_to_this: 0,
});

/// A Go slice of the strings of a vector, whose bytes are not copied.
///
/// # Safety
/// As [`c_strings`].
unsafe fn string_slice(vector: *const *const u8) -> GoSlice {
    // SAFETY: by contract; `count` strings are allocated.
    unsafe {
        let count = c_strings(vector).count();
        let array = mem::allocate(count * size_of::<GoString>(), &STRING.0).cast::<GoString>();
        for (i, s) in c_strings(vector).enumerate() {
            array.add(i).write(GoString { ptr: s.as_ptr(), len: s.len() as isize });
        }
        GoSlice { ptr: array.cast(), len: count as isize, cap: count as isize }
    }
}

/// `runtime.frameInfo`
#[repr(C)]
pub struct FrameInfo {
    function: GoString,
    file: GoString,
    line: i64,
    entry: usize,
}

fn go_string(s: &'static str) -> GoString {
    GoString { ptr: s.as_ptr(), len: s.len() as isize }
}

/// Describes the code at `pc`: the start of a function, a return address, or one of the addresses that stand for the
/// runtime's own part in a panic.
///
/// # Safety
/// `out` must be a variable of that type.
unsafe fn describe(pc: usize, depth: i64, out: *mut FrameInfo) -> bool {
    if depth != 0 {
        return false;
    }
    if let Some(source) = tables().around_inlined(pc) {
        // SAFETY: by contract.
        unsafe { out.write(frame_info(&source)) };
        return true;
    }
    let part_of_panic = match pc {
        _ if pc == panic::panic_pc() => Some("runtime.gopanic"),
        _ if pc == signal::fault_pc() => Some("runtime.sigpanic"),
        _ => None,
    };
    let at_start = tables().func(pc).filter(|f| f.start() == pc);
    let found = match part_of_panic {
        Some(_) => go::panic_function(),
        None => at_start.or_else(|| Frame { pc, fp: 0 }.func()),
    };
    let Some(func) = found else { return false };
    let line_pc = if at_start.is_some() || part_of_panic.is_some() { func.start() } else { pc - 1 };
    let Some(source) = func.frames(line_pc, pc).next() else { return false };
    let mut info = frame_info(&source);
    if let Some(name) = part_of_panic {
        (info.function, info.entry) = (go_string(name), pc - 1);
    }
    // SAFETY: by contract.
    unsafe { out.write(info) };
    true
}

fn frame_info(source: &SourceFrame) -> FrameInfo {
    FrameInfo {
        function: go_string(source.name),
        file: go_string(source.file),
        line: source.line as i64,
        entry: source.func.start(),
    }
}

extern "C" fn callers_at(skip: i64, pcs: *mut usize, max: i64, fp: usize, pc: usize) -> i64 {
    // SAFETY: the current goroutine and the calling Go function's frame.
    let entries = unsafe { Entries::new(Some(Frame { pc, fp }), &*getg()) };
    let entries = entries.filter(|e| !e.is_elided());
    let mut count = 0;
    // The function that calls the hook is number -1.
    for entry in entries.skip((skip + 1).max(0) as usize).take(max.max(0) as usize) {
        let pc = match entry {
            Entry::Go { source, .. } => source.pc,
            Entry::Panic(..) => panic::panic_pc(),
            Entry::Fault => signal::fault_pc(),
        };
        // SAFETY: room for `max` words.
        unsafe { pcs.add(count).write(pc) };
        count += 1;
    }
    count as i64
}

/// # Safety
/// Called by Go code.
#[cfg_attr(feature = "entry", unsafe(export_name = "runtime.callers"))]
#[unsafe(naked)]
pub unsafe extern "C" fn callers(skip: i64, pcs: *mut u8, max: i64) -> i64 {
    core::arch::naked_asm!("mov rcx, rbp", "mov r8, [rsp]", "jmp {}", sym callers_at)
}

/// A text of limited length; what does not fit is dropped.
struct Clipped<'a> {
    buf: &'a mut [u8],
    len: usize,
}

impl Write for Clipped<'_> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let n = s.len().min(self.buf.len() - self.len);
        self.buf[self.len..self.len + n].copy_from_slice(&s.as_bytes()[..n]);
        self.len += n;
        Ok(())
    }
}

extern "C" fn stack_at(buf: *mut u8, n: i64, all: u8, fp: usize, pc: usize) -> i64 {
    // SAFETY: a Go slice with at least one byte.
    let buf = unsafe { core::slice::from_raw_parts_mut(buf, n as usize) };
    let mut out = Clipped { buf, len: 0 };
    // SAFETY: the calling Go function's frame; nothing else runs. The trace begins with the caller of that function.
    let _ = unsafe {
        let start = Walk::of_current(Frame { pc, fp }).nth(1).unwrap_or(Frame { pc, fp });
        let g = getg();
        let mut trace = |all| traceback::stack(&mut out, &*g, start, all);
        if all == 0 {
            trace(false)
        } else {
            let mut result = Ok(());
            world::with_stopped(|| result = trace(true));
            result
        }
    };
    out.len as i64
}

/// # Safety
/// Called by Go code.
#[cfg_attr(feature = "entry", unsafe(export_name = "runtime.stack"))]
#[unsafe(naked)]
pub unsafe extern "C" fn stack(buf: *mut u8, n: i64, all: u8) -> i64 {
    core::arch::naked_asm!("mov rcx, rbp", "mov r8, [rsp]", "jmp {}", sym stack_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_strings() {
        let _serial = crate::mem::tests::serial();
        let vector = [c"prog".as_ptr().cast::<u8>(), c"".as_ptr().cast(), core::ptr::null()];
        // SAFETY: a vector that ends with null.
        unsafe {
            assert_eq!(c_strings(vector.as_ptr()).collect::<Vec<_>>(), [&b"prog"[..], b""]);
            assert_eq!(c_strings(core::ptr::null()).count(), 0);
            let s = string_slice(vector.as_ptr());
            assert_eq!((s.len, (*s.ptr.cast::<GoString>()).len), (2, 4));
        }
    }

    #[test]
    fn clipped_text_keeps_what_fits() {
        let mut buf = [0; 5];
        let mut out = Clipped { buf: &mut buf, len: 0 };
        out.write_str("abc").unwrap();
        out.write_str("defgh").unwrap();
        assert_eq!((out.len, &buf), (5, b"abcde"));
    }
}
